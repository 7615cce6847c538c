//! [`Extension`]: a field that one schema adds to a message of another, kept among the unknown fields until it is asked for.
//!
//! `alone` reads and writes the field as the only one of a message, `crossing` takes it from protobuf to JSON and back.

mod alone;
pub(crate) mod crossing;

use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use alone::Alone;

use crate::Wire;
use crate::codec::{Codec, DecodeOwned};
use crate::error::Error;
use crate::options::Options;
use crate::schema::{Field, Schema};
use crate::unknown::{Key, UnknownFields};
use crate::wire::protobuf::records;

/// A message that can be extended: it has numbers for extensions, and keeps unknown fields. The compiler implements it for
/// messages with `extensions`; a derived struct says `#[codec(extensions(100..=199))]`.
pub trait Extensible: Codec {
    /// The fields that the type does not know; extensions are among them.
    fn unknown_fields(&self) -> &UnknownFields;

    /// The fields that the type does not know.
    fn unknown_fields_mut(&mut self) -> &mut UnknownFields;
}

/// A field that is added to messages of type `M` (protobuf language specification, "Extensions"). `T` is an `Option`, or a
/// `Vec` where the field is repeated.
///
/// A message keeps what it holds of extensions among its [`UnknownFields`], as protobuf has them: so they survive a program
/// that does not know them, and cost nothing until they are asked for. In JSON an extension is the member `[full.name]`,
/// where [`Options::registry`] knows it; MessagePack has none.
///
/// ```
/// use everwire::{Codec, Extension, Field, Schema, UnknownFields, Wire};
///
/// #[derive(Codec, Default)]
/// #[codec(name = "shop.v1.Order", extensions(100..=199))]
/// struct Order {
///     #[codec(1)] id: u32,
///     #[codec(unknown)] unknown: UnknownFields,
/// }
///
/// const GIFT: Extension<Order, Option<String>> = Extension::new(
///     &Schema::message("gifts.note", &[Field::new(100, "[gifts.note]", <Option<String> as Codec>::TYPE)]),
/// );
///
/// let mut order = Order { id: 7, ..Default::default() };
/// GIFT.set(&mut order, "For Ann".to_owned())?;
/// let bytes = Wire::Protobuf.encode(&order)?;
/// assert_eq!(bytes, b"\x08\x07\xa2\x06\x07For Ann");
///
/// let mut order: Order = Wire::Protobuf.decode(&bytes)?;
/// assert_eq!(GIFT.get(&order)?.as_deref(), Some("For Ann"));
/// GIFT.clear(&mut order);
/// assert!(!GIFT.has(&order));
/// # Ok::<(), everwire::Error>(())
/// ```
pub struct Extension<M, T> {
    schema: &'static Schema,
    default: Option<fn() -> T>,
    message: PhantomData<fn(&M)>,
}

impl<M: Codec, T> Extension<M, T> {
    /// The extension that a schema describes: its full name, and one field, which is called as the JSON member is.
    ///
    /// # Panics
    ///
    /// At compile time, if the schema has not exactly one field, or the message has no such number for extensions.
    #[must_use]
    pub const fn new(schema: &'static Schema) -> Self {
        assert!(
            schema.fields().len() == 1,
            "an extension is one field: help: give each an `Extension` of its own"
        );
        assert!(
            M::SCHEMA.can_have_extension(schema.fields()[0].number()),
            "the message has no such number for extensions: help: take one of its `extensions`"
        );
        Self {
            schema,
            default: None,
            message: PhantomData,
        }
    }

    /// With what the field reads as where it is absent.
    #[must_use]
    pub const fn with_default(mut self, default: fn() -> T) -> Self {
        self.default = Some(default);
        self
    }
}

impl<M, T> Extension<M, T> {
    /// The full name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.schema.name()
    }

    /// The field number.
    #[must_use]
    pub const fn number(&self) -> u32 {
        self.schema.fields()[0].number()
    }

    /// The field, whose name is the JSON member's.
    #[must_use]
    pub const fn field(&self) -> &'static Field {
        &self.schema.fields()[0]
    }

    pub(crate) const fn schema(&self) -> &'static Schema {
        self.schema
    }
}

