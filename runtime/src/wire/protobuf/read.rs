//! The protobuf driver that reads.

use alloc::borrow::Cow;

use super::skip::{length, read_tag, skip};
use super::tag::{
    END, LEN, Packed, START, Tag, VARINT, expected, is_packable, is_root, is_wrapped, scalar,
};
use super::varint::{self, unzigzag};
use crate::codec::impls::decode_some;
use crate::codec::{
    Choice, Decode, Element, Elements, Entries, Fields, Inner, Key, Mode, Place, Reader, Role,
    Scope, Value, Wrapped, info,
};
use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::options::Options;
use crate::schema::{Encoding, Field, Schema, Type};
use crate::unknown::{self, UnknownFields};
use crate::wire::budget::Budget;
use crate::wire::input::{Input, Outer};

/// Reads protobuf. Made and driven by [`Wire::decode`]; public, so that other drivers may be built on it.
#[derive(Debug)]
pub struct Decoder<'de, 'o> {
    input: Input<'de>,
    options: &'o Options,
    budget: Budget,
    /// The wire type of the value that is next.
    wire_type: u8,
    frame: Frame,
    refused: bool,
}

/// What belongs to the message that is being read.
#[derive(Debug, Default)]
struct Frame {
    unknown: UnknownFields,
    keep: bool,
    /// The number whose end-group tag ends the message; 0 if it ends with the input.
    group: u32,
}

impl<'de, 'o> Decoder<'de, 'o> {
    /// A decoder of `bytes`.
    ///
    /// # Errors
    ///
    /// If the input is longer than the limit `message`.
    pub fn new(bytes: &'de [u8], options: &'o Options) -> Result<Self, Error> {
        Ok(Self {
            input: Input::new(bytes),
            options,
            budget: crate::wire::begin(options.limits, bytes.len(), Wire::Protobuf)?,
            wire_type: LEN,
            frame: Frame::default(),
            refused: false,
        })
    }

