//! [`Check`]: the whole way from sources, or compiled types, to what a check finds.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use everwire::Schema;
use everwire::dynamic::Definition;

use super::{Before, Checked, Now, Question, golden};
use crate::define::{self, Declared, Project};
use crate::lock::{Acceptance, Lock};
use crate::options::Options;
use crate::render::{Failure, Finding, Label, Report, text};
use crate::source::git::Revision;

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
    lock: PathBuf,
    sources: Vec<PathBuf>,
    types: Vec<&'static Schema>,
    against: Option<String>,
    removed: Vec<(String, String)>,
    question: Question,
    options: Options,
}

impl Default for Check {
    fn default() -> Self {
        Self::new()
    }
}

/// What was taken down.
#[derive(Clone, Debug, Default)]
pub struct Recorded {
    /// The newest generation.
    pub generation: u32,
    /// Whether it is new.
    pub is_new: bool,
    /// How many golden files were written.
    pub golden: usize,
    /// What is worth knowing: what was accepted.
    pub notes: Vec<Finding>,
}

/// The schemas of now, whatever they were read from.
struct Read {
    definitions: Vec<Definition>,
    accepted: Vec<(Acceptance, Label)>,
    project: Project,
}

impl Check {
    /// A check with the lock `everwire.lock`, both directions, all wires.
    pub fn new() -> Self {
        Self {
            lock: "everwire.lock".into(),
            sources: Vec::new(),
            types: Vec::new(),
            against: None,
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
        let read = self.read()?;
        let (checked, texts) = self.compare(&read)?;
        Ok((checked, texts))
    }

    fn compare(&self, read: &Read) -> Result<(Checked, Report), Failure> {
        let place = |name: &str, number| read.place(name, number);
        let now = Now {
            definitions: &read.definitions,
            accepted: &read.accepted,
            place: &place,
        };
        let mut texts = read.project.texts.clone();
        let mut checked = match &self.against {
            Some(revision) => {
                let (before, more) = self.before(revision)?;
                texts.extend(more);
                super::with(&[before], None, &now, &self.question, &|_| false)
            }
            None => {
                let (lock, text) = self.read_lock()?;
                let shown = shown(&self.lock);
                let fault = |fault| golden::failed(&fault, &self.lock);
                let mut checked =
                    super::with_lock(&lock, &shown, &now, &self.question).map_err(fault)?;
                if self.question.history {
                    checked
                        .findings
                        .extend(golden::check(&lock, &self.lock, &now)?);
                }
                texts.insert(shown, text);
                checked
            }
        };
        for finding in checked.findings.iter_mut().chain(&mut checked.notes) {
            finding
                .labels
                .iter_mut()
                .for_each(|label| span(label, &texts));
        }
        checked.findings.sort_by_key(Finding::place);
        checked.notes.sort_by_key(Finding::place);
        let report = Report {
            findings: Vec::new(),
            texts,
        };
        Ok((checked, report))
    }

    /// The versions of the types: for each, the generation that changed it last.
    pub(crate) fn versions(&self) -> Result<BTreeMap<String, u32>, Failure> {
        let read = self.read()?;
        let (lock, _) = self.read_lock()?;
        let versions = read
            .definitions
            .iter()
            .map(|one| (one.full_name(), lock.version(one)));
        Ok(versions.collect())
    }

    /// Takes down what the schemas say, where nothing breaks that was not accepted.
    ///
    /// # Errors
    ///
    /// What breaks, mistakes in the sources, or a file that cannot be written.
    pub fn record(&self, label: Option<&str>) -> Result<Recorded, Failure> {
        let read = self.read()?;
        let mut lock = Lock::default();
        let mut notes = Vec::new();
        if self.lock.exists() {
            let (checked, report) = self.compare(&read)?;
            if !checked.findings.is_empty() {
                return Err(Failure::Findings(Report {
                    findings: checked.findings,
                    ..report
                }));
            }
            notes = checked.notes;
            lock = self.read_lock()?.0;
        }
        let accepted: Vec<Acceptance> = read.accepted.into_iter().map(|(one, _)| one).collect();
        let is_new = lock.record(&read.definitions, &accepted);
        let generation = lock.newest();
        if let Some(label) = label
            && let Some(other) = lock.find(label).filter(|other| *other != generation)
        {
            return Err(Failure::run(
                format!("generation {other} is called `{label}`"),
                "name the newest one otherwise, as the release that has it",
            ));
        }
        if let (Some(label), Some(newest)) = (label, lock.generations.get_mut(&generation)) {
            newest.labels.insert(label.to_owned());
        }
        let golden = self.write(&lock)?;
        Ok(Recorded {
            generation,
            is_new,
            golden,
            notes,
        })
    }

    /// Says of generations, by number or label, that no program of them runs any more.
    ///
    /// # Errors
    ///
    /// If there is no such generation, or the lock cannot be read or written.
    pub fn retire(&self, label: &str) -> Result<u32, Failure> {
        let (mut lock, _) = self.read_lock()?;
        let generation = lock
            .find(label)
            .filter(|generation| *generation != lock.newest());
        let generation = generation.ok_or_else(|| {
            Failure::run(
                format!("the lock has no earlier generation `{label}`"),
                "name one by its number or label, as the lock lists them",
            )
        })?;
        for (_, one) in lock.generations.range_mut(..=generation) {
            one.retired = true;
        }
        self.write(&lock)?;
        Ok(generation)
    }

    fn write(&self, lock: &Lock) -> Result<usize, Failure> {
        let missing = golden::missing(lock, &self.lock)
            .map_err(|fault| golden::failed(&fault, &self.lock))?;
        let directory = crate::lock::golden::directory(&self.lock);
        let count = missing.len();
        for (file, golden) in missing {
            save(&directory.join(file), &golden.to_string())?;
        }
        save(&self.lock, &lock.to_string())?;
        Ok(count)
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

    fn read(&self) -> Result<Read, Failure> {
        if self.sources.is_empty() && self.types.is_empty() {
            return Err(Failure::run(
                "there is nothing to check",
                "name `.proto` and Rust files, or directories of them: `codegen check schemas/ src/`",
            ));
        }
        let mut project = match self.sources.is_empty() {
            true => Project::default(),
            false => define::project(&self.options, &self.sources)?,
        };
        let (unresolved, mistakes): (Vec<_>, Vec<_>) = std::mem::take(&mut project.findings)
            .into_iter()
            .partition(|finding| finding.rule == "unresolved");
        if !mistakes.is_empty() {
            return Err(Failure::Findings(Report {
                findings: mistakes,
                texts: project.texts,
            }));
        }
        let mut definitions: Vec<Definition> = project
            .types
            .iter()
            .map(|one| one.definition.clone())
            .collect();
        for schema in &self.types {
            for definition in Definition::all(schema) {
                if definitions
                    .iter()
                    .all(|other| other.full_name() != definition.full_name())
                {
                    definitions.push(definition);
                }
            }
        }
        // What compiled types tell needs no source.
        let told = |finding: &Finding| {
            definitions
                .iter()
                .any(|one| finding.message.contains(&format!("`{}`", one.name)))
        };
        project.findings = unresolved
            .into_iter()
            .filter(|finding| !told(finding))
            .collect();
        if !project.findings.is_empty() {
            return Err(Failure::Findings(Report {
                findings: project.findings,
                texts: project.texts,
            }));
        }
        let accepted = project.types.iter().flat_map(|one| {
            let name = one.definition.full_name();
            one.accepted.iter().map(move |accepted| {
                let acceptance = Acceptance {
                    type_name: name.clone(),
                    number: accepted.number,
                    change: accepted.change.clone(),
                    reason: accepted.reason.clone(),
                };
                (acceptance, accepted.at.clone())
            })
        });
        let removed = self.removed.iter().map(|(name, reason)| {
            let acceptance = Acceptance {
                type_name: name.clone(),
                number: None,
                change: format!("type {name} removed"),
                reason: reason.clone(),
            };
            (acceptance, Label::default())
        });
        Ok(Read {
            accepted: accepted.chain(removed).collect(),
            definitions,
            project,
        })
    }

    fn read_lock(&self) -> Result<(Lock, String), Failure> {
        let path = shown(&self.lock);
        let text = std::fs::read_to_string(&self.lock).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => Failure::run(
                format!("there is no lock `{path}`"),
                "run `codegen lock`, or the test with `UPDATE=1`, to begin one, and commit it",
            ),
            _ => Failure::run(
                format!("cannot read `{path}`: {error}"),
                "check the permissions",
            ),
        })?;
        let lock = Lock::read(&text).map_err(|fault| golden::failed(&fault, &self.lock))?;
        Ok((lock, text))
    }

