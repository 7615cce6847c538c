//! What reads the fields of a message, the variants of a oneof, and an enum with data that stands alone.

use alloc::vec::Vec;

use super::check::accepts;
use super::read::Slot;
use super::{Message, Union};
use crate::codec::{
    Choice, Decode, Fields, Info, Mode, Place, Positions, Reader, Row, Scope, Seen,
};
use crate::error::{Error, Fault};
use crate::schema::{Field, Schema, Type};
use crate::unknown::UnknownFields;
use crate::validate::Context;

impl<'de> Fields<'de> for Message {
    fn schema(&self) -> &'static Schema {
        Message::schema(self)
    }

    fn in_order<R: Reader<'de>>(&mut self, m: &mut Scope<'_, R>) -> Result<(), Error> {
        match m.looked_up() {
            Some(index) => self.next(index, m),
            None => (0..self.values.len()).try_for_each(|index| self.next(index, m)),
        }
    }

    fn decode_known<R: Reader<'de>>(&mut self, m: &mut Scope<'_, R>) -> Result<(), Error> {
        self.in_order(m)
    }

    fn reset(&mut self, seen: Seen) {
        for (index, value) in (0..).zip(&mut self.values) {
            if seen.is_absent(index) {
                *value = None;
            }
        }
    }

    fn unknown(&mut self) -> Option<&mut UnknownFields> {
        let keeps = Message::schema(self).keeps_unknown();
        keeps.then_some(&mut self.unknown)
    }

    fn accepts(&self, context: &Context<'_>) -> bool {
        accepts(self, context)
    }
}

impl Message {
    /// Reads the field at a position of the schema, if it is next.
    fn next<'de, R: Reader<'de>>(
        &mut self,
        index: usize,
        m: &mut Scope<'_, R>,
    ) -> Result<(), Error> {
        let schema = self.schema();
        let Some(field) = schema.fields().get(index) else {
            return Ok(());
        };
        let place = Info::within(schema, index);
        match field.oneof() {
            None => {
                let mut slot = Slot::over(field.ty(), self.values[index].take());
                let read = match field.was() {
                    [] => m.field(Row(&place), &mut slot),
                    was => m.field_was(Row(&place), &mut slot, |m, slot| {
                        former(was, &place, m, slot)
                    }),
                };
                self.values[index] = slot.value;
                read
            }
            Some(oneof) => {
                if !m.is_next(Row(&place))? {
                    return Ok(());
                }
                let group = positions(schema, oneof);
                let mut choice = Oneof {
                    message: self,
                    oneof,
                };
                m.take_variant(Row(&place), index, &group, &mut choice)
            }
        }
    }
}

/// Reads a value of a former type as what it is, since the function that converts it is the program's; whether it is one.
fn former<'de, R: Reader<'de>>(
    was: &[Type],
    own: &Info,
    m: &mut Scope<'_, R>,
    slot: &mut Slot,
) -> Result<bool, Error> {
    for ty in was {
        let place = own.former(*ty);
        let mut old = Slot::new(*ty);
        if m.take_former(Row(&place), |r| old.read(r, Row(&place), Mode::Replace))? {
            slot.value = old.value.take().or(slot.value.take());
            return Ok(true);
        }
    }
    Ok(false)
}

/// The positions of a oneof's variants.
fn positions(schema: &Schema, oneof: &str) -> Positions {
    let fields = (0..).zip(schema.fields());
    let own = fields.filter(|(_, field)| field.oneof() == Some(oneof));
    let own: Vec<u32> = own.map(|(index, _)| index).collect();
    Positions::of(&own)
}

/// The variants of a oneof, which are fields of a message; they are asked for by their position in that.
struct Oneof<'m> {
    message: &'m mut Message,
    oneof: &'static str,
}

impl<'de> Choice<'de> for Oneof<'_> {
    fn schema(&self) -> &'static Schema {
        self.message.schema()
    }

    fn nth<R: Reader<'de>>(&mut self, _: usize, _: bool, r: &mut R) -> Result<(), Error> {
        Err(r.error(Fault::Missing(self.oneof)))
    }

    fn field<R: Reader<'de>, P: Place>(
        &mut self,
        index: usize,
        merge: bool,
        r: &mut R,
        at: P,
    ) -> Result<(), Error> {
        let Some(field) = self.schema().fields().get(index) else {
            return Ok(());
        };
        let prior = match merge && field.ty().is_merged() {
            true => self.message.values[index].take(),
            false => None,
        };
        let mut slot = Slot::over(field.ty(), prior);
        slot.decode_into(r, at, Mode::Merge)?;
        self.message.put(index, slot.value);
        Ok(())
    }

    fn other(&mut self, _: UnknownFields) -> bool {
        false
    }

    fn is_set(&self) -> bool {
        let of_oneof = |field: &Field| field.oneof() == Some(self.oneof);
        self.message.iter().any(|(field, _)| of_oneof(field))
    }
}

/// The variant of an enum with data that stands alone.
pub(super) struct Variant {
    pub(super) schema: &'static Schema,
    pub(super) union: Option<Union>,
}

impl<'de> Choice<'de> for Variant {
    fn schema(&self) -> &'static Schema {
        self.schema
    }

    fn nth<R: Reader<'de>>(&mut self, index: usize, merge: bool, r: &mut R) -> Result<(), Error> {
        let place = Info::within(self.schema, index).as_variant();
        self.field(index, merge, r, Row(&place))
    }

    fn field<R: Reader<'de>, P: Place>(
        &mut self,
        index: usize,
        merge: bool,
        r: &mut R,
        at: P,
    ) -> Result<(), Error> {
        let Some(field) = self.schema.fields().get(index) else {
            return Ok(());
        };
        let mut prior = None;
        if merge && field.ty().is_merged() {
            let is_same = |union: &mut Union| union.position() == Some(index);
            prior = self.union.take_if(is_same).and_then(Union::into_value);
        }
        let mut slot = Slot::over(field.ty(), prior);
        slot.decode_into(r, at, Mode::Merge)?;
        if let Some(value) = slot.value {
            self.union = Some(Union::known(self.schema, index, value));
        }
        Ok(())
    }

    fn other(&mut self, unknown: UnknownFields) -> bool {
        let keeps = self.schema.keeps_unknown();
        self.union = keeps.then(|| Union::unlisted(self.schema, unknown));
        keeps
    }

    fn is_set(&self) -> bool {
        self.union.is_some()
    }
}
