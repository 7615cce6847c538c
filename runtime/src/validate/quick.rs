//! The listener that only knows whether everything holds.

use super::{Checker, Context, Step, Violation};

/// Only whether everything holds: done at the first violation, keeps no paths and makes no messages. It allocates only for
/// [`Rule::Unique`](super::Rule::Unique) on longer lists.
#[derive(Clone, Copy, Debug)]
pub struct Verdict<'c, const DEEP: bool> {
    context: &'c Context<'c>,
    broken: bool,
}

/// Whether everything holds, nested messages included.
pub type Quick<'c> = Verdict<'c, true>;

/// Whether the fields of one message hold, nested messages apart: a decoder asks it of each message as it has read it.
pub type Shallow<'c> = Verdict<'c, false>;

impl<const DEEP: bool> Default for Verdict<'_, DEEP> {
    fn default() -> Self {
        Verdict::new()
    }
}

impl<'c, const DEEP: bool> Verdict<'c, DEEP> {
    /// Nothing is broken yet; hooks are given nothing.
    #[must_use]
    pub const fn new() -> Self {
        Verdict::given(&Context::NONE)
    }

    /// Nothing is broken yet; hooks are given a context.
    #[must_use]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub const fn given(context: &'c Context<'c>) -> Self {
        Verdict {
            context,
            broken: false,
        }
    }

    /// Whether everything held so far.
    #[must_use]
    pub const fn is_valid(&self) -> bool {
        !self.broken
    }
}

impl<const DEEP: bool> Checker for Verdict<'_, DEEP> {
    const DEEP: bool = DEEP;

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn report(&mut self, _: impl FnOnce() -> Violation) {
        self.broken = true;
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn done(&self) -> bool {
        self.broken
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn context(&self) -> &Context<'_> {
        self.context
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn within(&mut self, _: Step<'_>, check: impl FnOnce(&mut Self)) {
        check(self);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn key(&mut self, check: impl FnOnce(&mut Self)) {
        check(self);
    }
}
