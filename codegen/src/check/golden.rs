//! Golden bytes are still written by the generation that wrote them, and read by the schemas of now.

use std::collections::BTreeMap;
use std::path::Path;

use everwire::dynamic::Definition;

use super::Now;
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
    let mut files = BTreeMap::new();
    for definition in &definitions {
        let name = definition.full_name();
        let file = places.file(&name, newest);
        let is_there = || golden::directory(beside).join(&file).exists();
        if lock.since(&name, newest) == newest && (is_begun || !is_there()) {
            let records = prove::golden(definition, &definitions).map_err(|why| Fault {
                line: 0,
                message: format!("no golden bytes of `{name}` can be written: {why}"),
                help: "change the schema so that the type can be loaded, and run `codegen lock` again",
            })?;
            files.insert(file, Golden { records });
        }
    }
    Ok(files)
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
        let mut proven: Option<Vec<Proven>> = None;
        let mut reading: Option<prove::Rereading> = None;
        for definition in &olds {
            let name = definition.full_name();
            let path = directory.join(places.file(&name, generation));
            if lock.since(&name, generation) != generation {
                continue;
            }
            let shown = path.to_string_lossy().replace('\\', "/");
            if !path.exists() {
                let message =
                    format!("the golden bytes of `{name}` of generation {generation} are missing");
                let help = match is_newest {
                    true => {
                        "run `codegen lock`, which writes those of the newest generation".into()
                    }
                    false => format!(
                        "restore it as it was committed, `git log -- {shown}` tells where it went: those of earlier generations are never written anew"
                    ),
                };
                findings.push(finding("golden-changed", &shown, 0, message, help));
                continue;
            }
            let text = std::fs::read_to_string(&path).map_err(|error| {
                Failure::run(
                    format!("cannot read `{shown}`: {error}"),
                    "check the permissions",
                )
            })?;
            let golden = match Golden::read(&text) {
                Ok(golden) => golden,
                Err(line) => {
                    let help = match is_newest {
                        true => {
                            "restore it as it was committed; where two branches wrote it, take it away and run `codegen lock`"
                        }
                        false => {
                            "restore it as it was committed; where two branches wrote it, take that of the branch whose lock it goes with"
                        }
                    };
                    let message = "this is no line of a golden file".into();
                    findings.push(finding(
                        "golden-changed",
                        &shown,
                        line,
                        message,
                        help.into(),
                    ));
                    continue;
                }
            };
            let reading =
                reading.get_or_insert_with(|| prove::Rereading::new(&olds, now.definitions));
            let read = reading.read(definition, &golden.records);
            if read.iter().all(Result::is_ok) {
                continue;
            }
            let proven = proven.get_or_insert_with(|| prove::compare(&olds, now.definitions));
            let breaks = breaking(proven, definition, &olds);
            for (at, misread) in read.into_iter().enumerate() {
                let Err(misread) = misread else {
                    continue;
                };
                let wire = golden
                    .records
                    .get(at)
                    .map_or_else(String::new, |(wire, _)| format!(" on {wire}"));
                match misread {
                    prove::Misread::Old(why) => {
                        let message = format!("`{name}` of generation {generation}{wire}: {why}");
                        findings.push(finding(
                            "golden-changed",
                            &shown,
                            at + 2,
                            message,
                            CHANGED.into(),
                        ));
                    }
                    prove::Misread::New(_) if breaks => {}
                    prove::Misread::New(why) => {
                        let message = format!(
                            "`{name}` of generation {generation} is not read{wire} as it was written: {why}"
                        );
                        findings.push(finding(
                            "golden-broken",
                            &shown,
                            at + 2,
                            message,
                            BROKEN.into(),
                        ));
                    }
                }
            }
        }
    }
    Ok(findings)
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
