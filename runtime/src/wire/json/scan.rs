//! Finds where plain text ends: SSE2 on x86-64, eight bytes at a time elsewhere.
//!
//! Plain is every byte that JSON allows in a string as it is: all but `"`, `\` and the control characters below 0x20
//! (RFC 8259, section 7).
#![allow(
    unsafe_code,
    reason = "a cursor file: text that was seen to be ASCII, and words at a position"
)]

/// How far plain text goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// Its length in bytes.
    pub(super) len: usize,
    /// Whether all of it is ASCII.
    pub(super) ascii: bool,
}

/// Whether a byte cannot stand in a string as it is.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) const fn is_stop(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

/// The plain text at the start of `bytes`.
#[inline]
pub(super) fn run(bytes: &[u8]) -> Run {
    let (mut len, mut high) = (0, 0);
    let (blocks, tail) = bytes.as_chunks::<WIDTH>();
    for block in blocks {
        let found = Found::new(block);
        if found.stops != 0 {
            let first = found.stops.trailing_zeros();
            high |= found.high & !(Mask::MAX << first);
            return Run {
                len: len + lane(found.stops),
                ascii: high == 0,
            };
        }
        high |= found.high;
        len += WIDTH;
    }
    let mut ascii = high == 0;
    for &byte in tail {
        if is_stop(byte) {
            break;
        }
        ascii &= byte < 0x80;
        len += 1;
    }
    Run { len, ascii }
}

/// The plain text at the start of `bytes`; `None` if it is not UTF-8.
#[inline]
pub(super) fn text(bytes: &[u8]) -> Option<&str> {
    let run = run(bytes);
    let plain = bytes.get(..run.len)?;
    if run.ascii {
        // SAFETY: `run` has seen each of these bytes to be ASCII. Noticed by `bytes_after_the_stop_do_not_count`.
        Some(unsafe { core::str::from_utf8_unchecked(plain) })
    } else {
        smoothutf8::from_utf8(plain)
    }
}

/// The eight bytes from `at` on, the first one lowest; `None` if there are fewer.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn word(bytes: &[u8], at: usize) -> Option<u64> {
    if bytes.len() < 8 || at > bytes.len() - 8 {
        return None;
    }
    // SAFETY: `at + 8 <= bytes.len()`, and an array of bytes has no alignment. Noticed by `words_end_with_the_bytes`.
    let word = unsafe { bytes.as_ptr().add(at).cast::<[u8; 8]>().read() };
    Some(u64::from_le_bytes(word))
}

/// The byte of a block that the lowest bit of `stops` stands for.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) const fn lane(stops: Mask) -> usize {
    (stops.trailing_zeros() / LANE) as usize
}

/// How many bytes of white space `bytes` begins with.
#[inline]
pub(super) fn spaces(bytes: &[u8]) -> usize {
    let is_space = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
    let mut len = 0;
    while let Some(block) = bytes.get(len..).and_then(<[u8]>::first_chunk::<WIDTH>) {
        match Found::others(block) {
            0 => len += WIDTH,
            others => return len + lane(others),
        }
    }
    len + bytes
        .get(len..)
        .unwrap_or_default()
        .iter()
        .take_while(|byte| is_space(byte))
        .count()
}

/// The bytes that are not digits, one bit each.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn not_digits(block: &[u8; 32]) -> u32 {
    let parts = block
        .as_chunks::<WIDTH>()
        .0
        .iter()
        .zip((0..).step_by(WIDTH));
    parts.fold(0, |all, (part, at)| all | Found::not_digits(part) << at)
}

/// The values of the first eight and the next eight digits of `block`, where the first `count` of 16 are digits and those
/// after them count as zeros.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn sixteen(block: &[u8; 16], count: usize) -> [u64; 2] {
    let pairs = vector::sixteen(block, count.min(16));
    [pairs & 0xffff_ffff, pairs >> 32]
}

/// Before the middle all ones, behind it zeros.
const HALVES: [u8; 32] = {
    let mut halves = [0; 32];
    let mut i = 0;
    while i < 16 {
        halves[i] = 0xff;
        i += 1;
    }
    halves
};

/// What a block of bytes holds: one bit per byte, [`LANE`] bits apart. Of `stops` only the lowest bit is exact.
pub(super) struct Found {
    pub(super) stops: Mask,
    high: Mask,
}

#[cfg(all(target_arch = "x86_64", target_feature = "sse2"))]
#[path = "scan/sse2.rs"]
mod vector;

