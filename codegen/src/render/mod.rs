//! What is wrong with a schema, and how it is shown: [`text`] for people, [`json`] for programs, [`github`] beside the lines of a review.

pub mod github;
pub mod json;
pub mod text;

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use crate::prove::Verdict;

/// A mistake in a schema, or a change that breaks something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finding {
    /// The id of the rule that it breaks; `codegen explain ID` prints the rule's page.
    pub rule: String,
    /// One clause, with names in backticks.
    pub message: String,
    /// The places, the most guilty first.
    pub labels: Vec<Label>,
    /// The next action.
    pub help: Option<String>,
    /// Whether it is a mistake, or only worth knowing.
    pub severity: Severity,
    /// What else there is to say, line by line.
    pub notes: Vec<String>,
    /// What a change does on each wire and in each direction.
    pub verdicts: Vec<Verdict>,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The run fails.
    #[default]
    Error,
    /// Nothing fails, but it ought to be seen.
    Warning,
    /// Nothing is wrong.
    Note,
}

impl Finding {
    /// Where the finding stands among others: by file, then by line and column.
    pub(crate) fn place(&self) -> (String, usize, usize) {
        let first = self.labels.first();
        first
            .map(|label| (label.file.clone(), label.line, label.column))
            .unwrap_or_default()
    }
}

/// A place in a schema, and what it contributes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// The file, as its path was given; of a descriptor set, as it is named there.
    pub file: String,
    /// The bytes of the file, where it is known.
    pub span: Option<Range<usize>>,
    /// The line, from 1; 0 where it is not known.
    pub line: usize,
    /// The column in characters, from 1; 0 where it is not known.
    pub column: usize,
    /// What the place contributes, or nothing.
    pub text: String,
}

/// All findings of one run, with the text of the files that they are in.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The findings, in the order of the files.
    pub findings: Vec<Finding>,
    pub(crate) texts: BTreeMap<String, String>,
}

/// Why there is no output.
#[derive(Clone)]
pub enum Failure {
    /// The schemas have mistakes.
    Findings(Report),
    /// The run could not begin or end: a file cannot be read or written, an option is malformed.
    Run(String),
}

impl Failure {
    /// A failure to run: what happened, and the next action.
    pub(crate) fn run(message: impl fmt::Display, help: impl fmt::Display) -> Self {
        Failure::Run(format!("{message}\nhelp: {help}"))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Findings(report) => f.write_str(text::render(report, false).trim_end()),
            Failure::Run(message) => write!(f, "error: {message}"),
        }
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\n{self}")
    }
}

impl std::error::Error for Failure {}
