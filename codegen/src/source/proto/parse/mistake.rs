//! Mistakes of grammar.

use std::ops::Range;

/// A mistake, where it is, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::source::proto) struct Mistake {
    /// One clause, with names in backticks.
    pub(in crate::source::proto) message: String,
    /// The next action.
    pub(in crate::source::proto) help: String,
    /// The bytes of the text, and what each contributes; the most guilty first.
    pub(in crate::source::proto) labels: Vec<(Range<usize>, String)>,
}

/// A mistake was noted, and the rest of the statement is of no use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stop;

/// What reading gives.
pub(super) type Parse<T> = Result<T, Stop>;

impl Mistake {
    /// A mistake at one place.
    pub(super) fn new(
        span: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Mistake {
            message: message.into(),
            help: help.into(),
            labels: vec![(span, String::new())],
        }
    }

    /// Says what the first place contributes.
    pub(super) fn label(mut self, text: &str) -> Self {
        if let Some((_, label)) = self.labels.first_mut() {
            text.clone_into(label);
        }
        self
    }

    /// Adds a further place.
    pub(super) fn also(mut self, span: Range<usize>, text: &str) -> Self {
        self.labels.push((span, text.to_owned()));
        self
    }

    /// Where it begins.
    pub(super) fn start(&self) -> usize {
        self.labels.first().map_or(0, |(span, _)| span.start)
    }
}
