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
            without_other_rules(side, change, change.number);
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
        let number = match change.aspect {
            Aspect::Member(from, ..) => from,
            _ => 0,
        };
        let there = |name: &str| self.there(name).cloned();
        let ruled = replaced(change, (&old, number), (&alone, number), &there);
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
        let is_about_rules = change.is_about_rules();
        if is_about_rules {
            without_other_rules(&mut old, change, change.number);
            without_other_rules(&mut new, change, change.now);
        }
        // Rules are looked at where they are what changed, and where a type with other ones stands in another's place.
        let with = |ruled: Option<&BTreeSet<String>>| {
            let validates = is_about_rules || ruled.is_some();
            let stripped = |one: &Definition| {
                let mut one = one.clone();
                if validates && ruled.is_none_or(|ruled| !ruled.contains(&one.full_name())) {
                    without_rules(&mut one, None);
                }
                one
            };
            let own = |one: &Definition| match is_about_rules {
                true => one.clone(),
                false => stripped(one),
            };
            let (old, new) = (own(&old), own(&new));
            let before = Side {
                definition: &old,
                lookup: &|name| match old.is_named(name) {
                    true => Some(old.clone()),
                    false => self.old.get(name).map(|one| stripped(one)),
                },
            };
            let after = Side {
                definition: &new,
                lookup: &|name| match new.is_named(name) {
                    true => Some(new.clone()),
                    false => self.new.get(name).map(|one| stripped(one)),
                },
            };
            let dialects = self.dialects.of(&change.type_name);
            execute(before, after, dialects, focus(change, false), validates)
        };
        let verdicts = with(None)?;
        let Aspect::Member(from, to, _) = change.aspect else {
            return Ok(verdicts);
        };
        let there = |name: &str| self.there(name).cloned();
        let ruled = replaced(change, (&old, from), (&new, to), &there);
        if ruled.is_empty() {
            return Ok(verdicts);
        }
        let both = verdicts.into_iter().zip(with(Some(&ruled))?);
        Ok(both.map(|(any, ruled)| any.and_also(ruled)).collect())
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

/// Makes a definition say no rules, but of what a change is about: the member of that number, or the message as a whole.
fn without_other_rules(definition: &mut Definition, change: &Change, number: Option<i64>) {
    let own = std::mem::take(&mut definition.rules);
    without_rules(definition, number);
    if change.is_about_message_rules() {
        definition.rules = own;
    }
}

/// Makes a definition say no rules, but of the member of that number.
pub(super) fn without_rules(definition: &mut Definition, but: Option<i64>) {
    definition.rules.clear();
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
