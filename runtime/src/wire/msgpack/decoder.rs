//! What the MessagePack reader holds, and how it takes the format's pieces from the input.

use super::marker::{self, Header, NIL};
use super::skip::skip;
use super::zero::is_filler;
use crate::codec::{Fields, Mode, Place, Reader, Scope, info};
use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::schema::{Field, Schema, Type};
use crate::unknown::{self, UnknownFields};
use crate::wire::input::Input;
use crate::wire::reading::Reading;

/// Reads MessagePack. Made and driven by [`Wire::decode`]; public, so that other drivers may be built on it.
#[derive(Debug)]
pub struct Decoder<'de, 'r> {
    pub(super) input: Input<'de>,
    pub(super) frame: Frame,
    pub(super) cx: &'r Reading<'r>,
}

/// What belongs to the message that is being read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Frame {
    /// The elements or entries that were begun.
    pub(super) index: u32,
    /// The elements or entries that there are.
    pub(super) len: u32,
    /// The slots in which fields are predicted: all elements of an array, none in a map.
    pub(super) slots: u32,
    /// Whether the message is a map.
    pub(super) by_key: bool,
    /// What the message is, if it keeps unknown fields.
    pub(super) keep: Option<&'static Schema>,
}

impl<'de, 'r> Decoder<'de, 'r> {
    /// A decoder of `bytes`, whose length the reading knows.
    #[must_use]
    pub fn new(bytes: &'de [u8], reading: &'r Reading<'r>) -> Self {
        Self {
            input: Input::new(bytes),
            frame: Frame::default(),
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

    #[inline(always)]
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
        let skipped = skip(&mut self.input, &self.cx.budget);
        self.ok(skipped)
    }

    /// The error of another value than the expected one, at its start.
    #[cold]
    #[inline(never)]
    pub(super) fn mismatch(&self, expected: &'static str, found: Header, start: usize) -> Error {
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
    pub(super) fn range(&self, ty: &'static str, start: usize) -> Error {
        Error::new(Fault::OutOfRange { ty }, Some(Wire::MsgPack), start)
    }

    /// Bytes, which a value is to hold.
    #[inline(always)]
    pub(super) fn contents(&mut self, len: usize) -> Result<&'de [u8], Error> {
        let fits = self.cx.budget.string(len);
        self.ok(fits)?;
        self.raw(len)
    }

    /// Bytes that stand for something else.
    #[inline(always)]
    pub(super) fn raw(&mut self, len: usize) -> Result<&'de [u8], Error> {
        match self.input.take(len) {
            Some(bytes) => Ok(bytes),
            None => Err(self.error(Fault::Truncated)),
        }
    }

