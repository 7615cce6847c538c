//! [`Envelope`]: bytes that say of themselves on which wire, of which type and of which version they are.
//!
//! The layout is in `docs/evolution.md`, and frozen: `tests/evolve/envelope.rs` holds it to the byte.

use alloc::vec::Vec;

use crate::codec::{Codec, Decode};
use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::options::Options;
use crate::schema::Schema;
use crate::varint;
use crate::wire::source::Source;

/// What an envelope begins with.
const MAGIC: [u8; 2] = [0xc1, b'E'];

/// The layout that this version writes, and the only one there is.
const LAYOUT: u8 = 1;

/// How many bytes stand before the version.
const FIXED: usize = 12;

/// Encodes a value within an [`Envelope`], for a place that bytes stay in for long: a cache, a queue, a table.
///
/// ```
/// use everwire::{Codec, Wire};
///
/// #[derive(Codec, Debug, PartialEq)]
/// #[codec(name = "shop.v1.Line", version = 2)]
/// struct Line { #[codec(1)] sku: String }
///
/// let line = Line { sku: "A-1".into() };
/// let blob = everwire::seal(&line, Wire::MsgPack)?;
/// assert_eq!(blob.len(), 14 + 5);
/// assert_eq!(everwire::open::<Line>(&blob)?, line);
/// # Ok::<(), everwire::Error>(())
/// ```
///
/// # Errors
///
/// As [`Wire::encode`]; and if the type has no name.
pub fn seal<T: Codec>(value: &T, wire: Wire) -> Result<Vec<u8>, Error> {
    Options::new().seal(value, wire)
}

/// Decodes what [`seal`] made: a value of this type, or of one that was called by one of its former names (`alias` on the type), of any version.
/// One of an older version is [upgraded](crate::Upgrade).
///
/// # Errors
///
/// As [`Envelope::parse`] and [`Wire::decode`]; and [`Error::is_other_type`] if the envelope holds a value of another type.
pub fn open<'de, T: Decode<'de>>(blob: &'de [u8]) -> Result<T, Error> {
    Options::new().open(blob)
}

/// Decodes what [`seal`] made, as [`open`] does, and says which version wrote it.
///
/// ```
/// use everwire::{Codec, Opened, Wire};
///
/// #[derive(Codec)]
/// #[codec(name = "shop.v1.Line", version = 2)]
/// struct Line { #[codec(1)] sku: String }
///
/// let blob = everwire::seal(&Line { sku: "A-1".into() }, Wire::Json)?;
/// let Opened { value, version, wire, .. } = everwire::open_versioned::<Line>(&blob)?;
/// assert_eq!((value.sku.as_str(), version, wire), ("A-1", 2, Wire::Json));
/// # Ok::<(), everwire::Error>(())
/// ```
///
/// # Errors
///
/// As [`open`].
pub fn open_versioned<'de, T: Decode<'de>>(blob: &'de [u8]) -> Result<Opened<T>, Error> {
    Options::new().open_versioned(blob)
}

/// A value out of an [`Envelope`], and what that said of it: what [`open_versioned`] returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Opened<T> {
    /// The value, as of the version that the program has.
    pub value: T,
    /// The version of the type that sealed it; 0 is unversioned.
    pub version: u32,
    /// The wire that it was on.
    pub wire: Wire,
}

/// An envelope whose header was read, and whose payload was not. [`docs::evolution`](crate::docs::evolution) has the layout.
///
/// Offsets in the errors of the payload count from its first byte.
///
/// ```
/// use everwire::{Codec, Envelope, Wire};
///
/// #[derive(Codec)]
/// #[codec(name = "shop.v1.Line", version = 2)]
/// struct Line { #[codec(1)] sku: String }
///
/// let blob = everwire::seal(&Line { sku: "A-1".into() }, Wire::Json)?;
/// let envelope = Envelope::parse(&blob)?;
/// assert_eq!((envelope.wire(), envelope.version()), (Wire::Json, 2));
/// assert!(envelope.is::<Line>());
/// assert_eq!(envelope.payload(), br#"{"sku":"A-1"}"#);
/// assert_eq!(envelope.open::<Line>()?.sku, "A-1");
/// # Ok::<(), everwire::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Envelope<'a> {
    wire: Wire,
    type_id: u64,
    version: u32,
    payload: &'a [u8],
}

