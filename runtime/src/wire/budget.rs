//! [`Budget`]: the limits of one message, counted down while it is read or written.

use crate::error::Fault;
use crate::limits::Limits;

/// What is left of the [`Limits`] while one message is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Budget {
    depth: usize,
    elements: usize,
    reserve: usize,
    limits: Limits,
}

impl Budget {
    /// No limits.
    #[cfg(test)]
    pub(crate) const UNLIMITED: Self = Self {
        depth: usize::MAX,
        elements: usize::MAX,
        reserve: 0,
        limits: Limits::UNLIMITED,
    };

    /// The whole budget for an input of `len` bytes.
    pub(crate) fn new(limits: Limits, len: usize) -> Result<Self, Fault> {
        if len > limits.message {
            return Err(Fault::Limit {
                limit: "message",
                value: limits.message,
            });
        }
        Ok(Self {
            depth: limits.depth,
            elements: limits.elements,
            reserve: limits.ratio.saturating_mul(len),
            limits,
        })
    }

    /// Goes one level down.
    #[inline(always)]
    pub(crate) fn enter(&mut self) -> Result<(), Fault> {
        match self.depth.checked_sub(1) {
            Some(depth) => {
                self.depth = depth;
                Ok(())
            }
            None => Err(Fault::Limit {
                limit: "depth",
                value: self.limits.depth,
            }),
        }
    }

    /// Comes one level up.
    #[inline(always)]
    pub(crate) fn leave(&mut self) {
        self.depth += 1;
    }

    /// How many levels may still be opened.
    pub(crate) const fn depth(&self) -> usize {
        self.depth
    }

    /// Counts elements and entries.
    #[inline(always)]
    pub(crate) fn elements(&mut self, count: usize) -> Result<(), Fault> {
        match self.elements.checked_sub(count) {
            Some(elements) => {
                self.elements = elements;
                Ok(())
            }
            None => Err(Fault::Limit {
                limit: "elements",
                value: self.limits.elements,
            }),
        }
    }

    /// Checks the length of a string or byte string.
    #[inline(always)]
    pub(crate) fn string(&self, len: usize) -> Result<(), Fault> {
        if len > self.limits.string {
            return Err(Fault::Limit {
                limit: "string",
                value: self.limits.string,
            });
        }
        Ok(())
    }

    /// Checks the length of base64 text, so that it stands for hardly more bytes than a byte string may have.
    #[inline(always)]
    pub(crate) fn base64(&self, len: usize) -> Result<(), Fault> {
        if len > self.limits.string.div_ceil(3).saturating_mul(4) {
            return Err(Fault::Limit {
                limit: "string",
                value: self.limits.string,
            });
        }
        Ok(())
    }

    /// How many of `count` elements of `size` bytes may be reserved ahead.
    #[inline]
    pub(crate) fn grant(&mut self, count: usize, size: usize) -> usize {
        let size = size.max(1);
        let granted = count.min(self.reserve / size);
        self.reserve -= granted * size;
        granted
    }
}
