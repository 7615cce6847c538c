//! The formats of strings, and of bytes where an address or id has a binary form. Empty is a violation of its own
//! (`string.email_empty`), but for the two formats that take it.

use alloc::format;

use super::{Checker, Kind, Plan, Violation};
use super::{
    email, host_and_port, hostname, http_header, ip, ip_prefix, protobuf_name, ulid, uri, uuid,
};

/// A format that a string can have; each is the [`Rule`](super::Rule) of the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
#[allow(missing_docs)]
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

#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn check_text<C: Checker>(value: &str, plan: &Plan, c: &mut C) {
    let Some(format) = plan.format else { return };
    if value.is_empty() && !matches!(format, Format::UriRef | Format::HttpHeaderValue { .. }) {
        c.report(|| empty(Kind::String, format));
    } else if !format.accepts(value) {
        c.report(|| broken(Kind::String, format));
    }
}

#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn check_bytes<C: Checker>(value: &[u8], plan: &Plan, c: &mut C) {
    let Some(format) = plan.format else { return };
    let fits = match format {
        Format::Ip => matches!(value.len(), 4 | 16),
        Format::Ipv4 => value.len() == 4,
        Format::Ipv6 | Format::Uuid => value.len() == 16,
        _ => return,
    };
    if value.is_empty() {
        c.report(|| empty(Kind::Bytes, format));
    } else if !fits {
        c.report(|| broken(Kind::Bytes, format));
    }
}

#[cold]
fn empty(kind: Kind, format: Format) -> Violation {
    let (name, noun) = format.name();
    Violation::of(
        kind,
        &format!("{name}_empty"),
        format!("is empty, but must be {noun}"),
    )
}

#[cold]
fn broken(kind: Kind, format: Format) -> Violation {
    let (name, noun) = format.name();
    Violation::of(kind, name, format!("must be {noun}"))
}

impl Format {
    /// Whether a text has this format. None takes the empty text, but for `UriRef` and `HttpHeaderValue`.
    #[inline]
    pub fn accepts(self, text: &str) -> bool {
        let bytes = text.as_bytes();
        match self {
            Format::Email => email::accepts(bytes),
            Format::Hostname => hostname::accepts(bytes),
            Format::Ip => ip::is_v4(bytes) || ip::is_v6(bytes),
            Format::Ipv4 => ip::is_v4(bytes),
            Format::Ipv6 => ip::is_v6(bytes),
            Format::Uri => uri::is_uri(bytes),
            Format::UriRef => uri::is_reference(bytes),
            Format::Address => hostname::accepts(bytes) || ip::is_v4(bytes) || ip::is_v6(bytes),
            Format::Uuid => uuid::is_dashed(bytes),
            Format::Tuuid => uuid::is_trimmed(bytes),
            Format::Ulid => ulid::accepts(bytes),
            Format::HostAndPort => host_and_port::accepts(bytes),
            Format::IpWithPrefixlen => {
                ip_prefix::v4(bytes).is_some() || ip_prefix::v6(bytes).is_some()
            }
            Format::Ipv4WithPrefixlen => ip_prefix::v4(bytes).is_some(),
            Format::Ipv6WithPrefixlen => ip_prefix::v6(bytes).is_some(),
            Format::IpPrefix => {
                ip_prefix::v4(bytes) == Some(true) || ip_prefix::v6(bytes) == Some(true)
            }
            Format::Ipv4Prefix => ip_prefix::v4(bytes) == Some(true),
            Format::Ipv6Prefix => ip_prefix::v6(bytes) == Some(true),
            Format::ProtobufFqn => protobuf_name::accepts(bytes),
            Format::ProtobufDotFqn => {
                matches!(bytes, [b'.', name @ ..] if protobuf_name::accepts(name))
            }
            Format::HttpHeaderName { strict } => http_header::is_name(bytes, strict),
            Format::HttpHeaderValue { strict } => http_header::is_value(bytes, strict),
        }
    }

