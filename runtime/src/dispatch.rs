//! [`Wire`]: which wire, chosen as the program runs.

use core::fmt;
use core::str::FromStr;

use alloc::vec::Vec;

use crate::codec::{Codec, Decode, Mode, with_absent};
use crate::error::{Error, Fault};
use crate::options::Options;
use crate::validate::{Collect, NoRules, Quick, Violations};
use crate::wire::format::Format;
use crate::wire::output::Target;
use crate::wire::source::Source;

/// A wire. Nothing guesses one from bytes: bytes of two wires may look alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Wire {
    /// The standard encoding of Protocol Buffers.
    Protobuf,
    /// MessagePack, a message being an array.
    MsgPack,
    /// JSON, in serde_json's or in ProtoJSON's dialect.
    Json,
}

impl Wire {
    /// All wires.
    pub const ALL: [Self; 3] = [Self::Protobuf, Self::MsgPack, Self::Json];

    /// Encodes a value.
    ///
    /// # Errors
    ///
    /// If the value nests deeper than [`Limits::depth`](crate::Limits), or holds what the wire cannot write.
    pub fn encode<T: Codec>(self, value: &T) -> Result<Vec<u8>, Error> {
        Options::DEFAULT.encode(self, value)
    }

    /// Encodes a value at the end of a buffer. On an error the buffer's length is as before.
    ///
    /// # Errors
    ///
    /// As [`encode`](Self::encode).
    pub fn encode_into<T: Codec>(self, value: &T, buffer: &mut Vec<u8>) -> Result<(), Error> {
        Options::DEFAULT.encode_into(self, value, buffer)
    }

    /// Decodes a value, which may borrow from the bytes.
    ///
    /// # Errors
    ///
    /// If the bytes do not hold such a value, exceed a limit, or hold one that breaks its rules. The error lists all
    /// violations, as far as they take no more memory than [`Limits::ratio`](crate::Limits::ratio) allows for the bytes, or
    /// 128 KiB if that is more.
    pub fn decode<'de, T: Decode<'de>>(self, bytes: &'de [u8]) -> Result<T, Error> {
        Options::DEFAULT.decode(self, bytes)
    }

    /// Decodes a value into one that is there, reusing its memory. Afterwards it equals what [`decode`](Self::decode)
    /// returns.
    ///
    /// # Errors
    ///
    /// As [`decode`](Self::decode); the value is then valid but unspecified.
    pub fn decode_into<'de, T: Decode<'de>>(
        self,
        value: &mut T,
        bytes: &'de [u8],
    ) -> Result<(), Error> {
        Options::DEFAULT.decode_into(self, value, bytes)
    }

    /// The media type: `application/protobuf`, `application/msgpack` or `application/json`.
    #[must_use]
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Protobuf => "application/protobuf",
            Self::MsgPack => "application/msgpack",
            Self::Json => "application/json",
        }
    }

    /// The wire of a media type, whose parameters are ignored; synonyms and structured suffixes (RFC 6839) count.
    ///
    /// ```
    /// use everwire::Wire;
    ///
    /// assert_eq!(Wire::from_content_type("application/json; charset=utf-8"), Some(Wire::Json));
    /// assert_eq!(Wire::from_content_type("application/vnd.msgpack"), Some(Wire::MsgPack));
    /// assert_eq!(Wire::from_content_type("application/problem+json"), Some(Wire::Json));
    /// assert_eq!(Wire::from_content_type("text/html"), None);
    /// ```
    #[must_use]
    pub fn from_content_type(content_type: &str) -> Option<Self> {
        let essence = content_type.split(';').next().unwrap_or_default().trim();
        let (kind, subtype) = essence.split_once('/')?;
        let is = |names: &[&str]| names.iter().any(|name| subtype.eq_ignore_ascii_case(name));
        let suffix = subtype.rsplit_once('+').map_or("", |(_, suffix)| suffix);
        if kind.eq_ignore_ascii_case("text") {
            return is(&["json", "x-json"]).then_some(Self::Json);
        }
        if !kind.eq_ignore_ascii_case("application") {
            return None;
        }
        if is(&["json", "x-json"]) || suffix.eq_ignore_ascii_case("json") {
            Some(Self::Json)
        } else if is(&["msgpack", "x-msgpack", "vnd.msgpack"])
            || suffix.eq_ignore_ascii_case("msgpack")
        {
            Some(Self::MsgPack)
        } else if is(&[
            "protobuf",
            "x-protobuf",
            "vnd.google.protobuf",
            "x-google-protobuf",
        ]) || suffix.eq_ignore_ascii_case("protobuf")
            || suffix.eq_ignore_ascii_case("proto")
        {
            Some(Self::Protobuf)
        } else {
            None
        }
    }

    /// The file extension: `binpb`, `msgpack` or `json`.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Protobuf => "binpb",
            Self::MsgPack => "msgpack",
            Self::Json => "json",
        }
    }

    /// The wire of a file extension, with or without its dot.
    ///
    /// ```
    /// use everwire::Wire;
    ///
    /// assert_eq!(Wire::from_extension("json"), Some(Wire::Json));
    /// assert_eq!(Wire::from_extension(".mpk"), Some(Wire::MsgPack));
    /// assert_eq!(Wire::from_extension("pb"), Some(Wire::Protobuf));
    /// ```
    #[must_use]
    pub fn from_extension(extension: &str) -> Option<Self> {
        let extension = extension.strip_prefix('.').unwrap_or(extension);
        let is = |names: &[&str]| {
            names
                .iter()
                .any(|name| extension.eq_ignore_ascii_case(name))
        };
        if is(&["json"]) {
            Some(Self::Json)
        } else if is(&["msgpack", "mpk", "mp"]) {
            Some(Self::MsgPack)
        } else if is(&["binpb", "pb", "bin", "protobuf"]) {
            Some(Self::Protobuf)
        } else {
            None
        }
    }

    /// The name, as [`Display`](fmt::Display) writes it and [`FromStr`] reads it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Protobuf => "protobuf",
            Self::MsgPack => "msgpack",
            Self::Json => "json",
        }
    }
}

