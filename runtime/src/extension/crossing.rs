//! Extensions in JSON: the members `[full.name]`, made of the records that a message keeps, and the other way around.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::alone::Alone;
use super::{Extension, extensions_of};
use crate::Wire;
use crate::codec::{Codec, DecodeOwned, Reader};
use crate::error::Error;
use crate::options::Options;
use crate::schema::Schema;
use crate::unknown::UnknownFields;
use crate::wire::json::{self, Choices};

/// The extensions that a registry knows.
#[derive(Clone, Default, Debug)]
pub(crate) struct Known {
    by_number: BTreeMap<(Cow<'static, str>, u32), Crossing>,
    by_name: BTreeMap<&'static str, (Cow<'static, str>, u32)>,
}

/// How one extension crosses between protobuf and JSON.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Crossing {
    schema: &'static Schema,
    to_json: ToJson,
    from_json: FromJson,
}

type ToJson = fn(&'static Schema, &Options, Option<Choices>, &[u8]) -> Result<Vec<u8>, Error>;
type FromJson = fn(&'static Schema, &mut json::Decoder<'_, '_>) -> Result<Vec<u8>, Error>;

impl Known {
    /// None.
    pub(crate) const fn new() -> Self {
        Self {
            by_number: BTreeMap::new(),
            by_name: BTreeMap::new(),
        }
    }

    /// Adds an extension.
    pub(crate) fn add<M: Codec, T: Codec + DecodeOwned>(
        &mut self,
        extension: &Extension<M, T>,
    ) -> Result<(), Error> {
        let (name, message) = (extension.name(), M::SCHEMA.full_name());
        let key = (message, extension.number());
        let other = self.by_number.get(&key).map(|other| other.schema.name());
        if other.is_some_and(|other| other != name) {
            return Err(Error::custom(alloc::format!(
                "two extensions of `{}` have the number {}: help: register `{name}` or the other one, not both",
                key.0,
                key.1
            )));
        }
        if self.by_name.get(name).is_some_and(|other| *other != key) {
            return Err(Error::custom(alloc::format!(
                "two extensions are called `{name}`: help: give one of them another name"
            )));
        }
        self.by_name.insert(name, key.clone());
        let crossing = Crossing {
            schema: extension.schema(),
            to_json: |schema, options, choices, bytes| {
                let alone = Alone::<T>::decode(schema, bytes, options)?;
                match choices {
                    Some(choices) => alone.emit(options, choices),
                    None => alone.encode(Wire::Json, options),
                }
            },
            from_json: |schema, r| {
                let options = r.options().bare();
                Alone::<T>::from_json(schema, r)?.encode(Wire::Protobuf, &options)
            },
        };
        self.by_number.insert(key, crossing);
        Ok(())
    }

    /// The extension of a message that goes by a member of JSON.
    pub(crate) fn member(&self, message: &'static Schema, member: &str) -> Option<&Crossing> {
        let name = member.strip_prefix('[')?.strip_suffix(']')?;
        let key = self.by_name.get(name)?;
        let crossing = self.by_number.get(key)?;
        (key.0 == message.full_name()).then_some(crossing)
    }

    /// How many of the unknown fields of a message are extensions.
    pub(crate) fn count(&self, message: &'static Schema, unknown: &UnknownFields) -> usize {
        let name = message.full_name();
        extensions_of(unknown, message)
            .filter(|(number, _)| self.by_number.contains_key(&(name.clone(), *number)))
            .count()
    }

    /// The members of JSON that the unknown fields of a message make, each as an object of that member alone.
    pub(crate) fn members<'u>(
        &'u self,
        message: &'static Schema,
        unknown: &'u UnknownFields,
    ) -> impl Iterator<Item = (Crossing, Vec<u8>)> + 'u {
        let mut found: Vec<(u32, Crossing, Vec<u8>)> = Vec::new();
        let name = message.full_name();
        for (number, record) in extensions_of(unknown, message) {
            if let Some((_, _, bytes)) = found.iter_mut().find(|(other, ..)| *other == number) {
                bytes.extend_from_slice(&record);
            } else if let Some(crossing) = self.by_number.get(&(name.clone(), number)) {
                found.push((number, *crossing, record));
            }
        }
        found
            .into_iter()
            .map(|(_, crossing, bytes)| (crossing, bytes))
    }
}

impl Crossing {
    /// An object of JSON with one member, of the records of protobuf.
    pub(crate) fn to_json(
        self,
        options: &Options,
        choices: Option<Choices>,
        bytes: &[u8],
    ) -> Result<Vec<u8>, Error> {
        (self.to_json)(self.schema, options, choices, bytes)
    }

    /// The records of protobuf of the value that is next in JSON.
    pub(crate) fn read_json(self, r: &mut json::Decoder<'_, '_>) -> Result<Vec<u8>, Error> {
        (self.from_json)(self.schema, r)
    }

    /// Keeps the records of the extension. `false`, if there are some already.
    pub(crate) fn keep(
        self,
        message: &'static Schema,
        bytes: &[u8],
        unknown: &mut UnknownFields,
    ) -> bool {
        let Some(field) = self.schema.fields().first() else {
            return true;
        };
        if super::records_of(unknown, message, field.number())
            .next()
            .is_some()
        {
            return false;
        }
        super::keep(unknown, message, bytes);
        true
    }
}
