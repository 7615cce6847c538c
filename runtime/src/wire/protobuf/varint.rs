//! Varints: seven bits a byte, the least significant first (protobuf encoding, "Base 128 Varints").

use crate::dispatch::Wire;
use crate::error::{Error, Fault};
pub(super) use crate::varint::bytes;
use crate::wire::input::Input;
use crate::wire::output::{Handed, Output};

/// [`bytes`] of a value below 2^56: its groups of seven bits move apart together.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) const fn word(value: u64) -> ([u8; 8], usize) {
    if value < 0x80 {
        return (value.to_le_bytes(), 1);
    }
    if value < 0x4000 {
        let pair = (value & 0x7f) | 0x80 | ((value >> 7) << 8);
        return (pair.to_le_bytes(), 2);
    }
    let bits = 64 - value.leading_zeros() as usize;
    let len = (bits * 9 + 64) >> 6;
    let len = if len > 8 { 8 } else { len };
    let halves = (value & 0x0fff_ffff) | ((value & 0x00ff_ffff_f000_0000) << 4);
    let fourteens = (halves & 0x0000_3fff_0000_3fff) | ((halves & 0x0fff_c000_0fff_c000) << 2);
    let sevens = (fourteens & 0x007f_007f_007f_007f) | ((fourteens & 0x3f80_3f80_3f80_3f80) << 1);
    let goes_on = 0x8080_8080_8080_8080 & ((1 << (8 * (len - 1))) - 1);
    ((sevens | goes_on).to_le_bytes(), len)
}

/// Writes a varint.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn write<C>(out: &mut Output<'_, '_, C>, value: u64) {
    if value < 0x80 {
        out.byte(value as u8);
    } else if value < 1 << 56 {
        let (bytes, len) = word(value);
        out.put(bytes, len);
    } else {
        out.apart(|out| (write_longest(out, value), ()));
    }
}

/// Writes a varint of nine or ten bytes.
#[inline(never)]
fn write_longest<'o, 'b, C>(out: Handed<'o, 'b, C>, value: u64) -> Handed<'o, 'b, C> {
    let mut out = out.take();
    let (bytes, len) = bytes(value);
    out.put(bytes, len);
    out.hand()
}

/// Reads a varint of up to 64 bits; what a tenth byte holds beyond them is dropped, as in C++ and Java. `None` if the
/// input ends within it, or it is longer than ten bytes; [`fault`] says which.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn read(input: &mut Input<'_>) -> Option<u64> {
    match input.peek() {
        Some(byte) if byte < 0x80 => {
            input.advance(1);
            Some(u64::from(byte))
        }
        _ => read_long(input),
    }
}

/// [`read`] for a varint that mostly has one byte, as a length or an enum's number.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn read_short(input: &mut Input<'_>) -> Option<u64> {
    match input.peek() {
        Some(byte) if byte < 0x80 => {
            input.advance(1);
            Some(u64::from(byte))
        }
        _ => read_apart(input),
    }
}

/// The last bytes of a message, fewer than eight, at the foot of a word.
#[inline]
fn short_word(rest: &[u8]) -> u64 {
    let shift = |at: usize| 8 * at as u32;
    if let (Some(first), Some(last)) = (rest.first_chunk::<4>(), rest.last_chunk::<4>()) {
        let last = u64::from(u32::from_le_bytes(*last));
        return u64::from(u32::from_le_bytes(*first)) | last << shift((rest.len() - 4) % 4);
    }
    let bytes = rest.iter().take(3).zip(0..);
    bytes.fold(0, |word, (byte, at)| word | u64::from(*byte) << shift(at))
}

/// Reads a varint of two bytes and more: up to eight in one word, whose groups of seven bits move together.
#[cfg_attr(not(debug_assertions), inline(always))]
fn read_long(input: &mut Input<'_>) -> Option<u64> {
    if let Some(word) = input.word()
        && let Some((value, len)) = at_foot(word)
        && len <= input.remaining()
    {
        input.advance(len);
        return Some(value);
    }
    read_apart(input)
}

/// Reads a varint in a function of its own, which takes a slice and gives two words.
#[cfg_attr(not(debug_assertions), inline(always))]
fn read_apart(input: &mut Input<'_>) -> Option<u64> {
    let (value, passed) = first(input.rest());
    input.advance(passed.0 >> 1);
    (passed.0 & 1 != 0).then_some(value)
}

/// Twice how many bytes are passed, and one more if they are a varint.
struct Passed(usize);

impl Passed {
    const fn varint(len: usize) -> Self {
        Self(len << 1 | 1)
    }

    const fn none(len: usize) -> Self {
        Self(len << 1)
    }
}

/// The varint at the start of `rest`. Where there is none, all bytes but the tenth are passed.
#[inline(never)]
fn first(rest: &[u8]) -> (u64, Passed) {
    let word = match rest.first_chunk::<8>() {
        Some(word) => u64::from_le_bytes(*word),
        None => short_word(rest),
    };
    match at_foot(word) {
        Some((value, len)) if len <= rest.len() => (value, Passed::varint(len)),
        _ => longest(word, rest),
    }
}

/// The varint at the foot of a word and its length; `None` if it goes on beyond. It takes no jump for each length.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn at_foot(word: u64) -> Option<(u64, usize)> {
    let ends = !word & 0x8080_8080_8080_8080;
    if ends == 0 {
        return None;
    }
    let len = ends.trailing_zeros() / 8 + 1;
    let sevens = word & (ends ^ (ends - 1)) & 0x7f7f_7f7f_7f7f_7f7f;
    Some((together(sevens), len as usize))
}

