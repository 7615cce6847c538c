//! Types that stand in the place of others: what their rules say is compared, too.

use std::collections::BTreeSet;

use everwire::dynamic::{Definition, Shape};

use super::change::{Aspect, Change, Of, bare};
use super::diff::counterpart;
use super::execute::Lookup;

/// The types with rules, by name, that one side of a change of type has where the other has another; `to` is the member's number on the
/// new side.
///
/// What both sides have in the same place has the same rules; those that it would bring keep values from being written, and are left out.
pub(super) fn replaced(
    change: &Change,
    (old, from): (&Definition, u32),
    (new, to): (&Definition, u32),
    lookup: &Lookup<'_>,
) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    if !matches!(change.aspect, Aspect::Member(_, _, Of::Type)) {
        return names;
    }
    let of = |definition: &Definition, number| {
        let mut members = definition.members().iter();
        let member = members.find(|one| one.number == number)?;
        Some(member.ty.clone())
    };
    if let (Some(ty), Some(other)) = (of(old, from), of(new, to)) {
        pair(&ty, &other, lookup, &mut BTreeSet::new(), &mut names);
    }
    names.retain(|name| {
        let definition = lookup(name).filter(|_| *name != change.type_name);
        definition.is_some_and(|one| one.members().iter().any(|one| !one.rules.is_empty()))
    });
    names
}

fn pair(
    ty: &Shape,
    other: &Shape,
    lookup: &Lookup<'_>,
    seen: &mut BTreeSet<(String, String)>,
    names: &mut BTreeSet<String>,
) {
    match (bare(ty), bare(other)) {
        (Shape::Named(ty), Shape::Named(other)) => {
            if ty == other || !seen.insert((ty.clone(), other.clone())) {
                return;
            }
            names.extend([ty.clone(), other.clone()]);
            let (Some(old), Some(new)) = (lookup(ty), lookup(other)) else {
                return;
            };
            for one in old.members() {
                if let Some(other) = counterpart(one, old.members(), new.members()) {
                    pair(&one.ty, &other.ty, lookup, seen, names);
                }
            }
        }
        (Shape::Map(key, value), Shape::Map(other_key, other_value)) => {
            pair(key, other_key, lookup, seen, names);
            pair(value, other_value, lookup, seen, names);
        }
        (Shape::List(ty) | Shape::Fixed(ty, _), Shape::List(other) | Shape::Fixed(other, _)) => {
            pair(ty, other, lookup, seen, names)
        }
        // What is no list may be read as the only one.
        (Shape::List(ty) | Shape::Fixed(ty, _), other) => pair(ty, other, lookup, seen, names),
        (ty, Shape::List(other) | Shape::Fixed(other, _)) => pair(ty, other, lookup, seen, names),
        // A message in the place of what is none, which it may hold.
        (ty, other) => {
            let mut rest = Vec::new();
            let mut add = |name: &str| rest.push(name.to_owned());
            ty.each_name(&mut add);
            other.each_name(&mut add);
            while let Some(name) = rest.pop() {
                if let Some(definition) = lookup(&name)
                    && names.insert(name)
                {
                    definition.each_name(&mut |name| rest.push(name.to_owned()));
                }
            }
        }
    }
}
