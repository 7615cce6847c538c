//! Integers one after another, as they stand in a list: neighbours mostly have one marker, and then there is nothing to decide.

use super::encoder::is_fixed;
use super::marker;
use crate::wire::input::Input;

/// Reads integers from the start of `into` on, as far as `unsigned` and `signed` have something for them; how many. Nothing
/// beyond them is passed.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn read<T>(
    input: &mut Input<'_>,
    into: &mut [T],
    unsigned: impl Fn(u64) -> Option<T>,
    signed: impl Fn(i64) -> Option<T>,
) -> usize {
    let mut filled = 0;
    while let (Some(byte), Some(rest)) = (input.peek(), into.get_mut(filled..)) {
        let count = match byte {
            marker::U8 => small(input, rest, &unsigned),
            marker::U16 => alike(input, rest, |&[byte, a, b]| {
                let value = u16::from_be_bytes([a, b]).into();
                unsigned(value).filter(|_| byte == marker::U16)
            }),
            marker::U32 => alike(input, rest, |&[byte, a, b, c, d]| {
                let value = u32::from_be_bytes([a, b, c, d]).into();
                unsigned(value).filter(|_| byte == marker::U32)
            }),
            marker::U64 => alike(input, rest, |&[byte, a, b, c, d, e, f, g, h]| {
                let value = u64::from_be_bytes([a, b, c, d, e, f, g, h]);
                unsigned(value).filter(|_| byte == marker::U64)
            }),
            marker::I8 => alike(input, rest, |&[byte, a]| {
                let value = either(a.cast_signed().into(), &unsigned, &signed);
                value.filter(|_| byte == marker::I8)
            }),
            marker::I16 => alike(input, rest, |&[byte, a, b]| {
                let value = i16::from_be_bytes([a, b]).into();
                either(value, &unsigned, &signed).filter(|_| byte == marker::I16)
            }),
            marker::I32 => alike(input, rest, |&[byte, a, b, c, d]| {
                let value = i32::from_be_bytes([a, b, c, d]).into();
                either(value, &unsigned, &signed).filter(|_| byte == marker::I32)
            }),
            marker::I64 => alike(input, rest, |&[byte, a, b, c, d, e, f, g, h]| {
                let value = i64::from_be_bytes([a, b, c, d, e, f, g, h]);
                either(value, &unsigned, &signed).filter(|_| byte == marker::I64)
            }),
            _ => fixed(input, rest, |value| either(value, &unsigned, &signed)),
        };
        if count == 0 {
            break;
        }
        filled += count;
    }
    filled
}

/// What there is for an integer in a signed form.
#[cfg_attr(not(debug_assertions), inline(always))]
fn either<T>(
    value: i64,
    unsigned: impl Fn(u64) -> Option<T>,
    signed: impl Fn(i64) -> Option<T>,
) -> Option<T> {
    match u64::try_from(value) {
        Ok(value) => unsigned(value),
        Err(_) => signed(value),
    }
}

/// Reads as many integers as follow in `N` bytes each, the marker included, for which there is an item.
#[cfg_attr(not(debug_assertions), inline(always))]
fn alike<T, const N: usize>(
    input: &mut Input<'_>,
    into: &mut [T],
    item: impl Fn(&[u8; N]) -> Option<T>,
) -> usize {
    let mut count = 0;
    for (slot, bytes) in into.iter_mut().zip(input.rest().as_chunks::<N>().0) {
        let Some(item) = item(bytes) else { break };
        *slot = item;
        count += 1;
    }
    input.advance(count * N);
    count
}

