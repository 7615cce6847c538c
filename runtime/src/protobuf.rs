//! Protocol Buffers, the standard encoding, and gRPC's.
//!
//! ```
//! use everwire::{Codec, protobuf};
//!
//! #[derive(Codec, Debug, PartialEq)]
//! struct Point { #[codec(1)] x: u32 }
//!
//! let point = Point { x: 3 };
//! assert_eq!(protobuf::to_vec(&point)?, [0x08, 0x03]);
//! assert_eq!(protobuf::from_slice::<Point>(&protobuf::to_vec(&point)?)?, point);
//! # Ok::<(), everwire::Error>(())
//! ```

use alloc::vec::Vec;

#[cfg(doc)]
use crate::Wire;
use crate::codec::{Codec, Decode, Mode};
use crate::error::Error;
use crate::options::Options;
use crate::wire::format::Protobuf;

/// Encodes a value.
///
/// # Errors
///
/// As [`Wire::encode`].
pub fn to_vec<T: Codec>(value: &T) -> Result<Vec<u8>, Error> {
    Options::DEFAULT.encode_as(Protobuf, value)
}

/// Encodes a value at the end of a buffer. On an error the buffer's length is as before.
///
/// # Errors
///
/// As [`Wire::encode`].
pub fn encode_into<T: Codec>(value: &T, buffer: &mut Vec<u8>) -> Result<(), Error> {
    Options::DEFAULT.write_into(Protobuf, value, buffer)
}

/// Decodes a value, which may borrow from the bytes.
///
/// # Errors
///
/// As [`Wire::decode`].
pub fn from_slice<'de, T: Decode<'de>>(bytes: &'de [u8]) -> Result<T, Error> {
    Options::DEFAULT.decode_as(Protobuf, bytes)
}

/// Decodes a value whose [`Bytes`](bytes::Bytes) share the memory of the input: [`Wire::decode_bytes`].
///
/// # Errors
///
/// As [`Wire::decode`].
#[cfg(feature = "bytes")]
pub fn from_bytes<'de, T: Decode<'de>>(bytes: &'de bytes::Bytes) -> Result<T, Error> {
    Options::DEFAULT.decode_as(Protobuf, bytes)
}

/// Decodes a value into one that is there, reusing its memory.
///
/// # Errors
///
/// As [`Wire::decode`]; the value is then valid but unspecified.
pub fn decode_into<'de, T: Decode<'de>>(value: &mut T, bytes: &'de [u8]) -> Result<(), Error> {
    Options::DEFAULT.read_into(Protobuf, value, bytes, Mode::Replace)
}

/// Merges a message into one that is there (protobuf encoding, "Last One Wins"): scalars are replaced, lists appended to,
/// messages merged field by field.
///
/// # Errors
///
/// As [`Wire::decode`]; the value is then valid but unspecified.
pub fn merge<'de, T: Decode<'de>>(value: &mut T, bytes: &'de [u8]) -> Result<(), Error> {
    Options::DEFAULT.read_into(Protobuf, value, bytes, Mode::Merge)
}
