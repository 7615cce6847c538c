//! Fields that are not where the walk expects them: looked up by slot, number or name.

use super::decoder::{Decoder, Shape};
use super::marker::Header;
use super::zero::is_filler;
use crate::dispatch::Wire;
use crate::error::Error;
use crate::schema::{Field, Schema};
use crate::unknown;

impl<'de> Decoder<'de, '_> {
    /// Passes over an unknown value, and keeps it where the message does.
    #[cold]
    #[inline(never)]
    pub(super) fn unknown(
        &mut self,
        keep: Option<&'static Schema>,
        key: unknown::Key<'_>,
    ) -> Result<(), Error> {
        let start = self.input.position();
        if self.is_nil() {
            return Ok(());
        }
        self.skip()?;
        if let Some(schema) = keep {
            let reserved = schema.reserved();
            let bytes = self.input.between(start, self.input.position());
            let filler =
                matches!(key, unknown::Key::Slot(slot) if is_filler(reserved, slot, bytes));
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

    /// The next field that the schema knows: in the slots after those that were expected, or by its key.
    #[inline(never)]
    pub(super) fn find(
        &mut self,
        mut index: u32,
        shape: Shape,
        schema: &'static Schema,
    ) -> Result<(u32, Option<usize>), Error> {
        while index < shape.slots.max(shape.entries) {
            let slot = index;
            index += 1;
            let (found, key) = if shape.entries > 0 {
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
            match found {
                Some(found) if !self.is_nil() => return Ok((index, Some(found))),
                Some(_) => {}
                None => self.unknown(shape.keep, key)?,
            }
        }
        Ok((index, None))
    }

    /// Passes over the slots before `slot`; `false` if the array is shorter, the slot has passed, or there are no slots.
    #[inline(never)]
    pub(super) fn reach(
        &mut self,
        mut index: u32,
        shape: Shape,
        slot: u32,
    ) -> Result<(u32, bool), Error> {
        if shape.entries > 0 {
            return Ok((index, false));
        }
        while index < slot && index < shape.slots {
            let hole = index;
            index += 1;
            self.unknown(shape.keep, unknown::Key::Slot(hole))?;
        }
        Ok((index, index == slot))
    }
}

/// Whether a field goes by a name.
pub(super) fn is_called(field: &Field, name: &str) -> bool {
    field.name() == name || field.json_name() == name || field.aliases().contains(&name)
}
