//! What `prost::Message` does, done on the protobuf wire; implementations of the trait call these functions.
//!
//! prost's methods that write cannot fail but for want of room. A value that has no form on the wire, such as a variant that is
//! skipped, is an [`EncodeError`] where there is one to return, which asks for more room than there can be; where there is none,
//! the method panics, since it must not write another value.

use alloc::string::String;
use alloc::vec::Vec;

pub use ::prost::bytes;
pub use ::prost::encoding::{DecodeContext, WireType};
pub use ::prost::{DecodeError, EncodeError, Message, Name};

use ::prost::bytes::{Buf, BufMut};
use ::prost::encoding::{decode_varint, encode_varint};

pub use super::field::merge_field;
use crate::codec::{Codec, Decode, DecodeOwned};
use crate::error::Error;
use crate::protobuf;

/// More bytes than any buffer has room for: the length of a value that has no form on the wire.
const UNWRITABLE: usize = isize::MAX as usize;

/// The full name of a generic type, with its arguments.
#[must_use]
pub fn full_name<T: Codec>() -> String {
    T::SCHEMA.full_name().into_owned()
}

/// Writes a value.
///
/// # Panics
///
/// If the value has no form on the wire, or the buffer too little room.
pub fn encode_raw<T: Codec>(value: &T, buf: &mut impl BufMut) {
    with_bytes(value, |bytes| buf.put_slice(written(bytes)));
}

/// The length of a value on the wire; more than any buffer has room for, if the value has no form there.
pub fn encoded_len<T: Codec>(value: &T) -> usize {
    with_bytes(value, |bytes| bytes.map_or(UNWRITABLE, <[u8]>::len))
}

/// Writes a value, if there is room for it.
///
/// # Errors
///
/// If there is not, or the value has no form on the wire.
pub fn encode<T: Codec>(value: &T, buf: &mut impl BufMut) -> Result<(), EncodeError> {
    with_bytes(value, |bytes| {
        let remaining = buf.remaining_mut();
        match bytes {
            Ok(bytes) if bytes.len() <= remaining => {
                buf.put_slice(bytes);
                Ok(())
            }
            bytes => Err(insufficient(
                bytes.map_or(UNWRITABLE, <[u8]>::len),
                remaining,
            )),
        }
    })
}

/// The bytes of a value.
///
/// # Panics
///
/// If the value has no form on the wire.
pub fn encode_to_vec<T: Codec>(value: &T) -> Vec<u8> {
    written(protobuf::to_vec(value))
}

/// Writes a value behind its length, if there is room for both.
///
/// # Errors
///
/// If there is not, or the value has no form on the wire.
pub fn encode_length_delimited<T: Codec>(
    value: &T,
    buf: &mut impl BufMut,
) -> Result<(), EncodeError> {
    with_bytes(value, |bytes| {
        let remaining = buf.remaining_mut();
        let required = bytes.as_ref().map_or(UNWRITABLE, |bytes| {
            ::prost::length_delimiter_len(bytes.len()) + bytes.len()
        });
        match bytes {
            Ok(bytes) if required <= remaining => {
                encode_varint(bytes.len() as u64, buf);
                buf.put_slice(bytes);
                Ok(())
            }
            _ => Err(insufficient(required, remaining)),
        }
    })
}

/// The bytes of a value behind their length.
///
/// # Panics
///
/// If the value has no form on the wire.
pub fn encode_length_delimited_to_vec<T: Codec>(value: &T) -> Vec<u8> {
    with_bytes(value, |bytes| {
        let bytes = written(bytes);
        let mut delimited = Vec::with_capacity(bytes.len() + 10);
        encode_varint(bytes.len() as u64, &mut delimited);
        delimited.extend_from_slice(bytes);
        delimited
    })
}

/// Reads a value: all that the buffer holds.
///
/// # Errors
///
/// As [`protobuf::from_slice`].
pub fn decode<T: DecodeOwned>(buf: impl Buf) -> Result<T, DecodeError> {
    with_slice(buf, |bytes| protobuf::from_slice(bytes)).map_err(undecodable)
}

/// Reads a value behind its length.
///
/// # Errors
///
/// As [`protobuf::from_slice`], or if the length is not that of what follows.
pub fn decode_length_delimited<T: DecodeOwned>(mut buf: impl Buf) -> Result<T, DecodeError> {
    let len = delimited(&mut buf)?;
    decode(buf.take(len))
}

/// Merges all that the buffer holds into a value.
///
/// # Errors
///
/// As [`protobuf::merge`].
pub fn merge<T: DecodeOwned>(value: &mut T, buf: impl Buf) -> Result<(), DecodeError> {
    with_slice(buf, |bytes| protobuf::merge(value, bytes)).map_err(undecodable)
}

