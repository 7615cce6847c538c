//! What is written: the lock, and golden bytes beside it.

use std::path::Path;

use super::carried::{self, From};
use super::golden;
use super::run::{Check, Recorded, shown};
use crate::lock::Lock;
use crate::render::{Failure, Report};

impl Check {
    /// Takes down what the schemas say, where nothing breaks that was not accepted.
    ///
    /// # Errors
    ///
    /// What breaks, mistakes in the sources, or a file that cannot be written.
    pub fn record(&self, label: Option<&str>) -> Result<Recorded, Failure> {
        let mut read = self.read()?;
        let mut lock = Lock::default();
        let mut notes = Report::default();
        if self.lock.exists() {
            let (checked, report) = self.compare(&mut read)?;
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
            lock = self.read_lock()?.0;
        } else {
            carried::carry(&mut read, &[], From::Lock(&shown(&self.lock)))?;
        }
        let is_new = lock.record(&read.definitions, &self.gone());
        let generation = lock.newest();
        if let Some(label) = label
            && let Some(other) = lock.find(label).filter(|other| *other != generation)
        {
            return Err(Failure::run(
                format!("generation {other} is called `{label}`"),
                "name the newest one otherwise, as the release that has it",
            ));
        }
        if let (Some(label), Some(newest)) = (label, lock.generations.get_mut(&generation)) {
            newest.labels.insert(label.to_owned());
        }
        let golden = self.write(&lock)?;
        Ok(Recorded {
            generation,
            is_new,
            golden,
            notes,
        })
    }

    /// Says of generations, by number or label, that no program of them runs any more.
    ///
    /// # Errors
    ///
    /// If there is no such generation, or the lock cannot be read or written.
    pub fn retire(&self, label: &str) -> Result<u32, Failure> {
        let (mut lock, _) = self.read_lock()?;
        let generation = lock
            .find(label)
            .filter(|generation| *generation != lock.newest());
        let generation = generation.ok_or_else(|| {
            Failure::run(
                format!("the lock has no earlier generation `{label}`"),
                "name one by its number or label, as the lock lists them",
            )
        })?;
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
