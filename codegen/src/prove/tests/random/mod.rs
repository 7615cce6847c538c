//! Random schemas, random changes, and random values: where a verdict is that all is the same, no value may be read as another.

mod change;
mod names;
mod number;
mod schema;
mod value;

use everwire::dynamic::{Definition, Dynamic, Message, Value};
use everwire::schema::Schema;
use everwire::{Options, Wire};

use super::super::{Direction, Outcome, compare, diff, loaded, run};
use change::change;
use number::Random;
use schema::world;
use value::filled;

/// What a change does alone does not depend on what else changed.
fn unmoved(
    old: &[Definition],
    new: &[Definition],
    proven: &[super::super::Proven],
) -> Result<(), String> {
    for one in proven
        .iter()
        .filter(|one| one.is_alone && !one.verdicts.is_empty())
    {
        let by_name = |all: &[Definition]| {
            all.iter()
                .find(|other| other.full_name() == one.change.type_name)
                .cloned()
        };
        let (Some(before), Some(after)) = (by_name(old), by_name(new)) else {
            continue;
        };
        let Some(alone) = one.change.alone(&before, &after) else {
            continue;
        };
        let mut world = old.to_vec();
        let is_new =
            |one: &&Definition| old.iter().all(|other| other.full_name() != one.full_name());
        world.extend(new.iter().filter(is_new).cloned());
        for definition in &mut world {
            if definition.full_name() == one.change.type_name {
                *definition = alone.clone();
            }
        }
        let outcomes = |one: &super::super::Proven| {
            one.verdicts
                .iter()
                .map(|one| (one.wire, one.direction, one.outcome))
                .collect::<Vec<_>>()
        };
        let mut again = compare(old, &world);
        again.retain(|one| !one.verdicts.is_empty());
        // A type that another brings its rules with is told as more than one change.
        let [again] = &again[..] else {
            continue;
        };
        if outcomes(again) != outcomes(one) {
            return Err(format!(
                "{}: alone {:?}, with others {:?}",
                one.change.text,
                outcomes(again),
                outcomes(one)
            ));
        }
    }
    Ok(())
}

/// Whether a message has values of enums that a reader takes for others, by their names.
fn misnamed(writer: &'static Schema, reader: &'static Schema, wire: Wire, root: &Message) -> bool {
    let written = Dynamic::new(writer, Value::Message(root.clone()));
    let options = Options::new().validate(false);
    let read = options
        .encode(wire, &written)
        .and_then(|bytes| Dynamic::decode_with(reader, wire, &bytes, &options));
    match read.as_ref().map(Dynamic::value) {
        Ok(Value::Message(read)) => names::differ(root, read),
        _ => false,
    }
}

/// One pair: what it is, or what is wrong with it.
fn pair(seed: u64) -> Result<usize, String> {
    let random = &mut Random(seed);
    let old = world(random);
    let mut new = old.clone();
    for _ in 0..1 + random.below(2) {
        change(&mut new, random);
    }
    let (olds, news) = (diff::set(&old), diff::set(&new));
    let lookup = |set: &diff::Set<'_>, name: &str| set.get(name).map(|one| (*one).clone());
    let (Ok(old_schema), Ok(new_schema)) = (
        loaded(&old[0], &|name| lookup(&olds, name)),
        loaded(&new[0], &|name| lookup(&news, name)),
    ) else {
        return Ok(0);
    };
    let proven = compare(&old, &new);
    for one in &proven {
        for verdict in &one.verdicts {
            let is_tried = verdict.tried > 0;
            if is_tried && verdict.outcome != Outcome::Same && verdict.witness().is_none() {
                return Err(format!(
                    "{}: {} without a witness",
                    one.change.text, verdict.outcome
                ));
            }
        }
    }
    if seed.is_multiple_of(8) {
        unmoved(&old, &new, &proven).map_err(|what| format!("seed {seed}: {what}"))?;
    }
    let told = |wire, direction| {
        let verdicts = proven.iter().flat_map(|one| &one.verdicts);
        let mut here = verdicts.filter(|one| (one.wire, one.direction) == (wire, direction));
        here.any(|one| one.outcome != Outcome::Same)
    };
    for _ in 0..6 {
        for direction in [Direction::NewReadsOld, Direction::OldReadsNew] {
            let (writer, reader) = if direction == Direction::NewReadsOld {
                (old_schema, new_schema)
            } else {
                (new_schema, old_schema)
            };
            let Some(root) = filled(writer, random, 0) else {
                continue;
            };
            for wire in Wire::ALL {
                let case = run::Case {
                    old: old_schema,
                    new: new_schema,
                    old_focus: None,
                    new_focus: None,
                    validates: true,
                };
                let verdict = run::tried(&case, direction, wire, &Value::Message(root.clone()));
                let is_wrong = verdict.tried > 0 && verdict.outcome != Outcome::Same;
                let is_other = misnamed(writer, reader, wire, &root);
                if (is_wrong || is_other) && !told(wire, direction) {
                    let changes: Vec<_> = proven
                        .iter()
                        .map(|one| {
                            format!(
                                "{} {:?} {}",
                                one.change.type_name, one.change.number, one.change.text
                            )
                        })
                        .collect();
                    return Err(format!(
                        "seed {seed}: {wire} {}: {:?}\nchanges: {changes:#?}",
                        direction.words(),
                        verdict.witness()
                    ));
                }
            }
        }
    }
    Ok(proven.len())
}

#[test]
fn no_verdict_of_same_is_wrong() {
    let pairs: u64 = std::env::var("EVERWIRE_PAIRS")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(3000);
    let from: u64 = std::env::var("EVERWIRE_FROM")
        .ok()
        .and_then(|from| from.parse().ok())
        .unwrap_or(0);
    let (mut changes, mut wrong) = (0, Vec::new());
    for seed in from..from + pairs {
        match pair(seed) {
            Ok(count) => changes += count,
            Err(what) => wrong.push(what),
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {pairs}\n{}",
        wrong.len(),
        wrong.iter().take(5).cloned().collect::<Vec<_>>().join("\n")
    );
    assert!(
        changes as u64 > pairs / 2,
        "{changes} changes in {pairs} pairs"
    );
}
