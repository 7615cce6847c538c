//! [`Text`]: text that nobody verified.

use alloc::borrow::Cow;
use alloc::string::{FromUtf8Error, String};
use alloc::vec::Vec;
use core::fmt;
use core::ops::Deref;
use core::str::Utf8Error;

use crate::codec::{Codec, Decode, MapKey, Mode, Place, Reader, Writer};
use crate::error::Error;
use crate::schema::Type;
use crate::validate::{Checker, Rules, Subject, Validate};

/// Text as protobuf has it where the feature `utf8_validation` is `NONE`, and in proto2: any bytes, which should be UTF-8
/// (protobuf, "Feature Settings for Editions"). `String` refuses the bytes that are not; this keeps them.
///
/// It is a string on each wire: in protobuf its bytes as they are, in MessagePack a str, or a bin if it is not UTF-8; JSON
/// cannot hold it then, and writing it is an error. `codegen --unverified` gives fields this type.
///
/// ```
/// use everwire::{Codec, Text, Wire};
///
/// #[derive(Codec)]
/// struct File { #[codec(1)] name: Text }
///
/// let file: File = Wire::Protobuf.decode(b"\x0a\x03a\xffb")?;
/// assert!(file.name.to_str().is_err());
/// assert_eq!(Wire::Protobuf.encode(&file)?, b"\x0a\x03a\xffb");
/// assert_eq!(Wire::MsgPack.encode(&file)?, b"\x91\xc4\x03a\xffb");
/// assert!(Wire::Json.encode(&file).is_err());
///
/// let file = File { name: "größe".into() };
/// assert_eq!(Wire::Json.encode(&file)?, r#"{"name":"größe"}"#.as_bytes());
/// # Ok::<(), everwire::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(Vec<u8>);

impl Text {
    /// The text of these bytes.
    #[must_use]
    pub const fn new(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The bytes.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    /// The text, verified.
    ///
    /// # Errors
    ///
    /// If it is not UTF-8.
    pub fn to_str(&self) -> Result<&str, Utf8Error> {
        core::str::from_utf8(&self.0)
    }

    /// The text, verified.
    ///
    /// # Errors
    ///
    /// If it is not UTF-8; the error holds the bytes.
    pub fn into_string(self) -> Result<String, FromUtf8Error> {
        String::from_utf8(self.0)
    }
}

impl Deref for Text {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl AsRef<[u8]> for Text {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl From<Vec<u8>> for Text {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(text.into_bytes())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.0 == other.as_bytes()
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.0 == other.as_bytes()
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to_str() {
            Ok(text) => fmt::Debug::fmt(text, f),
            Err(_) => write!(f, "b\"{}\"", self.0.escape_ascii()),
        }
    }
}

impl Codec for Text {
    const TYPE: Type = Type::String;

    #[inline]
    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        w.unverified(at, &self.0);
    }
}

impl<'de> Decode<'de> for Text {
    #[inline]
    fn absent() -> Option<Self> {
        Some(Self::default())
    }

    #[inline]
    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        r.unverified(at).map(|bytes| Self(bytes.into_owned()))
    }

    #[inline]
    fn decode_into<R: Reader<'de>, P: Place>(
        &mut self,
        r: &mut R,
        at: P,
        _mode: Mode,
    ) -> Result<(), Error> {
        match r.unverified(at)? {
            Cow::Borrowed(bytes) => {
                self.0.clear();
                self.0.extend_from_slice(bytes);
            }
            Cow::Owned(bytes) => self.0 = bytes,
        }
        Ok(())
    }

    #[inline]
    fn clear(&mut self) -> bool {
        self.0.clear();
        true
    }
}

/// Rules see U+FFFD where the text is not UTF-8.
impl Validate for Text {
    fn check_value<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
        String::from_utf8_lossy(&self.0)
            .as_ref()
            .check_value(rules, c);
    }

    fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    fn subject(&self) -> Option<Subject<'_>> {
        Some(match self.to_str() {
            Ok(text) => Subject::Str(text),
            Err(_) => Subject::Bytes(&self.0),
        })
    }
}

impl MapKey for Text {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0).into_owned()
    }
}
