//! What no wire shows at once: numbers and names that are free again.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use everwire::dynamic::{Definition, Gone, What};

use super::{Now, Question, by_name};
use crate::lock::{Fault, Lock};
use crate::prove::{self, Direction, Outcome, Policy, Proven};
use crate::render::{Finding, Label};

/// Marks the changes that break a promise though every byte is read as before.
pub(super) fn add(proven: &mut [Proven], old: &[Definition], new: &[Definition]) {
    let (olds, news) = (by_name(old), by_name(new));
    let renamed = |name: &str| {
        news.values()
            .find(|one| one.aliases.iter().any(|alias| alias == name))
            .copied()
    };
    for one in proven {
        let name = one.change.type_name.as_str();
        let old = olds.get(name).copied();
        let new = news.get(name).copied().or_else(|| renamed(name));
        one.policy = match (one.change.rule, old, new) {
            ("field-removed" | "value-removed", Some(old), Some(new)) => {
                unreserved(one, old, new)
            }
            ("type-removed", Some(old), _) if !is_held(old, &olds) => {
                one.verdicts = prove::unread(old, &olds);
                Some(Policy {
                    rule: "type-removed",
                    message: format!("nothing reads what was written as `{name}`"),
                    help: format!("keep the type as long as its bytes are somewhere; if it has another name now, say `alias = \"{name}\"` there"),
                })
            }
            ("aliases-changed", ..) => alias(one),
            ("was-changed", ..) if one.change.text.contains(" -") => Some(Policy {
                rule: "was-removed",
                message: format!("values of a former type are read no more: {}", one.change.text),
                help: "keep `was` as long as bytes of the former type are somewhere".into(),
            }),
            ("reserved-changed", Some(old), Some(new)) => freed(old, new),
            ("unknown-changed", Some(old), _) if old.keeps_unknown => Some(Policy {
                rule: "unknown-changed",
                message: format!("`{name}` does not keep any more what it does not know"),
                help: "keep the member `#[codec(unknown)]`, or accept that what newer programs write is lost where this one changes it".into(),
            }),
            _ => None,
        };
    }
}

/// A member that is gone, and whose number may be taken again.
fn unreserved(proven: &mut Proven, old: &Definition, new: &Definition) -> Option<Policy> {
    let (number, name) = (proven.change.number?, proven.change.name.clone()?);
    let is_reserved = new.reserved.iter().any(|gone| match gone {
        Gone::Numbers(first, last) => {
            u32::try_from(number).is_ok_and(|number| (*first..=*last).contains(&number))
        }
        _ => false,
    });
    // What moved elsewhere under its name was renumbered, and is told as such; enums reserve negative numbers, too, which schemas do not say.
    if is_reserved || number < 0 {
        return None;
    }
    // What a relay loses of a field that is gone is no news.
    proven.verdicts.retain(|one| {
        matches!(
            one.direction,
            Direction::NewReadsOld | Direction::OldReadsNew
        )
    });
    proven.verdicts.extend(prove::reuse(old, number));
    Some(Policy {
        rule: "unreserved",
        message: format!(
            "the number {number}, which was `{name}`, may be taken again: its old values would be read as the new ones"
        ),
        help: format!("reserve it: `reserved({number}, \"{name}\")`"),
    })
}

/// Former names that are found no more.
fn alias(proven: &Proven) -> Option<Policy> {
    let text = proven.change.text.strip_prefix("alias ")?;
    let gone: Vec<&str> = text
        .split(' ')
        .filter_map(|word| word.strip_prefix('-'))
        .collect();
    let gone = gone.join(", ");
    (!gone.is_empty()).then(|| Policy {
        rule: "alias-removed",
        message: format!("what was written under a former name is not found any more: {gone}"),
        help: "keep the alias as long as bytes with that name are somewhere".into(),
    })
}

