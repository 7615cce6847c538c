//! [`Reader`]: records, one behind the other.

use alloc::vec::Vec;
use core::marker::PhantomData;
use core::ops::Range;
use std::io::{self, Read};

use super::form::Form;
use super::incoming::{Incoming, Next};
use super::{Error, Framing, PIECE};
use crate::codec::{Decode, DecodeOwned};
use crate::dispatch::Wire;
use crate::options::Options;

/// Reads records from a stream, through a buffer of its own. Memory is that of the longest record, which
/// [`Limits::message`](crate::Limits::message) bounds, whatever a length says.
///
/// Where a record does not hold the value that is asked for, the next one can be read. Where the stream ends within a record, or does not say
/// where one ends, it is over: what is read then is [`None`]. Where the stream fails, if only because nothing is there yet, it is over too, and
/// each call says so again.
#[derive(Debug)]
pub struct Reader<R> {
    inner: R,
    incoming: Incoming,
    /// What came, from `taken` to `came`; beyond is room.
    buffer: Vec<u8>,
    taken: usize,
    came: usize,
    /// Where the record that was read last is.
    record: Range<usize>,
    has_ended: bool,
    is_over: bool,
    /// How the stream failed.
    failed: Option<io::ErrorKind>,
}

impl<R: Read> Reader<R> {
    /// A reader of records on a wire, with the [framing](Framing::of) that it has.
    pub fn new(inner: R, wire: Wire) -> Self {
        Self {
            inner,
            incoming: Incoming::new(Form::of(wire)),
            buffer: Vec::new(),
            taken: 0,
            came: 0,
            record: 0..0,
            has_ended: false,
            is_over: false,
            failed: None,
        }
    }

    /// With another framing.
    #[must_use]
    pub fn framing(mut self, framing: Framing) -> Self {
        self.incoming.form.framing = framing;
        self
    }

    /// With options; a [context](Options::context) among them stays for as long as the program runs.
    #[must_use]
    pub fn options(mut self, options: Options<'static>) -> Self {
        self.incoming.form.options = options;
        self
    }

    /// Reads a record; `None` at the end of the stream.
    ///
    /// # Errors
    ///
    /// If the stream fails or ends within a record, if a binary wire was given lines, or if the record does not hold such a value.
    pub fn read<T: DecodeOwned>(&mut self) -> Result<Option<T>, Error> {
        if self.next_record()?.is_none() {
            return Ok(None);
        }
        let Form { wire, options, .. } = &self.incoming.form;
        let decoded = options.decode(*wire, self.record());
        decoded
            .map(Some)
            .map_err(|error| self.incoming.of_last(error))
    }

    /// Reads a record into a value that is there, reusing its memory; `false` at the end of the stream, when the value is as before.
    ///
    /// # Errors
    ///
    /// As [`read`](Self::read).
    pub fn read_into<T: DecodeOwned>(&mut self, value: &mut T) -> Result<bool, Error> {
        if self.next_record()?.is_none() {
            return Ok(false);
        }
        let Form { wire, options, .. } = &self.incoming.form;
        let decoded = options.decode_into(*wire, value, self.record());
        decoded
            .map(|()| true)
            .map_err(|error| self.incoming.of_last(error))
    }

    /// Reads a record that borrows from the reader, which cannot read the next one before the value is gone.
    ///
    /// # Errors
    ///
    /// As [`read`](Self::read).
    pub fn read_borrowed<'r, T: Decode<'r>>(&'r mut self) -> Result<Option<T>, Error> {
        if self.next_record()?.is_none() {
            return Ok(None);
        }
        let Form { wire, options, .. } = &self.incoming.form;
        let decoded = options.decode(*wire, self.record());
        decoded
            .map(Some)
            .map_err(|error| self.incoming.of_last(error))
    }

    /// The records that are left, as values.
    pub fn records<T: DecodeOwned>(self) -> Records<R, T> {
        Records {
            reader: self,
            of: PhantomData,
        }
    }

    /// The bytes of the next record; `None` at the end of the stream.
    ///
    /// # Errors
    ///
    /// If the stream fails or ends within a record, or if a binary wire was given lines.
    pub fn next_record(&mut self) -> Result<Option<&[u8]>, Error> {
        if let Some(failed) = self.failed {
            return Err(self.io(failed.into()));
        }
        self.record = 0..0;
        while !self.is_over {
            let bytes = &self.buffer[self.taken..self.came];
            match self.incoming.next(bytes, self.has_ended) {
                Ok(Next::Record(at, len)) => {
                    self.record = self.taken + at.start..self.taken + at.end;
                    self.taken += len;
                    return Ok(Some(self.record()));
                }
                Ok(Next::Blank(len)) => self.taken += len,
                Ok(Next::Part(missing)) => self.fill(missing)?,
                Ok(Next::End) => self.is_over = true,
                Err(error) => {
                    self.is_over = true;
                    return Err(error);
                }
            }
        }
        Ok(None)
    }

    /// Reads what comes next, of which so many bytes are missing at least.
    fn fill(&mut self, missing: usize) -> Result<(), Error> {
        let held = self.came - self.taken;
        if self.taken > 0 && (held == 0 || self.buffer.len() - self.came < missing.min(PIECE)) {
            self.buffer.copy_within(self.taken..self.came, 0);
            (self.taken, self.came) = (0, held);
        }
        // Memory grows with what came, not with what a length says.
        let room = missing.min(held).max(PIECE);
        if self.buffer.len() - self.came < missing.min(room) {
            self.buffer.resize(self.came + room, 0);
        }
        loop {
            match self.inner.read(&mut self.buffer[self.came..]) {
                Ok(0) => self.has_ended = true,
                Ok(len) => self.came += len,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => {
                    (self.is_over, self.failed) = (true, Some(error.kind()));
                    return Err(self.io(error));
                }
            }
            return Ok(());
        }
    }

    fn io(&self, error: io::Error) -> Error {
        Error::io(error, self.incoming.count(), self.incoming.bytes())
    }

    /// How many records were read.
    pub const fn count(&self) -> u64 {
        self.incoming.count()
    }

    /// The bytes of the record that was read last, until the next one is looked for.
    pub fn record(&self) -> &[u8] {
        &self.buffer[self.record.clone()]
    }

    /// Where the record that was read last begins in the stream: at its length, or its line.
    pub const fn start(&self) -> u64 {
        self.incoming.start()
    }

    /// How many bytes the records that were read take in the stream.
    pub const fn bytes(&self) -> u64 {
        self.incoming.bytes()
    }
}

/// The values of a stream, one behind the other; see [`Reader::records`].
#[derive(Debug)]
pub struct Records<R, T> {
    reader: Reader<R>,
    of: PhantomData<fn() -> T>,
}

impl<R: Read, T: DecodeOwned> Iterator for Records<R, T> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.reader.is_over {
            return None;
        }
        self.reader.read().transpose()
    }
}
