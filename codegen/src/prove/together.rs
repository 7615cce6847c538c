//! What only several changes of a type do together: each alone is read as before, and all of them are not.
//!
//! Where a change breaks alone, the others are executed without it, so that what they do is not taken for its doing.

use std::collections::{BTreeMap, BTreeSet};

use everwire::Wire;
use everwire::dynamic::Definition;

use super::alone::without_rules;
use super::change::{Aspect, Change};
use super::execute::{Side, execute_on};
use super::load::closure;
use super::verdict::{Direction, Outcome, Verdict};
use super::{Both, Proven};

/// A wire and a direction.
type On = (Wire, Direction);

impl Both<'_> {
    /// The combinations that break, of each type.
    pub(super) fn combined(&self, proven: &[Proven]) -> Vec<Proven> {
        let mut types: BTreeMap<&str, Vec<&Proven>> = BTreeMap::new();
        for one in proven.iter().filter(|one| !one.verdicts.is_empty()) {
            types.entry(&one.change.type_name).or_default().push(one);
        }
        let several = types.into_iter().filter(|(_, changes)| changes.len() > 1);
        several
            .flat_map(|(name, changes)| self.combined_of(name, &changes, proven))
            .collect()
    }

    fn combined_of(&self, name: &str, changes: &[&Proven], proven: &[Proven]) -> Vec<Proven> {
        let (Some(old), Some(new)) = (
            self.old.get(name),
            self.pairs.get(name).and_then(|name| self.new.get(name)),
        ) else {
            return Vec::new();
        };
        let held: BTreeSet<String> =
            closure(old, &|name| self.old.get(name).map(|one| (*one).clone()))
                .iter()
                .map(Definition::full_name)
                .collect();
        let mut found = self.freed_of(changes);
        for wire in Wire::ALL {
            for direction in [Direction::NewReadsOld, Direction::OldReadsNew] {
                let on = (wire, direction);
                let is_told =
                    |one: &&Proven| held.contains(&one.change.type_name) && breaks(one, on);
                let failed = match proven.iter().any(|one| is_told(&one)) {
                    false => self
                        .fails_whole(old, new, on)
                        .map(|verdict| (verdict, changes.to_vec())),
                    true => {
                        let mut harmless = changes.to_vec();
                        harmless.retain(|one| !breaks(one, on));
                        let verdict = self.fails(old, new, &harmless, on);
                        verdict.map(|verdict| (verdict, harmless))
                    }
                };
                if let Some((verdict, changes)) = failed {
                    let fewest = self.fewest(old, new, changes, on);
                    let verdicts = found.entry(text(&fewest)).or_default();
                    if verdicts.iter().all(|one| (one.wire, one.direction) != on) {
                        verdicts.push(verdict);
                    }
                }
            }
        }
        let told = found.into_iter().map(|(text, verdicts)| Proven {
            change: Change::of_type("combined-change", name, text, Aspect::Whole),
            verdicts,
            is_alone: true,
            policy: None,
        });
        told.collect()
    }

    /// Changes that break where the rules of their member are gone, which kept the values that go wrong from being written.
    fn freed_of(&self, changes: &[&Proven]) -> BTreeMap<String, Vec<Verdict>> {
        let mut found: BTreeMap<String, Vec<Verdict>> = BTreeMap::new();
        for one in changes {
            let mut others = changes.iter();
            let rules = others.find(|other| {
                other.change.is_about_rules() && other.change.number == one.change.number
            });
            let (Some(rules), Some(freed)) = (rules, self.freed(&one.change)) else {
                continue;
            };
            let is_right = |on: On| {
                let mut verdicts = one.verdicts.iter();
                let alone = verdicts.find(|one| (one.wire, one.direction) == on);
                alone.is_none_or(|alone| is_wrong(alone.clone()).is_none())
            };
            let wrong: Vec<_> = freed
                .into_iter()
                .filter_map(is_wrong)
                .filter(|one| one.direction.is_direct() && is_right((one.wire, one.direction)))
                .collect();
            if !wrong.is_empty() {
                found.insert(text(&[*one, *rules]), wrong);
            }
        }
        found
    }

    /// All that changed, in the type and in what it holds.
    fn fails_whole(&self, old: &Definition, new: &Definition, on: On) -> Option<Verdict> {
        let before = Side {
            definition: old,
            lookup: &|name| self.old.get(name).map(|one| (*one).clone()),
        };
        let after = Side {
            definition: new,
            lookup: &|name| self.new.get(name).map(|one| (*one).clone()),
        };
        is_wrong(execute_on(before, after, self.dialects.of(&old.full_name()), on).ok()?)
    }

    /// Some changes of a type, made one after the other; those that cannot be are left out.
    fn fails(
        &self,
        old: &Definition,
        new: &Definition,
        changes: &[&Proven],
        on: On,
    ) -> Option<Verdict> {
        let mut old = old.clone();
        without_rules(&mut old, None);
        let mut made = old.clone();
        let mut count = 0;
        // That a oneof is called otherwise does nothing, and others name it as it was.
        let is_name = |one: &Change| matches!(one.aspect, Aspect::OneofRenamed(..));
        for one in changes.iter().filter(|one| !is_name(&one.change)) {
            if let Some(next) = self.alone(&one.change, &made, new) {
                (made, count) = (next, count + 1);
            }
        }
        without_rules(&mut made, None);
        if count < 2 {
            return None;
        }
        let with = |this: &Definition, name: &str| match name == old.full_name() {
            true => Some(this.clone()),
            false => self.unruled(name),
        };
        let before = Side {
            definition: &old,
            lookup: &|name| with(&old, name),
        };
        let after = Side {
            definition: &made,
            lookup: &|name| with(&made, name),
        };
        is_wrong(execute_on(before, after, self.dialects.of(&old.full_name()), on).ok()?)
    }

    /// As few of the changes as still break.
    fn fewest<'p>(
        &self,
        old: &Definition,
        new: &Definition,
        mut changes: Vec<&'p Proven>,
        on: On,
    ) -> Vec<&'p Proven> {
        for at in (0..changes.len()).rev() {
            let mut fewer = changes.clone();
            fewer.remove(at);
            if self.fails(old, new, &fewer, on).is_some() {
                changes = fewer;
            }
        }
        changes
    }
}

/// Whether a change breaks alone.
fn breaks(one: &Proven, on: On) -> bool {
    let mut verdicts = one.verdicts.iter();
    verdicts.any(|one| (one.wire, one.direction) == on && one.outcome != Outcome::Same)
}

fn is_wrong(verdict: Verdict) -> Option<Verdict> {
    let is_wrong = !matches!(verdict.outcome, Outcome::Same | Outcome::Unproved);
    is_wrong.then_some(verdict)
}

/// The changes by their members and texts, in one order.
fn text(changes: &[&Proven]) -> String {
    let mut changes: Vec<&Change> = changes.iter().map(|one| &one.change).collect();
    changes.sort_by_key(|one| (one.number, &one.text));
    let each = changes.into_iter().map(|one| match &one.name {
        Some(name) => format!("{name} {}", one.text),
        None => one.text.clone(),
    });
    format!("together: {}", each.collect::<Vec<_>>().join("; "))
}
