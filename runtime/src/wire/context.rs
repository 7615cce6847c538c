//! [`Context`]: what a writer holds beside its cursor.

use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::options::Options;
use crate::wire::output::{Handed, Target};

/// How deep a writer may go, what went wrong first, and what the wire's writer holds of its own.
#[derive(Debug)]
pub struct Context<X = ()> {
    depth: usize,
    error: Option<Error>,
    pub(super) own: X,
}

impl<X> Context<X> {
    /// Appends what `body` writes to a buffer, unless something goes wrong: then the buffer's length is as before. `body` is told
    /// how many levels it may open: the value's own, and as many as the limit says.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn write(
        target: Target<'_>,
        options: &Options,
        own: X,
        body: impl for<'o, 'b> FnOnce(Handed<'o, 'b, Self>, usize) -> Handed<'o, 'b, Self>,
    ) -> Result<(), Error> {
        let depth = options.limits.depth;
        let error = None;
        target.append(
            Self { depth, error, own },
            |out| body(out, depth.saturating_add(1)),
            |cx| cx.error.take().map_or(Ok(()), Err),
        )
    }

    /// Whether something went wrong.
    pub(super) const fn has_failed(&self) -> bool {
        self.error.is_some()
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
