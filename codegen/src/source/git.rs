//! The sources of another revision, read with git into a directory that goes when it is no longer held.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::render::Failure;

/// The files of a revision.
#[derive(Debug)]
pub(crate) struct Revision {
    directory: TempDir,
    /// The directory of the repository that paths are relative to.
    root: PathBuf,
    /// What the revision was called.
    pub(crate) name: String,
}

impl Revision {
    /// Reads those of the sources that a revision has. Of a branch it is the commit where the two parted, so that what was done on it
    /// meanwhile is nobody's change.
    ///
    /// # Errors
    ///
    /// If there is no git, no repository or no such revision.
    pub(crate) fn read(name: &str, sources: &[PathBuf]) -> Result<Self, Failure> {
        let place = sources
            .first()
            .map_or_else(|| PathBuf::from("."), |path| existing(path));
        let root = PathBuf::from(git(&place, &["rev-parse", "--show-toplevel"])?.trim_end());
        let commit = commit(&root, name)?;
        let paths: Vec<String> = sources
            .iter()
            .filter_map(|path| within(&root, path))
            .collect();
        let listed = listed(&root, &commit, paths.clone())?;
        let is_read = |path: &&String| {
            let read = [".proto", ".rs", "Cargo.toml"];
            read.iter().any(|end| path.ends_with(end)) || paths.contains(path)
        };
        let files: Vec<&str> = listed
            .files
            .iter()
            .filter(is_read)
            .map(String::as_str)
            .collect();
        let directory = tempfile::tempdir().map_err(|error| {
            Failure::run(
                format!("cannot make a directory: {error}"),
                "set `TMPDIR` to where files can be written",
            )
        })?;
        for (path, bytes) in files.iter().zip(contents(&root, &commit, &files)?) {
            let target = directory.path().join(path);
            let written = target
                .parent()
                .map_or(Ok(()), std::fs::create_dir_all)
                .and_then(|()| std::fs::write(&target, bytes));
            written.map_err(|error| {
                Failure::run(
                    format!("cannot write `{}`: {error}", target.display()),
                    "make room, or set `TMPDIR`",
                )
            })?;
        }
        link(directory.path(), &listed.links);
        Ok(Self {
            directory,
            root,
            name: name.to_owned(),
        })
    }

    /// Where a path lies in the revision, if it lies in the repository and was there.
    pub(crate) fn path(&self, path: &Path) -> Option<PathBuf> {
        let path = self.directory.path().join(within(&self.root, path)?);
        path.exists().then_some(path)
    }

    /// A path of the revision as it is shown: without the directory that it was read into.
    pub(crate) fn shown(&self, path: &str) -> String {
        let directory = self.directory.path().to_string_lossy().replace('\\', "/");
        match path.strip_prefix(&*directory) {
            Some(path) => format!("{}:{}", self.name, path.trim_start_matches('/')),
            None => path.to_owned(),
        }
    }
}

/// What a revision has at some paths.
#[derive(Debug, Default)]
struct Listed {
    files: BTreeSet<String>,
    /// Symbolic links, and where they lead to, as they say it.
    links: BTreeMap<String, String>,
}

/// The files at paths of a revision, and those that links among them lead to.
fn listed(root: &Path, commit: &str, mut paths: Vec<String>) -> Result<Listed, Failure> {
    let mut listed = Listed::default();
    while !paths.is_empty() {
        let mut listing = vec!["ls-tree", "-r", "-z", commit, "--"];
        listing.extend(paths.iter().map(String::as_str));
        let entries = git(root, &listing)?;
        let mut links = Vec::new();
        for entry in entries.split('\0') {
            let Some((kind, path)) = entry.split_once('\t') else {
                continue;
            };
            if !kind.starts_with(LINK) {
                listed.files.insert(path.to_owned());
            } else if !listed.links.contains_key(path) {
                links.push(path);
            }
        }
        paths.clear();
        for (path, target) in links.iter().zip(contents(root, commit, &links)?) {
            let target = String::from_utf8_lossy(&target).into_owned();
            paths.extend(led_to(path, &target));
            listed.links.insert((*path).to_owned(), target);
        }
    }
    Ok(listed)
}

/// How git marks a symbolic link.
const LINK: &str = "120000";

/// Where a link of the repository leads to, if that is in the repository.
fn led_to(link: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = link.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    (!target.starts_with('/') && !parts.is_empty()).then(|| parts.join("/"))
}

/// Makes the links of a revision again; where the system has none, what they lead to is not found there.
fn link(directory: &Path, links: &BTreeMap<String, String>) {
    for (path, target) in links {
        let path = directory.join(path);
        if let Some(parent) = path.parent() {
            let _ = std::fs::create_dir_all(parent);
        }
        #[cfg(unix)]
        let _ = std::os::unix::fs::symlink(target, &path);
        #[cfg(not(unix))]
        let _ = (target, path);
    }
}

