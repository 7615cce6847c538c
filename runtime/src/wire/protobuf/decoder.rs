//! What the protobuf reader holds, and how it takes the format's pieces from the input.

use super::place::{Held, is_wrapped};
use super::skip::{length, read_tag, skip};
use super::tag::{END, LEN, VARINT, expected, is_packable, scalar};
use super::varint::{self};
use crate::codec::{Decode, Fields, Mode, Place, Reader, Scope};
use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::schema::{Field, Schema, Type};
use crate::unknown;
use crate::wire::input::{Input, Outer};
use crate::wire::reading::Reading;

/// Reads protobuf. Made and driven by [`Wire::decode`]; public, so that other drivers may be built on it.
#[derive(Debug)]
pub struct Decoder<'de, 'r> {
    pub(super) input: Input<'de>,
    /// The wire type of the value that is next.
    pub(super) wire_type: u8,
    pub(super) frame: Frame,
    pub(super) cx: &'r Reading<'r>,
}

/// What belongs to the message that is being read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Frame {
    /// The number whose end-group tag ends the message; 0 if it ends with the input.
    pub(super) group: u32,
    /// Whether the message keeps unknown fields.
    pub(super) keep: bool,
}

impl<'de, 'r> Decoder<'de, 'r> {
    /// A decoder of `bytes`, whose length the reading knows.
    #[must_use]
    pub fn new(bytes: &'de [u8], reading: &'r Reading<'r>) -> Self {
        Self {
            input: Input::new(bytes),
            wire_type: LEN,
            frame: Frame::default(),
            cx: reading,
        }
    }

    #[inline(always)]
    pub(super) fn ok<T>(&self, result: Result<T, Fault>) -> Result<T, Error> {
        match result {
            Ok(value) => Ok(value),
            Err(fault) => Err(self.error(fault)),
        }
    }

    #[inline(always)]
    pub(super) fn varint(&mut self) -> Result<u64, Error> {
        match varint::read(&mut self.input) {
            Some(value) => Ok(value),
            None => Err(self.error(varint::fault(&self.input))),
        }
    }

    /// A varint of 32 bits with a sign; what is beyond them is dropped, unless the options refuse it.
    #[inline(always)]
    pub(super) fn narrow(&mut self) -> Result<i32, Error> {
        let value = self.varint()?;
        if self.cx.options().strict_integers && i32::try_from(value as i64).is_err() {
            return Err(self.error(Fault::OutOfRange { ty: "i32" }));
        }
        Ok(value as i32)
    }

    #[inline(always)]
    pub(super) fn length(&mut self) -> Result<usize, Error> {
        match length(&mut self.input) {
            Some(len) => Ok(len),
            None => Err(self.error(varint::fault(&self.input))),
        }
    }