/// What was reserved and is free again. What a member has again is none of it: whether it is what it was is seen in the history.
fn freed(old: &Definition, new: &Definition) -> Option<Policy> {
    let members = new.members();
    let is_back = |gone: &Gone| match gone {
        Gone::Numbers(first, last) => members
            .iter()
            .any(|one| (*first..=*last).contains(&one.number)),
        Gone::Name(name) => members.iter().any(|one| one.name == *name),
        Gone::Slot(slot, _) => members.iter().any(|one| one.slot == *slot),
    };
    let said = |one: &Gone| match one {
        Gone::Numbers(first, last) if first == last => format!("{first}"),
        Gone::Numbers(first, last) => format!("{first} to {last}"),
        Gone::Name(name) => format!("`{name}`"),
        Gone::Slot(slot, _) => format!("slot {slot}"),
    };
    // A slot is reserved whatever is said of its type.
    let is_kept = |one: &Gone| match one {
        Gone::Slot(slot, _) => new
            .reserved
            .iter()
            .any(|other| matches!(other, Gone::Slot(other, _) if other == slot)),
        one => new.reserved.contains(one),
    };
    let gone: Vec<String> = old
        .reserved
        .iter()
        .filter(|one| !is_kept(one) && !is_back(one))
        .map(said)
        .collect();
    (!gone.is_empty()).then(|| Policy {
        rule: "reserved-removed",
        message: format!("what was reserved is free again: {}", gone.join(", ")),
        help: "reserve it as before: its old values are still somewhere".into(),
    })
}

/// Whether another type of the set holds this one.
fn is_held(one: &Definition, all: &BTreeMap<String, &Definition>) -> bool {
    let name = one.full_name();
    all.values()
        .any(|other| other.full_name() != name && prove::refers(other, &name))
}

/// Versions that are not what the lock says they are.
pub(super) fn versions(lock: &Lock, now: &Now<'_>) -> Vec<Finding> {
    let wrong = now
        .definitions
        .iter()
        .filter(|one| one.version != 0 && one.version != lock.version(one));
    let findings = wrong.map(|one| {
        let (name, version) = (one.full_name(), lock.version(one));
        Finding {
            rule: "version-wrong".into(),
            message: format!("`{name}` has version {}, and by the lock it is {version}", one.version),
            labels: now.read.place(&name, None).into_iter().collect(),
            help: Some(format!("a version is the generation that changed the type last: write `version = {version}`")),
            ..Finding::default()
        }
    });
    findings.collect()
}

/// Numbers that an older generation had for something else: its bytes would be read as what is there now.
pub(super) fn reused(
    lock: &Lock,
    path: &str,
    now: &Now<'_>,
    question: &Question,
) -> Result<BTreeMap<(String, i64), Finding>, Fault> {
    let mut findings = BTreeMap::new();
    let mut compared: BTreeMap<u32, Vec<Proven>> = BTreeMap::new();
    for definition in now.definitions {
        let name = definition.full_name();
        let numbers: Vec<i64> = match &definition.what {
            What::Enum { values, .. } => {
                values.iter().map(|value| i64::from(value.number)).collect()
            }
            _ => definition
                .members()
                .iter()
                .map(|member| i64::from(member.number))
                .collect(),
        };
        for number in numbers {
            let Some(last) = lock.gone(&name, number) else {
                continue;
            };
            let proven = match compared.entry(last) {
                Entry::Occupied(compared) => compared.into_mut(),
                Entry::Vacant(place) => {
                    place.insert(prove::compare(&lock.definitions(last)?, now.definitions))
                }
            };
            let breaks = |one: &&Proven| {
                let asked = question
                    .directions
                    .iter()
                    .any(|direction| one.breaks(*direction));
                one.change.type_name == name && one.change.number == Some(number) && asked
            };
            let found: Vec<&Proven> = proven.iter().filter(breaks).collect();
            if found.is_empty() {
                continue;
            }
            let mut labels: Vec<Label> = now.read.place(&name, Some(number)).into_iter().collect();
            labels.extend(
                lock.line_of(&name, Some(number), "type", last)
                    .map(|line| Label {
                        file: path.to_owned(),
                        span: None,
                        line,
                        column: 1,
                        text: format!("removed after {}", super::named(lock, last)),
                    }),
            );
            let changes: Vec<&str> = found.iter().map(|one| one.change.text.as_str()).collect();
            let verdicts = || {
                found
                    .iter()
                    .flat_map(|one| &one.verdicts)
                    .filter(|one| one.outcome != Outcome::Same)
                    .cloned()
            };
            let finding = Finding {
                rule: "number-reused".into(),
                message: format!(
                    "the number {number} of `{name}` was another field's: {}",
                    changes.join(", ")
                ),
                labels,
                help: Some("give it a number that was never used".into()),
                notes: super::finding::table(&verdicts().collect::<Vec<_>>(), question),
                verdicts: verdicts().collect(),
                ..Finding::default()
            };
            findings.insert((name.clone(), number), finding);
        }
    }
    Ok(findings)
}
