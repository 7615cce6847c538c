//! An address, a slash, and how many of its bits are the network (RFC 4291, section 2.3, and the same for IPv4). There is no
//! zone.

use super::{decimal, ip};

/// Whether all bits behind the prefix are zero, if this is an IPv4 address with a prefix length.
pub(crate) fn v4(value: &[u8]) -> Option<bool> {
    let (address, length) = split(value)?;
    let (address, length) = (ip::v4(address)?, decimal::read(length, 32)?);
    Some(address.checked_shl(length).unwrap_or(0) == 0)
}

/// The same for IPv6.
pub(crate) fn v6(value: &[u8]) -> Option<bool> {
    let (address, length) = split(value)?;
    let (address, length) = (ip::v6(address)?, decimal::read(length, 128)?);
    Some(address.checked_shl(length).unwrap_or(0) == 0)
}

fn split(value: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = value.iter().position(|&byte| byte == b'/')?;
    Some((&value[..at], &value[at + 1..]))
}

#[cfg(test)]
mod tests {
    use super::{v4, v6};

    #[test]
    fn prefixes() {
        let cases = [
            ("192.168.0.0/16", Some(true), None),
            ("192.168.5.21/16", Some(false), None),
            ("0.0.0.0/0", Some(true), None),
            ("0.0.0.1/0", Some(false), None),
            ("1.2.3.4/32", Some(true), None),
            ("1.2.3.4/33", None, None),
            ("1.2.3.4/08", None, None),
            ("1.2.3.4/", None, None),
            ("1.2.3.4", None, None),
            ("1.2.3.4/-1", None, None),
            ("2001:db8:abcd:12::/64", None, Some(true)),
            ("2001:db8:abcd:12::f1/64", None, Some(false)),
            ("::/0", None, Some(true)),
            ("::1/128", None, Some(true)),
            ("::1/129", None, None),
            ("::1/0128", None, None),
            ("::1%en1/64", None, None),
            ("::1/64%en1", None, None),
            ("::1/64/64", None, None),
        ];
        for (text, four, six) in cases {
            assert_eq!(
                (v4(text.as_bytes()), v6(text.as_bytes())),
                (four, six),
                "{text:?}"
            );
        }
    }
}
