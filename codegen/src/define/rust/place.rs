//! Where the compiler looks for the file of `mod name;`.

use std::path::{Path, PathBuf};

use everwire_model::model::name;
use syn::{Attribute, Expr, ExprLit, Lit, Meta};

use super::cfg;
use crate::define::unresolved::Why;

/// Where the files of a module's own modules are.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// What a `path` begins at.
    directory: PathBuf,
    /// The directory in it where other files are; none of a crate's root, a `mod.rs`, and a file that a `path` names.
    relative: Option<String>,
    /// Whether the file may be a crate's root as well as a module that nothing declares.
    is_fragment: bool,
}

/// The files that may be those of a module.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    pub(super) files: Vec<(PathBuf, Place)>,
    /// What decides between them.
    pub(super) doubt: Option<Why>,
}

impl Place {
    /// That of a file whose modules stand beside it.
    pub(super) fn beside(file: &Path) -> Self {
        Place {
            directory: file.parent().unwrap_or(Path::new("")).to_owned(),
            relative: None,
            is_fragment: false,
        }
    }

    /// That of a file that nothing declares.
    pub(super) fn fragment(file: &Path) -> Self {
        let stem = file
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned());
        let relative = stem.filter(|stem| stem != "mod");
        Place {
            is_fragment: relative.is_some(),
            relative,
            ..Place::beside(file)
        }
    }

    /// The directories where the file of a module may be that names none itself.
    fn bases(&self) -> Vec<PathBuf> {
        match &self.relative {
            None => vec![self.directory.clone()],
            Some(relative) if self.is_fragment => {
                vec![self.directory.clone(), self.directory.join(relative)]
            }
            Some(relative) => vec![self.directory.join(relative)],
        }
    }

    /// That of a module between braces.
    pub(super) fn inside(&self, module: &syn::ItemMod) -> Self {
        let inner = |directory| Place {
            directory,
            relative: None,
            is_fragment: false,
        };
        if let Some(path) = path(&cfg::applied(&module.attrs)) {
            return inner(clean(&self.directory.join(path)));
        }
        let own = name::plain(&module.ident);
        match &self.relative {
            // Both directories go one deeper, the second of them from the first.
            Some(relative) if self.is_fragment => Place {
                directory: self.directory.join(&own),
                relative: Some(format!("../{relative}/{own}")),
                is_fragment: true,
            },
            Some(relative) => inner(self.directory.join(relative).join(own)),
            None => inner(self.directory.join(own)),
        }
    }

    /// The files of `mod name;`.
    pub(super) fn files(&self, module: &syn::ItemMod) -> Candidates {
        let attributes = cfg::applied(&module.attrs);
        let named = |path: String| {
            let path = clean(&self.directory.join(path));
            let place = Place::beside(&path);
            (path, place)
        };
        if let Some(path) = path(&attributes) {
            let files = vec![named(path)];
            let files = files.into_iter().filter(|(path, _)| path.is_file());
            return Candidates {
                files: files.collect(),
                doubt: None,
            };
        }
        let own = name::plain(&module.ident);
        let in_some = cfg::in_some(&attributes);
        let chosen: Vec<String> = in_some.iter().filter_map(path_of).collect();
        let doubt = match chosen.is_empty() {
            true => None,
            false => Some(Why::new(format!(
                "`cfg_attr` decides on the file of `{own}`"
            ))),
        };
        let chosen = chosen.into_iter().map(named);
        let bases = self.bases();
        let others = bases.iter().filter_map(|base| default(base, &own));
        let mut files: Vec<_> = chosen
            .filter(|(path, _)| path.is_file())
            .chain(others)
            .collect();
        files.dedup();
        let of_two = || Why::new(format!("`{own}` has two files"));
        let doubt = doubt.or_else(|| (files.len() > 1).then(of_two));
        Candidates { files, doubt }
    }
}

fn default(base: &Path, own: &str) -> Option<(PathBuf, Place)> {
    let file = clean(&base.join(format!("{own}.rs")));
    if file.is_file() {
        let place = Place {
            relative: Some(own.to_owned()),
            ..Place::beside(&file)
        };
        return Some((file, place));
    }
    let file = clean(&base.join(own).join("mod.rs"));
    let place = Place::beside(&file);
    file.is_file().then_some((file, place))
}

fn path(attributes: &[Attribute]) -> Option<String> {
    attributes.iter().find_map(|one| path_of(&one.meta))
}

fn path_of(meta: &Meta) -> Option<String> {
    match meta {
        Meta::NameValue(pair) if pair.path.is_ident("path") => literal(&pair.value),
        _ => None,
    }
}

/// The text that an expression is.
pub(super) fn literal(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        }) => Some(text.value()),
        _ => None,
    }
}

/// The path without `..`, as other files find it.
pub(super) fn clean(path: &Path) -> PathBuf {
    let mut clean = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::ParentDir if clean.file_name().is_some() => {
                clean.pop();
            }
            std::path::Component::CurDir => {}
            part => clean.push(part),
        }
    }
    clean
}
