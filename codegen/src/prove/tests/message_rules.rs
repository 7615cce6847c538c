//! Rules of messages as a whole, and of the well-known messages: what the new ones refuse of the old, and the old ones of the new.

use everwire::dynamic::Types;
use everwire::validate::{Literal, MessageRule, Rule};

use super::*;

fn optional(number: u32, name: &str) -> Member {
    field(number, name, Shape::Option(Box::new(U32)))
}

fn whole(rules: &[MessageRule]) -> Vec<Definition> {
    let mut one = message(
        "M",
        vec![
            optional(1, "a"),
            optional(2, "b"),
            field(3, "c", Shape::String),
        ],
    );
    one.rules = rules.to_vec();
    vec![one]
}

const fn oneof(fields: &'static [&'static str], required: bool) -> MessageRule {
    MessageRule::Oneof { fields, required }
}

const AB: MessageRule = oneof(&["a", "b"], false);
const ABC: MessageRule = oneof(&["a", "b", "c"], false);
const MUST_AB: MessageRule = oneof(&["a", "b"], true);
const MUST_ABC: MessageRule = oneof(&["a", "b", "c"], true);

#[test]
fn a_oneof_of_a_message_is_compared() {
    const TIGHTENED: &str = "ds ds ds";
    const LOOSENED: &str = "sd sd sd";
    const CHANGED: &str = "dd dd dd";
    for (old, new, text, told) in [
        (&[][..], &[AB][..], "rule +oneof(\"a\", \"b\")", TIGHTENED),
        (&[AB], &[], "rule -oneof(\"a\", \"b\")", LOOSENED),
        (
            &[AB],
            &[ABC],
            "rule -oneof(\"a\", \"b\") +oneof(\"a\", \"b\", \"c\")",
            TIGHTENED,
        ),
        (
            &[ABC],
            &[AB],
            "rule -oneof(\"a\", \"b\", \"c\") +oneof(\"a\", \"b\")",
            LOOSENED,
        ),
        (
            &[AB],
            &[MUST_AB],
            "rule -oneof(\"a\", \"b\") +oneof(\"a\", \"b\"), required",
            TIGHTENED,
        ),
        (
            &[MUST_AB],
            &[AB],
            "rule -oneof(\"a\", \"b\"), required +oneof(\"a\", \"b\")",
            LOOSENED,
        ),
        (
            &[MUST_AB],
            &[MUST_ABC],
            "rule -oneof(\"a\", \"b\"), required +oneof(\"a\", \"b\", \"c\"), required",
            CHANGED,
        ),
        (
            &[AB],
            &[MUST_ABC],
            "rule -oneof(\"a\", \"b\") +oneof(\"a\", \"b\", \"c\"), required",
            TIGHTENED,
        ),
    ] {
        let id = match told {
            TIGHTENED => "rule-tightened",
            LOOSENED => "rule-loosened",
            _ => "rule-changed",
        };
        assert_eq!(
            letters(&whole(old), &whole(new)),
            [format!("{id} {text:?}: {told}")],
            "{old:?} -> {new:?}"
        );
    }
    assert_eq!(
        letters(&whole(&[AB]), &whole(&[oneof(&["b", "a"], false)])),
        [""; 0]
    );
}

#[test]
fn a_variant_that_becomes_required_is_compared() {
    let with = |rules: &[MessageRule]| {
        let member = |number, name: &str| {
            let mut member = field(number, name, U32);
            (member.oneof, member.presence) = (Some("o".into()), Presence::Explicit);
            member
        };
        let mut one = message(
            "M",
            vec![member(1, "a"), member(2, "b"), field(3, "c", U32)],
        );
        one.rules = rules.to_vec();
        vec![one]
    };
    const VARIANT: MessageRule = MessageRule::Variant { oneof: "o" };
    assert_eq!(
        letters(&with(&[]), &with(&[VARIANT])),
        ["rule-tightened \"rule +variant \\\"o\\\"\": ds ds ds"]
    );
    assert_eq!(
        letters(&with(&[VARIANT]), &with(&[])),
        ["rule-loosened \"rule -variant \\\"o\\\"\": sd sd sd"]
    );
}

