//! [`Decoder`]: the driver that reads, from a deserializer that has one value.

use alloc::borrow::Cow;
use alloc::string::String;

use serde_core::Deserializer;

use super::message;
use super::name::Name;
use super::option::{self, Dress, Held};
use super::reading::Reading;
use super::scalar::{Bool, Float, Integer, Whole, integer};
use super::sequence::{List, Map};
use super::text::{Blob, Pair, Replaced, Text, Unit};
use super::union::Tagged;
use crate::Wire;
use crate::codec::{
    Choice, Decode, Elements, Entries, Fields, Framed, FromOpaque, Info, Inner, Mode, Number,
    Place, Reader, Role, info, stand,
};
use crate::error::{Error, Fault};
use crate::options::Options;
use crate::schema::{Schema, Type};
use crate::time;
use crate::unknown::UnknownFields;
use crate::uuid;
use crate::wire::json::base64;

/// The driver that reads.
pub(super) struct Decoder<'r, D> {
    /// What has the value, until that is asked for.
    input: Option<D>,
    pub(super) reading: &'r Reading,
}

impl<'r, D> Decoder<'r, D> {
    pub(super) const fn new(input: D, reading: &'r Reading) -> Self {
        let input = Some(input);
        Self { input, reading }
    }

    /// A driver at the end of what it reads.
    const fn done(reading: &'r Reading) -> Self {
        Self {
            input: None,
            reading,
        }
    }
}

/// A driver that has no value, for what is to be said when all have come.
pub(super) fn done(
    reading: &Reading,
) -> Decoder<'_, serde_core::de::value::UnitDeserializer<serde_core::de::value::Error>> {
    Decoder::done(reading)
}

impl<'de, D: Deserializer<'de>> Decoder<'_, D> {
    /// Asks for the value.
    pub(super) fn ask<T>(
        &mut self,
        ask: impl FnOnce(D) -> Result<T, D::Error>,
    ) -> Result<T, Error> {
        match self.input.take() {
            Some(input) => ask(input).map_err(|error| self.reading.inward(error)),
            None => Err(Error::custom("a value was asked for twice")),
        }
    }

    fn integer<P: Place, T>(
        &mut self,
        at: &P,
        ask: impl FnOnce(D, Integer) -> Result<Whole, D::Error>,
    ) -> Result<T, Error>
    where
        T: TryFrom<u128> + TryFrom<i128>,
    {
        let number = self.ask(|input| ask(input, Integer))?;
        integer(number).ok_or_else(|| {
            let ty = match info(at).ty {
                Type::Int(int) => int.name(),
                _ => core::any::type_name::<T>(),
            };
            self.error(Fault::OutOfRange { ty })
        })
    }

    /// Checks the length of a text, or of bytes.
    fn bounded(&self, len: usize) -> Result<(), Error> {
        let fits = self.reading.budget.string(len);
        fits.map_err(|fault| self.error(fault))
    }

    /// A float in the number that the format has for it, or in text where it is not finite.
    fn float(&mut self) -> Result<Float, Error> {
        match self.reading.readable {
            true => self.ask(|input| input.deserialize_any(Float::ASKED)),
            false => self.ask(|input| input.deserialize_f64(Float::ASKED)),
        }
    }

    #[cold]
    fn malformed<T>(&self, why: &'static str) -> Result<T, Error> {
        Err(self.error(Fault::Malformed(why)))
    }
}

impl<D> Framed for Decoder<'_, D> {
    type Frame = ();
}

impl<'de, D: Deserializer<'de>> Reader<'de> for Decoder<'_, D> {
    const MERGES: bool = false;
    const WIRE: Wire = Wire::Json;

    /// What comes is not known before it is asked for, as one type.
    fn may_be(&self, _place: &Info) -> bool {
        true
    }

    fn is_outermost(&self) -> bool {
        let budget = &self.reading.budget;
        budget.is_outermost(budget.depth())
    }

    fn swap_unknown(&mut self, _unknown: &mut UnknownFields) {}

