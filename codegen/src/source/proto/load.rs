//! Files along their imports: each is read once, after all that it imports.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use prost_reflect::DescriptorPool;
use prost_reflect::prost_types::FileDescriptorProto;

use super::parse::{self, Mistake, Parsed};
use super::{of_mistake, of_schema};
use crate::cores;
use crate::render::{Failure, Finding, Label};
use crate::source::features::{self, Problem, Table};
use crate::source::text::Texts;
use crate::source::{OPTIONS_FILE, RULES_FILE};

const OPTIONS_TEXT: &str = include_str!("../../../proto/everwire/options.proto");
const RULES_TEXT: &str = include_str!("../../../proto/buf/validate/validate.proto");

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// It is being read, or what it imports is.
    Open,
    /// It is in the pool.
    Done,
    /// It has mistakes, which are noted.
    Failed,
}

/// All files of a run.
#[derive(Debug)]
pub(super) struct Loader {
    roots: Vec<PathBuf>,
    states: HashMap<String, State>,
    /// The files that import one another, down to the one that is being read.
    chain: Vec<String>,
    /// The files that have no mistakes.
    pub(super) pool: DescriptorPool,
    /// What they mean.
    pub(super) features: Table,
    /// What was read from the disk.
    pub(super) paths: Vec<PathBuf>,
    /// Its texts.
    pub(super) texts: Texts,
    /// All mistakes.
    pub(super) findings: Vec<Finding>,
    /// Files that were asked for, by path, which are read before it is their turn.
    ahead: HashMap<PathBuf, Ahead>,
}

/// A file that was read, and what it says.
#[derive(Debug)]
struct Ahead {
    name: String,
    text: String,
    parsed: Result<Parsed, Vec<Mistake>>,
}

/// The files that are worth a thread.
const WORTH: usize = 16;

impl Loader {
    /// A loader that finds files below these directories, the first of which wins.
    pub(super) fn new(roots: Vec<PathBuf>) -> Self {
        Loader {
            roots,
            states: HashMap::new(),
            chain: Vec::new(),
            pool: DescriptorPool::new(),
            features: Table::default(),
            paths: Vec::new(),
            texts: Texts::default(),
            findings: Vec::new(),
            ahead: HashMap::new(),
        }
    }

    /// Reads files on all cores, each of an import name and a path; what cannot be read is told when it is its turn.
    pub(super) fn read_ahead(&mut self, files: &[(String, PathBuf)]) {
        let read = cores::map(files, WORTH, |(name, path)| {
            let text = fs::read_to_string(path).ok()?;
            let parsed = parse::parse(name, &text);
            let name = name.clone();
            Some((path.clone(), Ahead { name, text, parsed }))
        });
        self.ahead = read.into_iter().flatten().collect();
    }

    /// Reads a file that was asked for.
    ///
    /// # Errors
    ///
    /// A file that cannot be read.
    pub(super) fn root(&mut self, name: &str, path: &Path) -> Result<(), Failure> {
        let found = self.find(name);
        if let Some(other) = found.filter(|found| !is_same(found, path)) {
            let (path, other) = (path.display(), other.display());
            self.findings.push(Finding {
                rule: "proto-import".to_owned(),
                message: format!(
                    "`{path}` is shadowed by `{other}`, which has the same import name `{name}`"
                ),
                labels: Vec::new(),
                help: Some(
                    "rename one of the two, or remove one of the include directories".to_owned(),
                ),
                ..Finding::default()
            });
            return Ok(());
        }
        self.file(name).map(|_| ())
    }

    /// Adds a file of this text, whose imports are on the disk or built in.
    #[cfg(test)]
    pub(super) fn text(&mut self, name: &str, path: &Path, text: String) {
        self.texts.add(name, path, text.clone());
        self.add(name, &text).unwrap();
    }

    fn find(&self, name: &str) -> Option<PathBuf> {
        let mut paths = self.roots.iter().map(|root| root.join(name));
        paths.find(|path| path.is_file())
    }

    /// Reads a file with all that it imports; none, if there is no such file.
    fn file(&mut self, name: &str) -> Result<Option<State>, Failure> {
        if let Some(state) = self.states.get(name) {
            return Ok(Some(*state));
        }
        if name == OPTIONS_FILE {
            return self.add(name, OPTIONS_TEXT).map(Some);
        }
        if let Some(path) = self.find(name) {
            let ahead = self.ahead.remove(&path);
            if let Some(Ahead { text, parsed, .. }) = ahead.filter(|ahead| ahead.name == name) {
                self.texts.add(name, &path, text.clone());
                self.paths.push(path);
                return self.add_parsed(name, &text, parsed).map(Some);
            }
            let text = fs::read_to_string(&path).map_err(|error| {
                Failure::run(
                    format!("`{}`: {error}", path.display()),
                    "make the file readable, and its text UTF-8",
                )
            })?;
            self.texts.add(name, &path, text.clone());
            self.paths.push(path);
            return self.add(name, &text).map(Some);
        }
        if name == RULES_FILE {
            return self.add(name, RULES_TEXT).map(Some);
        }
        let built_in = DescriptorPool::global().get_file_by_name(name);
        let Some(file) = built_in.filter(|_| name.starts_with("google/protobuf/")) else {
            return Ok(None);
        };
        let file = file.file_descriptor_proto().clone();
        for import in &file.dependency {
            self.file(import)?;
        }
        Ok(Some(self.check(name, file, "")))
    }

