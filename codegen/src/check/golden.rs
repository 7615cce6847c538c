//! Golden bytes are still written by the generation that wrote them, and read by the schemas of now.

use std::collections::BTreeMap;
use std::path::Path;

use everwire::dynamic::Definition;

use super::Now;
pub(crate) use crate::lock::file::failed;
use crate::lock::golden::{self, Golden};
use crate::lock::{Fault, Lock};
use crate::prove::{self, Proven};
use crate::render::{Failure, Finding, Label};

/// The golden bytes that are to be written: those of each type that the newest generation changed.
pub(crate) fn missing(lock: &Lock, beside: &Path) -> Result<BTreeMap<String, Golden>, Fault> {
    let newest = lock.newest();
    let definitions = lock.definitions(newest)?;
    let mut files = BTreeMap::new();
    for definition in &definitions {
        let name = definition.full_name();
        let file = golden::file(&name, newest);
        if lock.since(&name, newest) == newest && !golden::directory(beside).join(&file).exists() {
            let records = prove::golden(definition, &definitions);
            files.insert(file, Golden { records });
        }
    }
    Ok(files)
}

/// Reads all golden bytes, with the generation that wrote them and with the schemas of now.
pub(crate) fn check(lock: &Lock, beside: &Path, now: &Now<'_>) -> Result<Vec<Finding>, Failure> {
    let directory = golden::directory(beside);
    let mut findings = Vec::new();
    for generation in lock.generations.keys().copied() {
        let olds = lock
            .definitions(generation)
            .map_err(|fault| failed(&fault, beside))?;
        let mut proven: Option<Vec<Proven>> = None;
        let mut reading: Option<prove::Rereading> = None;
        for definition in &olds {
            let name = definition.full_name();
            let file = golden::file(&name, generation);
            let path = directory.join(&file);
            if lock.since(&name, generation) != generation {
                continue;
            }
            let shown = path.to_string_lossy().replace('\\', "/");
            if !path.exists() {
                let message =
                    format!("the golden bytes of `{name}` of generation {generation} are missing");
                findings.push(finding("golden-changed", &shown, 0, message));
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
                    findings.push(finding(
                        "golden-changed",
                        &shown,
                        line,
                        "this is no line of a golden file".into(),
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
                        findings.push(finding("golden-changed", &shown, at + 2, message));
                    }
                    prove::Misread::New(_) if breaks => {}
                    prove::Misread::New(why) => {
                        let message = format!(
                            "`{name}` of generation {generation} is not read{wire} as it was written: {why}"
                        );
                        findings.push(finding("golden-broken", &shown, at + 2, message));
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

fn finding(rule: &str, file: &str, line: usize, message: String) -> Finding {
    let help = match rule {
        "golden-changed" => {
            "golden files are written by `codegen lock` and never changed: restore it; where two branches wrote it, take it away and run `codegen lock`; if it is as it was, this version of everwire writes or reads otherwise than that one did, which is a bug to report"
        }
        _ => {
            "bytes like these are stored somewhere: undo what changed how they are read, and report it, since `codegen check` found no change that does it"
        }
    };
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
        help: Some(help.into()),
        ..Finding::default()
    }
}
