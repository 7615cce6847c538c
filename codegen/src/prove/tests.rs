mod enums;
mod held;
mod random;
mod rules;
mod together;
mod told;
mod unproved;

use everwire::Wire;
use everwire::dynamic::{Definition, Listed, Member, Shape, What};
use everwire::schema::{Encoding, Int, Presence};

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
    for (old, new) in [
        (Shape::String, U32),
        (Shape::String, Shape::Bytes),
        (U32, Shape::Option(Box::new(U32))),
        (U32, Shape::List(Box::new(U32))),
        (Shape::Float32, Shape::Float64),
    ] {
        println!("{:?}", fields(old, new));
    }
}

#[test]
fn members_come_and_go() {
    let one = || field(1, "a", U32);
    let two = || field(2, "b", Shape::String);
    println!(
        "{:?}",
        letters(
            &[message("M", vec![one()])],
            &[message("M", vec![one(), two()])]
        )
    );
    println!(
        "{:?}",
        letters(
            &[message("M", vec![one(), two()])],
            &[message("M", vec![one()])]
        )
    );
    println!(
        "{:?}",
        letters(
            &[message("M", vec![one(), two()])],
            &[message("M", vec![field(3, "a", U32), two()])]
        )
    );
    println!(
        "{:?}",
        letters(
            &[message("M", vec![one(), two()])],
            &[message(
                "M",
                vec![field(2, "a", U32), field(1, "b", Shape::String)]
            )]
        )
    );
    let mut zigzag = field(1, "a", I32);
    zigzag.encoding = Encoding::Zigzag;
    println!(
        "{:?}",
        letters(
            &[message("M", vec![field(1, "a", I32)])],
            &[message("M", vec![zigzag])]
        )
    );
}
