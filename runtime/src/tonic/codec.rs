//! [`Codec`]: tonic's codec on a wire.

use alloc::format;
use alloc::sync::Arc;
use core::fmt;
use core::marker::PhantomData;

use std::sync::{Mutex, PoisonError};

use ::tonic::Status;
use ::tonic::codec::{BufferSettings, DecodeBuf, EncodeBuf};
use bytes::{Buf, BufMut, Bytes, BytesMut};

use super::PREFIX;
use super::incoming::End;
use super::settings::Told;
use super::status::{Side, status_on};
use crate::codec::{Codec as Type, DecodeOwned};
use crate::dispatch::Wire;
use crate::options::Options;
use crate::sizes::Size;

/// tonic's codec of messages that are written as `T` and read as `U`, on one wire; protobuf by default.
///
/// Stubs of tonic-build take it in place of prost's, for types of ours and of others that speak our wires:
///
/// ```ignore
/// tonic_prost_build::configure().codec_path("everwire::tonic::Codec")
/// ```
///
/// What is read comes straight from tonic's buffer, and what is written goes straight into it. [`Bytes`](bytes::Bytes) of long messages share
/// that buffer.
pub struct Codec<T, U> {
    pub(super) encoder: Encoder<T>,
    pub(super) decoder: Decoder<U>,
}

impl<T, U> Codec<T, U> {
    /// A codec on a wire.
    #[must_use]
    pub const fn new(wire: Wire) -> Self {
        Self {
            encoder: Encoder {
                wire,
                options: Told::NOTHING,
                failure: None,
                of: PhantomData,
            },
            decoder: Decoder {
                wire,
                options: Told::NOTHING,
                side: Side::Server,
                is_over: false,
                end: None,
                of: PhantomData,
            },
        }
    }

    /// A codec on a wire, with options; a [context](Options::context) among them stays for as long as the program runs.
    #[must_use]
    pub fn with(wire: Wire, options: Options<'static>) -> Self {
        Self::told(wire, &options.into())
    }

    pub(super) fn told(wire: Wire, options: &Told) -> Self {
        let mut codec = Self::new(wire);
        codec.encoder.options = options.clone();
        codec.decoder.options = options.clone();
        codec
    }

    /// The codec of a client: an answer that breaks rules is the server's fault, `INTERNAL` rather than `INVALID_ARGUMENT`.
    #[must_use]
    pub fn of_client(mut self) -> Self {
        self.decoder.side = Side::Client;
        self
    }
}

/// A codec on the protobuf wire, which is gRPC's own.
impl<T, U> Default for Codec<T, U> {
    fn default() -> Self {
        Self::new(Wire::Protobuf)
    }
}

impl<T, U> Clone for Codec<T, U> {
    fn clone(&self) -> Self {
        Self {
            encoder: self.encoder.clone(),
            decoder: self.decoder.clone(),
        }
    }
}

impl<T, U> fmt::Debug for Codec<T, U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Codec").field(&self.encoder.wire).finish()
    }
}

impl<T, U> ::tonic::codec::Codec for Codec<T, U>
where
    T: Type + Send + 'static,
    U: DecodeOwned + Send + 'static,
{
    type Encode = T;
    type Decode = U;
    type Encoder = Encoder<T>;
    type Decoder = Decoder<U>;

    fn encoder(&mut self) -> Encoder<T> {
        self.encoder.clone()
    }

    fn decoder(&mut self) -> Decoder<U> {
        self.decoder.clone()
    }
}

/// The half of a [`Codec`] that writes.
pub struct Encoder<T> {
    wire: Wire,
    options: Told,
    /// Where to say what cannot be written.
    pub(super) failure: Option<Failure>,
    of: PhantomData<fn(T)>,
}

impl<T> Clone for Encoder<T> {
    fn clone(&self) -> Self {
        Self {
            options: self.options.clone(),
            failure: self.failure.clone(),
            ..*self
        }
    }
}

impl<T> fmt::Debug for Encoder<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Encoder").field(&self.wire).finish()
    }
}

impl<T: Type> ::tonic::codec::Encoder for Encoder<T> {
    type Item = T;
    type Error = Status;

    fn encode(&mut self, message: T, buffer: &mut EncodeBuf<'_>) -> Result<(), Status> {
        let size = Size::of::<T>(self.wire);
        buffer.reserve(size.expected().min(RESERVED));
        let written = self.append(size, &message, buffer);
        written.map_err(|status| self.failed(status))
    }

    fn buffer_settings(&self) -> BufferSettings {
        settings(Size::of::<T>(self.wire))
    }
}

/// What kept an encoder from writing a message: tonic's bodies have room for a sentence alone.
#[derive(Clone, Debug, Default)]
pub(super) struct Failure(Arc<Mutex<Option<Status>>>);

impl Failure {
    fn note(&self, status: Status) {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *held = Some(status);
    }

    /// What was noted, or what came of it.
    pub(super) fn or(&self, status: Status) -> Status {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        held.take().unwrap_or(status)
    }
}