    fn bool<P: Place>(&mut self, at: P) -> Result<bool, Error> {
        let key = info(&at).role == Role::Key;
        self.ask(|input| input.deserialize_bool(Bool { key }))
    }

    fn u64<P: Place>(&mut self, at: P) -> Result<u64, Error> {
        self.integer(&at, |input, asked| input.deserialize_u64(asked))
    }

    fn i64<P: Place>(&mut self, at: P) -> Result<i64, Error> {
        self.integer(&at, |input, asked| input.deserialize_i64(asked))
    }

    fn u32<P: Place>(&mut self, at: P) -> Result<u32, Error> {
        self.integer(&at, |input, asked| input.deserialize_u32(asked))
    }

    fn i32<P: Place>(&mut self, at: P) -> Result<i32, Error> {
        self.integer(&at, |input, asked| input.deserialize_i32(asked))
    }

    fn u128<P: Place>(&mut self, at: P) -> Result<u128, Error> {
        self.integer(&at, |input, asked| input.deserialize_u128(asked))
    }

    fn i128<P: Place>(&mut self, at: P) -> Result<i128, Error> {
        self.integer(&at, |input, asked| input.deserialize_i128(asked))
    }

    fn f32<P: Place>(&mut self, _at: P) -> Result<f32, Error> {
        let float = match self.reading.readable {
            true => self.float()?,
            false => self.ask(|input| input.deserialize_f32(Float::ASKED))?,
        };
        let number = float.single(self.reading.readable);
        number.map_err(|fault| self.error(fault))
    }

    fn f64<P: Place>(&mut self, _at: P) -> Result<f64, Error> {
        let number = self.float()?.double(self.reading.readable);
        number.map_err(|fault| self.error(fault))
    }

