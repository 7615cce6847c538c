//! Bytes, owned and borrowed: bytes in the binary wires, base64 in JSON, whichever library encodes them.

use std::borrow::Cow;
use std::fmt;
use std::io::Write;

use base64_simd::{Out, STANDARD};
use everwire::Codec;
use serde::de::{Deserializer, Error, Visitor};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};
use simd_json_derive::Tape;
use zerompk::{FromMessagePack, ToMessagePack};

/// The longest bytes whose base64 stays on the stack.
const SHORT: usize = 96;

/// Bytes that are owned.
#[derive(Codec, FromMessagePack, ToMessagePack, Clone, Debug, Default, PartialEq)]
#[codec(transparent)]
pub struct Blob(pub Vec<u8>);

/// Bytes that are borrowed where the wire has them as they are.
#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(transparent)]
pub struct Bytes<'a>(pub Cow<'a, [u8]>);

/// Calls with the bytes as base64.
fn with_base64<R>(bytes: &[u8], then: impl FnOnce(&str) -> R) -> R {
    if bytes.len() <= SHORT {
        let mut buffer = [0; SHORT.div_ceil(3) * 4];
        then(STANDARD.encode_as_str(bytes, Out::from_slice(&mut buffer)))
    } else {
        then(&STANDARD.encode_to_string(bytes))
    }
}

impl Serialize for Blob {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            with_base64(&self.0, |text| serializer.serialize_str(text))
        } else {
            serializer.serialize_bytes(&self.0)
        }
    }
}

impl<'de> Deserialize<'de> for Blob {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_str(Owned).map(Self)
        } else {
            deserializer.deserialize_byte_buf(Owned).map(Self)
        }
    }
}

struct Owned;

impl Visitor<'_> for Owned {
    type Value = Vec<u8>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bytes")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Vec<u8>, E> {
        STANDARD.decode_to_vec(text).map_err(E::custom)
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
        Ok(bytes.to_vec())
    }

    fn visit_byte_buf<E: Error>(self, bytes: Vec<u8>) -> Result<Vec<u8>, E> {
        Ok(bytes)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Bytes<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_str(Borrowed).map(Self)
        } else {
            deserializer.deserialize_bytes(Borrowed).map(Self)
        }
    }
}

struct Borrowed;

impl<'de> Visitor<'de> for Borrowed {
    type Value = Cow<'de, [u8]>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bytes")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Owned.visit_str(text).map(Cow::Owned)
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Self::Value, E> {
        Ok(Cow::Owned(bytes.to_vec()))
    }

    fn visit_borrowed_bytes<E: Error>(self, bytes: &'de [u8]) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(bytes))
    }
}

impl<'de: 'a, 'a> FromMessagePack<'de> for Bytes<'a> {
    #[inline]
    fn read<R: zerompk::Read<'de>>(reader: &mut R) -> zerompk::Result<Self> {
        reader.read_binary().map(Self)
    }
}

impl simd_json_derive::Serialize for Blob {
    fn json_write<W: Write>(&self, writer: &mut W) -> simd_json_derive::Result {
        with_base64(&self.0, |text| {
            writer.write_all(b"\"")?;
            writer.write_all(text.as_bytes())?;
            writer.write_all(b"\"")
        })
    }
}

impl<'input> simd_json_derive::Deserialize<'input> for Blob {
    fn from_tape(tape: &mut Tape<'input>) -> simd_json_derive::de::Result<Self> {
        base64(tape).map(Self)
    }
}

impl<'input: 'a, 'a> simd_json_derive::Deserialize<'input> for Bytes<'a> {
    fn from_tape(tape: &mut Tape<'input>) -> simd_json_derive::de::Result<Self> {
        base64(tape).map(|bytes| Self(Cow::Owned(bytes)))
    }
}

/// The bytes of the next string.
fn base64(tape: &mut Tape<'_>) -> simd_json_derive::de::Result<Vec<u8>> {
    match tape.next() {
        Some(simd_json::Node::String(text)) => STANDARD
            .decode_to_vec(text)
            .map_err(simd_json_derive::de::Error::custom),
        _ => Err(simd_json_derive::de::Error::expected_string()),
    }
}
