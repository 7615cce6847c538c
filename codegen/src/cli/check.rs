//! The verbs `lock` and `check`.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::arguments::{self, Format, Mode};
use super::run::Outcome;
use super::shown;
use crate::check::{Check, Question};
use crate::prove::Direction;
use crate::render::{Failure, Report};

fn of(sources: &arguments::Sources) -> Check {
    Check::new()
        .lock(&sources.lock)
        .sources(&sources.sources)
        .options(sources.options())
}

/// Takes down what the schemas say.
pub(super) fn lock(asked: &arguments::Lock) -> Result<Outcome, Failure> {
    let check = of(&asked.sources);
    let mut outcome = Outcome::default();
    if let Some(generation) = &asked.retire {
        let generation = check.retire(generation)?;
        let _ = writeln!(
            outcome.notes,
            "generation {generation} and what is before it are retired"
        );
        return Ok(outcome);
    }
    let recorded = check.record(asked.label.as_deref())?;
    let is = if recorded.is_new {
        "is new"
    } else {
        "is up to date"
    };
    let files = match recorded.golden {
        0 => String::new(),
        1 => ", 1 golden file written".to_owned(),
        count => format!(", {count} golden files written"),
    };
    let _ = writeln!(
        outcome.notes,
        "generation {} {is}{files}",
        recorded.generation
    );
    Ok(outcome)
}

/// Compares.
pub(super) fn check(asked: &arguments::Check, format: Format) -> Result<Outcome, Failure> {
    let mut question = Question {
        history: asked.history,
        all: asked.all,
        ..Question::default()
    };
    if !asked.wire.is_empty() {
        question.wires = asked.wire.iter().copied().collect();
    }
    question.directions = match asked.mode {
        Mode::Backward => BTreeSet::from([Direction::NewReadsOld]),
        Mode::Forward => BTreeSet::from([Direction::OldReadsNew]),
        Mode::Full => question.directions,
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
