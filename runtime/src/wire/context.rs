//! [`Context`]: what a writer holds beside its cursor.
//!
//! A writer is a cursor and a reference to its context, so that the cursor may stay in registers; what is looked at rarely is
//! here, and so is what belongs to the whole encoding.

use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::options::Options;

/// How deep a writer may still go, what went wrong first, and what a wire adds.
#[derive(Debug)]
pub(crate) struct Context<K> {
    depth: usize,
    max_depth: usize,
    error: Option<Error>,
    /// What belongs to one wire.
    pub(super) own: K,
}

impl<K> Context<K> {
    pub(super) fn new(options: &Options, own: K) -> Self {
        let depth = options.limits.depth;
        Self {
            depth: depth.saturating_add(1),
            max_depth: depth,
            error: None,
            own,
        }
    }

    /// Goes one level down; `false` if that is too deep.
    #[inline(always)]
    pub(super) fn enter(&mut self) -> bool {
        match self.depth.checked_sub(1) {
            Some(depth) => {
                self.depth = depth;
                true
            }
            None => false,
        }
    }

    /// Comes one level up.
    #[inline(always)]
    pub(super) fn leave(&mut self) {
        self.depth += 1;
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
            value: self.max_depth,
        };
        self.fail(Error::new(limit, Some(wire), position));
    }

    /// The first failure.
    pub(super) fn result(self) -> Result<(), Error> {
        match self.error {
            Some(error) => Err(error),
            None => Ok(()),
        }
    }
}