    /// The name in the rule's id, and what the value must be.
    fn name(self) -> (&'static str, &'static str) {
        match self {
            Format::Email => ("email", "an email address"),
            Format::Hostname => ("hostname", "a host name"),
            Format::Ip => ("ip", "an IP address"),
            Format::Ipv4 => ("ipv4", "an IPv4 address"),
            Format::Ipv6 => ("ipv6", "an IPv6 address"),
            Format::Uri => ("uri", "a URI"),
            Format::UriRef => ("uri_ref", "a URI or a relative reference"),
            Format::Address => ("address", "a host name or an IP address"),
            Format::Uuid => ("uuid", "a UUID"),
            Format::Tuuid => ("tuuid", "a UUID without dashes"),
            Format::Ulid => ("ulid", "a ULID"),
            Format::HostAndPort => ("host_and_port", "a host and a port"),
            Format::IpWithPrefixlen => ("ip_with_prefixlen", "an IP address with a prefix length"),
            Format::Ipv4WithPrefixlen => (
                "ipv4_with_prefixlen",
                "an IPv4 address with a prefix length",
            ),
            Format::Ipv6WithPrefixlen => (
                "ipv6_with_prefixlen",
                "an IPv6 address with a prefix length",
            ),
            Format::IpPrefix => (
                "ip_prefix",
                "an IP network, all bits behind its prefix zero",
            ),
            Format::Ipv4Prefix => (
                "ipv4_prefix",
                "an IPv4 network, all bits behind its prefix zero",
            ),
            Format::Ipv6Prefix => (
                "ipv6_prefix",
                "an IPv6 network, all bits behind its prefix zero",
            ),
            Format::ProtobufFqn => ("protobuf_fqn", "a full protobuf name"),
            Format::ProtobufDotFqn => (
                "protobuf_dot_fqn",
                "a full protobuf name with a leading dot",
            ),
            Format::HttpHeaderName { .. } => {
                ("well_known_regex.header_name", "the name of an HTTP header")
            }
            Format::HttpHeaderValue { .. } => (
                "well_known_regex.header_value",
                "the value of an HTTP header",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::table::{expect, message};
    use super::super::{Literal, Rule};

    #[test]
    fn every_format_has_its_ids() {
        let cases = [
            (Rule::Email, "a@b.c", "email"),
            (Rule::Hostname, "b.c", "hostname"),
            (Rule::Ip, "::1", "ip"),
            (Rule::Ipv4, "1.2.3.4", "ipv4"),
            (Rule::Ipv6, "::1", "ipv6"),
            (Rule::Uri, "a:b", "uri"),
            (Rule::Address, "b.c", "address"),
            (Rule::Uuid, "00000000-0000-0000-0000-000000000000", "uuid"),
            (Rule::Tuuid, "00000000000000000000000000000000", "tuuid"),
            (Rule::Ulid, "01ARZ3NDEKTSV4RRFFQ69G5FAV", "ulid"),
            (Rule::HostAndPort, "b.c:1", "host_and_port"),
            (Rule::IpWithPrefixlen, "1.2.3.4/8", "ip_with_prefixlen"),
            (Rule::Ipv4WithPrefixlen, "1.2.3.4/8", "ipv4_with_prefixlen"),
            (Rule::Ipv6WithPrefixlen, "::1/8", "ipv6_with_prefixlen"),
            (Rule::IpPrefix, "1.0.0.0/8", "ip_prefix"),
            (Rule::Ipv4Prefix, "1.0.0.0/8", "ipv4_prefix"),
            (Rule::Ipv6Prefix, "::/8", "ipv6_prefix"),
            (Rule::ProtobufFqn, "a.b", "protobuf_fqn"),
            (Rule::ProtobufDotFqn, ".a.b", "protobuf_dot_fqn"),
            (
                Rule::HttpHeaderName { strict: true },
                "x-y",
                "well_known_regex.header_name",
            ),
        ];
        for (rule, value, name) in cases {
            expect(&[rule], value, "");
            expect(&[rule], "\n", &alloc::format!("string.{name}"));
            expect(&[rule], "", &alloc::format!("string.{name}_empty"));
        }
        expect(&[Rule::UriRef], "", "");
        expect(&[Rule::UriRef], " ", "string.uri_ref");
        expect(&[Rule::HttpHeaderValue { strict: true }], "", "");
        expect(
            &[Rule::HttpHeaderValue { strict: true }],
            "\n",
            "string.well_known_regex.header_value",
        );
    }

    #[test]
    fn bytes_have_four_formats() {
        let bytes = [0_u8; 16];
        for (rule, name, lengths) in [
            (Rule::Ip, "ip", [4_usize, 16].as_slice()),
            (Rule::Ipv4, "ipv4", &[4]),
            (Rule::Ipv6, "ipv6", &[16]),
            (Rule::Uuid, "uuid", &[16]),
        ] {
            for length in 0..=16 {
                let id = match length {
                    0 => alloc::format!("bytes.{name}_empty"),
                    _ if lengths.contains(&length) => "".into(),
                    _ => alloc::format!("bytes.{name}"),
                };
                expect(&[rule], &bytes[..length], &id);
            }
        }
        expect(&[Rule::Email], bytes.as_slice(), "");
    }

    #[test]
    fn messages_say_what_is_wanted() {
        assert_eq!(message(&[Rule::Email], "x"), "must be an email address");
        assert_eq!(
            message(&[Rule::Ipv6], ""),
            "is empty, but must be an IPv6 address"
        );
        expect(
            &[Rule::Email, Rule::Const(Literal::Str("x"))],
            "y",
            "string.const string.email",
        );
    }
}