impl<'a> Envelope<'a> {
    /// Reads the header. The payload is not looked at, but for its length.
    ///
    /// # Errors
    ///
    /// - [`Error::is_no_envelope`] if the bytes do not begin as one does;
    /// - [`Error::is_unknown_layout`] if a later version of this library wrote it in a layout, with a wire or with flags that this one does not know;
    /// - [`Error::is_truncated`] if the header or the payload is cut short;
    /// - [`Error::is_trailing`] if bytes follow the payload.
    pub fn parse(blob: &'a [u8]) -> Result<Self, Error> {
        let len = blob.len().min(MAGIC.len());
        if blob[..len] != MAGIC[..len] {
            return Err(fault(Fault::NoEnvelope));
        }
        let Some((fixed, rest)) = blob.split_first_chunk::<FIXED>() else {
            // What is there may tell already that nobody can read the rest.
            let layout = blob.get(2).copied().filter(|byte| byte >> 4 != LAYOUT);
            return Err(fault(layout.map_or(Fault::Truncated, Fault::UnknownLayout)));
        };
        let [_, _, layout, flags, id @ ..] = *fixed;
        let wire = match (layout >> 4, layout & 15, flags) {
            (LAYOUT, 0, 0) => Wire::Protobuf,
            (LAYOUT, 1, 0) => Wire::MsgPack,
            (LAYOUT, 2, 0) => Wire::Json,
            (LAYOUT, 0..=2, flags) => return Err(fault(Fault::UnknownFlags(flags))),
            _ => return Err(fault(Fault::UnknownLayout(layout))),
        };
        let (version, rest) = number(rest)?;
        let version = u32::try_from(version)
            .map_err(|_| fault(Fault::Malformed("the version is no number of 32 bits")))?;
        let (len, rest) = number(rest)?;
        let len = usize::try_from(len).unwrap_or(usize::MAX);
        match rest.split_at_checked(len) {
            None => Err(fault(Fault::Truncated)),
            Some((_, [_, ..])) => Err(fault(Fault::Trailing)),
            Some((payload, [])) => Ok(Self {
                wire,
                type_id: u64::from_be_bytes(id),
                version,
                payload,
            }),
        }
    }

    /// The wire of the payload.
    #[must_use]
    pub const fn wire(&self) -> Wire {
        self.wire
    }

    /// The [id](Schema::type_id) of the type that was sealed.
    #[must_use]
    pub const fn type_id(&self) -> u64 {
        self.type_id
    }

    /// The version of the type that was sealed; 0 is unversioned.
    #[must_use]
    pub const fn version(&self) -> u32 {
        self.version
    }

    /// The payload.
    #[must_use]
    pub const fn payload(&self) -> &'a [u8] {
        self.payload
    }

    /// Whether a value of this type was sealed, under its full name or a former one.
    #[must_use]
    pub fn is<T: Codec>(&self) -> bool {
        T::SCHEMA.has_type_id(self.type_id)
    }

    /// Decodes the payload.
    ///
    /// # Errors
    ///
    /// As [`open`].
    pub fn open<T: Decode<'a>>(&self) -> Result<T, Error> {
        self.open_with(&Options::new())
    }

    /// Decodes the payload with options.
    ///
    /// # Errors
    ///
    /// As [`open`].
    pub fn open_with<T: Decode<'a>>(&self, options: &Options) -> Result<T, Error> {
        self.open_from(self.payload.into(), options)
    }

    /// Decodes the payload, out of a source of which it is the bytes.
    pub(crate) fn open_from<T: Decode<'a>>(
        &self,
        source: Source<'a>,
        options: &Options,
    ) -> Result<T, Error> {
        if !self.is::<T>() {
            let other = Fault::OtherType {
                expected: Some(T::SCHEMA.full_name()),
                found: self.type_id,
            };
            return Err(fault(other));
        }
        options.admit(self.wire, T::SCHEMA)?;
        self.options(options).decode_as(self.wire, source)
    }

    /// Options that tell the payload's version.
    pub(crate) const fn options<'c>(&self, options: &Options<'c>) -> Options<'c> {
        let mut options = *options;
        options.version = Some(self.version);
        options
    }

    /// What was opened.
    pub(crate) const fn opened<T>(&self, value: T) -> Opened<T> {
        Opened {
            value,
            version: self.version,
            wire: self.wire,
        }
    }
}

