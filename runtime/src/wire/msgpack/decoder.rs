//! What the MessagePack reader holds, and how it takes the format's pieces from the input.

use super::marker::{self, Header, NIL};
use super::skip::{Skipped, skip};
use super::straight;
use crate::codec::{Fields, Mode, Place, Reader, Scope};
use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::schema::{Schema, Type};
use crate::unknown::UnknownFields;
use crate::wire::input::Input;
use crate::wire::reading::Reading;

/// Reads MessagePack. Made and driven by [`Wire::decode`]; public, so that other drivers may be built on it.
#[derive(Clone, Copy, Debug)]
pub struct Decoder<'de, 'r> {
    pub(super) input: Input<'de>,
    /// How many levels may still be opened.
    pub(super) depth: usize,
    pub(super) cx: &'r Reading<'r>,
}

/// What belongs to the message that is being read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Frame {
    /// The slots or entries that were begun.
    pub(super) index: u32,
    pub(super) shape: Shape,
}

/// What does not change while a message is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shape {
    /// The slots of an array, in which fields are predicted.
    pub(super) slots: u32,
    /// The entries of a map.
    pub(super) entries: u32,
    /// What the message is, if it keeps unknown fields.
    pub(super) keep: Option<&'static Schema>,
}

impl<'de, 'r> Decoder<'de, 'r> {
    /// A decoder of `bytes`, whose length the reading knows.
    #[must_use]
    pub fn new(bytes: &'de [u8], reading: &'r Reading<'r>) -> Self {
        Self {
            input: Input::new(bytes),
            depth: reading.budget.depth(),
            cx: reading,
        }
    }

    /// Nothing may follow the value.
    ///
    /// # Errors
    ///
    /// If bytes follow.
    pub fn end(&self) -> Result<(), Error> {
        if self.input.is_empty() {
            Ok(())
        } else {
            Err(self.error(Fault::Trailing))
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn ok<T>(&self, result: Result<T, Fault>) -> Result<T, Error> {
        match result {
            Ok(value) => Ok(value),
            Err(fault) => Err(self.error(fault)),
        }
    }

    #[inline(never)]
    pub(super) fn header(&mut self) -> Result<Header, Error> {
        match marker::read(&mut self.input) {
            Some(header) => Ok(header),
            None => Err(self.error(marker::fault(&self.input))),
        }
    }

    /// Passes over a value.
    pub(super) fn skip(&mut self) -> Result<(), Error> {
        match skip(&mut self.input, self.depth) {
            Ok(()) => Ok(()),
            Err(Skipped::Fault(fault)) => Err(self.error(fault)),
            Err(Skipped::TooDeep) => Err(self.error(self.cx.budget.too_deep())),
        }
    }

    /// What `read` finds, far from the hot path: by a copy, so that this decoder may lie in registers.
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

    /// The error of another value than the expected one, at its start.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn mismatch(&self, expected: &'static str, found: Header, start: usize) -> Error {
        mismatch(expected, found, start)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn range(&self, ty: &'static str, start: usize) -> Error {
        range(ty, start)
    }

    /// Bytes, which a value is to hold.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn contents(&mut self, len: usize) -> Result<&'de [u8], Error> {
        let fits = self.cx.budget.string(len);
        self.ok(fits)?;
        self.raw(len)
    }

    /// Bytes that stand for something else.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn raw(&mut self, len: usize) -> Result<&'de [u8], Error> {
        match self.input.take(len) {
            Some(bytes) => Ok(bytes),
            None => Err(self.error(Fault::Truncated)),
        }
    }

