//! [`Writer`]: records, one behind the other.

use alloc::vec::Vec;
use std::io::Write;

use super::{Error, Framing};
use crate::codec::Codec;
use crate::dispatch::Wire;
use crate::options::Options;
use crate::varint;

/// How many bytes the longest length takes.
const LENGTH: usize = 10;

/// Writes records to a stream. Each is handed on whole and at once, so that a stream that is not buffered may be written to; whoever
/// writes small records to a file puts a [`BufWriter`](std::io::BufWriter) between.
#[derive(Debug)]
pub struct Writer<W> {
    inner: W,
    wire: Wire,
    framing: Framing,
    options: Options<'static>,
    buffer: Vec<u8>,
    record: u64,
    offset: u64,
    /// Whether the stream failed, and may hold a part of a record.
    has_failed: bool,
}

impl<W: Write> Writer<W> {
    /// A writer of records on a wire, with the [framing](Framing::of) that it has.
    pub const fn new(inner: W, wire: Wire) -> Self {
        Self {
            inner,
            wire,
            framing: Framing::of(wire),
            options: Options::new(),
            buffer: Vec::new(),
            record: 0,
            offset: 0,
            has_failed: false,
        }
    }

    /// With another framing.
    #[must_use]
    pub fn framing(mut self, framing: Framing) -> Self {
        self.framing = framing;
        self
    }

    /// With options; a [context](Options::context) among them stays for as long as the program runs.
    #[must_use]
    pub fn options(mut self, options: Options<'static>) -> Self {
        self.options = options;
        self
    }

    /// Writes a record.
    ///
    /// # Errors
    ///
    /// If the value cannot be encoded, and then nothing is written; if a binary wire was given lines; or if the stream fails, and then a part of
    /// the record may be written. After that no record is written any more, since none could be told from the part.
    pub fn write<T: Codec>(&mut self, value: &T) -> Result<(), Error> {
        if self.framing == Framing::Line && self.wire != Wire::Json {
            return Err(self.fault(super::reader::lines_are_json(self.wire)));
        }
        if self.has_failed {
            return Err(self.fault(crate::Error::custom(
                "the stream failed before, and may hold a part of a record: help: begin another one",
            )));
        }
        self.buffer.clear();
        self.buffer.resize(LENGTH, 0);
        if let Err(error) = self.options.encode_into(self.wire, value, &mut self.buffer) {
            return Err(self.fault(error));
        }
        let start = match self.framing {
            Framing::Length => {
                let (length, len) = varint::bytes((self.buffer.len() - LENGTH) as u64);
                let start = LENGTH - len;
                self.buffer[start..LENGTH].copy_from_slice(&length[..len]);
                start
            }
            Framing::Line => {
                // What is kept of unknown members may have line breaks between its parts, and only there.
                for byte in &mut self.buffer[LENGTH..] {
                    if matches!(byte, b'\n' | b'\r') {
                        *byte = b' ';
                    }
                }
                self.buffer.push(b'\n');
                LENGTH
            }
        };
        let record = &self.buffer[start..];
        if let Err(error) = self.inner.write_all(record) {
            self.has_failed = true;
            return Err(Error::io(error, self.record, self.offset));
        }
        self.record += 1;
        self.offset += record.len() as u64;
        Ok(())
    }

    /// Flushes the stream.
    ///
    /// # Errors
    ///
    /// If the stream fails.
    pub fn flush(&mut self) -> Result<(), Error> {
        let flushed = self.inner.flush();
        flushed.map_err(|error| Error::io(error, self.record, self.offset))
    }

    /// How many records were written.
    pub const fn records(&self) -> u64 {
        self.record
    }

    /// How many bytes were written.
    pub const fn bytes(&self) -> u64 {
        self.offset
    }

    /// The stream.
    pub fn into_inner(self) -> W {
        self.inner
    }

    fn fault(&self, error: crate::Error) -> Error {
        Error::of_record(error, self.record, self.offset)
    }
}