impl<M: Extensible, T: Codec + DecodeOwned> Extension<M, T> {
    /// Whether a message holds the extension.
    #[must_use]
    pub fn has(&self, message: &M) -> bool {
        records_of(message.unknown_fields(), M::SCHEMA, self.number())
            .next()
            .is_some()
    }

    /// What a message holds of the extension: `None` or empty, if nothing.
    ///
    /// # Errors
    ///
    /// If what the message keeps under the number is not of this type.
    pub fn get(&self, message: &M) -> Result<T, Error> {
        let bytes: Vec<u8> = records_of(message.unknown_fields(), M::SCHEMA, self.number()).fold(
            Vec::new(),
            |mut bytes, record| {
                bytes.extend_from_slice(&record);
                bytes
            },
        );
        let options = Options::new().validate(false);
        match Alone::<T>::decode(self.schema, &bytes, &options) {
            Ok(alone) => Ok(alone.value),
            Err(error) => Err(error.rooted(M::SCHEMA.name())),
        }
    }

    /// What a message holds of the extension, or the default that the schema gives it.
    ///
    /// # Errors
    ///
    /// As [`get`](Self::get).
    pub fn get_or_default(&self, message: &M) -> Result<T, Error> {
        match self.default {
            Some(default) if !self.has(message) => Ok(default()),
            _ => self.get(message),
        }
    }

    /// Makes a message hold this value of the extension, and no other. `None`, or an empty list, clears it.
    ///
    /// # Errors
    ///
    /// As [`Wire::encode`]; the message is then as before.
    pub fn set(&self, message: &mut M, value: impl Into<T>) -> Result<(), Error> {
        let alone = Alone {
            schema: self.schema,
            value: value.into(),
        };
        let bytes = alone
            .encode(Wire::Protobuf, &Options::new())
            .map_err(|error| error.rooted(M::SCHEMA.name()))?;
        self.clear(message);
        keep(message.unknown_fields_mut(), M::SCHEMA, &bytes);
        Ok(())
    }

    /// Makes a message hold nothing of the extension.
    pub fn clear(&self, message: &mut M) {
        let (number, is_set) = (self.number(), M::SCHEMA.is_message_set());
        message.unknown_fields_mut().remove(|key, record| {
            if is_set {
                records::read_item(record).is_some_and(|(id, _)| id == number)
            } else {
                key == number
            }
        });
    }
}

/// The records of an extension among the unknown fields of a message.
fn records_of<'u>(
    unknown: &'u UnknownFields,
    message: &'static Schema,
    number: u32,
) -> impl Iterator<Item = Vec<u8>> + 'u {
    extensions_of(unknown, message)
        .filter(move |(found, _)| *found == number)
        .map(|(_, record)| record)
}

/// The records of all fields that may be extensions, with their numbers.
fn extensions_of<'u>(
    unknown: &'u UnknownFields,
    message: &'static Schema,
) -> impl Iterator<Item = (u32, Vec<u8>)> + 'u {
    unknown.on(Wire::Protobuf).filter_map(move |(key, record)| {
        if message.is_message_set() {
            return records::read_item(record);
        }
        match key {
            Key::Number(number) => Some((number, record.to_vec())),
            _ => None,
        }
    })
}

/// Adds the records of an extension to the unknown fields of a message.
fn keep(unknown: &mut UnknownFields, message: &'static Schema, bytes: &[u8]) {
    for (number, record) in records::records(bytes) {
        if !message.is_message_set() {
            unknown.push(Wire::Protobuf, Key::Number(number), record);
        } else if let Some(item) = records::write_item(number, record) {
            unknown.push(Wire::Protobuf, Key::Number(records::ITEM), &item);
        }
    }
}

impl<M, T> Clone for Extension<M, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<M, T> Copy for Extension<M, T> {}

impl<M, T> fmt::Debug for Extension<M, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Extension")
            .field("name", &self.name())
            .field("number", &self.number())
            .finish_non_exhaustive()
    }
}
