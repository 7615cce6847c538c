//! The listener that only knows whether everything holds.

use super::{Checker, Step, Violation};

/// Only whether everything holds: done at the first violation, keeps no paths and makes no messages. It allocates only for
/// [`Rule::Unique`](super::Rule::Unique) on longer lists.
#[derive(Clone, Copy, Debug, Default)]
pub struct Verdict<const DEEP: bool> {
    broken: bool,
}

/// Whether everything holds, nested messages included.
pub type Quick = Verdict<true>;

/// Whether the fields of one message hold, nested messages apart: a decoder asks it of each message as it has read it.
pub type Shallow = Verdict<false>;

impl<const DEEP: bool> Verdict<DEEP> {
    /// Nothing is broken yet.
    pub const fn new() -> Self {
        Verdict { broken: false }
    }

    /// Whether everything held so far.
    pub const fn is_valid(&self) -> bool {
        !self.broken
    }
}

impl<const DEEP: bool> Checker for Verdict<DEEP> {
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
    fn within(&mut self, _: Step<'_>, check: impl FnOnce(&mut Self)) {
        check(self);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn key(&mut self, check: impl FnOnce(&mut Self)) {
        check(self);
    }
}
