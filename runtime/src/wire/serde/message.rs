//! Messages: maps of names or lists of positions, whichever the format has.

use core::fmt;
use core::marker::PhantomData;

use serde_core::Deserializer;
use serde_core::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::known;
use super::name::Position;
use super::names::{Named, Names, short};
use super::option::{Asked, Dress, ask};
use super::read::{Decoder, done};
use super::reading::Reading;
use super::sequence::{Read, crossed, level};
use crate::codec::{Apart, Fields, Info, Mode};
use crate::error::Error;
use crate::schema::{Field, Form, Schema};
use crate::wire::known::may_be_known;

/// The fields of a message, as what has names.
struct OfMessage<'de, M>(PhantomData<fn(&'de (), &M)>);

impl<'de, M: Fields<'de>> Named for OfMessage<'de, M> {
    const FIELDS: Option<&'static [Field]> = match M::KNOWN {
        Some(schema) => Some(schema.fields()),
        None => None,
    };
}

/// Reads a message.
pub(super) fn read<'de, D: Deserializer<'de>, M: Fields<'de>>(
    reader: &mut Decoder<'_, D>,
    into: &mut M,
    mode: Mode,
) -> Result<(), Error> {
    let schema = into.schema();
    if const { may_be_known(M::KNOWN) } && !matches!(schema.form(), Form::Plain | Form::Any) {
        return known::read(reader, into, mode);
    }
    let reading = reader.reading;
    let visitor = Members {
        into,
        mode,
        reading,
    };
    reader.ask(|input| match const { Names::<OfMessage<'_, M>>::ALL } {
        _ if schema.is_tuple() => input.deserialize_tuple(schema.fields().len(), visitor),
        Some(names) => input.deserialize_struct(short(schema), names, visitor),
        None => input.deserialize_map(visitor),
    })
}

/// What takes the fields of a message.
struct Members<'a, M> {
    into: &'a mut M,
    mode: Mode,
    reading: &'a Reading,
}

impl<'de, M: Fields<'de>> Members<'_, M> {
    /// Reads the fields by what `body` asks for.
    fn fields<E: serde_core::de::Error>(
        self,
        body: impl FnOnce(&mut M, &mut Apart, &'static Schema) -> Result<(), E>,
    ) -> Result<(), E> {
        let (into, reading) = (self.into, self.reading);
        level(reading, || {
            if self.mode == Mode::Replace
                && let Some(unknown) = into.unknown()
            {
                unknown.clear();
            }
            let mut apart = Apart::begin(into, self.mode);
            body(into, &mut apart, into.schema())?;
            let ended = apart.end(&mut done(reading), into);
            ended.map_err(|error| reading.outward(error))
        })
    }
}

impl<'de, M: Fields<'de>> Visitor<'de> for Members<'_, M> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the fields of `{}`", self.into.schema().name())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let reading = self.reading;
        self.fields(|into, apart, schema| {
            let mut from = 0;
            while let Some(found) = map.next_key_seed(Position { schema, from })? {
                match found {
                    Ok(index) => {
                        from = index + 1;
                        let member = Member {
                            into: &mut *into,
                            apart: &mut *apart,
                            index,
                            reading,
                        };
                        // A value that its enum does not know leaves the field absent.
                        let _: Read = map.next_value_seed(member)?;
                    }
                    Err(_) => drop(map.next_value::<IgnoredAny>()?),
                }
            }
            Ok(())
        })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let reading = self.reading;
        self.fields(|into, apart, schema| {
            for index in 0..schema.fields().len() {
                let member = Member {
                    into: &mut *into,
                    apart: &mut *apart,
                    index,
                    reading,
                };
                if seq.next_element_seed(member)?.is_none() {
                    return Ok(());
                }
            }
            while seq.next_element::<IgnoredAny>()?.is_some() {}
            Ok(())
        })
    }

    /// A message without fields may be a unit struct elsewhere.
    fn visit_unit<E: serde_core::de::Error>(self) -> Result<(), E> {
        if self.into.schema().fields().is_empty() {
            return self.fields(|_, _, _| Ok(()));
        }
        Err(E::invalid_type(serde_core::de::Unexpected::Unit, &self))
    }
}

/// The value of one field.
struct Member<'a, M> {
    into: &'a mut M,
    apart: &'a mut Apart,
    index: usize,
    reading: &'a Reading,
}

impl<'de, M: Fields<'de>> DeserializeSeed<'de> for Member<'_, M> {
    type Value = Read;

    fn deserialize<D: Deserializer<'de>>(self, input: D) -> Result<Read, D::Error> {
        let field = self.into.schema().fields().get(self.index);
        let dress = field.map_or(Dress::Bare, |field| {
            Dress::of_field(&Info::of(field, self.index), self.reading.readable)
        });
        ask(dress, self, input)
    }
}

impl<'de, M: Fields<'de>> Asked<'de> for Member<'_, M> {
    fn nothing(self) {}

    fn read<D: Deserializer<'de>>(self, input: D) -> Result<Read, D::Error> {
        let mut reader = Decoder::new(input, self.reading);
        let read = self.apart.field(&mut reader, self.index, self.into);
        crossed(read, self.reading)
    }
}
