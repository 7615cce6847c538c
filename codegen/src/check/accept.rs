//! Breaks that were accepted: each acceptance is bound to one change of one item, and has a reason.

use super::{Before, Now};
use crate::lock::{Fault, Lock};
use crate::prove::{self, Change};
use crate::render::Finding;

/// Why a change is accepted, if it is: where it is declared, or, of a change since an older generation, in the lock.
pub(super) fn reason(
    change: &Change,
    before: &Before<'_>,
    lock: Option<&Lock>,
    now: &Now<'_>,
) -> Option<String> {
    let is_newer = |name: &str| {
        let renamed = |definition: &&everwire::dynamic::Definition| {
            definition.full_name() == name && definition.aliases.contains(&change.type_name)
        };
        name == change.type_name || now.definitions.iter().any(|one| renamed(&one))
    };
    let here = now.accepted.iter().map(|(one, _)| one).find(|one| {
        is_newer(&one.type_name) && is_same_member(one.number, change) && one.change == change.text
    });
    if let Some(one) = here {
        return Some(one.reason.clone());
    }
    // What was accepted after that generation was: of several steps, each.
    let (lock, generation) = (lock?, before.generation?);
    let subject = change.text.split(' ').next();
    let mut recorded = lock.facts.iter().filter(|fact| {
        fact.from > generation && is_newer(&fact.type_name) && is_same_member(fact.number, change)
    });
    let fact = recorded.find(|fact| {
        let text = fact.text.strip_prefix("accepted \"");
        text.is_some_and(|text| {
            text.starts_with(&*change.text) || text.split(' ').next() == subject
        })
    })?;
    let accepted = lock.accepted();
    let one = accepted.into_iter().find(|one| {
        fact.text.contains(&*one.change)
            && one.type_name == fact.type_name
            && one.number == fact.number
    });
    one.map(|one| one.reason)
}

/// What is gone has no item of its own: its type has the acceptance.
fn is_same_member(number: Option<i64>, change: &Change) -> bool {
    number == change.number || (number.is_none() && change.text.ends_with("removed"))
}

/// Acceptances that no change needs: the change was undone, or is another one by now.
pub(super) fn stale(lock: &Lock, now: &Now<'_>) -> Result<Vec<Finding>, Fault> {
    let mut findings = Vec::new();
    for (one, place) in now.accepted {
        // Against the newest generation; where that has it, against the one before it was taken down.
        let recorded = lock.facts.iter().find(|fact| {
            fact.to.is_none()
                && fact.type_name == one.type_name
                && fact.number == one.number
                && fact.text.starts_with("accepted ")
                && lock
                    .accepted()
                    .iter()
                    .any(|other| other == one && fact.text.contains(&*other.reason))
        });
        let before = recorded.map_or_else(|| lock.newest(), |fact| fact.from - 1);
        let olds = lock.definitions(before)?;
        let mut proven = prove::compare(&olds, now.definitions);
        super::policy::add(&mut proven, &olds, now.definitions);
        let matching = proven.iter().find(|other| {
            let type_name = other.change.type_name.as_str();
            let is_it = type_name == one.type_name
                || now.definitions.iter().any(|new| {
                    new.full_name() == one.type_name
                        && new.aliases.iter().any(|alias| alias == type_name)
                });
            is_it && is_same_member(one.number, &other.change) && other.change.text == one.change
        });
        let message = match matching {
            None => format!(
                "nothing changed by `{}`, which is accepted here",
                one.change
            ),
            Some(proven) if !proven.breaks_at_all() => {
                format!("`{}`, which is accepted here, breaks nothing", one.change)
            }
            Some(_) => continue,
        };
        findings.push(Finding {
            rule: "stale-acceptance".into(),
            message,
            labels: vec![place.clone()],
            help: Some("take it away; the lock remembers what was accepted".into()),
            ..Finding::default()
        });
    }
    Ok(findings)
}
