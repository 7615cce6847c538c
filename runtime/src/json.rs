//! JSON, in serde_json's dialect or in ProtoJSON's, as the type asks; read in either.
//!
//! ```
//! use everwire::{Codec, json};
//!
//! #[derive(Codec, Debug, PartialEq)]
//! struct Point { #[codec(1)] x: i32, #[codec(2)] name: Option<String> }
//!
//! let point = Point { x: 3, name: None };
//! assert_eq!(json::to_string(&point)?, r#"{"x":3,"name":null}"#);
//! assert_eq!(json::from_str::<Point>(r#"{ "x": "3" }"#)?, point);
//! # Ok::<(), everwire::Error>(())
//! ```

use alloc::string::String;
use alloc::vec::Vec;

use crate::Wire;
use crate::codec::{Codec, Decode, Mode};
use crate::error::{Error, Fault};
use crate::options::Options;
use crate::wire::format::Json;
use crate::wire::json::lay_out;

pub use crate::wire::json::Emit;

/// Encodes a value.
///
/// # Errors
///
/// As [`Wire::encode`].
pub fn to_vec<T: Codec>(value: &T) -> Result<Vec<u8>, Error> {
    Options::DEFAULT.encode_as(Json, value)
}

/// Encodes a value as text.
///
/// # Errors
///
/// As [`Wire::encode`].
pub fn to_string<T: Codec>(value: &T) -> Result<String, Error> {
    into_string(to_vec(value)?)
}

/// Encodes a value as text over lines, indented by two spaces a level.
///
/// ```
/// let text = everwire::json::to_string_pretty(&vec![vec![1, 2], vec![]])?;
/// assert_eq!(text, "[\n  [\n    1,\n    2\n  ],\n  []\n]");
/// # Ok::<(), everwire::Error>(())
/// ```
///
/// # Errors
///
/// As [`Wire::encode`].
pub fn to_string_pretty<T: Codec>(value: &T) -> Result<String, Error> {
    let mut text = Vec::new();
    lay_out(&to_vec(value)?, &mut text);
    into_string(text)
}

/// Encodes a value at the end of a buffer. On an error the buffer's length is as before.
///
/// # Errors
///
/// As [`Wire::encode`].
pub fn encode_into<T: Codec>(value: &T, buffer: &mut Vec<u8>) -> Result<(), Error> {
    Options::DEFAULT.write_into(Json, value, buffer)
}

/// Decodes a value, which may borrow from the bytes.
///
/// # Errors
///
/// As [`Wire::decode`].
pub fn from_slice<'de, T: Decode<'de>>(bytes: &'de [u8]) -> Result<T, Error> {
    Options::DEFAULT.decode_as(Json, bytes)
}

/// Decodes a value, which may borrow from the text.
///
/// # Errors
///
/// As [`Wire::decode`].
pub fn from_str<'de, T: Decode<'de>>(text: &'de str) -> Result<T, Error> {
    from_slice(text.as_bytes())
}

/// Decodes a value into one that is there, reusing its memory. Afterwards it equals what [`from_slice`] returns.
///
/// # Errors
///
/// As [`Wire::decode_into`]; the value is then valid but unspecified.
pub fn decode_into<'de, T: Decode<'de>>(value: &mut T, bytes: &'de [u8]) -> Result<(), Error> {
    Options::DEFAULT.read_into(Json, value, bytes, Mode::Replace)
}

pub(crate) fn into_string(bytes: Vec<u8>) -> Result<String, Error> {
    String::from_utf8(bytes).map_err(|_| Error::new(Fault::InvalidUtf8, Some(Wire::Json), 0))
}
