//! [`Check`]: the whole way from sources, or compiled types, to what a check finds.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use everwire::Schema;

use super::carried::{self, From};
use super::read::{Locked, Read};
use super::{Checked, Now, Question, golden};
use crate::cores;
use crate::lock::{Acceptance, Lock};
use crate::options::Options;
use crate::render::{Failure, Finding, Label, Report, text};

/// Compares schemas with a lock, or with those of another revision.
///
/// In a test, one line does it for derived types, and for all that they hold:
///
/// ```no_run
/// # use everwire_codegen::Check;
/// # mod shop { pub struct Order; impl Order { pub const SCHEMA: &'static everwire::Schema = &everwire::Schema::message("Order", &[]); } }
/// # use shop::Order;
/// // #[test] fn schemas_go_together() { … }
/// Check::new().types([Order::SCHEMA]).assert();
/// ```
///
/// `UPDATE=1` makes it take down what changed, as `codegen lock` does.
#[derive(Clone, Debug)]
#[must_use = "nothing happens before it is run"]
pub struct Check {
    pub(super) lock: PathBuf,
    pub(super) sources: Vec<PathBuf>,
    pub(super) types: Vec<&'static Schema>,
    pub(super) against: Option<String>,
    pub(super) is_part: bool,
    pub(super) removed: Vec<(String, String)>,
    pub(super) question: Question,
    pub(super) options: Options,
}

impl Default for Check {
    fn default() -> Self {
        Self::new()
    }
}

/// What the schemas of now are compared with.
pub(super) enum Basis<'a> {
    /// A revision, since which the lock says what was accepted, if there is one.
    Revision(&'a str, Option<&'a Lock>),
    /// A lock.
    Lock(&'a Locked),
}

/// What was taken down.
#[derive(Clone, Debug, Default)]
pub struct Recorded {
    /// The newest generation.
    pub generation: u32,
    /// Whether it is new.
    pub is_new: bool,
    /// How many types it has.
    pub types: usize,
    /// How many golden files were written.
    pub golden: usize,
    /// What is worth knowing: what was accepted, and what the sources do not tell.
    pub notes: Report,
}

impl Check {
    /// A check with the lock `everwire.lock`, both directions, all wires.
    pub fn new() -> Self {
        Self {
            lock: "everwire.lock".into(),
            sources: Vec::new(),
            types: Vec::new(),
            against: None,
            is_part: false,
            removed: Vec::new(),
            question: Question::default(),
            options: Options::default(),
        }
    }

    /// With the lock at that path; its golden bytes are in the directory beside it.
    pub fn lock(mut self, path: impl Into<PathBuf>) -> Self {
        self.lock = path.into();
        self
    }

    /// With `.proto` files, Rust files, and directories of both.
    pub fn sources<P: Into<PathBuf>>(mut self, paths: impl IntoIterator<Item = P>) -> Self {
        self.sources.extend(paths.into_iter().map(Into::into));
        self
    }

    /// With the compiled schemas of types, and of all that they hold. What sources cannot tell, a macro or an expression, they do.
    pub fn types(mut self, schemas: impl IntoIterator<Item = &'static Schema>) -> Self {
        self.types.extend(schemas);
        self
    }

    /// Of types that are not all: what else the lock has is taken as it is there, and is not told to be gone. So it is without
    /// sources, since types that are named are not all.
    pub fn part(mut self) -> Self {
        self.is_part = true;
        self
    }

    /// With a git revision in the lock's place; of a branch it is where the two parted.
    pub fn against(mut self, revision: impl Into<String>) -> Self {
        self.against = Some(revision.into());
        self
    }

    /// Accepts that a type is gone, for a reason; it has no place of its own any more that could say so.
    pub fn remove(mut self, full_name: impl Into<String>, reason: impl Into<String>) -> Self {
        self.removed.push((full_name.into(), reason.into()));
        self
    }

    /// With what is asked: wires, directions, the whole history.
    pub fn question(mut self, question: Question) -> Self {
        self.question = question;
        self
    }

    /// With options of the compiler: include paths, the dialect of types that do not choose.
    pub fn options(mut self, options: Options) -> Self {
        self.options = options;
        self
    }

    /// Runs it.
    ///
    /// # Errors
    ///
    /// Mistakes in the sources, or what kept the check from being made. What breaks is no error: it is in [`Checked::findings`].
    pub fn run(&self) -> Result<(Checked, Report), Failure> {
        let (mut read, mut lock) = self.open()?;
        let basis = match &self.against {
            Some(revision) => Basis::Revision(revision, lock.as_ref().map(|locked| &locked.lock)),
            None => Basis::Lock(match &mut lock {
                Some(locked) => locked,
                none => none.insert(self.read_lock()?),
            }),
        };
        let outcome = self.compare(&mut read, &basis);
        cores::free((read, lock));
        outcome
    }