/// Moves eight groups of seven bits together.
#[cfg_attr(not(debug_assertions), inline(always))]
const fn together(sevens: u64) -> u64 {
    let fourteens = (sevens & 0x007f_007f_007f_007f) | ((sevens & 0x7f00_7f00_7f00_7f00) >> 1);
    let many = (fourteens & 0x0000_3fff_0000_3fff) | ((fourteens & 0x3fff_0000_3fff_0000) >> 2);
    (many & 0x0fff_ffff) | ((many & 0x0fff_ffff_0000_0000) >> 4)
}

/// The varint of nine or ten bytes at the start of `rest`, the first eight of them in a word, as most negative numbers are.
#[inline]
fn longest(word: u64, rest: &[u8]) -> (u64, Passed) {
    let [Some(ninth), tenth] = [rest.get(8), rest.get(9)] else {
        return (0, Passed::none(rest.len()));
    };
    let sevens = word & 0x7f7f_7f7f_7f7f_7f7f;
    let value = together(sevens) | u64::from(*ninth & 0x7f) << 56;
    match tenth {
        _ if *ninth < 0x80 => (value, Passed::varint(9)),
        Some(tenth) if *tenth < 0x80 => (value | u64::from(*tenth) << 63, Passed::varint(10)),
        _ => (0, Passed::none(9)),
    }
}

/// Why there is no varint, or none that is a length: the input is at its end, at the tenth byte of a varint that goes on, or
/// after a varint.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn fault(input: &Input<'_>) -> Fault {
    fault_at(input.whole(), input.position(), input.remaining())
}

/// [`fault`] at an offset that so many bytes follow.
#[cold]
#[inline(never)]
fn fault_at(whole: &[u8], at: usize, following: usize) -> Fault {
    let goes_on = |byte: &u8| *byte >= 0x80;
    let passed = whole.get(at.saturating_sub(9)..at).unwrap_or_default();
    let next = whole.get(at).filter(|_| following > 0);
    if passed.len() == 9 && next.is_some_and(goes_on) && passed.iter().all(goes_on) {
        Fault::Malformed("a varint is longer than ten bytes")
    } else {
        Fault::Truncated
    }
}

/// The error of [`fault`], made far from the walk.
#[cold]
#[inline(never)]
pub(super) fn error_at(whole: &[u8], at: usize, following: usize) -> Error {
    Error::new(fault_at(whole, at, following), Some(Wire::Protobuf), at)
}

/// ZigZag: small negative numbers become small unsigned ones.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) const fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}

/// The reverse of [`zigzag`].
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) const fn unzigzag(value: u64) -> i64 {
    (value >> 1) as i64 ^ -((value & 1) as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::output::Buffer;

    #[test]
    fn varints_match_the_specifications_examples() {
        for (value, expected) in [
            (0, &[0][..]),
            (127, &[0x7f]),
            (128, &[0x80, 1]),
            (150, &[0x96, 1]),
            (16_383, &[0xff, 0x7f]),
            (16_384, &[0x80, 0x80, 1]),
            (
                u64::MAX,
                &[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1],
            ),
        ] {
            let mut buffer = alloc::vec::Vec::new();
            let mut into = Buffer::new(&mut buffer, ());
            let mut out = into.output();
            write(&mut out, value);
            out.finish();
            assert_eq!(buffer, expected);
            assert_eq!(read(&mut Input::new(&buffer)), Some(value));
        }
        let mut long = Input::new(&[0x80; 10]);
        assert_eq!(read(&mut long), None);
        assert!(matches!(fault(&long), Fault::Malformed(_)));
        for end in 0..10 {
            let mut short = Input::new(&[0xff; 19]);
            short.advance(10);
            let _ = short.enter(end);
            assert_eq!(read(&mut short), None);
            assert!(matches!(fault(&short), Fault::Truncated), "{end}");
        }
    }

    #[test]
    fn every_length_is_read_at_every_place() {
        for bits in 0..64 {
            for value in [1_u64 << bits, (1 << bits) - 1, u64::MAX >> bits] {
                let (encoded, len) = bytes(value);
                if value < 1 << 56 {
                    let (word, count) = word(value);
                    assert_eq!((&word[..count], count), (&encoded[..len], len));
                }
                for after in 0..10 {
                    let mut padded = alloc::vec::Vec::from(&encoded[..len]);
                    padded.resize(len + after, 0xff);
                    let mut input = Input::new(&padded);
                    assert_eq!(read(&mut input), Some(value));
                    assert_eq!(input.position(), len);
                    let mut input = Input::new(&padded);
                    assert_eq!(read_short(&mut input), Some(value));
                    assert_eq!(input.position(), len);
                    let mut short = Input::part(&padded, 0, len - 1);
                    assert_eq!(read(&mut short), None, "{value} in {after}");
                    assert!(short.is_empty(), "{value} in {after}");
                    let mut short = Input::part(&padded, 0, len - 1);
                    assert_eq!(read_short(&mut short), None, "{value} in {after}");
                    assert!(short.is_empty(), "{value} in {after}");
                }
            }
        }
    }

    #[test]
    fn zigzag_matches_the_specifications_examples() {
        for (value, expected) in [
            (0, 0),
            (-1, 1),
            (1, 2),
            (-2, 3),
            (i64::MAX, u64::MAX - 1),
            (i64::MIN, u64::MAX),
        ] {
            assert_eq!(zigzag(value), expected);
            assert_eq!(unzigzag(expected), value);
        }
    }
}
