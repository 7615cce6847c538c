//! What the protobuf reader holds, and how it takes the format's pieces from the input.

use super::skip::length;
use super::tag::{LEN, Tag, expected, has_wire_types};
use super::varint;
use crate::codec::{Place, Reader, when};
use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::unknown;
use crate::wire::input::{Input, Outer};
use crate::wire::reading::Reading;

/// Reads protobuf. Made and driven by [`Wire::decode`]; public, so that other drivers may be built on it.
///
/// What is called by many goes by a copy (`far`), and errors are made of positions, so that a decoder whose address
/// nobody knows lies in registers while a message is walked.
#[derive(Clone, Copy, Debug)]
pub struct Decoder<'de, 'r> {
    /// The message that is being read.
    pub(super) input: Input<'de>,
    /// The wire type of the value that is next, where it may have one or another.
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
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn far<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut copy = *self;
        let value = read(&mut copy);
        self.input.go_on(&copy.input);
        value
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn ok<T>(&self, result: Result<T, Fault>) -> Result<T, Error> {
        match result {
            Ok(value) => Ok(value),
            Err(fault) => Err(self.error(fault)),
        }
    }

    /// The error where a varint was expected.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn no_varint(&self) -> Error {
        let input = &self.input;
        varint::error_at(input.whole(), input.position(), input.remaining())
    }

    /// A varint that mostly has one byte.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn short_varint(&mut self) -> Result<u64, Error> {
        match varint::read_short(&mut self.input) {
            Some(value) => Ok(value),
            None => Err(self.no_varint()),
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn varint(&mut self) -> Result<u64, Error> {
        match varint::read(&mut self.input) {
            Some(value) => Ok(value),
            None => Err(self.no_varint()),
        }
    }

    /// A varint of 32 bits with a sign; what is beyond them is dropped, unless the options refuse it.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn narrow(&mut self) -> Result<i32, Error> {
        let value = self.varint()?;
        self.narrowed(value)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn narrowed(&self, value: u64) -> Result<i32, Error> {
        if i32::try_from(value as i64).is_err() && self.cx.options().strict_integers {
            return Err(self.error(Fault::OutOfRange { ty: "i32" }));
        }
        Ok(value as i32)
    }

    /// A varint of 32 bits; what is beyond them is dropped, unless the options refuse it for the integer type `ty`.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn narrow_unsigned(&mut self, ty: &'static str) -> Result<u32, Error> {
        let value = self.varint()?;
        if u32::try_from(value).is_err() && self.cx.options().strict_integers {
            return Err(self.error(Fault::OutOfRange { ty }));
        }
        Ok(value as u32)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn length(&mut self) -> Result<usize, Error> {
        match length(&mut self.input) {
            Some(len) => Ok(len),
            None => Err(self.no_varint()),
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn fixed<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        match self.input.array::<N>() {
            Some(bytes) => Ok(bytes),
            None => Err(truncated(self.offset())),
        }
    }

    /// Bytes, which a value is to hold.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn delimited(&mut self) -> Result<&'de [u8], Error> {
        let len = self.length()?;
        if len > self.cx.budget.longest() {
            return Err(too_long(self.cx, self.offset()));
        }
        self.take(len)
    }

    /// Bytes that stand for something else.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn raw(&mut self) -> Result<&'de [u8], Error> {
        let len = self.length()?;
        self.take(len)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn take(&mut self, len: usize) -> Result<&'de [u8], Error> {
        match self.input.take(len) {
            Some(bytes) => Ok(bytes),
            None => Err(truncated(self.offset())),
        }
    }

    /// Narrows the input to the length-delimited value that is next.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn enter(&mut self) -> Result<Outer, Error> {
        let len = self.length()?;
        match self.input.enter(len) {
            Some(outer) => Ok(outer),
            None => Err(truncated(self.offset())),
        }
    }

    /// Reads what is nested one level down.
    #[cfg_attr(not(debug_assertions), inline(always))]
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
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn skip_tag<P: Place>(&mut self, at: &P) -> bool {
        let (tag, wire_type) = expected(at);
        let found = self.skip(tag);
        // Nobody asks for the wire type of what has but one.
        when!(at: P, has_wire_types => {
            if found {
                self.wire_type = wire_type;
            }
        } else {});
        found
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn skip(&mut self, tag: Tag) -> bool {
        match tag.len {
            1 => self.input.skip_if([tag.bytes[0]]),
            2 => self.input.skip_if([tag.bytes[0], tag.bytes[1]]),
            len => {
                let found = self.input.rest().starts_with(tag.as_slice());
                if found {
                    self.input.advance(len);
                }
                found
            }
        }
    }

    /// The bytes from an offset to the next one.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn since(&self, start: usize) -> &'de [u8] {
        self.input.between(start, self.input.position())
    }
}

/// Keeps a value which its enum does not know, behind a tag.
#[cold]
#[inline(never)]
pub(super) fn keep_value(cx: &Reading<'_>, number: u32, wire_type: u8, value: &[u8]) {
    let mut bytes = alloc::vec::Vec::from(Tag::new(number, wire_type).as_slice());
    bytes.extend_from_slice(value);
    cx.keep(Wire::Protobuf, unknown::Key::Number(number), &bytes);
}

/// The error of input that ends within a value.
#[cold]
#[inline(never)]
pub(super) fn truncated(at: usize) -> Error {
    error(Fault::Truncated, at)
}

/// The error of text that is none.
#[cold]
#[inline(never)]
pub(super) fn no_text(at: usize) -> Error {
    error(Fault::InvalidUtf8, at)
}

/// The error of a string or byte string that is longer than the limits say.
#[cold]
#[inline(never)]
fn too_long(cx: &Reading<'_>, at: usize) -> Error {
    error(cx.budget.too_long(), at)
}

/// The error of a fault.
#[cold]
#[inline(never)]
pub(super) fn error(fault: Fault, at: usize) -> Error {
    Error::new(fault, Some(Wire::Protobuf), at)
}
