//! What the protobuf reader holds, and how it takes the format's pieces from the input.

use super::place::{Held, is_wrapped};
use super::skip::{length, read_tag, skip};
use super::tag::{END, LEN, Tag, expected, is_packable, scalar};
use super::varint::{self};
use crate::codec::{Decode, Fields, Mode, Place, Reader, Scope};
use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::schema::{Field, Schema, Type};
use crate::unknown;
use crate::wire::input::{Input, Outer};
use crate::wire::reading::Reading;

/// Reads protobuf. Made and driven by [`Wire::decode`]; public, so that other drivers may be built on it.
///
/// What is called by many goes by a copy ([`far`](Self::far)), and errors are made of positions, so that a decoder whose address
/// nobody knows lies in registers while a message is walked.
#[derive(Clone, Copy, Debug)]
pub struct Decoder<'de, 'r> {
    /// The message that is being read.
    pub(super) input: Input<'de>,
    /// The wire type of the value that is next.
    pub(super) wire_type: u8,
    /// Whether the message that is being read keeps unknown fields.
    pub(super) keeps: bool,
    pub(super) cx: &'r Reading<'r>,
}

/// The number whose end-group tag ends the message that is being read; 0 if it ends with the input.
#[derive(Clone, Copy, Debug, Default)]
pub struct Group(pub(super) u32);

impl<'de, 'r> Decoder<'de, 'r> {
    /// A decoder of `bytes`, whose length the reading knows.
    #[must_use]
    pub fn new(bytes: &'de [u8], reading: &'r Reading<'r>) -> Self {
        Self {
            input: Input::new(bytes),
            wire_type: LEN,
            keeps: false,
            cx: reading,
        }
    }

    /// What `read` finds, far from the walk: by a copy, so that this decoder may lie in registers.
    #[inline(always)]
    pub(super) fn far<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut copy = *self;
        let value = read(&mut copy);
        self.input.go_on(&copy.input);
        value
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
        if i32::try_from(value as i64).is_err() && self.cx.options().strict_integers {
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

    /// Reads a message after its length.
    #[inline(always)]
    pub(super) fn message_in<M: Fields<'de>>(
        &mut self,
        into: &mut M,
        mode: Mode,
    ) -> Result<(), Error> {
        let len = self.length()?;
        let mut message = self.input;
        let _ = message.enter(len);
        self.input.advance(len);
        let how = How::new(0, mode);
        if const { M::IS_SMALL && has_numbers_only(M::KNOWN) } {
            walk(message, self.cx, into, how)?;
        } else {
            let to = self.input.position();
            walk_far(message.whole(), to - len, to, self.cx, into, how)?;
        }
        Ok(())
    }

    /// Reads a message that ends with the input, or with the end-group tag of a number that is not 0.
    #[inline(always)]
    pub(super) fn message_until<M: Fields<'de>>(
        &mut self,
        group: u32,
        into: &mut M,
        mode: Mode,
    ) -> Result<(), Error> {
        let (whole, from) = (self.input.whole(), self.input.position());
        let to = from + self.input.remaining();
        let end = walk_far(whole, from, to, self.cx, into, How::new(group, mode))?;
        self.input.advance(end - from);
        Ok(())
    }

    /// The bytes from an offset to the next one.
    #[inline(always)]
    pub(super) fn since(&self, start: usize) -> &'de [u8] {
        self.input.between(start, self.input.position())
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
        if self.keeps {
            let bytes = self.since(start);
            self.cx
                .keep(Wire::Protobuf, unknown::Key::Number(number), bytes);
        }
        Ok(())
    }

    /// The next field that the schema knows, in whatever order it comes.
    #[inline(never)]
    pub(super) fn find(
        &mut self,
        Group(group): Group,
        schema: &'static Schema,
    ) -> Result<Option<usize>, Error> {
        loop {
            if self.input.is_empty() {
                return match group {
                    0 => Ok(None),
                    _ => Err(self.error(Fault::Truncated)),
                };
            }
            let start = self.offset();
            let tag = read_tag(&mut self.input);
            let (number, wire_type) = self.ok(tag)?;
            if wire_type == END && number == group {
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

/// How a message is read: the number of the end-group tag that ends it, if one does, and whether it replaces what was there.
#[derive(Clone, Copy)]
struct How(u32);

impl How {
    #[inline(always)]
    const fn new(group: u32, mode: Mode) -> Self {
        Self(group << 1 | matches!(mode, Mode::Replace) as u32)
    }

    #[inline(always)]
    const fn group(self) -> Group {
        Group(self.0 >> 1)
    }

    #[inline(always)]
    const fn mode(self) -> Mode {
        if self.0 & 1 == 0 {
            Mode::Merge
        } else {
            Mode::Replace
        }
    }
}

/// Whether all fields of a message are numbers.
const fn has_numbers_only(schema: Option<&'static Schema>) -> bool {
    let Some(schema) = schema else { return false };
    let (fields, mut i) = (schema.fields(), 0);
    while i < fields.len() {
        let ty = match fields[i].ty() {
            Type::Option(inner) => *inner,
            other => other,
        };
        if !is_packable(&ty) {
            return false;
        }
        i += 1;
    }
    true
}

/// Reads a message, and returns where it ended: the one place where fields are walked.
#[inline(always)]
fn walk<'de, M: Fields<'de>>(
    input: Input<'de>,
    cx: &Reading<'_>,
    into: &mut M,
    how: How,
) -> Result<usize, Error> {
    let mode = how.mode();
    let kept = into.unknown().map(|unknown| {
        let mut kept = core::mem::take(unknown);
        if mode == Mode::Replace {
            kept.clear();
        }
        cx.replace_kept(kept)
    });
    let mut decoder = Decoder {
        input,
        wire_type: LEN,
        keeps: kept.is_some(),
        cx,
    };
    let entered = cx.budget.enter();
    decoder.ok(entered)?;
    let read = Scope::read(&mut decoder, how.group(), into, mode);
    cx.budget.leave();
    if let Some(outer) = kept {
        let kept = cx.replace_kept(outer);
        if let Some(unknown) = into.unknown() {
            *unknown = kept;
        }
    }
    read?;
    Ok(decoder.input.position())
}

/// [`walk`] between two offsets of the whole input, in a function of its own. It takes words and no decoder, so that they go by
/// registers.
#[inline(never)]
fn walk_far<'de, M: Fields<'de>>(
    whole: &'de [u8],
    from: usize,
    to: usize,
    cx: &Reading<'_>,
    into: &mut M,
    how: How,
) -> Result<usize, Error> {
    walk(Input::part(whole, from, to), cx, into, how)
}

/// Keeps a value which its enum does not know, behind a tag.
#[cold]
#[inline(never)]
pub(super) fn keep_value(cx: &Reading<'_>, number: u32, wire_type: u8, value: &[u8]) {
    let mut bytes = alloc::vec::Vec::from(Tag::new(number, wire_type).as_slice());
    bytes.extend_from_slice(value);
    cx.keep(Wire::Protobuf, unknown::Key::Number(number), &bytes);
}

/// The error of a fault.
#[cold]
#[inline(never)]
pub(super) fn error(fault: Fault, at: usize) -> Error {
    Error::new(fault, Some(Wire::Protobuf), at)
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
