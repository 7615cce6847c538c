//! UUIDs as text (RFC 9562, section 4).

use alloc::string::String;

/// Where the dashes stand.
const DASHES: [usize; 4] = [8, 13, 18, 23];

/// What stands before a UUID that is a URN.
const URN: &[u8] = b"urn:uuid:";

/// The text: lower-case digits, with dashes.
pub(crate) fn text(uuid: &[u8; 16]) -> [u8; 36] {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = [b'-'; 36];
    let mut at = 0;
    for byte in uuid {
        if DASHES.contains(&at) {
            at += 1;
        }
        text[at] = DIGITS[usize::from(byte >> 4)];
        text[at + 1] = DIGITS[usize::from(byte & 15)];
        at += 2;
    }
    text
}

/// [`text`], owned.
pub(crate) fn string(uuid: &[u8; 16]) -> String {
    text(uuid).into_iter().map(char::from).collect()
}

/// The UUID that a text is: 32 digits of either case, with dashes or without; with dashes also in braces, or behind `urn:uuid:`.
pub(crate) fn read(text: &[u8]) -> Option<[u8; 16]> {
    let (digits, is_dashed) = match text.len() {
        32 => (text, false),
        36 => (text, true),
        38 => (text.strip_prefix(b"{")?.strip_suffix(b"}")?, true),
        // The name of the scheme and of the namespace may have either case (RFC 8141, section 3.1).
        45 => {
            let (urn, digits) = text.split_at(URN.len());
            (
                Some(digits).filter(|_| urn.eq_ignore_ascii_case(URN))?,
                true,
            )
        }
        _ => return None,
    };
    let mut uuid = [0; 16];
    let mut at = 0;
    for byte in &mut uuid {
        if is_dashed && DASHES.contains(&at) {
            if digits[at] != b'-' {
                return None;
            }
            at += 1;
        }
        *byte = digit(digits[at])? << 4 | digit(digits[at + 1])?;
        at += 2;
    }
    Some(uuid)
}

fn digit(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).map(|digit| digit as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    const UUID: [u8; 16] = [
        0x67, 0xe5, 0x50, 0x44, 0x10, 0xb1, 0x42, 0x6f, 0x92, 0x47, 0xbb, 0x68, 0x0e, 0x5f, 0xe0,
        0xc8,
    ];

    #[test]
    fn every_form_of_text_is_read() {
        assert_eq!(&text(&UUID), b"67e55044-10b1-426f-9247-bb680e5fe0c8");
        for text in [
            "67e55044-10b1-426f-9247-bb680e5fe0c8",
            "67E55044-10B1-426F-9247-BB680E5FE0C8",
            "67e5504410b1426f9247bb680e5fe0c8",
            "{67e55044-10b1-426f-9247-bb680e5fe0c8}",
            "urn:uuid:67e55044-10b1-426f-9247-bb680e5fe0c8",
            "URN:UUID:67E55044-10B1-426F-9247-BB680E5FE0C8",
        ] {
            assert_eq!(read(text.as_bytes()), Some(UUID), "{text}");
        }
    }

    #[test]
    fn other_text_is_none() {
        for text in [
            "",
            "67e55044-10b1-426f-9247-bb680e5fe0c",
            "67e55044-10b1-426f-9247-bb680e5fe0c8 ",
            "67e55044-10b1-426f-9247+bb680e5fe0c8",
            "67e5504410b1-426f-9247-bb680e5fe0c8--",
            "67e55044-10b1-426f-9247-bb680e5fe0g8",
            "67e5504410b1426f9247bb680e5fe0c\u{e9}",
            "{67e5504410b1426f9247bb680e5fe0c8}",
            "{67e55044-10b1-426f-9247-bb680e5fe0c8",
            "urn:uuid:67e5504410b1426f9247bb680e5fe0c8",
            "urn:uuid-67e55044-10b1-426f-9247-bb680e5fe0c8",
        ] {
            assert_eq!(read(text.as_bytes()), None, "{text}");
        }
    }
}
