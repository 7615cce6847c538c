//! The verbs `lock` and `check`.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::arguments::{Format, Json};
use super::run::Outcome;
use super::shown;
use crate::check::{Check as Project, Question};
use crate::options::Options;
use crate::prove::Direction;
use crate::render::{Failure, Report};

/// What the lock is made of.
#[derive(Debug, Args)]
pub(super) struct Sources {
    /// `.proto` files, Rust files, and directories of both
    #[arg(value_name = "SOURCES")]
    pub(super) sources: Vec<PathBuf>,

    /// A directory in which imports are found, besides SOURCES
    #[arg(short = 'I', long, value_name = "DIR")]
    pub(super) include: Vec<PathBuf>,

    /// A descriptor set (`protoc -o`, `buf build -o`), besides SOURCES
    #[arg(long, value_name = "FILE")]
    pub(super) descriptors: Vec<PathBuf>,

    /// The lock; golden bytes are in the directory beside it
    #[arg(long, value_name = "FILE", default_value = "everwire.lock")]
    pub(super) lock: PathBuf,

    /// The JSON of types of `.proto` files that do not choose for themselves
    #[arg(long, value_name = "DIALECT", default_value = "proto")]
    pub(super) json: Json,
}

/// The verb `lock`.
#[derive(Debug, Args)]
pub(super) struct Lock {
    #[command(flatten)]
    pub(super) sources: Sources,

    /// What the newest generation is called, such as the release that has it
    #[arg(long, value_name = "LABEL", value_parser = label)]
    pub(super) label: Option<String>,

    /// Accept that a type is gone; may be said of several
    #[arg(long, value_name = "TYPE", requires = "reason")]
    pub(super) remove: Vec<String>,

    /// Why they are gone
    #[arg(long, value_name = "TEXT", requires = "remove")]
    pub(super) reason: Option<String>,

    /// Say that no program of this generation, or of an earlier one, runs any more
    #[arg(long, value_name = "GENERATION", conflicts_with_all = ["label", "remove"])]
    pub(super) retire: Option<String>,

    #[command(flatten)]
    pub(super) asked: Asked,
}

/// What is in use, of what a change may break.
#[derive(Debug, Args)]
pub(super) struct Asked {
    /// A wire that is in use; all by default
    #[arg(long, value_name = "WIRE")]
    pub(super) wire: Vec<everwire::Wire>,

    /// Who must be able to read whom
    #[arg(long, value_name = "MODE", default_value = "full")]
    pub(super) mode: Mode,
}

/// The verb `check`.
#[derive(Debug, Args)]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) sources: Sources,

    /// Compare with a git revision instead; of a branch, with where the two parted
    #[arg(long, value_name = "REV", conflicts_with = "history")]
    pub(super) against: Option<String>,

    /// Compare with every generation, and read all golden bytes
    #[arg(long)]
    pub(super) history: bool,

    #[command(flatten)]
    pub(super) asked: Asked,

    /// Tell changes that break nothing, too
    #[arg(long)]
    pub(super) all: bool,
}

/// Who must be able to read whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Mode {
    /// New programs read what old ones wrote
    Backward,
    /// Old programs read what new ones write
    Forward,
    /// Both
    Full,
}

impl Sources {
    /// Whether none are named.
    fn is_empty(&self) -> bool {
        self.sources.is_empty() && self.descriptors.is_empty()
    }

    /// The options of the compiler.
    pub(super) fn options(&self) -> Options {
        Options {
            includes: self.include.clone(),
            descriptors: self.descriptors.clone(),
            json: Some(self.json.dialect()),
            ..Options::default()
        }
    }
}

impl Asked {
    fn question(&self) -> Question {
        let mut question = Question::default();
        if !self.wire.is_empty() {
            question.wires = self.wire.iter().copied().collect();
        }
        question.directions = match self.mode {
            Mode::Backward => BTreeSet::from([Direction::NewReadsOld]),
            Mode::Forward => BTreeSet::from([Direction::OldReadsNew]),
            Mode::Full => question.directions,
        };
        question
    }
}

fn label(text: &str) -> Result<String, String> {
    let is_plain = !text.is_empty()
        && !text.contains(char::is_whitespace)
        && text != "retired"
        && !text.starts_with('@')
        && text.parse::<u32>().is_err();
    match is_plain {
        true => Ok(text.to_owned()),
        false => Err("a label is one word, such as `v1.2`, and no number".into()),
    }
}

fn of(sources: &Sources) -> Project {
    Project::new()
        .lock(&sources.lock)
        .sources(&sources.sources)
        .options(sources.options())
}

/// Takes down what the schemas say.
pub(super) fn lock(asked: &Lock) -> Result<Outcome, Failure> {
    let mut check = of(&asked.sources).question(asked.asked.question());
    let mut outcome = Outcome::default();
    if let Some(generation) = &asked.retire {
        let generation = check.retire(generation)?;
        let _ = writeln!(
            outcome.notes,
            "generation {generation} and what is before it are retired"
        );
        return Ok(outcome);
    }
    for name in &asked.remove {
        check = check.remove(name, asked.reason.as_deref().unwrap_or_default());
    }
    if let (Some(label), true) = (&asked.label, asked.sources.is_empty()) {
        let generation = check.label(label)?;
        let _ = writeln!(outcome.notes, "generation {generation} is called `{label}`");
        return Ok(outcome);
    }
    let recorded = check.record(asked.label.as_deref())?;
    let is = if recorded.is_new {
        "is new"
    } else {
        "is up to date"
    };
    let types = match recorded.types {
        1 => "1 type".to_owned(),
        count => format!("{count} types"),
    };
    let files = match recorded.golden {
        0 => String::new(),
        1 => ", 1 golden file written".to_owned(),
        count => format!(", {count} golden files written"),
    };
    let _ = writeln!(
        outcome.notes,
        "generation {} {is}: {types}{files}",
        recorded.generation
    );
    outcome.output = shown(&recorded.notes, Format::Text);
    Ok(outcome)
}

/// Compares.
pub(super) fn check(asked: &Check, format: Format) -> Result<Outcome, Failure> {
    let question = Question {
        history: asked.history,
        all: asked.all,
        ..asked.asked.question()
    };
    let mut check = of(&asked.sources).question(question);
    if let Some(revision) = &asked.against {
        check = check.against(revision);
    }
    let (checked, report) = check.run()?;
    let breaks = checked.findings.len();
    let mut findings = checked.findings;
    findings.extend(checked.notes);
    let report = Report { findings, ..report };
    let mut outcome = Outcome {
        output: shown(&report, format),
        ..Outcome::default()
    };
    let changes = match checked.changes {
        0 => "nothing changed".to_owned(),
        1 => "1 change".to_owned(),
        count => format!("{count} changes"),
    };
    let (code, told) = match (breaks, checked.is_stale) {
        (0, false) => (0, format!("{changes}, nothing breaks")),
        (0, true) => (
            3,
            format!("{changes}, nothing breaks; the lock is not up to date: run `codegen lock`"),
        ),
        (1, _) => (1, format!("{changes}, 1 finding")),
        (count, _) => (1, format!("{changes}, {count} findings")),
    };
    outcome.code = code;
    let _ = writeln!(outcome.notes, "{told}");
    Ok(outcome)
}