    /// Text, which a value is to hold.
    #[inline(always)]
    pub(super) fn text(&mut self, len: usize) -> Result<&'de str, Error> {
        let fits = self.cx.budget.string(len);
        self.ok(fits)?;
        self.word(len)
    }

    /// Text that names something.
    #[inline(always)]
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
    #[inline(always)]
    pub(super) fn fixed<const PREFIX: u8, const BITS: u32>(&mut self) -> Option<usize> {
        let byte = self.input.peek()?;
        if byte >> BITS != PREFIX >> BITS {
            return None;
        }
        self.input.advance(1);
        Some(usize::from(byte & ((1 << BITS) - 1)))
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

    /// The unsigned integer that is next, in whatever form.
    #[cold]
    #[inline(never)]
    pub(super) fn far_unsigned(&mut self, ty: &'static str, start: usize) -> Result<u64, Error> {
        self.input.rewind(start);
        match self.integer()? {
            Header::Unsigned(value) => Ok(value),
            _ => Err(self.range(ty, start)),
        }
    }

    /// The signed integer that is next, in whatever form.
    #[cold]
    #[inline(never)]
    pub(super) fn far_signed(&mut self, ty: &'static str, start: usize) -> Result<i64, Error> {
        self.input.rewind(start);
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
    #[inline(always)]
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
    #[inline(always)]
    pub(super) fn counted(&mut self, len: usize) -> Result<usize, Error> {
        if len > self.input.remaining() {
            return Err(self.error(Fault::Truncated));
        }
        let counted = self.cx.budget.elements(len);
        self.ok(counted)?;
        Ok(len)
    }

    /// Reads a message: the one place where its fields are walked.
    pub(super) fn message_of<M: Fields<'de>>(
        &mut self,
        into: &mut M,
        mode: Mode,
    ) -> Result<(), Error> {
        let (len, by_key) = match self.fixed::<0x90, 4>() {
            Some(len) => (len, false),
            None => self.far_message()?,
        };
        if len > self.input.remaining() {
            return Err(self.error(Fault::Truncated));
        }
        let len = len as u32;
        let kept = into.unknown().map(|unknown| {
            unknown.clear();
            self.cx.replace_kept(UnknownFields::new())
        });
        let frame = Frame {
            index: 0,
            len,
            slots: if by_key { 0 } else { len },
            by_key,
            keep: kept.is_some().then(|| into.schema()),
        };
        let outer = core::mem::replace(&mut self.frame, frame);
        let read = self.nested(|r| Scope::read(r, into, mode));
        self.frame = outer;
        if let Some(outer) = kept {
            let kept = self.cx.replace_kept(outer);
            if let Some(unknown) = into.unknown() {
                *unknown = kept;
            }
        }
        read
    }

    /// The length of a message of more than 15 slots, or in the map form.
    #[inline(never)]
    fn far_message(&mut self) -> Result<(usize, bool), Error> {
        let start = self.input.position();
        match self.header()? {
            Header::Array(len) => Ok((len, false)),
            Header::Map(len) => Ok((len, true)),
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
    #[inline(always)]
    pub(super) fn is_nil(&mut self) -> bool {
        self.input.skip_if([NIL])
    }

    /// Passes over an unknown value, and keeps it where the message does.
    #[cold]
    #[inline(never)]
    pub(super) fn unknown(&mut self, key: unknown::Key<'_>) -> Result<(), Error> {
        let start = self.input.position();
        if self.is_nil() {
            return Ok(());
        }
        self.skip()?;
        if let Some(schema) = self.frame.keep {
            let bytes = self.input.between(start, self.input.position());
            let filler = matches!(key, unknown::Key::Slot(slot) if is_filler(schema.reserved(), slot, bytes));
            if !filler {
                self.cx.keep(Wire::MsgPack, key, bytes);
            }
        }
        Ok(())
    }

    /// The next key, and the position in `schema` that it stands for; `None` for a key that no field or variant has, which is
    /// passed over.
    pub(super) fn key_of(
        &mut self,
        schema: &'static Schema,
    ) -> Result<Option<(Option<usize>, unknown::Key<'de>)>, Error> {
        let start = self.input.position();
        let mut fields = schema.fields().iter();
        match self.header()? {
            Header::Unsigned(number) if number <= u64::from(u32::MAX) => {
                let number = number as u32;
                let found = fields.position(|field| field.number() == number);
                Ok(Some((found, unknown::Key::Number(number))))
            }
            Header::Str(len) => {
                let name = self.word(len)?;
                let found = fields.position(|field| is_called(field, name));
                Ok(Some((found, unknown::Key::Name(name))))
            }
            _ => {
                self.input.rewind(start);
                self.skip()?;
                Ok(None)
            }
        }
    }
}

/// What errors call the integer at a place.
#[inline(always)]
pub(super) fn int_name<P: Place>(at: &P) -> &'static str {
    const fn name(ty: Type) -> &'static str {
        match ty {
            Type::Int(int) => int.name(),
            _ => "i32",
        }
    }
    match const {
        match P::INFO {
            Some(info) => Some(name(info.ty)),
            None => None,
        }
    } {
        Some(name) => name,
        None => name(info(at).ty),
    }
}

/// Whether a field goes by a name.
pub(super) fn is_called(field: &Field, name: &str) -> bool {
    field.name() == name || field.json_name() == name || field.aliases().contains(&name)
}

impl Decoder<'_, '_> {
    /// The next field that the schema knows: in the slots after those that were expected, or by its key.
    #[inline(never)]
    pub(super) fn find(&mut self, schema: &'static Schema) -> Result<Option<usize>, Error> {
        while self.frame.index < self.frame.len {
            let slot = self.frame.index;
            self.frame.index += 1;
            let (index, key) = if self.frame.by_key {
                match self.key_of(schema)? {
                    Some(found) => found,
                    None => {
                        self.skip()?;
                        continue;
                    }
                }
            } else {
                let found = schema
                    .fields()
                    .iter()
                    .position(|field| field.slot() == slot);
                (found, unknown::Key::Slot(slot))
            };
            match index {
                Some(index) if !self.is_nil() => return Ok(Some(index)),
                Some(_) => {}
                None => self.unknown(key)?,
            }
        }
        Ok(None)
    }

    /// Passes over the slots before `slot`; `false` if the array is shorter, the slot has passed, or there are no slots.
    #[inline(never)]
    pub(super) fn reach(&mut self, slot: u32) -> Result<bool, Error> {
        if self.frame.by_key {
            return Ok(false);
        }
        while self.frame.index < slot && self.frame.index < self.frame.len {
            let hole = self.frame.index;
            self.frame.index += 1;
            self.unknown(unknown::Key::Slot(hole))?;
        }
        Ok(self.frame.index == slot)
    }
}