    /// Text, which a value is to hold.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn text(&mut self, len: usize) -> Result<&'de str, Error> {
        let fits = self.cx.budget.string(len);
        self.ok(fits)?;
        self.word(len)
    }

    /// Text that names something.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn word(&mut self, len: usize) -> Result<&'de str, Error> {
        match self.input.text(len) {
            Some(Some(text)) => Ok(text),
            Some(None) => Err(Error::new(
                Fault::InvalidUtf8,
                Some(Wire::MsgPack),
                self.input.position() - len,
            )),
            None => Err(self.error(Fault::Truncated)),
        }
    }

    /// Passes over the first byte if it is one of the 2^`BITS` that begin with `PREFIX`; returns the rest of it.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn fixed<const PREFIX: u8, const BITS: u32>(&mut self) -> Option<usize> {
        let byte = self.input.peek()?;
        if byte >> BITS != PREFIX >> BITS {
            return None;
        }
        self.input.advance(1);
        Some(usize::from(byte & ((1 << BITS) - 1)))
    }

    /// Reads what is nested one level down.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn nested<T>(
        &mut self,
        body: impl FnOnce(&mut Self) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.enter()?;
        let value = body(self);
        self.leave();
        value
    }

    /// Goes one level down.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn enter(&mut self) -> Result<(), Error> {
        if self.depth == 0 {
            return Err(self.error(self.cx.budget.too_deep()));
        }
        self.depth -= 1;
        Ok(())
    }

    /// Comes one level up.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn leave(&mut self) {
        self.depth += 1;
    }

    /// The unsigned integer that is next, in whatever form.
    #[cold]
    #[inline(never)]
    pub(super) fn far_unsigned(&mut self, ty: &'static str) -> Result<u64, Error> {
        let start = self.input.position();
        match self.integer()? {
            Header::Unsigned(value) => Ok(value),
            _ => Err(self.range(ty, start)),
        }
    }

    /// The signed integer that is next, in whatever form.
    #[cold]
    #[inline(never)]
    pub(super) fn far_signed(&mut self, ty: &'static str) -> Result<i64, Error> {
        let start = self.input.position();
        match self.integer()? {
            Header::Unsigned(value) => i64::try_from(value).map_err(|_| self.range(ty, start)),
            Header::Negative(value) => Ok(value),
            other => Err(self.mismatch("integer", other, start)),
        }
    }

    /// The integer that is next, as one of 65 bits.
    pub(super) fn integer(&mut self) -> Result<Header, Error> {
        let start = self.input.position();
        match self.header()? {
            header @ (Header::Unsigned(_) | Header::Negative(_)) => Ok(header),
            other => Err(self.mismatch("integer", other, start)),
        }
    }

    /// The number of elements of the array that is next.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn array(&mut self) -> Result<usize, Error> {
        if let Some(len) = self.fixed::<0x90, 4>() {
            return self.counted(len);
        }
        let start = self.input.position();
        match self.header()? {
            Header::Array(len) => self.counted(len),
            other => Err(self.mismatch("array", other, start)),
        }
    }

    /// Checks a number of elements against what the input and the limits allow.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn counted(&mut self, len: usize) -> Result<usize, Error> {
        if len > self.input.remaining() {
            return Err(self.error(Fault::Truncated));
        }
        let counted = self.cx.budget.elements(len);
        self.ok(counted)?;
        Ok(len)
    }

    /// Reads a message.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn message_of<M: Fields<'de>>(
        &mut self,
        into: &mut M,
        mode: Mode,
    ) -> Result<(), Error> {
        if const { M::IS_SMALL } {
            return match straight::read(self, into, mode) {
                Ok(()) => Ok(()),
                Err(unexpected) => self.far(|far| far.walk(into, mode, unexpected)),
            };
        }
        self.message_apart(into, mode)
    }

    /// Reads a message in a function of its own.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn message_apart<M: Fields<'de>>(
        &mut self,
        into: &mut M,
        mode: Mode,
    ) -> Result<(), Error> {
        let from = self.input.position();
        let to = message_at(self.input.whole(), from, self.depth, self.cx, into, mode)?;
        self.input.advance(to - from);
        Ok(())
    }

    /// Reads a message, whatever stands in it.
    #[cold]
    #[inline(never)]
    fn walk<M: Fields<'de>>(
        &mut self,
        into: &mut M,
        mode: Mode,
        (error, before): straight::Unexpected,
    ) -> Result<(), Error> {
        if error.is_some() {
            self.cx.doubt();
        }
        if let Some(before) = before {
            self.cx.budget.restore(before);
        }
        let (slots, entries) = match self.fixed::<0x90, 4>() {
            Some(slots) => (slots as u32, 0),
            None => self.far_message()?,
        };
        if slots as usize > self.input.remaining() {
            return Err(self.error(Fault::Truncated));
        }
        let keeps = match into.unknown() {
            Some(unknown) => {
                unknown.clear();
                true
            }
            None => M::UPGRADES,
        };
        let kept = keeps.then(|| self.cx.replace_kept(UnknownFields::new()));
        let shape = Shape {
            slots,
            entries,
            keep: kept.is_some().then(|| into.schema()),
        };
        self.enter()?;
        let read = Scope::read(self, Frame { index: 0, shape }, into, mode);
        self.leave();
        if let Some(outer) = kept {
            let kept = self.cx.replace_kept(outer);
            if let Some(unknown) = into.unknown() {
                *unknown = kept;
            }
        }
        read
    }

    /// The slots of an array of more than 15, or the entries of a map.
    #[inline(never)]
    fn far_message(&mut self) -> Result<(u32, u32), Error> {
        if let Some([marker::ARRAY16, a, b]) = self.input.peek_array() {
            self.input.advance(3);
            return Ok((u32::from(u16::from_be_bytes([a, b])), 0));
        }
        let start = self.input.position();
        match self.header()? {
            Header::Array(len) => Ok((len as u32, 0)),
            Header::Map(len) if len > self.input.remaining() => Err(self.error(Fault::Truncated)),
            Header::Map(len) => Ok((0, len as u32)),
            other => Err(self.mismatch("array", other, start)),
        }
    }

    /// A pair of integers: seconds and nanoseconds.
    pub(super) fn pair(&mut self, len: usize, start: usize) -> Result<(i64, i64), Error> {
        if len != 2 {
            return Err(Error::new(
                Fault::Length {
                    expected: 2,
                    found: len,
                },
                Some(Wire::MsgPack),
                start,
            ));
        }
        let mut pair = [0; 2];
        for half in &mut pair {
            *half = match self.integer()? {
                Header::Unsigned(value) => {
                    i64::try_from(value).map_err(|_| self.range("i64", start))?
                }
                Header::Negative(value) => value,
                other => return Err(self.mismatch("integer", other, start)),
            };
        }
        Ok((pair[0], pair[1]))
    }

    /// Passes over a nil: the value is absent.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn is_nil(&mut self) -> bool {
        self.input.skip_if([NIL])
    }
}

