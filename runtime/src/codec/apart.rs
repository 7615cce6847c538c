//! [`Apart`]: a message that is read field by field, where no reader has the whole.

use super::scope::{NOTHING, Scope, close};
use super::seen::{Positions, Seen};
use super::{Fields, Mode, Reader};
use crate::error::Error;
use crate::unknown::End;

/// A message whose fields are read apart, each by a reader of its own.
#[derive(Debug)]
pub(crate) struct Apart {
    seen: Positions,
    mode: Mode,
}

impl Apart {
    /// Begins to read a message into `into`.
    pub(crate) fn begin<'de, M: Fields<'de>>(into: &mut M, mode: Mode) -> Self {
        if mode == Mode::Replace {
            into.reset(Seen::NOTHING_LATE);
        }
        let seen = Positions::NONE;
        Self { seen, mode }
    }

    /// Reads the value of the field at `index`, which is what `reader` is at.
    pub(crate) fn field<'de, R: Reader<'de>, M: Fields<'de>>(
        &mut self,
        reader: &mut R,
        index: usize,
        into: &mut M,
    ) -> Result<(), Error> {
        let mut scope = Scope {
            found: index as u32 + 1,
            after: NOTHING,
            seen: self.seen,
            replace: self.mode == Mode::Replace,
            fresh: self.mode == Mode::Fresh,
            ..Scope::of(reader)
        };
        into.in_order(&mut scope)?;
        self.seen = scope.seen;
        Ok(())
    }

    /// Ends the message.
    pub(crate) fn end<'de, R: Reader<'de>, M: Fields<'de>>(
        self,
        reader: &mut R,
        into: &mut M,
    ) -> Result<(), Error> {
        close(reader, into, self.seen, self.mode, End::default())
    }
}
