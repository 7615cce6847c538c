//! [`Outgoing`]: what stands around records that are written. What is written by `std::io` or asynchronously goes through it.

use super::form::{Form, is_blank};
use super::{Error, Framing};
use crate::varint;

/// Counts the records, and frames each.
#[derive(Clone, Debug)]
pub(crate) struct Outgoing {
    pub(crate) form: Form,
    record: u64,
    offset: u64,
}

/// What stands before and after a record.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ends {
    head: [u8; 10],
    head_len: usize,
    tail: &'static [u8],
}

impl Ends {
    pub(crate) fn head(&self) -> &[u8] {
        &self.head[..self.head_len]
    }

    pub(crate) const fn tail(&self) -> &'static [u8] {
        self.tail
    }
}

impl Outgoing {
    pub(crate) const fn new(form: Form) -> Self {
        Self {
            form,
            record: 0,
            offset: 0,
        }
    }

    /// Refuses to write what could not be read.
    pub(crate) fn check(&self) -> Result<(), Error> {
        self.form.check().map_err(|error| self.fault(error))
    }

    /// Makes bytes a record, and says what stands around it.
    pub(crate) fn frame(&self, record: &mut [u8]) -> Result<Ends, Error> {
        let len = record.len() as u64;
        self.form.admit(len).map_err(|error| self.fault(error))?;
        Ok(match self.form.framing {
            Framing::Length => {
                let (head, head_len) = varint::bytes(len);
                let tail = b"";
                Ends {
                    head,
                    head_len,
                    tail,
                }
            }
            Framing::Line => {
                // What is kept of unknown members may have line breaks between its parts, and only there.
                for byte in &mut *record {
                    if matches!(byte, b'\n' | b'\r') {
                        *byte = b' ';
                    }
                }
                if is_blank(record) {
                    return Err(self.fault(crate::Error::custom(
                        "a line that holds nothing is no record: help: use `Framing::Length`",
                    )));
                }
                Ends {
                    head: [0; 10],
                    head_len: 0,
                    tail: b"\n",
                }
            }
        })
    }

    /// Takes note that a record was written, with what stands around it.
    pub(crate) fn passed(&mut self, len: usize) {
        self.record += 1;
        self.offset += len as u64;
    }

    /// How many records were written.
    pub(crate) const fn count(&self) -> u64 {
        self.record
    }

    /// How many bytes were written.
    pub(crate) const fn bytes(&self) -> u64 {
        self.offset
    }

    /// What is wrong with the record that is being written.
    pub(crate) fn fault(&self, error: crate::Error) -> Error {
        Error::of_record(error, self.record, self.offset)
    }
}
