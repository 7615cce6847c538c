//! What is written: the lock, and golden bytes beside it.

use std::path::Path;

use everwire::dynamic::Definition;

use super::carried::{self, From};
use super::golden;
use super::read::Read;
use super::run::{Basis, Check, Recorded, shown};
use crate::lock::Lock;
use crate::render::{Failure, Report};

impl Check {
    /// Takes down what the schemas say, where nothing breaks that was not accepted.
    ///
    /// # Errors
    ///
    /// What breaks, mistakes in the sources, or a file that cannot be written.
    pub fn record(&self, label: Option<&str>) -> Result<Recorded, Failure> {
        let (mut read, there) = self.open()?;
        let mut lock = Lock::default();
        let notes;
        if let Some(there) = there {
            self.are_gone(&read, &there.newest)?;
            let (checked, report) = self.compare(&mut read, &Basis::Lock(&there))?;
            if !checked.findings.is_empty() {
                return Err(Failure::Findings(Report {
                    findings: checked.findings,
                    ..report
                }));
            }
            notes = Report {
                findings: checked.notes,
                ..report
            };
            lock = there.lock;
        } else {
            carried::carry(&mut read, || Ok(Vec::new()), From::Lock(&shown(&self.lock)))?;
            // There is nothing to compare with, and what never will be is told.
            notes = Report {
                findings: read.project.skipped.clone(),
                texts: read.project.texts.clone(),
            };
        }
        let is_new = lock.record(&read.definitions, &self.gone());
        let generation = lock.newest();
        if let Some(label) = label {
            call(&mut lock, label)?;
        }
        let golden = self.write(&lock)?;
        Ok(Recorded {
            generation,
            is_new,
            types: read.definitions.len(),
            golden,
            notes,
        })
    }

    /// Fails where a type is not gone, or never was there.
    fn are_gone(&self, read: &Read, olds: &[Definition]) -> Result<(), Failure> {
        let has = |all: &[Definition], name: &str| all.iter().any(|one| one.full_name() == name);
        for (name, _) in &self.removed {
            if has(&read.definitions, name) {
                return Err(Failure::run(
                    format!("`{name}` is not gone: the sources declare it"),
                    "take it out of the sources, or out of `--remove`",
                ));
            }
            if !has(olds, name) {
                let own = name.rsplit('.').next();
                let mut names = olds.iter().map(Definition::full_name);
                let near = names.find(|old| old.rsplit('.').next() == own);
                let help = match near {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "give its full name, as the lock has it".to_owned(),
                };
                return Err(Failure::run(
                    format!("the newest generation has no type `{name}`"),
                    help,
                ));
            }
        }
        Ok(())
    }

    /// Gives the newest generation a label: what the release that has it is called.
    ///
    /// # Errors
    ///
    /// If another generation is called so, or the lock cannot be read or written.
    pub fn label(&self, label: &str) -> Result<u32, Failure> {
        let mut lock = self.read_lock()?.lock;
        call(&mut lock, label)?;
        self.write(&lock)?;
        Ok(lock.newest())
    }

    /// Says of generations, by number or label, that no program of them runs any more.
    ///
    /// # Errors
    ///
    /// If there is no such generation, or the lock cannot be read or written.
    pub fn retire(&self, label: &str) -> Result<u32, Failure> {
        let mut lock = self.read_lock()?.lock;
        let generation = lock.find(label).ok_or_else(|| {
            Failure::run(
                format!("the lock has no generation `{label}`"),
                "name one by its number or label, as the lock lists them",
            )
        })?;
        if generation == lock.newest() {
            return Err(Failure::run(
                format!("`{label}` is the newest generation, which programs of now have"),
                "retire an earlier one",
            ));
        }
        for (_, one) in lock.generations.range_mut(..=generation) {
            one.retired = true;
        }
        self.write(&lock)?;
        Ok(generation)
    }

    fn write(&self, lock: &Lock) -> Result<usize, Failure> {
        let missing = golden::missing(lock, &self.lock)
            .map_err(|fault| golden::failed(&fault, &self.lock))?;
        let directory = crate::lock::golden::directory(&self.lock);
        let count = missing.len();
        for (file, golden) in missing {
            save(&directory.join(file), &golden.to_string())?;
        }
        save(&self.lock, &lock.to_string())?;
        Ok(count)
    }
}

/// Calls the newest generation so.
fn call(lock: &mut Lock, label: &str) -> Result<(), Failure> {
    let newest = lock.newest();
    if let Some(other) = lock.find(label).filter(|other| *other != newest) {
        return Err(Failure::run(
            format!("generation {other} is called `{label}`"),
            "name the newest one otherwise, as the release that has it",
        ));
    }
    if let Some(generation) = lock.generations.get_mut(&newest) {
        generation.labels.insert(label.to_owned());
    }
    Ok(())
}

fn save(path: &Path, text: &str) -> Result<(), Failure> {
    if std::fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    let written = path
        .parent()
        .map_or(Ok(()), std::fs::create_dir_all)
        .and_then(|()| std::fs::write(path, text));
    written.map_err(|error| {
        Failure::run(
            format!("cannot write `{}`: {error}", shown(path)),
            "check the permissions",
        )
    })
}