impl fmt::Display for Wire {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// Reads a wire's name: `protobuf` (`proto`, `pb`), `msgpack` (`messagepack`), `json`; case does not matter.
impl FromStr for Wire {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let is = |names: &[&str]| names.iter().any(|known| name.eq_ignore_ascii_case(known));
        if is(&["protobuf", "proto", "pb"]) {
            Ok(Self::Protobuf)
        } else if is(&["msgpack", "messagepack"]) {
            Ok(Self::MsgPack)
        } else if is(&["json"]) {
            Ok(Self::Json)
        } else {
            Err(Error::custom(alloc::format!(
                "no wire is called `{name}`: help: the wires are `protobuf`, `msgpack` and `json`"
            )))
        }
    }
}

impl Options<'_> {
    /// Encodes a value.
    ///
    /// # Errors
    ///
    /// As [`Wire::encode`]; and where [`validate_on_encode`](Self::validate_on_encode) is on and rules are not met.
    pub fn encode<T: Codec>(&self, wire: Wire, value: &T) -> Result<Vec<u8>, Error> {
        self.encode_as(wire, value)
    }

    /// Encodes a value at the end of a buffer. On an error the buffer's length is as before.
    ///
    /// # Errors
    ///
    /// As [`encode`](Self::encode).
    #[inline]
    pub fn encode_into<T: Codec>(
        &self,
        wire: Wire,
        value: &T,
        buffer: &mut Vec<u8>,
    ) -> Result<(), Error> {
        self.write_into(wire, value, buffer)
    }

    /// Decodes a value, which may borrow from the bytes.
    ///
    /// # Errors
    ///
    /// As [`Wire::decode`].
    pub fn decode<'de, T: Decode<'de>>(&self, wire: Wire, bytes: &'de [u8]) -> Result<T, Error> {
        self.decode_as(wire, bytes)
    }

    /// Decodes a value into one that is there, reusing its memory.
    ///
    /// # Errors
    ///
    /// As [`Wire::decode_into`].
    pub fn decode_into<'de, T: Decode<'de>>(
        &self,
        wire: Wire,
        value: &mut T,
        bytes: &'de [u8],
    ) -> Result<(), Error> {
        self.read_into(wire, value, bytes, Mode::Replace)
    }

    /// Merges a message into one that is there: fields that the bytes hold are set, lists are appended to, messages merged.
    /// This is protobuf's merging; on the other wires a field that comes replaces what was there.
    ///
    /// # Errors
    ///
    /// As [`Wire::decode_into`].
    pub fn merge<'de, T: Decode<'de>>(
        &self,
        wire: Wire,
        value: &mut T,
        bytes: &'de [u8],
    ) -> Result<(), Error> {
        self.read_into(wire, value, bytes, Mode::Merge)
    }

    /// Decodes a value, and lists the rules that it breaks beside it: for those who log that and carry on.
    ///
    /// ```
    /// use everwire::{Codec, Options, Wire};
    ///
    /// #[derive(Codec, Debug)]
    /// struct Line { #[codec(1, min_len = 1)] sku: String, #[codec(2, gt = 0)] quantity: u32 }
    ///
    /// let (line, violations) = Options::new().decode_reporting::<Line>(Wire::Json, br#"{"sku":"A-1"}"#)?;
    /// assert_eq!(line.sku, "A-1");
    /// assert_eq!(violations.to_string(), "quantity: must be greater than 0 (uint32.gt)");
    /// # Ok::<(), everwire::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`Wire::decode`], but for rules that are not met.
    pub fn decode_reporting<'de, T: Decode<'de>>(
        &self,
        wire: Wire,
        bytes: &'de [u8],
    ) -> Result<(T, Violations), Error> {
        let source = Source::from(bytes);
        let (value, refused) = self.decode_with(wire, source)?;
        let violations = match refused {
            true => self.list(&value, self.room(source.bytes)),
            false => Violations::default(),
        };
        Ok((value, violations))
    }

    /// Checks a value and all that it contains by their rules, as [`Codec::validate`] does, with these options.
    ///
    /// # Errors
    ///
    /// All violations, or the first where [`first_violation`](Self::first_violation) is on.
    pub fn validate_value<T: Codec + ?Sized>(&self, value: &T) -> Result<(), Violations> {
        let mut quick = Quick::given(&self.context);
        value.check_value(&NoRules, &mut quick);
        if quick.is_valid() {
            return Ok(());
        }
        let all = self.list(value, usize::MAX);
        match all.is_empty() {
            true => Ok(()),
            false => Err(all),
        }
    }

    /// [`encode`](Self::encode) on one wire or on any.
    #[inline]
    pub(crate) fn encode_as<T: Codec>(
        &self,
        format: impl Format,
        value: &T,
    ) -> Result<Vec<u8>, Error> {
        let mut buffer = format.buffer();
        self.write_into(format, value, &mut buffer)?;
        Ok(buffer)
    }

    /// [`encode_into`](Self::encode_into) on one wire or on any.
    #[inline]
    pub(crate) fn write_into<'t, T: Codec>(
        &self,
        format: impl Format,
        value: &T,
        target: impl Into<Target<'t>>,
    ) -> Result<(), Error> {
        if self.validate_on_encode {
            self.validate_value(value)?;
        }
        let result = format.encode(value, target.into(), self);
        result.map_err(|error| error.rooted(Codec::schema(value).name()))
    }

    /// [`decode`](Self::decode) on one wire or on any.
    #[inline]
    pub(crate) fn decode_as<'de, T: Decode<'de>>(
        &self,
        format: impl Format,
        source: impl Into<Source<'de>>,
    ) -> Result<T, Error> {
        let source = source.into();
        let (value, refused) = self.decode_with(format, source)?;
        self.verdict(&value, refused, source.bytes)?;
        Ok(value)
    }

    /// Decodes a value; also whether decoding found that rules are not met.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn decode_with<'de, T: Decode<'de>>(
        &self,
        format: impl Format,
        source: Source<'de>,
    ) -> Result<(T, bool), Error> {
        if const { T::IN_PLACE } {
            let decoded = with_absent(|mut value| {
                let refused = self.fill(format, &mut value, source, Mode::Fresh)?;
                Ok((value, refused))
            });
            return decoded.unwrap_or_else(|| Err(absence(format.into(), T::SCHEMA.name())));
        }
        format
            .decode(source, self)
            .map_err(|error| error.rooted(T::SCHEMA.name()))
    }

    /// [`decode_into`](Self::decode_into) on one wire or on any.
    #[inline]
    pub(crate) fn read_into<'de, T: Decode<'de>>(
        &self,
        format: impl Format,
        value: &mut T,
        source: impl Into<Source<'de>>,
        mode: Mode,
    ) -> Result<(), Error> {
        let source = source.into();
        let refused = self.fill(format, value, source, mode)?;
        self.verdict(value, refused, source.bytes)
    }

    /// Decodes a value into one that is there; also whether decoding found that rules are not met.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn fill<'de, T: Decode<'de>>(
        &self,
        format: impl Format,
        value: &mut T,
        source: Source<'de>,
        mode: Mode,
    ) -> Result<bool, Error> {
        format
            .decode_into(value, source, mode, self)
            .map_err(|error| error.rooted(T::SCHEMA.name()))
    }

    /// Lists the violations of a value that was decoded from `bytes`, where decoding found that there are some: all of
    /// them, unless they would take more memory than the input may cost.
    #[inline]
    pub(crate) fn verdict<T: Codec>(
        &self,
        value: &T,
        refused: bool,
        bytes: &[u8],
    ) -> Result<(), Error> {
        if refused {
            self.refuse(value, bytes)
        } else {
            Ok(())
        }
    }

    #[cold]
    #[inline(never)]
    fn refuse<T: Codec>(&self, value: &T, bytes: &[u8]) -> Result<(), Error> {
        let all = self.list(value, self.room(bytes));
        match all.is_empty() {
            true => Ok(()),
            false => Err(Error::from(all)),
        }
    }

    /// How many bytes the violations may take of what these hold.
    fn room(&self, bytes: &[u8]) -> usize {
        let room = self.limits.ratio.saturating_mul(bytes.len());
        room.max(VIOLATIONS)
    }

    /// The violations of a value.
    #[cold]
    #[inline(never)]
    pub(crate) fn list<T: Codec + ?Sized>(&self, value: &T, room: usize) -> Violations {
        let limit = if self.first_violation { 1 } else { usize::MAX };
        let mut collect = Collect::new()
            .with_context(&self.context)
            .with_schema(Codec::schema(value))
            .with_limit(limit)
            .with_room(room)
            .keeping_values(self.keep_values);
        value.check_value(&NoRules, &mut collect);
        collect.into_violations()
    }
}

/// How many bytes the violations of a short input may take.
const VIOLATIONS: usize = 1 << 17;

/// A message has a field that is neither optional nor has a default, and so no absent form.
#[cold]
#[inline(never)]
fn absence(wire: Wire, name: &'static str) -> Error {
    Error::new(Fault::NoDefault, Some(wire), 0).rooted(name)
}
