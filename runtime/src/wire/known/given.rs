//! [`Given`]: a driver that puts fields into a small message, by being asked for them.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use crate::Wire;
use crate::codec::{
    Choice, Decode, Element, Elements, Entries, Fields, Framed, Info, Mode, Place, Reader, Scope,
    info,
};
use crate::error::{Error, Fault};
use crate::options::Options;
use crate::schema::Schema;
use crate::unknown::UnknownFields;

/// The value of a field.
#[derive(Debug)]
pub(in crate::wire) enum Part {
    Integer(i64),
    Text(String),
    Bytes(Vec<u8>),
    Texts(Vec<String>),
}

/// Fields in ascending order of their numbers.
#[derive(Debug)]
pub(in crate::wire) struct Given<'o> {
    parts: alloc::vec::IntoIter<(u32, Part)>,
    /// The text of the list that is being read.
    text: Option<String>,
    options: &'o Options<'o>,
    offset: usize,
}

impl<'o> Given<'o> {
    /// Puts fields, in ascending order of their numbers, into a well-known type.
    pub(in crate::wire) fn fill<'de, M: Fields<'de>>(
        into: &mut M,
        parts: Vec<(u32, Part)>,
        options: &'o Options<'o>,
        offset: usize,
    ) -> Result<(), Error> {
        let mut given = Self {
            parts: parts.into_iter(),
            text: None,
            options,
            offset,
        };
        Scope::known(&mut given, into)
    }

    fn wrong<T>(&self) -> Result<T, Error> {
        Err(self.error(Fault::Malformed("the well-known type has other fields")))
    }
}

macro_rules! refused {
    ($($name:ident: $ty:ty;)*) => {$(
        fn $name<P: Place>(&mut self, _at: P) -> Result<$ty, Error> {
            self.wrong()
        }
    )*};
}

impl Framed for Given<'_> {
    type Frame = ();
}

impl<'de> Reader<'de> for Given<'_> {
    const MERGES: bool = false;
    const WIRE: Wire = Wire::Json;

    fn may_be(&self, _place: &Info) -> bool {
        true
    }

    fn is_outermost(&self) -> bool {
        false
    }

    fn swap_unknown(&mut self, _unknown: &mut UnknownFields) {}

    refused! {
        bool: bool;
        u64: u64;
        u32: u32;
        u128: u128;
        i128: i128;
        f32: f32;
        f64: f64;
        duration: (i64, i32);
        timestamp: (i64, u32);
        unit: ();
    }

    fn i64<P: Place>(&mut self, _at: P) -> Result<i64, Error> {
        match self.parts.next() {
            Some((_, Part::Integer(value))) => Ok(value),
            _ => self.wrong(),
        }
    }

    fn i32<P: Place>(&mut self, at: P) -> Result<i32, Error> {
        self.i64(at).map(|value| value as i32)
    }

    fn str<P: Place>(&mut self, _at: P) -> Result<Cow<'de, str>, Error> {
        if let Some(text) = self.text.take() {
            return Ok(Cow::Owned(text));
        }
        match self.parts.next() {
            Some((_, Part::Text(text))) => Ok(Cow::Owned(text)),
            _ => self.wrong(),
        }
    }

    fn bytes<P: Place>(&mut self, _at: P) -> Result<Cow<'de, [u8]>, Error> {
        match self.parts.next() {
            Some((_, Part::Bytes(bytes))) => Ok(Cow::Owned(bytes)),
            _ => self.wrong(),
        }
    }

    fn enumeration<P: Place>(&mut self, _at: P, _schema: &'static Schema) -> Result<i32, Error> {
        self.wrong()
    }

    fn option<P: Place, T: Decode<'de>>(
        &mut self,
        _at: P,
        _into: &mut Option<T>,
        _mode: Mode,
    ) -> Result<(), Error> {
        self.wrong()
    }

    fn list<P: Place, S: Elements<'de>>(&mut self, at: P, into: &mut S) -> Result<(), Error> {
        let Some((_, Part::Texts(texts))) = self.parts.next() else {
            return self.wrong();
        };
        for text in texts {
            self.text = Some(text);
            into.element(self, Element(at))?;
        }
        Ok(())
    }

    fn map<P: Place, S: Entries<'de>>(&mut self, _at: P, _into: &mut S) -> Result<(), Error> {
        self.wrong()
    }

    fn message<P: Place, M: Fields<'de>>(
        &mut self,
        _at: P,
        _into: &mut M,
        _mode: Mode,
    ) -> Result<(), Error> {
        self.wrong()
    }

    fn union<P: Place, U: Choice<'de>>(&mut self, _at: P, _into: &mut U) -> Result<(), Error> {
        self.wrong()
    }

    fn at<P: Place>(&mut self, _: &mut (), at: P) -> Result<bool, Error> {
        let next = self.parts.as_slice().first();
        Ok(next.is_some_and(|(number, _)| *number == info(&at).number))
    }

    fn next(&mut self, _: &mut (), _schema: &'static Schema) -> Result<Option<usize>, Error> {
        Ok(None)
    }

    fn keep<P: Place>(&mut self, _: &(), _at: P, _start: usize) {}

    fn offset(&self) -> usize {
        self.offset
    }

    fn error(&self, fault: Fault) -> Error {
        Error::new(fault, Some(Wire::Json), self.offset)
    }

    fn options(&self) -> &Options<'_> {
        self.options
    }

    fn refuse(&mut self) {}

    fn grant(&mut self, count: usize, _size: usize) -> usize {
        count
    }
}
