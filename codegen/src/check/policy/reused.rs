//! Numbers, names and slots that an older generation had for something else: its bytes would be read as what is there now.

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use everwire::dynamic::{Definition, What};

use crate::check::{Now, Question, finding as shown, named};
use crate::lock::{Fault, Former, Lock};
use crate::prove::{self, Outcome, Proven};
use crate::render::{Finding, Label};

/// A member of now.
struct Member {
    number: i64,
    name: String,
    /// Where it stands in an array.
    slot: Option<i64>,
}

/// What is taken again, by type and number.
pub(in crate::check) fn reused(
    lock: &Lock,
    path: &str,
    now: &Now<'_>,
    question: &Question,
) -> Result<BTreeMap<(String, i64), Finding>, Fault> {
    let mut findings = BTreeMap::new();
    let mut compared: BTreeMap<u32, Vec<Proven>> = BTreeMap::new();
    let oneofs = LazyCell::new(|| prove::oneofs(now.definitions));
    for definition in now.definitions {
        let name = definition.full_name();
        let names = || std::iter::once(&name).chain(&definition.aliases);
        for type_name in names() {
            for (member, former, what) in taken(lock, type_name, definition) {
                // What is said of its variants is said of the messages that have them.
                if oneofs.contains(&name) {
                    break;
                }
                let key = (type_name.clone(), member.number);
                if findings.contains_key(&key) {
                    continue;
                }
                let proven = match compared.entry(former.last) {
                    Entry::Occupied(compared) => compared.into_mut(),
                    Entry::Vacant(place) => {
                        let olds = lock.definitions(former.last)?;
                        place.insert(prove::compare(&olds, now.definitions))
                    }
                };
                let breaks = |one: &&Proven| {
                    let mut directions = question.directions.iter();
                    let numbers = [Some(member.number), Some(former.number)];
                    names().any(|name| *name == one.change.type_name)
                        && numbers.contains(&one.change.number)
                        && directions.any(|direction| one.breaks(*direction))
                };
                let found: Vec<&Proven> = proven.iter().filter(breaks).collect();
                if found.is_empty() {
                    continue;
                }
                let mut labels: Vec<Label> = now
                    .read
                    .place(&name, Some(member.number))
                    .into_iter()
                    .collect();
                let line = lock.line_of(type_name, Some(former.number), "name", former.last);
                labels.extend(line.map(|line| Label {
                    file: path.to_owned(),
                    span: None,
                    line,
                    column: 1,
                    text: format!("removed after {}", named(lock, former.last)),
                }));
                findings.insert(key, finding(&name, &what, labels, &found, question));
            }
        }
    }
    Ok(findings)
}

/// The members of now that have the number, the name or the slot of another one, which the newest generation has no more.
fn taken(lock: &Lock, type_name: &str, now: &Definition) -> Vec<(Member, Former, String)> {
    let members = lock.members(type_name);
    if members.former.is_empty() {
        return Vec::new();
    }
    let is_new = |has: &dyn Fn(&Former) -> bool| !members.newest.iter().any(has);
    let last = |has: &dyn Fn(&Former) -> bool| {
        let former = members.former.iter().filter(|former| has(former));
        former.max_by_key(|former| former.last).cloned()
    };
    let mut taken = Vec::new();
    for member in of(now) {
        let has_number = |one: &Former| one.number == member.number;
        let has_name = |one: &Former| one.name == member.name;
        let has_slot = |one: &Former| Some(one.slot) == member.slot;
        let found = [
            (
                &has_number as &dyn Fn(&Former) -> bool,
                format!("the number {}", member.number),
            ),
            (
                &has_slot,
                format!("the slot {}", member.slot.unwrap_or_default()),
            ),
            (&has_name, format!("the name `{}`", member.name)),
        ]
        .into_iter()
        .filter(|(has, _)| is_new(*has))
        .find_map(|(has, what)| Some((last(has)?, what)));
        if let Some((former, what)) = found {
            taken.push((member, former, what));
        }
    }
    taken
}

/// The members of a definition.
fn of(definition: &Definition) -> Vec<Member> {
    match &definition.what {
        What::Enum { values, .. } => values
            .iter()
            .map(|value| Member {
                number: value.number.into(),
                name: value.name.clone(),
                slot: None,
            })
            .collect(),
        what => definition
            .members()
            .iter()
            .map(|member| Member {
                number: member.number.into(),
                name: member.name.clone(),
                slot: matches!(what, What::Message(_)).then(|| member.slot.into()),
            })
            .collect(),
    }
}

fn finding(
    name: &str,
    what: &str,
    labels: Vec<Label>,
    found: &[&Proven],
    question: &Question,
) -> Finding {
    let changes: Vec<&str> = found.iter().map(|one| one.change.text.as_str()).collect();
    let verdicts = found.iter().flat_map(|one| &one.verdicts);
    let verdicts = verdicts.filter(|one| one.outcome != Outcome::Same);
    let verdicts: Vec<_> = verdicts.cloned().collect();
    Finding {
        rule: "number-reused".into(),
        message: format!(
            "{what} of `{name}` was another field's: {}",
            changes.join(", ")
        ),
        labels,
        help: Some("give it one that was never used".into()),
        notes: shown::table(&verdicts, question),
        verdicts,
        ..Finding::default()
    }
}
