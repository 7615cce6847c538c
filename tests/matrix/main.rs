//! What each kind of change does, executed: the table of what is expected, and the page of the documentation that is printed from the results.

mod cases;
mod page;

use everwire::Wire;
use everwire_codegen::prove::{Direction, Outcome, Proven, compare};

/// A kind of change, as it was and as it is.
pub struct Case {
    /// The part of the page that it stands in.
    pub part: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// What is expected, wire by wire: new reads old, old reads new, new through old.
    pub expected: &'static str,
    /// The type as it was, and as it is.
    pub shown: (&'static str, &'static str),
    /// The schemas.
    pub schemas: (&'static everwire::Schema, &'static everwire::Schema),
}

/// What became of the values of a case.
pub struct Executed {
    /// The changes, proved.
    pub proven: Vec<Proven>,
}

impl Executed {
    /// Executes a case.
    pub fn of(case: &Case) -> Self {
        let all = everwire::dynamic::Definition::all;
        let proven = compare(&all(case.schemas.0), &all(case.schemas.1));
        assert!(!proven.is_empty(), "{}: nothing changed", case.name);
        Self { proven }
    }

    /// The worst of all changes of the case.
    pub fn outcome(&self, wire: Wire, direction: Direction) -> Outcome {
        let verdicts = self.proven.iter().flat_map(|one| &one.verdicts);
        let here = verdicts.filter(|one| (one.wire, one.direction) == (wire, direction));
        here.map(|one| one.outcome).max().unwrap_or(Outcome::Same)
    }

    /// Three letters for each wire.
    pub fn letters(&self) -> String {
        let wires = Wire::ALL.map(|wire| {
            let directions = [
                Direction::NewReadsOld,
                Direction::OldReadsNew,
                Direction::ThroughOld,
            ];
            directions
                .map(|direction| letter(self.outcome(wire, direction)))
                .iter()
                .collect::<String>()
        });
        wires.join(" ")
    }
}

fn letter(outcome: Outcome) -> char {
    match outcome {
        Outcome::Same => 's',
        Outcome::Unproved => 'u',
        Outcome::Depends => 'd',
        Outcome::Lossy => 'l',
        Outcome::Error => 'e',
    }
}

#[test]
fn what_is_expected_is_what_happens() {
    let mut wrong = String::new();
    for case in cases::all() {
        let executed = Executed::of(&case);
        let letters = executed.letters();
        if letters != case.expected {
            let changes: Vec<_> = executed
                .proven
                .iter()
                .map(|one| one.change.text.clone())
                .collect();
            wrong.push_str(&format!(
                "{}: expected {}, executed {letters} ({})\n",
                case.name,
                case.expected,
                changes.join("; ")
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_break_has_a_witness() {
    for case in cases::all() {
        for one in Executed::of(&case).proven {
            for verdict in one
                .verdicts
                .iter()
                .filter(|verdict| verdict.outcome != Outcome::Same)
            {
                assert!(verdict.witness().is_some(), "{}: {verdict:?}", case.name);
            }
        }
    }
}

#[test]
fn each_change_is_told_once() {
    for case in cases::all()
        .into_iter()
        .filter(|case| !case.name.contains("swapped"))
    {
        let proven = Executed::of(&case).proven;
        // What another type brings or takes away is told with it, and breaks nothing.
        let told: Vec<_> = proven
            .iter()
            .filter(|one| !one.verdicts.is_empty() || one.change.rule == "type-renamed")
            .map(|one| one.change.text.as_str())
            .collect();
        assert_eq!(told.len(), 1, "{}: {told:?}", case.name);
    }
}

/// On MessagePack, what appends, removes, adds again and makes nullable goes both ways.
#[test]
fn arrays_survive_what_breaks_them_elsewhere() {
    for name in [
        "appended",
        "removed and reserved",
        "added again after it was removed",
        "made an `Option`",
        "no `Option` any more",
    ] {
        let cases = cases::all();
        let case = cases.iter().find(|case| case.name == name).unwrap();
        let executed = Executed::of(case);
        for direction in [Direction::NewReadsOld, Direction::OldReadsNew] {
            assert_eq!(
                executed.outcome(Wire::MsgPack, direction),
                Outcome::Same,
                "{name}"
            );
        }
    }
}
