//! The Rust files: which are roots of crates, and which are modules of others.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Span, TokenStream};

use super::nesting;
use super::place::{self, Place};
use crate::define::sources::real;
use crate::render::Failure;

/// The files that were found, and those that they declare.
#[derive(Default)]
pub(super) struct Files {
    sources: BTreeMap<PathBuf, Source>,
    /// The files that no other declares.
    pub(super) roots: Vec<(PathBuf, Place)>,
    /// The files that cannot be read and that none declares, and why.
    pub(super) unread: Vec<(PathBuf, String)>,
}

/// What a file says.
pub(super) struct Source {
    pub(super) text: String,
    /// How many of its bytes are not parsed.
    pub(super) offset: usize,
    pub(super) parsed: syn::Result<syn::File>,
}

impl Files {
    /// Reads these files, and those that they declare.
    pub(super) fn read(paths: &[PathBuf]) -> Result<Self, Failure> {
        let mut files = Files::default();
        let mut declared = BTreeSet::new();
        let (roots, others): (Vec<_>, Vec<_>) = paths.iter().partition(|path| is_root(path));
        for path in roots {
            files.root(path, Place::beside(path), &mut declared)?;
        }
        let others = others.into_iter().filter(|path| !declared.contains(*path));
        let others: Vec<&PathBuf> = others.collect();
        let mut inner = BTreeSet::new();
        for path in &others {
            files.load(path).ok();
            let children = files.children(path, &Place::fragment(path));
            inner.extend(children.into_iter().map(|(path, _)| path));
        }
        // Of files that declare each other in a circle, the first is the root.
        let (inner, outer): (Vec<_>, Vec<_>) =
            others.into_iter().partition(|path| inner.contains(*path));
        for path in outer.into_iter().chain(inner) {
            if !declared.contains(path) {
                files.root(path, Place::fragment(path), &mut declared)?;
            }
        }
        let declared: BTreeSet<PathBuf> = declared.iter().map(|path| real(path)).collect();
        files
            .roots
            .retain(|(path, _)| !declared.contains(&real(path)));
        files.roots.sort();
        Ok(files)
    }

    /// Reads a file that none is known to declare, and those that it declares.
    fn root(
        &mut self,
        path: &Path,
        place: Place,
        declared: &mut BTreeSet<PathBuf>,
    ) -> Result<(), Failure> {
        if let Err(error) = self.load(path) {
            self.unread.push((path.to_owned(), error));
            return Ok(());
        }
        self.roots.push((path.to_owned(), place.clone()));
        let mut seen = BTreeSet::new();
        let mut open = self.children(path, &place);
        while let Some((path, place)) = open.pop() {
            if !seen.insert((path.clone(), place.clone())) {
                continue;
            }
            self.load(&path).map_err(|error| {
                Failure::run(
                    format!("`{}`: {error}", path.display()),
                    "make the file readable, and its text UTF-8",
                )
            })?;
            open.extend(self.children(&path, &place));
            declared.insert(path);
        }
        Ok(())
    }

    fn load(&mut self, path: &Path) -> Result<(), String> {
        if !self.sources.contains_key(path) {
            let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
            let offset = unparsed(&text);
            let parsed = parse(&text[offset..]);
            let source = Source {
                text,
                offset,
                parsed,
            };
            self.sources.insert(path.to_owned(), source);
        }
        Ok(())
    }

    pub(super) fn get(&self, path: &Path) -> Option<&Source> {
        self.sources.get(path)
    }

    /// All files that parse.
    pub(super) fn parsed(&self) -> impl Iterator<Item = &syn::File> {
        self.sources
            .values()
            .filter_map(|one| one.parsed.as_ref().ok())
    }

    /// The files that a file declares to be its modules, or includes.
    fn children(&self, path: &Path, place: &Place) -> Vec<(PathBuf, Place)> {
        let mut found = Vec::new();
        if let Some(Ok(file)) = self.get(path).map(|source| &source.parsed) {
            collect(&file.items, path, place, &mut found);
        }
        found
    }
}

fn parse(text: &str) -> syn::Result<syn::File> {
    let tokens: TokenStream = text.parse()?;
    if nesting::of(tokens) > nesting::MOST {
        let here = Span::call_site();
        return Err(syn::Error::new(here, "it nests too deep"));
    }
    syn::parse_str(text)
}

/// How many bytes stand before what the parser takes: a byte order mark, a line for the shell.
fn unparsed(text: &str) -> usize {
    let mark = text.len() - text.trim_start_matches('\u{feff}').len();
    let rest = &text[mark..];
    match rest.starts_with("#!") && !rest[2..].trim_start().starts_with('[') {
        true => mark + rest.find('\n').unwrap_or(rest.len()),
        false => mark,
    }
}

/// Whether Cargo takes a file for the root of a crate.
fn is_root(path: &Path) -> bool {
    let stem = path.file_stem().and_then(|stem| stem.to_str());
    if matches!(stem, Some("lib" | "main" | "build")) {
        return true;
    }
    let directory = path.parent();
    let above = directory.and_then(Path::parent);
    let is_package = || above.is_some_and(|above| above.join("Cargo.toml").is_file());
    match directory
        .and_then(Path::file_name)
        .and_then(|name| name.to_str())
    {
        Some("bin") => stem != Some("mod") && above.is_some_and(|above| above.ends_with("src")),
        Some("tests" | "examples" | "benches") => stem != Some("mod") && is_package(),
        _ => false,
    }
}

fn collect(items: &[syn::Item], path: &Path, place: &Place, found: &mut Vec<(PathBuf, Place)>) {
    for item in items {
        match item {
            syn::Item::Mod(module) => match &module.content {
                Some((_, items)) => collect(items, path, &place.inside(module), found),
                None => found.extend(place.files(module).files),
            },
            syn::Item::Macro(item) => {
                let file = included(path, &item.mac).filter(|file| file.is_file());
                found.extend(file.map(|file| (file.clone(), Place::beside(&file))));
            }
            _ => {}
        }
    }
}

/// The file that `include!("file")` names.
pub(super) fn included(path: &Path, invoked: &syn::Macro) -> Option<PathBuf> {
    let last = invoked.path.segments.last()?;
    let expr = invoked.parse_body::<syn::Expr>().ok()?;
    let name = place::literal(&expr).filter(|_| last.ident == "include")?;
    Some(place::clean(&path.parent()?.join(name)))
}
