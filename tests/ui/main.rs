//! What the compiler shows to somebody who made a mistake, a folder for each rule.
//!
//! A file holds one mistake and is named for it; beside it stands all that is told of it. `newcomer` has the first mistakes that
//! people make, `type` what only the compiler can see, `item` items with several mistakes.

mod accepted;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use everwire_model::check::RULES;

/// The compiler whose words the files hold.
const COMPILER: &str = "1.95.";

/// How errors begin whose words are Everwire's, not the compiler's own.
const OURS: [&str; 3] = ["error: ", "error[E0080]", "error[E0277]"];

/// The folders that belong to no rule.
const OTHERS: [&str; 3] = ["item", "newcomer", "type"];

#[test]
fn mistakes_are_told() {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc).arg("--version").output();
    let version = version.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    match version {
        Ok(version) if version.starts_with(&format!("rustc {COMPILER}")) => {}
        Ok(version) => {
            let version = version.trim();
            println!("skipped: the texts are those of rustc {COMPILER}x, and this is {version}");
            return;
        }
        Err(error) => panic!("rustc does not tell its version: {error}"),
    }
    if !everwire_tests::update::rewritten() {
        trybuild::TestCases::new().compile_fail("ui/*/*.rs");
    }
}

#[test]
fn every_rule_has_a_folder() {
    let folders: BTreeSet<String> = folders().iter().map(|path| name(path)).collect();
    let rules = RULES.iter().map(|rule| rule.id).chain(OTHERS);
    assert_eq!(folders, rules.map(str::to_owned).collect());
}

#[test]
fn every_text_says_what_to_do() {
    for folder in folders() {
        for file in files(&folder)
            .iter()
            .filter(|file| has_extension(file, "stderr"))
        {
            let text = fs::read_to_string(file).unwrap();
            for error in text
                .split("\n\n")
                .filter(|part| OURS.iter().any(|ours| part.starts_with(ours)))
            {
                let shown = error.contains("help: ") || error.contains("= note: add ");
                assert!(shown, "{}: {error}", file.display());
            }
        }
    }
}

#[test]
fn a_mistake_is_told_once() {
    for folder in folders()
        .iter()
        .filter(|folder| !OTHERS.contains(&name(folder).as_str()))
    {
        for file in files(folder)
            .iter()
            .filter(|file| has_extension(file, "stderr"))
        {
            let text = fs::read_to_string(file).unwrap();
            let errors = text.lines().filter(|line| line.starts_with("error"));
            assert_eq!(errors.count(), 1, "{}: {text}", file.display());
        }
    }
}

fn folders() -> Vec<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui");
    let mut folders = files(&here);
    folders.retain(|path| path.is_dir());
    folders
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

fn has_extension(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|found| found == extension)
}
