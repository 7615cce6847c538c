//! Decoding out of a [`Bytes`], whose memory the fields of that type share; encoding into what another [`BufMut`] has to spare.

use bytes::{BufMut, Bytes};

use crate::codec::{Codec, Decode, Mode};
use crate::dispatch::Wire;
use crate::envelope::{Envelope, Opened};
use crate::error::Error;
use crate::options::Options;
use crate::wire::format::Format;
use crate::wire::output::append;
use crate::wire::source::Source;

impl Wire {
    /// Encodes a value at the end of a buffer that is no `Vec`: a `BytesMut`, the rest of a slice, what a transport hands out.
    ///
    /// Where the encoding fits the [chunk](BufMut::chunk_mut) that the buffer offers, it is written there without a copy; otherwise the whole is put into
    /// it at the end. So a buffer that can reserve does best with room for the value, and a little more: what is written last may look for more room
    /// than it takes. On an error the buffer's length is as before, and its spare memory unspecified.
    ///
    /// ```
    /// use bytes::BytesMut;
    /// use everwire::{Codec, Wire};
    ///
    /// #[derive(Codec)]
    /// struct Point { #[codec(1)] x: i32, #[codec(2)] y: i32 }
    ///
    /// let mut buffer = BytesMut::with_capacity(64);
    /// Wire::MsgPack.encode_buf(&Point { x: 3, y: 4 }, &mut buffer)?;
    /// Wire::Protobuf.encode_buf(&Point { x: 3, y: 4 }, &mut buffer)?;
    /// assert_eq!(&buffer[..], b"\x92\x03\x04\x08\x03\x10\x04");
    ///
    /// let mut array = [0; 2];
    /// let error = Wire::MsgPack.encode_buf(&Point { x: 3, y: 4 }, &mut &mut array[..]).unwrap_err();
    /// assert!(error.is_no_room());
    /// # Ok::<(), everwire::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`encode`](Self::encode), or if the buffer does not grow and has too little room.
    pub fn encode_buf<T: Codec, B: BufMut>(self, value: &T, buffer: &mut B) -> Result<(), Error> {
        Options::DEFAULT.encode_buf(self, value, buffer)
    }

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
    /// Encodes a value at the end of a buffer that is no `Vec`: [`Wire::encode_buf`].
    ///
    /// # Errors
    ///
    /// As [`encode`](Self::encode), or if the buffer does not grow and has too little room.
    pub fn encode_buf<T: Codec, B: BufMut>(
        &self,
        wire: Wire,
        value: &T,
        buffer: &mut B,
    ) -> Result<(), Error> {
        self.append(wire, value, buffer).map(drop)
    }

    /// [`encode_buf`](Self::encode_buf) on one wire or on any; how much room would have held the value without a copy.
    pub(crate) fn append<T: Codec, B: BufMut>(
        &self,
        format: impl Format,
        value: &T,
        buffer: &mut B,
    ) -> Result<usize, Error> {
        append(buffer, |target| self.write_into(format, value, target))
    }

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
