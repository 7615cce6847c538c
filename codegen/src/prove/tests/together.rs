//! What several changes do together is told beside what each does alone, and by their names.

use everwire::validate::{Literal, Rule};

use super::*;

/// A number, and two fields: each for itself, or in a oneof.
fn one(a: Shape, oneof: Option<&str>) -> Vec<Definition> {
    let variant = |number, name: &str| {
        let mut member = field(number, name, U32);
        match oneof {
            Some(oneof) => {
                (member.oneof, member.presence) = (Some(oneof.into()), Presence::Explicit)
            }
            None => {
                member.ty = Shape::Option(Box::new(U32));
                member.presence = Presence::Explicit;
            }
        }
        member
    };
    vec![message(
        "M",
        vec![field(1, "a", a), variant(2, "b"), variant(3, "c")],
    )]
}

const TOGETHER: &str =
    "combined-change \"together: b no oneof -> oneof o; c no oneof -> oneof o\": d- d- d-";

#[test]
fn what_breaks_together_is_called_by_its_changes() {
    let told = letters(&one(I64, None), &one(I64, Some("o")));
    assert!(
        told[0].starts_with(
            "combined-change \"together: b no oneof -> oneof o; c no oneof -> oneof o\""
        ),
        "{told:?}"
    );
    assert_eq!(told.len(), 3);
}

#[test]
fn a_break_does_not_hide_what_others_do_together() {
    let told = letters(&one(I64, None), &one(I32, Some("o")));
    let together: Vec<_> = told
        .iter()
        .filter(|one| one.starts_with("combined-change"))
        .collect();
    assert_eq!(together.len(), 1, "{told:?}");
    assert_eq!(together[0], TOGETHER);
}

/// A text of a few, and what it reads as where it is absent.
fn chosen(default: Option<&'static str>, rules: &[Rule]) -> Vec<Definition> {
    let mut a = field(1, "a", Shape::String);
    if let Some(default) = default {
        (a.presence, a.default) = (Presence::Explicit, Some(Literal::Str(default)));
    }
    a.rules = rules.to_vec();
    vec![message("M", vec![a])]
}

#[test]
fn what_a_rule_kept_from_going_wrong_is_told_of_both() {
    const FEW: &[Rule] = &[Rule::In(&[Literal::Str("a"), Literal::Str("b")])];
    let none = "default-changed \"default \\\"a\\\" -> none\": ss ss ss";
    let old = chosen(Some("a"), FEW);
    assert_eq!(letters(&old, &chosen(None, FEW)), [none]);
    let told = letters(&old, &chosen(None, &[]));
    assert!(told.contains(&none.to_owned()), "{told:?}");
    let together = told.iter().find(|one| one.starts_with("combined-change"));
    let together = together.unwrap_or_else(|| panic!("{told:?}"));
    assert!(together.contains("together: a default"), "{together}");
    assert!(together.contains("; a rule -in"), "{together}");
    assert_eq!(told.len(), 3, "{told:?}");
}
