//! Booleans, integers, floats, characters and `()`.

use crate::codec::{Codec, Decode, Mode, Place, Reader, Writer};
use crate::error::{Error, Fault};
use crate::schema::{Int, Type};
use alloc::vec::Vec;

/// How lists are written and read: `runs` as a whole, `alone` one by one.
macro_rules! encode_list {
    (alone) => {};
    (runs) => {
        #[inline]
        fn encode_list<W: Writer, P: Place>(items: &[Self], w: &mut W, at: P) {
            w.run(at, items);
        }
    };
}

macro_rules! decode_list {
    (alone) => {};
    (runs) => {
        #[cfg_attr(not(debug_assertions), inline(always))]
        fn decode_list<R: Reader<'de>, P: Place>(
            into: &mut Vec<Self>,
            r: &mut R,
            at: P,
            mode: Mode,
        ) -> Result<(), Error> {
            r.run(at, into, mode)
        }
    };
}

macro_rules! scalar {
    ($($ty:ident: $type:expr, $method:ident, $zero:expr, $lists:ident;)*) => {$(
        impl Codec for $ty {
            const TYPE: Type = $type;
            const IS_KNOWN: bool = true;

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
                w.$method(at, *self);
            }

            encode_list!($lists);
        }

        impl<'de> Decode<'de> for $ty {
            #[cfg_attr(not(debug_assertions), inline(always))]
            fn absent() -> Option<Self> {
                Some($zero)
            }

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
                r.$method(at)
            }

            decode_list!($lists);
        }
    )*};
}

scalar! {
    bool: Type::Bool, bool, false, runs;
    u32: Type::Int(Int::U32), u32, 0, runs;
    u64: Type::Int(Int::U64), u64, 0, runs;
    u128: Type::Int(Int::U128), u128, 0, alone;
    i32: Type::Int(Int::I32), i32, 0, runs;
    i64: Type::Int(Int::I64), i64, 0, runs;
    i128: Type::Int(Int::I128), i128, 0, alone;
    f32: Type::Float32, f32, 0.0, runs;
    f64: Type::Float64, f64, 0.0, runs;
}

macro_rules! narrow {
    ($($ty:ident: $int:ident, $method:ident, $wide:ty;)*) => {$(
        impl Codec for $ty {
            const TYPE: Type = Type::Int(Int::$int);
            const IS_KNOWN: bool = true;

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
                w.$method(at, *self as $wide);
            }

            encode_list!(runs);
        }

        impl<'de> Decode<'de> for $ty {
            #[cfg_attr(not(debug_assertions), inline(always))]
            fn absent() -> Option<Self> {
                Some(0)
            }

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
                match Self::try_from(r.$method(at)?) {
                    Ok(value) => Ok(value),
                    Err(_) => Err(r.error(Fault::OutOfRange { ty: stringify!($ty) })),
                }
            }

            decode_list!(runs);
        }
    )*};
}

narrow! {
    u16: U16, u32, u32;
    usize: Usize, u64, u64;
    i8: I8, i32, i32;
    i16: I16, i32, i32;
    isize: Isize, i64, i64;
}

impl Codec for u8 {
    const TYPE: Type = Type::Int(Int::U8);
    const LIST: Type = Type::Bytes;
    const IS_KNOWN: bool = true;

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        w.u32(at, u32::from(*self));
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn encode_list<W: Writer, P: Place>(items: &[Self], w: &mut W, at: P) {
        w.bytes(at, items);
    }
}

impl<'de> Decode<'de> for u8 {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn absent() -> Option<Self> {
        Some(0)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        match Self::try_from(r.u32(at)?) {
            Ok(value) => Ok(value),
            Err(_) => Err(r.error(Fault::OutOfRange { ty: "u8" })),
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn decode_list<R: Reader<'de>, P: Place>(
        into: &mut Vec<Self>,
        r: &mut R,
        at: P,
        _mode: Mode,
    ) -> Result<(), Error> {
        let bytes = r.bytes(at)?;
        match bytes {
            alloc::borrow::Cow::Borrowed(bytes) => {
                into.clear();
                into.extend_from_slice(bytes);
            }
            alloc::borrow::Cow::Owned(bytes) => *into = bytes,
        }
        Ok(())
    }
}

impl Codec for char {
    const TYPE: Type = Type::Char;

    #[inline]
    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        w.char(at, *self);
    }
}

impl<'de> Decode<'de> for char {
    fn absent() -> Option<Self> {
        Some('\0')
    }

    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        let text = r.str(at)?;
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (Some(char), None) => Ok(char),
            (None, _) => Ok('\0'),
            _ => Err(r.error(Fault::Expected {
                expected: "one character",
                found: "a longer string".into(),
            })),
        }
    }
}

impl Codec for () {
    const TYPE: Type = Type::Unit;

    #[inline]
    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        w.unit(at);
    }
}

impl<'de> Decode<'de> for () {
    fn absent() -> Option<Self> {
        Some(())
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        r.unit(at)
    }
}
