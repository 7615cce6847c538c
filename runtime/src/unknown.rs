//! [`UnknownFields`]: what a newer writer sent, kept for the way back.

use alloc::boxed::Box;
use alloc::string::String;
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

#[derive(Clone, PartialEq, Eq, Hash)]
struct Kept {
    wire: Wire,
    entries: Vec<Entry>,
    bytes: Vec<u8>,
}

#[derive(Clone, PartialEq, Eq, Hash)]
struct Entry {
    key: Key,
    start: usize,
    end: usize,
}

/// How a kept field is called on its wire.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Key {
    /// A field number: protobuf, and MessagePack maps keyed by number.
    Number(u32),
    /// A slot of a MessagePack array.
    Slot(u32),
    /// A name: JSON, and MessagePack maps keyed by name.
    Name(String),
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
        self.0.as_ref().map_or(0, |kept| kept.entries.len())
    }

    /// The wire that they came from.
    #[must_use]
    pub fn wire(&self) -> Option<Wire> {
        self.0.as_ref().map(|kept| kept.wire)
    }

    /// The fields with the bytes of their values. In protobuf the bytes begin with the field's tag.
    pub fn iter(&self) -> impl Iterator<Item = (&Key, &[u8])> {
        self.0.iter().flat_map(|kept| {
            kept.entries.iter().map(|entry| {
                (
                    &entry.key,
                    kept.bytes.get(entry.start..entry.end).unwrap_or_default(),
                )
            })
        })
    }

    /// Forgets them.
    #[inline]
    pub fn clear(&mut self) {
        self.0 = None;
    }

    /// Adds a field. Those of another wire are forgotten.
    #[cold]
    #[inline(never)]
    pub(crate) fn push(&mut self, wire: Wire, key: Key, value: &[u8]) {
        let kept = self.0.get_or_insert_with(|| {
            Box::new(Kept {
                wire,
                entries: Vec::new(),
                bytes: Vec::new(),
            })
        });
        if kept.wire != wire {
            **kept = Kept {
                wire,
                entries: Vec::new(),
                bytes: Vec::new(),
            };
        }
        let start = kept.bytes.len();
        kept.bytes.extend_from_slice(value);
        kept.entries.push(Entry {
            key,
            start,
            end: kept.bytes.len(),
        });
    }

    /// The fields, if they came from `wire`.
    pub(crate) fn on(&self, wire: Wire) -> Option<&Self> {
        match &self.0 {
            Some(kept) if kept.wire == wire => Some(self),
            _ => None,
        }
    }

    /// The value in `slot` of a MessagePack array.
    pub(crate) fn slot(&self, slot: u32) -> Option<&[u8]> {
        self.iter()
            .find(|(key, _)| **key == Key::Slot(slot))
            .map(|(_, bytes)| bytes)
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
}

impl fmt::Debug for UnknownFields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}
