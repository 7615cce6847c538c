//! The visitors of names: those of an enum's values, and those of fields and variants.

use alloc::string::String;
use core::fmt;

use serde_core::Deserializer;
use serde_core::de::{DeserializeSeed, Error, MapAccess, Unexpected, Visitor};

use super::text::only;
use crate::schema::{Form, Schema};

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
        let order = (from..fields.len()).chain(0..from);
        let mut own = order.clone();
        // What formats write comes first, for all fields: those that sort their keys never meet the next one.
        let found = own.find(|index| fields.get(*index).is_some_and(|field| field.name() == name));
        found.or_else(|| {
            let mut others = order;
            others.find(|index| {
                let field = fields.get(*index);
                field.is_some_and(|field| {
                    field.json_name() == name || field.aliases().contains(&name)
                })
            })
        })
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

impl<'de> DeserializeSeed<'de> for Position {
    type Value = Found;

    fn deserialize<D: Deserializer<'de>>(self, input: D) -> Result<Found, D::Error> {
        input.deserialize_identifier(self)
    }
}