    fn number<P: Place>(&mut self, _at: P) -> Result<Number<'de>, Error> {
        Ok(
            match self.ask(|input| input.deserialize_any(Float::ASKED))? {
                Float::Positive(value) => Number::Unsigned(value),
                Float::Negative(value) => Number::Negative(value),
                Float::Single(value) => Number::Float(value.into()),
                Float::Double(value) => Number::Float(value),
            },
        )
    }

    fn str<P: Place>(&mut self, at: P) -> Result<Cow<'de, str>, Error> {
        let text = match info(&at).ty {
            Type::Char => self.ask(|input| input.deserialize_char(Text))?,
            _ => self.ask(|input| input.deserialize_str(Text))?,
        };
        self.bounded(text.len()).map(|()| text)
    }

    fn string<P: Place>(&mut self, at: P, into: &mut String) -> Result<(), Error> {
        if !matches!(info(&at).ty, Type::String) {
            *into = self.str(at)?.into_owned();
            return Ok(());
        }
        self.ask(|input| input.deserialize_string(Replaced(into)))?;
        self.bounded(into.len())
    }

    fn bytes<P: Place>(&mut self, _at: P) -> Result<Cow<'de, [u8]>, Error> {
        let blob = match self.reading.readable {
            true => self.ask(|input| input.deserialize_str(Blob))?,
            false => self.ask(|input| input.deserialize_byte_buf(Blob))?,
        };
        let bytes = match blob {
            Ok(bytes) => bytes,
            Err(text) => match base64::decode(text.as_bytes()) {
                Some(bytes) => Cow::Owned(bytes),
                None => return self.malformed("the text is not base64"),
            },
        };
        self.bounded(bytes.len()).map(|()| bytes)
    }

    fn uuid<P: Place>(&mut self, at: P) -> Result<[u8; 16], Error> {
        if self.reading.readable {
            let text = self.str(at)?;
            let uuid = uuid::read(text.as_bytes());
            return uuid.ok_or_else(|| self.error(Fault::other_text("UUID", &text)));
        }
        let bytes = self.bytes(at)?;
        let uuid = bytes.as_ref().try_into();
        uuid.map_err(|_| {
            self.error(Fault::Length {
                expected: 16,
                found: bytes.len(),
            })
        })
    }

    fn duration<P: Place>(&mut self, _at: P) -> Result<(i64, i32), Error> {
        match self.ask(|input| input.deserialize_str(Pair))? {
            Ok((secs, nanos)) => Ok((secs, nanos as i32)),
            Err(text) => match time::duration(text.as_bytes()) {
                Some(parts) => Ok(parts),
                None => self.malformed("the text is not a duration such as `1.5s`"),
            },
        }
    }

    fn timestamp<P: Place>(&mut self, _at: P) -> Result<(i64, u32), Error> {
        match self.ask(|input| input.deserialize_str(Pair))? {
            Ok(parts) => Ok(parts),
            Err(text) => match time::timestamp(text.as_bytes()) {
                Some(parts) => Ok(parts),
                None => self.malformed("the text is not a timestamp in RFC 3339"),
            },
        }
    }

    fn opaque<P: Place, V: FromOpaque<'de>>(&mut self, _at: P) -> Result<V, Error> {
        self.ask(|input| V::deserialize(input))
    }

    fn unit<P: Place>(&mut self, _at: P) -> Result<(), Error> {
        self.ask(|input| input.deserialize_unit(Unit))
    }

    fn enumeration<P: Place>(&mut self, at: P, schema: &'static Schema) -> Result<i32, Error> {
        if !self.reading.readable {
            return self.i32(at);
        }
        let name = Name { schema };
        match self.ask(|input| input.deserialize_any(name))? {
            Ok(number) => {
                i32::try_from(number).map_err(|_| self.error(Fault::OutOfRange { ty: "i32" }))
            }
            Err(name) => Err(self.error(Fault::UnknownValue(alloc::format!("`{name}`").into()))),
        }
    }

    fn option<P: Place, T: Decode<'de>>(
        &mut self,
        at: P,
        into: &mut Option<T>,
        mode: Mode,
    ) -> Result<(), Error> {
        stand!(inner = Inner(at));
        let reading = self.reading;
        let dress = Dress::of(&info(&at).ty, reading.readable);
        let held = Held {
            at: inner,
            into,
            mode,
            reading,
        };
        self.ask(|input| option::ask(dress, held, input))?
    }

    fn list<P: Place, S: Elements<'de>>(&mut self, at: P, into: &mut S) -> Result<(), Error> {
        let reading = self.reading;
        self.ask(|input| input.deserialize_seq(List { at, into, reading }))
    }

    fn map<P: Place, S: Entries<'de>>(&mut self, at: P, into: &mut S) -> Result<(), Error> {
        let reading = self.reading;
        self.ask(|input| input.deserialize_map(Map { at, into, reading }))
    }

    fn message<P: Place, M: Fields<'de>>(
        &mut self,
        _at: P,
        into: &mut M,
        mode: Mode,
    ) -> Result<(), Error> {
        message::read(self, into, mode)
    }

    fn union<P: Place, U: Choice<'de>>(&mut self, _at: P, into: &mut U) -> Result<(), Error> {
        let reading = self.reading;
        self.ask(|input| Tagged { into, reading }.ask(input))?
    }

    fn at<P: Place>(&mut self, _: &mut (), _at: P) -> Result<bool, Error> {
        Ok(false)
    }

    fn next(&mut self, _: &mut (), _schema: &'static Schema) -> Result<Option<usize>, Error> {
        Ok(None)
    }

    fn keep<P: Place>(&mut self, _: &(), _at: P, _start: usize) {}

    fn offset(&self) -> usize {
        0
    }

    #[cold]
    fn error(&self, fault: Fault) -> Error {
        Error::new(fault, None, 0)
    }

    fn options(&self) -> &Options<'_> {
        &self.reading.options
    }

    fn refuse(&mut self) {
        self.reading.refuse();
    }

    fn grant(&mut self, count: usize, size: usize) -> usize {
        self.reading.budget.grant(count, size)
    }
}
