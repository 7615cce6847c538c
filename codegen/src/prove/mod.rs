//! What a change does to bytes, proved by execution: values are written under one set of definitions and read under another.
//!
//! 1. `diff` pairs types and members and lists what changed, each [`Change`] once;
//! 2. `Change::alone` makes each change alone, so that what follows is its doing;
//! 3. `sample` makes boundary values of the member that it touches, and `messages` what they are written in;
//! 4. `run` writes them on one side and reads them on the other, on each wire and in each [`Direction`], and through a relay;
//! 5. `agree` says whether what was read is what was written;
//! 6. a [`Verdict`] sums up, with the bytes that show it.
//!
//! No byte is looked at here: values go through `everwire::dynamic`, and so through the drivers of every program.

mod agree;
mod change;
mod diff;
mod golden;
mod gone;
mod load;
mod messages;
mod other;
mod rules;
mod run;
mod sample;
mod show;
mod verdict;

use std::collections::{BTreeMap, BTreeSet};

use everwire::dynamic::Definition;
use everwire::schema::Schema;

pub use change::Change;
use change::{Aspect, Own};
use diff::{Pairs, Set};
pub(crate) use golden::{Misread, Rereading, golden};
pub(crate) use gone::{reuse, unread};
pub(crate) use load::held;
use load::{closure, is_holder, loaded, references};
pub use verdict::{Direction, Outcome, Verdict, Witness};

/// A change and what it does.
#[derive(Clone, Debug)]
pub struct Proven {
    /// The change.
    pub change: Change,
    /// What becomes of values, on each wire and in each direction; empty where nothing was to be read.
    pub verdicts: Vec<Verdict>,
    /// Whether the change was executed alone; otherwise with all that changed in its type.
    pub is_alone: bool,
    /// The promise that it breaks though every byte may be read as before.
    pub policy: Option<Policy>,
}

/// A promise that a change breaks beyond what bytes show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// The rule's id.
    pub rule: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl Proven {
    /// Whether some value is read as another, or not at all, in one of two directions: new programs read old bytes, old ones new bytes.
    pub fn breaks(&self, direction: Direction) -> bool {
        let mut verdicts = self.verdicts.iter();
        verdicts.any(|one| one.direction == direction && one.outcome != Outcome::Same)
    }

    /// Whether some value is read as another, or not at all, on a wire.
    pub fn breaks_on(&self, wire: everwire::Wire) -> bool {
        let mut verdicts = self.verdicts.iter();
        verdicts.any(|one| {
            one.wire == wire && one.direction.is_direct() && one.outcome != Outcome::Same
        })
    }

    /// Whether it breaks something.
    pub fn breaks_at_all(&self) -> bool {
        self.policy.is_some()
            || self.breaks(Direction::NewReadsOld)
            || self.breaks(Direction::OldReadsNew)
    }
}

/// Compares two sets of definitions: what changed, and what that does.
pub fn compare(old: &[Definition], new: &[Definition]) -> Vec<Proven> {
    let (old, new) = (diff::set(old), diff::set(new));
    let (changes, pairs) = diff::diff(&old, &new);
    let both = Both { old, new, pairs };
    let mut proven = both.prove_all(changes);
    proven.extend(both.unloadable(&proven));
    proven.extend(both.combined(&proven));
    proven.sort_by(|a, b| {
        (&a.change.type_name, a.change.number).cmp(&(&b.change.type_name, b.change.number))
    });
    proven
}

/// Two sets of definitions, and what is which.
struct Both<'a> {
    old: Set<'a>,
    new: Set<'a>,
    pairs: Pairs,
}