    /// The schemas of a revision, and their texts.
    fn before(&self, name: &str) -> Result<(Before<'static>, BTreeMap<String, String>), Failure> {
        let mut wanted = self.sources.clone();
        wanted.extend(self.options.includes.iter().cloned());
        let revision = Revision::read(name, &wanted)?;
        let sources: Vec<PathBuf> = self
            .sources
            .iter()
            .filter_map(|path| revision.path(path))
            .collect();
        let includes = self
            .options
            .includes
            .iter()
            .map(|path| revision.path(path).unwrap_or_else(|| path.clone()));
        let options = Options {
            includes: includes.collect(),
            ..self.options.clone()
        };
        let project = if sources.is_empty() {
            Project::default()
        } else {
            define::project(&options, &sources)?
        };
        let texts = project
            .texts
            .iter()
            .map(|(path, text)| (revision.shown(path), text.clone()))
            .collect();
        let definitions = project
            .types
            .iter()
            .map(|one| one.definition.clone())
            .collect();
        let types: Vec<Declared> = project.types;
        let at = format!("was, at {name}");
        let place = move |type_name: &str, number: Option<i64>, _: &str| {
            let label = find(&types, type_name, number)?;
            Some(Label {
                file: revision.shown(&label.file),
                text: at.clone(),
                ..label
            })
        };
        let before = Before {
            generation: None,
            definitions,
            place: Box::new(place),
            is_live: true,
        };
        Ok((before, texts))
    }
}

