//! Decoding out of a [`Bytes`], whose memory the fields of that type share.

use bytes::Bytes;

use crate::codec::{Decode, Mode};
use crate::dispatch::Wire;
use crate::envelope::{Envelope, Opened};
use crate::error::Error;
use crate::options::Options;
use crate::wire::source::Source;

impl Wire {
    /// Decodes a value whose [`Bytes`] share the memory of the input, however deep they stand: in lists, maps, nested messages and oneofs.
    ///
    /// As long as one of them is there, so is all of the input. In JSON bytes are base64, which is decoded anew; there they share nothing. Nor do
    /// unknown fields and bytes that come as a list of numbers.
    ///
    /// ```
    /// use bytes::Bytes;
    /// use everwire::{Codec, Wire};
    ///
    /// #[derive(Codec)]
    /// struct Chunk { #[codec(1)] offset: u64, #[codec(2)] data: Bytes }
    ///
    /// let data = Bytes::from(vec![7; 4096]);
    /// let frame = Bytes::from(Wire::Protobuf.encode(&Chunk { offset: 1, data })?);
    /// let chunk: Chunk = Wire::Protobuf.decode_bytes(&frame)?;
    /// assert_eq!(chunk.data.as_ptr(), frame[5..].as_ptr());
    /// # Ok::<(), everwire::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`decode`](Self::decode).
    pub fn decode_bytes<'de, T: Decode<'de>>(self, bytes: &'de Bytes) -> Result<T, Error> {
        Options::DEFAULT.decode_bytes(self, bytes)
    }

    /// Decodes a value, as [`decode_bytes`](Self::decode_bytes) does, into one that is there.
    ///
    /// # Errors
    ///
    /// As [`decode_into`](Self::decode_into).
    pub fn decode_bytes_into<'de, T: Decode<'de>>(
        self,
        value: &mut T,
        bytes: &'de Bytes,
    ) -> Result<(), Error> {
        Options::DEFAULT.decode_bytes_into(self, value, bytes)
    }
}

impl Options<'_> {
    /// Decodes a value whose [`Bytes`] share the memory of the input: [`Wire::decode_bytes`].
    ///
    /// # Errors
    ///
    /// As [`Wire::decode`].
    pub fn decode_bytes<'de, T: Decode<'de>>(
        &self,
        wire: Wire,
        bytes: &'de Bytes,
    ) -> Result<T, Error> {
        self.decode_as(wire, bytes)
    }

    /// Decodes a value, as [`decode_bytes`](Self::decode_bytes) does, into one that is there.
    ///
    /// # Errors
    ///
    /// As [`Wire::decode_into`].
    pub fn decode_bytes_into<'de, T: Decode<'de>>(
        &self,
        wire: Wire,
        value: &mut T,
        bytes: &'de Bytes,
    ) -> Result<(), Error> {
        self.read_into(wire, value, bytes, Mode::Replace)
    }

    /// Merges a message, as [`merge`](Self::merge) does, whose [`Bytes`] share the memory of the input.
    ///
    /// # Errors
    ///
    /// As [`Wire::decode_into`].
    pub fn merge_bytes<'de, T: Decode<'de>>(
        &self,
        wire: Wire,
        value: &mut T,
        bytes: &'de Bytes,
    ) -> Result<(), Error> {
        self.read_into(wire, value, bytes, Mode::Merge)
    }

    /// Decodes what [`seal`](crate::seal) made; the [`Bytes`] of the value share the memory of the envelope, as those of
    /// [`decode_bytes`](Self::decode_bytes) do that of their input.
    ///
    /// # Errors
    ///
    /// As [`open_versioned`](Self::open_versioned).
    pub fn open_bytes<'de, T: Decode<'de>>(&self, blob: &'de Bytes) -> Result<Opened<T>, Error> {
        let envelope = Envelope::parse(blob)?;
        let source = Source {
            bytes: envelope.payload(),
            buffer: Some(blob),
        };
        Ok(envelope.opened(envelope.open_from(source, self)?))
    }
}
