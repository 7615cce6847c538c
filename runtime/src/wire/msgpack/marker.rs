//! The first byte of a value, and the headers that begin with it (MessagePack specification, "Formats").

use crate::error::Fault;
use crate::wire::input::Input;

pub(super) const NIL: u8 = 0xc0;
const NEVER: u8 = 0xc1;
pub(super) const FALSE: u8 = 0xc2;
pub(super) const TRUE: u8 = 0xc3;
pub(super) const BIN8: u8 = 0xc4;
pub(super) const BIN16: u8 = 0xc5;
pub(super) const BIN32: u8 = 0xc6;
pub(super) const EXT8: u8 = 0xc7;
pub(super) const EXT16: u8 = 0xc8;
pub(super) const EXT32: u8 = 0xc9;
pub(super) const F32: u8 = 0xca;
pub(super) const F64: u8 = 0xcb;
pub(super) const U8: u8 = 0xcc;
pub(super) const U16: u8 = 0xcd;
pub(super) const U32: u8 = 0xce;
pub(super) const U64: u8 = 0xcf;
pub(super) const I8: u8 = 0xd0;
pub(super) const I16: u8 = 0xd1;
pub(super) const I32: u8 = 0xd2;
pub(super) const I64: u8 = 0xd3;
pub(super) const FIXEXT1: u8 = 0xd4;
pub(super) const FIXEXT4: u8 = 0xd6;
pub(super) const FIXEXT8: u8 = 0xd7;
pub(super) const FIXEXT16: u8 = 0xd8;
pub(super) const STR8: u8 = 0xd9;
pub(super) const STR16: u8 = 0xda;
pub(super) const STR32: u8 = 0xdb;
pub(super) const ARRAY16: u8 = 0xdc;
pub(super) const ARRAY32: u8 = 0xdd;
pub(super) const MAP16: u8 = 0xde;
pub(super) const MAP32: u8 = 0xdf;
/// An array without elements.
pub(super) const EMPTY: u8 = 0x90;
/// A map without entries.
pub(super) const EMPTY_MAP: u8 = 0x80;

/// What begins here, with its length where it has one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Header {
    Nil,
    Bool(bool),
    Unsigned(u64),
    /// Always negative.
    Negative(i64),
    F32(f32),
    F64(f64),
    Str(usize),
    Bin(usize),
    Array(usize),
    Map(usize),
    Ext(i8, usize),
}

impl Header {
    /// What a person calls it.
    pub(super) const fn describe(self) -> &'static str {
        match self {
            Header::Nil => "nil",
            Header::Bool(_) => "bool",
            Header::Unsigned(_) | Header::Negative(_) => "integer",
            Header::F32(_) | Header::F64(_) => "float",
            Header::Str(_) => "string",
            Header::Bin(_) => "bytes",
            Header::Array(_) => "array",
            Header::Map(_) => "map",
            Header::Ext(..) => "extension",
        }
    }
}

macro_rules! number {
    ($input:expr, $ty:ty) => {
        match $input.array() {
            Some(bytes) => <$ty>::from_be_bytes(bytes),
            None => return cut($input),
        }
    };
}

/// Reads a header: all of a value without contents, or what stands before the contents. `None` if the input ends within it,
/// or begins with the marker that is never used; [`fault`] says which.
#[inline]
pub(super) fn read(input: &mut Input<'_>) -> Option<Header> {
    let marker = input.byte()?;
    Some(match marker {
        0..=0x7f => Header::Unsigned(u64::from(marker)),
        0x80..=0x8f => Header::Map(usize::from(marker & 0x0f)),
        0x90..=0x9f => Header::Array(usize::from(marker & 0x0f)),
        0xa0..=0xbf => Header::Str(usize::from(marker & 0x1f)),
        0xe0.. => Header::Negative(i64::from(marker as i8)),
        NIL => Header::Nil,
        FALSE => Header::Bool(false),
        TRUE => Header::Bool(true),
        BIN8 => Header::Bin(usize::from(number!(input, u8))),
        BIN16 => Header::Bin(usize::from(number!(input, u16))),
        BIN32 => Header::Bin(number!(input, u32) as usize),
        F32 => Header::F32(number!(input, f32)),
        F64 => Header::F64(number!(input, f64)),
        U8 => Header::Unsigned(u64::from(number!(input, u8))),
        U16 => Header::Unsigned(u64::from(number!(input, u16))),
        U32 => Header::Unsigned(u64::from(number!(input, u32))),
        U64 => Header::Unsigned(number!(input, u64)),
        I8 => signed(i64::from(number!(input, i8))),
        I16 => signed(i64::from(number!(input, i16))),
        I32 => signed(i64::from(number!(input, i32))),
        I64 => signed(number!(input, i64)),
        STR8 => Header::Str(usize::from(number!(input, u8))),
        STR16 => Header::Str(usize::from(number!(input, u16))),
        STR32 => Header::Str(number!(input, u32) as usize),
        ARRAY16 => Header::Array(usize::from(number!(input, u16))),
        ARRAY32 => Header::Array(number!(input, u32) as usize),
        MAP16 => Header::Map(usize::from(number!(input, u16))),
        MAP32 => Header::Map(number!(input, u32) as usize),
        FIXEXT1..=FIXEXT16 => Header::Ext(number!(input, i8), 1 << (marker - FIXEXT1)),
        EXT8 => ext(usize::from(number!(input, u8)), number!(input, i8)),
        EXT16 => ext(usize::from(number!(input, u16)), number!(input, i8)),
        EXT32 => ext(number!(input, u32) as usize, number!(input, i8)),
        NEVER => {
            input.rewind(input.position() - 1);
            return None;
        }
    })
}

