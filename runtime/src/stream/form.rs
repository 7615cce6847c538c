//! [`Form`]: what records are on a stream.

use super::Framing;
use crate::dispatch::Wire;
use crate::options::Options;

/// How the records of a stream are written and told apart.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    pub(crate) wire: Wire,
    pub(crate) framing: Framing,
    pub(crate) options: Options<'static>,
}

impl Form {
    /// That of a wire where nothing else is asked for.
    pub(crate) const fn of(wire: Wire) -> Self {
        Self {
            wire,
            framing: Framing::of(wire),
            options: Options::new(),
        }
    }

    /// Refuses what cannot be told apart: a binary wire has line feeds anywhere.
    pub(super) fn check(&self) -> Result<(), crate::Error> {
        if self.framing == Framing::Line && self.wire != Wire::Json {
            return Err(crate::Error::custom(alloc::format!(
                "records of {} cannot be lines: help: use `Framing::Length`",
                self.wire
            )));
        }
        Ok(())
    }

    /// Refuses a record that is longer than the limit `message`.
    pub(super) fn admit(&self, len: u64) -> Result<(), crate::Error> {
        let len = usize::try_from(len).unwrap_or(usize::MAX);
        crate::wire::admit(&self.options.limits, len, self.wire)
    }
}

/// Whether a line, without its end, holds nothing.
pub(super) fn is_blank(line: &[u8]) -> bool {
    line.iter().all(|byte| matches!(byte, b' ' | b'\t' | b'\r'))
}
