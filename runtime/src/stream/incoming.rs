//! [`Incoming`]: where records begin and end in bytes that come piece by piece. What is read by `std::io` or asynchronously goes through it.

use core::ops::Range;
use std::io::BufRead;

use super::form::{Form, is_blank};
use super::{Error, Framing};
use crate::error::Fault;

/// Finds the records in what came and was not taken yet.
#[derive(Clone, Debug)]
pub struct Incoming {
    pub(crate) form: Form,
    /// How many records were found.
    record: u64,
    /// Where the next record begins, or empty lines before it.
    offset: u64,
    /// Where the record that was found last begins.
    start: u64,
    /// How many of the bytes that are there are known to hold no end of a line.
    searched: usize,
}

/// What the bytes that are there begin with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// A record, where it is, and how many bytes it takes with what stands around it.
    Record(Range<usize>, usize),
    /// So many bytes that are no record.
    Blank(usize),
    /// A part of a record, that so many bytes may complete.
    Part(usize),
    /// Nothing, and nothing comes any more.
    End,
}

impl Incoming {
    pub(crate) const fn new(form: Form) -> Self {
        Self {
            form,
            record: 0,
            offset: 0,
            start: 0,
            searched: 0,
        }
    }

    /// Looks at what is there: `bytes` begin where what was found before ends. After an error nothing can be found any more.
    pub(crate) fn next(&mut self, bytes: &[u8], is_end: bool) -> Result<Next, Error> {
        let next = self.form.check().and_then(|()| match self.form.framing {
            Framing::Length => self.by_length(bytes, is_end),
            Framing::Line => self.by_line(bytes, is_end),
        });
        let next = next.map_err(|error| Error::of_record(error, self.record, self.offset))?;
        match next {
            Next::Record(_, taken) => {
                self.start = self.offset;
                self.offset += taken as u64;
                self.record += 1;
                self.searched = 0;
            }
            Next::Blank(taken) => {
                self.offset += taken as u64;
                self.searched = 0;
            }
            Next::Part(_) | Next::End => {}
        }
        Ok(next)
    }

    /// How many records were found.
    pub(crate) const fn count(&self) -> u64 {
        self.record
    }

    /// Where the record that was found last begins.
    pub(crate) const fn start(&self) -> u64 {
        self.start
    }

    /// How many bytes were found to be records, or between them.
    pub(crate) const fn bytes(&self) -> u64 {
        self.offset
    }

    /// What is wrong with the record that was found last.
    pub(crate) fn of_last(&self, error: crate::Error) -> Error {
        Error::of_record(error, self.record.saturating_sub(1), self.start)
    }

    fn by_length(&self, bytes: &[u8], is_end: bool) -> Result<Next, crate::Error> {
        let (len, own) = match length(bytes) {
            Ok(Some(length)) => length,
            Ok(None) if !is_end => return Ok(Next::Part(1)),
            Ok(None) if bytes.is_empty() => return Ok(Next::End),
            Ok(None) => return Err(self.fault(Fault::Truncated)),
            Err(fault) => return Err(self.fault(fault)),
        };
        self.form.admit(len)?;
        // What is longer than memory is not there.
        let end = usize::try_from(len)
            .unwrap_or(usize::MAX)
            .saturating_add(own);
        match end.checked_sub(bytes.len()) {
            None | Some(0) => Ok(Next::Record(own..end, end)),
            Some(_) if is_end => Err(self.fault(Fault::Truncated)),
            Some(missing) => Ok(Next::Part(missing)),
        }
    }

    fn by_line(&mut self, bytes: &[u8], is_end: bool) -> Result<Next, crate::Error> {
        let mut rest = bytes.get(self.searched..).unwrap_or(bytes);
        let before = bytes.len() - rest.len();
        let passed = rest.skip_until(b'\n').unwrap_or(0);
        let taken = before + passed;
        let mut line = &bytes[..taken];
        if let Some(ended) = line.strip_suffix(b"\n") {
            line = ended.strip_suffix(b"\r").unwrap_or(ended);
        } else if !is_end {
            self.searched = taken;
            // The end of the line may have come by half.
            let least = line.strip_suffix(b"\r").unwrap_or(line);
            self.form.admit(least.len() as u64)?;
            return Ok(Next::Part(1));
        } else if line.is_empty() {
            return Ok(Next::End);
        }
        self.form.admit(line.len() as u64)?;
        Ok(match is_blank(line) {
            true => Next::Blank(taken),
            false => Next::Record(0..line.len(), taken),
        })
    }