/// What rules of one field become.
fn rule(ty: &Shape, old: &[Rule], new: &[Rule]) -> String {
    let mut held = Vec::new();
    if let Shape::Option(inner) = ty
        && let Shape::Named(name) = &**inner
    {
        held.extend(well_known(name));
    }
    let with = |rules: &[Rule]| {
        let mut a = field(1, "a", ty.clone());
        a.rules = rules.to_vec();
        let mut all = vec![message("M", vec![a])];
        all.extend(held.clone());
        assert!(Types::load(&all).is_ok(), "{rules:?}");
        all
    };
    let proven = compare(&with(old), &with(new));
    let told: Vec<_> = proven.iter().map(|one| one.change.rule).collect();
    told.join(", ")
}

/// The messages of `google.protobuf` that rules know.
fn well_known(name: &str) -> Vec<Definition> {
    let schema = match name {
        "google.protobuf.Any" => <everwire::wkt::Any as everwire::Codec>::SCHEMA,
        "google.protobuf.FieldMask" => <everwire::wkt::FieldMask as everwire::Codec>::SCHEMA,
        "google.protobuf.Int32Value" => <everwire::wkt::Int32Value as everwire::Codec>::SCHEMA,
        _ => return Vec::new(),
    };
    Definition::all(schema)
}

fn named(name: &str) -> Shape {
    Shape::Option(Box::new(Shape::Named(name.into())))
}

#[test]
fn what_is_ignored_is_compared() {
    use Rule::*;
    let long = MinLen(3);
    for (old, new, told) in [
        (&[long][..], &[long, IgnoreIfZero][..], "rule-loosened"),
        (&[long, IgnoreIfZero], &[long], "rule-tightened"),
        (&[long], &[long, IgnoreAlways], "rule-loosened"),
        (&[long, IgnoreAlways], &[long], "rule-tightened"),
        (
            &[long, IgnoreAlways],
            &[long, IgnoreIfZero],
            "rule-tightened",
        ),
    ] {
        assert_eq!(rule(&Shape::String, old, new), told, "{old:?} -> {new:?}");
    }
}

#[test]
fn types_that_any_may_hold_are_compared() {
    use Rule::*;
    const A: Literal = Literal::Str("type.googleapis.com/a.A");
    const B: Literal = Literal::Str("type.googleapis.com/b.B");
    let any = named("google.protobuf.Any");
    for (old, new, told) in [
        (&[In(&[A])][..], &[In(&[A, B])][..], "rule-loosened"),
        (&[In(&[A, B])], &[In(&[A])], "rule-tightened"),
        (&[In(&[A])], &[In(&[B])], "rule-changed"),
        (&[], &[NotIn(&[A])], "rule-tightened"),
        (&[NotIn(&[A, B])], &[NotIn(&[B])], "rule-loosened"),
    ] {
        assert_eq!(rule(&any, old, new), told, "{old:?} -> {new:?}");
    }
}

#[test]
fn paths_of_a_mask_are_compared() {
    use Rule::*;
    const A: Literal = Literal::Str("a");
    const B: Literal = Literal::Str("b.c");
    let mask = named("google.protobuf.FieldMask");
    for (old, new, told) in [
        (&[In(&[A])][..], &[In(&[A, B])][..], "rule-loosened"),
        (&[In(&[A, B])], &[In(&[A])], "rule-tightened"),
        (&[In(&[A])], &[In(&[B])], "rule-changed"),
        (&[], &[NotIn(&[B])], "rule-tightened"),
        (
            &[Const(Literal::Paths(&["a"]))],
            &[Const(Literal::Paths(&["b"]))],
            "rule-changed",
        ),
    ] {
        assert_eq!(rule(&mask, old, new), told, "{old:?} -> {new:?}");
    }
}

#[test]
fn what_a_wrapper_holds_is_compared() {
    use Rule::*;
    let wrapper = named("google.protobuf.Int32Value");
    let (five, six) = (Gt(Literal::Int(5_000)), Gt(Literal::Int(6_000)));
    assert_eq!(rule(&wrapper, &[five], &[six]), "rule-tightened");
    assert_eq!(rule(&wrapper, &[six], &[five]), "rule-loosened");
}

#[test]
fn an_example_refuses_nothing() {
    use Rule::*;
    let example = Example(&[Literal::Str("ann")]);
    assert_eq!(rule(&Shape::String, &[], &[example]), "rule-equal");
}
