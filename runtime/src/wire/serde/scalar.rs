//! The visitors of truth values and numbers: each takes what a format may have for one.

use core::fmt;

use serde_core::de::{Error, MapAccess, Unexpected, Visitor};

use super::text::only;
use crate::error::Fault;

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
