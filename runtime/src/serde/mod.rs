//! serde.
use crate::codec::{Codec, Decode};
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

/// Tells a value to a serializer.
///
/// # Errors
///
/// x
pub fn serialize<T: Codec, S: Serializer>(value: &T, s: S) -> Result<S::Ok, S::Error> {
    crate::wire::serde::serialize(value, s)
}

/// Asks a deserializer for a value.
///
/// # Errors
///
/// x
pub fn deserialize<'de, T: Decode<'de>, D: Deserializer<'de>>(d: D) -> Result<T, D::Error> {
    crate::wire::serde::deserialize(d)
}

/// A value that has `Codec`, as one of serde's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Serde<T>(pub T);

impl<T: Codec> Serialize for Serde<T> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        serialize(&self.0, s)
    }
}

impl<'de, T: Decode<'de>> Deserialize<'de> for Serde<T> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        deserialize(d).map(Serde)
    }
}
