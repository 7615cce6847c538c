//! One rule of a field, as constant data; and how each is checked, a file a rule, of its name.

pub(super) mod address;
pub(super) mod r#const;
pub(super) mod contains;
pub(super) mod defined_only;
pub(super) mod email;
pub(super) mod example;
pub(super) mod finite;
pub(super) mod gt;
pub(super) mod gt_now;
pub(super) mod gte;
pub(super) mod host_and_port;
pub(super) mod hostname;
pub(super) mod ignore;
pub(super) mod r#in;
pub(super) mod ip;
pub(super) mod ip_prefix;
pub(super) mod ip_with_prefixlen;
pub(super) mod ipv4;
pub(super) mod ipv4_prefix;
pub(super) mod ipv4_with_prefixlen;
pub(super) mod ipv6;
pub(super) mod ipv6_prefix;
pub(super) mod ipv6_with_prefixlen;
pub(super) mod items;
pub(super) mod keys;
pub(super) mod len;
pub(super) mod len_bytes;
pub(super) mod lt;
pub(super) mod lt_now;
pub(super) mod lte;
pub(super) mod max_bytes;
pub(super) mod max_items;
pub(super) mod max_len;
pub(super) mod max_pairs;
pub(super) mod min_bytes;
pub(super) mod min_items;
pub(super) mod min_len;
pub(super) mod min_pairs;
pub(super) mod not_contains;
pub(super) mod not_in;
pub(super) mod oneof;
pub(super) mod pattern;
pub(super) mod prefix;
pub(super) mod protobuf_dot_fqn;
pub(super) mod protobuf_fqn;
pub(crate) mod required;
pub(super) mod strict;
pub(super) mod suffix;
pub(super) mod tuuid;
pub(super) mod ulid;
pub(super) mod unique;
pub(super) mod uri;
pub(super) mod uri_ref;
pub(super) mod uuid;
pub(super) mod values;
pub(super) mod well_known_regex;
pub(super) mod within;

use super::{Kind, Literal, PatternRef};

/// One rule of a field, by protovalidate's name.
///
/// A field has each rule at most once; of two of one name, the last holds. `Gt` and `Gte` are one place, `Lt` and `Lte`
/// another, all formats (`Email`, `Uuid`, …) a third.
///
/// ```text
/// .rules(&[Rule::MinLen(1), Rule::MaxLen(64)])
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Rule {
    /// The protobuf type that ids begin with, where it is not the Rust type's own: `sint32` for an `i32`.
    Kind(Kind),
    /// The field is set; without presence of its own: it is not zero and not empty.
    Required,
    /// No rule holds for the zero value of a field without presence, of an element, a key or a value (protovalidate's
    /// `ignore = IGNORE_IF_ZERO_VALUE`).
    IgnoreIfZero,
    /// No rule holds, and the value is not descended into (protovalidate's `ignore = IGNORE_ALWAYS`).
    IgnoreAlways,

    /// Equals this.
    Const(Literal),
    /// Less than this.
    Lt(Literal),
    /// Less than or equal to this.
    Lte(Literal),
    /// Greater than this. Above an upper bound it means the values outside the range.
    Gt(Literal),
    /// Greater than or equal to this.
    Gte(Literal),
    /// One of these; an empty list is no rule.
    In(&'static [Literal]),
    /// None of these.
    NotIn(&'static [Literal]),
    /// Neither NaN nor infinite.
    Finite,
    /// Less than the clock (timestamps; needs the feature `std`).
    LtNow,
    /// Greater than the clock (timestamps; needs the feature `std`).
    GtNow,
    /// At most this far from the clock, either way (timestamps; needs the feature `std`).
    Within(Literal),

    /// Exactly so many code points of a string, or bytes of a bytes field.
    Len(u64),
    /// At least so many code points of a string, or bytes of a bytes field.
    MinLen(u64),
    /// At most so many code points of a string, or bytes of a bytes field.
    MaxLen(u64),
    /// Exactly so many bytes of a string.
    LenBytes(u64),
    /// At least so many bytes of a string.
    MinBytes(u64),
    /// At most so many bytes of a string.
    MaxBytes(u64),
    /// A regular expression matches somewhere (RE2 syntax).
    Pattern(PatternRef),
    /// Begins with this.
    Prefix(Literal),
    /// Ends with this.
    Suffix(Literal),
    /// Contains this.
    Contains(Literal),
    /// Does not contain this.
    NotContains(Literal),

    /// An email address as HTML defines it.
    Email,
    /// A host name.
    Hostname,
    /// An IPv4 or IPv6 address, as text, or as 4 or 16 bytes.
    Ip,
    /// An IPv4 address, as text or as 4 bytes.
    Ipv4,
    /// An IPv6 address, as text (with or without a zone) or as 16 bytes.
    Ipv6,
    /// A URI (RFC 3986).
    Uri,
    /// A URI reference (RFC 3986): a URI or a relative reference.
    UriRef,
    /// A host name or an IP address.
    Address,
    /// A UUID: `8-4-4-4-12` hexadecimal digits, or 16 bytes.
    Uuid,
    /// A UUID without dashes.
    Tuuid,
    /// A ULID.
    Ulid,
    /// A host name or address, and a port.
    HostAndPort,
    /// An address with a prefix length, such as `192.168.5.21/16`.
    IpWithPrefixlen,
    /// An IPv4 address with a prefix length.
    Ipv4WithPrefixlen,
    /// An IPv6 address with a prefix length.
    Ipv6WithPrefixlen,
    /// A network: an address with a prefix length whose other bits are zero.
    IpPrefix,
    /// An IPv4 network.
    Ipv4Prefix,
    /// An IPv6 network.
    Ipv6Prefix,
    /// A full protobuf name, such as `shop.v1.Order`.
    ProtobufFqn,
    /// A full protobuf name with a leading dot.
    ProtobufDotFqn,
    /// The name of an HTTP header; if not `strict`, anything on one line.
    HttpHeaderName {
        /// As RFC 9110 has it.
        strict: bool,
    },
    /// The value of an HTTP header; if not `strict`, anything on one line.
    HttpHeaderValue {
        /// As RFC 9110 has it.
        strict: bool,
    },

    /// An enum's value is one that the schema defines.
    DefinedOnly,

    /// At least so many elements.
    MinItems(u64),
    /// At most so many elements.
    MaxItems(u64),
    /// No two equal elements.
    Unique,
    /// What holds for each element.
    Items(&'static [Rule]),
    /// At least so many entries.
    MinPairs(u64),
    /// At most so many entries.
    MaxPairs(u64),
    /// What holds for each key.
    Keys(&'static [Rule]),
    /// What holds for each value.
    Values(&'static [Rule]),

    /// Values that show what the field is for. They are told, to whom reads the schema, and nothing is checked by them.
    Example(&'static [Literal]),
}
