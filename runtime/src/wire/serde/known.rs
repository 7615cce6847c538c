//! The well-known types, each in its own form, as native JSON has it.

use core::fmt;

use alloc::string::String;

use serde_core::Deserializer;
use serde_core::de::value::{
    MapAccessDeserializer, SeqAccessDeserializer, StringDeserializer, UnitDeserializer,
};
use serde_core::de::{IntoDeserializer, MapAccess, SeqAccess, Visitor};

use super::read::Decoder;
use super::reading::Reading;
use crate::codec::{Fields, Mode, Reader, Root, Scope, Seen};
use crate::error::Error;
use crate::schema::Form;
use crate::wire::known::{self, Given};

/// Reads a well-known type in its form.
pub(super) fn read<'de, D: Deserializer<'de>, M: Fields<'de>>(
    reader: &mut Decoder<'_, D>,
    into: &mut M,
    mode: Mode,
) -> Result<(), Error> {
    if mode == Mode::Replace {
        into.reset(Seen::NOTHING);
    }
    let reading = reader.reading;
    let parts = match into.schema().form() {
        Form::Timestamp => {
            let (secs, nanos) = reader.timestamp(Root::<()>::new())?;
            Ok(known::seconds(secs, i64::from(nanos)))
        }
        Form::Duration => known::span(reader.duration(Root::<()>::new())?),
        Form::FieldMask => {
            let text = reader.str(Root::<()>::new())?;
            known::paths(&text, |len| {
                reading.budget.elements(1)?;
                reading.budget.string(len)
            })
        }
        Form::Value => {
            return reader.ask(|input| input.deserialize_any(Any { into, reading }));
        }
        _ => return Scope::only(reader, 0, into),
    };
    let parts = parts.map_err(|fault| reader.error(fault))?;
    Given::fill(into, parts, &reading.options, 0)
}

/// What takes a value of any form, as the field of a `Value` that has that form.
struct Any<'a, M> {
    into: &'a mut M,
    reading: &'a Reading,
}

impl<'de, M: Fields<'de>> Any<'_, M> {
    /// Reads the field at `index` from what has its value.
    fn field<D: Deserializer<'de>>(self, index: usize, input: D) -> Result<(), D::Error> {
        let mut reader = Decoder::new(input, self.reading);
        let read = Scope::only(&mut reader, index, self.into);
        read.map_err(|error| self.reading.outward(error))
    }
}

impl<'de, M: Fields<'de>> Visitor<'de> for Any<'_, M> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E: serde_core::de::Error>(self) -> Result<(), E> {
        self.field(0, UnitDeserializer::new())
    }

    fn visit_none<E: serde_core::de::Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, input: D) -> Result<(), D::Error> {
        input.deserialize_any(self)
    }

    fn visit_f64<E: serde_core::de::Error>(self, value: f64) -> Result<(), E> {
        match value.is_finite() {
            true => self.field(1, value.into_deserializer()),
            false => Err(E::custom(known::NOT_FINITE)),
        }
    }

    fn visit_u64<E: serde_core::de::Error>(self, value: u64) -> Result<(), E> {
        self.field(1, value.into_deserializer())
    }

    fn visit_i64<E: serde_core::de::Error>(self, value: i64) -> Result<(), E> {
        self.field(1, value.into_deserializer())
    }

    fn visit_str<E: serde_core::de::Error>(self, text: &str) -> Result<(), E> {
        self.field(2, text.into_deserializer())
    }

    fn visit_string<E: serde_core::de::Error>(self, text: String) -> Result<(), E> {
        self.field(2, StringDeserializer::new(text))
    }

    fn visit_bool<E: serde_core::de::Error>(self, value: bool) -> Result<(), E> {
        self.field(3, value.into_deserializer())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        self.field(4, MapAccessDeserializer::new(map))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<(), A::Error> {
        self.field(5, SeqAccessDeserializer::new(seq))
    }
}