impl Read {
    fn place(&self, name: &str, number: Option<i64>) -> Option<Label> {
        find(&self.project.types, name, number)
    }
}

/// Where a type, or a member of it, is declared.
fn find(types: &[Declared], name: &str, number: Option<i64>) -> Option<Label> {
    let is_it = |one: &&Declared| {
        one.definition.full_name() == name
            || one.definition.aliases.iter().any(|alias| alias == name)
    };
    let declared = types.iter().find(is_it)?;
    match number {
        Some(number) => declared.members.get(&number).cloned(),
        None => Some(declared.at.clone()),
    }
}

/// Finds the text of a line of the lock.
fn span(label: &mut Label, texts: &BTreeMap<String, String>) {
    if label.span.is_some() || label.line == 0 {
        return;
    }
    let Some(text) = texts.get(&label.file) else {
        return;
    };
    let start: usize = text
        .split_inclusive('\n')
        .take(label.line - 1)
        .map(str::len)
        .sum();
    let line = text[start..].lines().next().unwrap_or_default();
    label.span = Some(start..start + line.len());
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn save(path: &Path, text: &str) -> Result<(), Failure> {
    if std::fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    let written = path
        .parent()
        .map_or(Ok(()), std::fs::create_dir_all)
        .and_then(|()| std::fs::write(path, text));
    written.map_err(|error| {
        Failure::run(
            format!("cannot write `{}`: {error}", shown(path)),
            "check the permissions",
        )
    })
}
