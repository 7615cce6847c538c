//! [`Budget`]: the limits of one message, counted down while it is read.

use core::cell::Cell;

use crate::error::Fault;
use crate::limits::Limits;

/// What is left of the [`Limits`] while one message is read.
#[derive(Clone, Debug)]
pub(crate) struct Budget {
    depth: Cell<usize>,
    elements: Cell<usize>,
    reserve: Cell<usize>,
    limits: Limits,
}

/// What was left of a budget.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Left {
    elements: usize,
    reserve: usize,
}

impl Budget {
    /// The whole budget for an input of `len` bytes.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) const fn new(limits: Limits, len: usize) -> Self {
        Self {
            depth: Cell::new(limits.depth.saturating_add(1)),
            elements: Cell::new(limits.elements),
            reserve: Cell::new(limits.ratio.saturating_mul(len)),
            limits,
        }
    }

    /// Goes one level down.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn enter(&self) -> Result<(), Fault> {
        match self.depth.get().checked_sub(1) {
            Some(depth) => {
                self.depth.set(depth);
                Ok(())
            }
            None => Err(self.too_deep()),
        }
    }

    /// What is said where no level is left.
    #[cold]
    pub(crate) const fn too_deep(&self) -> Fault {
        Fault::Limit {
            limit: "depth",
            value: self.limits.depth,
        }
    }

    /// Comes one level up.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn leave(&self) {
        self.depth.set(self.depth.get() + 1);
    }

    /// How many levels may still be opened.
    pub(crate) const fn depth(&self) -> usize {
        self.depth.get()
    }

    /// Whether a message within which so many levels may be opened stands in no other one.
    pub(crate) const fn is_outermost(&self, depth: usize) -> bool {
        depth.saturating_add(1) == self.limits.depth.saturating_add(1)
    }

    /// The limits of what stands where so many levels may be opened.
    pub(crate) const fn limits_at(&self, depth: usize) -> Limits {
        Limits {
            depth,
            elements: self.elements.get(),
            ..self.limits
        }
    }

    /// Counts elements and entries.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn elements(&self, count: usize) -> Result<(), Fault> {
        match self.elements.get().checked_sub(count) {
            Some(elements) => {
                self.elements.set(elements);
                Ok(())
            }
            None => Err(Fault::Limit {
                limit: "elements",
                value: self.limits.elements,
            }),
        }
    }

    /// What is left.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn left(&self) -> Left {
        Left {
            elements: self.elements.get(),
            reserve: self.reserve.get(),
        }
    }

    /// Gives back what was taken since then, for what is read anew.
    pub(crate) fn restore(&self, left: Left) {
        self.elements.set(left.elements);
        self.reserve.set(left.reserve);
    }

    /// The most bytes that a string or byte string may have.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) const fn longest(&self) -> usize {
        self.limits.string
    }

    /// Checks the length of a string or byte string.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn string(&self, len: usize) -> Result<(), Fault> {
        if len > self.limits.string {
            return Err(self.too_long());
        }
        Ok(())
    }

    /// What is said of a string or byte string that is too long.
    #[cold]
    pub(crate) const fn too_long(&self) -> Fault {
        Fault::Limit {
            limit: "string",
            value: self.limits.string,
        }
    }

    /// Checks the length of base64 text, so that it stands for hardly more bytes than a byte string may have.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn base64(&self, len: usize) -> Result<(), Fault> {
        if len > self.limits.string.div_ceil(3).saturating_mul(4) {
            return Err(self.too_long());
        }
        Ok(())
    }

    /// How many of `count` elements of `size` bytes may be reserved ahead.
    #[inline]
    pub(crate) fn grant(&self, count: usize, size: usize) -> usize {
        let size = size.max(1);
        let granted = count.min(self.reserve.get() / size);
        self.reserve.set(self.reserve.get() - granted * size);
        granted
    }
}
