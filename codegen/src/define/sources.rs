//! Which files a path means: `.proto` and Rust files, and directories that are searched for both.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use crate::render::Failure;

/// The files that were named or found.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// `.proto` files, and directories that hold some.
    pub(super) schemas: Vec<PathBuf>,
    /// Rust files, sorted.
    pub(super) rust: Vec<PathBuf>,
    /// What has the name of a Rust file and leads nowhere, and why.
    pub(super) unread: Vec<(PathBuf, String)>,
}

/// The files that `sources` mean, each once; links are followed. What the project's own `.gitignore` names is passed over, as are hidden files and what Cargo builds.
///
/// # Errors
///
/// If a path does not exist, cannot be read, or holds neither kind of file.
pub(super) fn find(sources: &[PathBuf]) -> Result<Found, Failure> {
    let mut found = Found::default();
    for path in sources {
        let shown = path.display();
        let failure = |error: &dyn std::fmt::Display| {
            Failure::run(
                format!("`{shown}`: {error}"),
                "name an existing directory, `.proto` file or Rust file",
            )
        };
        let kind = std::fs::metadata(path).map_err(|error| failure(&error))?;
        if kind.is_file() {
            match extension(path) {
                Some("proto") => found.schemas.push(path.clone()),
                Some("rs") => found.rust.push(path.clone()),
                _ => return Err(failure(&"it is neither a `.proto` file nor a Rust file")),
            }
            continue;
        }
        let (mut has_schemas, before) = (false, found.rust.len() + found.schemas.len());
        // What reads directories of schemas does not follow links.
        let (mut links, mut linked) = (Vec::new(), Vec::new());
        let mut seen = BTreeSet::new();
        for entry in walk(path) {
            let entry = match entry {
                Ok(entry) => entry,
                // What is in a circle of links was found already.
                Err(error) if is_loop(&error) => continue,
                Err(error) => match broken(&error) {
                    Some(link) if extension(&link) == Some("rs") => {
                        found
                            .unread
                            .push((link, "it is a link to nothing".to_owned()));
                        continue;
                    }
                    Some(_) => continue,
                    None => return Err(failure(&error)),
                },
            };
            if entry.depth() > 0 && entry.path_is_symlink() && entry.path().is_dir() {
                links.push(entry.path().to_owned());
            }
            if !entry.file_type().is_some_and(|kind| kind.is_file()) {
                continue;
            }
            match extension(entry.path()) {
                Some("proto") => match links.iter().any(|link| entry.path().starts_with(link)) {
                    true => linked.push(entry.into_path()),
                    false => {
                        has_schemas = true;
                        seen.insert(real(entry.path()));
                    }
                },
                Some("rs") => found.rust.push(entry.into_path()),
                _ => {}
            }
        }
        linked.sort();
        linked.retain(|path| seen.insert(real(path)));
        found.schemas.extend(linked);
        if has_schemas {
            found.schemas.push(path.clone());
        } else if found.rust.len() + found.schemas.len() == before {
            return Err(failure(
                &"the directory holds neither `.proto` files nor Rust files",
            ));
        }
    }
    found.rust.sort();
    let mut seen = BTreeSet::new();
    found.rust.retain(|path| seen.insert(real(path)));
    Ok(found)
}

/// A path without links.
pub(super) fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

fn is_loop(error: &ignore::Error) -> bool {
    match error {
        ignore::Error::Loop { .. } => true,
        ignore::Error::WithPath { err, .. } | ignore::Error::WithDepth { err, .. } => is_loop(err),
        _ => false,
    }
}

/// The link that leads nowhere.
fn broken(error: &ignore::Error) -> Option<PathBuf> {
    match error {
        ignore::Error::WithDepth { err, .. } => broken(err),
        ignore::Error::WithPath { path, .. } => path.is_symlink().then(|| path.clone()),
        _ => None,
    }
}

fn walk(path: &Path) -> ignore::Walk {
    let is_built = |directory: &Path| directory.join("CACHEDIR.TAG").is_file();
    WalkBuilder::new(path)
        .git_global(false)
        .follow_links(true)
        .filter_entry(move |entry| !is_built(entry.path()))
        .build()
}

fn extension(path: &Path) -> Option<&str> {
    path.extension()?.to_str()
}
