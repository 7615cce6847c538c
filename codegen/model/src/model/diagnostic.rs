//! What is told about a mistake, and where.
//!
//! A place is only an id here: the front end that made it knows the span or the file behind it.

/// A place in the source, as an index into the places its front end has kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct At(pub u32);

/// A value and the place where it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Located<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub at: At,
}

impl<T> Located<T> {
    /// `value`, written at `at`.
    pub fn new(value: T, at: At) -> Self {
        Located { value, at }
    }
}

/// One mistake: the rule it breaks, a sentence, the places concerned and the next action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The id of the rule, in kebab-case; also the name of the rule's file and test folder.
    pub rule: &'static str,
    /// One lowercase clause with names in backticks.
    pub message: String,
    /// The places, the narrowest and most guilty first, each with what it contributes
    /// (empty where the message says it all).
    pub labels: Vec<(At, String)>,
    /// What to do next.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A mistake at one place.
    pub fn new(rule: &'static str, at: At, message: impl Into<String>) -> Self {
        Diagnostic {
            rule,
            message: message.into(),
            labels: vec![(at, String::new())],
            help: None,
        }
    }

    /// Adds a second place and what it contributes.
    #[must_use]
    pub fn label(mut self, at: At, text: impl Into<String>) -> Self {
        self.labels.push((at, text.into()));
        self
    }

    /// Adds the next action.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// The place that the message is about.
    pub fn at(&self) -> At {
        self.labels.first().map_or(At::default(), |(at, _)| *at)
    }

    /// The message and, on a line of its own, `help:` with the next action.
    pub fn text(&self) -> String {
        match &self.help {
            Some(help) => format!("{}\nhelp: {help}", self.message),
            None => self.message.clone(),
        }
    }
}
