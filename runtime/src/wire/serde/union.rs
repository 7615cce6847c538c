//! Enums with data: serde's enums, by the name of a variant.

use core::fmt;
use core::marker::PhantomData;

use serde_core::de::{DeserializeSeed, EnumAccess, IgnoredAny, VariantAccess, Visitor};
use serde_core::{Deserializer, de};

use super::name::Position;
use super::names::{Named, Names, short};
use super::read::Decoder;
use super::reading::Reading;
use super::sequence::{Read, crossed, level};
use crate::codec::Choice;
use crate::error::{Error, Fault};
use crate::schema::{Field, Type};

/// The variants of an enum, as what has names.
struct OfUnion<'de, U>(PhantomData<fn(&'de (), &U)>);

impl<'de, U: Choice<'de>> Named for OfUnion<'de, U> {
    const FIELDS: Option<&'static [Field]> = match U::KNOWN {
        Some(schema) => Some(schema.fields()),
        None => None,
    };
}

/// What takes a variant.
pub(super) struct Tagged<'a, U> {
    pub(super) into: &'a mut U,
    pub(super) reading: &'a Reading,
}

impl<'de, U: Choice<'de>> Tagged<'_, U> {
    pub(super) fn ask<D: Deserializer<'de>>(self, input: D) -> Result<Read, D::Error> {
        let names = const { Names::<OfUnion<'_, U>>::ALL };
        let name = short(self.into.schema());
        input.deserialize_enum(name, names.unwrap_or_default(), self)
    }
}

impl<'de, U: Choice<'de>> Visitor<'de> for Tagged<'_, U> {
    type Value = Read;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a variant of `{}`", self.into.schema().name())
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Read, A::Error> {
        let (into, reading) = (self.into, self.reading);
        let schema = into.schema();
        level(reading, || {
            let (found, payload) = data.variant_seed(Position { schema, from: 0 })?;
            let index = match found {
                Ok(index) => index,
                Err(name) => {
                    payload.newtype_variant::<IgnoredAny>()?;
                    let fault = Fault::UnknownValue(alloc::format!("`{name}`").into());
                    return Ok(Err(Error::new(fault, None, 0)));
                }
            };
            let payload_type = schema.fields().get(index).map(Field::ty);
            let read = if matches!(payload_type, Some(Type::Unit)) {
                payload.unit_variant()?;
                let nothing = de::value::UnitDeserializer::<A::Error>::new();
                into.nth(index, false, &mut Decoder::new(nothing, reading))
            } else {
                let inside = |error: Error| error.in_variant(schema, index);
                let read = payload.newtype_variant_seed(Payload {
                    into,
                    index,
                    reading,
                });
                read.map_err(|error| reading.within(error, inside))?
            };
            crossed(read, reading)
        })
    }
}

/// The payload of a variant.
struct Payload<'a, U> {
    into: &'a mut U,
    index: usize,
    reading: &'a Reading,
}

impl<'de, U: Choice<'de>> DeserializeSeed<'de> for Payload<'_, U> {
    type Value = Read;

    fn deserialize<D: Deserializer<'de>>(self, input: D) -> Result<Read, D::Error> {
        let mut reader = Decoder::new(input, self.reading);
        crossed(self.into.nth(self.index, false, &mut reader), self.reading)
    }
}
