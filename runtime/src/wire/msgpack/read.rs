//! The MessagePack driver that reads: one method for each word of the schema's vocabulary.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::decoder::{Decoder, Frame, error, int_name};
use super::forms::{form, forms};
use super::marker::{self, Header, NIL};
use super::near;
use super::time;
use crate::codec::impls::decode_some;
use crate::codec::{
    Choice, Decode, Element, Elements, Entries, Fields, Framed, FromOpaque, Info, Inner, Key, Mode,
    Number, Place, Reader, Role, Scalar, Value, info, of, stand, when,
};
use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::limits::Limits;
use crate::options::Options;
use crate::schema::Schema;
use crate::unknown::{self, UnknownFields};
use crate::wire::forms::Forms;
use crate::wire::input::copy_text;

impl Framed for Decoder<'_, '_> {
    type Frame = Frame;
}

/// The error of a message that ends before a field.
#[cold]
#[inline(never)]
fn ended(at: usize, name: &'static str) -> Error {
    error(Fault::Truncated, at).within(name)
}

impl<'de> Reader<'de> for Decoder<'de, '_> {
    const MERGES: bool = false;
    const ORDERED: bool = true;
    const WIRE: Wire = Wire::MsgPack;

    #[inline]
    fn may_be(&self, place: &Info) -> bool {
        let next = self.input.peek().map_or(Forms::NONE, form);
        forms(&place.ty).meets(next)
    }

    fn is_outermost(&self) -> bool {
        self.cx.budget.is_outermost(self.depth)
    }

    fn left(&self) -> Limits {
        self.cx.budget.limits_at(self.depth)
    }

