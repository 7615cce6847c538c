//! The visitors of single values: each takes what a format may have for one.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde_core::de::{Error, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor};

use crate::error::Fault;
use crate::schema::{Form, Schema};

/// What a visitor expects, in the words of an error.
macro_rules! expecting {
    ($what:literal) => {
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str($what)
        }
    };
}

/// `bool`; as a map's key, text too.
pub(super) struct Bool {
    pub(super) key: bool,
}

impl Visitor<'_> for Bool {
    type Value = bool;

    expecting!("a boolean");

    fn visit_bool<E>(self, value: bool) -> Result<bool, E> {
        Ok(value)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<bool, E> {
        match text {
            "true" if self.key => Ok(true),
            "false" if self.key => Ok(false),
            _ => Err(E::invalid_type(Unexpected::Str(text), &self)),
        }
    }
}

/// An integer, by its sign.
#[derive(Clone, Copy)]
pub(super) enum Whole {
    Positive(u128),
    Negative(i128),
}

/// The integer, if the type holds it.
pub(super) fn integer<T: TryFrom<u128> + TryFrom<i128>>(number: Whole) -> Option<T> {
    match number {
        Whole::Positive(value) => T::try_from(value).ok(),
        Whole::Negative(value) => T::try_from(value).ok(),
    }
}

fn signed(value: i128) -> Whole {
    match u128::try_from(value) {
        Ok(value) => Whole::Positive(value),
        Err(_) => Whole::Negative(value),
    }
}

/// An integer: a number of any width, a float that is one, or its digits.
pub(super) struct Integer;

