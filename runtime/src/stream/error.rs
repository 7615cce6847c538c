//! [`Error`]: what kept a stream from being read or written, and where.

use alloc::boxed::Box;
use core::fmt;
use std::io;

/// What kept a record from being read or written: the stream, or the record itself.
///
/// ```
/// use everwire::Wire;
/// use everwire::stream::Reader;
///
/// let mut reader = Reader::new(&b"1\n2\ntrue\n"[..], Wire::Json);
/// assert_eq!((reader.read::<u32>()?, reader.read::<u32>()?), (Some(1), Some(2)));
/// let error = reader.read::<u32>().unwrap_err();
/// assert_eq!(error.to_string(), "record 2 at byte 4: expected integer, found bool (json, byte 0)");
/// assert_eq!((error.record(), error.offset()), (2, 4));
/// assert!(error.codec().is_some_and(everwire::Error::is_type_mismatch));
/// # Ok::<(), everwire::stream::Error>(())
/// ```
pub struct Error(Box<Inner>);

struct Inner {
    cause: Cause,
    /// The record and where it begins, if that is known.
    place: Option<(u64, u64)>,
}

enum Cause {
    Io(io::Error),
    Codec(crate::Error),
}

impl Error {
    #[cold]
    pub(super) fn io(error: io::Error, record: u64, offset: u64) -> Self {
        Self(Box::new(Inner {
            cause: Cause::Io(error),
            place: Some((record, offset)),
        }))
    }

    #[cold]
    pub(super) fn of_record(error: crate::Error, record: u64, offset: u64) -> Self {
        Self(Box::new(Inner {
            cause: Cause::Codec(error),
            place: Some((record, offset)),
        }))
    }

    /// Which record it was, counted from 0; 0 too where the stream's own error came by `From`, which does not know.
    #[must_use]
    pub fn record(&self) -> u64 {
        self.0.place.unwrap_or_default().0
    }

    /// Where the record begins, in bytes from where the stream was taken up; 0 too where the stream's own error came by `From`.
    #[must_use]
    pub fn offset(&self) -> u64 {
        self.0.place.unwrap_or_default().1
    }

    /// What the stream says, if it could not be read or written.
    #[must_use]
    pub fn io_error(&self) -> Option<&io::Error> {
        match &self.0.cause {
            Cause::Io(error) => Some(error),
            Cause::Codec(_) => None,
        }
    }

    /// What is wrong with the record, if the stream was read or written; its offset counts from the record's first byte.
    #[must_use]
    pub fn codec(&self) -> Option<&crate::Error> {
        match &self.0.cause {
            Cause::Io(_) => None,
            Cause::Codec(error) => Some(error),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((record, offset)) = self.0.place {
            write!(f, "record {record} at byte {offset}: ")?;
        }
        match &self.0.cause {
            Cause::Io(error) => error.fmt(f),
            Cause::Codec(error) => error.fmt(f),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Error");
        match &self.0.cause {
            Cause::Io(error) => shown.field("io", error),
            Cause::Codec(error) => shown.field("codec", error),
        };
        if let Some((record, offset)) = self.0.place {
            shown.field("record", &record).field("offset", &offset);
        }
        shown.finish()
    }
}

impl core::error::Error for Error {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match &self.0.cause {
            Cause::Io(error) => Some(error),
            Cause::Codec(error) => Some(error),
        }
    }
}

/// What a stream says to those who do not know which record it is about.
impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self(Box::new(Inner {
            cause: Cause::Io(error),
            place: None,
        }))
    }
}

/// Of the kind that the stream gave, or [`InvalidData`](io::ErrorKind::InvalidData).
impl From<Error> for io::Error {
    fn from(error: Error) -> Self {
        let kind = match &error.0.cause {
            Cause::Io(error) => error.kind(),
            Cause::Codec(_) => io::ErrorKind::InvalidData,
        };
        Self::new(kind, error)
    }
}
