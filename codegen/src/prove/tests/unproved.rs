//! What could not be proved is told.

use super::*;

fn outcomes(old: &[Definition], new: &[Definition]) -> Vec<(String, Outcome, String)> {
    let each = |one: crate::prove::Proven| {
        let verdict = one.verdicts.first().unwrap();
        let why = verdict.why.clone().unwrap_or_default();
        (one.change.text.clone(), verdict.outcome, why)
    };
    compare(old, new).into_iter().map(each).collect()
}

fn one(ty: Shape) -> Vec<Definition> {
    vec![message("M", vec![field(1, "a", ty)])]
}

#[test]
fn what_cannot_be_loaded_is_no_proof() {
    let array = Shape::Fixed(Box::new(Shape::Int(Int::U64)), 4_294_967_295);
    for (new, why) in [
        (one(Shape::Named("Gone".into())), "Gone"),
        (one(array), "cannot"),
        (
            vec![message("M", vec![field(0, "a", U32), field(1, "b", U32)])],
            "cannot be loaded",
        ),
    ] {
        let told = outcomes(&one(U32), &new);
        assert!(!told.is_empty());
        for (text, outcome, because) in told {
            assert_eq!(outcome, Outcome::Unproved, "{text}");
            assert!(because.contains(why), "{text}: {because}");
        }
    }
}

#[test]
fn a_type_that_is_gone_but_is_still_held_is_no_proof() {
    let mut old = one(Shape::Named("N".into()));
    let new = old.clone();
    old.push(message("N", vec![field(1, "x", U32)]));
    let proven = compare(&old, &new);
    let is_told = |one: &crate::prove::Proven| {
        one.breaks(Direction::NewReadsOld) && one.verdicts.iter().all(|one| one.why.is_some())
    };
    assert!(proven.iter().any(is_told), "{proven:?}");
}

#[test]
fn a_type_without_a_value_is_no_proof() {
    let never = |x: Shape| {
        let mut itself = field(1, "itself", Shape::Named("M".into()));
        itself.presence = Presence::Required;
        vec![message("M", vec![itself, field(2, "x", x)])]
    };
    let told = outcomes(&never(U32), &never(I64));
    assert_eq!(told[0].1, Outcome::Unproved, "{told:?}");
}

#[test]
fn what_cannot_be_loaded_has_no_golden_bytes_and_says_why() {
    let definitions = one(Shape::Named("Gone".into()));
    let all: Vec<&Definition> = definitions.iter().collect();
    let [Err(why)] = &golden(&all, &definitions)[..] else {
        panic!("{definitions:?}");
    };
    assert!(why.contains("Gone"), "{why}");
}