    /// The schemas of now and the lock, if there is one, side by side.
    pub(super) fn open(&self) -> Result<(Read, Option<Locked>), Failure> {
        let (read, lock) = std::thread::scope(|scope| {
            let lock = scope.spawn(|| self.lock.exists().then(|| self.read_lock()).transpose());
            let read = self.read();
            let lock = lock.join();
            (
                read,
                lock.unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            )
        });
        Ok((read?, lock?))
    }

    pub(super) fn compare(
        &self,
        read: &mut Read,
        basis: &Basis<'_>,
    ) -> Result<(Checked, Report), Failure> {
        let mut texts = std::mem::take(&mut read.project.texts);
        let mut checked = match *basis {
            Basis::Revision(revision, lock) => {
                let (mut before, more) = self.before(revision)?;
                texts.extend(more);
                read.notes.append(&mut before.notes);
                carried::carry(
                    read,
                    || Ok(before.definitions.to_vec()),
                    From::Revision(revision),
                )?;
                let accepted = self.accepted(read);
                let now = now(read, &accepted);
                super::with(&[before], lock, &now, &self.question, &|_| false)
            }
            Basis::Lock(locked) => {
                let shown = shown(&self.lock);
                let fault = |fault| golden::failed(&fault, &self.lock);
                carried::carry(read, || Ok(locked.newest.clone()), From::Lock(&shown))?;
                let accepted = self.accepted(read);
                let now = now(read, &accepted);
                let mut checked =
                    super::with_lock(locked, &shown, &now, &self.question).map_err(fault)?;
                if self.question.history {
                    checked
                        .findings
                        .extend(golden::check(&locked.lock, &self.lock, &now)?);
                }
                texts.insert(shown, locked.text.clone());
                checked
            }
        };
        checked.notes.append(&mut read.notes);
        let all = checked.findings.iter_mut().chain(&mut checked.notes);
        spans(all.flat_map(|finding| &mut finding.labels), &texts);
        checked.findings.sort_by_key(Finding::place);
        checked.notes.sort_by_key(Finding::place);
        let report = Report {
            findings: Vec::new(),
            texts,
        };
        Ok((checked, report))
    }

    /// What is accepted: by the types, and of those that are gone.
    fn accepted(&self, read: &Read) -> Vec<(Acceptance, Label)> {
        let mut accepted = read.accepted();
        let gone = self.gone().into_iter();
        accepted.extend(gone.map(|one| (one, Label::default())));
        accepted
    }

    /// What is accepted of types that are gone.
    pub(super) fn gone(&self) -> Vec<Acceptance> {
        let removed = self.removed.iter().map(|(name, reason)| Acceptance {
            type_name: name.clone(),
            number: None,
            change: format!("type {name} removed"),
            reason: reason.clone(),
        });
        removed.collect()
    }

    /// The versions of the types: for each, the generation that changed it last.
    pub(crate) fn versions(&self) -> Result<BTreeMap<String, u32>, Failure> {
        let read = self.read()?;
        let Locked { lock, .. } = self.read_lock()?;
        let versions = read
            .definitions
            .iter()
            .map(|one| (one.full_name(), lock.version(one)));
        Ok(versions.collect())
    }

    /// Fails a test where something breaks or the lock is not up to date; with `UPDATE=1` it takes down what changed.
    ///
    /// # Panics
    ///
    /// With all that was found.
    pub fn assert(&self) {
        if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
            match self.record(None) {
                Ok(_) => return,
                Err(failure) => panic!("{failure}"),
            }
        }
        let question = Question {
            history: true,
            ..self.question.clone()
        };
        match self.clone().question(question).run() {
            Err(failure) => panic!("{failure}"),
            Ok((checked, report)) if !checked.findings.is_empty() => {
                let report = Report {
                    findings: checked.findings,
                    ..report
                };
                panic!("\n{}", text::render(&report, false));
            }
            Ok((checked, _)) if checked.is_stale => {
                panic!(
                    "nothing breaks, but `{}` is not up to date\nhelp: run the test with `UPDATE=1`, and commit the lock",
                    shown(&self.lock)
                );
            }
            Ok(_) => {}
        }
    }
}

fn now<'a>(read: &'a Read, accepted: &'a [(Acceptance, Label)]) -> Now<'a> {
    Now {
        definitions: &read.definitions,
        accepted,
        read,
    }
}

/// Finds the text of the lines of the lock.
fn spans<'a>(labels: impl Iterator<Item = &'a mut Label>, texts: &BTreeMap<String, String>) {
    let mut lines: BTreeMap<&str, Vec<Range<usize>>> = BTreeMap::new();
    for label in labels.filter(|label| label.span.is_none() && label.line > 0) {
        let Some((file, text)) = texts.get_key_value(&label.file) else {
            continue;
        };
        let lines = lines.entry(file).or_insert_with(|| ranges(text));
        label.span = lines.get(label.line - 1).cloned();
    }
}

/// Where each line is, without its end.
fn ranges(text: &str) -> Vec<Range<usize>> {
    let mut end = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        let start = end;
        end += line.len();
        start..start + line.trim_end_matches(['\r', '\n']).len()
    });
    lines.collect()
}

pub(super) fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
