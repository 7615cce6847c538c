//! [`Reading`]: what a reader holds beside its cursor.
//!
//! A reader is a cursor and a shared reference to its reading; what belongs to the whole decoding is here, in cells, and what
//! belongs to one message lies with the walk over it.

use core::cell::Cell;
use core::fmt;

use super::budget::Budget;
use super::source::Source;
use crate::dispatch::Wire;
use crate::error::Error;
use crate::options::Options;
use crate::unknown::{Key, UnknownFields};

/// What belongs to the decoding of one input: the options, what is left of the limits, and whether rules were broken.
pub struct Reading<'o> {
    options: &'o Options<'o>,
    pub(super) budget: Budget,
    /// The buffer that the input is a part of, where fields may share it.
    #[cfg(feature = "bytes")]
    buffer: Option<&'o bytes::Bytes>,
    /// The unknown fields of the message that is being read, where it keeps them.
    kept: Cell<UnknownFields>,
    refused: Cell<bool>,
    /// How many messages may still turn out not to be as our writer writes them, before none is taken to be so.
    trust: Cell<u32>,
}

/// How often a message is read anew that is not as our writer writes it.
const TRUST: u32 = 16;

impl<'o> Reading<'o> {
    /// The reading of an input of `len` bytes.
    ///
    /// # Errors
    ///
    /// If the input is longer than the limit `message`.
    #[inline]
    pub fn new(options: &'o Options<'o>, len: usize, wire: Wire) -> Result<Self, Error> {
        super::admit(&options.limits, len, wire)?;
        Ok(Self {
            options,
            budget: Budget::new(options.limits, len),
            #[cfg(feature = "bytes")]
            buffer: None,
            kept: Cell::new(UnknownFields::new()),
            refused: Cell::new(false),
            trust: Cell::new(TRUST),
        })
    }

    /// The reading of a source.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn of(
        options: &'o Options<'o>,
        source: Source<'o>,
        wire: Wire,
    ) -> Result<Self, Error> {
        let reading = Self::new(options, source.bytes.len(), wire)?;
        #[cfg(feature = "bytes")]
        let reading = Self {
            buffer: source.buffer,
            ..reading
        };
        Ok(reading)
    }

    /// The buffer that the input is a part of, where fields may share it.
    #[cfg(feature = "bytes")]
    pub(super) fn buffer(&self) -> Option<&bytes::Bytes> {
        self.buffer
    }

    /// Whether a message did not meet its rules.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.refused.get()
    }

    /// Whether the next message may be taken to be as our writer writes it.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn trusts(&self) -> bool {
        self.trust.get() > 0
    }

    /// A message was not as our writer writes it.
    pub(super) fn doubt(&self) {
        self.trust.set(self.trust.get().saturating_sub(1));
    }

    pub(super) fn refuse(&self) {
        self.refused.set(true);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn options(&self) -> &'o Options<'o> {
        self.options
    }

    /// Makes `kept` the unknown fields of the message that is being read, and returns those of the message around it.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn replace_kept(&self, kept: UnknownFields) -> UnknownFields {
        self.kept.replace(kept)
    }

    /// Exchanges the unknown fields of the message that is being read.
    pub(super) fn swap_kept(&self, unknown: &mut UnknownFields) {
        *unknown = self.kept.replace(core::mem::take(unknown));
    }

    /// Keeps an unknown field.
    #[cold]
    #[inline(never)]
    pub(super) fn keep(&self, wire: Wire, key: Key<'_>, bytes: &[u8]) {
        let mut kept = self.kept.take();
        kept.push(wire, key, bytes);
        self.kept.set(kept);
    }
}

impl fmt::Debug for Reading<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reading")
            .field("options", &self.options)
            .field("budget", &self.budget)
            .field("refused", &self.refused)
            .finish_non_exhaustive()
    }
}
