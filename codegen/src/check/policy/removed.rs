//! Types that are gone, and that nothing which is still there holds.

use std::collections::{BTreeMap, BTreeSet};

use everwire::dynamic::Definition;

type ByName<'d> = BTreeMap<String, &'d Definition>;

/// The types whose bytes nothing reads any more, but for those that only others of them hold: of several that hold each other, the first.
pub(super) fn lost(olds: &ByName<'_>, news: &ByName<'_>) -> BTreeSet<String> {
    let is_there = |name: &str| {
        let renamed = |new: &Definition| new.aliases.iter().any(|alias| alias == name);
        news.contains_key(name) || news.values().any(|new| renamed(new))
    };
    let (there, gone): (Vec<&str>, Vec<&str>) = olds
        .keys()
        .map(String::as_str)
        .partition(|name| is_there(name));
    let told = reached(there, olds);
    let gone: BTreeSet<&str> = gone
        .into_iter()
        .filter(|name| !told.contains(name))
        .collect();
    let mut left = gone.clone();
    let mut lost = BTreeSet::new();
    // First those that no other holds, then of each circle that is left the first.
    let held: BTreeSet<&str> = gone
        .iter()
        .flat_map(|name| {
            let own = *name;
            held_by(own, olds)
                .into_iter()
                .filter(move |held| *held != own)
        })
        .collect();
    let roots = gone.iter().copied().filter(|name| !held.contains(name));
    let roots: Vec<&str> = roots.collect();
    let firsts = roots.into_iter().chain(gone.iter().copied());
    for first in firsts {
        if left.contains(first) {
            lost.insert(first.to_owned());
            for name in reached(vec![first], olds) {
                left.remove(name);
            }
        }
    }
    lost
}

fn held_by<'d>(name: &str, olds: &ByName<'d>) -> Vec<&'d str> {
    let mut held = Vec::new();
    if let Some(old) = olds.get(name) {
        old.each_name(&mut |name| held.push(name));
    }
    held
}

/// Types, and all that they hold.
fn reached<'d>(mut open: Vec<&'d str>, olds: &ByName<'d>) -> BTreeSet<&'d str> {
    let mut reached = BTreeSet::new();
    while let Some(name) = open.pop() {
        if reached.insert(name) {
            open.extend(held_by(name, olds));
        }
    }
    reached
}
