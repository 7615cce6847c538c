//! `ip`, `ipv4`, `ipv6`: addresses in the text forms of RFC 3986, section 3.2.2; IPv6 also with a zone (RFC 4007).

/// Dotted decimal without leading zeros.
pub(super) fn is_v4(value: &[u8]) -> bool {
    v4(value).is_some()
}

/// Eight groups, or fewer around one `::`; behind a `%` a zone of any text.
pub(super) fn is_v6(value: &[u8]) -> bool {
    match value.iter().position(|&byte| byte == b'%') {
        Some(at) => at + 1 < value.len() && v6(&value[..at]).is_some(),
        None => v6(value).is_some(),
    }
}

/// The address as a number.
pub(super) fn v4(value: &[u8]) -> Option<u32> {
    let (mut address, mut count) = (0, 0);
    for part in value.split(|&byte| byte == b'.') {
        address = address << 8 | decimal(part, 255)?;
        count += 1;
        if count > 4 {
            return None;
        }
    }
    (count == 4).then_some(address)
}

/// The address as a number; without a zone.
pub(super) fn v6(value: &[u8]) -> Option<u128> {
    let (mut address, mut count, mut gap) = (0_u128, 0_u32, None);
    let mut rest = value;
    if let [b':', b':', tail @ ..] = value {
        (gap, rest) = (Some(0), tail);
    }
    while !rest.is_empty() || gap != Some(count) {
        let (mut group, mut digits) = (0, 0);
        while digits < 4
            && let Some(digit) = rest
                .get(digits)
                .and_then(|&byte| char::from(byte).to_digit(16))
        {
            (group, digits) = (group << 4 | digit, digits + 1);
        }
        let tail = &rest[digits..];
        if let [b'.', ..] = tail {
            address = address << 32 | u128::from(v4(rest)?);
            count += 2;
            break;
        }
        if digits == 0 {
            return None;
        }
        address = address << 16 | u128::from(group);
        count += 1;
        rest = match tail {
            [] => break,
            [b':', b':', tail @ ..] if gap.is_none() => {
                gap = Some(count);
                tail
            }
            [b':', tail @ ..] if count < 8 => tail,
            _ => return None,
        };
    }
    match gap {
        None => (count == 8).then_some(address),
        Some(_) if count >= 8 => None,
        Some(above) => {
            let low = 16 * (count - above);
            Some(
                (address >> low).checked_shl(128 - 16 * above).unwrap_or(0)
                    | address & ((1 << low) - 1),
            )
        }
    }
}

/// A decimal number without leading zeros, up to a maximum of at most five digits.
pub(super) fn decimal(digits: &[u8], max: u32) -> Option<u32> {
    if digits.is_empty() || digits.len() > 5 || digits.len() > 1 && digits[0] == b'0' {
        return None;
    }
    let mut value = 0;
    for &byte in digits {
        value = value * 10 + char::from(byte).to_digit(10)?;
    }
    (value <= max).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::{is_v4, is_v6, v4, v6};
    use core::net::{Ipv4Addr, Ipv6Addr};

    #[track_caller]
    fn agree(text: &str) {
        assert_eq!(
            v4(text.as_bytes()),
            text.parse::<Ipv4Addr>().ok().map(u32::from),
            "{text:?}"
        );
        assert_eq!(
            v6(text.as_bytes()),
            text.parse::<Ipv6Addr>().ok().map(u128::from),
            "{text:?}"
        );
    }

    #[test]
    fn addresses_are_read_as_std_reads_them() {
        let texts = [
            "",
            "1",
            "1.2.3.4",
            "0.0.0.0",
            "255.255.255.255",
            "256.0.0.0",
            "1.2.3",
            "1.2.3.4.5",
            "01.2.3.4",
            "1.2.3.4.",
            ".1.2.3.4",
            "1..2.3",
            "1.2.3.a",
            "1.2.3.4/8",
            "1.2.3.1000",
            "+1.2.3.4",
            " 1.2.3.4",
            "::",
            ":",
            ":::",
            "::1",
            "1::",
            "1::2",
            "1::2::3",
            "1:2:3:4:5:6:7:8",
            "1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:8:9",
            "1:2:3:4:5:6:7::",
            "::2:3:4:5:6:7:8",
            "1:2:3:4::5:6:7:8",
            "1:2:3:4:5:6:7:8::",
            "::1:2:3:4:5:6:7:8",
            "12345::",
            "g::",
            "::ffff:1.2.3.4",
            "1:2:3:4:5:6:1.2.3.4",
            "1:2:3:4:5:6:7:1.2.3.4",
            "1:2:3:4:5::1.2.3.4",
            "1:2:3:4:5:6::1.2.3.4",
            "1.2.3.4::",
            "::1.2.3.4:1",
            "::1.2.3",
            "::01.2.3.4",
            "fe80::A",
            "FE80::a",
            "1:",
            ":1",
            "::1:",
            ":1::2",
            "0000::0000",
            "00000::",
            "[::1]",
            "::1%",
            "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
            "::ffff:255.255.255.255",
        ];
        texts.into_iter().for_each(agree);
    }

    #[test]
    fn any_mixture_is_read_as_std_reads_it() {
        let parts = [
            "", "0", "1", "ffff", "12345", ":", "::", ".", "1.2.3.4", "%",
        ];
        let mut state = 1_u32;
        for _ in 0..100_000 {
            let mut text = alloc::string::String::new();
            for _ in 0..=(state >> 24) % 17 {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let colon = if state >> 30 == 0 { "" } else { ":" };
                text.push_str(parts[(state >> 16) as usize % parts.len()]);
                text.push_str(colon);
            }
            agree(&text);
            agree(text.trim_end_matches(':'));
        }
    }

    #[test]
    fn zones_are_any_text() {
        for (text, ok) in [
            ("fe80::a%en1", true),
            ("::1%%", true),
            ("::1%", false),
            ("%en1", false),
            ("1.2.3.4%a", false),
        ] {
            assert_eq!(is_v6(text.as_bytes()), ok, "{text:?}");
            assert!(!is_v4(text.as_bytes()));
        }
    }
}
