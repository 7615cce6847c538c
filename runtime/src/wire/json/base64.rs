//! Base64 (RFC 4648): written in the standard alphabet with padding, read in both alphabets, padded or not.

use alloc::vec::Vec;

use crate::wire::output::Handed;

const STANDARD: [u8; 64] = *b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// What stands for no digit.
const NONE: u8 = 0xff;

const DIGITS: [u8; 256] = {
    let mut digits = [NONE; 256];
    let mut i = 0;
    while i < 64 {
        digits[STANDARD[i] as usize] = i as u8;
        i += 1;
    }
    digits[b'-' as usize] = 62;
    digits[b'_' as usize] = 63;
    digits
};

/// Appends `bytes` as text.
pub(super) fn encode<'o, 'b, C>(out: Handed<'o, 'b, C>, bytes: &[u8]) -> Handed<'o, 'b, C> {
    let mut out = out.take();
    out.reserve(bytes.len().div_ceil(3) * 4 + 16);
    let (blocks, rest) = bytes.as_chunks::<12>();
    for block in blocks {
        let mut text = [0; 16];
        for (three, four) in block
            .as_chunks::<3>()
            .0
            .iter()
            .zip(text.as_chunks_mut::<4>().0)
        {
            *four = quartet(*three);
        }
        out.put(text, 16);
    }
    let (threes, rest) = rest.as_chunks::<3>();
    for three in threes {
        out.put(quartet(*three), 4);
    }
    match *rest {
        [a] => {
            let [first, second, ..] = quartet([a, 0, 0]);
            out.put([first, second, b'=', b'='], 4);
        }
        [a, b] => {
            let [first, second, third, _] = quartet([a, b, 0]);
            out.put([first, second, third, b'='], 4);
        }
        _ => {}
    }
    out.hand()
}

/// Bytes that are shown as text.
#[cfg(feature = "serde")]
#[derive(Debug)]
pub(in crate::wire) struct Shown<'b>(pub(in crate::wire) &'b [u8]);

#[cfg(feature = "serde")]
impl core::fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        for chunk in self.0.chunks(3) {
            let mut three = [0; 3];
            three
                .iter_mut()
                .zip(chunk)
                .for_each(|(place, byte)| *place = *byte);
            let mut text = quartet(three);
            text.iter_mut()
                .skip(chunk.len() + 1)
                .for_each(|digit| *digit = b'=');
            f.write_str(core::str::from_utf8(&text).unwrap_or_default())?;
        }
        Ok(())
    }
}

#[cfg_attr(not(debug_assertions), inline(always))]
fn quartet([a, b, c]: [u8; 3]) -> [u8; 4] {
    let word = u32::from_be_bytes([0, a, b, c]);
    [18, 12, 6, 0].map(|shift| STANDARD[(word >> shift) as usize & 63])
}

/// What `text` stands for; `None` if it is not base64. Bits beyond the last whole byte are ignored.
pub(in crate::wire) fn decode(text: &[u8]) -> Option<Vec<u8>> {
    let text = match text {
        [digits @ .., b'=', b'='] if text.len().is_multiple_of(4) => digits,
        [digits @ .., b'='] if text.len().is_multiple_of(4) => digits,
        _ => text,
    };
    let (fours, rest) = text.as_chunks::<4>();
    let mut bytes = alloc::vec![0; text.len() * 3 / 4];
    let (threes, end) = bytes.as_chunks_mut::<3>();
    let mut all = 0;
    for (four, three) in fours.iter().zip(threes) {
        let word = word(*four);
        all |= word;
        let [_, a, b, c] = word.to_be_bytes();
        *three = [a, b, c];
    }
    let last = match *rest {
        [] => 0,
        [a, b] => word([a, b, b'A', b'A']),
        [a, b, c] => word([a, b, c, b'A']),
        _ => return None,
    };
    for (byte, value) in end.iter_mut().zip(last.to_be_bytes().into_iter().skip(1)) {
        *byte = value;
    }
    (all | last < 1 << 24).then_some(bytes)
}

/// The value of four digits, 24 bits of it; above them others than zeros if one is none.
#[cfg_attr(not(debug_assertions), inline(always))]
fn word(four: [u8; 4]) -> u32 {
    let [a, b, c, d] = four.map(|byte| u32::from(DIGITS[usize::from(byte)]));
    (a << 18 | b << 12 | c << 6 | d) | ((a | b | c | d) & 0x80) << 17
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::output::Buffer;

    fn encoded(bytes: &[u8]) -> alloc::string::String {
        let mut buffer = Vec::new();
        encode(Buffer::new(&mut buffer, ()).output().hand(), bytes)
            .take()
            .finish();
        alloc::string::String::from_utf8(buffer).unwrap()
    }

    #[test]
    fn vectors_of_rfc_4648() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(encoded(bytes.as_bytes()), text);
            assert_eq!(decode(text.as_bytes()).as_deref(), Some(bytes.as_bytes()));
            assert_eq!(
                decode(text.trim_end_matches('=').as_bytes()).as_deref(),
                Some(bytes.as_bytes())
            );
        }
    }

    #[test]
    fn all_bytes_come_back() {
        for len in 0..100_u8 {
            let bytes: Vec<u8> = (0..len).map(|i| i.wrapping_mul(151) ^ 0xf7).collect();
            let text = encoded(&bytes);
            let url = text.replace('+', "-").replace('/', "_");
            assert_eq!(decode(text.as_bytes()).as_deref(), Some(&bytes[..]));
            assert_eq!(decode(url.as_bytes()).as_deref(), Some(&bytes[..]));
            assert_eq!(
                decode(url.trim_end_matches('=').as_bytes()).as_deref(),
                Some(&bytes[..])
            );
        }
        assert_eq!(encoded(&[0xfb, 0xff]), "+/8=");
    }

    #[test]
    fn other_text_is_refused() {
        for text in [
            "Z", "Zg=", "Zg===", "=", "==", "====", "Zm9v=", "Zm9vY", "Zm 9v", "Z===", "Zg==Zg==",
            "Zm9*", "\u{e4}",
        ] {
            assert_eq!(decode(text.as_bytes()), None, "{text}");
        }
    }
}
