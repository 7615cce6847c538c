//! Breaks that were accepted: each acceptance is bound to one change of one item, and has a reason.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use everwire::dynamic::Definition;

use super::{Before, Now};
use crate::lock::{Acceptance, Fault, Lock};
use crate::prove::{self, Change, Proven};
use crate::render::Finding;

/// Why a change is accepted, if it is: where it is declared, or, of a change since an older generation, among
/// what the lock recorded.
pub(super) fn reason(
    change: &Change,
    before: &Before<'_>,
    recorded: &[(u32, Acceptance)],
    now: &Now<'_>,
) -> Option<String> {
    let is_its = |one: &Acceptance| {
        is_type(&one.type_name, change, now.definitions) && is_member(one.number, change)
    };
    let mut here = now.accepted.iter().map(|(one, _)| one);
    let here = here.find(|one| is_its(one) && one.change == change.text);
    if let Some(one) = here {
        return Some(one.reason.clone());
    }
    // What was accepted after that generation was: of several steps, the first.
    let step = recorded.iter().find(|(generation, one)| {
        *generation > before.generation && is_its(one) && is_step(&one.change, &change.text)
    });
    step.map(|(_, one)| one.reason.clone())
}

/// Whether an acceptance that stands on a type of that name may be about a change: it is the type, or has its new name.
fn is_type(name: &str, change: &Change, news: &[Definition]) -> bool {
    let is_renamed =
        |new: &Definition| new.aliases.contains(&change.type_name) && new.is_named(name);
    name == change.type_name || news.iter().any(is_renamed)
}

/// The item of now has the acceptance; what is gone has none of its own, and its type has it.
fn is_member(number: Option<i64>, change: &Change) -> bool {
    number == change.now || (number.is_none() && change.text.ends_with("removed"))
}

/// Whether a change is the one that was accepted, or begins where that did: `type i64 -> i32` is a step of `type i64 -> i16`, and
/// `rule -max_len = 64 +max_len = 32` one of `rule -max_len = 64 +max_len = 16`.
fn is_step(accepted: &str, change: &str) -> bool {
    let begins_alike = |end| match (accepted.split_once(end), change.split_once(end)) {
        (Some((one, _)), Some((other, _))) => one == other,
        _ => false,
    };
    accepted == change || begins_alike(" -> ") || begins_alike(" +")
}

/// Acceptances that no change needs: the change was undone, or is another one by now.
pub(super) fn stale(lock: &Lock, now: &Now<'_>) -> Result<Vec<Finding>, Fault> {
    let mut findings = Vec::new();
    let mut compared: BTreeMap<u32, Vec<Proven>> = BTreeMap::new();
    // One that stands on a oneof is about each of its variants, and of use where one of them needs it.
    let mut of_use = BTreeSet::new();
    let key = |one: &Acceptance| {
        (
            one.type_name.clone(),
            one.change.clone(),
            one.reason.clone(),
        )
    };
    let mut useless = Vec::new();
    let recorded = lock.accepted();
    for (one, place) in now.accepted {
        // Against the newest generation; where that has it, against the one before it was taken down.
        let recorded = recorded.iter().rfind(|(_, other)| other == one);
        let before = recorded.map_or_else(|| lock.newest(), |(generation, _)| generation - 1);
        if let Entry::Vacant(place) = compared.entry(before) {
            let olds = lock.definitions(before)?;
            let mut proven = prove::compare(&olds, now.definitions);
            super::policy::add(&mut proven, &olds, now, Some(lock));
            place.insert(proven);
        }
        let proven = compared.get(&before).map(Vec::as_slice).unwrap_or_default();
        let matching = proven.iter().find(|other| {
            is_type(&one.type_name, &other.change, now.definitions)
                && is_member(one.number, &other.change)
                && other.change.text == one.change
        });
        let message = match matching {
            Some(proven) if proven.breaks_at_all() => {
                of_use.insert(key(one));
                continue;
            }
            Some(_) => format!("`{}`, which is accepted here, breaks nothing", one.change),
            None => format!(
                "nothing changed by `{}`, which is accepted here",
                one.change
            ),
        };
        useless.push((one, place, message));
    }
    let mut told = BTreeSet::new();
    for (one, place, message) in useless {
        if of_use.contains(&key(one)) || !told.insert((place.file.clone(), place.line, key(one))) {
            continue;
        }
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