impl<T> Encoder<T> {
    /// What tonic is told, of which it makes a sentence for the other side: no source, which would be in it as a whole.
    #[cold]
    fn failed(&self, status: Status) -> Status {
        let sentence = Status::new(status.code(), status.message());
        if let Some(failure) = &self.failure {
            failure.note(status);
        }
        sentence
    }
}

impl<T: Type> Encoder<T> {
    /// Encodes a message at the end of a buffer, behind its prefix, as it is sent without compression. On an error the buffer is as before.
    pub(super) fn frame(
        &self,
        message: &T,
        limit: Option<usize>,
        buffer: &mut BytesMut,
    ) -> Result<(), Status> {
        let (start, size) = (buffer.len(), Size::of::<T>(self.wire));
        buffer.reserve(PREFIX + size.expected().min(RESERVED));
        buffer.put_bytes(0, PREFIX);
        let written = self.append(size, message, buffer).and_then(|()| {
            let len = buffer.len() - start - PREFIX;
            match (u32::try_from(len), limit) {
                (_, Some(limit)) if len > limit => Err(Status::out_of_range(format!(
                    "the answer has {len} bytes, and the limit is {limit}"
                ))),
                (Ok(told), _) => Ok(told),
                (Err(_), _) => Err(Status::resource_exhausted(format!(
                    "the answer has {len} bytes, and gRPC has no more than 4 GiB in a message"
                ))),
            }
        });
        match written {
            Ok(told) => {
                buffer[start + 1..start + PREFIX].copy_from_slice(&told.to_be_bytes());
                Ok(())
            }
            Err(status) => {
                buffer.truncate(start);
                Err(status)
            }
        }
    }

    /// Encodes a message.
    pub(super) fn encoded(&self, message: &T) -> Result<Bytes, Status> {
        let size = Size::of::<T>(self.wire);
        let mut buffer = BytesMut::with_capacity(size.expected().min(RESERVED));
        self.append(size, message, &mut buffer)?;
        Ok(buffer.freeze())
    }

    fn append(&self, size: Size, message: &T, buffer: &mut impl BufMut) -> Result<(), Status> {
        let room = self.options.append(self.wire, message, buffer);
        size.note(room.map_err(|error| status_on(error, Side::Client))?);
        Ok(())
    }
}

/// How many bytes are reserved for a message before it is written, at the most: longer ones are copied once.
const RESERVED: usize = 1 << 20;

/// The half of a [`Codec`] that reads.
pub struct Decoder<U> {
    wire: Wire,
    options: Told,
    side: Side,
    /// Whether a message could not be read, which is the end of a stream.
    is_over: bool,
    /// Where to say so.
    pub(super) end: Option<End>,
    of: PhantomData<fn() -> U>,
}

impl<U> Clone for Decoder<U> {
    fn clone(&self) -> Self {
        Self {
            options: self.options.clone(),
            end: self.end.clone(),
            ..*self
        }
    }
}

impl<U> fmt::Debug for Decoder<U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Decoder").field(&self.wire).finish()
    }
}

/// As many bytes as a message has at the least whose `Bytes` share the buffer: sharing takes an allocation and keeps the buffer from being used
/// again, which costs more than copying what is short.
const SHARED: usize = 4096;

impl<U: DecodeOwned> ::tonic::codec::Decoder for Decoder<U> {
    type Item = U;
    type Error = Status;

    fn decode(&mut self, buffer: &mut DecodeBuf<'_>) -> Result<Option<U>, Status> {
        // tonic hands over a message whole, and in one chunk; behind one that cannot be read it knows no more where the next one begins.
        if self.is_over {
            buffer.advance(buffer.remaining());
            return Ok(None);
        }
        self.decoded(buffer).map(Some).inspect_err(|_| {
            self.is_over = true;
            if let Some(end) = &self.end {
                end.note();
            }
        })
    }

    fn buffer_settings(&self) -> BufferSettings {
        settings(Size::of_read::<U>(self.wire))
    }
}

impl<U: DecodeOwned> Decoder<U> {
    /// Decodes all that a buffer holds, without a copy where it is one chunk.
    pub(super) fn decoded(&self, buffer: &mut impl Buf) -> Result<U, Status> {
        let len = buffer.remaining();
        let decoded = if len >= SHARED || buffer.chunk().len() < len {
            let shared = buffer.copy_to_bytes(len);
            self.options.decode_bytes(self.wire, &shared)
        } else {
            let decoded = self.options.decode(self.wire, buffer.chunk());
            buffer.advance(len);
            decoded
        };
        let message = decoded.map_err(|error| status_on(error, self.side))?;
        Size::of_read::<U>(self.wire).note(len);
        Ok(message)
    }
}

/// Buffers as long as messages of a type were lately, which tonic allocates for each call; from this many bytes on, it sends what there is.
fn settings(size: Size) -> BufferSettings {
    const SHORTEST: usize = 512;
    const LONGEST: usize = 32 << 10;
    let size = (size.expected() + PREFIX).clamp(SHORTEST, LONGEST);
    BufferSettings::new(size, LONGEST)
}
