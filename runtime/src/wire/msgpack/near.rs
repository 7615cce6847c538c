//! Numbers in their usual form; integers are read with one load and without a jump for each width.
//!
//! `None` is for everything else; nothing is then passed. One call far away is to go on from there, so that what is near
//! stays in registers.

use super::encoder::is_fixed;
use super::marker;
use crate::wire::input::{Input, text};

/// The unsigned integer that is next.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn unsigned(input: &mut Input<'_>) -> Option<u64> {
    let byte = input.peek()?;
    if byte < 0x80 {
        input.advance(1);
        return Some(u64::from(byte));
    }
    let (word, shift) = input.power::<{ marker::U8 }, 4>(|_, _| true)?;
    Some(word >> shift)
}

/// The signed integer that is next.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn signed(input: &mut Input<'_>) -> Option<i64> {
    let byte = input.peek()?;
    if is_fixed(i64::from(byte.cast_signed())) {
        input.advance(1);
        return Some(i64::from(byte.cast_signed()));
    }
    let too_large = |byte, word: u64| byte == marker::U64 && word.cast_signed() < 0;
    let (word, shift) = input.power::<{ marker::U8 }, 8>(|byte, word| !too_large(byte, word))?;
    Some(match byte {
        marker::I8.. => word.cast_signed() >> shift,
        _ => (word >> shift).cast_signed(),
    })
}

/// The float that is next, of 32 bits.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn f32(input: &mut Input<'_>) -> Option<f32> {
    let [marker::F32, a, b, c, d] = input.peek_array()? else {
        return None;
    };
    input.advance(5);
    Some(f32::from_be_bytes([a, b, c, d]))
}

/// The float that is next, of 64 bits.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn f64(input: &mut Input<'_>) -> Option<f64> {
    input.behind(marker::F64).map(f64::from_bits)
}

/// The text that is next, of up to `most` bytes and not more than 255.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn text_within<'de>(input: &mut Input<'de>, most: usize) -> Option<&'de str> {
    let mut ahead = *input;
    let text = text(text_bytes(&mut ahead, most)?)?;
    *input = ahead;
    Some(text)
}

/// The bytes of the text that is next, as [`text_within`]; where there is none, some may have been passed.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn text_bytes<'de>(input: &mut Input<'de>, most: usize) -> Option<&'de [u8]> {
    let len = match input.byte()? {
        byte @ 0xa0..=0xbf => usize::from(byte & 0x1f),
        marker::STR8 => usize::from(input.byte()?),
        _ => return None,
    };
    if len > most {
        return None;
    }
    input.take(len)
}

/// The bytes that are next, up to `most` of them and not more than 255.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn bytes<'de>(input: &mut Input<'de>, most: usize) -> Option<&'de [u8]> {
    let [marker::BIN8, len] = input.peek_array()? else {
        return None;
    };
    if usize::from(len) > most {
        return None;
    }
    let mut ahead = *input;
    ahead.advance(2);
    let bytes = ahead.take(usize::from(len))?;
    *input = ahead;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_are_read_where_a_word_follows() {
        for (bytes, expected) in [
            (&[0x7f][..], Some(127)),
            (&[0xe0], Some(-32)),
            (&[0xcc, 0x80], Some(128)),
            (&[0xcd, 0x80, 0], Some(0x8000)),
            (&[0xce, 0x80, 0, 0, 0], Some(0x8000_0000)),
            (&[0xcf, 0x7f, 0, 0, 0, 0, 0, 0, 0], Some(0x7f << 56)),
            (&[0xcf, 0x80, 0, 0, 0, 0, 0, 0, 0], None),
            (&[0xd0, 0x80], Some(-128)),
            (&[0xd0, 5], Some(5)),
            (&[0xd1, 0xff, 0], Some(-256)),
            (&[0xd2, 0x80, 0, 0, 0], Some(i64::from(i32::MIN))),
            (&[0xd3, 0x80, 0, 0, 0, 0, 0, 0, 0], Some(i64::MIN)),
            (&[0xc0], None),
            (&[0xcb, 0, 0, 0, 0, 0, 0, 0, 0], None),
            (&[0xd4, 0, 0], None),
        ] {
            let padded = [bytes, &[0xaa; 8]].concat();
            let mut input = Input::new(&padded);
            assert_eq!(signed(&mut input), expected, "{bytes:x?}");
            if expected.is_some() {
                assert_eq!(input.position(), bytes.len(), "{bytes:x?}");
            }
            let unsigned_form = bytes[0] < 0x80 || (0xcc..0xd0).contains(&bytes[0]);
            let mut input = Input::new(&padded);
            let found = unsigned(&mut input);
            assert_eq!(found.is_some(), unsigned_form, "{bytes:x?}");
            if let Some(expected) = expected
                && unsigned_form
            {
                assert_eq!(found, Some(expected as u64));
            }
            for len in 0..bytes.len() {
                assert_eq!(signed(&mut Input::new(&bytes[..len])), None);
            }
        }
        assert_eq!(unsigned(&mut Input::new(&[])), None);
    }

    #[test]
    fn texts_and_bytes_of_one_byte_of_length_are_read() {
        for (encoded, expected) in [
            (&b"\xa3abc"[..], Some("abc")),
            (b"\xd9\x03abc", Some("abc")),
            (b"\xa0", Some("")),
            (b"\xd9\x00", Some("")),
            (b"\xa5abcde", None),
            (b"\xd9\x05abcde", None),
            (b"\xa3ab", None),
            (b"\xd9\x03ab", None),
            (b"\xd9", None),
            (b"\xa2\xc3\x28", None),
            (b"\xda\x00\x01a", None),
            (b"\xc4\x01a", None),
            (b"", None),
        ] {
            let mut input = Input::new(encoded);
            assert_eq!(text_within(&mut input, 4), expected, "{encoded:02x?}");
            let passed = if expected.is_some() { encoded.len() } else { 0 };
            assert_eq!(input.position(), passed, "{encoded:02x?}");
        }
        for (encoded, expected) in [
            (&b"\xc4\x03abc"[..], Some(&b"abc"[..])),
            (b"\xc4\x00", Some(b"")),
            (b"\xc4\x05abcde", None),
            (b"\xc4\x03ab", None),
            (b"\xc4", None),
            (b"\xc5\x00\x01a", None),
            (b"\xa1a", None),
        ] {
            let mut input = Input::new(encoded);
            assert_eq!(bytes(&mut input, 4), expected, "{encoded:02x?}");
            let passed = if expected.is_some() { encoded.len() } else { 0 };
            assert_eq!(input.position(), passed, "{encoded:02x?}");
        }
    }
}
