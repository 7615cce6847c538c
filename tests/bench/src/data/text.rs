//! Text that is borrowed where the wire has it as it is, and owned where JSON escapes it.

use std::borrow::Cow;
use std::fmt;

use everwire::Codec;
use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};
use simd_json_derive::Tape;
use zerompk::FromMessagePack;

/// Text, borrowed if it can be; serde's own `Cow` is always owned within an `Option`, a list or a map.
#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(transparent)]
pub struct Text<'a>(pub Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Borrowed).map(Self)
    }
}

struct Borrowed;

impl<'de> Visitor<'de> for Borrowed {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text))
    }
}

impl<'de: 'a, 'a> FromMessagePack<'de> for Text<'a> {
    #[inline]
    fn read<R: zerompk::Read<'de>>(reader: &mut R) -> zerompk::Result<Self> {
        reader.read_string().map(Self)
    }
}

impl<'input: 'a, 'a> simd_json_derive::Deserialize<'input> for Text<'a> {
    fn from_tape(tape: &mut Tape<'input>) -> simd_json_derive::de::Result<Self> {
        <&str>::from_tape(tape).map(|text| Self(Cow::Borrowed(text)))
    }
}
