//! Kept unknown fields on their way back (promise 3 of evolution).
//!
//! A kept value whose slot or number the schema knows is one that the reader could not take: a new value of a closed enum,
//! or a new variant. It is written only while its own field is still absent.

use alloc::vec::Vec;

use super::count::Count;
use super::encoder::{Encoder, Kept, MAP};
use crate::codec::{Codec, Writer};
use crate::dispatch::Wire;
use crate::error::Error;
use crate::schema::{Layout, Schema};
use crate::unknown::{Key, UnknownFields};
use crate::wire::present::{Present, State};

impl Encoder<'_, '_> {
    /// Writes a message whose unknown fields are kept: its array may be longer, and what has a number or a name of its own
    /// needs the map form.
    #[cold]
    #[inline(never)]
    pub(super) fn put_with_unknown<M: Codec>(&mut self, message: &M, unknown: &UnknownFields) {
        let schema = message.schema();
        let present = Present::of(message);
        let state = |key| position(schema, key).map_or(State::Absent, |index| present.state(index));
        let current: Vec<_> = unknown
            .on(Wire::MsgPack)
            .filter(|(key, _)| state(*key) != State::Set)
            .collect();
        let mut kept = UnknownFields::new();
        if schema.layout() == Layout::Array
            && current.iter().all(|(key, _)| matches!(key, Key::Slot(_)))
        {
            for (key, value) in current {
                kept.push(Wire::MsgPack, key, value);
            }
            let slots = schema.slots().max(kept.slots());
            self.put_array(slots as usize);
            return self.put_keeping(message, 0, kept, slots);
        }
        let (own, added): (Vec<_>, Vec<_>) = current
            .into_iter()
            .map(|(key, value)| (numbered(schema, key), value))
            .partition(|(key, _)| state(*key) == State::Default);
        for (key, value) in own {
            kept.push(Wire::MsgPack, key, value);
        }
        let mut count = Count::default();
        message.encode_fields(&mut count);
        self.put_map(count.0 + added.len());
        self.put_keeping(message, MAP, kept, 0);
        for (key, value) in added {
            match key {
                Key::Name(name) => self.put_str(name),
                Key::Number(number) | Key::Slot(number) => self.put_unsigned(u64::from(number)),
            }
            self.out.bytes(value);
        }
    }

    fn put_keeping<M: Codec>(&mut self, message: &M, next: u32, kept: UnknownFields, slots: u32) {
        let outer = core::mem::replace(&mut self.cx.own, Kept::new(kept));
        self.put_fields(message, next, true, slots);
        self.cx.own = outer;
    }

    /// Writes what was kept for a field whose own value is absent, if there is anything.
    #[cold]
    #[inline(never)]
    pub(super) fn put_kept(&mut self, slot: u32, number: u32) -> bool {
        let kept = &mut self.cx.own;
        let value = if self.next == MAP {
            kept.number(number)
        } else {
            kept.slot(slot)
        };
        match value {
            Some(value) => {
                self.out.bytes(value);
                true
            }
            None => false,
        }
    }

    /// Writes the variant that an enum with data did not know, in the form in which it came; an empty map, if none came.
    #[cold]
    pub(super) fn put_unknown_variant(&mut self, unknown: &UnknownFields) {
        if unknown.is_foreign(Wire::MsgPack) {
            let position = self.out.position();
            return self.fail(Error::foreign_variant(Wire::MsgPack, position));
        }
        match unknown.on(Wire::MsgPack).next() {
            None => self.out.byte(0x80),
            Some((Key::Name(name), [])) => self.put_str(name),
            Some((Key::Name(name), value)) => {
                self.out.byte(0x81);
                self.put_str(name);
                self.out.bytes(value);
            }
            Some((Key::Number(number) | Key::Slot(number), value)) => {
                self.out.byte(0x92);
                self.put_unsigned(u64::from(number));
                self.out.bytes(value);
            }
        }
    }
}

/// The position of the field that a kept value belongs to.
fn position(schema: &'static Schema, key: Key<'_>) -> Option<usize> {
    let mut fields = schema.fields().iter();
    match key {
        Key::Number(number) => fields.position(|field| field.number() == number),
        Key::Slot(slot) => fields.position(|field| field.slot() == slot),
        Key::Name(_) => None,
    }
}

/// The key in the map form: the number of the field in a slot. Where the schema has none, it is the one above the slot.
fn numbered<'k>(schema: &'static Schema, key: Key<'k>) -> Key<'k> {
    let Key::Slot(slot) = key else { return key };
    let mut fields = schema.fields().iter();
    let own = fields.find(|field| field.slot() == slot);
    Key::Number(own.map_or(slot.saturating_add(1), |field| field.number()))
}
