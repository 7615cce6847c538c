//! `host_and_port`: a host name, an IPv4 address or an IPv6 address in brackets, a colon, and a port up to 65535.

use super::hostname;
use crate::validate::grammar::{decimal, ip};

/// What the value must be.
pub(crate) const MUST: &str = "a host and a port";

pub(crate) fn accepts(value: &[u8]) -> bool {
    let Some(colon) = value.iter().rposition(|&byte| byte == b':') else {
        return false;
    };
    let (host, port) = (&value[..colon], &value[colon + 1..]);
    let is_host = match host {
        [b'[', address @ .., b']'] => ip::is_v6(address),
        _ => hostname::accepts(host) || ip::is_v4(host),
    };
    is_host && decimal::read(port, 65_535).is_some()
}

#[cfg(test)]
mod tests {
    use super::accepts;

    #[test]
    fn hosts_and_ports() {
        let cases = [
            ("example.com:8080", true),
            ("example.com.:8080", true),
            ("1.2.3.4:0", true),
            ("1.2.3.4:65535", true),
            ("[::1]:80", true),
            ("[fe80::a%en1]:80", true),
            ("[fe80::a%a]b:c]:80", true),
            ("a:1", true),
            ("a:65536", false),
            ("a:080", false),
            ("a:00", false),
            ("a:+1", false),
            ("a:", false),
            ("a", false),
            (":1", false),
            ("[::1]", false),
            ("[::1]:", false),
            ("[::1]80", false),
            ("[]:80", false),
            ("::1:80", false),
            ("[1.2.3.4]:80", false),
            ("1.2.3:80", false),
            ("a b:80", false),
            ("a:b:80", false),
            ("", false),
        ];
        for (value, ok) in cases {
            assert_eq!(accepts(value.as_bytes()), ok, "{value:?}");
        }
    }
}
