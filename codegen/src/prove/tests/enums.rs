//! Values of enums: one value is what has its name, whatever its number.

use super::*;

/// An enum without data, and a message that holds it.
fn held(name: &str, values: &[(i32, &str)], open: bool) -> Vec<Definition> {
    let listed = |(number, name): &(i32, &str)| Listed {
        number: *number,
        name: (*name).into(),
        aliases: Vec::new(),
    };
    let values = values.iter().map(listed).collect();
    let field = field(1, "e", Shape::Named(name.into()));
    vec![
        message("M", vec![field]),
        Definition::new(name, What::Enum { values, open }),
    ]
}

const OLD: &[(i32, &str)] = &[(0, "Z"), (1, "A"), (2, "B")];

#[test]
fn renumbered_values_go_wrong_on_binary_wires_alone() {
    for open in [true, false] {
        let swapped = letters(
            &held("E", OLD, open),
            &held("E", &[(0, "Z"), (2, "A"), (1, "B")], open),
        );
        assert_eq!(
            swapped,
            [
                "value-renumbered \"number 1 -> 2\": dd dd ss",
                "value-renumbered \"number 2 -> 1\": dd dd ss"
            ]
        );
        let moved = letters(
            &held("E", OLD, open),
            &held("E", &[(0, "Z"), (5, "A"), (2, "B")], open),
        );
        assert_eq!(moved, ["value-renumbered \"number 1 -> 5\": dd dd ss"]);
    }
}

#[test]
fn zero_may_be_another_value() {
    let told = letters(
        &held("E", OLD, true),
        &held("E", &[(1, "Z"), (0, "A"), (2, "B")], true),
    );
    assert_eq!(
        told,
        [
            // ProtoJSON leaves out what is zero.
            "value-renumbered \"number 0 -> 1\": dd dd dd",
            "value-renumbered \"number 1 -> 0\": dd dd dd"
        ]
    );
}

#[test]
fn another_enum_is_compared_by_names() {
    let told = letters(
        &held("E", OLD, true),
        &held("F", &[(0, "Z"), (2, "A"), (1, "B")], true),
    );
    assert_eq!(
        told,
        [
            "type-removed \"type E removed\": -- -- --",
            "type-added \"type F added\": -- -- --",
            "type-changed \"type .E -> .F\": dd dd ss"
        ]
    );
}

#[test]
fn all_values_are_tried() {
    let names: Vec<(i32, String)> = (0..9).map(|at| (at, format!("V{at}"))).collect();
    let mut old: Vec<(i32, &str)> = names.iter().map(|(at, name)| (*at, &**name)).collect();
    let before = held("E", &old, false);
    old[8].0 = 20;
    assert_eq!(
        letters(&before, &held("E", &old, false)),
        ["value-renumbered \"number 8 -> 20\": dd dd ss"]
    );
}
