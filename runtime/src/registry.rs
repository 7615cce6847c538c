//! [`Registry`]: types by their full names, for programs that learn the name as they run.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::any::{Any, TypeId};
use core::fmt;

use crate::codec::{Codec, DecodeOwned};
use crate::dispatch::Wire;
use crate::envelope::{Envelope, Opened, hash};
use crate::error::{Error, Fault};
use crate::extension::Extension;
use crate::extension::crossing::Known;
use crate::options::Options;
use crate::schema::Schema;
use crate::transcode::Transcoded;
use crate::validate::Violations;
use crate::wire::json::{self, Choices, encode_chosen};

/// Types by their full names: bytes of a type that a program learns as it runs can be decoded, re-encoded and described.
///
/// ```
/// use everwire::{Codec, Registry, Wire};
///
/// #[derive(Codec)]
/// #[codec(name = "shop.v1.Line")]
/// struct Line { #[codec(1)] sku: String }
///
/// let mut registry = Registry::new();
/// registry.register::<Line>()?;
///
/// let entry = registry.get("shop.v1.Line").ok_or_else(|| everwire::Error::custom("no such type"))?;
/// let json = entry.transcode(Wire::Protobuf, Wire::Json, b"\x0a\x03A-1")?;
/// assert_eq!(json.bytes, br#"{"sku":"A-1"}"#);
///
/// let message = entry.decode(Wire::Json, &json.bytes)?;
/// assert_eq!(message.encode(Wire::MsgPack)?, b"\x91\xa3A-1");
/// # Ok::<(), everwire::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct Registry {
    entries: BTreeMap<Cow<'static, str>, Entry>,
    /// The types by their ids.
    ids: BTreeMap<u64, Entry>,
    pub(crate) extensions: Known,
}

/// What can be done with one type of a [`Registry`].
#[derive(Clone, Copy)]
pub struct Entry {
    id: TypeId,
    schema: &'static Schema,
    decode: Decoder,
    transcode: Transcoder,
    embed: Embedder,
}

type Decoder = fn(&Options, Wire, &[u8]) -> Result<Box<dyn Message>, Error>;
type Transcoder = fn(&Options, Wire, Wire, &[u8]) -> Result<Transcoded, Error>;
type Embedder = fn(&mut json::Decoder<'_, '_>) -> Result<Vec<u8>, Error>;

/// A value whose type is not known: what [`Entry::decode`] returns.
///
/// Its methods are those of `dyn Message`; the trait's own have other names than [`Codec`]'s, so that a program may import both.
pub trait Message: Any {
    #[doc(hidden)]
    fn message_schema(&self) -> &'static Schema;

    #[doc(hidden)]
    fn message_encode(&self, options: &Options, wire: Wire) -> Result<Vec<u8>, Error>;

    #[doc(hidden)]
    fn message_emit(&self, options: &Options, choices: Choices) -> Result<Vec<u8>, Error>;

    #[doc(hidden)]
    fn message_validate(&self, options: &Options) -> Result<(), Violations>;

    #[doc(hidden)]
    fn message_as_any(&self) -> &dyn Any;
}

impl dyn Message {
    /// The schema of the value's type.
    #[must_use]
    pub fn schema(&self) -> &'static Schema {
        self.message_schema()
    }

    /// Encodes the value.
    ///
    /// # Errors
    ///
    /// As [`Wire::encode`].
    pub fn encode(&self, wire: Wire) -> Result<Vec<u8>, Error> {
        self.message_encode(&Options::new(), wire)
    }

    /// Encodes the value, with options.
    ///
    /// # Errors
    ///
    /// As [`Wire::encode`].
    pub fn encode_with(&self, options: &Options, wire: Wire) -> Result<Vec<u8>, Error> {
        self.message_encode(options, wire)
    }

    /// Encodes the value as ProtoJSON with choices.
    pub(crate) fn encode_chosen(
        &self,
        options: &Options,
        choices: Choices,
    ) -> Result<Vec<u8>, Error> {
        self.message_emit(options, choices)
    }

    /// Checks the value by its rules.
    ///
    /// # Errors
    ///
    /// All violations.
    pub fn validate(&self) -> Result<(), Violations> {
        self.message_validate(&Options::new())
    }

    /// Checks the value by its rules, with options.
    ///
    /// # Errors
    ///
    /// As [`Options::validate_value`].
    pub fn validate_with(&self, options: &Options) -> Result<(), Violations> {
        self.message_validate(options)
    }

    /// The value, for a downcast.
    #[must_use]
    pub fn as_any(&self) -> &dyn Any {
        self.message_as_any()
    }
}