/// Reads as many integers as follow below 0x100: those of one byte stand between those of two.
#[cfg_attr(not(debug_assertions), inline(always))]
fn small<T>(input: &mut Input<'_>, into: &mut [T], unsigned: impl Fn(u64) -> Option<T>) -> usize {
    let (mut count, mut passed) = (0, 0);
    let bytes = input.rest();
    for slot in into {
        let (value, len) = match *bytes.get(passed..).unwrap_or_default() {
            [value @ ..0x80, ..] => (value, 1),
            [marker::U8, value, ..] => (value, 2),
            _ => break,
        };
        let Some(item) = unsigned(value.into()) else {
            break;
        };
        *slot = item;
        count += 1;
        passed += len;
    }
    input.advance(passed);
    count
}

/// Reads as many integers as follow in one byte.
#[cfg_attr(not(debug_assertions), inline(always))]
fn fixed<T>(input: &mut Input<'_>, into: &mut [T], item: impl Fn(i64) -> Option<T>) -> usize {
    let mut count = 0;
    for (slot, byte) in into.iter_mut().zip(input.rest()) {
        let value = i64::from(byte.cast_signed());
        let Some(item) = item(value).filter(|_| is_fixed(value)) else {
            break;
        };
        *slot = item;
        count += 1;
    }
    input.advance(count);
    count
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;
    use crate::options::Options;
    use crate::wire::msgpack::encoder::Encoder;

    fn bytes_of(values: &[i64]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let written = Encoder::write(&mut bytes, &Options::new(), |w| {
            values.iter().for_each(|value| w.put_signed(*value));
        });
        written.unwrap();
        bytes
    }

    fn read_all(input: &mut Input<'_>, into: &mut [i64], odd: Option<i64>) -> usize {
        let signed = |value| (Some(value) != odd).then_some(value);
        let unsigned = |value: u64| i64::try_from(value).ok().and_then(signed);
        read(input, into, unsigned, signed)
    }

    #[test]
    fn integers_are_read_together_as_one_by_one() {
        let bounds = [
            0,
            0x80,
            0x100,
            0x1_0000,
            1 << 32,
            -0x20,
            -0x21,
            -0x81,
            -0x8001,
            -0x8000_0001,
        ];
        for first in bounds {
            for second in bounds {
                for change in 0..12_i64 {
                    let value = |index: i64| index + if index < change { first } else { second };
                    let values: Vec<i64> = (0..12).map(value).collect();
                    let bytes = bytes_of(&values);
                    for room in [0, 1, 11, 12, 20] {
                        let mut input = Input::new(&bytes);
                        let mut into = [7; 20];
                        let filled = read_all(&mut input, &mut into[..room], None);
                        assert_eq!(into[..filled], values[..room.min(12)]);
                        assert_eq!(input.position(), bytes_of(&values[..filled]).len());
                    }
                    for odd in &values {
                        let mut input = Input::new(&bytes);
                        let mut into = [7; 20];
                        let filled = read_all(&mut input, &mut into, Some(*odd));
                        let before = values.iter().position(|value| value == odd);
                        assert_eq!(Some(filled), before);
                        assert_eq!(input.position(), bytes_of(&values[..filled]).len());
                    }
                }
            }
        }
    }

    #[test]
    fn other_forms_and_what_is_cut_off_end_them() {
        let forms: [(&[u8], &[i64]); 6] = [
            (&[1, 0xd0, 0xff, 0xd0, 5, 0xc0], &[1, -1, 5]),
            (&[0xcf, 0x80, 0, 0, 0, 0, 0, 0, 0], &[]),
            (&[0xd1, 0, 1, 0xd2, 0, 0, 0, 2], &[1, 2]),
            (&[0xd3, 0, 0, 0, 0, 0, 0, 0, 3, 0xcd, 1], &[3]),
            (&[0xce, 0, 0, 0, 4, 0xe0, 0xca, 0, 0, 0, 0], &[4, -32]),
            (&[], &[]),
        ];
        for (bytes, values) in forms {
            let mut into = [0; 8];
            let filled = read_all(&mut Input::new(bytes), &mut into, None);
            assert_eq!(into[..filled], *values, "{bytes:x?}");
        }
    }
}
