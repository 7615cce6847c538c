//! Rules are equal where both sides of what they differ in were tried.

use everwire::validate::{Literal, Rule};

use super::*;

fn told(ty: &Shape, old: &[Rule], new: &[Rule]) -> String {
    let with = |rules: &[Rule]| {
        let mut a = field(1, "a", ty.clone());
        a.rules = rules.to_vec();
        vec![message("M", vec![a])]
    };
    let proven = compare(&with(old), &with(new));
    assert_eq!(proven.len(), 1);
    proven[0].change.rule.into()
}

fn list() -> Shape {
    Shape::List(Box::new(U32))
}

fn map() -> Shape {
    Shape::Map(Box::new(U32), Box::new(Shape::Bool))
}

#[test]
fn bounds_are_tried_on_both_sides() {
    use Rule::*;
    for (ty, old, new) in [
        (
            Shape::String,
            vec![MaxLen(1_000_000)],
            vec![MaxLen(500_000)],
        ),
        (Shape::String, vec![Ipv4, MaxLen(8)], vec![Ipv6, MaxLen(8)]),
        (
            Shape::String,
            vec![Email, MaxLen(12)],
            vec![Uri, MaxLen(12)],
        ),
        (
            list(),
            vec![Unique, MaxItems(300)],
            vec![Unique, MaxItems(200)],
        ),
        (map(), vec![MaxPairs(200)], vec![MaxPairs(150)]),
    ] {
        let rule = told(&ty, &old, &new);
        assert!(
            rule == "rule-tightened" || rule == "rule-changed",
            "{old:?} -> {new:?}: {rule}"
        );
    }
}

#[test]
fn what_is_not_tried_is_not_proved() {
    use Rule::*;
    for (ty, old, new) in [
        (
            Shape::String,
            vec![MaxLen(2_000_000)],
            vec![MaxLen(1_900_000)],
        ),
        (Shape::String, vec![Uuid, MaxLen(8)], vec![Ulid, MaxLen(8)]),
        (list(), vec![MaxItems(90_000)], vec![MaxItems(80_000)]),
        (
            Shape::List(Box::new(Shape::Bool)),
            vec![Unique, MaxItems(30)],
            vec![Unique, MaxItems(20)],
        ),
    ] {
        assert_eq!(told(&ty, &old, &new), "rule-unproved", "{old:?} -> {new:?}");
    }
}

#[test]
fn what_says_the_same_is_equal() {
    use Rule::*;
    for (ty, old, new) in [
        (U32, vec![Gt(Literal::Int(0))], vec![Gte(Literal::Int(1))]),
        (Shape::String, vec![MaxLen(5)], vec![MaxLen(5), MinLen(0)]),
        (
            list(),
            vec![Items(&[Gt(Literal::Int(3))])],
            vec![Items(&[Gte(Literal::Int(4))])],
        ),
    ] {
        assert_eq!(told(&ty, &old, &new), "rule-equal", "{old:?} -> {new:?}");
    }
}

#[test]
fn a_rule_of_another_type_is_checked_with_it() {
    let mut new = field(1, "a", Shape::String);
    new.rules = vec![Rule::MaxBytes(3)];
    let old = field(1, "a", Shape::Bytes);
    let proven = compare(&[message("M", vec![old])], &[message("M", vec![new])]);
    let rules = proven
        .iter()
        .find(|one| one.change.is_about_rules())
        .unwrap();
    assert!(rules.breaks(Direction::NewReadsOld));
}
