//! Validation rules, by protovalidate's names (buf/validate/validate.proto).

use super::literal::Literal;
use super::number::FieldNumber;

/// A checked rule of a field, an element, a key or a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule {
    /// The value is present and, where absence cannot be told, not the wire default.
    Required,
    /// Equal to this.
    Const(Literal),
    /// Less than this.
    Lt(Literal),
    /// Less than or equal to this.
    Lte(Literal),
    /// Greater than this.
    Gt(Literal),
    /// Greater than or equal to this.
    Gte(Literal),
    /// One of these.
    In(Vec<Literal>),
    /// None of these.
    NotIn(Vec<Literal>),
    /// Neither infinite nor NaN.
    Finite,
    /// Exactly so many code points, or bytes of a byte sequence.
    Len(u64),
    /// At least so many code points, or bytes of a byte sequence.
    MinLen(u64),
    /// At most so many code points, or bytes of a byte sequence.
    MaxLen(u64),
    /// Exactly so many bytes of UTF-8.
    LenBytes(u64),
    /// At least so many bytes of UTF-8.
    MinBytes(u64),
    /// At most so many bytes of UTF-8.
    MaxBytes(u64),
    /// Matches this regular expression somewhere.
    Pattern(String),
    /// Starts with this string or byte string.
    Prefix(Literal),
    /// Ends with this string or byte string.
    Suffix(Literal),
    /// Contains this string or byte string.
    Contains(Literal),
    /// Does not contain this string.
    NotContains(Literal),
    /// Is text (or, for addresses and UUIDs, bytes) of this format.
    Format(Format),
    /// Is a value that the enum declares.
    DefinedOnly,
    /// At least so many elements.
    MinItems(u64),
    /// At most so many elements.
    MaxItems(u64),
    /// No two elements are equal.
    Unique,
    /// Every element follows these.
    Items(Vec<Rule>),
    /// At least so many entries.
    MinPairs(u64),
    /// At most so many entries.
    MaxPairs(u64),
    /// Every key follows these.
    Keys(Vec<Rule>),
    /// Every value follows these.
    Values(Vec<Rule>),
    /// Before the present moment.
    LtNow,
    /// After the present moment.
    GtNow,
    /// At most this far from the present moment, a [`Literal::Duration`].
    Within(Literal),
    /// No rule holds for the zero value of what has no presence of its own.
    IgnoreIfZero,
    /// No rule holds, and the value is not descended into.
    IgnoreAlways,
    /// Values that show what the field is for; nothing is checked by them.
    Example(Vec<Literal>),
}

/// A checked rule of a message as a whole.
#[derive(Clone, Debug, PartialEq)]
pub enum MessageRule {
    /// At most one of these is set, or exactly one if `required`.
    Oneof {
        /// What is counted.
        members: Vec<OneofMember>,
        /// Whether one must be set.
        required: bool,
    },
}

/// What a message's rule counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneofMember {
    /// Its name on the wires.
    pub name: String,
    /// The index of the field in [`Struct::fields`](super::Struct::fields).
    pub field: usize,
    /// The number of the variant, where the field is a oneof.
    pub variant: Option<FieldNumber>,
}

/// A format of strings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the variants are the names of the formats")]
pub enum Format {
    Email,
    Hostname,
    Ip,
    Ipv4,
    Ipv6,
    Uri,
    UriRef,
    Address,
    Uuid,
    Tuuid,
    Ulid,
    HostAndPort,
    IpWithPrefixlen,
    Ipv4WithPrefixlen,
    Ipv6WithPrefixlen,
    IpPrefix,
    Ipv4Prefix,
    Ipv6Prefix,
    ProtobufFqn,
    ProtobufDotFqn,
    HttpHeaderName { strict: bool },
    HttpHeaderValue { strict: bool },
}

/// The name of a rule, as attributes and options spell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the variants are the names of the rules")]
pub enum RuleName {
    Required,
    Const,
    Lt,
    Lte,
    Gt,
    Gte,
    In,
    NotIn,
    Finite,
    Len,
    MinLen,
    MaxLen,
    LenBytes,
    MinBytes,
    MaxBytes,
    Pattern,
    Prefix,
    Suffix,
    Contains,
    NotContains,
    Email,
    Hostname,
    Ip,
    Ipv4,
    Ipv6,
    Uri,
    UriRef,
    Address,
    Uuid,
    Tuuid,
    Ulid,
    HostAndPort,
    IpWithPrefixlen,
    Ipv4WithPrefixlen,
    Ipv6WithPrefixlen,
    IpPrefix,
    Ipv4Prefix,
    Ipv6Prefix,
    ProtobufFqn,
    ProtobufDotFqn,
    WellKnownRegex,
    Strict,
    DefinedOnly,
    MinItems,
    MaxItems,
    Unique,
    Items,
    MinPairs,
    MaxPairs,
    Keys,
    Values,
    LtNow,
    GtNow,
    Within,
    Ignore,
    Example,
}

/// What a rule's name is followed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Nothing: `email`.
    Nothing,
    /// A count: `min_len = 1`.
    Count,
    /// Any literal: `const = 5`.
    Value,
    /// A number, a duration or a point in time: `gt = 0`.
    Bound,
    /// A regular expression: `pattern = "^a"`.
    Pattern,
    /// A string or a byte string: `prefix = "a"`.
    Text,
    /// A duration: `within = "60s"`.
    Duration,
    /// A list of literals: `in(1, 2)`, `in = [1, 2]`.
    List,
    /// Rules for what is inside: `items(min_len = 1)`.
    Rules,
    /// One of these words in a string: `ignore = "always"`.
    Word(&'static [&'static str]),
    /// `true` or `false`: `strict = false`.
    Flag,
}