/// Reads the message at an offset of the whole input, and returns where it ended: as our writer writes it, if it looks like that,
/// and otherwise with all that may come. It takes words and no decoder, so that they go by registers; and it is the one place
/// where the fields of a type are walked, so that the walk is compiled once, and within it.
#[inline(never)]
fn message_at<'de, M: Fields<'de>>(
    whole: &'de [u8],
    from: usize,
    depth: usize,
    cx: &Reading<'_>,
    into: &mut M,
    mode: Mode,
) -> Result<usize, Error> {
    let mut decoder = Decoder {
        input: Input::part(whole, from, whole.len()),
        depth,
        cx,
    };
    match straight::read(&mut decoder, into, mode) {
        Ok(()) => Ok(decoder.input.position()),
        Err(unexpected) => {
            decoder.walk(into, mode, unexpected)?;
            Ok(decoder.input.position())
        }
    }
}

#[cold]
#[inline(never)]
fn mismatch(expected: &'static str, found: Header, start: usize) -> Error {
    Error::new(
        Fault::Expected {
            expected,
            found: alloc::borrow::Cow::Borrowed(found.describe()),
        },
        Some(Wire::MsgPack),
        start,
    )
}

#[cold]
#[inline(never)]
fn range(ty: &'static str, start: usize) -> Error {
    Error::new(Fault::OutOfRange { ty }, Some(Wire::MsgPack), start)
}

/// The error of a fault.
#[cold]
#[inline(never)]
pub(super) fn error(fault: Fault, at: usize) -> Error {
    Error::new(fault, Some(Wire::MsgPack), at)
}

/// What errors call the integer at a place.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn int_name<P: Place>(at: &P) -> &'static str {
    const fn name(ty: Type) -> &'static str {
        match ty {
            Type::Int(int) => int.name(),
            _ => "i32",
        }
    }
    if const { P::INFO.is_some() } {
        return const {
            match P::INFO {
                Some(info) => name(info.ty),
                None => "",
            }
        };
    }
    name(at.info().ty)
}
