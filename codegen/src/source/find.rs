//! Which `.proto` files a path means.

use std::fs;
use std::path::{Path, PathBuf};

use crate::render::Failure;

/// A `.proto` file and the directory that its import name begins after.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The directory, where the file was found in one.
    pub(super) root: Option<PathBuf>,
    /// The file.
    pub(super) path: PathBuf,
}

/// The files that `path` means, sorted, and the directories that were searched for them.
///
/// # Errors
///
/// If the path does not exist, cannot be read, or holds no `.proto` file.
pub(super) fn find(path: &Path) -> Result<(Vec<Found>, Vec<PathBuf>), Failure> {
    let shown = path.display();
    let kind = fs::metadata(path).map_err(|error| {
        Failure::run(
            format!("`{shown}`: {error}"),
            "name an existing directory or `.proto` file",
        )
    })?;
    if !kind.is_dir() {
        return Ok((
            vec![Found {
                root: None,
                path: path.to_owned(),
            }],
            Vec::new(),
        ));
    }
    let mut files = Vec::new();
    let mut directories = Vec::new();
    walk(path, &mut files, &mut directories).map_err(|error| {
        Failure::run(format!("`{shown}`: {error}"), "make the directory readable")
    })?;
    if files.is_empty() {
        return Err(Failure::run(
            format!("`{shown}` holds no `.proto` file"),
            "name the directory that holds your schemas",
        ));
    }
    files.sort();
    let found = files.into_iter().map(|file| Found {
        root: Some(path.to_owned()),
        path: file,
    });
    Ok((found.collect(), directories))
}

/// Directories behind symbolic links are left alone, since they may lead in circles.
fn walk(
    directory: &Path,
    files: &mut Vec<PathBuf>,
    directories: &mut Vec<PathBuf>,
) -> std::io::Result<()> {
    directories.push(directory.to_owned());
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        let path = entry.path();
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        if entry.file_type()?.is_dir() && !hidden {
            walk(&path, files, directories)?;
        } else if path
            .extension()
            .is_some_and(|extension| extension == "proto")
            && path.is_file()
        {
            files.push(path);
        }
    }
    Ok(())
}