    fn add(&mut self, name: &str, text: &str) -> Result<State, Failure> {
        self.add_parsed(name, text, parse::parse(name, text))
    }

    fn add_parsed(
        &mut self,
        name: &str,
        text: &str,
        parsed: Result<Parsed, Vec<Mistake>>,
    ) -> Result<State, Failure> {
        self.states.insert(name.to_owned(), State::Open);
        self.chain.push(name.to_owned());
        let state = match parsed {
            Ok(parsed) => self.parsed(name, text, parsed)?,
            Err(mistakes) => {
                let findings = mistakes
                    .iter()
                    .map(|mistake| of_mistake(mistake, name, &self.texts));
                self.findings.extend(findings);
                State::Failed
            }
        };
        self.chain.pop();
        self.states.insert(name.to_owned(), state);
        Ok(state)
    }

    fn parsed(&mut self, name: &str, text: &str, parsed: Parsed) -> Result<State, Failure> {
        let Parsed {
            file,
            edition,
            overrides,
        } = parsed;
        let mut state = State::Done;
        let mut seen = HashSet::new();
        for (index, import) in file.dependency.iter().enumerate() {
            let place = || place(&file, &[3, parse::index(index)]);
            if !seen.insert(import) {
                let help = "remove one of the imports";
                self.report(
                    name,
                    "proto-schema",
                    place(),
                    format!("import `{import}` was listed twice"),
                    help,
                );
                state = State::Failed;
                continue;
            }
            match self.file(import)? {
                Some(State::Done) => continue,
                Some(State::Failed) => {}
                Some(State::Open) => {
                    let from = self.chain.iter().position(|open| open == import);
                    let mut cycle = self.chain[from.unwrap_or_default()..].to_vec();
                    cycle.push(import.clone());
                    let message = format!("import cycle detected: {}", cycle.join(" -> "));
                    let help = "move what both files need to a third file";
                    self.report(name, "proto-schema", place(), message, help);
                }
                None => {
                    let help = "add the directory that the import's name begins in with `-I` (`Build::include`)";
                    let message = format!("import `{import}` not found");
                    self.report(name, "proto-import", place(), message, help);
                }
            }
            state = State::Failed;
        }
        // Options of the older syntaxes have a meaning when the pool has read them.
        let problems = match edition.is_edition() {
            true => features::resolve(&file, edition, &overrides, &mut self.features),
            false => Vec::new(),
        };
        for Problem {
            path,
            message,
            help,
        } in problems
        {
            self.report(name, "proto-features", place(&file, &path), message, help);
            state = State::Failed;
        }
        match state {
            State::Done => Ok(self.check(name, file, text)),
            _ => Ok(state),
        }
    }

    /// Names, numbers and options, by prost-reflect.
    fn check(&mut self, name: &str, file: FileDescriptorProto, text: &str) -> State {
        let state = match self.pool.add_file_descriptor_proto(file) {
            Ok(()) => State::Done,
            Err(error) => {
                let error = error.with_source_code(text);
                self.findings.push(of_schema(&error, name, &self.texts));
                let related = miette::Diagnostic::related(&error).into_iter().flatten();
                let findings = related.map(|error| of_schema(error, name, &self.texts));
                self.findings.extend(findings);
                State::Failed
            }
        };
        self.states.insert(name.to_owned(), state);
        state
    }

    fn report(
        &mut self,
        file: &str,
        rule: &str,
        place: Option<Place>,
        message: String,
        help: &str,
    ) {
        let label = match place {
            Some((start, end)) => self.texts.place(file, start, end),
            None => self.texts.whole(file),
        };
        let text = match rule {
            "proto-features" => "",
            _ => "imported here",
        };
        self.findings.push(Finding {
            rule: rule.to_owned(),
            message,
            labels: vec![Label {
                text: text.to_owned(),
                ..label
            }],
            help: Some(help.to_owned()),
            ..Finding::default()
        });
    }
}

type Place = ((usize, usize), (usize, usize));

/// Where the declaration at a path is, or what is around it.
fn place(file: &FileDescriptorProto, path: &[i32]) -> Option<Place> {
    let locations = &file.source_code_info.as_ref()?.location;
    let found = (1..=path.len())
        .rev()
        .find_map(|length| locations.iter().find(|one| one.path == path[..length]))?;
    let part = |index: usize| usize::try_from(*found.span.get(index)?).ok();
    let start = (part(0)?, part(1)?);
    let end = match found.span.len() {
        3 => (start.0, part(2)?),
        _ => (part(2)?, part(3)?),
    };
    Some((start, end))
}

fn is_same(a: &Path, b: &Path) -> bool {
    let canonical = |path: &Path| fs::canonicalize(path).ok();
    a == b || canonical(a).is_some_and(|a| Some(a) == canonical(b))
}
