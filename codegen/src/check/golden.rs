//! Golden bytes are still written by the generation that wrote them, and read by the schemas of now.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;

use everwire::Wire;
use everwire::dynamic::Definition;

use super::Now;
use crate::cores;
pub(crate) use crate::lock::file::failed;
use crate::lock::golden::{self, Golden, Places};
use crate::lock::{Fault, Lock, file};
use crate::prove::{self, Proven};
use crate::render::{Failure, Finding, Label};

/// The golden bytes that are to be written: those of each type that the newest generation changed. Where the lock on disk has not got that generation,
/// what is there is of one that was never merged, and is written over.
pub(crate) fn missing(lock: &Lock, beside: &Path) -> Result<BTreeMap<String, Golden>, Fault> {
    let newest = lock.newest();
    let definitions = lock.definitions(newest)?;
    let is_begun = file::read(beside).map_or(true, |(old, _)| old.newest() < newest);
    let places = Places::of(lock);
    let is_missing = |definition: &&Definition| {
        let name = definition.full_name();
        let file = places.file(&name, newest);
        let is_there = || golden::directory(beside).join(&file).exists();
        lock.since(&name, newest) == newest && (is_begun || !is_there())
    };
    let missing: Vec<&Definition> = definitions.iter().filter(is_missing).collect();
    let written = prove::golden(&missing, &definitions);
    let files = missing.iter().zip(written).map(|(definition, records)| {
        let name = definition.full_name();
        let records = records.map_err(|why| Fault {
            line: 0,
            message: format!("no golden bytes of `{name}` can be written: {why}"),
            help: "change the schema so that the type can be loaded, and run `codegen lock` again",
        })?;
        Ok((places.file(&name, newest), Golden { records }))
    });
    files.collect()
}

/// Reads all golden bytes, with the generation that wrote them and with the schemas of now.
pub(crate) fn check(lock: &Lock, beside: &Path, now: &Now<'_>) -> Result<Vec<Finding>, Failure> {
    let directory = golden::directory(beside);
    let places = Places::of(lock);
    let mut findings = Vec::new();
    for generation in lock.generations.keys().copied() {
        let is_newest = generation == lock.newest();
        let olds = lock
            .definitions(generation)
            .map_err(|fault| failed(&fault, beside))?;
        let changed = |one: &&Definition| lock.since(&one.full_name(), generation) == generation;
        let changed: Vec<&Definition> = olds.iter().filter(changed).collect();
        if changed.is_empty() {
            continue;
        }
        let rereading = prove::Rereading::new(&olds, now.definitions);
        let found = cores::map(&changed, WORTH, |definition| {
            let file = places.file(&definition.full_name(), generation);
            found(&directory.join(file), definition, &rereading)
        });
        let mut proven: Option<Vec<Proven>> = None;
        for (definition, found) in changed.into_iter().zip(found) {
            let name = definition.full_name();
            let path = directory.join(places.file(&name, generation));
            let shown = path.to_string_lossy().replace('\\', "/");
            let read = match found {
                Found::Nothing => {
                    findings.push(missed(&name, generation, &shown, is_newest));
                    continue;
                }
                Found::Unread(error) => {
                    return Err(Failure::run(
                        format!("cannot read `{shown}`: {error}"),
                        "check the permissions",
                    ));
                }
                Found::Foreign(line) => {
                    findings.push(foreign(&shown, line, is_newest));
                    continue;
                }
                Found::Read(read) => read,
            };
            if read.iter().all(|(_, read)| read.is_ok()) {
                continue;
            }
            let proven = proven.get_or_insert_with(|| prove::compare(&olds, now.definitions));
            let breaks = breaking(proven, definition, &olds);
            for (at, (wire, misread)) in read.into_iter().enumerate() {
                let of = format!("`{name}` of generation {generation}");
                let (rule, message, help) = match misread {
                    Err(prove::Misread::Old(why)) => {
                        ("golden-changed", format!("{of} on {wire}: {why}"), CHANGED)
                    }
                    Err(prove::Misread::New(why)) if !breaks => (
                        "golden-broken",
                        format!("{of} is not read on {wire} as it was written: {why}"),
                        BROKEN,
                    ),
                    _ => continue,
                };
                findings.push(finding(rule, &shown, at + 2, message, help.into()));
            }
        }
    }
    Ok(findings)
}

/// The files that are worth a thread.
const WORTH: usize = 16;

/// What a golden file is found to be.
enum Found {
    Nothing,
    Unread(std::io::Error),
    /// It has a line that is none of a golden file.
    Foreign(usize),
    /// What became of its records.
    Read(Vec<(Wire, Result<(), prove::Misread>)>),
}

fn found(path: &Path, definition: &Definition, rereading: &prove::Rereading) -> Found {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Found::Nothing,
        Err(error) => return Found::Unread(error),
    };
    let golden = match Golden::read(&text) {
        Ok(golden) => golden,
        Err(line) => return Found::Foreign(line),
    };
    let read = rereading.read(definition, &golden.records);
    let wires = golden.records.into_iter().map(|(wire, _)| wire);
    Found::Read(wires.zip(read).collect())
}

fn missed(name: &str, generation: u32, shown: &str, is_newest: bool) -> Finding {
    let message = format!("the golden bytes of `{name}` of generation {generation} are missing");
    let help = match is_newest {
        true => "run `codegen lock`, which writes those of the newest generation".into(),
        false => format!(
            "restore it as it was committed, `git log -- {shown}` tells where it went: those of earlier generations are never written anew"
        ),
    };
    finding("golden-changed", shown, 0, message, help)
}

fn foreign(shown: &str, line: usize, is_newest: bool) -> Finding {
    let help = match is_newest {
        true => {
            "restore it as it was committed; where two branches wrote it, take it away and run `codegen lock`"
        }
        false => {
            "restore it as it was committed; where two branches wrote it, take that of the branch whose lock it goes with"
        }
    };
    let message = "this is no line of a golden file".into();
    finding("golden-changed", shown, line, message, help.into())
}

/// Whether a change of a type, or of one that it holds, is known to break something; that is told, or was accepted, as a change.
fn breaking(proven: &[Proven], definition: &Definition, olds: &[Definition]) -> bool {
    let held = prove::held(definition, olds);
    proven
        .iter()
        .any(|one| held.contains(&one.change.type_name) && one.breaks_at_all())
}

const CHANGED: &str = "golden files are written by `codegen lock` and never changed: restore it; if it is as it was, this version of everwire writes or reads otherwise than that one did, which is a bug to report";

const BROKEN: &str = "bytes like these are stored somewhere: undo what changed how they are read, and report it, since `codegen check` found no change that does it";

fn finding(rule: &str, file: &str, line: usize, message: String, help: String) -> Finding {
    Finding {
        rule: rule.into(),
        message,
        labels: vec![Label {
            file: file.to_owned(),
            span: None,
            line,
            column: 1,
            text: String::new(),
        }],
        help: Some(help),
        ..Finding::default()
    }
}
