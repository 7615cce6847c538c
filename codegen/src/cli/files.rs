//! What data is read from and written to: files, devices, or what the program was given.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use tempfile::{Builder, NamedTempFile};

use crate::render::Failure;

/// What data is read from.
pub(super) struct Input {
    pub(super) inner: Box<dyn Read>,
    /// How many bytes there are, where that is known.
    len: Option<u64>,
}

impl Input {
    /// A file, or stdin.
    pub(super) fn open(path: Option<&PathBuf>) -> Result<Self, Failure> {
        let Some(path) = path else {
            return Ok(Input {
                inner: Box::new(io::stdin()),
                len: None,
            });
        };
        let failure = |error| failed(path, error, "name a file that can be read");
        let file = File::open(path).map_err(failure)?;
        let metadata = file.metadata().map_err(failure)?;
        if metadata.is_dir() {
            return Err(Failure::run(
                format!("`{}` is a directory", path.display()),
                "name a file in it",
            ));
        }
        Ok(Input {
            inner: Box::new(file),
            len: Some(metadata.len()),
        })
    }

    /// A bar on the terminal, unless the output is there; without a terminal it draws nothing.
    pub(super) fn progress(&self, is_shown: bool) -> ProgressBar {
        let (bar, template) = match self.len {
            Some(len) => (
                ProgressBar::new(len),
                "{bar:30} {bytes} of {total_bytes}, {eta} left",
            ),
            None => (ProgressBar::new_spinner(), "{spinner} {bytes}"),
        };
        if is_shown {
            bar.set_draw_target(ProgressDrawTarget::hidden());
        }
        match ProgressStyle::with_template(template) {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        }
    }
}

/// What data is written to.
pub(super) enum Output {
    /// Stdout, or what is no file, such as a device: what was written is there.
    Open(Box<dyn Write>),
    /// A file, which is as it was until all is written: it may be the one that is read.
    Beside(NamedTempFile, PathBuf),
}

impl Output {
    /// A file, or stdout.
    pub(super) fn create(path: Option<&PathBuf>) -> Result<Self, Failure> {
        let Some(path) = path else {
            return Ok(Output::Open(Box::new(io::stdout())));
        };
        let failure = |error| failed(path, error, "name a file that can be written");
        let old = fs::metadata(path).ok();
        if old.as_ref().is_some_and(|old| !old.is_file()) {
            let file = File::create(path).map_err(failure)?;
            return Ok(Output::Open(Box::new(file)));
        }
        // What a link leads to is written, and the link stays.
        let place = fs::canonicalize(path).unwrap_or_else(|_| path.clone());
        if old.is_some() {
            let file = File::options().append(true).open(&place);
            file.map_err(failure)?;
        }
        let directory = match place.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        let beside = builder().tempfile_in(directory).map_err(|error| {
            failed(
                path,
                error,
                "name a file in a directory that can be written",
            )
        })?;
        if let Some(old) = old {
            let file = beside.as_file();
            file.set_permissions(old.permissions()).map_err(failure)?;
        }
        Ok(Output::Beside(beside, place))
    }

    /// Puts what was written in its place.
    pub(super) fn keep(self) -> Result<(), Failure> {
        let Output::Beside(beside, place) = self else {
            return Ok(());
        };
        let kept = beside.persist(&place);
        let kept = kept.map_err(|error| failed(&place, error.error, "name another file"));
        kept.map(|_| ())
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Output::Open(inner) => inner.write(bytes),
            Output::Beside(file, _) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Output::Open(inner) => inner.flush(),
            Output::Beside(file, _) => file.flush(),
        }
    }
}

/// A file that others may read as they may any that is new.
fn builder() -> Builder<'static, 'static> {
    #[allow(unused_mut)]
    let mut builder = Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder
}

fn failed(path: &Path, error: io::Error, help: &str) -> Failure {
    // The error of a temporary file says its path, too, which nobody knows.
    let why = match error.raw_os_error() {
        Some(_) => error,
        None => io::Error::from(error.kind()),
    };
    Failure::run(format!("`{}`: {why}", path.display()), help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::scratch;

    #[test]
    fn a_file_is_as_it_was_until_all_is_written() {
        let directory = scratch("cli-files");
        let path = directory.join("a.json");
        fs::write(&path, "old").unwrap();
        let read = || fs::read_to_string(&path).unwrap();
        let mut output = Output::create(Some(&path)).unwrap();
        output.write_all(b"new").unwrap();
        assert_eq!(read(), "old");
        drop(output);
        assert_eq!(fs::read_dir(&directory).unwrap().count(), 1);
        let mut output = Output::create(Some(&path)).unwrap();
        output.write_all(b"new").unwrap();
        output.keep().unwrap();
        assert_eq!(read(), "new");
        assert_eq!(fs::read_dir(&directory).unwrap().count(), 1);
        fs::remove_dir_all(directory).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn links_and_permissions_stay_and_devices_are_written() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let directory = scratch("cli-links");
        let (path, link) = (directory.join("a.json"), directory.join("link"));
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&path, &link).unwrap();
        let mut output = Output::create(Some(&link)).unwrap();
        output.write_all(b"new").unwrap();
        output.keep().unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
        let device = Output::create(Some(&"/dev/null".into())).unwrap();
        assert!(matches!(device, Output::Open(_)));
        let failure = Output::create(Some(&directory)).err().unwrap().to_string();
        assert!(failure.contains("Is a directory"), "{failure}");
        fs::remove_dir_all(directory).unwrap();
    }
}