impl Both<'_> {
    /// Proves changes, as many at a time as the machine can.
    fn prove_all(&self, mut changes: Vec<Change>) -> Vec<Proven> {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let share = changes.len().div_ceil(threads).max(1);
        let mut shares = Vec::new();
        while changes.len() > share {
            shares.push(changes.split_off(changes.len() - share));
        }
        let prove = |share: Vec<Change>| {
            share
                .into_iter()
                .map(|change| self.prove(change))
                .collect::<Vec<_>>()
        };
        std::thread::scope(|scope| {
            let others: Vec<_> = shares
                .into_iter()
                .map(|share| scope.spawn(|| prove(share)))
                .collect();
            let mut proven = prove(changes);
            for other in others.into_iter().rev() {
                match other.join() {
                    Ok(more) => proven.extend(more),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
            proven
        })
    }

    fn prove(&self, mut change: Change) -> Proven {
        let (verdicts, is_alone) = self.verdicts(&change).unwrap_or_default();
        if change.is_about_rules() {
            change.rule = self.rules(&change, &verdicts);
        }
        Proven {
            change,
            verdicts,
            is_alone,
            policy: None,
        }
    }

    /// What became of the values that rules accept.
    fn rules(&self, change: &Change, verdicts: &[Verdict]) -> &'static str {
        let breaks = |direction| {
            let mut verdicts = verdicts.iter();
            verdicts.any(|one| one.direction == direction && one.outcome != Outcome::Same)
        };
        match (
            breaks(Direction::NewReadsOld),
            breaks(Direction::OldReadsNew),
        ) {
            (true, false) => "rule-tightened",
            (false, true) => "rule-loosened",
            (true, true) => "rule-changed",
            (false, false) => {
                let of = |set: &Set<'_>, name: &str| {
                    let members = set.get(name).map_or(&[][..], |one| one.members());
                    let member = members
                        .iter()
                        .find(|one| Some(i64::from(one.number)) == change.number);
                    member.is_none_or(|member| rules::are_decided(&member.rules))
                };
                let name = self
                    .pairs
                    .get(&change.type_name)
                    .unwrap_or(&change.type_name);
                match of(&self.old, &change.type_name) && of(&self.new, name) {
                    true => "rule-equal",
                    false => "rule-unproved",
                }
            }
        }
    }

    fn verdicts(&self, change: &Change) -> Option<(Vec<Verdict>, bool)> {
        let old = *self.old.get(&change.type_name)?;
        let new = *self.new.get(self.pairs.get(&change.type_name)?)?;
        if matches!(
            change.aspect,
            Aspect::Existence | Aspect::Own(Own::Reserved)
        ) {
            // A type of another name is the same to every wire; an envelope finds it by its alias. What is reserved is not written.
            return None;
        }
        let alone = change.alone(old, new).map(|mut alone| {
            let mut old = old.clone();
            // Other rules would keep values from being written.
            without_rules(&mut old, change.number);
            without_rules(&mut alone, change.number);
            let lookup = |name: &str| {
                let other = self.old.get(name).or_else(|| self.new.get(name))?;
                let mut other = (*other).clone();
                without_rules(&mut other, None);
                Some(other)
            };
            let with = |this: &Definition, name: &str| match name == change.type_name {
                true => Some(this.clone()),
                false => lookup(name),
            };
            execute(
                &old,
                &|name| with(&old, name),
                &alone,
                &|name| with(&alone, name),
                change,
                true,
            )
        });
        if let Some(Ok(verdicts)) = alone {
            return Some((verdicts, true));
        }
        let before = |name: &str| self.old.get(name).map(|one| (*one).clone());
        let after = |name: &str| self.new.get(name).map(|one| (*one).clone());
        let whole = execute(old, &before, new, &after, change, false);
        Some((whole.unwrap_or_else(|why| Verdict::unproved(&why)), false))
    }

    /// Types that nothing is said of, and that cannot be loaded for what they hold is not there any more.
    fn unloadable(&self, proven: &[Proven]) -> Vec<Proven> {
        let after = |name: &str| self.new.get(name).map(|one| (*one).clone());
        let is_told = |name: &str| {
            let mut proven = proven.iter();
            proven.any(|one| one.change.type_name == name && one.breaks(Direction::NewReadsOld))
        };
        let mut found = Vec::new();
        for (name, now) in &self.pairs {
            let Some(new) = self.new.get(now).filter(|_| !is_told(name)) else {
                continue;
            };
            let is_there = |other: String| self.new.contains_key(&other);
            let mut names = Vec::new();
            references(new, &mut names);
            if names.into_iter().all(is_there) {
                continue;
            }
            let Err(why) = loaded(new, &after) else {
                continue;
            };
            found.push(Proven {
                change: Change {
                    rule: "type-unloadable",
                    type_name: name.clone(),
                    number: None,
                    name: None,
                    text: "what it holds is not there".into(),
                    aspect: Aspect::Existence,
                },
                verdicts: Verdict::unproved(&why),
                is_alone: true,
                policy: None,
            });
        }
        found
    }

    /// What only several changes of a type do together.
    fn combined(&self, proven: &[Proven]) -> Vec<Proven> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for one in proven.iter().filter(|one| !one.verdicts.is_empty()) {
            *counts.entry(&one.change.type_name).or_default() += 1;
        }
        let mut found = Vec::new();
        for (name, _) in counts.into_iter().filter(|(_, count)| *count > 1) {
            let change = Change {
                rule: "combined-change",
                type_name: name.to_owned(),
                number: None,
                name: None,
                text: "several changes together".into(),
                aspect: Aspect::Whole,
            };
            let (Some(old), Some(new)) = (
                self.old.get(name),
                self.pairs.get(name).and_then(|name| self.new.get(name)),
            ) else {
                continue;
            };
            let lookup = |name: &str| self.new.get(name).map(|one| (*one).clone());
            let before = |name: &str| self.old.get(name).map(|one| (*one).clone());
            let Ok(verdicts) = execute(old, &before, new, &lookup, &change, false) else {
                continue;
            };
            // What a change of the type, or of one that it holds, does alone is told there.
            let held: BTreeSet<String> =
                closure(old, &|name| self.old.get(name).map(|one| (*one).clone()))
                    .iter()
                    .map(Definition::full_name)
                    .collect();
            let is_told = |verdict: &Verdict| {
                proven
                    .iter()
                    .filter(|one| held.contains(&one.change.type_name))
                    .any(|one| {
                        let mut others = one.verdicts.iter();
                        others.any(|other| {
                            (other.wire, other.direction) == (verdict.wire, verdict.direction)
                                && other.outcome != Outcome::Same
                        })
                    })
            };
            let is_new = |verdict: &Verdict| {
                let reads = matches!(
                    verdict.direction,
                    Direction::NewReadsOld | Direction::OldReadsNew
                );
                reads && verdict.outcome != Outcome::Same && !is_told(verdict)
            };
            if verdicts.iter().any(is_new) {
                found.push(Proven {
                    change,
                    verdicts,
                    is_alone: true,
                    policy: None,
                });
            }
        }
        found
    }
}

