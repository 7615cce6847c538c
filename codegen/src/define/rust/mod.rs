//! Rust files: the modules that they are, and the items in them that derive `Codec`.
//!
//! A file that no other declares by `mod` is the root of a crate. What `cfg(test)` leaves out of a program is left out here too.

mod cfg;
mod files;
mod inside;
mod items;
mod uses;

use std::path::Path;
use std::rc::Rc;

use super::sources::Found;
use super::tree::{ModuleId, Tree};
use crate::render::{Failure, Finding, Label};
use files::Files;

/// The id of the rule.
const ID: &str = "rust-syntax";

/// Reads the Rust files.
pub(super) fn read(found: &Found, tree: &mut Tree) -> Result<(), Failure> {
    let files = Files::read(&found.rust)?;
    for path in &files.roots {
        let root = tree.module(None, None);
        let mut file = File::new(path);
        file.read(root, &files, tree);
    }
    Ok(())
}

/// A file that is being read.
struct File<'a> {
    path: &'a Path,
    /// How it is shown.
    shown: Rc<str>,
    /// How many of its bytes are not parsed.
    offset: usize,
}

impl<'a> File<'a> {
    fn new(path: &'a Path) -> Self {
        File {
            path,
            shown: path.to_string_lossy().replace('\\', "/").into(),
            offset: 0,
        }
    }

    fn read(&mut self, module: ModuleId, files: &Files, tree: &mut Tree) {
        let Some(text) = files.text(self.path) else {
            return;
        };
        tree.texts.add(&self.shown, self.path, text.to_owned());
        self.offset = files::unparsed(text);
        match syn::parse_str::<syn::File>(&text[self.offset..]) {
            Ok(parsed) => self.items(&parsed.items, module, &[], files, tree),
            Err(error) => {
                let at = self.label(error.span(), tree);
                tree.findings.push(Finding {
                    rule: ID.to_owned(),
                    message: format!("the file does not parse: {error}"),
                    labels: vec![at],
                    help: Some(
                        "make it a file that the compiler takes, or leave it out".to_owned(),
                    ),
                    ..Finding::default()
                });
            }
        }
    }

    fn label(&self, span: proc_macro2::Span, tree: &Tree) -> Label {
        let range = span.byte_range();
        let start = self.offset + range.start;
        tree.texts.span(&self.shown, start, range.len())
    }
}
