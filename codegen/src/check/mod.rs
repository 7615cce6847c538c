//! Whether the schemas of now go with those of before: findings, what was accepted, and whether the lock is up to date.
//!
//! 1. `policy` adds what no wire shows at once: a number that is free again, a name that opens no more;
//! 2. `accept` takes out the breaks that were accepted, and finds acceptances that are of no use;
//! 3. `finding` shows each change with its witnesses.

mod accept;
mod carried;
mod finding;
pub(crate) mod golden;
pub(crate) mod pages;
mod policy;
mod read;
mod record;
mod revision;
mod run;
mod spelling;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use everwire::Wire;
use everwire::dynamic::Definition;

use read::Locked;

use crate::lock::{Acceptance, Fault, Lock};
use crate::prove::{self, Change, Direction, Proven};
use crate::render::{Finding, Label};

pub use run::{Check, Recorded};

/// What a check is asked for.
#[derive(Clone, Debug)]
pub struct Question {
    /// The wires that are in use.
    pub wires: BTreeSet<Wire>,
    /// Who must be able to read whom.
    pub directions: BTreeSet<Direction>,
    /// Whether every generation is looked at, and not only the newest.
    pub history: bool,
    /// Whether changes that break nothing are told, too.
    pub all: bool,
}

impl Default for Question {
    fn default() -> Self {
        Self {
            wires: Wire::ALL.into_iter().collect(),
            directions: BTreeSet::from([Direction::NewReadsOld, Direction::OldReadsNew]),
            history: false,
            all: false,
        }
    }
}

/// The schemas of now.
pub(crate) struct Now<'a> {
    /// What they say.
    pub(crate) definitions: &'a [Definition],
    /// What was accepted in them, and where.
    pub(crate) accepted: &'a [(Acceptance, Label)],
    /// What they were read from, which knows where types and members are declared.
    read: &'a read::Read,
}

/// Where a type, or a member of it, said something: by name, number and what is asked for.
pub(crate) type Place<'a> = dyn Fn(&str, Option<i64>, &str) -> Option<Label> + 'a;

/// The schemas of before.
pub(crate) struct Before<'a> {
    /// The newest generation of the lock that was there.
    pub(crate) generation: u32,
    /// What they say.
    pub(crate) definitions: Cow<'a, [Definition]>,
    /// Where they say it.
    pub(crate) place: Box<Place<'a>>,
    /// Whether programs of them still read.
    pub(crate) is_live: bool,
    /// What is worth knowing of them.
    pub(crate) notes: Vec<Finding>,
}

/// What a check finds.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// What breaks, and acceptances that are of no use.
    pub findings: Vec<Finding>,
    /// What changed without breaking anything, or was accepted.
    pub notes: Vec<Finding>,
    /// Whether the lock says something else than the schemas.
    pub is_stale: bool,
    /// How many changes there are.
    pub changes: usize,
}

/// Compares the schemas of now with those of a lock.
pub(crate) fn with_lock(
    locked: &Locked,
    path: &str,
    now: &Now<'_>,
    question: &Question,
) -> Result<Checked, Fault> {
    let lock = &locked.lock;
    let mut generations: Vec<u32> = lock.generations.keys().copied().collect();
    if !question.history {
        generations = generations.split_off(generations.len().saturating_sub(1));
    }
    let mut befores = Vec::new();
    for generation in generations.into_iter().rev() {
        befores.push(Before {
            generation,
            definitions: match generation == lock.newest() {
                true => Cow::Borrowed(&*locked.newest),
                false => Cow::Owned(lock.definitions(generation)?),
            },
            place: Box::new(move |type_name, number, key| {
                let line = lock.line_of(type_name, number, key, generation)?;
                Some(Label {
                    file: path.to_owned(),
                    span: None,
                    line,
                    column: 1,
                    text: format!("was, in {}", named(lock, generation)),
                })
            }),
            is_live: lock
                .generations
                .get(&generation)
                .is_none_or(|one| !one.retired),
            notes: Vec::new(),
        });
    }
    // A number that was another field's is told as such, and not as a field that is new.
    let reused = policy::reused(lock, path, now, question)?;
    let is_reused = |change: &Change| {
        let number = change.number.unwrap_or_default();
        change.rule == "field-added" && reused.contains_key(&(change.type_name.clone(), number))
    };
    let (mut checked, is_current) = std::thread::scope(|scope| {
        let is_current = scope.spawn(|| lock.is_current(now.definitions));
        let checked = with(&befores, Some(lock), now, question, &is_reused);
        let is_current = is_current.join();
        (
            checked,
            is_current.unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
        )
    });
    checked.findings.extend(reused.values().cloned());
    checked.findings.extend(accept::stale(lock, now)?);
    checked.findings.extend(policy::versions(lock, now));
    checked.is_stale = !is_current;
    Ok(checked)
}

/// Compares the schemas of now with others.
pub(crate) fn with(
    befores: &[Before<'_>],
    lock: Option<&Lock>,
    now: &Now<'_>,
    question: &Question,
    is_told: &dyn Fn(&Change) -> bool,
) -> Checked {
    let mut checked = Checked::default();
    let recorded = lock.map(Lock::accepted).unwrap_or_default();
    let (mut told, mut noted) = (BTreeSet::new(), BTreeSet::new());
    for (at, before) in befores.iter().enumerate() {
        let mut proven = prove::compare(&before.definitions, now.definitions);
        policy::add(&mut proven, &before.definitions, now, lock);
        if at == 0 {
            checked.changes = proven.len();
        }
        for one in proven {
            // A change that is there since several generations is told once, against the newest.
            let key = (
                one.change.type_name.clone(),
                one.change.number,
                one.change.text.clone(),
            );
            if told.contains(&key) || is_told(&one.change) {
                continue;
            }
            let breaks = breaks(&one, question, before);
            let is_unproved = one.change.rule == "rule-unproved";
            if !breaks && !(at == 0 && (question.all || is_unproved)) {
                continue;
            }
            let reason = accept::reason(&one.change, before, &recorded, now);
            let finding = finding::of(&one, before, now, question, breaks, reason.as_deref());
            if breaks && reason.is_none() {
                told.insert(key);
                checked.findings.push(finding);
            } else if (question.all || is_unproved) && noted.insert(key) {
                checked.notes.push(finding);
            }
        }
    }
    checked
}

/// Whether a change breaks one of the directions and wires that are asked for.
fn breaks(proven: &Proven, question: &Question, before: &Before<'_>) -> bool {
    if proven.policy.is_some() {
        return true;
    }
    let mut verdicts = proven.verdicts.iter();
    verdicts.any(|verdict| {
        let is_asked = question.wires.contains(&verdict.wire)
            && question.directions.contains(&verdict.direction)
            && (before.is_live || verdict.direction != Direction::OldReadsNew);
        is_asked && verdict.outcome != prove::Outcome::Same
    })
}

fn named(lock: &Lock, generation: u32) -> String {
    let labels = lock
        .generations
        .get(&generation)
        .map(|one| one.labels.iter().cloned().collect::<Vec<_>>());
    match labels.filter(|labels| !labels.is_empty()) {
        Some(labels) => format!("generation {generation} ({})", labels.join(", ")),
        None => format!("generation {generation}"),
    }
}

/// The definitions by full name.
pub(super) fn by_name(definitions: &[Definition]) -> BTreeMap<String, &Definition> {
    definitions
        .iter()
        .map(|one| (one.full_name(), one))
        .collect()
}
