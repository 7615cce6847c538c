//! Enums with data: a number or name with its payload, or rmp-serde's bare name.

use alloc::string::{String, ToString};

use super::decoder::Decoder;
use super::lookup::is_called;
use super::marker::{Header, NIL};
use crate::codec::Choice;
use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::unknown::{Key, UnknownFields};
use crate::wire::input::Input;

impl<'de> Decoder<'de, '_> {
    /// The number or name of a variant, and its payload.
    #[inline]
    pub(super) fn variant<U: Choice<'de>>(
        &mut self,
        into: &mut U,
        start: usize,
    ) -> Result<(), Error> {
        let position = self.input.position();
        match self.key_of(into.schema())? {
            Some((Some(index), _)) => {
                let read = self.nested(|r| into.nth(index, false, r));
                read.map_err(|error| error.in_variant(into.schema(), index))
            }
            Some((None, key)) => {
                let payload = self.input.position();
                self.skip()?;
                let payload = self.input.between(payload, self.input.position());
                self.unknown_variant(into, key, payload, start)
            }
            None => {
                self.input.rewind(position);
                let number = match self.header()? {
                    Header::Unsigned(number) => number.to_string(),
                    Header::Negative(number) => number.to_string(),
                    other => {
                        return Err(self.mismatch("a variant's number or name", other, position));
                    }
                };
                self.skip()?;
                Err(self.unknown_value(number, start))
            }
        }
    }

    /// The name of a variant without data, whose payload rmp-serde does not write.
    #[cold]
    pub(super) fn bare_variant<U: Choice<'de>>(
        &mut self,
        into: &mut U,
        len: usize,
        start: usize,
    ) -> Result<(), Error> {
        let name = self.word(len)?;
        let mut variants = into.schema().fields().iter();
        let Some(index) = variants.position(|variant| is_called(variant, name)) else {
            return self.unknown_variant(into, Key::Name(name), &[], start);
        };
        let mut nothing = Decoder {
            input: Input::new(&[NIL]),
            ..*self
        };
        match into.nth(index, false, &mut nothing) {
            Ok(()) => Ok(()),
            Err(_) => Err(self
                .mismatch("a variant's number and payload", Header::Str(len), start)
                .in_variant(into.schema(), index)),
        }
    }

    /// What the type makes of a variant that it does not know; a bare name has an empty payload.
    #[cold]
    fn unknown_variant<U: Choice<'de>>(
        &self,
        into: &mut U,
        key: Key<'_>,
        payload: &[u8],
        start: usize,
    ) -> Result<(), Error> {
        let name = match key {
            Key::Name(name) => alloc::format!("`{name}`"),
            Key::Number(number) | Key::Slot(number) => alloc::format!("{number}"),
        };
        let mut unknown = UnknownFields::new();
        unknown.push(Wire::MsgPack, key, payload);
        self.other(into, unknown, name, start)
    }

    #[cold]
    pub(super) fn other<U: Choice<'de>>(
        &self,
        into: &mut U,
        unknown: UnknownFields,
        name: String,
        start: usize,
    ) -> Result<(), Error> {
        if into.other(unknown) {
            return Ok(());
        }
        Err(self.unknown_value(name, start))
    }

    #[cold]
    fn unknown_value(&self, value: String, start: usize) -> Error {
        Error::new(
            Fault::UnknownValue(value.into()),
            Some(Wire::MsgPack),
            start,
        )
    }
}
