//! What no wire shows at once: what is free again, and what is taken again.

use super::project::Project;

fn told(before: &str, after: &str) -> Vec<String> {
    let project = Project::locked(before);
    project.schema(after);
    project.told()
}

#[test]
fn what_was_reserved_is_a_set_whatever_its_ranges() {
    for (before, after, expected) in [
        (
            "reserved 2 to 3; int32 a = 1; int32 d = 4;",
            "reserved 2 to 5; int32 a = 1; int32 d = 6;",
            None,
        ),
        (
            "reserved 2, 3; int32 a = 1;",
            "reserved 2 to 3; int32 a = 1;",
            None,
        ),
        (
            "reserved 2 to 5; int32 a = 1;",
            "reserved 2, 3 to 4, 5; int32 a = 1;",
            None,
        ),
        (
            "reserved 2 to 5; int32 a = 1;",
            "reserved 2 to 3; int32 a = 1;",
            Some("4 to 5"),
        ),
        (
            "reserved 2 to 5; int32 a = 1;",
            "int32 a = 1; string b = 5;",
            Some("2 to 5"),
        ),
        (
            "reserved 2 to 5; int32 a = 1;",
            "reserved 2 to 4; int32 a = 1; string b = 5;",
            Some("5"),
        ),
    ] {
        let (before, after) = (
            format!("message M {{ {before} }}"),
            format!("message M {{ {after} }}"),
        );
        let told = told(&before, &after);
        let told: Vec<&String> = told
            .iter()
            .filter(|one| one.starts_with("reserved-removed"))
            .collect();
        let expected = expected.map(|freed| {
            format!("reserved-removed: `shop.M`: what was reserved is free again: {freed}")
        });
        assert_eq!(told, expected.iter().collect::<Vec<_>>(), "{after}");
    }
}

#[test]
fn types_that_hold_each_other_are_told_as_one_when_they_are_gone() {
    let all =
        "message A { B b = 1; int32 x = 2; } message B { A a = 1; } message C { int32 z = 1; }";
    let told = told(all, "message C { int32 z = 1; }");
    assert_eq!(
        told,
        ["type-removed: `shop.A`: nothing reads what was written as `shop.A`"]
    );
}

#[test]
fn a_slot_of_its_own_is_reserved_with_the_number() {
    let before = "message M { int32 a = 1; int32 b = 2 [(everwire.field).slot = 5]; }";
    assert_eq!(
        told(before, "message M { reserved 2; int32 a = 1; }"),
        [
            "unreserved: `shop.M.b`: the slot 5, which was `b`, may be taken again: its old values would be read as the new ones"
        ]
    );
    let reserved = "message M { option (everwire.message).reserved = { number: 2 name: \"b\" slot: 5 }; int32 a = 1; }";
    assert_eq!(told(before, reserved), [""; 0]);
}

#[test]
fn what_was_another_fields_is_found_by_number_slot_and_name() {
    let first = "message M { int32 a = 1; int32 b = 2 [(everwire.field).slot = 5]; }";
    let gone =
        "message M { option (everwire.message).reserved = { number: 2 slot: 5 }; int32 a = 1; }";
    for (last, what) in [
        (
            "message M { reserved 2; int32 a = 1; int32 c = 3 [(everwire.field).slot = 5]; }",
            "the slot 5",
        ),
        (
            "message M { option (everwire.message).reserved = { number: 2 slot: 5 }; int32 a = 1; string b = 3; }",
            "the name `b`",
        ),
        ("message M { int32 a = 1; string b = 2; }", "the number 2"),
    ] {
        let project = Project::locked(first);
        project.schema(gone);
        project.check().record(None).unwrap();
        project.schema(last);
        let told = project.told();
        let expected = format!("number-reused: {what} of `shop.M` was another field's: ");
        assert!(
            told.iter().any(|one| one.starts_with(&expected)),
            "{what}: {told:#?}"
        );
    }
}

#[test]
fn what_was_another_fields_is_found_under_a_new_name_of_the_type() {
    let project = Project::locked("message A { int32 x = 1; string y = 2; }");
    project.schema("message A { reserved 2; reserved \"y\"; int32 x = 1; }");
    project.check().record(None).unwrap();
    project.schema(
        "message B { option (everwire.message).alias = \"shop.A\"; int32 x = 1; int32 y = 2; }",
    );
    let told = project.told();
    let expected = "number-reused: the number 2 of `shop.B` was another field's: ";
    assert!(
        told.iter().any(|one| one.starts_with(expected)),
        "{told:#?}"
    );
}

#[test]
fn the_numbers_of_extensions_stay_theirs() {
    let of = |ranges: &str| {
        let text = format!(
            "syntax = \"proto2\"; package shop; message M {{ optional int32 a = 1; extensions {ranges}; }}"
        );
        let project = Project::new();
        (project, text)
    };
    let (project, text) = of("100 to 200");
    project.write("schemas/shop.proto", &text);
    project.check().record(None).unwrap();
    for (ranges, closed) in [
        ("100 to 149, 150 to 300", None),
        ("150 to 200", Some("100 to 149")),
        (
            "120 to 150, 160 to 170",
            Some("100 to 119, 151 to 159, 171 to 200"),
        ),
    ] {
        project.write("schemas/shop.proto", &of(ranges).1);
        let expected = closed.map(|closed| {
            format!(
                "extensions-changed: `shop.M`: extensions may have these numbers no more: {closed}"
            )
        });
        assert_eq!(
            project.told(),
            expected.into_iter().collect::<Vec<_>>(),
            "{ranges}"
        );
    }
}

#[test]
fn extensions_are_fields_wherever_they_are_declared() {
    let project = Project::new();
    let schema = |extension: &str| {
        let text = format!(
            "syntax = \"proto2\"; package shop; import \"everwire/options.proto\";
             message M {{ optional int32 a = 1; extensions 100 to 200; }}
             extend M {{ {extension} }}"
        );
        project.write("schemas/shop.proto", &text);
    };
    schema("optional string e = 100;");
    project.check().record(None).unwrap();
    schema("optional uint32 e = 100;");
    let changed = "type-changed: `shop.e.[shop.e]`: type option<string> -> option<u32>";
    assert_eq!(project.told(), [changed]);
    schema(
        "optional uint32 e = 100 [(everwire.field).accept = { change: \"type option<string> -> option<u32>\" reason: \"never set\" }];",
    );
    assert_eq!(project.told(), [""; 0]);
    schema("optional string e = 101;");
    let told = project.told();
    assert!(
        told.len() == 1 && told[0].starts_with("field-renumbered: "),
        "{told:#?}"
    );
    schema("optional string f = 100;");
    let told = project.told();
    assert_eq!(
        told,
        ["type-removed: `shop.e`: nothing reads what was written as `shop.e`"]
    );
}
