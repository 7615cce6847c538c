//! What the formats of the rules say of one text, beside each other, beside std and the crates `uuid` and `ipnet`.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use everwire::validate::Format;

/// Every format.
const ALL: [Format; 24] = [
    Format::Email,
    Format::Hostname,
    Format::Ip,
    Format::Ipv4,
    Format::Ipv6,
    Format::Uri,
    Format::UriRef,
    Format::Address,
    Format::Uuid,
    Format::Tuuid,
    Format::Ulid,
    Format::HostAndPort,
    Format::IpWithPrefixlen,
    Format::Ipv4WithPrefixlen,
    Format::Ipv6WithPrefixlen,
    Format::IpPrefix,
    Format::Ipv4Prefix,
    Format::Ipv6Prefix,
    Format::ProtobufFqn,
    Format::ProtobufDotFqn,
    Format::HttpHeaderName { strict: true },
    Format::HttpHeaderName { strict: false },
    Format::HttpHeaderValue { strict: true },
    Format::HttpHeaderValue { strict: false },
];

/// Panics where two readers of one text differ.
pub fn agree(text: &str) {
    one(text);
    for delimiter in ['@', ':', '/', '%', '[', ']', '.', ' '] {
        text.split(delimiter).for_each(one);
        for (at, _) in text.match_indices(delimiter).take(4) {
            one(&text[..at]);
            one(&text[at + 1..]);
        }
    }
}

fn one(text: &str) {
    let is = |format: Format| format.accepts(text);
    for format in ALL {
        let takes_nothing = !matches!(format, Format::UriRef | Format::HttpHeaderValue { .. });
        assert!(
            !(text.is_empty() && takes_nothing && is(format)),
            "{format:?} takes nothing"
        );
        let is_one_line = !text.contains(['\n', '\r', '\0']);
        // A zone is any text.
        let has_zone = text.contains('%');
        assert!(
            is_one_line || has_zone || !is(format),
            "{format:?} takes {text:?}"
        );
    }
    addresses(text);
    networks(text);
    ids(text);
    hosts(text);
    assert!(!is(Format::Uri) || is(Format::UriRef), "{text:?}");
    assert!(
        !is(Format::Uri) || text.contains(':') && text.is_ascii(),
        "{text:?}"
    );
    assert_eq!(
        is(Format::ProtobufFqn),
        Format::ProtobufDotFqn.accepts(&format!(".{text}")),
        "{text:?}"
    );
    let header = |strict| {
        (
            Format::HttpHeaderName { strict },
            Format::HttpHeaderValue { strict },
        )
    };
    let ((name, value), (any_name, any_value)) = (header(true), header(false));
    assert!(!is(name) || is(value) && is(any_name), "{text:?}");
    assert!(!is(value) || is(any_value), "{text:?}");
    assert!(
        !is(Format::HttpHeaderName { strict: false }) || is(any_value),
        "{text:?}"
    );
}

fn addresses(text: &str) {
    let is = |format: Format| format.accepts(text);
    assert_eq!(
        is(Format::Ipv4),
        text.parse::<Ipv4Addr>().is_ok(),
        "{text:?}"
    );
    let (address, zone) = match text.split_once('%') {
        Some((address, zone)) => (address, Some(zone)),
        None => (text, None),
    };
    let is_v6 = address.parse::<Ipv6Addr>().is_ok() && zone != Some("");
    assert_eq!(is(Format::Ipv6), is_v6, "{text:?}");
    assert_eq!(
        is(Format::Ip),
        is(Format::Ipv4) || is(Format::Ipv6),
        "{text:?}"
    );
    assert_eq!(
        is(Format::Address),
        is(Format::Hostname) || is(Format::Ip),
        "{text:?}"
    );
    assert!(
        !(is(Format::Hostname) && is(Format::Ip)),
        "{text:?} is a name and an address"
    );
    // RFC 3986 has the same addresses, and zones behind an escaped `%`.
    let literal = Format::Uri.accepts(&format!("a://[{text}]"));
    assert!(
        zone.is_some() || text.starts_with(['v', 'V']) || literal == is(Format::Ipv6),
        "{text:?}"
    );
}