/// The words of `ignore`.
const IGNORED: &[&str] = &["if_zero_value", "always"];

/// The words of `well_known_regex`.
const WELL_KNOWN_REGEXES: &[&str] = &["http_header_name", "http_header_value"];

impl RuleName {
    /// Every rule with its spelling and what follows it.
    pub const ALL: &'static [(RuleName, &'static str, Takes)] = &[
        (RuleName::Required, "required", Takes::Nothing),
        (RuleName::Const, "const", Takes::Value),
        (RuleName::Lt, "lt", Takes::Bound),
        (RuleName::Lte, "lte", Takes::Bound),
        (RuleName::Gt, "gt", Takes::Bound),
        (RuleName::Gte, "gte", Takes::Bound),
        (RuleName::In, "in", Takes::List),
        (RuleName::NotIn, "not_in", Takes::List),
        (RuleName::Finite, "finite", Takes::Nothing),
        (RuleName::Len, "len", Takes::Count),
        (RuleName::MinLen, "min_len", Takes::Count),
        (RuleName::MaxLen, "max_len", Takes::Count),
        (RuleName::LenBytes, "len_bytes", Takes::Count),
        (RuleName::MinBytes, "min_bytes", Takes::Count),
        (RuleName::MaxBytes, "max_bytes", Takes::Count),
        (RuleName::Pattern, "pattern", Takes::Pattern),
        (RuleName::Prefix, "prefix", Takes::Text),
        (RuleName::Suffix, "suffix", Takes::Text),
        (RuleName::Contains, "contains", Takes::Text),
        (RuleName::NotContains, "not_contains", Takes::Text),
        (RuleName::Email, "email", Takes::Nothing),
        (RuleName::Hostname, "hostname", Takes::Nothing),
        (RuleName::Ip, "ip", Takes::Nothing),
        (RuleName::Ipv4, "ipv4", Takes::Nothing),
        (RuleName::Ipv6, "ipv6", Takes::Nothing),
        (RuleName::Uri, "uri", Takes::Nothing),
        (RuleName::UriRef, "uri_ref", Takes::Nothing),
        (RuleName::Address, "address", Takes::Nothing),
        (RuleName::Uuid, "uuid", Takes::Nothing),
        (RuleName::Tuuid, "tuuid", Takes::Nothing),
        (RuleName::Ulid, "ulid", Takes::Nothing),
        (RuleName::HostAndPort, "host_and_port", Takes::Nothing),
        (
            RuleName::IpWithPrefixlen,
            "ip_with_prefixlen",
            Takes::Nothing,
        ),
        (
            RuleName::Ipv4WithPrefixlen,
            "ipv4_with_prefixlen",
            Takes::Nothing,
        ),
        (
            RuleName::Ipv6WithPrefixlen,
            "ipv6_with_prefixlen",
            Takes::Nothing,
        ),
        (RuleName::IpPrefix, "ip_prefix", Takes::Nothing),
        (RuleName::Ipv4Prefix, "ipv4_prefix", Takes::Nothing),
        (RuleName::Ipv6Prefix, "ipv6_prefix", Takes::Nothing),
        (RuleName::ProtobufFqn, "protobuf_fqn", Takes::Nothing),
        (RuleName::ProtobufDotFqn, "protobuf_dot_fqn", Takes::Nothing),
        (
            RuleName::WellKnownRegex,
            "well_known_regex",
            Takes::Word(WELL_KNOWN_REGEXES),
        ),
        (RuleName::Strict, "strict", Takes::Flag),
        (RuleName::DefinedOnly, "defined_only", Takes::Nothing),
        (RuleName::MinItems, "min_items", Takes::Count),
        (RuleName::MaxItems, "max_items", Takes::Count),
        (RuleName::Unique, "unique", Takes::Nothing),
        (RuleName::Items, "items", Takes::Rules),
        (RuleName::MinPairs, "min_pairs", Takes::Count),
        (RuleName::MaxPairs, "max_pairs", Takes::Count),
        (RuleName::Keys, "keys", Takes::Rules),
        (RuleName::Values, "values", Takes::Rules),
        (RuleName::LtNow, "lt_now", Takes::Nothing),
        (RuleName::GtNow, "gt_now", Takes::Nothing),
        (RuleName::Within, "within", Takes::Duration),
        (RuleName::Ignore, "ignore", Takes::Word(IGNORED)),
        (RuleName::Example, "example", Takes::List),
    ];

    /// The rule of this spelling.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(_, spelling, _)| *spelling == name)
            .map(|(rule, ..)| *rule)
    }

    /// The rule's spelling.
    pub fn name(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(rule, ..)| *rule == self)
            .map_or("", |(_, spelling, _)| spelling)
    }

    /// What follows the rule's name.
    pub fn takes(self) -> Takes {
        Self::ALL
            .iter()
            .find(|(rule, ..)| *rule == self)
            .map_or(Takes::Nothing, |(.., takes)| *takes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_found_by_its_name() {
        for (rule, name, takes) in RuleName::ALL {
            assert_eq!(RuleName::from_name(name), Some(*rule));
            assert_eq!(rule.name(), *name);
            assert_eq!(rule.takes(), *takes);
        }
        assert_eq!(RuleName::from_name("min_length"), None);
    }
}