    /// Whether a message did not meet its rules.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.refused
    }

    #[inline(always)]
    fn ok<T>(&self, result: Result<T, Fault>) -> Result<T, Error> {
        match result {
            Ok(value) => Ok(value),
            Err(fault) => Err(self.error(fault)),
        }
    }

    #[inline(always)]
    fn varint(&mut self) -> Result<u64, Error> {
        match varint::read(&mut self.input) {
            Some(value) => Ok(value),
            None => Err(self.error(varint::fault(&self.input))),
        }
    }

    #[inline(always)]
    fn length(&mut self) -> Result<usize, Error> {
        match length(&mut self.input) {
            Some(len) => Ok(len),
            None => Err(self.error(varint::fault(&self.input))),
        }
    }

    #[inline(always)]
    fn fixed<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        match self.input.array::<N>() {
            Some(bytes) => Ok(bytes),
            None => Err(self.error(Fault::Truncated)),
        }
    }

    #[inline(always)]
    fn delimited(&mut self) -> Result<&'de [u8], Error> {
        let len = self.length()?;
        let fits = self.budget.string(len);
        self.ok(fits)?;
        match self.input.take(len) {
            Some(bytes) => Ok(bytes),
            None => Err(self.error(Fault::Truncated)),
        }
    }

    /// Narrows the input to the length-delimited value that is next.
    #[inline(always)]
    fn enter(&mut self) -> Result<Outer, Error> {
        let len = self.length()?;
        match self.input.enter(len) {
            Some(outer) => Ok(outer),
            None => Err(self.error(Fault::Truncated)),
        }
    }

    /// Reads what is nested one level down.
    #[inline(always)]
    fn nested<T>(&mut self, body: impl FnOnce(&mut Self) -> Result<T, Error>) -> Result<T, Error> {
        let entered = self.budget.enter();
        self.ok(entered)?;
        let value = body(self);
        self.budget.leave();
        value
    }

    /// The tag of the place, if it is next.
    #[inline(always)]
    fn skip_tag<P: Place>(&mut self, at: &P) -> bool {
        let (tag, wire_type) = expected(at);
        let found = match tag.len {
            1 => self.input.skip_if([tag.bytes[0]]),
            2 => self.input.skip_if([tag.bytes[0], tag.bytes[1]]),
            len => {
                let found = self.input.rest().starts_with(tag.as_slice());
                if found {
                    self.input.advance(len);
                }
                found
            }
        };
        if found {
            self.wire_type = wire_type;
        }
        found
    }

    /// Reads the message that wraps the value at a place.
    fn wrapped<P: Place, T: Decode<'de>>(
        &mut self,
        at: P,
        into: &mut Option<T>,
        mode: Mode,
    ) -> Result<(), Error> {
        let mut wrap = super::wrap::Wrap {
            at: Inner(Wrapped(at)),
            value: into.take(),
        };
        let read = self.message_in(&mut wrap, mode);
        *into = wrap.value;
        read
    }

    /// Reads a length-delimited message.
    fn message_in<M: Fields<'de>>(&mut self, into: &mut M, mode: Mode) -> Result<(), Error> {
        let outer = self.enter()?;
        self.body(into, mode, 0)?;
        self.input.leave(outer);
        Ok(())
    }

    /// Reads the fields of a message up to the end of the input or of the group.
    #[inline]
    fn body<M: Fields<'de>>(&mut self, into: &mut M, mode: Mode, group: u32) -> Result<(), Error> {
        let mut frame = Frame {
            unknown: UnknownFields::new(),
            keep: false,
            group,
        };
        if let Some(unknown) = into.unknown() {
            frame.keep = true;
            frame.unknown = core::mem::take(unknown);
            if mode == Mode::Replace {
                frame.unknown.clear();
            }
        }
        self.nested(|r| {
            let outer = core::mem::replace(&mut r.frame, frame);
            Scope::read(r, into, mode)?;
            let frame = core::mem::replace(&mut r.frame, outer);
            if frame.keep
                && let Some(unknown) = into.unknown()
            {
                *unknown = frame.unknown;
            }
            Ok(())
        })
    }

    /// Passes over a field, whose tag began at `start`, and keeps it where the message does.
    #[cold]
    #[inline(never)]
    fn unknown(&mut self, number: u32, wire_type: u8, start: usize) -> Result<(), Error> {
        let skipped = skip(&mut self.input, number, wire_type, &mut self.budget);
        self.ok(skipped)?;
        if self.frame.keep {
            let bytes = self.input.between(start, self.input.position());
            self.frame
                .unknown
                .push(Wire::Protobuf, unknown::Key::Number(number), bytes);
        }
        Ok(())
    }

    /// Keeps an element of a list, which its enum does not know.
    #[cold]
    fn keep_element<P: Place>(&mut self, at: &P, start: usize) {
        if self.frame.keep {
            let (number, place) = (info(at).number, info(&Element(*at)));
            let mut bytes = alloc::vec::Vec::from(
                Tag::new(number, scalar(&place.ty, place.encoding)).as_slice(),
            );
            bytes.extend_from_slice(self.input.between(start, self.input.position()));
            self.frame
                .unknown
                .push(Wire::Protobuf, unknown::Key::Number(number), &bytes);
        }
    }

    fn time(&mut self, root: bool) -> Result<(i64, i64), Error> {
        let outer = if root { None } else { Some(self.enter()?) };
        let (mut secs, mut nanos) = (0, 0);
        while !self.input.is_empty() {
            let tag = read_tag(&mut self.input);
            match self.ok(tag)? {
                (1, VARINT) => secs = self.varint()? as i64,
                (2, VARINT) => nanos = i64::from(self.varint()? as i32),
                (number, wire_type) => {
                    let skipped = skip(&mut self.input, number, wire_type, &mut self.budget);
                    self.ok(skipped)?;
                }
            }
        }
        if let Some(outer) = outer {
            self.input.leave(outer);
        }
        Ok((secs, nanos))
    }

    /// Reads an element of a list; one that its enum does not know is kept, and left out.
    #[inline(always)]
    fn element<P: Place, S: Elements<'de>>(
        &mut self,
        list: P,
        into: &mut S,
        index: &mut usize,
        read: impl FnOnce(&mut Self, &mut S) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let start = self.input.position();
        let counted = self.budget.elements(1);
        self.ok(counted)?;
        match read(self, into) {
            Ok(()) => {}
            Err(error) if error.is_unknown_value() => self.keep_element(&list, start),
            Err(error) => return Err(error.at_index(*index)),
        }
        *index += 1;
        Ok(())
    }
}

/// Whether a value of this wire type can be the field's.
fn accepts(field: &Field, found: u8) -> bool {
    let place = crate::codec::Info::of(field, 0, &[]);
    let wanted = super::tag::wire_type(&place);
    if found == wanted {
        return true;
    }
    let ty = match field.ty() {
        Type::List(element) if !is_wrapped(&place) => element,
        _ => return false,
    };
    is_packable(ty) && (found == LEN || found == scalar(ty, field.encoding()))
}

fn position(schema: &'static Schema, number: u32) -> Option<usize> {
    let fields = schema.fields();
    let guess = (number as usize).wrapping_sub(1);
    match fields.get(guess) {
        Some(field) if field.number() == number => Some(guess),
        _ => fields.iter().position(|field| field.number() == number),
    }
}

