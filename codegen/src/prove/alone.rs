//! A change made alone, and executed; where it cannot be, all that changed in its type.

use std::collections::{BTreeMap, BTreeSet};

use everwire::dynamic::Definition;
use everwire::validate::Rule;

use super::Both;
use super::change::{self, Aspect, Change, Of, Own};
use super::diff;
use super::execute::{Side, execute, focus};
use super::replaced::replaced;
use super::verdict::Verdict;

impl Both<'_> {
    /// What a change does, and whether it was made alone; `None` where nothing is written that it could touch.
    pub(super) fn verdicts(&self, change: &Change) -> Option<(Vec<Verdict>, bool)> {
        let old = *self.old.get(&change.type_name)?;
        let new = *self.new.get(self.pairs.get(&change.type_name)?)?;
        if matches!(
            change.aspect,
            Aspect::Existence | Aspect::Own(Own::Reserved)
        ) {
            // A type of another name is the same to every wire; an envelope finds it by its alias. What is reserved is not written.
            return None;
        }
        if let Some(alone) = self.alone(change, old, new)
            && let Ok(verdicts) = self.execute_alone(change, old, None, alone)
        {
            return Some((verdicts, true));
        }
        let whole = self.execute_whole(change, old, new);
        Some((whole.unwrap_or_else(|why| Verdict::unproved(&why)), false))
    }

    /// What a change does once the rules that its member lost are gone, too; `None` where it lost none, and where the change itself takes
    /// them away.
    pub(super) fn freed(&self, change: &Change) -> Option<Vec<Verdict>> {
        let Aspect::Member(from, to, of) = change.aspect else {
            return None;
        };
        let old = *self.old.get(&change.type_name)?;
        let new = *self.new.get(self.pairs.get(&change.type_name)?)?;
        let kept = rules(new, to);
        let is_lost = rules(old, from).iter().any(|rule| !kept.contains(rule));
        if !is_lost || matches!(of, Of::Rules | Of::Type) {
            return None;
        }
        let alone = self.alone(change, old, new)?;
        self.execute_alone(change, old, Some(&kept), alone).ok()
    }

    /// The old definition with a change alone; types and oneofs that have other names keep the old ones.
    pub(super) fn alone(
        &self,
        change: &Change,
        old: &Definition,
        new: &Definition,
    ) -> Option<Definition> {
        if matches!(change.aspect, Aspect::Whole) {
            return change.alone(old, new);
        }
        let back = |pairs: &BTreeMap<String, String>| {
            let pairs = pairs.iter().filter(|(old, new)| old != new);
            pairs.map(|(old, new)| (new.clone(), old.clone())).collect()
        };
        // Asked of what other changes made, too: the oneofs of the set are those that were called otherwise.
        let before = *self.old.get(&change.type_name)?;
        let oneofs = diff::renamed(before, new);
        let new = change::renamed(new, &back(&self.pairs), &back(&oneofs));
        change.alone(old, &new)
    }

    fn execute_alone(
        &self,
        change: &Change,
        old: &Definition,
        kept: Option<&[Rule]>,
        mut alone: Definition,
    ) -> Result<Vec<Verdict>, String> {
        let mut old = old.clone();
        // Other rules would keep values from being written, and so would those that a change takes away where they are not looked at.
        let left = match change.aspect {
            Aspect::Member(_, _, Of::Rules) => None,
            Aspect::Member(from, ..) => Some((from, rules(&alone, from))),
            _ => None,
        };
        for side in [&mut old, &mut alone] {
            without_rules(side, change.number);
            if let Some((number, left)) = &left {
                let members = side.members_mut().iter_mut();
                for member in members.filter(|one| one.number == *number) {
                    let is_kept = |rule: &Rule| kept.is_none_or(|kept| kept.contains(rule));
                    member
                        .rules
                        .retain(|rule| left.contains(rule) && is_kept(rule));
                }
            }
        }
        let with = |ruled: &BTreeSet<String>| {
            let with = |this: &Definition, name: &str| match name == change.type_name {
                true => Some(this.clone()),
                false if ruled.contains(name) => self.there(name).cloned(),
                false => self.unruled(name),
            };
            let before = Side {
                definition: &old,
                lookup: &|name| with(&old, name),
            };
            let after = Side {
                definition: &alone,
                lookup: &|name| with(&alone, name),
            };
            execute(
                before,
                after,
                self.dialects.of(&change.type_name),
                focus(change, true),
                true,
            )
        };
        let verdicts = with(&BTreeSet::new())?;
        let mut ruled = replaced(change, &old, &alone, &|name| self.there(name).cloned());
        ruled.retain(|name| {
            let mut members = self.there(name).into_iter().flat_map(Definition::members);
            *name != change.type_name && members.any(|one| !one.rules.is_empty())
        });
        if ruled.is_empty() {
            return Ok(verdicts);
        }
        // Without rules all values are tried, and with them those that they accept.
        let both = verdicts.into_iter().zip(with(&ruled)?);
        Ok(both.map(|(any, ruled)| any.and_also(ruled)).collect())
    }

    fn execute_whole(
        &self,
        change: &Change,
        old: &Definition,
        new: &Definition,
    ) -> Result<Vec<Verdict>, String> {
        let (mut old, mut new) = (old.clone(), new.clone());
        let validates = change.is_about_rules();
        if validates {
            without_rules(&mut old, change.number);
            without_rules(&mut new, change.now);
        }
        let stripped = |mut other: Definition| {
            if validates {
                without_rules(&mut other, None);
            }
            other
        };
        let before = |name: &str| match name == old.full_name() {
            true => Some(old.clone()),
            false => self.old.get(name).map(|one| stripped((*one).clone())),
        };
        let after = |name: &str| match name == new.full_name() {
            true => Some(new.clone()),
            false => self.new.get(name).map(|one| stripped((*one).clone())),
        };
        let before = Side {
            definition: &old,
            lookup: &before,
        };
        let after = Side {
            definition: &new,
            lookup: &after,
        };
        execute(
            before,
            after,
            self.dialects.of(&change.type_name),
            focus(change, false),
            validates,
        )
    }

    /// [`Both::there`], without rules.
    pub(super) fn unruled(&self, name: &str) -> Option<Definition> {
        let mut other = self.there(name)?.clone();
        without_rules(&mut other, None);
        Some(other)
    }

    /// A type as it was, or, if it was not there, as it is.
    fn there(&self, name: &str) -> Option<&Definition> {
        self.old.get(name).or_else(|| self.new.get(name)).copied()
    }
}

/// Makes a definition say no rules, but of the member of that number.
pub(super) fn without_rules(definition: &mut Definition, but: Option<i64>) {
    for member in definition.members_mut() {
        if but != Some(i64::from(member.number)) {
            member.rules.clear();
        }
    }
}

/// The rules of the member of that number.
fn rules(definition: &Definition, number: u32) -> Vec<Rule> {
    let mut members = definition.members().iter();
    let member = members.find(|one| one.number == number);
    member.map_or_else(Vec::new, |one| one.rules.clone())
}
