//! What a change does to bytes, proved by execution: values are written under one set of definitions and read under another.
//!
//! 1. `diff` pairs types and members and lists what changed, each [`Change`] once;
//! 2. `alone` makes each change alone, so that what follows is its doing; `together` makes those that break only with others;
//! 3. `sample` makes boundary values of the member that it touches, and `messages` what they are written in;
//! 4. `execute` loads both sides, and `run` writes the values on one and reads them on the other, on each wire and in each [`Direction`],
//!    and through a relay;
//! 5. `agree` says whether what was read is what was written;
//! 6. a [`Verdict`] sums up, with the bytes that show it.
//!
//! No byte is looked at here: values go through `everwire::dynamic`, and so through the drivers of every program.

mod agree;
mod alone;
mod change;
mod dialects;
mod diff;
mod execute;
mod golden;
mod gone;
mod lawful;
mod load;
mod messages;
mod oneofs;
mod other;
mod replaced;
mod rules;
mod run;
mod sample;
mod show;
mod together;
mod verdict;

use everwire::dynamic::Definition;

use crate::cores;
use change::Aspect;
pub use change::Change;
use dialects::Dialects;
use diff::{Pairs, Set};
pub(crate) use golden::{Misread, Rereading, golden};
pub(crate) use gone::{reuse, unread};
pub(crate) use load::held;
use load::loaded;
pub(crate) use oneofs::oneofs;
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
    let dialects = Dialects::new(&old);
    let both = Both {
        old,
        new,
        pairs,
        dialects,
    };
    let mut proven = cores::map(&changes, 1, |change| both.prove(change));
    proven.extend(both.unloadable(&proven));
    proven.extend(both.combined(&proven));
    proven.sort_by(|a, b| {
        (&a.change.type_name, a.change.number).cmp(&(&b.change.type_name, b.change.number))
    });
    proven
}

/// Boundary values of a message, each as it is written on each wire: those of every field, alone and all together.
pub fn samples(schema: &'static everwire::Schema) -> Vec<(everwire::Wire, Vec<u8>)> {
    run::samples(schema)
}

/// Two sets of definitions, and what is which.
struct Both<'a> {
    old: Set<'a>,
    new: Set<'a>,
    pairs: Pairs,
    dialects: Dialects,
}

impl Both<'_> {
    fn prove(&self, change: &Change) -> Proven {
        let mut change = change.clone();
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
        let has = |direction, outcome: fn(Outcome) -> bool| {
            let mut verdicts = verdicts.iter().filter(|one| one.direction == direction);
            verdicts.any(|one| outcome(one.outcome))
        };
        let [reads, is_read] = [Direction::NewReadsOld, Direction::OldReadsNew].map(|direction| {
            has(direction, |one| {
                !matches!(one, Outcome::Same | Outcome::Unproved)
            })
        });
        let is_tried = Direction::ALL
            .into_iter()
            .all(|direction| !has(direction, |one| one == Outcome::Unproved));
        match (reads, is_read) {
            (true, false) => "rule-tightened",
            (false, true) => "rule-loosened",
            (true, true) => "rule-changed",
            (false, false) if is_tried && self.are_decided(change) => "rule-equal",
            (false, false) => "rule-unproved",
        }
    }

    /// Whether the values that were tried decide that two lists of rules accept the same.
    fn are_decided(&self, change: &Change) -> bool {
        let of = |set: &Set<'_>, name: &str, number: Option<i64>| {
            let mut members = set.get(name)?.members().iter();
            members
                .find(|one| Some(i64::from(one.number)) == number)
                .cloned()
        };
        let now = self.pairs.get(&change.type_name);
        let new = now.and_then(|name| of(&self.new, name, change.now));
        match (of(&self.old, &change.type_name, change.number), new) {
            (Some(old), Some(new)) => rules::are_decided(&old, &new, &|name| self.unruled(name)),
            _ => false,
        }
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
            let mut is_whole = true;
            new.each_name(&mut |name| is_whole &= self.new.contains_key(name));
            if is_whole {
                continue;
            }
            let Err(why) = loaded(new, &after) else {
                continue;
            };
            found.push(Proven {
                change: Change::of_type(
                    "type-unloadable",
                    name,
                    "what it holds is not there".into(),
                    Aspect::Existence,
                ),
                verdicts: Verdict::unproved(&why),
                is_alone: true,
                policy: None,
            });
        }
        found
    }
}

#[cfg(test)]
mod tests;
