//! What several changes do together is told beside what each does alone, and by their names.

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