/// The nearest directory that is there.
fn existing(path: &Path) -> PathBuf {
    let mut place = path;
    while !place.is_dir() {
        match place.parent() {
            Some(parent) => place = parent,
            None => return PathBuf::from("."),
        }
    }
    if place.as_os_str().is_empty() {
        PathBuf::from(".")
    } else {
        place.to_owned()
    }
}

/// A path relative to the root of the repository.
fn within(root: &Path, path: &Path) -> Option<String> {
    let absolute = std::path::absolute(path).ok()?;
    let absolute = absolute.canonicalize().unwrap_or(absolute);
    let root = root.canonicalize().ok()?;
    let inner = absolute
        .strip_prefix(&root)
        .ok()?
        .to_string_lossy()
        .replace('\\', "/");
    Some(if inner.is_empty() { ".".into() } else { inner })
}

/// The commit that a revision means.
fn commit(root: &Path, name: &str) -> Result<String, Failure> {
    let is_branch = ["refs/heads/", "refs/remotes/"].iter().any(|kind| {
        git(
            root,
            &["show-ref", "--verify", "--quiet", &format!("{kind}{name}")],
        )
        .is_ok()
    });
    let found = if is_branch {
        git(root, &["merge-base", "HEAD", name])
    } else {
        git(
            root,
            &[
                "rev-parse",
                "--verify",
                "--quiet",
                "--end-of-options",
                &format!("{name}^{{commit}}"),
            ],
        )
    };
    found.map(|commit| commit.trim_end().to_owned()).map_err(|_| {
        let is_shallow = git(root, &["rev-parse", "--is-shallow-repository"]).is_ok_and(|told| told.trim_end() == "true");
        let parted = if is_branch { format!("where `{name}` and this branch parted") } else { format!("the revision `{name}`") };
        match is_shallow {
            true => Failure::run(
                format!("this clone is shallow, and {parted} is not in it"),
                "fetch it: `git fetch --unshallow --tags`, or in a workflow `fetch-depth: 0`",
            ),
            false => Failure::run(format!("the repository does not have {parted}"), "name a commit, a tag or a branch; `git fetch --tags` fetches what is elsewhere"),
        }
    })
}

/// The contents of files, in one run of git.
fn contents(root: &Path, commit: &str, files: &[&str]) -> Result<Vec<Vec<u8>>, Failure> {
    if files.is_empty() {
        return Ok(Vec::new());
    }
    let failed = |error: std::io::Error| {
        Failure::run(
            format!("cannot run git: {error}"),
            "install git, or compare with a lock",
        )
    };
    let mut child = Command::new("git")
        .arg("-C")
        .arg(root)
        .args(["cat-file", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(failed)?;
    let asked: String = files
        .iter()
        .map(|path| format!("{commit}:{path}\n"))
        .collect();
    let stdin = child.stdin.take();
    let writing = std::thread::spawn(move || {
        stdin.map_or(Ok(()), |mut stdin| stdin.write_all(asked.as_bytes()))
    });
    let mut output = Vec::new();
    if let Some(stdout) = child.stdout.as_mut() {
        stdout.read_to_end(&mut output).map_err(failed)?;
    }
    let _ = writing.join();
    child.wait().map_err(failed)?;
    let mut rest = &output[..];
    let mut one = || {
        let end = rest.iter().position(|byte| *byte == b'\n')?;
        let size: usize = std::str::from_utf8(&rest[..end])
            .ok()?
            .rsplit(' ')
            .next()?
            .parse()
            .ok()?;
        let bytes = rest.get(end + 1..end + 1 + size)?.to_vec();
        rest = rest.get(end + 2 + size..)?;
        Some(bytes)
    };
    let read: Option<Vec<_>> = files.iter().map(|_| one()).collect();
    read.ok_or_else(|| {
        Failure::run(
            "git gave other files than it was asked for",
            "run `git fsck`",
        )
    })
}

/// What git says.
fn git(place: &Path, arguments: &[&str]) -> Result<String, Failure> {
    let ran = Command::new("git")
        .arg("-C")
        .arg(place)
        .args(arguments)
        .stdin(Stdio::null())
        .output();
    let output = ran.map_err(|error| {
        Failure::run(
            format!("cannot run git: {error}"),
            "install git, or compare with a lock",
        )
    })?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let said = said.lines().next().unwrap_or_default();
        return Err(Failure::run(
            format!("git: {said}"),
            "run it in the repository of the sources",
        ));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
