//! Kept unknown fields on their way back (promise 3 of evolution).
//!
//! A kept value whose slot or number the schema knows is one that the reader could not take: a new value of a closed enum,
//! or a new variant. It is written only while its own field is still absent.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::ops::Range;

use super::encoder::{Encoder, Out};
use super::marker::{self, Header, NIL};
use super::skip::skip;
use super::slots::Slots;
use crate::codec::{Codec, Writer};
use crate::dispatch::Wire;
use crate::error::Error;
use crate::schema::{Field, Layout, Presence, Schema};
use crate::unknown::{Key, UnknownFields};
use crate::wire::input::Input;
use crate::wire::present::{Present, State};

/// Writes a message whose unknown fields are kept. The walk over its own fields knows nothing of them: they follow, or what
/// the walk wrote is taken apart and put together again.
#[cold]
#[inline(never)]
pub(super) fn with_unknown<'o, 'b, S: Slots, M: Codec>(
    out: Out<'o, 'b>,
    levels: usize,
    slots: S,
    message: &M,
    unknown: &UnknownFields,
) -> (Out<'o, 'b>, S) {
    Encoder::on(out, levels, slots, |w| {
        let schema = message.schema();
        if let Some(slots) = slots_beyond(schema, unknown) {
            w.put_message(message, slots - schema.slots());
            let kept: Vec<_> = unknown.on(Wire::MsgPack).collect();
            return w.put_slots(schema, schema.slots()..slots, &[], &kept);
        }
        let start = w.out.position();
        w.put_message(message, 0);
        let plain = w.out.written(start).to_vec();
        w.out.truncate(start);
        w.put_together(schema, &Present::of(message), &plain, unknown);
    })
}

impl<S: Slots> Encoder<'_, '_, S> {
    /// Writes the values of `plain` and those that were kept. An array may then be longer, and what has a number or a name of its
    /// own needs the map form.
    fn put_together(
        &mut self,
        schema: &'static Schema,
        present: &Present,
        plain: &[u8],
        unknown: &UnknownFields,
    ) {
        let is_set =
            |key| position(schema, key).is_some_and(|index| present.state(index) == State::Set);
        let kept: Vec<_> = unknown
            .on(Wire::MsgPack)
            .filter(|(key, _)| !is_set(*key))
            .collect();
        let is_array = schema.layout() == Layout::Array;
        if is_array && kept.iter().all(|(key, _)| matches!(key, Key::Slot(_))) {
            let slots = kept.iter().map(after).max().unwrap_or(0);
            self.put_array(slots.max(schema.slots()) as usize);
            return self.put_slots(schema, 0..slots.max(schema.slots()), &values(plain), &kept);
        }
        let own: Vec<_> = if is_array {
            entries(schema, present, &values(plain))
        } else {
            numbered_entries(&values(plain))
        };
        self.put_entries(schema, own, &kept);
    }