impl<'de> Reader<'de> for Decoder<'de, '_> {
    const MERGES: bool = true;

    #[inline(always)]
    fn bool<P: Place>(&mut self, _at: P) -> Result<bool, Error> {
        Ok(self.varint()? != 0)
    }

    #[inline(always)]
    fn u64<P: Place>(&mut self, at: P) -> Result<u64, Error> {
        match info(&at).encoding {
            Encoding::Fixed => Ok(u64::from_le_bytes(self.fixed()?)),
            _ => self.varint(),
        }
    }

    #[inline(always)]
    fn i64<P: Place>(&mut self, at: P) -> Result<i64, Error> {
        match info(&at).encoding {
            Encoding::Fixed => Ok(i64::from_le_bytes(self.fixed()?)),
            Encoding::Zigzag => Ok(unzigzag(self.varint()?)),
            _ => Ok(self.varint()? as i64),
        }
    }

    #[inline(always)]
    fn u32<P: Place>(&mut self, at: P) -> Result<u32, Error> {
        match info(&at).encoding {
            Encoding::Fixed => Ok(u32::from_le_bytes(self.fixed()?)),
            _ => {
                let value = self.varint()?;
                if self.options.strict_integers && u32::try_from(value).is_err() {
                    return Err(self.error(Fault::OutOfRange { ty: "u32" }));
                }
                Ok(value as u32)
            }
        }
    }

    #[inline(always)]
    fn i32<P: Place>(&mut self, at: P) -> Result<i32, Error> {
        match info(&at).encoding {
            Encoding::Fixed => Ok(i32::from_le_bytes(self.fixed()?)),
            Encoding::Zigzag => Ok(unzigzag(u64::from(self.varint()? as u32)) as i32),
            _ => {
                let value = self.varint()?;
                if self.options.strict_integers && i32::try_from(value as i64).is_err() {
                    return Err(self.error(Fault::OutOfRange { ty: "i32" }));
                }
                Ok(value as i32)
            }
        }
    }

    fn u128<P: Place>(&mut self, _at: P) -> Result<u128, Error> {
        let bytes = self.delimited()?;
        match <[u8; 16]>::try_from(bytes) {
            Ok(bytes) => Ok(u128::from_be_bytes(bytes)),
            Err(_) => Err(self.error(Fault::Length {
                expected: 16,
                found: bytes.len(),
            })),
        }
    }

    fn i128<P: Place>(&mut self, at: P) -> Result<i128, Error> {
        Ok(self.u128(at)? as i128)
    }

    #[inline(always)]
    fn f32<P: Place>(&mut self, _at: P) -> Result<f32, Error> {
        Ok(f32::from_le_bytes(self.fixed()?))
    }

    #[inline(always)]
    fn f64<P: Place>(&mut self, _at: P) -> Result<f64, Error> {
        Ok(f64::from_le_bytes(self.fixed()?))
    }

