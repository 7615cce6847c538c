//! [`Reader`]: records, one behind the other.

use alloc::vec::Vec;
use core::marker::PhantomData;
use std::io::{self, BufRead, BufReader, Read};

use super::{Error, Framing};
use crate::codec::{Decode, DecodeOwned};
use crate::dispatch::Wire;
use crate::error::Fault;
use crate::options::Options;

/// Reads records from a stream, through a buffer of its own. Memory is that of the longest record, which
/// [`Limits::message`](crate::Limits::message) bounds, whatever a length says.
///
/// Where a record does not hold the value that is asked for, the next one can be read. Where the stream ends within a record, or does not say
/// where one ends, it is over: what is read then is [`None`]. Where the stream fails, if only because nothing is there yet, it is over too, and
/// each call says so again.
#[derive(Debug)]
pub struct Reader<R> {
    inner: BufReader<R>,
    wire: Wire,
    framing: Framing,
    options: Options<'static>,
    buffer: Vec<u8>,
    record: u64,
    /// Where the next record begins, or empty lines before it.
    offset: u64,
    /// Where the record that was read last begins.
    start: u64,
    is_over: bool,
    /// How the stream failed.
    failed: Option<io::ErrorKind>,
}

impl<R: Read> Reader<R> {
    /// A reader of records on a wire, with the [framing](Framing::of) that it has.
    pub fn new(inner: R, wire: Wire) -> Self {
        Self {
            inner: BufReader::with_capacity(1 << 16, inner),
            wire,
            framing: Framing::of(wire),
            options: Options::new(),
            buffer: Vec::new(),
            record: 0,
            offset: 0,
            start: 0,
            is_over: false,
            failed: None,
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

    /// Reads a record; `None` at the end of the stream.
    ///
    /// # Errors
    ///
    /// If the stream fails or ends within a record, if a binary wire was given lines, or if the record does not hold such a value.
    pub fn read<T: DecodeOwned>(&mut self) -> Result<Option<T>, Error> {
        let (record, wire, options) = (self.record, self.wire, self.options);
        if self.next_record()?.is_none() {
            return Ok(None);
        }
        let decoded = options.decode(wire, &self.buffer);
        decoded
            .map(Some)
            .map_err(|error| Error::of_record(error, record, self.start))
    }

    /// Reads a record into a value that is there, reusing its memory; `false` at the end of the stream, when the value is as before.
    ///
    /// # Errors
    ///
    /// As [`read`](Self::read).
    pub fn read_into<T: DecodeOwned>(&mut self, value: &mut T) -> Result<bool, Error> {
        let (record, wire, options) = (self.record, self.wire, self.options);
        if self.next_record()?.is_none() {
            return Ok(false);
        }
        let decoded = options.decode_into(wire, value, &self.buffer);
        decoded
            .map(|()| true)
            .map_err(|error| Error::of_record(error, record, self.start))
    }

    /// Reads a record that borrows from the reader, which cannot read the next one before the value is gone.
    ///
    /// # Errors
    ///
    /// As [`read`](Self::read).
    pub fn read_borrowed<'r, T: Decode<'r>>(&'r mut self) -> Result<Option<T>, Error> {
        let (record, wire, options) = (self.record, self.wire, self.options);
        if self.next_record()?.is_none() {
            return Ok(None);
        }
        let decoded = options.decode(wire, &self.buffer);
        decoded
            .map(Some)
            .map_err(|error| Error::of_record(error, record, self.start))
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
            return Err(Error::io(failed.into(), self.record, self.offset));
        }
        if self.is_over {
            return Ok(None);
        }
        self.buffer.clear();
        let read = match self.framing {
            Framing::Length => self.by_length(),
            Framing::Line if self.wire == Wire::Json => self.by_line(),
            Framing::Line => Err(Stop::Fault(lines_are_json(self.wire))),
        };
        match read {
            Ok(Some(len)) => {
                self.start = self.offset;
                self.offset += len;
                self.record += 1;
                Ok(Some(&self.buffer))
            }
            Ok(None) => {
                self.is_over = true;
                Ok(None)
            }
            Err(stop) => {
                self.is_over = true;
                Err(match stop {
                    Stop::Io(error) => {
                        self.failed = Some(error.kind());
                        Error::io(error, self.record, self.offset)
                    }
                    Stop::Fault(error) => Error::of_record(error, self.record, self.offset),
                })
            }
        }
    }

    /// How many records were read.
    pub const fn count(&self) -> u64 {
        self.record
    }

    /// The bytes of the record that was read last, until the next one is looked for.
    pub fn record(&self) -> &[u8] {
        &self.buffer
    }

    /// Where the record that was read last begins in the stream: at its length, or its line.
    pub const fn start(&self) -> u64 {
        self.start
    }

    /// How many bytes the records that were read take in the stream.
    pub const fn bytes(&self) -> u64 {
        self.offset
    }

    /// Reads a record behind its length; how many bytes both take.
    fn by_length(&mut self) -> Result<Option<u64>, Stop> {
        let Some((len, own)) = self.length()? else {
            return Ok(None);
        };
        let limit = self.options.limits.message;
        let Some(wanted) = usize::try_from(len).ok().filter(|len| *len <= limit) else {
            return Err(self.limit());
        };
        // Memory grows with what comes, not with what the length says.
        let mut record = (&mut self.inner).take(len);
        record.read_to_end(&mut self.buffer).map_err(Stop::Io)?;
        match self.buffer.len() == wanted {
            true => Ok(Some(own + len)),
            false => Err(self.stop(Fault::Truncated)),
        }
    }

    /// Reads a length, and how many bytes it takes; `None` where the stream ends before.
    fn length(&mut self) -> Result<Option<(u64, u64)>, Stop> {
        let (mut value, mut index) = (0_u64, 0);
        loop {
            let mut byte = [0];
            let came = loop {
                match self.inner.read(&mut byte) {
                    Ok(count) => break count,
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    Err(error) => return Err(Stop::Io(error)),
                }
            };
            match (came, index) {
                (0, 0) => return Ok(None),
                (0, _) => return Err(self.stop(Fault::Truncated)),
                (_, 0..10) => {}
                _ => return Err(self.stop(Fault::Malformed("the length of a record is too long"))),
            }
            let bits = u64::from(byte[0] & 0x7f);
            if index == 9 && bits > 1 {
                return Err(self.stop(Fault::Malformed("the length of a record is too long")));
            }
            value |= bits << (7 * index);
            index += 1;
            if byte[0] & 0x80 == 0 {
                return Ok(Some((value, index)));
            }
        }
    }

    /// Reads a line that is not empty, past those that are; how many bytes it takes.
    fn by_line(&mut self) -> Result<Option<u64>, Stop> {
        let limit = self.options.limits.message as u64;
        loop {
            self.buffer.clear();
            // Two more for the end of the line, and one to see that there is more.
            let mut line = (&mut self.inner).take(limit.saturating_add(3));
            let read = line.read_until(b'\n', &mut self.buffer).map_err(Stop::Io)?;
            if read == 0 {
                return Ok(None);
            }
            if self.buffer.last() == Some(&b'\n') {
                self.buffer.pop();
                if self.buffer.last() == Some(&b'\r') {
                    self.buffer.pop();
                }
            }
            if self.buffer.len() as u64 > limit {
                return Err(self.limit());
            }
            let is_space = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\r');
            if !self.buffer.iter().all(is_space) {
                return Ok(Some(read as u64));
            }
            self.offset += read as u64;
        }
    }

    fn limit(&self) -> Stop {
        self.stop(Fault::Limit {
            limit: "message",
            value: self.options.limits.message,
        })
    }

    fn stop(&self, fault: Fault) -> Stop {
        Stop::Fault(crate::Error::new(fault, Some(self.wire), 0))
    }
}

/// Why no record is read any more.
enum Stop {
    Io(io::Error),
    Fault(crate::Error),
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

/// A binary wire has line feeds anywhere.
pub(super) fn lines_are_json(wire: Wire) -> crate::Error {
    crate::Error::custom(alloc::format!(
        "records of {wire} cannot be lines: help: use `Framing::Length`"
    ))
}
