//! Plans and the disk: what differs, what is stale, and writing only what changed.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use similar::TextDiff;

use crate::emit::GENERATED;
use crate::render::Failure;

/// The file that makes a directory a module tree.
const ROOT: &str = "mod.rs";

/// How a directory differs from a plan.
#[derive(Debug, Default)]
pub(crate) struct State {
    /// The files to write, by their paths relative to the directory, with what is there.
    pub(crate) changed: BTreeMap<String, Option<String>>,
    /// How many files are as they should be.
    pub(crate) unchanged: usize,
    /// Generated files that are not part of the plan, relative to the directory.
    pub(crate) stale: Vec<String>,
}

/// Compares a directory with the files of a plan.
///
/// Stale files are looked for where the plan is a module tree, which has its directory to itself.
pub(crate) fn compare(
    directory: &Path,
    files: &BTreeMap<String, String>,
) -> Result<State, Failure> {
    let mut state = State::default();
    for (name, text) in files {
        let path = directory.join(name);
        match fs::read(&path) {
            Ok(bytes) if bytes == text.as_bytes() => state.unchanged += 1,
            Ok(bytes) => {
                state.changed.insert(
                    name.clone(),
                    Some(String::from_utf8_lossy(&bytes).into_owned()),
                );
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {
                state.changed.insert(name.clone(), None);
            }
            Err(error) => return Err(failure(&path, &error, "make the file readable")),
        }
    }
    if !files.contains_key(ROOT) {
        return Ok(state);
    }
    for path in rust_files(directory) {
        let Ok(relative) = path.strip_prefix(directory) else {
            continue;
        };
        let name = relative.to_string_lossy().replace('\\', "/");
        if !files.contains_key(&name) && is_generated(&path) {
            state.stale.push(name);
        }
    }
    state.stale.sort();
    Ok(state)
}

/// Writes the files that differ, and removes those that are stale with the directories that they leave empty.
pub(crate) fn write(
    directory: &Path,
    files: &BTreeMap<String, String>,
    state: &State,
) -> Result<(), Failure> {
    for name in state.changed.keys() {
        let path = directory.join(name);
        let text = files.get(name).map(String::as_str).unwrap_or_default();
        let parent = path.parent().unwrap_or(directory);
        fs::create_dir_all(parent)
            .map_err(|error| failure(parent, &error, "make the directory writable"))?;
        fs::write(&path, text).map_err(|error| failure(&path, &error, "make the file writable"))?;
    }
    for name in &state.stale {
        let path = directory.join(name);
        fs::remove_file(&path)
            .map_err(|error| failure(&path, &error, "remove the file, which is stale"))?;
        let inner = path.ancestors().skip(1);
        for parent in inner.take_while(|parent| *parent != directory) {
            if fs::remove_dir(parent).is_err() {
                break;
            }
        }
    }
    Ok(())
}

/// What writing would change, as a unified diff.
pub(crate) fn diff(directory: &Path, files: &BTreeMap<String, String>, state: &State) -> String {
    let mut text = String::new();
    for (name, old) in &state.changed {
        let shown = directory.join(name).to_string_lossy().replace('\\', "/");
        let new = files.get(name).map(String::as_str).unwrap_or_default();
        let before = if old.is_some() {
            shown.as_str()
        } else {
            "/dev/null"
        };
        let diff = TextDiff::from_lines(old.as_deref().unwrap_or_default(), new);
        text.push_str(&diff.unified_diff().header(before, &shown).to_string());
    }
    for name in &state.stale {
        let path = directory.join(name);
        let shown = path.to_string_lossy().replace('\\', "/");
        let old = fs::read_to_string(&path).unwrap_or_default();
        let diff = TextDiff::from_lines(old.as_str(), "");
        text.push_str(&diff.unified_diff().header(&shown, "/dev/null").to_string());
    }
    text
}

fn failure(path: &Path, error: &std::io::Error, help: &str) -> Failure {
    Failure::run(format!("`{}`: {error}", path.display()), help)
}

fn is_generated(path: &Path) -> bool {
    fs::read_to_string(path).is_ok_and(|text| text.starts_with(GENERATED))
}

/// The files below a directory, without those of the output of other runs in it: no package has a `mod.rs`.
fn rust_files(directory: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(directory).into_iter().flatten().flatten() {
        let path = entry.path();
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            if !is_generated(&path.join(ROOT)) {
                files.extend(rust_files(&path));
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// An empty directory of a test's own.
#[cfg(test)]
pub(crate) fn scratch(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("everwire-codegen-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_changed_is_written() {
        let directory = scratch("disk");
        let text = |body: &str| format!("{GENERATED}0.1.0; do not edit.\n\n{body}\n");
        let mut files = BTreeMap::from([
            ("mod.rs".to_owned(), text("a")),
            ("shop/v1.rs".to_owned(), text("b")),
        ]);
        let state = compare(&directory, &files).unwrap();
        assert_eq!((state.changed.len(), state.unchanged), (2, 0));
        write(&directory, &files, &state).unwrap();
        fs::write(directory.join("own.rs"), "// mine\n").unwrap();
        fs::create_dir_all(directory.join("other")).unwrap();
        fs::write(directory.join("other/mod.rs"), text("d")).unwrap();
        files.insert("mod.rs".to_owned(), text("c"));
        files.remove("shop/v1.rs");
        let state = compare(&directory, &files).unwrap();
        assert_eq!(state.changed.keys().collect::<Vec<_>>(), ["mod.rs"]);
        assert_eq!(state.stale, ["shop/v1.rs"]);
        let head = " // @generated by everwire-codegen 0.1.0; do not edit.\n \n";
        assert_eq!(
            diff(&directory, &files, &state).replace(directory.to_str().unwrap(), "gen"),
            format!(
                "--- gen/mod.rs\n+++ gen/mod.rs\n@@ -1,3 +1,3 @@\n{head}-a\n+c\n\
                 --- gen/shop/v1.rs\n+++ /dev/null\n@@ -1,3 +0,0 @@\n{}-b\n",
                head.replace("\n ", "\n-").replacen(' ', "-", 1)
            )
        );
        write(&directory, &files, &state).unwrap();
        let left = |name: &str| directory.join(name).exists();
        assert_eq!(
            (left("shop"), left("own.rs"), left("other/mod.rs")),
            (false, true, true)
        );
        let state = compare(&directory, &files).unwrap();
        assert_eq!((state.changed.len(), state.stale.len()), (0, 0));
        let file = BTreeMap::from([("all.rs".to_owned(), text("a"))]);
        assert_eq!(compare(&directory, &file).unwrap().stale.len(), 0);
        fs::remove_dir_all(directory).unwrap();
    }
}
