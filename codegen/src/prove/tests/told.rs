//! What is told: each thing that changed, once, with its numbers and what came and went.

use everwire::dynamic::Group;
use everwire::validate::{Literal, Rule};

use super::*;

fn told(old: &[Definition], new: &[Definition]) -> Vec<String> {
    let told = compare(old, new).into_iter();
    told.map(|one| format!("{} {}", one.change.rule, one.change.text))
        .collect()
}

#[test]
fn a_type_hides_nothing_else_that_changed() {
    let old = || vec![message("M", vec![field(1, "a", U32)])];
    let mut a = field(1, "a", I64);
    a.presence = Presence::Explicit;
    a.default = Some(Literal::Int(7));
    a.rules = vec![Rule::Lt(Literal::Int(5))];
    let new = [message("M", vec![a])];
    assert_eq!(
        letters(&old(), &new),
        [
            "type-changed \"type u32 -> i64\": sd sd sd",
            "default-changed \"default none -> 7\": ds ss ss",
            "rule-tightened \"rule +lt = 5\": ds ds ds",
        ]
    );
    assert!(compare(&old(), &new).iter().all(|one| one.is_alone));

    let mut b = field(1, "a", I64);
    b.presence = Presence::Required;
    let mut c = field(1, "a", Shape::Option(Box::new(I64)));
    c.oneof = Some("o".into());
    assert_eq!(
        told(&old(), &[message("M", vec![b])]),
        [
            "type-changed type u32 -> i64",
            "presence-changed presence plain -> required"
        ]
    );
    assert_eq!(
        told(&old(), &[message("M", vec![c])]),
        [
            "type-changed type u32 -> option<i64>",
            "oneof-changed no oneof -> oneof o"
        ]
    );
}

#[test]
fn a_change_has_both_numbers() {
    let numbers = |old: &[Definition], new: &[Definition]| -> Vec<_> {
        let told = compare(old, new).into_iter();
        told.map(|one| (one.change.number, one.change.now))
            .collect()
    };
    let one = |number, name: &str| vec![message("M", vec![field(number, name, U32)])];
    assert_eq!(numbers(&one(1, "a"), &one(4, "a")), [(Some(1), Some(4))]);
    assert_eq!(numbers(&one(1, "a"), &one(1, "b")), [(Some(1), Some(1))]);
    assert_eq!(
        numbers(&one(1, "a"), &one(4, "b")),
        [(Some(1), None), (Some(4), Some(4))]
    );
}

#[test]
fn what_came_and_went_is_listed() {
    let with = |aliases: &[&str]| {
        let mut a = field(1, "a", U32);
        a.aliases = aliases.iter().map(|one| (*one).into()).collect();
        vec![message("M", vec![a])]
    };
    let proven = compare(&with(&["x"]), &with(&["old -name"]));
    let change = &proven[0].change;
    assert_eq!(change.text, "alias -x +old -name");
    assert_eq!(
        (&*change.removed, &*change.added),
        (&["x".into()][..], &["old -name".into()][..])
    );
}

/// A message with a oneof, and the enum with data that it is.
fn with_oneof(oneof: &str, members: &[(u32, &str)], others: &[(u32, &str)]) -> Vec<Definition> {
    let variant = |(number, name): &(u32, &str)| field(*number, name, U32);
    let member = |one: &(u32, &str)| {
        let mut member = variant(one);
        (member.oneof, member.presence) = (Some(oneof.into()), Presence::Explicit);
        member
    };
    let optional =
        |(number, name): &(u32, &str)| field(*number, name, Shape::Option(Box::new(U32)));
    let fields = members
        .iter()
        .map(member)
        .chain(others.iter().map(optional));
    vec![
        message("t.M", fields.collect()),
        Definition::new(
            format!("t.M.{oneof}"),
            What::Union(members.iter().map(variant).collect()),
        ),
    ]
}

#[test]
fn a_oneof_is_told_of_its_message() {
    let both = [(1, "a"), (2, "b")];
    let old = with_oneof("o", &both, &[]);
    assert_eq!(oneofs(&old).into_iter().collect::<Vec<_>>(), ["t.M.o"]);
    assert_eq!(
        letters(&old, &with_oneof("p", &both, &[])),
        ["oneof-renamed \"oneof o -> p\": ss ss ss"]
    );
    assert_eq!(
        letters(&old, &with_oneof("p", &[(1, "a"), (2, "b"), (3, "c")], &[])),
        [
            "oneof-renamed \"oneof o -> p\": ss ss ss",
            "field-added \"u32 c added\": ss ss ss"
        ]
    );
    assert_eq!(
        told(&old, &with_oneof("o", &[(1, "a")], &[])),
        ["field-removed u32 b removed"]
    );
    assert_eq!(
        letters(&old, &with_oneof("o", &[(1, "a")], &[(2, "b")])),
        ["oneof-changed \"oneof o -> no oneof\": sd sd sd"]
    );
}

#[test]
fn a_oneof_that_must_be_set_is_renamed_as_any_other() {
    let must = |oneof: &str| {
        let mut all = with_oneof(oneof, &[(1, "a"), (2, "b")], &[]);
        all[0].oneofs.push(Group {
            name: oneof.into(),
            default: None,
        });
        all
    };
    assert_eq!(
        letters(&must("o"), &must("p")),
        ["oneof-renamed \"oneof o -> p\": ss ss ss"]
    );
}

#[test]
fn an_enum_that_a_field_has_is_told_of_itself() {
    let old = with_oneof("o", &[(1, "a")], &[]);
    let mut new = with_oneof("o", &[(1, "a"), (2, "b")], &[]);
    new.push(message(
        "t.Holder",
        vec![field(
            1,
            "o",
            Shape::Option(Box::new(Shape::Named("t.M.o".into()))),
        )],
    ));
    assert!(oneofs(&new).is_empty());
    let told = told(&old, &new);
    assert!(told.contains(&"field-added u32 b added".into()), "{told:?}");
    assert_eq!(told.len(), 3, "{told:?}");
}