/// Passes what is left of a header, so that [`fault`] takes none of it for a marker.
#[cold]
fn cut(input: &mut Input<'_>) -> Option<Header> {
    input.advance(usize::MAX);
    None
}

/// Why there is no header.
#[cold]
pub(super) fn fault(input: &Input<'_>) -> Fault {
    match input.peek() {
        Some(NEVER) => Fault::Malformed("the marker 0xc1 is never used"),
        _ => Fault::Truncated,
    }
}

const fn signed(value: i64) -> Header {
    if value < 0 {
        Header::Negative(value)
    } else {
        Header::Unsigned(value as u64)
    }
}

const fn ext(len: usize, kind: i8) -> Header {
    Header::Ext(kind, len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_marker_is_read() {
        for (bytes, expected) in [
            (&[0x7f][..], Header::Unsigned(127)),
            (&[0xff], Header::Negative(-1)),
            (&[0xe0], Header::Negative(-32)),
            (&[0xc0], Header::Nil),
            (&[0xc3], Header::Bool(true)),
            (&[0xcc, 200], Header::Unsigned(200)),
            (&[0xcd, 1, 0], Header::Unsigned(256)),
            (&[0xce, 0, 1, 0, 0], Header::Unsigned(65_536)),
            (
                &[0xcf, 0x80, 0, 0, 0, 0, 0, 0, 0],
                Header::Unsigned(1 << 63),
            ),
            (&[0xd0, 0x80], Header::Negative(-128)),
            (&[0xd0, 5], Header::Unsigned(5)),
            (&[0xd1, 0xff, 0], Header::Negative(-256)),
            (
                &[0xd2, 0x80, 0, 0, 0],
                Header::Negative(i64::from(i32::MIN)),
            ),
            (
                &[0xd3, 0x80, 0, 0, 0, 0, 0, 0, 0],
                Header::Negative(i64::MIN),
            ),
            (&[0xca, 0x3f, 0x80, 0, 0], Header::F32(1.0)),
            (&[0xcb, 0x3f, 0xf0, 0, 0, 0, 0, 0, 0], Header::F64(1.0)),
            (&[0xa3], Header::Str(3)),
            (&[0xd9, 9], Header::Str(9)),
            (&[0xda, 1, 0], Header::Str(256)),
            (&[0xdb, 0, 1, 0, 0], Header::Str(65_536)),
            (&[0xc4, 1], Header::Bin(1)),
            (&[0xc5, 1, 0], Header::Bin(256)),
            (&[0xc6, 0, 1, 0, 0], Header::Bin(65_536)),
            (&[0x92], Header::Array(2)),
            (&[0xdc, 1, 0], Header::Array(256)),
            (&[0xdd, 0, 1, 0, 0], Header::Array(65_536)),
            (&[0x81], Header::Map(1)),
            (&[0xde, 1, 0], Header::Map(256)),
            (&[0xdf, 0, 1, 0, 0], Header::Map(65_536)),
            (&[0xd4, 7], Header::Ext(7, 1)),
            (&[0xd8, 0xff], Header::Ext(-1, 16)),
            (&[0xc7, 12, 0xff], Header::Ext(-1, 12)),
            (&[0xc8, 1, 0, 3], Header::Ext(3, 256)),
            (&[0xc9, 0, 1, 0, 0, 3], Header::Ext(3, 65_536)),
        ] {
            let mut input = Input::new(bytes);
            assert_eq!(read(&mut input), Some(expected), "{bytes:x?}");
            assert!(input.is_empty());
            for cut in 0..bytes.len() {
                let mut cut_off = Input::new(&bytes[..cut]);
                assert_eq!(read(&mut cut_off), None);
                assert!(matches!(fault(&cut_off), Fault::Truncated));
            }
        }
        for bytes in [
            &[0xcd, 0xc1][..],
            &[0xda, 0xc1],
            &[0xdf, 0xc1, 0xc1, 0xc1],
            &[0xc7, 0xc1],
        ] {
            let mut cut_off = Input::new(bytes);
            assert_eq!(read(&mut cut_off), None);
            assert!(matches!(fault(&cut_off), Fault::Truncated), "{bytes:x?}");
        }
        let mut never = Input::new(&[0xc1]);
        assert_eq!(read(&mut never), None);
        assert!(matches!(fault(&never), Fault::Malformed(_)));
    }
}
