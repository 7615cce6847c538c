//! What is told of former types: in `SCHEMA`, and of bytes.

use super::*;

#[test]
fn the_schema_says_what_the_type_was() {
    let was: Vec<String> = New::SCHEMA
        .fields()
        .iter()
        .map(|field| format!("{:?}", field.was()))
        .collect();
    assert_eq!(was[0], "[Int(U32)]");
    assert_eq!(was[3], "[List(String)]");
    let tells = |field: &Field| Wire::ALL.map(|wire| field.tells(wire, field.was()[0]));
    let told: Vec<_> = New::SCHEMA.fields().iter().map(tells).collect();
    assert_eq!(
        told,
        [
            [true; 3],
            [true; 3],
            [false, true, true],
            [false, true, true],
            [true, true, false],
            [false, true, true],
            [true, true, false],
        ]
    );
    assert!(!Field::new(1, "id", Type::String).tells(Wire::MsgPack, String::TYPE));
}

#[test]
fn bytes_are_shown_with_the_type_that_they_have() {
    let bytes = Wire::MsgPack.encode(&old()).unwrap();
    let shown = everwire::inspect(Wire::MsgPack, New::SCHEMA, &bytes).unwrap();
    let parts: Vec<&str> = shown.lines().skip(1).map(|line| &line[13..]).collect();
    let expected = [
        "id: 7",
        "note: 8",
        "parts: 9",
        "labels: 0 elements",
        "count: \"10\"",
        "fast: true",
        "level: 0 (Low)",
    ];
    assert_eq!(parts, expected);
}
