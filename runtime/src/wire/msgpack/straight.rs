//! [`Straight`]: messages as our writer writes them, in an array of all slots, read without an account of what has come.
//!
//! What comes otherwise is no error yet: the message is then read anew, with all that may come. That is done a few times only;
//! after them, no message is taken to be one of these.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::decoder::Decoder;
use super::marker::{self, ARRAY16};
use super::near;
use crate::codec::impls::decode_some;
use crate::codec::{
    Choice, Decode, Elements, Entries, Fields, Framed, Info, Inner, Mode, Number, Place, Reader,
    Scalar, Scope, of, stand, when,
};
use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::limits::Limits;
use crate::options::Options;
use crate::schema::{Schema, Type};
use crate::unknown::UnknownFields;
use crate::wire::budget::Left;

/// The header of an array of so many slots.
#[derive(Clone, Copy, Debug)]
pub(super) enum Header {
    Near([u8; 1]),
    Far([u8; 3]),
}

/// The header of a message in an array of all its slots; `None` for one without fields, in map form or out of order.
pub(super) const fn header(schema: Option<&'static Schema>) -> Option<Header> {
    let Some(schema) = schema else { return None };
    let fields = schema.fields();
    let (mut slots, mut i) = (0, 0);
    while i < fields.len() {
        if fields[i].slot() < slots {
            return None;
        }
        slots = fields[i].slot() + 1;
        i += 1;
    }
    match slots {
        1..=15 => Some(Header::Near([0x90 | slots as u8])),
        16..=255 => Some(Header::Far([ARRAY16, 0, slots as u8])),
        _ => None,
    }
}

/// Whether a value of this type takes nothing from what is left of the limits, and is as it was where it could not be read.
const fn is_scalar(ty: &Type) -> bool {
    matches!(
        ty,
        Type::Bool
            | Type::Int(_)
            | Type::Float32
            | Type::Float64
            | Type::Char
            | Type::String
            | Type::Enum(_)
    )
}

/// Whether reading such a message takes from what is left of the limits.
const fn counts(schema: Option<&'static Schema>) -> bool {
    let Some(schema) = schema else { return true };
    let (fields, mut i) = (schema.fields(), 0);
    while i < fields.len() {
        let ty = match fields[i].ty() {
            Type::Option(inner) => *inner,
            other => other,
        };
        if !is_scalar(&ty) {
            return true;
        }
        i += 1;
    }
    false
}

/// A message that is not as expected: the error, which nobody is told, and what was left of the limits before.
pub(super) type Unexpected = (Option<Error>, Option<Left>);

/// Reads a message if it is as expected; otherwise the input is as it was.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn read<'de, M: Fields<'de>>(
    decoder: &mut Decoder<'de, '_>,
    into: &mut M,
    mode: Mode,
) -> Result<(), Unexpected> {
    if const { header(M::KNOWN).is_none() } {
        return Err((None, None));
    }
    let Some(header) = (const { header(M::KNOWN) }) else {
        return Err((None, None));
    };
    let mut input = decoder.input;
    let is_met = match header {
        Header::Near(header) => input.skip_header(header),
        Header::Far(header) => input.skip_header(header),
    };
    if !is_met || decoder.depth == 0 || !decoder.cx.trusts() {
        return Err((None, None));
    }
    let before = const { counts(M::KNOWN) }.then(|| decoder.cx.budget.left());
    let mut straight = Straight {
        decoder: Decoder {
            input,
            depth: decoder.depth - 1,
            ..*decoder
        },
        is_whole: true,
    };
    if let Some(unknown) = into.unknown() {
        unknown.clear();
    }
    match Scope::read(&mut straight, 0, into, mode) {
        Ok(()) => {
            decoder.input.go_on(&straight.decoder.input);
            Ok(())
        }
        Err(error) => Err((Some(error), before)),
    }
}

/// A decoder of a message that has all of its slots. The frame is the next slot.
#[derive(Debug)]
struct Straight<'de, 'r> {
    decoder: Decoder<'de, 'r>,
    /// Whether there was nothing to keep.
    is_whole: bool,
}

impl Straight<'_, '_> {
    /// Passes over an empty array or map, for which no other function is called.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn is_empty(&mut self, marker: u8) -> bool {
        self.decoder.depth > 0 && self.decoder.input.skip_header([marker])
    }

    /// What was read, if it was as expected.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn expected<T>(&self, value: Option<T>) -> Result<T, Error> {
        match value {
            Some(value) => Ok(value),
            None => Err(unexpected()),
        }
    }
}

/// What ends the walk over a message that is not as expected; nobody is told.
#[cold]
#[inline(never)]
fn unexpected() -> Error {
    Error::new(Fault::Truncated, None, 0)
}

impl Framed for Straight<'_, '_> {
    type Frame = u32;
}

macro_rules! far {
    ($($method:ident() -> $out:ty;)*) => {$(
        #[cfg_attr(not(debug_assertions), inline(always))]
        fn $method<P: Place>(&mut self, at: P) -> Result<$out, Error> {
            self.decoder.far(|far| far.$method(at))
        }
    )*};
}

impl<'de> Reader<'de> for Straight<'de, '_> {
    const MERGES: bool = false;
    const ORDERED: bool = true;
    const TELLS: bool = false;
    const WIRE: Wire = Wire::MsgPack;

    #[inline]
    fn may_be(&self, place: &Info) -> bool {
        self.decoder.may_be(place)
    }

    fn is_outermost(&self) -> bool {
        self.decoder.is_outermost()
    }

    fn left(&self) -> Limits {
        self.decoder.left()
    }

