//! Which files a path means: `.proto` and Rust files, and directories that are searched for both.

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
}

/// The files that `sources` mean. What the project's own `.gitignore` names is passed over, as are hidden files and what Cargo builds.
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
        let (mut has_schemas, before) = (false, found.rust.len());
        for entry in walk(path) {
            let entry = entry.map_err(|error| failure(&error))?;
            match extension(entry.path()) {
                Some("proto") => has_schemas = true,
                Some("rs") => found.rust.push(entry.into_path()),
                _ => {}
            }
        }
        if has_schemas {
            found.schemas.push(path.clone());
        } else if found.rust.len() == before {
            return Err(failure(
                &"the directory holds neither `.proto` files nor Rust files",
            ));
        }
    }
    found.rust.sort();
    found.rust.dedup();
    Ok(found)
}

fn walk(path: &Path) -> ignore::Walk {
    let is_built = |directory: &Path| directory.join("CACHEDIR.TAG").is_file();
    WalkBuilder::new(path)
        .git_global(false)
        .filter_entry(move |entry| !is_built(entry.path()))
        .build()
}

fn extension(path: &Path) -> Option<&str> {
    path.extension()?.to_str()
}