    #[inline]
    fn str<P: Place>(&mut self, _at: P) -> Result<Cow<'de, str>, Error> {
        let len = self.length()?;
        let fits = self.budget.string(len);
        self.ok(fits)?;
        match self.input.text(len) {
            Some(Some(text)) => Ok(Cow::Borrowed(text)),
            Some(None) => Err(Error::new(
                Fault::InvalidUtf8,
                Some(Wire::Protobuf),
                self.input.position() - len,
            )),
            None => Err(self.error(Fault::Truncated)),
        }
    }

    #[inline(always)]
    fn bytes<P: Place>(&mut self, _at: P) -> Result<Cow<'de, [u8]>, Error> {
        self.delimited().map(Cow::Borrowed)
    }

    fn duration<P: Place>(&mut self, at: P) -> Result<(i64, i32), Error> {
        let (secs, nanos) = self.time(is_root(&at))?;
        match i32::try_from(nanos) {
            Ok(nanos)
                if nanos.unsigned_abs() < 1_000_000_000
                    && (secs == 0 || nanos == 0 || (secs < 0) == (nanos < 0)) =>
            {
                Ok((secs, nanos))
            }
            _ => Err(self.error(Fault::OutOfRange { ty: "Duration" })),
        }
    }

    fn timestamp<P: Place>(&mut self, at: P) -> Result<(i64, u32), Error> {
        let (secs, nanos) = self.time(is_root(&at))?;
        match u32::try_from(nanos) {
            Ok(nanos) if nanos < 1_000_000_000 => Ok((secs, nanos)),
            _ => Err(self.error(Fault::OutOfRange { ty: "Timestamp" })),
        }
    }

    fn unit<P: Place>(&mut self, at: P) -> Result<(), Error> {
        if is_root(&at) {
            self.input.advance(usize::MAX);
        } else {
            self.delimited()?;
        }
        Ok(())
    }

    #[inline(always)]
    fn enumeration<P: Place>(&mut self, _at: P, _schema: &'static Schema) -> Result<i32, Error> {
        Ok(self.varint()? as i32)
    }

    #[inline]
    fn option<P: Place, T: Decode<'de>>(
        &mut self,
        at: P,
        into: &mut Option<T>,
        mode: Mode,
    ) -> Result<(), Error> {
        if matches!(info(&at).role, Role::Element | Role::Value) {
            return self.wrapped(at, into, mode);
        }
        decode_some(into, self, Inner(at), mode)
    }

    #[inline]
    fn list<P: Place, S: Elements<'de>>(&mut self, at: P, into: &mut S) -> Result<(), Error> {
        if is_wrapped(&info(&at)) {
            return self.within(&Wrapped(at), |r| r.items(Wrapped(at), into));
        }
        self.items(at, into)
    }
    fn map<P: Place, S: Entries<'de>>(&mut self, at: P, into: &mut S) -> Result<(), Error> {
        if is_wrapped(&info(&at)) {
            return self.within(&Wrapped(at), |r| r.entries(Wrapped(at), into));
        }
        self.entries(at, into)
    }

    #[inline]
    fn message<P: Place, M: Fields<'de>>(
        &mut self,
        at: P,
        into: &mut M,
        mode: Mode,
    ) -> Result<(), Error> {
        if is_root(&at) {
            self.body(into, mode, 0)
        } else if self.wire_type == START {
            self.body(into, mode, info(&at).number)
        } else {
            self.message_in(into, mode)
        }
    }

    fn union<P: Place, U: Choice<'de>>(&mut self, at: P, into: &mut U) -> Result<(), Error> {
        let outer = if is_root(&at) {
            None
        } else {
            Some(self.enter()?)
        };
        let mut frame = Frame {
            unknown: UnknownFields::new(),
            keep: true,
            group: 0,
        };
        let mut failed = None;
        self.nested(|r| {
            core::mem::swap(&mut r.frame, &mut frame);
            while let Some(index) = r.next(into.schema())? {
                failed = match into.nth(index, true, r) {
                    Ok(()) => None,
                    Err(error) => {
                        let error = error.in_variant(into.schema(), index);
                        if !error.is_unknown_value() {
                            return Err(error);
                        }
                        Some(error)
                    }
                };
            }
            core::mem::swap(&mut r.frame, &mut frame);
            Ok(())
        })?;
        if let Some(outer) = outer {
            self.input.leave(outer);
        }
        if let Some(error) = failed {
            return Err(error);
        }
        if !into.is_set() {
            let number = match frame.unknown.iter().next() {
                Some((unknown::Key::Number(number), _)) => alloc::format!("{number}").into(),
                _ => "set".into(),
            };
            if !into.other(frame.unknown) {
                return Err(self.error(Fault::UnknownValue(number)));
            }
        }
        Ok(())
    }

    #[inline(always)]
    fn at<P: Place>(&mut self, at: P) -> Result<bool, Error> {
        Ok(self.skip_tag(&at))
    }

    #[inline(always)]
    fn next(&mut self, schema: &'static Schema) -> Result<Option<usize>, Error> {
        if self.input.is_empty() && self.frame.group == 0 {
            return Ok(None);
        }
        self.find(schema)
    }

    #[cold]
    fn keep<P: Place>(&mut self, at: P, start: usize) {
        if self.frame.keep {
            let (tag, _) = expected(&at);
            let mut bytes = alloc::vec::Vec::from(tag.as_slice());
            bytes.extend_from_slice(self.input.between(start, self.input.position()));
            self.frame.unknown.push(
                Wire::Protobuf,
                unknown::Key::Number(info(&at).number),
                &bytes,
            );
        }
    }

    #[inline(always)]
    fn offset(&self) -> usize {
        self.input.position()
    }

    #[cold]
    #[inline(never)]
    fn error(&self, fault: Fault) -> Error {
        Error::new(fault, Some(Wire::Protobuf), self.input.position())
    }

    #[inline(always)]
    fn options(&self) -> &Options {
        self.options
    }

    fn refuse(&mut self) {
        self.refused = true;
    }

    fn grant(&mut self, count: usize, size: usize) -> usize {
        self.budget.grant(count, size)
    }
}

