//! The schemas of now, from sources and compiled types, and those of before, from a lock or a revision.

use std::collections::{BTreeMap, BTreeSet};

use everwire::dynamic::Definition;

use super::run::Check;
use crate::define::{self, Declared, Project};
use crate::lock::{Acceptance, Lock, file};
use crate::render::{Failure, Finding, Label, Report};

/// A lock that was read.
pub(crate) struct Locked {
    pub(crate) lock: Lock,
    pub(super) text: String,
    /// What its newest generation said.
    pub(super) newest: Vec<Definition>,
}

/// The schemas of now, whatever they were read from.
pub(super) struct Read {
    pub(super) definitions: Vec<Definition>,
    /// Whether compiled types are among them.
    pub(super) has_compiled: bool,
    /// Whether there may be others.
    pub(super) is_part: bool,
    /// The types that are gone, as is accepted.
    pub(super) removed: Vec<String>,
    /// What is worth knowing of them.
    pub(super) notes: Vec<Finding>,
    pub(super) project: Project,
}

impl Check {
    pub(super) fn read(&self) -> Result<Read, Failure> {
        let has_sources = !self.sources.is_empty() || !self.options.descriptors.is_empty();
        if !has_sources && self.types.is_empty() {
            return Err(Failure::run(
                "there is nothing to check",
                "name `.proto` and Rust files, or directories of them: `codegen check schemas/ src/`",
            ));
        }
        let project = match has_sources {
            true => define::project(&self.options, &self.sources)?,
            false => Project::default(),
        };
        if !project.findings.is_empty() {
            return Err(Failure::Findings(Report {
                findings: project.findings,
                texts: project.texts,
            }));
        }
        let mut definitions: Vec<Definition> = project
            .types
            .iter()
            .map(|one| one.definition.clone())
            .collect();
        let mut told: BTreeSet<String> = definitions.iter().map(Definition::full_name).collect();
        let compiled = self.types.iter().flat_map(|schema| Definition::all(schema));
        definitions.extend(compiled.filter(|one| told.insert(one.full_name())));
        Ok(Read {
            definitions,
            has_compiled: !self.types.is_empty(),
            is_part: self.is_part || !has_sources,
            removed: self.removed.iter().map(|(name, _)| name.clone()).collect(),
            notes: project.skipped.clone(),
            project,
        })
    }

    pub(super) fn read_lock(&self) -> Result<Locked, Failure> {
        let (lock, text) = file::read(&self.lock)?;
        let newest = lock.definitions(lock.newest());
        Ok(Locked {
            newest: newest.map_err(|fault| file::failed(&fault, &self.lock))?,
            lock,
            text,
        })
    }
}

impl Read {
    pub(super) fn place(&self, name: &str, number: Option<i64>) -> Option<Label> {
        find(&self.project.types, name, number)
    }

    /// What is accepted, and where that is written as far as sources tell.
    pub(super) fn accepted(&self) -> Vec<(Acceptance, Label)> {
        let places: BTreeMap<String, &Declared> = self
            .project
            .types
            .iter()
            .map(|one| (one.definition.full_name(), one))
            .collect();
        let of = |definition: &Definition| {
            let type_name = definition.full_name();
            let declared = places.get(&type_name).copied();
            let accepted = definition.accepted.iter().map(move |one| {
                let key = (one.number, one.change.clone());
                let label = declared.and_then(|declared| declared.accepted.get(&key));
                let acceptance = Acceptance {
                    type_name: type_name.clone(),
                    number: one.number,
                    change: one.change.clone(),
                    reason: one.reason.clone(),
                };
                (acceptance, label.cloned().unwrap_or_default())
            });
            accepted.collect::<Vec<_>>()
        };
        self.definitions.iter().flat_map(of).collect()
    }
}

/// Where a type, or a member of it, is declared.
pub(super) fn find(types: &[Declared], name: &str, number: Option<i64>) -> Option<Label> {
    let is_it = |one: &&Declared| {
        one.definition.is_named(name) || one.definition.aliases.iter().any(|alias| alias == name)
    };
    let declared = types.iter().find(is_it)?;
    match number {
        Some(number) => declared.members.get(&number).cloned(),
        None => Some(declared.at.clone()),
    }
}
