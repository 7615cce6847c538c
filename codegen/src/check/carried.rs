//! What sources do not tell is taken as the schemas of before have it, and said; so are, where only a part of the types is looked at, the others.

use std::collections::{BTreeMap, BTreeSet};

use everwire::dynamic::Definition;

use super::read::Read;
use crate::define::{Declares, Unresolved};
use crate::render::{Failure, Finding, Report, Severity};

/// Where the schemas of before are from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From<'a> {
    /// A lock, which compiled types were taken down in.
    Lock(&'a str),
    /// Sources of a revision, which tell no more than those of now.
    Revision(&'a str),
}

/// Adds to the schemas of now those of before that the sources may still declare, and those that they hold.
///
/// # Errors
///
/// What neither the sources tell nor the schemas of before.
pub(super) fn carry(
    read: &mut Read,
    olds: impl FnOnce() -> Result<Vec<Definition>, Failure>,
    from: From<'_>,
) -> Result<(), Failure> {
    let unresolved = std::mem::take(&mut read.project.unresolved);
    if unresolved.is_empty() && !read.is_part {
        return Ok(());
    }
    let carried = carried(read, &olds()?, &unresolved);
    let is_carried = !carried.is_empty();
    let (mut refused, mut notes) = (Vec::new(), Vec::new());
    for one in unresolved {
        let as_before = match &one.declares {
            Declares::Type(name) if read.definitions.iter().any(|new| is_of(new, name)) => continue,
            Declares::Type(name) => carried.iter().any(|old| is_of(old, name)),
            Declares::Nothing | Declares::Any => is_carried || read.has_compiled,
        };
        if as_before || matches!(from, From::Revision(_)) {
            notes.push(note(one, &carried, from));
        } else {
            refused.push(one.finding);
        }
    }
    if !refused.is_empty() {
        return Err(Failure::Findings(Report {
            findings: refused,
            texts: std::mem::take(&mut read.project.texts),
        }));
    }
    read.notes.extend(notes);
    read.definitions.extend(carried);
    Ok(())
}

/// Whether a definition is the type of a name, or an instance of the generic one.
fn is_of(definition: &Definition, name: &str) -> bool {
    definition.name == name || definition.is_named(name)
}

/// The types of before that the sources do not tell, and may still declare or hold.
fn carried(read: &Read, olds: &[Definition], unresolved: &[Unresolved]) -> Vec<Definition> {
    let mut told: BTreeSet<String> = read.definitions.iter().map(Definition::full_name).collect();
    let renamed = read.definitions.iter().flat_map(|new| &new.aliases);
    told.extend(renamed.cloned());
    told.extend(read.removed.iter().cloned());
    let olds = olds.iter().map(|old| (old.full_name(), old));
    let absent: BTreeMap<String, &Definition> =
        olds.filter(|(name, _)| !told.contains(name)).collect();
    let may_be = |old: &Definition| {
        read.is_part
            || unresolved.iter().any(|one| match &one.declares {
                Declares::Type(name) => is_of(old, name),
                Declares::Any => true,
                Declares::Nothing => false,
            })
    };
    let roots = absent.iter().filter(|(_, old)| may_be(old));
    let mut open: Vec<&str> = roots.map(|(name, _)| name.as_str()).collect();
    let mut carried = BTreeMap::new();
    while let Some(name) = open.pop() {
        let Some(old) = absent.get(name) else {
            continue;
        };
        if carried.insert(name, *old).is_none() {
            old.each_name(&mut |held| open.push(held));
        }
    }
    carried.into_values().cloned().collect()
}

fn note(one: Unresolved, carried: &[Definition], from: From<'_>) -> Finding {
    let is_it = |old: &&Definition| match &one.declares {
        Declares::Type(name) => is_of(old, name),
        Declares::Any => true,
        Declares::Nothing => false,
    };
    let names: Vec<String> = carried
        .iter()
        .filter(is_it)
        .map(|old| format!("`{}`", old.full_name()))
        .collect();
    let mut finding = one.finding;
    finding.severity = Severity::Warning;
    if !names.is_empty() {
        let place = match from {
            From::Lock(path) => path,
            From::Revision(name) => name,
        };
        let note = format!("taken as `{place}` has it: {}", names.join(", "));
        finding.notes.push(note);
        finding.help = None;
    }
    finding
}