    /// Writes a map: for each field what was kept for it last, or else its own value, and then what no field has.
    fn put_entries(&mut self, schema: &'static Schema, own: Vec<(u32, &[u8])>, kept: &[Kept<'_>]) {
        let keyed: Vec<_> = kept.iter().map(|(key, _)| keyed(schema, *key)).collect();
        let known = keyed
            .iter()
            .zip(kept)
            .filter_map(|(keyed, (_, value))| match keyed {
                Keyed::Field(number) => Some((*number, *value)),
                Keyed::Other(_) | Keyed::Nothing => None,
            });
        let mut known: BTreeMap<u32, &[u8]> = known.collect();
        let own: Vec<_> = own
            .into_iter()
            .map(|(number, value)| (number, known.remove(&number).unwrap_or(value)))
            .collect();
        let others = keyed
            .iter()
            .zip(kept)
            .filter_map(|(keyed, (_, value))| match keyed {
                Keyed::Other(key) => Some((*key, *value)),
                Keyed::Field(_) | Keyed::Nothing => None,
            });
        self.put_map(own.len() + known.len() + others.clone().count());
        for (number, value) in own.into_iter().chain(known) {
            self.put_unsigned(u64::from(number));
            self.out.bytes(value);
        }
        for (key, value) in others {
            match key {
                Key::Name(name) => self.put_str(name),
                Key::Number(number) | Key::Slot(number) => self.put_unsigned(u64::from(number)),
            }
            self.out.bytes(value);
        }
    }

    /// Writes what belongs in each slot: what was kept for it, or else its own value.
    fn put_slots(&mut self, schema: &Schema, slots: Range<u32>, own: &[&[u8]], kept: &[Kept<'_>]) {
        let mut kept = kept.iter().peekable();
        for slot in slots {
            while kept
                .next_if(|(key, _)| matches!(key, Key::Slot(before) if *before < slot))
                .is_some()
            {}
            let found = kept.next_if(|(key, _)| *key == Key::Slot(slot));
            match found.map(|(_, value)| value).or(own.get(slot as usize)) {
                Some(value) => self.out.bytes(value),
                None => self.put_filler(schema.reserved(), slot),
            }
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

/// An unknown field and its value.
type Kept<'k> = (Key<'k>, &'k [u8]);

/// The number of slots that a message takes with what was kept, where all of that belongs after its own fields.
fn slots_beyond(schema: &Schema, unknown: &UnknownFields) -> Option<u32> {
    let own = schema.slots();
    let slots = unknown
        .on(Wire::MsgPack)
        .try_fold(own, |slots, kept| match kept.0 {
            Key::Slot(slot) if slot >= own => Some(slots.max(after(&kept))),
            _ => None,
        });
    slots.filter(|_| schema.layout() == Layout::Array)
}

/// The slot after that of a kept value.
fn after((key, _): &Kept<'_>) -> u32 {
    match key {
        Key::Slot(slot) => slot + 1,
        Key::Number(_) | Key::Name(_) => 0,
    }
}

/// The values in an array, or the keys and values in a map.
fn values(mut plain: &[u8]) -> Vec<&[u8]> {
    let mut values = Vec::new();
    let mut input = Input::new(plain);
    let count = match marker::read(&mut input) {
        Some(Header::Array(len)) => len,
        Some(Header::Map(len)) => 2 * len,
        _ => 0,
    };
    plain = input.rest();
    for _ in 0..count {
        let mut input = Input::new(plain);
        if skip(&mut input, usize::MAX).is_err() {
            break;
        }
        let (value, rest) = plain.split_at(input.position());
        values.push(value);
        plain = rest;
    }
    values
}

/// The entries of a map keyed by number.
fn numbered_entries<'v>(values: &[&'v [u8]]) -> Vec<(u32, &'v [u8])> {
    let (pairs, _) = values.as_chunks::<2>();
    let entries = pairs
        .iter()
        .map(|[key, value]| match marker::read(&mut Input::new(key)) {
            Some(Header::Unsigned(number)) => (number as u32, *value),
            _ => (0, *value),
        });
    entries.collect()
}

/// The entries that a message in the form of an array has as a map: without those that read like absent fields.
fn entries<'v>(schema: &Schema, present: &Present, slots: &[&'v [u8]]) -> Vec<(u32, &'v [u8])> {
    let fields = schema.fields().iter().enumerate();
    let entry = |(index, field): (usize, &Field)| {
        let value = *slots.get(field.slot() as usize)?;
        let is_zero = field.presence() == Presence::Implicit && present.state(index) != State::Set;
        (!is_zero && value != [NIL]).then_some((field.number(), value))
    };
    fields.filter_map(entry).collect()
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

/// What a kept value goes by in the map form.
#[derive(Clone, Copy, Debug)]
enum Keyed<'k> {
    /// The number of a field of the schema.
    Field(u32),
    /// A key that the schema does not know.
    Other(Key<'k>),
    /// It came in a slot whose number another field has: no key leads back to it.
    Nothing,
}

fn keyed<'k>(schema: &'static Schema, key: Key<'k>) -> Keyed<'k> {
    if let Some(field) = position(schema, key).and_then(|index| schema.fields().get(index)) {
        return Keyed::Field(field.number());
    }
    let Key::Slot(slot) = key else {
        return Keyed::Other(key);
    };
    let number = Key::Number(slot.saturating_add(1));
    match position(schema, number) {
        Some(_) => Keyed::Nothing,
        None => Keyed::Other(number),
    }
}
