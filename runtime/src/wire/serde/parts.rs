//! What has parts, as values of serde's.

use serde_core::Serialize;
use serde_core::ser::{
    Error as _, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer,
};

use super::level::Level;
use super::names::short;
use super::target::{Alone, Elements, Entries, Members, Positions, Variant};
use super::write::Driver;
use crate::codec::{Codec, Element, Key, Opaque, Place, Value, stand};
use crate::error::{Error, Fault};
use crate::wire::json::base64::Shown;
use crate::wire::known::EMPTY;

/// A value that stands at a place.
pub(super) struct Inside<'v, P, V> {
    pub(super) at: P,
    pub(super) value: &'v V,
    pub(super) level: Level,
}

impl<P: Place, V: Codec> Serialize for Inside<'_, P, V> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let told = Driver::tell(Alone::new(s), self.level, |w| self.value.encode(w, self.at))?;
        one(told)
    }
}

/// What was made of the one value that was told.
fn one<S: Serializer>(told: Alone<S>) -> Result<S::Ok, S::Error> {
    told.done
        .ok_or_else(|| S::Error::custom("no value was told"))
}

/// Bytes; text where people read it.
pub(super) struct Bytes<'v>(pub(super) &'v [u8], pub(super) bool);

impl Serialize for Bytes<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match self.1 {
            true => s.collect_str(&Shown(self.0)),
            false => s.serialize_bytes(self.0),
        }
    }
}

/// A value whose form is another library's.
pub(super) struct Foreign<'v, V>(pub(super) &'v V);

impl<V: Opaque> Serialize for Foreign<'_, V> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(s)
    }
}

/// A message, by its fields.
pub(super) struct Message<'v, M> {
    pub(super) message: &'v M,
    pub(super) level: Level,
}

impl<M: Codec> Serialize for Message<'_, M> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let (schema, level) = (self.message.schema(), self.level.within()?);
        let count = schema.fields().len();
        if schema.is_tuple() {
            let elements = s.serialize_tuple(count)?;
            let target = Positions { elements, level };
            return Driver::tell(target, level, |w| self.message.encode_fields(w))?
                .elements
                .end();
        }
        let members = s.serialize_struct(short(schema), count)?;
        let target = Members {
            members,
            schema,
            level,
        };
        Driver::tell(target, level, |w| self.message.encode_fields(w))?
            .members
            .end()
    }
}

/// A well-known type, as its one field.
pub(super) struct Bare<'v, M> {
    pub(super) message: &'v M,
    pub(super) level: Level,
}

impl<M: Codec> Serialize for Bare<'_, M> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let level = self.level.as_known(self.message.schema().form());
        let told = Driver::tell(Alone::new(s), level, |w| self.message.encode_known(w))?;
        told.done.ok_or_else(|| {
            let fault = Fault::Unwritable(EMPTY);
            S::Error::custom(Error::new(fault, None, 0))
        })
    }
}

/// An enum with data, by its active variant.
pub(super) struct Union<'v, U> {
    pub(super) union: &'v U,
    pub(super) level: Level,
}

impl<U: Codec> Serialize for Union<'_, U> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        if self.union.unknown().is_some() {
            let fault = Fault::Unwritable("an unknown variant cannot be written through serde");
            return Err(S::Error::custom(Error::new(fault, None, 0)));
        }
        let level = self.level.within()?;
        let target = Variant {
            name: short(self.union.schema()),
            alone: Alone::new(s),
        };
        one(Driver::tell(target, level, |w| self.union.encode_fields(w))?.alone)
    }
}

/// A list, by its elements.
pub(super) struct List<P, I> {
    pub(super) at: P,
    pub(super) items: I,
    pub(super) level: Level,
}

impl<'i, P: Place, T: Codec + 'i, I: ExactSizeIterator<Item = &'i T> + Clone> Serialize
    for List<P, I>
{
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let level = self.level.within()?;
        let target = Elements(s.serialize_seq(Some(self.items.len()))?);
        stand!(element = Element(self.at));
        let told = Driver::tell(target, level, |w| {
            self.items.clone().for_each(|item| item.encode(w, element));
        });
        told?.0.end()
    }
}

/// A map, by its entries.
pub(super) struct Map<P, I> {
    pub(super) at: P,
    pub(super) entries: I,
    pub(super) level: Level,
}

impl<'i, P, K, V, I> Serialize for Map<P, I>
where
    P: Place,
    K: Codec + 'i,
    V: Codec + 'i,
    I: ExactSizeIterator<Item = (&'i K, &'i V)> + Clone,
{
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let level = self.level.within()?;
        let target = Entries(s.serialize_map(Some(self.entries.len()))?);
        stand!(key_place = Key(self.at));
        stand!(value_place = Value(self.at));
        let told = Driver::tell(target, level, |w| {
            self.entries.clone().for_each(|(key, value)| {
                key.encode(w, key_place);
                value.encode(w, value_place);
            });
        });
        told?.0.end()
    }
}
