//! From sources to what a schema says, without compiling: `.proto` files and Rust files alike become [`Definition`]s.
//!
//! 1. `sources` finds the files;
//! 2. `schema` (through the stages of the compiler) and `rust` (through the model's own front end) read them into a `tree` of
//!    modules and checked items;
//! 3. `resolve` finds what a path of Rust means in the tree by a `search` for its `names`, `derives` whose a derive is, `known`
//!    the types of others that Everwire has, and `shape` the type of a value;
//! 4. `message`, `union`, `enumeration` and `member` say of an item what the expander writes as its `SCHEMA`;
//! 5. `stored` reads the defaults of which a schema has the bytes;
//! 6. `left_out` leaves out what cannot be told from source, and what holds it: each is a finding.

mod default;
mod derives;
mod enumeration;
mod intern;
mod item;
mod known;
mod left_out;
mod make;
mod member;
mod message;
mod names;
mod resolve;
mod rules;
mod rust;
mod schema;
mod search;
mod shape;
mod sources;
pub(crate) mod stored;
mod tree;
mod union;
mod unresolved;
mod values;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::mpsc;
use std::thread;

use everwire::dynamic::Definition;

use crate::export::notes::Notes;
use crate::options::Options;
use crate::render::{Failure, Finding, Label};
pub(crate) use known::named as well_known;
use tree::Tree;
pub(crate) use unresolved::{Declares, Unresolved};

/// What the sources of a project say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Project {
    /// The types whose schema the sources tell whole, in the order of the files; then the tuples and well-known types that they hold.
    pub(crate) types: Vec<Declared>,
    /// Mistakes.
    pub(crate) findings: Vec<Finding>,
    /// What the sources do not tell.
    pub(crate) unresolved: Vec<Unresolved>,
    /// What no schema has, and nothing compares: rules in CEL.
    pub(crate) skipped: Vec<Finding>,
    /// The texts of the files, by the paths that labels show.
    pub(crate) texts: BTreeMap<String, String>,
}

/// A type, and where it is declared.
#[derive(Clone, Debug)]
pub(crate) struct Declared {
    /// What its schema says.
    pub(crate) definition: Definition,
    /// Where it is declared; of a tuple or a type of the runtime, where it is used first.
    pub(crate) at: Label,
    /// Where its fields, variants and values are declared, by number.
    pub(crate) members: BTreeMap<i64, Label>,
    /// Where the breaks that it accepts are written, by the number of the member (none of the type itself) and the change.
    pub(crate) accepted: BTreeMap<(Option<i64>, String), Label>,
    /// What its source says that no schema does.
    pub(crate) notes: Notes,
}

impl Project {
    /// Mistakes and what the sources do not tell, by place.
    pub(crate) fn all_findings(&self) -> Vec<Finding> {
        let unresolved = self.unresolved.iter().map(|one| &one.finding);
        let mut all: Vec<Finding> = self.findings.iter().chain(unresolved).cloned().collect();
        all.sort_by_key(Finding::place);
        all
    }
}

/// How much of a stack the parser of Rust may need for types in types; what is not used costs nothing.
const STACK: usize = 256 << 20;

/// Reads `.proto` and Rust files, and directories of both.
///
/// # Errors
///
/// What kept the run from being made, such as a file that cannot be read. Mistakes are findings.
pub(crate) fn project(options: &Options, sources: &[PathBuf]) -> Result<Project, Failure> {
    let (told, outcome) = mpsc::channel();
    let asked = (options.clone(), sources.to_vec());
    let deep = thread::Builder::new().stack_size(STACK);
    let deep = deep.spawn(move || {
        let mut tree = Tree::default();
        // The tree takes a while to free; nobody has to wait for it.
        drop(told.send(read(&asked.0, &asked.1, &mut tree)));
    });
    let Ok(deep) = deep else {
        return read(options, sources, &mut Tree::default());
    };
    match outcome.recv() {
        Ok(outcome) => outcome,
        Err(_) => match deep.join() {
            Err(panic) => std::panic::resume_unwind(panic),
            Ok(()) => Err(Failure::run(
                "the schemas were not read",
                "report this, with the schemas",
            )),
        },
    }
}

fn read(options: &Options, sources: &[PathBuf], tree: &mut Tree) -> Result<Project, Failure> {
    let found = sources::find(sources)?;
    schema::read(options, &found, tree)?;
    rust::read(&found, tree)?;
    let mut project = make::all(tree);
    // A file may be a module of several crates.
    project.findings = distinct(project.findings);
    project.unresolved = distinct(project.unresolved);
    project.skipped = std::mem::take(&mut tree.skipped);
    project.findings.sort_by_key(Finding::place);
    project.skipped.sort_by_key(Finding::place);
    project.unresolved.sort_by_key(|one| one.finding.place());
    project.texts.extend(tree.texts.by_path());
    Ok(project)
}

fn distinct<T: PartialEq>(all: Vec<T>) -> Vec<T> {
    let mut kept = Vec::new();
    for one in all {
        if !kept.contains(&one) {
            kept.push(one);
        }
    }
    kept
}

/// What `.proto` and Rust files say, and the descriptor sets among the options, as definitions that `everwire::dynamic::Types` loads; and
/// what is wrong with them, or not told by source alone.
///
/// ```no_run
/// use everwire::dynamic::Types;
/// use everwire_codegen::Options;
///
/// let (definitions, findings) = everwire_codegen::definitions(&Options::default(), &["schemas/".into()])?;
/// assert!(findings.is_empty());
/// let types = Types::load(&definitions)?;
/// let order = types.get("shop.v1.Order");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// What kept the run from being made, such as a file that cannot be read.
pub fn definitions(
    options: &Options,
    sources: &[PathBuf],
) -> Result<(Vec<Definition>, Vec<Finding>), Failure> {
    let project = project(options, sources)?;
    let findings = project.all_findings();
    let types = project.types.into_iter().map(|one| one.definition);
    Ok((types.collect(), findings))
}
