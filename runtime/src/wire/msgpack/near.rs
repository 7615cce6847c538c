//! Integers in their usual form, read with one load and without a jump for each width.
//!
//! `None` is for everything else; the input may then be after the integer.

use super::encoder::is_fixed;
use super::marker;
use crate::wire::input::Input;

/// The unsigned integer that is next.
#[inline(always)]
pub(super) fn unsigned(input: &mut Input<'_>) -> Option<u64> {
    let byte = input.peek()?;
    if byte < 0x80 {
        input.advance(1);
        return Some(u64::from(byte));
    }
    let (value, _) = wide(input)?;
    if byte < marker::I8 { Some(value) } else { None }
}

/// The signed integer that is next.
#[inline(always)]
pub(super) fn signed(input: &mut Input<'_>) -> Option<i64> {
    let byte = input.peek()?;
    if is_fixed(i64::from(byte.cast_signed())) {
        input.advance(1);
        return Some(i64::from(byte.cast_signed()));
    }
    let (unsigned, signed) = wide(input)?;
    match byte {
        marker::U64 if signed < 0 => None,
        marker::I8.. => Some(signed),
        _ => Some(unsigned.cast_signed()),
    }
}

/// An integer behind a marker, as unsigned and as signed.
#[inline(always)]
fn wide(input: &mut Input<'_>) -> Option<(u64, i64)> {
    let (value, len) = match input.peek_tagged() {
        Some((byte, word)) => behind(byte, word)?,
        None => last(input.rest())?,
    };
    input.advance(len);
    Some(value)
}

/// An integer behind a marker at the head of a word, and its length with the marker.
#[inline(always)]
fn behind(byte: u8, word: u64) -> Option<((u64, i64), usize)> {
    if byte.wrapping_sub(marker::U8) >= 8 {
        return None;
    }
    let len = 1 << (byte & 3);
    let shift = 64 - 8 * len;
    Some(((word >> shift, word.cast_signed() >> shift), 1 + len))
}

/// An integer in the last bytes of the input, where there is no whole word to load.
#[inline(never)]
fn last(rest: &[u8]) -> Option<((u64, i64), usize)> {
    let (byte, rest) = rest.split_first()?;
    let word = rest
        .iter()
        .take(8)
        .fold(0, |word, byte| word << 8 | u64::from(*byte));
    let missing = 8_usize.checked_sub(rest.len())?;
    let found = behind(*byte, word.checked_shl(8 * missing as u32)?)?;
    (found.1 <= 1 + rest.len()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_are_read_whatever_follows() {
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
            for more in 0..=8 {
                let padded = [bytes, &[0xaa; 8][..more]].concat();
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
            }
            for len in 0..bytes.len() {
                assert_eq!(signed(&mut Input::new(&bytes[..len])), None);
            }
        }
        assert_eq!(unsigned(&mut Input::new(&[])), None);
    }
}