    fn swap_unknown(&mut self, unknown: &mut UnknownFields) {
        self.cx.swap_kept(unknown);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn bool<P: Place>(&mut self, _at: P) -> Result<bool, Error> {
        match self.fixed::<{ marker::FALSE }, 1>() {
            Some(value) => Ok(value == 1),
            None => self.far(Self::far_bool),
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn u64<P: Place>(&mut self, at: P) -> Result<u64, Error> {
        match near::unsigned(&mut self.input) {
            Some(value) => Ok(value),
            None => self.far(|far| far.far_unsigned(int_name(&at))),
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn i64<P: Place>(&mut self, at: P) -> Result<i64, Error> {
        match near::signed(&mut self.input) {
            Some(value) => Ok(value),
            None => self.far(|far| far.far_signed(int_name(&at))),
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn u32<P: Place>(&mut self, at: P) -> Result<u32, Error> {
        let start = self.input.position();
        match u32::try_from(self.u64(at)?) {
            Ok(value) => Ok(value),
            Err(_) => Err(self.range(int_name(&at), start)),
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn i32<P: Place>(&mut self, at: P) -> Result<i32, Error> {
        let start = self.input.position();
        match i32::try_from(self.i64(at)?) {
            Ok(value) => Ok(value),
            Err(_) => Err(self.range(int_name(&at), start)),
        }
    }

    #[inline(never)]
    fn u128<P: Place>(&mut self, _at: P) -> Result<u128, Error> {
        let start = self.input.position();
        match self.header()? {
            Header::Bin(16) => match <[u8; 16]>::try_from(self.raw(16)?) {
                Ok(bytes) => Ok(u128::from_be_bytes(bytes)),
                Err(_) => Err(self.error(Fault::Truncated)),
            },
            Header::Unsigned(value) => Ok(u128::from(value)),
            Header::Negative(_) => Err(self.range("u128", start)),
            other => Err(self.mismatch("16 bytes", other, start)),
        }
    }

    #[inline(never)]
    fn i128<P: Place>(&mut self, _at: P) -> Result<i128, Error> {
        let start = self.input.position();
        match self.header()? {
            Header::Bin(16) => match <[u8; 16]>::try_from(self.raw(16)?) {
                Ok(bytes) => Ok(i128::from_be_bytes(bytes)),
                Err(_) => Err(self.error(Fault::Truncated)),
            },
            Header::Unsigned(value) => Ok(i128::from(value)),
            Header::Negative(value) => Ok(i128::from(value)),
            other => Err(self.mismatch("16 bytes", other, start)),
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn f32<P: Place>(&mut self, _at: P) -> Result<f32, Error> {
        match near::f32(&mut self.input) {
            Some(value) => Ok(value),
            None => self.far(Self::far_f32),
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn f64<P: Place>(&mut self, _at: P) -> Result<f64, Error> {
        match near::f64(&mut self.input) {
            Some(value) => Ok(value),
            None => self.far(Self::far_f64),
        }
    }

    #[inline(never)]
    fn number<P: Place>(&mut self, _at: P) -> Result<Number<'de>, Error> {
        let start = self.input.position();
        match self.header()? {
            Header::Unsigned(value) => Ok(Number::Unsigned(value)),
            Header::Negative(value) => Ok(Number::Negative(value)),
            Header::F32(value) => Ok(Number::Float(f64::from(value))),
            Header::F64(value) => Ok(Number::Float(value)),
            other => Err(self.mismatch("number", other, start)),
        }
    }

    #[inline]
    fn str<P: Place>(&mut self, _at: P) -> Result<Cow<'de, str>, Error> {
        self.far(Self::far_text).map(Cow::Borrowed)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn string<P: Place>(&mut self, _at: P, into: &mut String) -> Result<(), Error> {
        let mut ahead = self.input;
        let bytes = near::text_bytes(&mut ahead, self.cx.budget.longest());
        if bytes.is_some_and(|bytes| copy_text(into, bytes)) {
            self.input = ahead;
            return Ok(());
        }
        self.far(|far| far.far_string(into))
    }

    #[inline(never)]
    fn unverified<P: Place>(&mut self, _at: P) -> Result<Cow<'de, [u8]>, Error> {
        let start = self.input.position();
        match self.header()? {
            Header::Str(len) | Header::Bin(len) => self.contents(len).map(Cow::Borrowed),
            other => Err(self.mismatch("string", other, start)),
        }
    }

    fn bytes<P: Place>(&mut self, _at: P) -> Result<Cow<'de, [u8]>, Error> {
        let start = self.input.position();
        match self.header()? {
            Header::Bin(len) | Header::Str(len) => self.contents(len).map(Cow::Borrowed),
            Header::Array(len) => {
                let fits = self.cx.budget.string(len);
                self.ok(fits)?;
                let len = self.counted(len)?;
                let mut bytes = Vec::with_capacity(len);
                self.nested(|r| {
                    for _ in 0..len {
                        match r.integer()? {
                            Header::Unsigned(byte @ 0..=255) => bytes.push(byte as u8),
                            _ => return Err(r.range("u8", start)),
                        }
                    }
                    Ok(())
                })?;
                Ok(Cow::Owned(bytes))
            }
            other => Err(self.mismatch("bytes", other, start)),
        }
    }

    #[inline(never)]
    fn duration<P: Place>(&mut self, _at: P) -> Result<(i64, i32), Error> {
        let start = self.input.position();
        let len = match self.header()? {
            Header::Array(len) => len,
            other => return Err(self.mismatch("array", other, start)),
        };
        let (secs, nanos) = self.pair(len, start)?;
        match i32::try_from(nanos) {
            Ok(nanos)
                if nanos.unsigned_abs() < 1_000_000_000
                    && (secs == 0 || nanos == 0 || (secs < 0) == (nanos < 0)) =>
            {
                Ok((secs, nanos))
            }
            _ => Err(self.range("Duration", start)),
        }
    }

    #[inline(never)]
    fn timestamp<P: Place>(&mut self, _at: P) -> Result<(i64, u32), Error> {
        let start = self.input.position();
        match self.header()? {
            Header::Ext(time::TIMESTAMP, len) => {
                let contents = self.raw(len)?;
                self.ok(time::read(contents))
            }
            Header::Array(len) => {
                let (secs, nanos) = self.pair(len, start)?;
                match u32::try_from(nanos) {
                    Ok(nanos) if nanos < 1_000_000_000 => Ok((secs, nanos)),
                    _ => Err(self.range("Timestamp", start)),
                }
            }
            other => Err(self.mismatch("timestamp", other, start)),
        }
    }

    fn opaque<P: Place, V: FromOpaque<'de>>(&mut self, _at: P) -> Result<V, Error> {
        let start = self.input.position();
        self.skip()?;
        let bytes = self.input.between(start, self.input.position());
        let limits = self.left();
        let checked = super::skip::whole(bytes, &limits);
        let read = checked.and_then(|()| V::read(Wire::MsgPack, bytes, &limits));
        read.map_err(|(fault, at)| Error::new(fault, Some(Wire::MsgPack), start + at))
    }

    #[inline(never)]
    fn unit<P: Place>(&mut self, _at: P) -> Result<(), Error> {
        let start = self.input.position();
        match self.header()? {
            Header::Nil => Ok(()),
            Header::Array(_) | Header::Map(_) => {
                self.input.rewind(start);
                self.skip()
            }
            other => Err(self.mismatch("an empty array", other, start)),
        }
    }

    #[inline]
    fn enumeration<P: Place>(&mut self, _at: P, schema: &'static Schema) -> Result<i32, Error> {
        match self.fixed::<0, 7>() {
            Some(value) => Ok(value as i32),
            None => self.far(|far| far.far_enumeration(schema)),
        }
    }

    #[inline]
    fn option<P: Place, T: Decode<'de>>(
        &mut self,
        at: P,
        into: &mut Option<T>,
        mode: Mode,
    ) -> Result<(), Error> {
        // A field is asked for its value only where that is not nil.
        when!(at: P, Info::is_field => {} else {
            if self.is_nil() {
                *into = None;
                return Ok(());
            }
        });
        stand!(inner = Inner(at));
        decode_some(into, self, inner, mode)
    }

    #[inline]
    fn list<P: Place, S: Elements<'de>>(&mut self, at: P, into: &mut S) -> Result<(), Error> {
        let len = self.array()?;
        let granted = self.cx.budget.grant(len, S::SIZE);
        into.reserve(granted);
        stand!(element = Element(at));
        self.nested(|r| {
            for index in 0..len {
                match into.element(r, element) {
                    Ok(()) => {}
                    Err(error) if const { !S::IS_KNOWN } && error.is_unknown_value() => {}
                    Err(error) => return Err(error.at_index(index)),
                }
            }
            Ok(())
        })
    }

    #[inline]
    fn run<P: Place, T: Scalar>(
        &mut self,
        at: P,
        into: &mut Vec<T>,
        mode: Mode,
    ) -> Result<(), Error> {
        self.run_of(at, into, mode)
    }

    fn map<P: Place, S: Entries<'de>>(&mut self, at: P, into: &mut S) -> Result<(), Error> {
        let start = self.input.position();
        let len = match self.fixed::<0x80, 4>() {
            Some(len) => len,
            None => match self.header()? {
                Header::Map(len) => len,
                other => return Err(self.mismatch("map", other, start)),
            },
        };
        let len = self.counted(len)?;
        let granted = self.cx.budget.grant(len, S::SIZE);
        into.reserve(granted);
        stand!(key = Key(at));
        stand!(value = Value(at));
        self.nested(|r| {
            for _ in 0..len {
                into.start();
                let known = match into.key(r, key) {
                    Ok(()) => true,
                    Err(error) if error.is_unknown_value() => false,
                    Err(error) => return Err(error),
                };
                if !known {
                    r.skip()?;
                    continue;
                }
                match into.value(r, value) {
                    Ok(()) => into.insert(r)?,
                    Err(error) if error.is_unknown_value() => {}
                    Err(error) => return Err(error.at_key(into.text())),
                }
            }
            Ok(())
        })
    }

    #[inline]
    fn message<P: Place, M: Fields<'de>>(
        &mut self,
        _at: P,
        into: &mut M,
        mode: Mode,
    ) -> Result<(), Error> {
        self.message_of(into, mode)
    }

    fn union<P: Place, U: Choice<'de>>(&mut self, _at: P, into: &mut U) -> Result<(), Error> {
        let start = self.input.position();
        match self.header()? {
            Header::Array(2) | Header::Map(1) => self.variant(into, start),
            Header::Map(0) => self.other(into, UnknownFields::new(), "`{}`".into(), start),
            Header::Str(len) => self.bare_variant(into, len, start),
            Header::Array(len) => Err(Error::new(
                Fault::Length {
                    expected: 2,
                    found: len,
                },
                Some(Wire::MsgPack),
                start,
            )),
            other => Err(self.mismatch("a variant's number and payload", other, start)),
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn at<P: Place>(&mut self, frame: &mut Frame, at: P) -> Result<bool, Error> {
        let slot = of!(at: P, slot);
        when!(at: P, Info::follows => {} else {
            if frame.index != slot {
                let (index, found) = self.reach(frame.index, frame.shape, slot)?;
                frame.index = index;
                if !found {
                    return Ok(false);
                }
            }
        });
        if slot >= frame.shape.slots {
            return Ok(false);
        }
        frame.index = slot + 1;
        match self.input.peek() {
            Some(NIL) => {
                self.input.advance(1);
                Ok(false)
            }
            Some(_) => Ok(true),
            None => Err(ended(self.offset(), of!(at: P, name))),
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn next(&mut self, frame: &mut Frame, schema: &'static Schema) -> Result<Option<usize>, Error> {
        if frame.index >= frame.shape.slots && frame.index >= frame.shape.entries {
            return Ok(None);
        }
        let (index, found) = self.find(frame.index, frame.shape, schema)?;
        frame.index = index;
        Ok(found)
    }

    #[cold]
    fn keep<P: Place>(&mut self, frame: &Frame, at: P, start: usize) {
        let place = info(&at);
        if frame.shape.keep.is_some() && matches!(place.role, Role::Field) {
            let key = if frame.shape.entries > 0 {
                unknown::Key::Number(place.number)
            } else {
                unknown::Key::Slot(place.slot)
            };
            let bytes = self.input.between(start, self.input.position());
            self.cx.keep(Wire::MsgPack, key, bytes);
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn offset(&self) -> usize {
        self.input.position()
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn error(&self, fault: Fault) -> Error {
        error(fault, self.input.position())
    }

    #[cfg(feature = "bytes")]
    fn buffer(&self) -> Option<&bytes::Bytes> {
        self.cx.buffer()
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn options(&self) -> &Options<'_> {
        self.cx.options()
    }

    fn refuse(&mut self) {
        self.cx.refuse();
    }

    fn grant(&mut self, count: usize, size: usize) -> usize {
        self.cx.budget.grant(count, size)
    }
}
