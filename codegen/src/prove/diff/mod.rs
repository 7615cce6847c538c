//! From two sets of definitions to what changed: types are paired by name, members by number and name.
//!
//! A member that has another number on each side and one name is one that was renumbered, so that each change is told once.

mod both;
mod member;
mod oneof;
mod own;
mod pair;
mod value;

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use everwire::dynamic::Definition;

use super::change::{Aspect, Change};
use super::oneofs;
use both::Both;
pub(crate) use oneof::renamed;
pub(crate) use pair::counterpart;

/// A set of definitions by their full names.
pub(crate) type Set<'a> = BTreeMap<String, &'a Definition>;

/// The new full name of each old type that is still there.
pub(crate) type Pairs = BTreeMap<String, String>;

/// The definitions by name.
pub(crate) fn set(definitions: &[Definition]) -> Set<'_> {
    let named = definitions.iter().map(|one| (one.full_name(), one));
    named.collect()
}

/// All changes from one set to another, by type and number, and which type is which.
pub(crate) fn diff(old: &Set<'_>, new: &Set<'_>) -> (Vec<Change>, Pairs) {
    // What is nothing but a oneof, on both sides or on the one that has it, is told of the messages that have it.
    // Most types change in nothing, and then it is of no interest.
    let before = LazyCell::new(|| oneofs::within(old));
    let after = LazyCell::new(|| oneofs::within(new));
    let is_left = |name: &str, set: &Set<'_>, oneofs: &BTreeSet<String>| {
        set.contains_key(name) && !oneofs.contains(name)
    };
    let is_told = |name: &String| is_left(name, old, &before) || is_left(name, new, &after);
    let mut pairs = Pairs::default();
    let mut changes = Vec::new();
    let mut taken = BTreeSet::new();
    for name in old.keys().filter(|name| new.contains_key(*name)) {
        pairs.insert(name.clone(), name.clone());
        taken.insert(name.clone());
    }
    for (name, definition) in new {
        if taken.contains(name) || !is_told(name) {
            continue;
        }
        let former = definition
            .aliases
            .iter()
            .find(|alias| old.contains_key(*alias) && !pairs.contains_key(*alias));
        if let Some(former) = former {
            pairs.insert(former.clone(), name.clone());
            taken.insert(name.clone());
            changes.push(existence(
                "type-renamed",
                former,
                format!("type {former} -> {name}"),
            ));
        } else {
            changes.push(existence("type-added", name, format!("type {name} added")));
        }
    }
    for (name, definition) in old {
        match pairs.get(name).and_then(|other| new.get(other)) {
            Some(other) if says_the_same(definition, other) => {}
            _ if !is_told(name) => {}
            Some(other) => Both {
                name,
                old: definition,
                new: other,
                types: &pairs,
                changes: &mut changes,
            }
            .compare(),
            None => changes.push(existence(
                "type-removed",
                name,
                format!("type {name} removed"),
            )),
        }
    }
    changes.sort_by(|a, b| (&a.type_name, a.number).cmp(&(&b.type_name, b.number)));
    (changes, pairs)
}

/// Whether two definitions are one but for their versions; most are.
fn says_the_same(old: &Definition, new: &Definition) -> bool {
    let own = |one: &Definition| {
        (
            one.json,
            one.form,
            one.layout,
            one.is_message_set,
            one.is_tuple,
            one.is_unit,
            one.keeps_unknown,
        )
    };
    own(old) == own(new)
        && old.what == new.what
        && old.aliases == new.aliases
        && old.reserved == new.reserved
        && old.extensions == new.extensions
        && old.oneofs == new.oneofs
        && old.rules == new.rules
}

fn existence(rule: &'static str, name: &str, text: String) -> Change {
    Change::of_type(rule, name, text, Aspect::Existence)
}
