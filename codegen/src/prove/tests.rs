mod enums;
mod held;
mod message_rules;
mod random;
mod rules;
mod together;
mod told;
mod unproved;

use everwire::Wire;
use everwire::dynamic::{Definition, Listed, Member, Shape, What};
use everwire::schema::{Encoding, Int, Presence};
use everwire::validate::Literal;

use super::{Direction, Outcome, compare, golden, oneofs};

fn message(name: &str, fields: Vec<Member>) -> Definition {
    Definition::new(name, What::Message(fields))
}

fn field(number: u32, name: &str, ty: Shape) -> Member {
    Member::new(number, name, ty)
}

const U32: Shape = Shape::Int(Int::U32);
const I32: Shape = Shape::Int(Int::I32);
const I64: Shape = Shape::Int(Int::I64);

/// Each wire's letters: new reads old, old reads new.
fn letters(old: &[Definition], new: &[Definition]) -> Vec<String> {
    let letter = |outcome| match outcome {
        Outcome::Same => 's',
        Outcome::Unproved => 'u',
        Outcome::Lossy => 'l',
        Outcome::Error => 'e',
        Outcome::Depends => 'd',
    };
    let proven = compare(old, new).into_iter().map(|one| {
        let mut text = format!("{} {:?}:", one.change.rule, one.change.text);
        for wire in Wire::ALL {
            text.push(' ');
            for direction in [Direction::NewReadsOld, Direction::OldReadsNew] {
                let verdict = one
                    .verdicts
                    .iter()
                    .find(|verdict| (verdict.wire, verdict.direction) == (wire, direction));
                text.push(verdict.map_or('-', |verdict| letter(verdict.outcome)));
            }
        }
        text
    });
    proven.collect()
}

fn fields(old: Shape, new: Shape) -> Vec<String> {
    let other = || field(2, "other", Shape::String);
    letters(
        &[message("M", vec![field(1, "a", old), other()])],
        &[message("M", vec![field(1, "a", new), other()])],
    )
}

#[test]
fn what_a_change_of_type_does_is_executed() {
    assert_eq!(fields(U32, U32), [""; 0]);
    assert_eq!(
        fields(I64, I32),
        ["type-changed \"type i64 -> i32\": ds ds ds"]
    );
    assert_eq!(
        fields(I32, I64),
        ["type-changed \"type i32 -> i64\": sd sd sd"]
    );
    assert_eq!(
        fields(I32, U32),
        ["type-changed \"type i32 -> u32\": dd dd dd"]
    );
    assert_eq!(
        fields(Shape::Bool, I32),
        ["type-changed \"type bool -> i32\": sd ee ee"]
    );
    for (old, new, told) in [
        (
            Shape::String,
            U32,
            "type-changed \"type string -> u32\": ll ee de",
        ),
        (
            Shape::String,
            Shape::Bytes,
            "type-changed \"type string -> bytes\": sd se dl",
        ),
        (
            Shape::Opaque,
            Shape::Bytes,
            "type-changed \"type opaque -> bytes\": sd el el",
        ),
        (
            Shape::Bytes,
            Shape::Uuid,
            "type-changed \"type bytes -> uuid\": ds ds el",
        ),
        (
            Shape::Fixed(Box::new(Shape::Bytes), 16),
            Shape::Uuid,
            "type-changed \"type fixed<bytes,16> -> uuid\": ss ss ee",
        ),
        (
            Shape::String,
            Shape::Uuid,
            "type-changed \"type string -> uuid\": ed ee es",
        ),
        (
            U32,
            Shape::Option(Box::new(U32)),
            "presence-changed \"presence plain -> optional\": ss ss ss",
        ),
        (
            U32,
            Shape::List(Box::new(U32)),
            "type-changed \"type u32 -> list<u32>\": sd ee ee",
        ),
        (
            Shape::Float32,
            Shape::Float64,
            "type-changed \"type f32 -> f64\": ll sd dd",
        ),
    ] {
        assert_eq!(fields(old, new), [told]);
    }
}

#[test]
fn members_come_and_go() {
    let told =
        |old: Vec<Member>, new: Vec<Member>| letters(&[message("M", old)], &[message("M", new)]);
    let (a, b) = (|at| field(at, "a", U32), |at| field(at, "b", Shape::String));
    assert_eq!(
        told(vec![a(1)], vec![a(1), b(2)]),
        ["field-added \"string b added\": ss ss ss"]
    );
    assert_eq!(
        told(vec![a(1), b(2)], vec![a(1)]),
        ["field-removed \"string b removed\": ss ss ss"]
    );
    assert_eq!(
        told(vec![a(1), b(2)], vec![a(3), b(2)]),
        ["field-renumbered \"number 1 -> 3\": ll ll ss"]
    );
    assert_eq!(
        told(vec![a(1), b(2)], vec![a(2), b(1)]),
        [
            "field-renumbered \"number 1 -> 2\": ll ee ss",
            "field-renumbered \"number 2 -> 1\": ll ee ss"
        ]
    );
    let mut zigzag = field(1, "a", I32);
    zigzag.encoding = Encoding::Zigzag;
    assert_eq!(
        told(vec![field(1, "a", I32)], vec![zigzag]),
        ["encoding-changed \"encoding default -> zigzag\": ll ss ss"]
    );
}

#[test]
fn a_zero_that_becomes_negative_is_a_change() {
    // What has a default is always written, so that no value becomes another.
    let with = |zero: f64| {
        let mut field = field(1, "a", Shape::Float64);
        field.presence = Presence::Explicit;
        field.default = Some(Literal::Float(zero));
        [message("M", vec![field])]
    };
    assert_eq!(
        letters(&with(0.0), &with(-0.0)),
        ["default-changed \"default 0.0 -> -0.0\": ss ss ss"]
    );
    assert_eq!(letters(&with(f64::NAN), &with(f64::NAN)), [""; 0]);
}
