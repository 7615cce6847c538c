//! The formats of strings, and of bytes where an address or id has a binary form. Empty is a violation of its own
//! (`string.email_empty`), but for the two formats that take it.

use alloc::format;

use super::rule::{
    address, email, host_and_port, hostname, ip, ip_prefix, ip_with_prefixlen, ipv4, ipv4_prefix,
    ipv4_with_prefixlen, ipv6, ipv6_prefix, ipv6_with_prefixlen, protobuf_dot_fqn, protobuf_fqn,
    tuuid, ulid, uri, uri_ref, uuid, well_known_regex,
};
use super::{Checker, Kind, Plan, Violation};

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
        Format::Ip => ip::accepts_bytes(value),
        Format::Ipv4 => ipv4::accepts_bytes(value),
        Format::Ipv6 => ipv6::accepts_bytes(value),
        Format::Uuid => uuid::accepts_bytes(value),
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
        format_args!("is empty, but must be {noun}"),
    )
}

#[cold]
fn broken(kind: Kind, format: Format) -> Violation {
    let (name, noun) = format.name();
    Violation::of(kind, name, format_args!("must be {noun}"))
}

impl Format {
    /// Whether a text has this format. None takes the empty text, but for `UriRef` and `HttpHeaderValue`.
    #[inline]
    pub fn accepts(self, text: &str) -> bool {
        let bytes = text.as_bytes();
        match self {
            Format::Email => email::accepts(bytes),
            Format::Hostname => hostname::accepts(bytes),
            Format::Ip => ip::accepts(bytes),
            Format::Ipv4 => ipv4::accepts(bytes),
            Format::Ipv6 => ipv6::accepts(bytes),
            Format::Uri => uri::accepts(bytes),
            Format::UriRef => uri_ref::accepts(bytes),
            Format::Address => address::accepts(bytes),
            Format::Uuid => uuid::accepts(bytes),
            Format::Tuuid => tuuid::accepts(bytes),
            Format::Ulid => ulid::accepts(bytes),
            Format::HostAndPort => host_and_port::accepts(bytes),
            Format::IpWithPrefixlen => ip_with_prefixlen::accepts(bytes),
            Format::Ipv4WithPrefixlen => ipv4_with_prefixlen::accepts(bytes),
            Format::Ipv6WithPrefixlen => ipv6_with_prefixlen::accepts(bytes),
            Format::IpPrefix => ip_prefix::accepts(bytes),
            Format::Ipv4Prefix => ipv4_prefix::accepts(bytes),
            Format::Ipv6Prefix => ipv6_prefix::accepts(bytes),
            Format::ProtobufFqn => protobuf_fqn::accepts(bytes),
            Format::ProtobufDotFqn => protobuf_dot_fqn::accepts(bytes),
            Format::HttpHeaderName { strict } => well_known_regex::is_name(bytes, strict),
            Format::HttpHeaderValue { strict } => well_known_regex::is_value(bytes, strict),
        }
    }

    /// The name in the rule's id, and what the value must be.
    fn name(self) -> (&'static str, &'static str) {
        match self {
            Format::Email => ("email", email::MUST),
            Format::Hostname => ("hostname", hostname::MUST),
            Format::Ip => ("ip", ip::MUST),
            Format::Ipv4 => ("ipv4", ipv4::MUST),
            Format::Ipv6 => ("ipv6", ipv6::MUST),
            Format::Uri => ("uri", uri::MUST),
            Format::UriRef => ("uri_ref", uri_ref::MUST),
            Format::Address => ("address", address::MUST),
            Format::Uuid => ("uuid", uuid::MUST),
            Format::Tuuid => ("tuuid", tuuid::MUST),
            Format::Ulid => ("ulid", ulid::MUST),
            Format::HostAndPort => ("host_and_port", host_and_port::MUST),
            Format::IpWithPrefixlen => ("ip_with_prefixlen", ip_with_prefixlen::MUST),
            Format::Ipv4WithPrefixlen => ("ipv4_with_prefixlen", ipv4_with_prefixlen::MUST),
            Format::Ipv6WithPrefixlen => ("ipv6_with_prefixlen", ipv6_with_prefixlen::MUST),
            Format::IpPrefix => ("ip_prefix", ip_prefix::MUST),
            Format::Ipv4Prefix => ("ipv4_prefix", ipv4_prefix::MUST),
            Format::Ipv6Prefix => ("ipv6_prefix", ipv6_prefix::MUST),
            Format::ProtobufFqn => ("protobuf_fqn", protobuf_fqn::MUST),
            Format::ProtobufDotFqn => ("protobuf_dot_fqn", protobuf_dot_fqn::MUST),
            Format::HttpHeaderName { .. } => {
                ("well_known_regex.header_name", well_known_regex::MUST_NAME)
            }
            Format::HttpHeaderValue { .. } => (
                "well_known_regex.header_value",
                well_known_regex::MUST_VALUE,
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
