//! [`Context`]: what a writer holds beside its cursor.
//!
//! A writer is a cursor, how deep it may go, and a reference to its context, so that the first two may stay in registers.

use alloc::vec::Vec;

use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::options::Options;
use crate::wire::output::Output;

/// How deep a writer may go, and what went wrong first.
#[derive(Debug)]
pub(crate) struct Context {
    depth: usize,
    error: Option<Error>,
}

impl Context {
    /// Appends what `body` writes to a buffer, unless something goes wrong: then the buffer's length is as before.
    #[inline(always)]
    pub(super) fn write(
        buffer: &mut Vec<u8>,
        options: &Options,
        body: impl for<'o> FnOnce(Output<'o>, &mut Self) -> Output<'o>,
    ) -> Result<(), Error> {
        let mut context = Self {
            depth: options.limits.depth,
            error: None,
        };
        let out = body(Output::new(buffer), &mut context);
        match context.error {
            Some(error) => Err(error),
            None => {
                out.finish();
                Ok(())
            }
        }
    }

    /// How many levels may be opened: the value itself, and as many as the limit says.
    #[inline(always)]
    pub(super) fn levels(&self) -> usize {
        self.depth.saturating_add(1)
    }

    /// Records a failure, if it is the first.
    #[cold]
    #[inline(never)]
    pub(super) fn fail(&mut self, error: Error) {
        self.error.get_or_insert(error);
    }

    /// Records that the value nests too deep.
    #[cold]
    #[inline(never)]
    pub(super) fn too_deep(&mut self, wire: Wire, position: usize) {
        let limit = Fault::Limit {
            limit: "depth",
            value: self.depth,
        };
        self.fail(Error::new(limit, Some(wire), position));
    }
}