impl Visitor<'_> for Integer {
    type Value = Whole;

    expecting!("an integer");

    fn visit_u64<E>(self, value: u64) -> Result<Whole, E> {
        Ok(Whole::Positive(value.into()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Whole, E> {
        Ok(signed(value.into()))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Whole, E> {
        Ok(Whole::Positive(value))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Whole, E> {
        Ok(signed(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Whole, E> {
        // Beyond 2^64 no format gives an integer as a float but one that has lost digits of it.
        match value % 1.0 == 0.0 && value.abs() < 18_446_744_073_709_551_616.0 {
            true => Ok(signed(value as i128)),
            false => Err(E::invalid_type(Unexpected::Float(value), &self)),
        }
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Whole, E> {
        let unsigned = text.parse().map(Whole::Positive);
        let number = unsigned.or_else(|_| text.parse().map(signed));
        number.map_err(|_| E::invalid_type(Unexpected::Str(text), &self))
    }
}

/// A float, as a format has it.
pub(super) enum Float {
    Single(f32),
    Double(f64),
    Positive(u64),
    Negative(i64),
}

/// Whether an integer of that magnitude is one of the floats whose significand has so many bits.
fn is_exact(magnitude: u64, bits: u32) -> bool {
    magnitude == 0 || 64 - magnitude.leading_zeros() - magnitude.trailing_zeros() <= bits
}

impl Float {
    /// What is asked for.
    pub(super) const ASKED: Asked = Asked;

    /// The double; an integer is rounded where its digits are text, as they are where people read a format.
    pub(super) fn double(self, rounds: bool) -> Result<f64, Fault> {
        match self {
            Self::Single(value) => Ok(value.into()),
            Self::Double(value) => Ok(value),
            Self::Positive(value) if rounds || is_exact(value, 53) => Ok(value as f64),
            Self::Negative(value) if rounds || is_exact(value.unsigned_abs(), 53) => {
                Ok(value as f64)
            }
            _ => Err(Fault::OutOfRange { ty: "f64" }),
        }
    }

    /// The float of 32 bits; see [`double`](Self::double).
    pub(super) fn single(self, rounds: bool) -> Result<f32, Fault> {
        match self {
            Self::Single(value) => Ok(value),
            Self::Double(value) if value.is_finite() && (value as f32).is_infinite() => {
                Err(Fault::OutOfRange { ty: "f32" })
            }
            Self::Double(value) => Ok(value as f32),
            Self::Positive(value) if rounds || is_exact(value, 24) => Ok(value as f32),
            Self::Negative(value) if rounds || is_exact(value.unsigned_abs(), 24) => {
                Ok(value as f32)
            }
            _ => Err(Fault::OutOfRange { ty: "f32" }),
        }
    }
}

/// A float: a number, or the name of one that is not finite.
pub(super) struct Asked;

impl<'de> Visitor<'de> for Asked {
    type Value = Float;

    expecting!("a number");

    fn visit_f32<E>(self, value: f32) -> Result<Float, E> {
        Ok(Float::Single(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Float, E> {
        Ok(Float::Double(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Float, E> {
        Ok(Float::Positive(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Float, E> {
        match u64::try_from(value) {
            Ok(value) => Ok(Float::Positive(value)),
            Err(_) => Ok(Float::Negative(value)),
        }
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Float, E> {
        match text {
            "NaN" => Ok(Float::Double(f64::NAN)),
            "Infinity" => Ok(Float::Double(f64::INFINITY)),
            "-Infinity" => Ok(Float::Double(f64::NEG_INFINITY)),
            _ => match text.parse::<f64>() {
                Ok(value) if value.is_finite() => Ok(Float::Double(value)),
                _ => Err(E::invalid_type(Unexpected::Str(text), &self)),
            },
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Float, A::Error> {
        only(map, &self).and_then(|text| self.visit_str(&text))
    }
}

/// The one text that a map holds: an element of XML, or a date and time of TOML.
fn only<'de, A: MapAccess<'de>>(
    mut map: A,
    visitor: &dyn serde_core::de::Expected,
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

/// The number of an enum's value, or a name that it does not have.
pub(super) struct Name {
    pub(super) schema: &'static Schema,
}

impl<'de> Visitor<'de> for Name {
    type Value = Result<i64, String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the name of a value of `{}`", self.schema.name())
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Ok(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        let number = i64::try_from(number);
        number
            .map(Ok)
            .map_err(|_| E::custom("the number does not fit `i32`"))
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        let mut values = self.schema.values().iter();
        let found = values.find(|one| one.name() == name || one.aliases().contains(&name));
        Ok(match (found, name.parse::<i32>()) {
            (Some(value), _) => Ok(value.number().into()),
            (None, Ok(number)) => Ok(number.into()),
            (None, Err(_)) => Err(name.into()),
        })
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        match self.schema.form() {
            Form::Null => Ok(Ok(0)),
            _ => Err(E::invalid_type(Unexpected::Unit, &self)),
        }
    }

    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        self.visit_unit()
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        only(map, &self).and_then(|name| self.visit_str(&name))
    }
}

/// The position of a field that goes by a name, looked up from `from` on; none where the schema does not know it.
pub(super) struct Position {
    pub(super) schema: &'static Schema,
    pub(super) from: usize,
}

impl Position {
    fn find(&self, name: &str) -> Option<usize> {
        let fields = self.schema.fields();
        let from = self.from.min(fields.len());
        let is_called = |index: &usize| {
            fields.get(*index).is_some_and(|field| {
                field.name() == name || field.json_name() == name || field.aliases().contains(&name)
            })
        };
        (from..fields.len()).chain(0..from).find(is_called)
    }
}

/// A position, or the name that has none.
pub(super) type Found = Result<usize, String>;

impl<'de> Visitor<'de> for Position {
    type Value = Found;

    expecting!("the name of a field or variant");

    fn visit_str<E>(self, name: &str) -> Result<Found, E> {
        Ok(self.find(name).ok_or_else(|| name.into()))
    }

    fn visit_u64<E>(self, position: u64) -> Result<Found, E> {
        let known = usize::try_from(position).ok();
        let known = known.filter(|known| *known < self.schema.fields().len());
        Ok(known.ok_or_else(|| alloc::format!("{position}")))
    }

    fn visit_bytes<E: Error>(self, name: &[u8]) -> Result<Found, E> {
        self.visit_str(&String::from_utf8_lossy(name))
    }
}

impl<'de> serde_core::de::DeserializeSeed<'de> for Position {
    type Value = Found;

    fn deserialize<D: serde_core::Deserializer<'de>>(self, input: D) -> Result<Found, D::Error> {
        input.deserialize_identifier(self)
    }
}
