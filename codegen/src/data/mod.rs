//! Data of a project's types, without a program that has them: `convert` writes it anew on another wire, `inspect` shows its bytes.
//!
//! `types` makes the schema of a type from sources; records are read and written by `everwire::stream`.

pub(crate) mod convert;
pub(crate) mod inspect;
mod record;
mod types;

#[cfg(test)]
mod tests;

pub(crate) use record::{Carrier, Frame, Typed};
pub(crate) use types::Known;

use std::fmt;

/// Why a run over data stopped.
#[derive(Debug)]
pub(crate) enum Stop {
    /// A record is not what it is said to be.
    Record(String),
    /// Something cannot be read or written.
    Io(std::io::Error),
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Stop::Record(text) => f.write_str(text),
            Stop::Io(error) => error.fmt(f),
        }
    }
}

impl From<std::io::Error> for Stop {
    fn from(error: std::io::Error) -> Self {
        Stop::Io(error)
    }
}
