//! Varints: seven bits a byte, the least significant first (protobuf encoding, "Base 128 Varints").

use crate::error::Fault;
use crate::wire::input::Input;
use crate::wire::output::Output;

/// The bytes of a varint and how many there are.
#[inline(always)]
pub(super) fn bytes(mut value: u64) -> ([u8; 10], usize) {
    let mut bytes = [0; 10];
    let mut len = 0;
    while value >= 0x80 {
        bytes[len] = value as u8 | 0x80;
        value >>= 7;
        len += 1;
    }
    bytes[len] = value as u8;
    (bytes, len + 1)
}

/// Writes a varint.
#[inline(always)]
pub(super) fn write(out: &mut Output<'_>, value: u64) {
    if value < 0x80 {
        out.byte(value as u8);
    } else if value < 0x4000 {
        out.put([value as u8 | 0x80, (value >> 7) as u8], 2);
    } else {
        write_long(out, value);
    }
}

#[inline]
fn write_long(out: &mut Output<'_>, value: u64) {
    let (bytes, len) = bytes(value);
    out.put(bytes, len);
}

/// Reads a varint of up to 64 bits; what a tenth byte holds beyond them is dropped, as in C++ and Java. `None` if the
/// input ends within it, or it is longer than ten bytes; [`fault`] says which.
#[inline(always)]
pub(super) fn read(input: &mut Input<'_>) -> Option<u64> {
    match input.peek() {
        Some(byte) if byte < 0x80 => {
            input.advance(1);
            Some(u64::from(byte))
        }
        _ => read_long(input),
    }
}

#[inline(never)]
fn read_long(input: &mut Input<'_>) -> Option<u64> {
    let mut value = 0;
    let mut shift = 0;
    while shift < 70 {
        let byte = input.byte()?;
        value |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(value);
        }
        shift += 7;
    }
    input.rewind(input.position() - 1);
    None
}

/// Why there is no varint, or none that is a length: the input is at its end, at the tenth byte of a varint that goes on, or
/// after a varint.
#[cold]
pub(super) fn fault(input: &Input<'_>) -> Fault {
    let at = input.position();
    let goes_on = |byte: &u8| *byte >= 0x80;
    let is_long = at >= 9
        && input.peek().as_ref().is_some_and(goes_on)
        && input.between(at - 9, at).iter().all(goes_on);
    if is_long {
        Fault::Malformed("a varint is longer than ten bytes")
    } else {
        Fault::Truncated
    }
}

/// ZigZag: small negative numbers become small unsigned ones.
#[inline(always)]
pub(super) const fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}

/// The reverse of [`zigzag`].
#[inline(always)]
pub(super) const fn unzigzag(value: u64) -> i64 {
    (value >> 1) as i64 ^ -((value & 1) as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

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
            let mut out = Output::new(&mut buffer);
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