impl<T: Codec + Any> Message for T {
    fn message_schema(&self) -> &'static Schema {
        Codec::schema(self)
    }

    fn message_encode(&self, options: &Options, wire: Wire) -> Result<Vec<u8>, Error> {
        options.encode(wire, self)
    }

    fn message_emit(&self, options: &Options, choices: Choices) -> Result<Vec<u8>, Error> {
        let mut buffer = Vec::new();
        encode_chosen(self, &mut buffer, options, choices)?;
        Ok(buffer)
    }

    fn message_validate(&self, options: &Options) -> Result<(), Violations> {
        options.validate_value(self)
    }

    fn message_as_any(&self) -> &dyn Any {
        self
    }
}

impl Registry {
    /// A registry without types.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            entries: BTreeMap::new(),
            ids: BTreeMap::new(),
            extensions: Known::new(),
        }
    }

    /// Adds a type under its full name and its former ones.
    ///
    /// # Errors
    ///
    /// If another type has one of these names, or the type has none.
    pub fn register<T: Codec + DecodeOwned + Any>(&mut self) -> Result<&mut Self, Error> {
        let entry = Entry {
            id: TypeId::of::<T>(),
            schema: T::SCHEMA,
            decode: |options, wire, bytes| Ok(Box::new(options.decode::<T>(wire, bytes)?)),
            transcode: |options, from, to, bytes| options.transcode::<T>(from, to, bytes),
            embed: json::embedded::<T>,
        };
        let name = T::SCHEMA.full_name();
        if name.is_empty() {
            return Err(Error::custom(
                "a type without a name cannot be registered: help: derive `Codec` for a struct around it",
            ));
        }
        let names = T::SCHEMA.known_names().into_iter().map(Cow::Owned);
        let names: Vec<Cow<'static, str>> = names.collect();
        for name in &names {
            if self
                .entries
                .get(name)
                .is_some_and(|other| other.id != entry.id)
            {
                return Err(Error::custom(alloc::format!(
                    "two types are called `{name}`: help: give one of them another name with `#[codec(name = \"…\")]`"
                )));
            }
        }
        for name in &names {
            let other = self.ids.get(&hash(name));
            if let Some(other) = other.filter(|other| other.id != entry.id) {
                return Err(Error::custom(alloc::format!(
                    "the names `{name}` and `{}` have one id, so that an envelope cannot tell the types apart: help: give one of them another \
                     name with `#[codec(name = \"…\")]`",
                    other.schema.full_name()
                )));
            }
        }
        self.ids
            .extend(names.iter().map(|name| (hash(name), entry)));
        self.entries
            .extend(names.into_iter().map(|name| (name, entry)));
        Ok(self)
    }

    /// Decodes what [`seal`](crate::seal) made, by the type and the wire that the [`Envelope`] names.
    ///
    /// # Errors
    ///
    /// As [`Envelope::parse`] and [`Wire::decode`]; and [`Error::is_other_type`] if the type is not registered.
    pub fn open(&self, blob: &[u8]) -> Result<Box<dyn Message>, Error> {
        self.open_with(&Options::new(), blob)
    }

    /// Decodes what [`seal`](crate::seal) made, with options.
    ///
    /// # Errors
    ///
    /// As [`open`](Self::open); and [`Error::is_refused`] if [`Options::accept`] leaves out its wire or type.
    pub fn open_with(&self, options: &Options, blob: &[u8]) -> Result<Box<dyn Message>, Error> {
        self.open_versioned(options, blob)
            .map(|opened| opened.value)
    }

    /// Decodes what [`seal`](crate::seal) made, with options, and says which version wrote it.
    ///
    /// # Errors
    ///
    /// As [`open_with`](Self::open_with).
    pub fn open_versioned(
        &self,
        options: &Options,
        blob: &[u8],
    ) -> Result<Opened<Box<dyn Message>>, Error> {
        let envelope = Envelope::parse(blob)?;
        let Some(entry) = self.ids.get(&envelope.type_id()) else {
            let fault = Fault::OtherType {
                expected: None,
                found: envelope.type_id(),
            };
            return Err(Error::new(fault, None, 0));
        };
        options.admit(envelope.wire(), entry.schema)?;
        let versioned = envelope.options(options);
        let value = entry.decode_with(&versioned, envelope.wire(), envelope.payload())?;
        Ok(envelope.opened(value))
    }

    /// Adds an extension, which JSON has then as the member `[full.name]` of the message.
    ///
    /// # Errors
    ///
    /// If another extension of the message has the number, or another one has the name.
    pub fn register_extension<M: Codec, T: Codec + DecodeOwned>(
        &mut self,
        extension: &Extension<M, T>,
    ) -> Result<&mut Self, Error> {
        self.extensions.add(extension)?;
        Ok(self)
    }

    /// The type of a full name.
    #[must_use]
    pub fn get(&self, full_name: &str) -> Option<&Entry> {
        self.entries.get(full_name)
    }

    /// The names of all types, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(|name| &**name)
    }
}

