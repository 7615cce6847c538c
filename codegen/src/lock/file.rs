//! The lock on disk.

use std::io::ErrorKind;
use std::path::Path;

use super::{Fault, Lock};
use crate::render::Failure;

/// Reads the lock at a path, and its text.
///
/// # Errors
///
/// If there is none, or it cannot be read.
pub(crate) fn read(path: &Path) -> Result<(Lock, String), Failure> {
    let shown = shown(path);
    if path.is_dir() {
        return Err(Failure::run(
            format!("`{shown}` is a directory, and no lock"),
            "name the file in it: `--lock schemas/everwire.lock`",
        ));
    }
    let bytes = std::fs::read(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Failure::run(
            format!("there is no lock `{shown}`"),
            "run `codegen lock`, or the test with `UPDATE=1`, to begin one, and commit it",
        ),
        _ => Failure::run(
            format!("cannot read `{shown}`: {error}"),
            "check the permissions",
        ),
    })?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        Failure::run(
            format!("{shown}:{line}: the lock is not UTF-8"),
            "restore it as it was committed, or save it as UTF-8",
        )
    })?;
    let lock = Lock::read(&text).map_err(|fault| failed(&fault, path))?;
    Ok((lock, text))
}

/// A lock that cannot be read.
pub(crate) fn failed(fault: &Fault, path: &Path) -> Failure {
    let place = match fault.line {
        0 => shown(path),
        line => format!("{}:{line}", shown(path)),
    };
    Failure::run(format!("{place}: {}", fault.message), fault.help)
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