fn networks(text: &str) {
    let is = |format: Format| format.accepts(text);
    let split = text.split_once('/').and_then(|(address, length)| {
        let is_plain = length == "0" || !length.starts_with(['0', '+']);
        Some((
            address.parse::<IpAddr>().ok()?,
            length.parse::<u8>().ok().filter(|_| is_plain)?,
        ))
    });
    let net = split.and_then(|(address, length)| ipnet::IpNet::new(address, length).ok());
    let (v4, v6) = match net {
        Some(ipnet::IpNet::V4(_)) => (true, false),
        Some(ipnet::IpNet::V6(_)) => (false, true),
        None => (false, false),
    };
    let is_whole = net.is_some_and(|net| net.addr() == net.network());
    assert_eq!(is(Format::Ipv4WithPrefixlen), v4, "{text:?}");
    assert_eq!(is(Format::Ipv6WithPrefixlen), v6, "{text:?}");
    assert_eq!(is(Format::IpWithPrefixlen), v4 || v6, "{text:?}");
    assert_eq!(is(Format::Ipv4Prefix), v4 && is_whole, "{text:?}");
    assert_eq!(is(Format::Ipv6Prefix), v6 && is_whole, "{text:?}");
    assert_eq!(is(Format::IpPrefix), is_whole, "{text:?}");
}

fn ids(text: &str) {
    let is = |format: Format| format.accepts(text);
    let is_uuid = |len| text.len() == len && uuid::Uuid::try_parse(text).is_ok();
    assert_eq!(is(Format::Uuid), is_uuid(36), "{text:?}");
    assert_eq!(is(Format::Tuuid), is_uuid(32), "{text:?}");
    if is(Format::Uuid) {
        assert!(Format::Tuuid.accepts(&text.replace('-', "")), "{text:?}");
    }
    assert!(
        !is(Format::Ulid) || text.bytes().all(|byte| byte.is_ascii_alphanumeric()),
        "{text:?}"
    );
}

fn hosts(text: &str) {
    let is = |format: Format| format.accepts(text);
    let parts = text.rsplit_once(':').is_some_and(|(host, port)| {
        let is_port = port
            .parse::<u16>()
            .is_ok_and(|number| number.to_string() == port);
        let is_host = match host
            .strip_prefix('[')
            .and_then(|host| host.strip_suffix(']'))
        {
            Some(host) => Format::Ipv6.accepts(host),
            None => Format::Hostname.accepts(host) || Format::Ipv4.accepts(host),
        };
        is_port && is_host
    });
    assert_eq!(is(Format::HostAndPort), parts, "{text:?}");
    if is(Format::Hostname) {
        assert_eq!(
            Format::Email.accepts(&format!("a@{text}")),
            !text.ends_with('.'),
            "{text:?}"
        );
        assert!(Format::Uri.accepts(&format!("a://{text}:1/")), "{text:?}");
    }
    if let Some((local, domain)) = text.split_once('@').filter(|_| is(Format::Email)) {
        // The domain of an address may end with digits, and may be longer than a name.
        let name = format!("{domain}.a");
        assert!(!local.is_empty(), "{text:?}");
        assert_eq!(
            Format::Hostname.accepts(&name),
            name.len() <= 253,
            "{text:?}"
        );
    }
}

#[cfg(test)]
mod tests {
    /// What has gone wrong elsewhere, and what is near to it.
    #[test]
    fn the_seeds_agree() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/formats");
        for entry in std::fs::read_dir(folder).unwrap() {
            super::agree(&std::fs::read_to_string(entry.unwrap().path()).unwrap());
        }
    }
}
