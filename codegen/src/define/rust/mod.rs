//! Rust files: the modules that they are, and the items in them that derive `Codec`.
//!
//! 1. `files` finds which files are roots of crates and which are modules (`place`) of others; `macros` what macros may declare;
//! 2. `items` adds what stands in each module to the tree, but for what `cfg` leaves out of a program; `uses` what it brings, and
//!    `generated` what it has of `.proto` files;
//! 3. `crates` tells the roots what names of other crates mean;
//! 4. `settle` finds which types derive Everwire's `Codec`, once all names are known.

mod attributes;
mod cfg;
mod crates;
mod files;
mod generated;
mod inside;
mod items;
mod macros;
mod nesting;
mod place;
mod settle;
mod uses;
mod value_names;

use std::path::{Path, PathBuf};
use std::rc::Rc;

use super::names::Hidden;
use super::sources::Found;
use super::tree::{ModuleId, Tree};
use super::unresolved::{self, Declares, Why};
use crate::render::{Failure, Finding, Label};
use cfg::Cfg;
use files::Files;
use macros::Macros;
use place::Place;
use settle::Waiting;
use value_names::ValueNames;

/// The id of the rule.
const ID: &str = "rust-syntax";

/// Reads the Rust files.
pub(super) fn read(found: &Found, tree: &mut Tree) -> Result<(), Failure> {
    let files = Files::read(&found.rust)?;
    let mut reader = Reader {
        macros: Macros::of(&files),
        files: &files,
        waiting: Vec::new(),
        names: ValueNames::default(),
        open: Vec::new(),
        tree,
    };
    for (path, error) in found.unread.iter().chain(&files.unread) {
        let shown = shown(path);
        let at = reader.tree.texts.whole(&shown);
        let what = format!("what `{shown}` declares");
        reader.unresolved(&what, &Why::new(error), at);
    }
    let mut roots = Vec::new();
    for (path, place) in &files.roots {
        let doubt = match reader.cfg(path) {
            Cfg::Never => continue,
            Cfg::Always => None,
            Cfg::Doubt(why) => Some(why),
        };
        let root = reader.tree.module(None, doubt);
        reader.file(path, place, root);
        roots.push((path.clone(), root));
    }
    crates::register(&roots, reader.tree);
    let Reader {
        macros,
        waiting,
        names,
        tree,
        ..
    } = reader;
    settle::all(waiting, &macros, &names, tree);
    Ok(())
}

/// How a path is shown.
fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// What reads the files.
struct Reader<'a> {
    files: &'a Files,
    macros: Macros,
    tree: &'a mut Tree,
    waiting: Vec<Waiting>,
    names: ValueNames,
    /// The files that are being read.
    open: Vec<PathBuf>,
}

/// A file that is being read.
struct File<'a> {
    path: &'a Path,
    /// How it is shown.
    shown: Rc<str>,
    /// How many of its bytes are not parsed.
    offset: usize,
}

impl Reader<'_> {
    /// When the items of a file are there, as far as it says itself.
    fn cfg(&self, path: &Path) -> Cfg {
        match self.files.get(path).map(|source| &source.parsed) {
            Some(Ok(parsed)) => cfg::of(&parsed.attrs),
            _ => Cfg::Always,
        }
    }

    /// Adds what a file declares to its module.
    fn file(&mut self, path: &Path, place: &Place, module: ModuleId) {
        let files = self.files;
        let Some(source) = files.get(path) else {
            return;
        };
        if self.open.iter().any(|open| open == path) {
            return;
        }
        let file = File {
            path,
            shown: shown(path).into(),
            offset: source.offset,
        };
        self.tree.texts.add(&file.shown, path, source.text.clone());
        match &source.parsed {
            Ok(parsed) if generated::is(&source.text) => {
                self.generated(path, &parsed.items, module);
            }
            Ok(parsed) => {
                self.open.push(path.to_owned());
                self.items(&file, &parsed.items, module, place);
                self.open.pop();
            }
            Err(error) => {
                let at = file.label(error.span(), self.tree);
                self.tree.findings.push(Finding {
                    rule: ID.to_owned(),
                    message: format!("the file does not parse: {error}"),
                    labels: vec![at],
                    help: Some(
                        "make it a file that the compiler takes, or leave it out".to_owned(),
                    ),
                    ..Finding::default()
                });
                let why = format!("`{}` does not parse", file.shown);
                self.hide(module, Why::new(why));
            }
        }
    }

    /// Notes that a module may declare any name.
    fn hide(&mut self, module: ModuleId, why: Why) {
        let hidden = Hidden { why, names: None };
        self.tree.get_mut(module).hidden.push(hidden);
    }

    /// Notes what may declare types that only the compiler sees.
    fn unresolved(&mut self, what: &str, why: &Why, at: Label) {
        let one = unresolved::of(what, why, at, Declares::Any);
        self.tree.unresolved.push(one);
    }
}

impl File<'_> {
    fn label(&self, span: proc_macro2::Span, tree: &Tree) -> Label {
        let range = span.byte_range();
        let start = self.offset + range.start;
        tree.texts.span(&self.shown, start, range.len())
    }
}
