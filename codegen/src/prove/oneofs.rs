//! Enums with data that are nothing but oneofs: what is said of them is said of the messages that have them.

use std::collections::{BTreeMap, BTreeSet};

use everwire::dynamic::{Definition, Member, Shape, What};

use super::diff::{self, Set};

/// The full names of the enums with data that are only the oneofs of messages: no field has one as its type.
///
/// What changes of one is told of the messages, whose members its variants are, and bytes of its own there are none.
pub(crate) fn oneofs(definitions: &[Definition]) -> BTreeSet<String> {
    within(&diff::set(definitions))
}

/// [`oneofs`] of a set.
pub(super) fn within(all: &Set<'_>) -> BTreeSet<String> {
    // What an unset oneof reads as is a value of the oneof itself.
    let mut names = BTreeSet::new();
    for one in all.values() {
        let defaults: Vec<_> = one
            .oneofs
            .iter()
            .filter_map(|group| group.default.as_ref())
            .collect();
        let is_default = |shape: &Shape| {
            defaults
                .iter()
                .any(|(default, _)| std::ptr::eq(default, shape))
        };
        for shape in one.shapes().filter(|shape| !is_default(shape)) {
            shape.each_name(&mut |name| names.extend([name]));
        }
    }
    // The messages that may have one, by a member of a oneof: its number and name.
    let mut messages: BTreeMap<(u32, &str), Vec<&Definition>> = BTreeMap::new();
    for one in all.values() {
        for member in one.members().iter().filter(|one| one.oneof.is_some()) {
            let key = (member.number, member.name.as_str());
            messages.entry(key).or_default().push(one);
        }
    }
    let is_oneof = |variants: &[Member]| {
        let first = variants.first();
        let found = first.and_then(|first| messages.get(&(first.number, first.name.as_str())));
        let mut found = found.into_iter().flatten();
        found.any(|message| has(message, variants))
    };
    let unions = all.iter().filter_map(|(name, one)| match &one.what {
        What::Union(variants) if !names.contains(name.as_str()) && is_oneof(variants) => {
            Some(name.clone())
        }
        _ => None,
    });
    unions.collect()
}

/// Whether the members of one of a message's oneofs are these variants.
fn has(message: &Definition, variants: &[Member]) -> bool {
    let Some(first) = variants.first() else {
        return false;
    };
    let is_it = |one: &Member, other: &Member| {
        (one.number, &one.name, &one.ty) == (other.number, &other.name, &other.ty)
    };
    let Some(oneof) = message.members().iter().find(|one| is_it(one, first)) else {
        return false;
    };
    let members = message.members().iter();
    let members: Vec<_> = members.filter(|one| one.oneof == oneof.oneof).collect();
    oneof.oneof.is_some()
        && members.len() == variants.len()
        && variants
            .iter()
            .all(|one| members.iter().any(|other| is_it(one, other)))
}