    fn fault(&self, fault: Fault) -> crate::Error {
        crate::Error::new(fault, Some(self.form.wire), 0)
    }
}

/// A length, and how many bytes it takes; `None` where the bytes end before it does.
fn length(bytes: &[u8]) -> Result<Option<(u64, usize)>, Fault> {
    const TOO_LONG: Fault = Fault::Malformed("the length of a record is too long");
    let mut value = 0;
    for (index, byte) in bytes.iter().enumerate() {
        let bits = u64::from(byte & 0x7f);
        if index > 9 || (index == 9 && bits > 1) {
            return Err(TOO_LONG);
        }
        value |= bits << (7 * index);
        if byte & 0x80 == 0 {
            return Ok(Some((value, index + 1)));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Limits, Options, Wire};

    fn next(incoming: &mut Incoming, bytes: &[u8], is_end: bool) -> Next {
        incoming.next(bytes, is_end).expect("no error")
    }

    #[test]
    fn what_was_searched_is_not_looked_at_again() {
        let mut incoming = Incoming::new(Form::of(Wire::Json));
        assert_eq!(next(&mut incoming, b"12345", false), Next::Part(1));
        // A line feed where there was none before is not seen.
        assert_eq!(next(&mut incoming, b"12\n456", false), Next::Part(1));
        assert_eq!(
            next(&mut incoming, b"12\n456\n7\n", false),
            Next::Record(0..6, 7)
        );
        assert_eq!(next(&mut incoming, b"7\n", false), Next::Record(0..1, 2));
        assert_eq!(next(&mut incoming, b"89", false), Next::Part(1));
        // Nor is anything missed where bytes were taken away.
        assert_eq!(next(&mut incoming, b"\n", false), Next::Blank(1));
    }

    #[test]
    fn records_are_counted_with_what_stands_around_them() {
        let mut incoming = Incoming::new(Form::of(Wire::Json));
        assert_eq!(next(&mut incoming, b" \r\n", false), Next::Blank(3));
        assert_eq!((incoming.count(), incoming.bytes()), (0, 3));
        assert_eq!(
            next(&mut incoming, b"12\r\n3", false),
            Next::Record(0..2, 4)
        );
        assert_eq!(
            (incoming.count(), incoming.start(), incoming.bytes()),
            (1, 3, 7)
        );
        assert_eq!(next(&mut incoming, b"3", true), Next::Record(0..1, 1));
        assert_eq!(next(&mut incoming, b"", true), Next::End);
        assert_eq!(
            (incoming.count(), incoming.start(), incoming.bytes()),
            (2, 7, 8)
        );
    }

    #[test]
    fn a_length_says_how_much_is_missing() {
        let mut incoming = Incoming::new(Form::of(Wire::MsgPack));
        assert_eq!(next(&mut incoming, b"", false), Next::Part(1));
        assert_eq!(next(&mut incoming, b"\xac", false), Next::Part(1));
        assert_eq!(next(&mut incoming, b"\xac\x02", false), Next::Part(300));
        assert_eq!(
            next(&mut incoming, &[0xac, 2, 7, 7], false),
            Next::Part(298)
        );
        let whole = [&[0xac, 2][..], &[7; 301]].concat();
        assert_eq!(
            next(&mut incoming, &whole, false),
            Next::Record(2..302, 302)
        );
        assert_eq!(next(&mut incoming, b"\0", false), Next::Record(1..1, 1));
        assert!(incoming.next(b"\x80", true).is_err());
        assert!(incoming.next(b"\x01", true).is_err());
    }

    #[test]
    fn the_longest_length_is_a_matter_of_limits() {
        let limits = Limits {
            message: usize::MAX,
            ..Limits::default()
        };
        let mut form = Form::of(Wire::MsgPack);
        form.options = Options::new().limits(limits);
        let mut incoming = Incoming::new(form);
        let most = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1];
        assert_eq!(
            next(&mut incoming, &most, false),
            Next::Part(usize::MAX - 10)
        );
    }
}
