//! What a build script tells cargo.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::render::Report;

/// A path as the build script sees it: build scripts run in the package's directory, so that a path
/// below it stays short, in cargo's output and in findings.
pub(super) fn relative(package: &Path, path: &Path) -> PathBuf {
    let runs_in_package = std::env::current_dir().is_ok_and(|current| current == package);
    if path.is_absolute() || runs_in_package {
        path.to_owned()
    } else {
        package.join(path)
    }
}

/// Has cargo run the build script again when one of these changes. A path that does not exist would
/// have it run every time, so that is left out.
pub(super) fn rerun_if_changed(paths: &[PathBuf], cargo: &mut dyn Write) {
    for path in paths.iter().filter(|path| path.exists()) {
        let _ = writeln!(cargo, "cargo:rerun-if-changed={}", path.display());
    }
}

/// Has cargo show what ought to be seen, a line each: the place, what it is, and what to do.
pub(super) fn warn(warnings: &Report, cargo: &mut dyn Write) {
    for finding in &warnings.findings {
        let place = finding.labels.first().map(|label| match label.line {
            0 => format!("{}: ", label.file),
            line => format!("{}:{line}:{}: ", label.file, label.column),
        });
        let help = finding.help.as_ref().map(|help| format!(" (help: {help})"));
        let (place, help) = (place.unwrap_or_default(), help.unwrap_or_default());
        let (rule, message) = (&finding.rule, &finding.message);
        let _ = writeln!(cargo, "cargo:warning={place}{message} [{rule}]{help}");
    }
}