/// Makes a definition say no rules, but of the member of that number.
fn without_rules(definition: &mut Definition, but: Option<i64>) {
    for member in definition.members_mut() {
        if but != Some(i64::from(member.number)) {
            member.rules.clear();
        }
    }
}

fn execute(
    old: &Definition,
    olds: &dyn Fn(&str) -> Option<Definition>,
    new: &Definition,
    news: &dyn Fn(&str) -> Option<Definition>,
    change: &Change,
    is_alone: bool,
) -> Result<Vec<Verdict>, String> {
    let old_schema = loaded(old, olds)?;
    let new_schema = loaded(new, news)?;
    let focus = change.number.and_then(|number| u32::try_from(number).ok());
    let (mut old_focus, mut new_focus) = match change.aspect {
        Aspect::Renumbered(from, to) => (Some(from), Some(to)),
        Aspect::Member(from, to, _) if !is_alone => (Some(from), Some(to)),
        _ => (focus, focus),
    };
    // The members of what is no message are seen in the fields of what holds it.
    if is_holder(old_schema) || is_holder(new_schema) {
        (old_focus, new_focus) = (None, None);
    }
    let has = |schema: &Schema, number: Option<u32>| {
        schema
            .fields()
            .iter()
            .any(|field| Some(field.number()) == number)
    };
    if !has(old_schema, old_focus) && !has(new_schema, new_focus) {
        (old_focus, new_focus) = (None, None);
    }
    let case = run::Case {
        old: old_schema,
        new: new_schema,
        old_focus,
        new_focus,
        validates: is_alone,
    };
    Ok(run::run(&case))
}

#[cfg(test)]
mod tests;
