//! What older generations had: numbers that come back, steps that are small one by one.

use super::project::{Project, told};

#[test]
fn a_number_that_was_another_fields_is_found_in_the_history() {
    let project = Project::locked("message M { string a = 1; string b = 2; }");
    project.schema("message M { reserved 2; reserved \"b\"; string a = 1; }");
    project.check().record(None).unwrap();
    project.schema("message M { string a = 1; int32 c = 2; }");
    let told = project.told();
    assert!(
        told.iter().any(|one| one.starts_with(
            "number-reused: the number 2 of `shop.M` was another field's: name b -> c, type string -> i32"
        )),
        "{told:?}"
    );
    // The same field may come back.
    project.schema("message M { string a = 1; string b = 2; }");
    assert_eq!(project.told(), [""; 0]);
}

#[test]
fn a_field_that_comes_back_under_another_name_is_another_on_json() {
    let project = Project::locked("message M { string a = 1; string b = 2; }");
    project.schema("message M { reserved 2; reserved \"b\"; string a = 1; }");
    project.check().record(None).unwrap();
    project.schema("message M { string a = 1; string c = 2; }");
    let told = project.told();
    assert!(
        told.iter().any(|one| one.starts_with(
            "number-reused: the number 2 of `shop.M` was another field's: name b -> c"
        )),
        "{told:?}"
    );
}

#[test]
fn steps_that_are_accepted_one_by_one_are_accepted_together() {
    let steps = |first: &str, steps: [(&str, &str); 2]| {
        let project = Project::locked(&format!("message M {{ {first}; }}"));
        for (field, change) in steps {
            let accept =
                format!("(everwire.field).accept = {{ change: \"{change}\" reason: \"small\" }}");
            let field = match field.strip_suffix(']') {
                Some(field) => format!("{field}, {accept}]"),
                None => format!("{field} [{accept}]"),
            };
            project.schema(&format!("message M {{ {field}; }}"));
            project.check().record(None).unwrap();
        }
        told(&project.found_in_history())
    };
    let types = [
        ("int32 a = 1", "type i64 -> i32"),
        ("uint32 a = 1", "type i32 -> u32"),
    ];
    assert_eq!(steps("int64 a = 1", types), [""; 0]);
    let at_most =
        |most: u32| format!("string a = 1 [(everwire.field).validate.string.max_len = {most}]");
    let rules = [
        (&*at_most(32), "rule -max_len = 64 +max_len = 32"),
        (&*at_most(16), "rule -max_len = 32 +max_len = 16"),
    ];
    assert_eq!(steps(&at_most(64), rules), [""; 0]);
}

#[test]
fn a_retired_generation_is_read_but_reads_no_more() {
    let project = Project::locked("message M { int32 a = 1; }");
    project.schema("message M { int32 a = 1; string b = 2; }");
    project.check().record(Some("v2")).unwrap();
    project.schema("message M { int64 a = 1 [(everwire.field).accept = { change: \"type i32 -> i64\" reason: \"readers first\" }]; string b = 2; }");
    project.check().record(None).unwrap();
    project.schema("message M { int64 a = 1; string b = 2; }");
    assert_eq!(told(&project.found_in_history()), [""; 0]);
    assert_eq!(project.check().retire("v2").unwrap(), 2);
    let lock = std::fs::read_to_string(project.lock()).unwrap();
    assert!(
        lock.contains("generation 1 retired\ngeneration 2 retired v2\ngeneration 3\n"),
        "{lock}"
    );
    assert_eq!(told(&project.found_in_history()), [""; 0]);
}
