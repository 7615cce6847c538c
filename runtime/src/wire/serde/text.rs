//! The visitors of text, of bytes, of times, and of nothing: each takes what a format may have for one.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde_core::de::{Error, Expected, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor};

/// The one text that a map holds: an element of XML, or a date and time of TOML.
pub(super) fn only<'de, A: MapAccess<'de>>(
    mut map: A,
    visitor: &dyn Expected,
) -> Result<String, A::Error> {
    match map.next_entry::<IgnoredAny, String>()? {
        Some((_, text)) if map.next_key::<IgnoredAny>()?.is_none() => Ok(text),
        _ => Err(A::Error::invalid_type(Unexpected::Map, visitor)),
    }
}

/// Text, borrowed from the input if it lends it.
pub(super) struct Text;

impl<'de> Visitor<'de> for Text {
    type Value = Cow<'de, str>;

    expecting!("text");

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E>(self, text: &str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(text.into()))
    }

    fn visit_string<E>(self, text: String) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(text))
    }

    fn visit_char<E>(self, value: char) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(value.into()))
    }
}

/// Text in the place of what is there.
pub(super) struct Replaced<'t>(pub(super) &'t mut String);

impl Visitor<'_> for Replaced<'_> {
    type Value = ();

    expecting!("text");

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        crate::codec::impls::replace(self.0, text);
        Ok(())
    }

    fn visit_string<E>(self, text: String) -> Result<(), E> {
        *self.0 = text;
        Ok(())
    }
}

/// Bytes, a list of numbers, or text that stands for bytes.
pub(super) struct Blob;

impl<'de> Visitor<'de> for Blob {
    type Value = Result<Cow<'de, [u8]>, Cow<'de, str>>;

    expecting!("bytes");

    fn visit_borrowed_bytes<E>(self, bytes: &'de [u8]) -> Result<Self::Value, E> {
        Ok(Ok(Cow::Borrowed(bytes)))
    }

    fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Self::Value, E> {
        Ok(Ok(Cow::Owned(bytes.into())))
    }

    fn visit_byte_buf<E>(self, bytes: Vec<u8>) -> Result<Self::Value, E> {
        Ok(Ok(Cow::Owned(bytes)))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Err(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Err(Cow::Owned(text.into())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut bytes = Vec::new();
        while let Some(byte) = seq.next_element()? {
            bytes.push(byte);
        }
        Ok(Ok(Cow::Owned(bytes)))
    }
}

/// Seconds and nanoseconds, as serde's own types have them, or text.
pub(super) struct Pair;

impl<'de> Visitor<'de> for Pair {
    type Value = Result<(i64, u32), String>;

    expecting!("a time, as text");

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Err(text.into()))
    }

    fn visit_string<E>(self, text: String) -> Result<Self::Value, E> {
        Ok(Err(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        match (seq.next_element()?, seq.next_element()?) {
            (Some(secs), Some(nanos)) => Ok(Ok((secs, nanos))),
            _ => Err(A::Error::invalid_type(Unexpected::Seq, &self)),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        only(map, &self).map(Err)
    }
}

/// Nothing.
pub(super) struct Unit;

impl<'de> Visitor<'de> for Unit {
    type Value = ();

    expecting!("nothing");

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_none<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        match seq.next_element::<IgnoredAny>()? {
            None => Ok(()),
            Some(_) => Err(A::Error::invalid_type(Unexpected::Seq, &self)),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        IgnoredAny.visit_map(map).map(drop)
    }
}
