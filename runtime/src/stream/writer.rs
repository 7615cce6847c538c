//! [`Writer`]: records, one behind the other.

use alloc::vec::Vec;
use std::io::{self, Write};

use super::form::Form;
use super::outgoing::Outgoing;
use super::{Error, Framing};
use crate::codec::Codec;
use crate::dispatch::Wire;
use crate::options::Options;

/// How many bytes the longest length takes.
const LENGTH: usize = 10;

/// Writes records to a stream. Each is handed on whole and at once, so that a stream that is not buffered may be written to; whoever
/// writes small records to a file puts a [`BufWriter`](std::io::BufWriter) between.
#[derive(Debug)]
pub struct Writer<W> {
    inner: W,
    outgoing: Outgoing,
    buffer: Vec<u8>,
    /// Whether the stream failed, and may hold a part of a record.
    has_failed: bool,
}

impl<W: Write> Writer<W> {
    /// A writer of records on a wire, with the [framing](Framing::of) that it has.
    pub const fn new(inner: W, wire: Wire) -> Self {
        Self {
            inner,
            outgoing: Outgoing::new(Form::of(wire)),
            buffer: Vec::new(),
            has_failed: false,
        }
    }

    /// With another framing.
    #[must_use]
    pub fn framing(mut self, framing: Framing) -> Self {
        self.outgoing.form.framing = framing;
        self
    }

    /// With options; a [context](Options::context) among them stays for as long as the program runs.
    #[must_use]
    pub fn options(mut self, options: Options<'static>) -> Self {
        self.outgoing.form.options = options;
        self
    }

    /// Writes a record.
    ///
    /// # Errors
    ///
    /// If the value cannot be encoded or takes more than [`Limits::message`](crate::Limits::message), and then nothing is written; if a binary wire was given lines; or if the stream fails, and then a part of
    /// the record may be written. After that no record is written any more, since none could be told from the part.
    pub fn write<T: Codec>(&mut self, value: &T) -> Result<(), Error> {
        self.outgoing.check()?;
        if self.has_failed {
            return Err(self.outgoing.fault(crate::Error::custom(
                "the stream failed before, and may hold a part of a record: help: begin another one",
            )));
        }
        self.buffer.clear();
        self.buffer.resize(LENGTH, 0);
        let Form { wire, options, .. } = &self.outgoing.form;
        options
            .encode_into(*wire, value, &mut self.buffer)
            .map_err(|error| self.outgoing.fault(error))?;
        let ends = self.outgoing.frame(&mut self.buffer[LENGTH..])?;
        let start = LENGTH - ends.head().len();
        self.buffer[start..LENGTH].copy_from_slice(ends.head());
        self.buffer.extend_from_slice(ends.tail());
        let record = &self.buffer[start..];
        if let Err(error) = self.inner.write_all(record) {
            self.has_failed = true;
            return Err(self.io(error));
        }
        self.outgoing.passed(record.len());
        Ok(())
    }

    /// Flushes the stream.
    ///
    /// # Errors
    ///
    /// If the stream fails.
    pub fn flush(&mut self) -> Result<(), Error> {
        let flushed = self.inner.flush();
        flushed.map_err(|error| self.io(error))
    }

    /// How many records were written.
    pub const fn records(&self) -> u64 {
        self.outgoing.count()
    }

    /// How many bytes were written.
    pub const fn bytes(&self) -> u64 {
        self.outgoing.bytes()
    }

    /// The stream.
    pub fn into_inner(self) -> W {
        self.inner
    }

    fn io(&self, error: io::Error) -> Error {
        Error::io(error, self.outgoing.count(), self.outgoing.bytes())
    }
}