impl Options<'_> {
    /// Encodes a value within an [`Envelope`].
    ///
    /// # Errors
    ///
    /// As [`seal`].
    pub fn seal<T: Codec>(&self, value: &T, wire: Wire) -> Result<Vec<u8>, Error> {
        let mut buffer = Vec::new();
        self.seal_into(value, wire, &mut buffer)?;
        Ok(buffer)
    }

    /// Encodes a value within an [`Envelope`] at the end of a buffer. On an error the buffer's length is as before.
    ///
    /// # Errors
    ///
    /// As [`seal`].
    pub fn seal_into<T: Codec>(
        &self,
        value: &T,
        wire: Wire,
        buffer: &mut Vec<u8>,
    ) -> Result<(), Error> {
        let schema = Codec::schema(value);
        if schema.name().is_empty() {
            return Err(Error::custom(
                "a value of a type without a name cannot be sealed: help: derive `Codec` for a struct around it",
            ));
        }
        let start = buffer.len();
        buffer.extend_from_slice(&MAGIC);
        let wire_bits = match wire {
            Wire::Protobuf => 0,
            Wire::MsgPack => 1,
            Wire::Json => 2,
        };
        buffer.extend_from_slice(&[LAYOUT << 4 | wire_bits, 0]);
        buffer.extend_from_slice(&schema.type_id().to_be_bytes());
        let (version, version_len) = varint::bytes(schema.version().into());
        buffer.extend_from_slice(&version[..version_len]);
        // Most payloads have a length of one or two bytes; where it is longer, the payload moves up.
        let hole = buffer.len();
        buffer.push(0);
        if let Err(error) = self.encode_into(wire, value, buffer) {
            buffer.truncate(start);
            return Err(error);
        }
        let (length, length_len) = varint::bytes((buffer.len() - hole - 1) as u64);
        buffer.splice(hole..=hole, length[..length_len].iter().copied());
        Ok(())
    }

    /// Decodes what [`seal`] made.
    ///
    /// # Errors
    ///
    /// As [`open`]; and [`Error::is_refused`] if [`accept`](Self::accept) leaves out its wire or type.
    pub fn open<'de, T: Decode<'de>>(&self, blob: &'de [u8]) -> Result<T, Error> {
        Envelope::parse(blob)?.open_with(self)
    }

    /// Decodes what [`seal`] made, and says which version wrote it.
    ///
    /// # Errors
    ///
    /// As [`open`](Self::open).
    pub fn open_versioned<'de, T: Decode<'de>>(&self, blob: &'de [u8]) -> Result<Opened<T>, Error> {
        let envelope = Envelope::parse(blob)?;
        Ok(envelope.opened(envelope.open_with(self)?))
    }
}

impl Schema {
    /// What an [`Envelope`] calls the type: the 64-bit FNV-1a hash of its full name.
    ///
    /// ```
    /// use everwire::Codec;
    ///
    /// #[derive(Codec)]
    /// #[codec(name = "shop.v1.Order")]
    /// struct Order { #[codec(1)] id: u64 }
    ///
    /// assert_eq!(Order::SCHEMA.type_id(), 0xadb7_53e6_2304_5faa);
    /// ```
    #[must_use]
    pub fn type_id(&self) -> u64 {
        hash(&self.full_name())
    }

    /// Whether the type has this id, by its full name or a former one. A generic type has its arguments behind each of its names, by each
    /// of theirs.
    #[must_use]
    pub fn has_type_id(&self, id: u64) -> bool {
        let named = !self.name().is_empty() && self.type_id() == id;
        let mut aliases = self.aliases().iter();
        named
            || aliases.any(|alias| hash(alias) == id)
            || !self.arguments().is_empty()
                && self.known_names().iter().any(|name| hash(name) == id)
            || !self.constants().is_empty()
                && self.known_names().iter().any(|name| hash(name) == id)
    }
}

/// FNV-1a of 64 bits (Fowler, Noll, Vo; RFC 9923).
pub(crate) fn hash(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

fn fault(fault: Fault) -> Error {
    Error::new(fault, None, 0)
}

/// A varint and what follows it. Only the shortest form is one, so that an envelope has one form.
fn number(bytes: &[u8]) -> Result<(u64, &[u8]), Error> {
    let mut value = 0;
    for (index, byte) in bytes.iter().enumerate().take(10) {
        let bits = u64::from(byte & 0x7f);
        let shifted = bits << (7 * index);
        if shifted >> (7 * index) != bits || (index > 0 && *byte == 0) {
            return Err(fault(Fault::Malformed(
                "a number of the envelope is not in its shortest form",
            )));
        }
        value |= shifted;
        if byte & 0x80 == 0 {
            return Ok((value, &bytes[index + 1..]));
        }
    }
    Err(fault(if bytes.len() < 10 {
        Fault::Truncated
    } else {
        Fault::Malformed("a number of the envelope is too long")
    }))
}
