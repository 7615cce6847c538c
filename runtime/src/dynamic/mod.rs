//! Messages whose schema is data: the same drivers as everywhere walk a table that is known as the program runs, into and out of a
//! [`Value`].
//!
//! [`Dynamic`] is a value beside its schema, and is used like any other type: [`Wire::encode`](crate::Wire::encode) writes it, [`Codec::validate`]
//! checks its rules. A schema comes from a type of the program, [`Codec::SCHEMA`], or is
//! [loaded](Types::load) from a [`Definition`]. No byte is read or written here: `read` hands each
//! part of a value to a [`Reader`](crate::codec::Reader) and `write` to a [`Writer`], as generated code does, so that bytes and errors are
//! those of the type that the schema describes.
//!
//! A schema does not say what only a program knows: the order of a `HashMap`, that a list is a set, hooks, the checks of a `with` or `try_from`,
//! and that text need not be UTF-8 ([`Text`](crate::Text)). Maps are in the order of their keys here, an enum's being that of its numbers.

mod admit;
mod check;
mod defaults;
mod definition;
mod extent;
mod fields;
mod known;
mod load;
mod message;
mod message_rules;
mod misfit;
mod opaque;
mod read;
mod refused;
mod root;
mod shape;
mod value;
mod write;

pub use definition::{Accepted, Definition, Gone, Group, Listed, Member, What};
pub use load::Types;
pub use message::{Message, Union};
pub use opaque::Opaque;
pub use refused::Refused;
pub use shape::Shape;
pub use value::{Key, Value};

use core::fmt;

use crate::codec::{Codec, Place, Row, Writer, info};
use crate::dispatch::Wire;
use crate::error::Error;
use crate::options::Options;
use crate::schema::{Kind, Link, Schema, Type};

/// A value and the schema that it has.
///
/// ```
/// use everwire::dynamic::{Dynamic, Value};
/// use everwire::{Codec, Wire};
///
/// #[derive(Codec)]
/// #[codec(name = "shop.v1.Line")]
/// struct Line { #[codec(1)] sku: String, #[codec(2)] quantity: u32 }
///
/// let bytes = Wire::Protobuf.encode(&Line { sku: "A-1".into(), quantity: 2 })?;
/// let mut line = Dynamic::decode(Line::SCHEMA, Wire::Protobuf, &bytes)?;
/// line.value_mut().as_message_mut().unwrap().set("quantity", Some(Value::from(3u32)));
/// assert_eq!(everwire::json::to_string(&line)?, r#"{"sku":"A-1","quantity":3}"#);
/// # Ok::<(), everwire::Error>(())
/// ```
#[derive(Clone, PartialEq)]
pub struct Dynamic {
    schema: SchemaRef,
    value: Value,
}

/// A schema, compared by its name.
#[derive(Clone, Copy)]
struct SchemaRef(&'static Schema);

impl PartialEq for SchemaRef {
    fn eq(&self, other: &Self) -> bool {
        self.0.full_name() == other.0.full_name()
    }
}

impl Dynamic {
    /// A value of a schema. Whether it is one is seen when it is written.
    #[must_use]
    pub const fn new(schema: &'static Schema, value: Value) -> Self {
        Self {
            schema: SchemaRef(schema),
            value,
        }
    }

    /// Decodes a value of a schema, with the options that hold by default.
    ///
    /// # Errors
    ///
    /// If the bytes do not hold such a value: the same as of the type that the schema describes.
    pub fn decode(schema: &'static Schema, wire: Wire, bytes: &[u8]) -> Result<Self, Error> {
        Self::decode_with(schema, wire, bytes, &Options::new())
    }

    /// Decodes a value of a schema with options.
    ///
    /// # Errors
    ///
    /// If the bytes do not hold such a value: the same as of the type that the schema describes.
    pub fn decode_with(
        schema: &'static Schema,
        wire: Wire,
        bytes: &[u8],
        options: &Options,
    ) -> Result<Self, Error> {
        let read = root::read(type_of(schema), wire, bytes, options);
        let (value, refused) = read.map_err(|error| error.rooted(schema.name()))?;
        let decoded = Self::new(schema, value.unwrap_or(Value::Null));
        options.verdict(&decoded, refused, bytes)?;
        Ok(decoded)
    }

    /// The schema.
    #[must_use]
    pub const fn schema(&self) -> &'static Schema {
        self.schema.0
    }

    /// The value.
    #[must_use]
    pub const fn value(&self) -> &Value {
        &self.value
    }

    /// The value, to be changed.
    pub const fn value_mut(&mut self) -> &mut Value {
        &mut self.value
    }

    /// The paths of the messages whose unknown fields do not cross to a wire, once for each field: `lines[0]`, empty for the root.
    #[must_use]
    pub fn dropped(&self, to: Wire) -> alloc::vec::Vec<alloc::string::String> {
        crate::transcode::dropped(self, to, None)
    }

    /// The value alone.
    #[must_use]
    pub fn into_value(self) -> Value {
        self.value
    }
}

/// The type of the values that a schema describes.
fn type_of(schema: &'static Schema) -> Type {
    match schema.kind() {
        Kind::Value(ty) => ty,
        Kind::Message(_) if schema.is_unit() => Type::Unit,
        Kind::Message(_) => Type::Message(Link::known(schema)),
        Kind::Union(_) => Type::Union(Link::known(schema)),
        Kind::Enum { .. } => Type::Enum(Link::known(schema)),
    }
}

impl fmt::Debug for Dynamic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

/// A value stands where a value of its schema does.
impl Codec for Dynamic {
    const TYPE: Type = Type::Unit;

    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        let ty = type_of(self.schema.0);
        if let Some(error) = misfit::value(&self.value, &ty) {
            w.fail(error);
            return;
        }
        let mut place = info(&at);
        place.ty = ty.plain();
        self.value.encode(w, Row(&place));
    }

    fn schema(&self) -> &'static Schema {
        self.schema.0
    }
}