#[cfg(not(all(target_arch = "x86_64", target_feature = "sse2")))]
#[path = "scan/words.rs"]
mod vector;

pub(super) use vector::WIDTH;
use vector::{LANE, Mask};

const LOW: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// The highest bit of each byte of `word` that cannot stand in a string as it is. Bits above the lowest may be too many:
/// a subtraction borrows from the byte above.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) const fn stops(word: u64) -> u64 {
    let quote = word ^ (LOW * b'"' as u64);
    let escape = word ^ (LOW * b'\\' as u64);
    let control = word.wrapping_sub(LOW * 0x20) & !word;
    ((quote.wrapping_sub(LOW) & !quote) | (escape.wrapping_sub(LOW) & !escape) | control) & HIGH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_each_stop_at_each_position() {
        for len in 0..70 {
            let mut bytes = alloc::vec![b'a'; len];
            assert_eq!(run(&bytes), Run { len, ascii: true });
            for at in 0..len {
                for (stop, found) in [
                    (b'"', at),
                    (b'\\', at),
                    (0, at),
                    (0x1f, at),
                    (0x20, len),
                    (0x7f, len),
                    (b'!', len),
                ] {
                    bytes[at] = stop;
                    assert_eq!(
                        run(&bytes),
                        Run {
                            len: found,
                            ascii: true
                        },
                        "{stop} at {at} of {len}"
                    );
                }
                bytes[at] = 0xc3;
                assert_eq!(run(&bytes), Run { len, ascii: false });
                bytes[at] = b'a';
            }
        }
    }

    #[test]
    fn bytes_after_the_stop_do_not_count() {
        let mut bytes = *b"abc\"xxxxxxxxxxxxxxxxxxxxxxxx";
        bytes[5] = 0xff;
        assert_eq!(
            run(&bytes),
            Run {
                len: 3,
                ascii: true
            }
        );
        bytes[1] = 0xff;
        assert_eq!(
            run(&bytes),
            Run {
                len: 3,
                ascii: false
            }
        );
    }

    #[test]
    fn white_space_ends_at_each_position() {
        for len in 0..40 {
            for byte in 0..=255_u8 {
                let mut bytes: alloc::vec::Vec<u8> =
                    b" \n\t\r".iter().copied().cycle().take(len).collect();
                bytes.push(byte);
                bytes.extend_from_slice(b" x                    ");
                let expected = if b" \n\t\r".contains(&byte) {
                    len + 2
                } else {
                    len
                };
                assert_eq!(spaces(&bytes), expected);
                assert_eq!(spaces(&bytes[..len]), len);
            }
        }
    }

    #[test]
    fn digits_end_at_each_position() {
        for byte in 0..=255_u8 {
            for at in 0..32 {
                let mut block = *b"01234567890123456789012345678901";
                block[at] = byte;
                let expected = u32::from(!byte.is_ascii_digit()) << at;
                assert_eq!(not_digits(&block), expected, "{byte} at {at}");
                block[31 - at] = b'.';
                let expected = if at == 31 - at { 0 } else { expected };
                assert_eq!(not_digits(&block), expected | 1 << (31 - at));
            }
        }
    }

    #[test]
    fn sixteen_digits_at_each_count() {
        for block in [
            b"1234567890987654",
            b"9999999999999999",
            b"0000000000000001",
        ] {
            for count in 0..=16 {
                let mut expected = *b"0000000000000000";
                expected[..count].copy_from_slice(&block[..count]);
                let value = |at| core::str::from_utf8(&expected[at..at + 8]).unwrap().parse();
                let mut block = *block;
                block[count..].fill(b',');
                let expected: [u64; 2] = [value(0).unwrap(), value(8).unwrap()];
                assert_eq!(sixteen(&block, count), expected, "{count}");
            }
        }
    }

    #[test]
    fn words_end_with_the_bytes() {
        for len in 0..20 {
            let bytes: alloc::boxed::Box<[u8]> = (0..len).collect();
            for at in 0..24 {
                let expected = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>);
                assert_eq!(word(&bytes, at), expected.map(|w| u64::from_le_bytes(*w)));
            }
        }
    }

    #[test]
    fn words_agree_with_bytes() {
        for byte in 0..=255_u8 {
            for lane in 0..8 {
                let mut word = [b'z'; 8];
                word[lane] = byte;
                let found = stops(u64::from_le_bytes(word));
                assert_eq!(found != 0, is_stop(byte), "{byte}");
                if found != 0 {
                    assert_eq!(found.trailing_zeros() as usize / 8, lane);
                }
            }
        }
    }
}
