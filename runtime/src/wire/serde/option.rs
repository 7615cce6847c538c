//! Options: nothing, or a value. Where null is such a value, formats for people have it as it is, and others have it alone in a list.

use core::fmt;

use serde_core::de::{DeserializeSeed, Error as _, SeqAccess, Unexpected, Visitor};
use serde_core::ser::SerializeTuple;
use serde_core::{Deserializer, Serialize, Serializer};

use super::read::Decoder;
use super::reading::Reading;
use super::sequence::{Read, crossed};
use crate::codec::impls::decode_some;
use crate::codec::{Decode, Info, Mode, Place, Role};
use crate::schema::Type;
use crate::wire::known::holds_null;

/// How a value that may be absent is written where it is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dress {
    /// As itself: nothing is left out.
    Bare,
    /// As an option.
    Some,
    /// As an option of a list that holds it.
    Listed,
}

impl Dress {
    /// That of an `Option` of a type.
    pub(super) fn of(ty: &Type, readable: bool) -> Self {
        match (holds_null(ty), readable) {
            (false, _) => Self::Some,
            (true, true) => Self::Bare,
            (true, false) => Self::Listed,
        }
    }

    /// That of a message's field: a oneof's variant may be absent.
    pub(super) fn of_field(at: &Info, readable: bool) -> Self {
        match at.oneof && at.role == Role::Field {
            true => Self::of(&at.ty, readable),
            false => Self::Bare,
        }
    }
}

/// A value in its dress.
pub(super) struct Dressed<'v, V: ?Sized>(pub(super) Dress, pub(super) &'v V);

impl<V: Serialize + ?Sized> Serialize for Dressed<'_, V> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Dress::Bare => self.1.serialize(s),
            Dress::Some => s.serialize_some(self.1),
            Dress::Listed => s.serialize_some(&Listed(self.1)),
        }
    }
}

struct Listed<'v, V: ?Sized>(&'v V);

impl<V: Serialize + ?Sized> Serialize for Listed<'_, V> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let mut list = s.serialize_tuple(1)?;
        list.serialize_element(self.0)?;
        list.end()
    }
}

/// What takes a value that may be absent.
pub(super) trait Asked<'de>: Sized {
    /// Nothing is there.
    fn nothing(self);

    /// Reads what is there.
    fn read<D: Deserializer<'de>>(self, input: D) -> Result<Read, D::Error>;
}

/// Asks for a value in its dress.
pub(super) fn ask<'de, A: Asked<'de>, D: Deserializer<'de>>(
    dress: Dress,
    asked: A,
    input: D,
) -> Result<Read, D::Error> {
    match dress {
        Dress::Bare => asked.read(input),
        Dress::Some => input.deserialize_option(Maybe::<_, false>(asked)),
        Dress::Listed => input.deserialize_option(Maybe::<_, true>(asked)),
    }
}

/// An option of what is asked for, or of a list that holds it.
struct Maybe<A, const LISTED: bool>(A);

impl<'de, A: Asked<'de>, const LISTED: bool> Visitor<'de> for Maybe<A, LISTED> {
    type Value = Read;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an optional value")
    }

    fn visit_none<E>(self) -> Result<Read, E> {
        self.0.nothing();
        Ok(Ok(()))
    }

    fn visit_unit<E>(self) -> Result<Read, E> {
        self.0.nothing();
        Ok(Ok(()))
    }

    fn visit_some<D: Deserializer<'de>>(self, input: D) -> Result<Read, D::Error> {
        match LISTED {
            true => input.deserialize_tuple(1, Only(self.0)),
            false => self.0.read(input),
        }
    }
}

/// A list of one.
struct Only<A>(A);

impl<'de, A: Asked<'de>> Visitor<'de> for Only<A> {
    type Value = Read;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of one value")
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut seq: S) -> Result<Read, S::Error> {
        match seq.next_element_seed(self)? {
            Some(read) => Ok(read),
            None => Err(S::Error::invalid_value(
                Unexpected::Seq,
                &"a list of one value",
            )),
        }
    }
}

impl<'de, A: Asked<'de>> DeserializeSeed<'de> for Only<A> {
    type Value = Read;

    fn deserialize<D: Deserializer<'de>>(self, input: D) -> Result<Read, D::Error> {
        self.0.read(input)
    }
}

/// What an `Option` holds.
pub(super) struct Held<'a, P, T> {
    pub(super) at: P,
    pub(super) into: &'a mut Option<T>,
    pub(super) mode: Mode,
    pub(super) reading: &'a Reading,
}

impl<'de, P: Place, T: Decode<'de>> Asked<'de> for Held<'_, P, T> {
    fn nothing(self) {
        *self.into = None;
    }

    fn read<D: Deserializer<'de>>(self, input: D) -> Result<Read, D::Error> {
        let mut reader = Decoder::new(input, self.reading);
        let read = decode_some(self.into, &mut reader, self.at, self.mode);
        crossed(read, self.reading)
    }
}
