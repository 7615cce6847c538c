//! Varints one after another, as they stand in a packed list: neighbours are mostly of one length, and then read together.

use super::varint;
use crate::wire::input::Input;

/// The bits that say that a varint goes on, of eight bytes, of four pairs and of two triples.
const HIGH: u64 = 0x8080_8080_8080_8080;
const PAIRS: u64 = 0x0080_0080_0080_0080;
const SIX: u64 = 0x0000_8080_8080_8080;
const TRIPLES: u64 = 0x0000_0080_8000_8080;

/// How many varints end in these bytes.
pub(super) fn count(bytes: &[u8]) -> usize {
    // So few at a time that a byte counts them.
    let ends = |chunk: &[u8]| {
        chunk
            .iter()
            .fold(0, |sum, byte| sum + u8::from(*byte < 0x80))
    };
    bytes
        .chunks(128)
        .map(|chunk| usize::from(ends(chunk)))
        .sum()
}

/// Reads varints from the start of `into` on, as far as `item` has something for them; how many. Nothing beyond them is passed.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn read<T>(
    input: &mut Input<'_>,
    into: &mut [T],
    item: impl Fn(u64) -> Option<T>,
) -> usize {
    let all = into.len();
    let mut rest = into;
    while let Some(bytes) = input.peek_array::<8>() {
        let word = u64::from_le_bytes(bytes);
        let high = word & HIGH;
        let passed = if high == 0 {
            store(&mut rest, bytes.map(u64::from), &item).map(|()| 8)
        } else if high == PAIRS {
            let pairs = (word & 0x007f_007f_007f_007f) | (word & 0x7f00_7f00_7f00_7f00) >> 1;
            let pair = |index: u32| pairs >> (16 * index) & 0x3fff;
            store(&mut rest, [pair(0), pair(1), pair(2), pair(3)], &item).map(|()| 8)
        } else if high & SIX == TRIPLES {
            let triple = |word: u64| word & 0x7f | (word & 0x7f00) >> 1 | (word & 0x7f_0000) >> 2;
            store(&mut rest, [triple(word), triple(word >> 24)], &item).map(|()| 6)
        } else {
            None
        };
        let passed = match passed.or_else(|| mixed(word, &mut rest, &item)) {
            Some(passed) => passed,
            None => match varint::at_foot(word) {
                Some((value, len)) if store(&mut rest, [value], &item).is_some() => len,
                _ => break,
            },
        };
        input.advance(passed);
    }
    while one(input, &mut rest, &item) {}
    all - rest.len()
}

/// Reads up to three varints of one byte and two from the foot of a word; how many bytes they have, if there is one.
#[cfg_attr(not(debug_assertions), inline(always))]
fn mixed<T>(mut word: u64, rest: &mut &mut [T], item: impl Fn(u64) -> Option<T>) -> Option<usize> {
    let mut passed = None;
    for _ in 0..3 {
        let (value, len) = if word & 0x80 == 0 {
            (word & 0x7f, 1)
        } else if word & 0x8000 == 0 {
            (word & 0x7f | (word & 0x7f00) >> 1, 2)
        } else {
            break;
        };
        if store(rest, [value], &item).is_none() {
            break;
        }
        word >>= 8 * len;
        passed = Some(passed.unwrap_or(0) + len);
    }
    passed
}

/// Stores what there is for the values, if there is room for them and something for each.
#[cfg_attr(not(debug_assertions), inline(always))]
fn store<T, const N: usize>(
    rest: &mut &mut [T],
    values: [u64; N],
    item: impl Fn(u64) -> Option<T>,
) -> Option<()> {
    let mut fits = true;
    for (slot, value) in rest.first_chunk_mut::<N>()?.iter_mut().zip(values) {
        match item(value) {
            Some(item) => *slot = item,
            None => fits = false,
        }
    }
    if !fits {
        return None;
    }
    *rest = core::mem::take(rest).get_mut(N..)?;
    Some(())
}

/// Reads one varint.
#[cfg_attr(not(debug_assertions), inline(always))]
fn one<T>(input: &mut Input<'_>, rest: &mut &mut [T], item: impl Fn(u64) -> Option<T>) -> bool {
    let mut ahead = *input;
    match varint::read(&mut ahead) {
        Some(value) if store(rest, [value], item).is_some() => {
            *input = ahead;
            true
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    fn bytes_of(values: &[u64]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for value in values {
            let (all, len) = varint::bytes(*value);
            bytes.extend_from_slice(&all[..len]);
        }
        bytes
    }

    #[test]
    fn varints_are_read_together_as_one_by_one() {
        let widths = [1_u32, 2, 3, 4, 5, 9, 10];
        for first in widths {
            for second in widths {
                for change in 0..20_u64 {
                    let values: Vec<u64> = (0..20)
                        .map(|index| {
                            let width = if index < change { first } else { second };
                            let low = 1_u64.unbounded_shl(7 * (width - 1)) & !u64::from(width == 1);
                            low + index * 3
                        })
                        .collect();
                    let bytes = bytes_of(&values);
                    for room in [0, 1, 7, 19, 20, 30] {
                        let mut input = Input::new(&bytes);
                        let mut into = [7; 30];
                        let filled = read(&mut input, &mut into[..room], Some);
                        assert_eq!(filled, room.min(20));
                        assert_eq!(into[..filled], values[..filled]);
                        assert!(into[filled..].iter().all(|item| *item == 7));
                        assert_eq!(input.position(), bytes_of(&values[..filled]).len());
                    }
                    let cut = &bytes[..bytes.len() - 1];
                    let mut input = Input::new(cut);
                    assert_eq!(read(&mut input, &mut [0; 30], Some), 19);
                    assert_eq!(input.position(), bytes_of(&values[..19]).len());
                }
            }
        }
    }

    #[test]
    fn they_are_counted_at_every_length() {
        let bytes: Vec<u8> = (0..700_u32).map(|at| (at * at / 3) as u8).collect();
        for len in 0..=bytes.len() {
            let ends = bytes[..len].iter().filter(|byte| **byte < 0x80).count();
            assert_eq!(count(&bytes[..len]), ends);
        }
        assert_eq!(count(&[1; 700]), 700);
    }

    #[test]
    fn what_has_no_item_is_not_passed() {
        let values: Vec<u64> = (0..40).chain(200..240).chain(20_000..20_040).collect();
        let bytes = bytes_of(&values);
        for (index, odd) in values.iter().enumerate() {
            let mut input = Input::new(&bytes);
            let mut into = [0; 120];
            let filled = read(&mut input, &mut into, |value| {
                (value != *odd).then_some(value)
            });
            assert_eq!(filled, index);
            assert_eq!(into[..filled], values[..filled]);
            assert_eq!(input.position(), bytes_of(&values[..index]).len());
        }
    }
}
