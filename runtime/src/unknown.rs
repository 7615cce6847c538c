//! [`UnknownFields`]: what a newer writer sent, kept for the way back.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt;

use crate::Wire;

/// The fields of a message that its type does not know, byte for byte and in the order in which they came.
///
/// They are written back on the wire that they came from, and on no other. Where there are none this is one null pointer.
///
/// ```
/// use everwire::{Codec, UnknownFields, Wire};
///
/// #[derive(Codec)]
/// struct New { #[codec(1)] id: u32, #[codec(2)] name: String }
/// #[derive(Codec)]
/// struct Old { #[codec(1)] id: u32, #[codec(unknown)] unknown: UnknownFields }
///
/// let bytes = Wire::MsgPack.encode(&New { id: 1, name: "Ann".into() })?;
/// let mut old: Old = Wire::MsgPack.decode(&bytes)?;
/// old.id = 2;
/// let new: New = Wire::MsgPack.decode(&Wire::MsgPack.encode(&old)?)?;
/// assert_eq!((new.id, new.name.as_str()), (2, "Ann"));
/// # Ok::<(), everwire::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct UnknownFields(Option<Box<Kept>>);

/// The fields one behind the other: what kind of key and its number or length, a name's text, the length of the value, the
/// value. So a field costs little more than it cost on its wire, however many a stranger sends.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Kept {
    wire: Wire,
    len: usize,
    entries: Vec<u8>,
}

const NUMBER: u64 = 0;
const SLOT: u64 = 1;
const NAME: u64 = 2;

/// How a kept field is called on its wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Key<'a> {
    /// A field number: protobuf, and MessagePack maps keyed by number.
    Number(u32),
    /// A slot of a MessagePack array.
    Slot(u32),
    /// A name: JSON, and MessagePack maps keyed by name.
    Name(&'a str),
}

impl UnknownFields {
    /// No fields.
    #[must_use]
    pub const fn new() -> Self {
        Self(None)
    }

    /// Whether there are none.
    #[must_use]
    #[inline]
    pub const fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |kept| kept.len)
    }

    /// The wire that they came from.
    #[must_use]
    pub fn wire(&self) -> Option<Wire> {
        self.0.as_ref().map(|kept| kept.wire)
    }

    /// The fields with the bytes of their values. In protobuf the bytes begin with the field's tag.
    pub fn iter(&self) -> impl Iterator<Item = (Key<'_>, &[u8])> {
        let mut position = 0;
        core::iter::from_fn(move || self.next(&mut position))
    }

    /// Forgets them.
    #[inline]
    pub fn clear(&mut self) {
        self.0 = None;
    }

    /// Adds a field. Those of another wire are forgotten.
    #[cold]
    #[inline(never)]
    pub(crate) fn push(&mut self, wire: Wire, key: Key<'_>, value: &[u8]) {
        let none = || Kept {
            wire,
            len: 0,
            entries: Vec::new(),
        };
        let kept = self.0.get_or_insert_with(|| Box::new(none()));
        if kept.wire != wire {
            **kept = none();
        }
        let (kind, number, name) = match key {
            Key::Number(number) => (NUMBER, u64::from(number), ""),
            Key::Slot(slot) => (SLOT, u64::from(slot), ""),
            Key::Name(name) => (NAME, name.len() as u64, name),
        };
        write_length(&mut kept.entries, number << 2 | kind);
        kept.entries.extend_from_slice(name.as_bytes());
        write_length(&mut kept.entries, value.len() as u64);
        kept.entries.extend_from_slice(value);
        kept.len += 1;
    }

    /// The fields, if they came from `wire`.
    pub(crate) fn on(&self, wire: Wire) -> Option<&Self> {
        match &self.0 {
            Some(kept) if kept.wire == wire => Some(self),
            _ => None,
        }
    }

    /// Whether they came from another wire than `wire`.
    pub(crate) fn is_foreign(&self, wire: Wire) -> bool {
        self.0.as_ref().is_some_and(|kept| kept.wire != wire)
    }

    /// The value in `slot` of a MessagePack array, looked for from `position` on, which is moved to what follows it. Slots
    /// are kept in ascending order.
    pub(crate) fn slot(&self, slot: u32, position: &mut usize) -> Option<&[u8]> {
        loop {
            let mut after = *position;
            match self.next(&mut after)? {
                (Key::Slot(kept), _) if kept > slot => return None,
                (key, value) => {
                    *position = after;
                    if key == Key::Slot(slot) {
                        return Some(value);
                    }
                }
            }
        }
    }

    /// The number of slots that a MessagePack array needs for the kept ones.
    pub(crate) fn slots(&self) -> u32 {
        self.iter()
            .map(|(key, _)| {
                if let Key::Slot(slot) = key {
                    slot + 1
                } else {
                    0
                }
            })
            .max()
            .unwrap_or(0)
    }

    /// The entry at `position`, which is moved behind it.
    fn next(&self, position: &mut usize) -> Option<(Key<'_>, &[u8])> {
        let entries = self.0.as_ref()?.entries.get(*position..)?;
        let (head, entries) = read_length(entries)?;
        let number = (head >> 2) as u32;
        let (key, entries) = match head & 3 {
            NUMBER => (Key::Number(number), entries),
            SLOT => (Key::Slot(number), entries),
            _ => {
                let (name, entries) = entries.split_at_checked((head >> 2) as usize)?;
                (Key::Name(core::str::from_utf8(name).ok()?), entries)
            }
        };
        let (len, entries) = read_length(entries)?;
        let (value, entries) = entries.split_at_checked(len as usize)?;
        *position = self.0.as_ref()?.entries.len() - entries.len();
        Some((key, value))
    }
}

