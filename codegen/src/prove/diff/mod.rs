//! From two sets of definitions to what changed: types are paired by name, members by number and name.
//!
//! A member that has another number on each side and one name is one that was renumbered, so that each change is told once.

mod both;
mod member;
mod own;
mod value;

use std::collections::{BTreeMap, BTreeSet};

use everwire::dynamic::{Definition, What};

use super::change::{Aspect, Change};
use both::Both;

/// A set of definitions by their full names.
pub(crate) type Set<'a> = BTreeMap<String, &'a Definition>;

/// Which type, and which member of it, is which on the other side.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pairs {
    /// The new full name of each old type that is still there.
    pub(crate) types: BTreeMap<String, String>,
    /// For each old type, the new number of each old member that is still there.
    pub(crate) members: BTreeMap<String, BTreeMap<i64, i64>>,
}

/// The definitions by name.
pub(crate) fn set(definitions: &[Definition]) -> Set<'_> {
    let named = definitions.iter().map(|one| (one.full_name(), one));
    named.collect()
}

/// All changes from one set to another, by type and number, and which type and member is which.
pub(crate) fn diff(old: &Set<'_>, new: &Set<'_>) -> (Vec<Change>, Pairs) {
    let mut pairs = Pairs::default();
    let mut changes = Vec::new();
    let mut taken = BTreeSet::new();
    for name in old.keys().filter(|name| new.contains_key(*name)) {
        pairs.types.insert(name.clone(), name.clone());
        taken.insert(name.clone());
    }
    for (name, definition) in new {
        if taken.contains(name) {
            continue;
        }
        let former = definition
            .aliases
            .iter()
            .find(|alias| old.contains_key(*alias) && !pairs.types.contains_key(*alias));
        if let Some(former) = former {
            pairs.types.insert(former.clone(), name.clone());
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
        match pairs.types.get(name).and_then(|other| new.get(other)) {
            Some(other) if says_the_same(definition, other) => {
                let members = numbers(definition)
                    .into_iter()
                    .map(|number| (number, number));
                pairs.members.insert(name.clone(), members.collect());
            }
            Some(other) => {
                let mut both = Both {
                    name,
                    old: definition,
                    new: other,
                    types: &pairs.types,
                    changes: &mut changes,
                };
                let members = both.compare();
                pairs.members.insert(name.clone(), members);
            }
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

/// The numbers of a definition's members.
pub(super) fn numbers(definition: &Definition) -> Vec<i64> {
    match &definition.what {
        What::Enum { values, .. } => values.iter().map(|value| value.number.into()).collect(),
        _ => definition
            .members()
            .iter()
            .map(|member| member.number.into())
            .collect(),
    }
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
}

fn existence(rule: &'static str, name: &str, text: String) -> Change {
    Change {
        rule,
        type_name: name.to_owned(),
        number: None,
        name: None,
        text,
        aspect: Aspect::Existence,
    }
}