impl<'de> Decoder<'de, '_> {
    /// The next field that the schema knows, in whatever order it comes.
    #[inline(never)]
    fn find(&mut self, schema: &'static Schema) -> Result<Option<usize>, Error> {
        loop {
            if self.input.is_empty() {
                return match self.frame.group {
                    0 => Ok(None),
                    _ => Err(self.error(Fault::Truncated)),
                };
            }
            let start = self.input.position();
            let tag = read_tag(&mut self.input);
            let (number, wire_type) = self.ok(tag)?;
            if wire_type == END && number == self.frame.group {
                return Ok(None);
            }
            match position(schema, number) {
                Some(index)
                    if schema
                        .fields()
                        .get(index)
                        .is_some_and(|field| accepts(field, wire_type)) =>
                {
                    self.wire_type = wire_type;
                    return Ok(Some(index));
                }
                _ => self.unknown(number, wire_type, start)?,
            }
        }
    }

    /// Reads the message around a list or map: `read` is called where field 1 comes.
    fn within<P: Place>(
        &mut self,
        at: &P,
        mut read: impl FnMut(&mut Self) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let outer = self.enter()?;
        self.nested(|r| {
            while r.tag_of(at)? {
                read(r)?;
            }
            Ok(())
        })?;
        self.input.leave(outer);
        Ok(())
    }

    /// Reads the elements of a list that needs no message of its own.
    #[inline]
    fn items<P: Place, S: Elements<'de>>(&mut self, at: P, into: &mut S) -> Result<(), Error> {
        let element = info(&Element(at));
        let mut index = 0;
        if is_packable(&element.ty) && self.wire_type == LEN {
            let outer = self.enter()?;
            let count = match scalar(&element.ty, element.encoding) {
                VARINT => self
                    .input
                    .rest()
                    .iter()
                    .filter(|byte| **byte < 0x80)
                    .count(),
                super::tag::I64 => self.input.remaining() / 8,
                _ => self.input.remaining() / 4,
            };
            let granted = self.budget.grant(count, S::SIZE);
            into.reserve(granted);
            while !self.input.is_empty() {
                self.element(at, into, &mut index, |r, into| {
                    into.element(r, Packed(Element(at)))
                })?;
            }
            self.input.leave(outer);
            return Ok(());
        }
        loop {
            self.element(at, into, &mut index, |r, into| into.element(r, Element(at)))?;
            if !self.skip_tag(&Element(at)) {
                return Ok(());
            }
        }
    }

    /// Reads the entries of a map that needs no message of its own.
    fn entries<P: Place, S: Entries<'de>>(&mut self, at: P, into: &mut S) -> Result<(), Error> {
        loop {
            let start = self.input.position();
            let counted = self.budget.elements(1);
            self.ok(counted)?;
            match self.entry(at, into) {
                Ok(()) => {}
                Err(error) if error.is_unknown_value() => {
                    self.input.rewind(start);
                    self.delimited()?;
                    self.keep(Element(at), start);
                }
                Err(error) => return Err(error.at_key(into.text())),
            }
            if !self.skip_tag(&Element(at)) {
                return Ok(());
            }
        }
    }

    /// Whether the value of the wrapped place comes; other fields are passed over.
    fn tag_of<P: Place>(&mut self, at: &P) -> Result<bool, Error> {
        while !self.input.is_empty() {
            if self.skip_tag(at) {
                return Ok(true);
            }
            let tag = read_tag(&mut self.input);
            let (number, wire_type) = self.ok(tag)?;
            let place = info(at);
            let ty = match place.ty {
                Type::List(element) => *element,
                ty => ty,
            };
            if number == place.number
                && is_packable(&ty)
                && wire_type == scalar(&ty, place.encoding)
            {
                self.wire_type = wire_type;
                return Ok(true);
            }
            let skipped = skip(&mut self.input, number, wire_type, &mut self.budget);
            self.ok(skipped)?;
        }
        Ok(false)
    }

    /// Reads one entry of a map.
    fn entry<P: Place, S: Entries<'de>>(&mut self, at: P, into: &mut S) -> Result<(), Error> {
        let outer = self.enter()?;
        into.start();
        let read = self.nested(|r| {
            while !r.input.is_empty() {
                if r.skip_tag(&Key(at)) {
                    into.key(r, Key(at))?;
                } else if r.skip_tag(&Value(at)) {
                    into.value(r, Value(at))?;
                } else {
                    let tag = read_tag(&mut r.input);
                    let (number, wire_type) = r.ok(tag)?;
                    let skipped = skip(&mut r.input, number, wire_type, &mut r.budget);
                    r.ok(skipped)?;
                }
            }
            into.insert(r)
        });
        self.input.leave(outer);
        read
    }
}
