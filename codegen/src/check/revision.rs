//! The schemas of before, from a revision.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::Before;
use super::read::find;
use super::run::{Check, shown};
use crate::define::{self, Declared, Project};
use crate::lock::file;
use crate::options::Options;
use crate::render::{Failure, Finding, Label, Severity};
use crate::source::git::Revision;

impl Check {
    /// The schemas of a revision, and their texts.
    pub(super) fn before(
        &self,
        name: &str,
    ) -> Result<(Before<'static>, BTreeMap<String, String>), Failure> {
        let revision = Revision::read(name, &self.wanted())?;
        let there = |paths: &[PathBuf]| -> Vec<PathBuf> {
            paths
                .iter()
                .filter_map(|path| revision.path(path))
                .collect()
        };
        let sources = there(&self.sources);
        let descriptors = there(&self.options.descriptors);
        if sources.is_empty() && descriptors.is_empty() {
            return Err(Failure::run(
                format!("`{name}` has none of the sources"),
                "name what the sources were called then, too; without sources there is nothing to compare with",
            ));
        }
        let includes = self.options.includes.iter();
        let includes = includes.map(|path| revision.path(path).unwrap_or_else(|| path.clone()));
        let options = Options {
            includes: includes.collect(),
            descriptors,
            ..self.options.clone()
        };
        let project =
            define::project(&options, &sources).map_err(|failure| unread(failure, name))?;
        if let Some(mistake) = project.findings.first() {
            return Err(has_mistake(mistake, name));
        }
        let generation = match revision.path(&self.lock) {
            Some(path) => file::read(&path)?.0.newest(),
            None => 0,
        };
        let texts = project
            .texts
            .iter()
            .map(|(path, text)| (revision.shown(path), text.clone()))
            .collect();
        let notes = self.not_compared(&project, &revision);
        let definitions = project
            .types
            .iter()
            .map(|one| one.definition.clone())
            .collect();
        let types: Vec<Declared> = project.types;
        let at = format!("was, at {name}");
        let place = move |type_name: &str, number: Option<i64>, _: &str| {
            let label = find(&types, type_name, number)?;
            Some(Label {
                file: revision.shown(&label.file),
                text: at.clone(),
                ..label
            })
        };
        let before = Before {
            generation,
            definitions,
            place: Box::new(place),
            is_live: true,
            notes,
        };
        Ok((before, texts))
    }

    /// What is read of a revision.
    fn wanted(&self) -> Vec<PathBuf> {
        let mut wanted = self.sources.clone();
        wanted.extend(self.options.includes.iter().cloned());
        // What a file imports stands beside it.
        let files = self.sources.iter().filter(|path| !path.is_dir());
        let beside = files.filter_map(|path| match path.parent()? {
            parent if parent.as_os_str().is_empty() => Some(Path::new(".").to_owned()),
            parent => Some(parent.to_owned()),
        });
        wanted.extend(beside);
        wanted.extend(self.options.descriptors.iter().cloned());
        wanted.push(self.lock.clone());
        wanted
    }

    /// What is compared with nothing, since the sources of the revision do not tell it, or are not there.
    fn not_compared(&self, project: &Project, revision: &Revision) -> Vec<Finding> {
        let unresolved = project.unresolved.iter().map(|one| {
            let labels = one.finding.labels.iter().map(|label| Label {
                file: revision.shown(&label.file),
                ..label.clone()
            });
            Finding {
                labels: labels.collect(),
                severity: Severity::Warning,
                ..one.finding.clone()
            }
        });
        let all = self.sources.iter().chain(&self.options.descriptors);
        let absent = all.filter(|path| revision.path(path).is_none());
        let absent = absent.map(|path| Finding {
            rule: "unresolved".into(),
            message: format!(
                "`{}` has no `{}`: what that holds is compared with nothing",
                revision.name,
                shown(path)
            ),
            help: Some("if it is not new, name what it was called then, too".into()),
            severity: Severity::Warning,
            ..Finding::default()
        });
        unresolved.chain(absent).collect()
    }
}

/// Why the sources of a revision are not read.
fn unread(failure: Failure, name: &str) -> Failure {
    match &failure {
        Failure::Findings(report) => match report.findings.first() {
            Some(mistake) => has_mistake(mistake, name),
            None => failure,
        },
        _ => failure,
    }
}

fn has_mistake(mistake: &Finding, name: &str) -> Failure {
    Failure::run(
        format!(
            "the sources of `{name}` have a mistake: {}",
            mistake.message
        ),
        "compare with a revision whose sources have none",
    )
}