/// Appends a number, seven bits a byte, the least significant first.
fn write_length(entries: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        entries.push(value as u8 | 0x80);
        value >>= 7;
    }
    entries.push(value as u8);
}

/// The number that [`write_length`] wrote, and what follows it.
fn read_length(entries: &[u8]) -> Option<(u64, &[u8])> {
    let len = entries.iter().position(|byte| *byte < 0x80)? + 1;
    let (number, entries) = entries.split_at_checked(len)?;
    let value = number
        .iter()
        .rev()
        .fold(0, |value, byte| value << 7 | u64::from(byte & 0x7f));
    Some((value, entries))
}

impl fmt::Debug for UnknownFields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_come_back_in_order() {
        let long = "n".repeat(300);
        let keys = [
            Key::Number(1),
            Key::Slot(0),
            Key::Name(""),
            Key::Name("größe"),
            Key::Number(u32::MAX),
            Key::Slot(1 << 20),
            Key::Name(&long),
        ];
        let value = alloc::vec![7; 200];
        let mut unknown = UnknownFields::new();
        for (len, key) in (0..).step_by(33).zip(keys) {
            unknown.push(Wire::Json, key, &value[..len]);
        }
        assert_eq!(unknown.len(), keys.len());
        assert!(unknown.iter().map(|(key, _)| key).eq(keys));
        let lengths = unknown.iter().map(|(_, value)| value.len());
        assert!(lengths.eq([0, 33, 66, 99, 132, 165, 198]));
        unknown.push(Wire::MsgPack, Key::Slot(4), b"x");
        assert_eq!((unknown.len(), unknown.wire()), (1, Some(Wire::MsgPack)));
    }

    #[test]
    fn slots_are_found_on_one_walk() {
        let mut unknown = UnknownFields::new();
        for slot in [2, 3, 7] {
            unknown.push(Wire::MsgPack, Key::Slot(slot), &[slot as u8]);
        }
        let mut position = 0;
        for slot in 0..9 {
            let expected = [2, 3, 7].contains(&slot).then_some([slot as u8]);
            let found = unknown.slot(slot, &mut position);
            assert_eq!(found, expected.as_ref().map(<[u8; 1]>::as_slice), "{slot}");
        }
        assert_eq!(unknown.slots(), 8);
    }
}