    #[inline(always)]
    pub(super) fn fixed<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        match self.input.array::<N>() {
            Some(bytes) => Ok(bytes),
            None => Err(self.error(Fault::Truncated)),
        }
    }

    /// Bytes, which a value is to hold.
    #[inline(always)]
    pub(super) fn delimited(&mut self) -> Result<&'de [u8], Error> {
        let len = self.length()?;
        let fits = self.cx.budget.string(len);
        self.ok(fits)?;
        self.take(len)
    }

    /// Bytes that stand for something else.
    #[inline(always)]
    pub(super) fn raw(&mut self) -> Result<&'de [u8], Error> {
        let len = self.length()?;
        self.take(len)
    }

    #[inline(always)]
    fn take(&mut self, len: usize) -> Result<&'de [u8], Error> {
        match self.input.take(len) {
            Some(bytes) => Ok(bytes),
            None => Err(self.error(Fault::Truncated)),
        }
    }

    /// Narrows the input to the length-delimited value that is next.
    #[inline(always)]
    pub(super) fn enter(&mut self) -> Result<Outer, Error> {
        let len = self.length()?;
        match self.input.enter(len) {
            Some(outer) => Ok(outer),
            None => Err(self.error(Fault::Truncated)),
        }
    }

    /// Reads what is nested one level down.
    #[inline(always)]
    pub(super) fn nested<T>(
        &mut self,
        body: impl FnOnce(&mut Self) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let entered = self.cx.budget.enter();
        self.ok(entered)?;
        let value = body(self);
        self.cx.budget.leave();
        value
    }

    /// The tag of the place, if it is next.
    #[inline(always)]
    pub(super) fn skip_tag<P: Place>(&mut self, at: &P) -> bool {
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
    pub(super) fn wrapped<P: Place, T: Decode<'de>>(
        &mut self,
        at: P,
        into: &mut Option<T>,
        mode: Mode,
    ) -> Result<(), Error> {
        let mut wrap = super::wrap::Wrap {
            at: Held(at),
            value: into.take(),
        };
        let read = self.message_in(&mut wrap, mode);
        *into = wrap.value;
        read
    }

    /// Reads a length-delimited message.
    pub(super) fn message_in<M: Fields<'de>>(
        &mut self,
        into: &mut M,
        mode: Mode,
    ) -> Result<(), Error> {
        let outer = self.enter()?;
        self.body(into, mode, 0)?;
        self.input.leave(outer);
        Ok(())
    }

    /// Reads the fields of a message up to the end of the input or of the group: the one place where they are walked.
    pub(super) fn body<M: Fields<'de>>(
        &mut self,
        into: &mut M,
        mode: Mode,
        group: u32,
    ) -> Result<(), Error> {
        let kept = into.unknown().map(|unknown| {
            let mut kept = core::mem::take(unknown);
            if mode == Mode::Replace {
                kept.clear();
            }
            self.cx.replace_kept(kept)
        });
        let frame = Frame {
            group,
            keep: kept.is_some(),
        };
        let outer = core::mem::replace(&mut self.frame, frame);
        let read = self.nested(|r| Scope::read(r, (), into, mode));
        self.frame = outer;
        if let Some(outer) = kept {
            let kept = self.cx.replace_kept(outer);
            if let Some(unknown) = into.unknown() {
                *unknown = kept;
            }
        }
        read
    }

    /// Passes over a field, whose tag began at `start`, and keeps it where the message does.
    #[cold]
    #[inline(never)]
    pub(super) fn unknown(
        &mut self,
        number: u32,
        wire_type: u8,
        start: usize,
    ) -> Result<(), Error> {
        let skipped = skip(&mut self.input, number, wire_type, &self.cx.budget);
        self.ok(skipped)?;
        if self.frame.keep {
            let bytes = self.input.between(start, self.input.position());
            self.cx
                .keep(Wire::Protobuf, unknown::Key::Number(number), bytes);
        }
        Ok(())
    }

    pub(super) fn time(&mut self, root: bool) -> Result<(i64, i64), Error> {
        let outer = if root { None } else { Some(self.enter()?) };
        let (mut secs, mut nanos) = (0, 0);
        while !self.input.is_empty() {
            let tag = read_tag(&mut self.input);
            match self.ok(tag)? {
                (1, VARINT) => secs = self.varint()? as i64,
                (2, VARINT) => nanos = i64::from(self.narrow()?),
                (number, wire_type) => {
                    let skipped = skip(&mut self.input, number, wire_type, &self.cx.budget);
                    self.ok(skipped)?;
                }
            }
        }
        if let Some(outer) = outer {
            self.input.leave(outer);
        }
        Ok((secs, nanos))
    }

    /// The next field that the schema knows, in whatever order it comes.
    #[inline(never)]
    pub(super) fn find(&mut self, schema: &'static Schema) -> Result<Option<usize>, Error> {
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
}

/// Whether a value of this wire type can be the field's.
fn accepts(field: &Field, found: u8) -> bool {
    let place = crate::codec::Info::of(field, 0);
    let wanted = super::tag::wire_type(&place);
    if found == wanted {
        return true;
    }
    let ty = match place.ty {
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
