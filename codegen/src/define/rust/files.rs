//! Which files are modules of which: where the compiler would look for `mod name;`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::render::Failure;

/// The texts of Rust files, and where each module's file is.
pub(super) struct Files {
    texts: BTreeMap<PathBuf, String>,
    /// The files that no other declares, sorted.
    pub(super) roots: Vec<PathBuf>,
}

impl Files {
    /// Reads these files, and those that they declare.
    pub(super) fn read(paths: &[PathBuf]) -> Result<Self, Failure> {
        let mut files = Files {
            texts: BTreeMap::new(),
            roots: Vec::new(),
        };
        let mut declared = BTreeSet::new();
        let mut open = paths.to_vec();
        while let Some(path) = open.pop() {
            if files.texts.contains_key(&path) {
                continue;
            }
            let text = fs::read_to_string(&path).map_err(|error| {
                Failure::run(
                    format!("`{}`: {error}", path.display()),
                    "make the file readable, and its text UTF-8",
                )
            })?;
            for child in children(&path, &text) {
                declared.insert(child.clone());
                open.push(child);
            }
            files.texts.insert(path, text);
        }
        let roots = files.texts.keys();
        files.roots = roots
            .filter(|path| !declared.contains(*path))
            .cloned()
            .collect();
        Ok(files)
    }

    pub(super) fn text(&self, path: &Path) -> Option<&str> {
        self.texts.get(path).map(String::as_str)
    }
}

/// How many bytes stand before what the parser takes: a byte order mark, a line for the shell.
pub(super) fn unparsed(text: &str) -> usize {
    let mark = text.len() - text.trim_start_matches('\u{feff}').len();
    let rest = &text[mark..];
    match rest.starts_with("#!") && !rest[2..].trim_start().starts_with('[') {
        true => mark + rest.find('\n').unwrap_or(rest.len()),
        false => mark,
    }
}

fn children(path: &Path, text: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    if let Ok(file) = syn::parse_str::<syn::File>(&text[unparsed(text)..]) {
        collect(&file.items, path, &[], &mut found);
    }
    found
}

fn collect(items: &[syn::Item], path: &Path, within: &[String], found: &mut Vec<PathBuf>) {
    for item in items {
        let syn::Item::Mod(module) = item else {
            continue;
        };
        match &module.content {
            Some((_, items)) => {
                let within = [within, &[module.ident.to_string()]].concat();
                collect(items, path, &within, found);
            }
            None => found.extend(of_module(path, within, module)),
        }
    }
}

/// The file of `mod name;`, which stands in a file and, there, in the inline modules `within`.
pub(super) fn of_module(path: &Path, within: &[String], module: &syn::ItemMod) -> Option<PathBuf> {
    let parent = path.parent()?;
    let mut chosen = module.attrs.iter().filter_map(|attribute| {
        let pair = attribute.meta.require_name_value().ok()?;
        match &pair.value {
            syn::Expr::Lit(syn::ExprLit {
                lit: syn::Lit::Str(text),
                ..
            }) if pair.path.is_ident("path") => Some(text.value()),
            _ => None,
        }
    });
    let stem = path.file_stem()?.to_string_lossy().into_owned();
    let own = parent.join(&stem);
    let is_directory = matches!(&*stem, "lib" | "main" | "mod");
    let homes = if is_directory {
        vec![parent.to_owned()]
    } else {
        vec![own, parent.to_owned()]
    };
    if let Some(chosen) = chosen.next() {
        let inner = homes
            .iter()
            .map(|home| within.iter().fold(home.clone(), |path, one| path.join(one)));
        let mut places: Vec<PathBuf> = match within.is_empty() {
            true => vec![parent.to_owned()],
            false => inner.collect(),
        };
        places.retain(|place| place.join(&chosen).is_file());
        return Some(clean(&places.first()?.join(&chosen)));
    }
    let name = everwire_model::model::name::plain(&module.ident);
    let mut candidates = homes.iter().flat_map(|home| {
        let inner = within.iter().fold(home.clone(), |path, one| path.join(one));
        [
            inner.join(format!("{name}.rs")),
            inner.join(&name).join("mod.rs"),
        ]
    });
    candidates.find(|path| path.is_file())
}

/// The path without `..`, as other files find it.
fn clean(path: &Path) -> PathBuf {
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
