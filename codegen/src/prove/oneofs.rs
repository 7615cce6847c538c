//! Enums with data that are nothing but oneofs: what is said of them is said of the messages that have them.

use std::collections::BTreeSet;

use everwire::dynamic::{Definition, Gone, Member, What};

use super::diff::{self, Set};
use super::load::named;

/// The full names of the enums with data that are only the oneofs of messages: no field has one as its type.
///
/// What changes of one is told of the messages, whose members its variants are, and bytes of its own there are none.
pub(crate) fn oneofs(definitions: &[Definition]) -> BTreeSet<String> {
    within(&diff::set(definitions))
}

/// [`oneofs`] of a set.
pub(super) fn within(all: &Set<'_>) -> BTreeSet<String> {
    let mut names = Vec::new();
    for one in all.values() {
        let members = one.members().iter();
        let mut shapes: Vec<_> = members
            .flat_map(|one| one.was.iter().chain([&one.ty]))
            .collect();
        shapes.extend(&one.arguments);
        shapes.extend(one.reserved.iter().filter_map(|gone| match gone {
            Gone::Slot(_, ty) => ty.as_ref(),
            _ => None,
        }));
        shapes
            .into_iter()
            .for_each(|shape| named(shape, &mut names));
    }
    let is_oneof = |variants: &[Member]| {
        let mut messages = all
            .values()
            .filter(|one| matches!(one.what, What::Message(_)));
        messages.any(|message| has(message, variants))
    };
    let unions = all.iter().filter_map(|(name, one)| match &one.what {
        What::Union(variants) if !names.contains(name) && is_oneof(variants) => Some(name.clone()),
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
