//! [`Target`]: where a driver's values go: a serializer, or what one has opened.

use serde_core::ser::{
    Error as _, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer,
};
use serde_core::{Serialize, ser};

use super::level::Level;
use super::option::{Dress, Dressed};
use crate::codec::{Info, Role};
use crate::schema::Schema;
use crate::wire::known::holds_null;

/// Where values go.
pub(super) trait Target {
    type Error: ser::Error;

    /// Takes the value that stands at a place.
    fn put<V: Serialize + ?Sized>(&mut self, at: &Info, value: &V) -> Result<(), Self::Error>;

    /// Takes nothing, which stands at a place.
    fn absent(&mut self, at: &Info) -> Result<(), Self::Error> {
        self.put(at, &None::<()>)
    }

    /// Takes as many variants of a oneof from the one at `first` on, none of which is active.
    fn absent_variants(&mut self, _first: &Info, _count: u32) -> Result<(), Self::Error> {
        Ok(())
    }

    /// Takes a struct without fields.
    fn unit(&mut self, at: &Info) -> Result<(), Self::Error> {
        self.put(at, &())
    }
}

/// A serializer, which takes one value.
pub(super) struct Alone<S: Serializer> {
    serializer: Option<S>,
    pub(super) done: Option<S::Ok>,
}

impl<S: Serializer> Alone<S> {
    pub(super) fn new(serializer: S) -> Self {
        Self {
            serializer: Some(serializer),
            done: None,
        }
    }
}

impl<S: Serializer> Target for Alone<S> {
    type Error = S::Error;

    fn put<V: Serialize + ?Sized>(&mut self, _at: &Info, value: &V) -> Result<(), S::Error> {
        let serializer = self.serializer.take();
        let serializer = serializer.ok_or_else(|| S::Error::custom("a value was told twice"))?;
        self.done = Some(value.serialize(serializer)?);
        Ok(())
    }

    /// The fields of a well-known type that is written as one of them are no matter.
    fn absent(&mut self, at: &Info) -> Result<(), S::Error> {
        if at.is_field() {
            return Ok(());
        }
        self.put(at, &None::<()>)
    }
}

/// The fields of a message, by name.
pub(super) struct Members<S> {
    pub(super) members: S,
    pub(super) schema: &'static Schema,
    pub(super) level: Level,
}

impl<S: SerializeStruct> Target for Members<S> {
    type Error = S::Error;

    fn put<V: Serialize + ?Sized>(&mut self, at: &Info, value: &V) -> Result<(), S::Error> {
        match Dress::of_field(at, self.level.readable) {
            Dress::Bare => self.members.serialize_field(at.name, value),
            dress => self
                .members
                .serialize_field(at.name, &Dressed(dress, value)),
        }
    }

    fn absent(&mut self, at: &Info) -> Result<(), S::Error> {
        match self.level.readable && (at.oneof || holds_null(&at.ty)) {
            true => self.members.skip_field(at.name),
            false => self.members.serialize_field(at.name, &None::<()>),
        }
    }

    fn absent_variants(&mut self, first: &Info, count: u32) -> Result<(), S::Error> {
        let from = first.index as usize;
        let variants = self.schema.fields().iter().skip(from);
        for variant in variants.take(count as usize) {
            match self.level.readable {
                true => self.members.skip_field(variant.name())?,
                false => self.members.serialize_field(variant.name(), &None::<()>)?,
            }
        }
        Ok(())
    }
}

/// The fields of a message, by position.
pub(super) struct Positions<S> {
    pub(super) elements: S,
    pub(super) level: Level,
}

impl<S: SerializeTuple> Target for Positions<S> {
    type Error = S::Error;

    fn put<V: Serialize + ?Sized>(&mut self, at: &Info, value: &V) -> Result<(), S::Error> {
        match Dress::of_field(at, self.level.readable) {
            Dress::Bare => self.elements.serialize_element(value),
            dress => self.elements.serialize_element(&Dressed(dress, value)),
        }
    }

    fn absent(&mut self, _at: &Info) -> Result<(), S::Error> {
        self.elements.serialize_element(&None::<()>)
    }

    fn absent_variants(&mut self, first: &Info, count: u32) -> Result<(), S::Error> {
        (0..count).try_for_each(|_| self.absent(first))
    }
}

/// The elements of a list.
pub(super) struct Elements<S>(pub(super) S);

impl<S: SerializeSeq> Target for Elements<S> {
    type Error = S::Error;

    fn put<V: Serialize + ?Sized>(&mut self, _at: &Info, value: &V) -> Result<(), S::Error> {
        self.0.serialize_element(value)
    }
}

/// The keys and values of a map, in turns.
pub(super) struct Entries<S>(pub(super) S);

impl<S: SerializeMap> Target for Entries<S> {
    type Error = S::Error;

    fn put<V: Serialize + ?Sized>(&mut self, at: &Info, value: &V) -> Result<(), S::Error> {
        match at.role {
            Role::Key => self.0.serialize_key(value),
            _ => self.0.serialize_value(value),
        }
    }
}

/// The active variant of an enum with data.
pub(super) struct Variant<S: Serializer> {
    pub(super) name: &'static str,
    pub(super) alone: Alone<S>,
}

impl<S: Serializer> Variant<S> {
    fn serializer(&mut self) -> Result<S, S::Error> {
        let serializer = self.alone.serializer.take();
        serializer.ok_or_else(|| S::Error::custom("a value was told twice"))
    }
}

impl<S: Serializer> Target for Variant<S> {
    type Error = S::Error;

    fn put<V: Serialize + ?Sized>(&mut self, at: &Info, value: &V) -> Result<(), S::Error> {
        let serializer = self.serializer()?;
        let done = serializer.serialize_newtype_variant(self.name, at.index, at.name, value)?;
        self.alone.done = Some(done);
        Ok(())
    }

    fn unit(&mut self, at: &Info) -> Result<(), S::Error> {
        let serializer = self.serializer()?;
        self.alone.done = Some(serializer.serialize_unit_variant(self.name, at.index, at.name)?);
        Ok(())
    }
}