/// Merges what stands behind its length into a value.
///
/// # Errors
///
/// As [`protobuf::merge`], or if the length is not that of what follows.
pub fn merge_length_delimited<T: DecodeOwned>(
    value: &mut T,
    mut buf: impl Buf,
) -> Result<(), DecodeError> {
    let len = delimited(&mut buf)?;
    merge(value, buf.take(len))
}

/// Makes a value what it reads as where nothing has come; its `Default`, if the wire has no such value.
pub fn clear<T: DecodeOwned + Default>(value: &mut T) {
    if !Decode::clear(value) {
        *value = T::default();
    }
}

/// A length that no more than what is there follows.
fn delimited(buf: &mut impl Buf) -> Result<usize, DecodeError> {
    let len = decode_varint(buf)?;
    let len = usize::try_from(len)
        .ok()
        .filter(|len| *len <= buf.remaining());
    len.ok_or_else(|| malformed("the length is not that of what follows"))
}

/// Hands on all that a buffer holds, in one piece; the buffer is consumed.
fn with_slice<O>(mut buf: impl Buf, then: impl FnOnce(&[u8]) -> O) -> O {
    let len = buf.remaining();
    if buf.chunk().len() < len {
        return then(&buf.copy_to_bytes(len));
    }
    let out = then(buf.chunk());
    buf.advance(len);
    out
}

/// The bytes of a value, where a method of prost's has no error to return.
#[track_caller]
fn written<B>(bytes: Result<B, Error>) -> B {
    bytes.unwrap_or_else(|error| panic!("a prost message cannot be written: {error}"))
}

/// Hands on the bytes of a value. They are written to a buffer that the thread keeps: prost asks for the length of a message once for
/// each message around it.
fn with_bytes<T: Codec, O>(value: &T, then: impl FnOnce(Result<&[u8], Error>) -> O) -> O {
    let mut buffer = kept::take();
    let result = protobuf::encode_into(value, &mut buffer);
    let out = then(result.map(|()| buffer.as_slice()));
    kept::put(buffer);
    out
}

/// The buffer that a thread keeps.
#[cfg(feature = "std")]
pub(super) mod kept {
    use std::cell::Cell;

    /// The most bytes that are kept.
    const MOST: usize = 64 * 1024;

    std::thread_local! {
        static BUFFER: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
    }

    /// The buffer; an empty one, where it is in use or the thread is ending.
    pub(in crate::prost) fn take() -> Vec<u8> {
        BUFFER.try_with(Cell::take).unwrap_or_default()
    }

    pub(in crate::prost) fn put(mut buffer: Vec<u8>) {
        if buffer.capacity() <= MOST {
            buffer.clear();
            // A thread that is ending keeps nothing.
            let _ = BUFFER.try_with(|kept| kept.set(buffer));
        }
    }
}

/// Without threads, nothing is kept.
#[cfg(not(feature = "std"))]
pub(super) mod kept {
    use alloc::vec::Vec;

    pub(in crate::prost) fn take() -> Vec<u8> {
        Vec::new()
    }

    pub(in crate::prost) fn put(_buffer: Vec<u8>) {}
}

/// prost's error of a buffer without room, which prost makes itself: of a message so long, for a buffer so short.
#[cold]
fn insufficient(required: usize, remaining: usize) -> EncodeError {
    /// A message of a length and without content.
    struct Long(usize);

    impl Message for Long {
        fn encode_raw(&self, _buf: &mut impl BufMut) {}

        fn merge_field(
            &mut self,
            _number: u32,
            _wire_type: WireType,
            _buf: &mut impl Buf,
            _context: DecodeContext,
        ) -> Result<(), DecodeError> {
            Ok(())
        }

        fn encoded_len(&self) -> usize {
            self.0
        }

        fn clear(&mut self) {}
    }

    let mut short = Vec::new().limit(remaining);
    match Long(required).encode(&mut short) {
        Err(error) => error,
        // There is room for more than an address space: nothing is as long as that.
        Ok(()) => insufficient(usize::MAX, remaining.min(UNWRITABLE)),
    }
}

/// An error of ours as one of prost's.
#[cold]
pub(super) fn undecodable(error: Error) -> DecodeError {
    use alloc::string::ToString;
    described(error.to_string().into())
}

/// An error of prost's that says this.
#[cold]
pub(super) fn malformed(why: &'static str) -> DecodeError {
    described(why.into())
}

fn described(why: alloc::borrow::Cow<'static, str>) -> DecodeError {
    #[allow(
        deprecated,
        reason = "prost has no other way to make an error that says anything"
    )]
    DecodeError::new(why)
}