    /// Nothing is kept of such a message: what has come for another one stays.
    fn swap_unknown(&mut self, _unknown: &mut UnknownFields) {}

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn bool<P: Place>(&mut self, _at: P) -> Result<bool, Error> {
        let bit = self.decoder.fixed::<{ marker::FALSE }, 1>();
        self.expected(bit.map(|bit| bit == 1))
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn u64<P: Place>(&mut self, _at: P) -> Result<u64, Error> {
        let value = near::unsigned(&mut self.decoder.input);
        self.expected(value)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn i64<P: Place>(&mut self, _at: P) -> Result<i64, Error> {
        let value = near::signed(&mut self.decoder.input);
        self.expected(value)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn u32<P: Place>(&mut self, at: P) -> Result<u32, Error> {
        let value = self.u64(at)?;
        self.expected(u32::try_from(value).ok())
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn i32<P: Place>(&mut self, at: P) -> Result<i32, Error> {
        let value = self.i64(at)?;
        self.expected(i32::try_from(value).ok())
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn f32<P: Place>(&mut self, _at: P) -> Result<f32, Error> {
        let value = near::f32(&mut self.decoder.input);
        self.expected(value)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn f64<P: Place>(&mut self, _at: P) -> Result<f64, Error> {
        let value = near::f64(&mut self.decoder.input);
        self.expected(value)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn str<P: Place>(&mut self, at: P) -> Result<Cow<'de, str>, Error> {
        match near::text_within(&mut self.decoder.input, self.decoder.cx.budget.longest()) {
            Some(text) => Ok(Cow::Borrowed(text)),
            None => self.decoder.far(|far| far.str(at)),
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn string<P: Place>(&mut self, at: P, into: &mut String) -> Result<(), Error> {
        self.decoder.string(at, into)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn bytes<P: Place>(&mut self, at: P) -> Result<Cow<'de, [u8]>, Error> {
        match near::bytes(&mut self.decoder.input, self.decoder.cx.budget.longest()) {
            Some(bytes) => Ok(Cow::Borrowed(bytes)),
            None => self.decoder.far(|far| far.bytes(at)),
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn enumeration<P: Place>(&mut self, at: P, _schema: &'static Schema) -> Result<i32, Error> {
        self.i32(at)
    }

    far! {
        number() -> Number<'de>;
        u128() -> u128;
        i128() -> i128;
        unverified() -> Cow<'de, [u8]>;
        duration() -> (i64, i32);
        timestamp() -> (i64, u32);
        unit() -> ();
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn option<P: Place, T: Decode<'de>>(
        &mut self,
        at: P,
        into: &mut Option<T>,
        mode: Mode,
    ) -> Result<(), Error> {
        // Within a message, only a field may be an `Option`, and it is asked for its value only where that is not nil.
        stand!(inner = Inner(at));
        decode_some(into, self, inner, mode)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn list<P: Place, S: Elements<'de>>(&mut self, at: P, into: &mut S) -> Result<(), Error> {
        if self.is_empty(marker::EMPTY) {
            return Ok(());
        }
        self.decoder.far(|far| far.list(at, into))
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn run<P: Place, T: Scalar>(
        &mut self,
        at: P,
        into: &mut Vec<T>,
        mode: Mode,
    ) -> Result<(), Error> {
        if self.is_empty(marker::EMPTY) {
            if mode == Mode::Replace {
                into.clear();
            }
            return Ok(());
        }
        self.decoder.far(|far| far.run(at, into, mode))
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn map<P: Place, S: Entries<'de>>(&mut self, at: P, into: &mut S) -> Result<(), Error> {
        if self.is_empty(marker::EMPTY_MAP) {
            return Ok(());
        }
        self.decoder.far(|far| far.map(at, into))
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn message<P: Place, M: Fields<'de>>(
        &mut self,
        _at: P,
        into: &mut M,
        mode: Mode,
    ) -> Result<(), Error> {
        self.decoder.message_apart(into, mode)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn union<P: Place, U: Choice<'de>>(&mut self, at: P, into: &mut U) -> Result<(), Error> {
        self.decoder.far(|far| far.union(at, into))
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn at<P: Place>(&mut self, next: &mut u32, at: P) -> Result<bool, Error> {
        const fn may_be_nil(info: &Info) -> bool {
            info.oneof || !is_scalar(&info.ty)
        }
        let slot = of!(at: P, slot);
        when!(at: P, Info::follows => {} else {
            for _ in *next..slot {
                if !self.decoder.is_nil() {
                    return Err(unexpected());
                }
            }
        });
        *next = slot + 1;
        when!(at: P, may_be_nil => { Ok(!self.decoder.is_nil()) } else { Ok(true) })
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn next(&mut self, _next: &mut u32, _schema: &'static Schema) -> Result<Option<usize>, Error> {
        if self.is_whole {
            Ok(None)
        } else {
            Err(unexpected())
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn keep<P: Place>(&mut self, _next: &u32, _at: P, _start: usize) {
        self.is_whole = false;
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn offset(&self) -> usize {
        self.decoder.offset()
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn error(&self, fault: Fault) -> Error {
        self.decoder.error(fault)
    }

    #[cfg(feature = "bytes")]
    fn buffer(&self) -> Option<&bytes::Bytes> {
        self.decoder.buffer()
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn options(&self) -> &Options<'_> {
        self.decoder.cx.options()
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn refuse(&mut self) {
        self.decoder.cx.refuse();
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn grant(&mut self, count: usize, size: usize) -> usize {
        self.decoder.grant(count, size)
    }
}
