//! What is left out since it holds what cannot be told, and types that share a name.

use std::collections::{BTreeMap, BTreeSet};

use everwire::dynamic::{Definition, Member, Shape};

use super::unresolved::{self, Declares, Unresolved, Why};
use super::{Declared, Project};
use crate::render::Finding;

/// The id of the rule for types of one name.
const TWICE: &str = "duplicate-type";

/// The types of which all that they hold is known, and a finding for each other one.
pub(super) fn remaining(project: Project, mut brought: Vec<Declared>) -> Project {
    let Project {
        types,
        mut findings,
        mut unresolved,
        texts,
        skipped,
    } = project;
    let mut types = distinct(types, &mut findings);
    // Tuples that hold what cannot be told, and what that is.
    let mut gone: BTreeMap<String, String> = BTreeMap::new();
    loop {
        let all = types.iter().chain(&brought);
        let known: BTreeSet<String> = all.map(|one| one.definition.full_name()).collect();
        let before = types.len() + brought.len();
        let mut kept = Vec::new();
        for one in types {
            match missing(&one.definition, &known) {
                None => kept.push(one),
                Some((member, mut name)) => {
                    while let Some(held) = gone.get(&name) {
                        name.clone_from(held);
                    }
                    unresolved.push(left_out(&one, member, &name));
                }
            }
        }
        types = kept;
        brought.retain(|one| match missing(&one.definition, &known) {
            None => true,
            Some((_, name)) => {
                gone.insert(one.definition.full_name(), name);
                false
            }
        });
        if types.len() + brought.len() == before {
            break;
        }
    }
    let own: BTreeSet<String> = types.iter().map(|one| one.definition.full_name()).collect();
    brought.retain(|one| !own.contains(&one.definition.full_name()));
    types.extend(brought);
    Project {
        types,
        findings,
        unresolved,
        texts,
        skipped,
    }
}

/// Each definition once; two different ones of a name are a finding, and both stay.
fn distinct(types: Vec<Declared>, findings: &mut Vec<Finding>) -> Vec<Declared> {
    let mut kept: Vec<Declared> = Vec::new();
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for one in types {
        let name = one.definition.full_name();
        let Some(index) = first.get(&name) else {
            first.insert(name, kept.len());
            kept.push(one);
            continue;
        };
        let other = &kept[*index];
        if other.definition == one.definition {
            continue;
        }
        let mut there = other.at.clone();
        there.text = "the first one".to_owned();
        findings.push(Finding {
            rule: TWICE.to_owned(),
            message: format!("`{name}` is the name of two types"),
            labels: vec![one.at.clone(), there],
            help: Some("give one of them a name of its own: `#[codec(name = \"…\")]`".to_owned()),
            ..Finding::default()
        });
        kept.push(one);
    }
    kept
}

/// A type that is held and not known, and the member that holds it.
fn missing<'d>(
    definition: &'d Definition,
    known: &BTreeSet<String>,
) -> Option<(Option<&'d Member>, String)> {
    let of_members = definition.members().iter().flat_map(|member| {
        let shapes = std::iter::once(&member.ty).chain(&member.was);
        shapes.map(move |shape| (Some(member), shape))
    });
    // Those of members once more, of which nothing is unknown then.
    let all = of_members.chain(definition.shapes().map(|shape| (None, shape)));
    all.into_iter()
        .find_map(|(member, shape)| Some((member, unknown(shape, known)?)))
}

fn unknown(shape: &Shape, known: &BTreeSet<String>) -> Option<String> {
    let mut first = None;
    shape.each_name(&mut |name| {
        if !known.contains(name) {
            first.get_or_insert_with(|| name.to_owned());
        }
    });
    first
}

fn left_out(one: &Declared, member: Option<&Member>, held: &str) -> Unresolved {
    let name = one.definition.full_name();
    let why = Why::holds(held);
    let (what, at) = match member {
        None => (format!("`{name}`"), &one.at),
        Some(member) => {
            let at = one.members.get(&i64::from(member.number));
            (
                format!("`{}` of `{name}`", member.name),
                at.unwrap_or(&one.at),
            )
        }
    };
    unresolved::of(&what, &why, at.clone(), Declares::Type(name))
}