impl Entry {
    /// The schema.
    #[must_use]
    pub const fn schema(&self) -> &'static Schema {
        self.schema
    }

    /// Decodes a value.
    ///
    /// # Errors
    ///
    /// As [`Wire::decode`].
    pub fn decode(&self, wire: Wire, bytes: &[u8]) -> Result<Box<dyn Message>, Error> {
        self.decode_with(&Options::new(), wire, bytes)
    }

    /// Decodes a value, with options.
    ///
    /// # Errors
    ///
    /// As [`Wire::decode`].
    pub fn decode_with(
        &self,
        options: &Options,
        wire: Wire,
        bytes: &[u8],
    ) -> Result<Box<dyn Message>, Error> {
        (self.decode)(options, wire, bytes)
    }

    /// Decodes on one wire and encodes on another; see [`transcode`](crate::transcode()).
    ///
    /// # Errors
    ///
    /// As [`Wire::decode`] and [`Wire::encode`].
    pub fn transcode(&self, from: Wire, to: Wire, bytes: &[u8]) -> Result<Transcoded, Error> {
        self.transcode_with(&Options::new(), from, to, bytes)
    }

    /// Decodes on one wire and encodes on another, with options.
    ///
    /// # Errors
    ///
    /// As [`Wire::decode`] and [`Wire::encode`].
    pub fn transcode_with(
        &self,
        options: &Options,
        from: Wire,
        to: Wire,
        bytes: &[u8],
    ) -> Result<Transcoded, Error> {
        (self.transcode)(options, from, to, bytes)
    }

    /// Reads the type at the cursor of JSON, and writes it as protobuf.
    pub(crate) fn embed(&self, r: &mut json::Decoder<'_, '_>) -> Result<Vec<u8>, Error> {
        (self.embed)(r)
    }

    /// The bytes with their offsets, fields and values; see [`inspect`](crate::inspect()).
    ///
    /// # Errors
    ///
    /// If the bytes do not hold a value of the type.
    pub fn inspect(&self, wire: Wire, bytes: &[u8]) -> Result<String, Error> {
        crate::inspect(wire, self.schema, bytes)
    }
}

/// The full name in a type's URL: what follows its last slash; empty where there is no slash.
pub(crate) fn name_in(url: &str) -> &str {
    url.rsplit_once('/').map_or("", |(_, name)| name)
}

impl fmt::Debug for Registry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.names()).finish()
    }
}

impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entry")
            .field("name", &self.schema.full_name())
            .finish_non_exhaustive()
    }
}
