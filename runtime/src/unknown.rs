//! [`UnknownFields`]: what a newer writer sent, kept for the way back.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt;

use crate::{Wire, varint};

/// The fields of a message that its type does not know, byte for byte and in the order in which they came.
///
/// They are written back on the wire that they came from, and on no other; [`Extension`](crate::Extension)s are among them, as
/// protobuf has them. Where there are none this is one null pointer.
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

/// The fields one behind the other: their wire and what kind of key, its number or length, a name's text, the length of the
/// value, the value. So a field costs little more than it cost on its wire, however many a stranger sends.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
struct Kept {
    len: usize,
    entries: Vec<u8>,
}

/// How far unknown fields reach.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct End {
    len: usize,
    bytes: usize,
}

/// What the key of an entry is, in the three lowest bits of its first number.
mod kind {
    pub(super) const PROTOBUF_NUMBER: u64 = 0;
    pub(super) const MSGPACK_NUMBER: u64 = 1;
    pub(super) const MSGPACK_SLOT: u64 = 2;
    pub(super) const MSGPACK_NAME: u64 = 3;
    pub(super) const JSON_NAME: u64 = 4;
}

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

    /// The wire that they came from; of the first of them, where an extension was added to what came from another.
    #[must_use]
    pub fn wire(&self) -> Option<Wire> {
        self.next(&mut 0).map(|(wire, ..)| wire)
    }

    /// The fields with the bytes of their values. In protobuf the bytes begin with the field's tag.
    pub fn iter(&self) -> impl Iterator<Item = (Key<'_>, &[u8])> {
        self.entries().map(|(_, key, value)| (key, value))
    }

    /// Forgets them.
    #[inline]
    pub fn clear(&mut self) {
        self.0 = None;
    }

    /// Adds a field.
    #[cold]
    #[inline(never)]
    pub(crate) fn push(&mut self, wire: Wire, key: Key<'_>, value: &[u8]) {
        let kept = self.0.get_or_insert_with(Box::default);
        let (kind, number, name) = match (wire, key) {
            (Wire::Protobuf, Key::Number(number)) => (kind::PROTOBUF_NUMBER, number.into(), ""),
            (_, Key::Number(number)) => (kind::MSGPACK_NUMBER, number.into(), ""),
            (_, Key::Slot(slot)) => (kind::MSGPACK_SLOT, slot.into(), ""),
            (Wire::Json, Key::Name(name)) => (kind::JSON_NAME, name.len() as u64, name),
            (_, Key::Name(name)) => (kind::MSGPACK_NAME, name.len() as u64, name),
        };
        write_length(&mut kept.entries, number << 3 | kind);
        kept.entries.extend_from_slice(name.as_bytes());
        write_length(&mut kept.entries, value.len() as u64);
        kept.entries.extend_from_slice(value);
        kept.len += 1;
    }

    /// Where the next field will stand.
    pub(crate) fn end(&self) -> End {
        self.0.as_ref().map_or(End::default(), |kept| End {
            len: kept.len,
            bytes: kept.entries.len(),
        })
    }

    /// The fields that were added since then.
    pub(crate) fn since(&self, end: End) -> Self {
        let Some(kept) = &self.0 else {
            return Self::new();
        };
        match kept.entries.get(end.bytes..) {
            Some([]) => Self::new(),
            Some(entries) => Self(Some(Box::new(Kept {
                len: kept.len - end.len,
                entries: entries.into(),
            }))),
            None => self.clone(),
        }
    }

    /// Forgets the fields of protobuf for which this holds.
    pub(crate) fn remove(&mut self, goes: impl Fn(u32, &[u8]) -> bool) {
        let mut rest = Self::new();
        for (wire, key, value) in self.entries() {
            if !matches!((wire, key), (Wire::Protobuf, Key::Number(number)) if goes(number, value))
            {
                rest.push(wire, key, value);
            }
        }
        *self = rest;
    }

    /// The fields that came from `wire`.
    pub(crate) fn on(&self, wire: Wire) -> impl Iterator<Item = (Key<'_>, &[u8])> {
        let own = self.entries().filter(move |(from, ..)| *from == wire);
        own.map(|(_, key, value)| (key, value))
    }

    /// Whether there are fields that came from `wire`.
    pub(crate) fn has(&self, wire: Wire) -> bool {
        self.on(wire).next().is_some()
    }

    /// Whether all of them, and there are some, came from another wire than `wire`.
    pub(crate) fn is_foreign(&self, wire: Wire) -> bool {
        !self.is_empty() && !self.has(wire)
    }

    fn entries(&self) -> impl Iterator<Item = (Wire, Key<'_>, &[u8])> {
        let mut position = 0;
        core::iter::from_fn(move || self.next(&mut position))
    }

    /// The entry at `position`, which is moved behind it.
    fn next(&self, position: &mut usize) -> Option<(Wire, Key<'_>, &[u8])> {
        let entries = self.0.as_ref()?.entries.get(*position..)?;
        let (head, entries) = read_length(entries)?;
        let number = (head >> 3) as u32;
        let (wire, key, entries) = match head & 7 {
            kind::PROTOBUF_NUMBER => (Wire::Protobuf, Key::Number(number), entries),
            kind::MSGPACK_NUMBER => (Wire::MsgPack, Key::Number(number), entries),
            kind::MSGPACK_SLOT => (Wire::MsgPack, Key::Slot(number), entries),
            named => {
                let (name, entries) = entries.split_at_checked((head >> 3) as usize)?;
                let wire = match named {
                    kind::JSON_NAME => Wire::Json,
                    _ => Wire::MsgPack,
                };
                (wire, Key::Name(core::str::from_utf8(name).ok()?), entries)
            }
        };
        let (len, entries) = read_length(entries)?;
        let (value, entries) = entries.split_at_checked(len as usize)?;
        *position = self.0.as_ref()?.entries.len() - entries.len();
        Some((wire, key, value))
    }
}

/// Appends a number as a varint.
fn write_length(entries: &mut Vec<u8>, value: u64) {
    let (bytes, len) = varint::bytes(value);
    entries.extend_from_slice(&bytes[..len]);
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
            unknown.push(Wire::MsgPack, key, &value[..len]);
        }
        assert_eq!(unknown.len(), keys.len());
        assert!(unknown.iter().map(|(key, _)| key).eq(keys));
        let lengths = unknown.iter().map(|(_, value)| value.len());
        assert!(lengths.eq([0, 33, 66, 99, 132, 165, 198]));
    }

    #[test]
    fn fields_of_several_wires_are_told_apart() {
        let mut unknown = UnknownFields::new();
        unknown.push(Wire::Json, Key::Name("a"), b"1");
        unknown.push(Wire::Protobuf, Key::Number(7), b"\x38\x01");
        unknown.push(Wire::Protobuf, Key::Number(8), b"\x40\x01");
        assert_eq!(unknown.wire(), Some(Wire::Json));
        assert!(unknown.has(Wire::Protobuf) && unknown.is_foreign(Wire::MsgPack));
        assert!(!unknown.is_foreign(Wire::Json) && !UnknownFields::new().is_foreign(Wire::Json));
        unknown.remove(|number, _| number == 7);
        let of_protobuf: Vec<_> = unknown.on(Wire::Protobuf).collect();
        assert_eq!(of_protobuf, [(Key::Number(8), &b"\x40\x01"[..])]);
        assert_eq!(unknown.len(), 2);
        unknown.remove(|_, _| true);
        assert!(unknown.on(Wire::Json).eq([(Key::Name("a"), &b"1"[..])]));
    }
}
