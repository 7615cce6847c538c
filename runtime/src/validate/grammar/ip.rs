//! Addresses in the text forms of RFC 3986, section 3.2.2; IPv6 also with a zone (RFC 4007).

/// Dotted decimal without leading zeros.
pub(crate) fn is_v4(value: &[u8]) -> bool {
    v4(value).is_some()
}

/// Eight groups, or fewer around one `::`; behind a `%` a zone of any text.
pub(crate) fn is_v6(value: &[u8]) -> bool {
    matches!(groups(value), Some((_, [] | [b'%', _, ..])))
}

/// The address as a number.
pub(crate) fn v4(value: &[u8]) -> Option<u32> {
    if value.len() > "255.255.255.255".len() {
        return None;
    }
    let (mut address, mut octet, mut digits, mut dots) = (0_u32, 0_u32, 0, 0);
    for &byte in value {
        let digit = byte.wrapping_sub(b'0');
        if digit <= 9 {
            if digits > 0 && octet == 0 {
                return None;
            }
            octet = octet * 10 + u32::from(digit);
            digits += 1;
            if octet > 255 {
                return None;
            }
        } else if byte == b'.' && digits > 0 && dots < 3 {
            address = address << 8 | octet;
            (octet, digits, dots) = (0, 0, dots + 1);
        } else {
            return None;
        }
    }
    (dots == 3 && digits > 0).then_some(address << 8 | octet)
}

/// The address as a number; without a zone.
pub(crate) fn v6(value: &[u8]) -> Option<u128> {
    let (groups, rest) = groups(value)?;
    rest.is_empty().then(|| groups.address())
}

/// The groups that are written, and how many of them stand before `::`.
struct Groups {
    written: [u16; 8],
    count: usize,
    gap: Option<usize>,
}

impl Groups {
    fn address(&self) -> u128 {
        let gap = self.gap.unwrap_or(self.count);
        let mut groups = [0; 8];
        for (at, group) in self.written[..self.count].iter().enumerate() {
            let zeros = if at < gap { 0 } else { 8 - self.count };
            groups[at + zeros] = *group;
        }
        let number = |address: u128, group: &u16| address << 16 | u128::from(*group);
        groups.iter().fold(0, number)
    }

    /// Nothing where there are eight.
    #[inline]
    fn push(&mut self, group: u32) -> Option<()> {
        *self.written.get_mut(self.count)? = group as u16;
        self.count += 1;
        Some(())
    }
}

/// An address, and what is behind it: nothing, or what begins with `%`.
#[inline]
fn groups(value: &[u8]) -> Option<(Groups, &[u8])> {
    let mut groups = Groups {
        written: [0; 8],
        count: 0,
        gap: None,
    };
    let mut rest = value;
    if let [b':', b':', tail @ ..] = value {
        (groups.gap, rest) = (Some(0), tail);
    }
    let is_end = |rest: &[u8]| matches!(rest, [] | [b'%', ..]);
    while !(is_end(rest) && groups.gap == Some(groups.count)) {
        let (mut group, mut digits) = (0, 0);
        while digits < 4
            && let Some(&byte) = rest.get(digits)
            && let digit = HEX[usize::from(byte)]
            && digit < 16
        {
            group = group << 4 | u32::from(digit);
            digits += 1;
        }
        let tail = &rest[digits..];
        if let [b'.', ..] = tail {
            let end = rest.iter().position(|&byte| byte == b'%');
            let (last, zone) = rest.split_at(end.unwrap_or(rest.len()));
            let last = v4(last)?;
            groups.push(last >> 16)?;
            groups.push(last)?;
            rest = zone;
            break;
        }
        if digits == 0 {
            return None;
        }
        groups.push(group)?;
        rest = match tail {
            [b':', b':', tail @ ..] if groups.gap.is_none() => {
                groups.gap = Some(groups.count);
                tail
            }
            [b':', tail @ ..] => tail,
            _ if is_end(tail) => {
                rest = tail;
                break;
            }
            _ => return None,
        };
    }
    let is_whole = match groups.gap {
        None => groups.count == 8,
        Some(_) => groups.count < 8,
    };
    is_whole.then_some((groups, rest))
}

/// What each byte counts as a hexadecimal digit; 16 where it is none.
static HEX: [u8; 256] = {
    let mut digits = [16; 256];
    let mut value = 0;
    while value < 16 {
        let digit = b"0123456789abcdef"[value];
        digits[digit as usize] = value as u8;
        digits[digit.to_ascii_uppercase() as usize] = value as u8;
        value += 1;
    }
    digits
};

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
