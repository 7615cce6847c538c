//! Acceptances: bound to one change of one item, with a reason; of no use, they are findings.

use super::project::Project;

const TOTAL: &str = "message Order { int64 total = 1; }";

#[test]
fn a_break_is_refused_until_it_is_accepted() {
    let project = Project::locked(TOTAL);
    project.schema("message Order { int32 total = 1; }");
    assert_eq!(
        project.told(),
        ["type-changed: `shop.Order.total`: type i64 -> i32"]
    );
    assert!(project.refused().contains("2147483648"));
    project.schema("message Order { int32 total = 1 [(everwire.field).accept = { change: \"type i64 -> i32\" reason: \"small\" }]; }");
    let checked = project.found();
    assert!(checked.findings.is_empty() && checked.is_stale);
    project.check().record(None).unwrap();
    let lock = std::fs::read_to_string(project.lock()).unwrap();
    assert!(
        lock.contains("shop.Order 1 @2-2 accepted \"type i64 -> i32\" \"small\"\n"),
        "{lock}"
    );
    let checked = project.found_in_history();
    assert!(
        checked.findings.is_empty() && !checked.is_stale,
        "{:?}",
        checked.findings
    );
}

#[test]
fn an_acceptance_may_stay_or_go_once_it_is_in_the_lock() {
    let project = Project::locked(TOTAL);
    let accepted = "message Order { int32 total = 1 [(everwire.field).accept = { change: \"type i64 -> i32\" reason: \"small\" }]; }";
    project.schema(accepted);
    project.check().record(None).unwrap();
    project.schema("message Order { int32 total = 1; }");
    assert_eq!(project.found_in_history().findings, []);
    project.check().record(None).unwrap();
    assert_eq!(project.found_in_history().findings, []);
}

#[test]
fn an_acceptance_of_another_change_is_of_no_use() {
    let project = Project::locked(TOTAL);
    project.schema("message Order { int32 total = 1 [(everwire.field).accept = { change: \"type i64 -> u32\" reason: \"small\" }]; }");
    assert_eq!(
        project.told(),
        [
            "type-changed: `shop.Order.total`: type i64 -> i32",
            "stale-acceptance: nothing changed by `type i64 -> u32`, which is accepted here",
        ]
    );
}

#[test]
fn an_acceptance_does_not_outlive_what_it_accepts() {
    let project = Project::locked(TOTAL);
    let accept = "[(everwire.field).accept = { change: \"type i64 -> i32\" reason: \"small\" }]";
    project.schema(&format!("message Order {{ int32 total = 1 {accept}; }}"));
    project.check().record(None).unwrap();
    // It was accepted that 64 bits became 32, and not that they became unsigned.
    project.schema(&format!("message Order {{ uint32 total = 1 {accept}; }}"));
    let told = project.told();
    assert!(
        told.contains(&"type-changed: `shop.Order.total`: type i32 -> u32".to_owned()),
        "{told:?}"
    );
    assert!(
        told.iter().any(|one| one.starts_with("stale-acceptance: ")),
        "{told:?}"
    );
}

#[test]
fn what_breaks_nothing_needs_no_acceptance() {
    let project = Project::locked("message Order { int32 a = 1; }");
    project.schema("message Order { int32 a = 1; int32 b = 2 [(everwire.field).accept = { change: \"i32 b added\" reason: \"why not\" }]; }");
    assert_eq!(
        project.told(),
        ["stale-acceptance: `i32 b added`, which is accepted here, breaks nothing"]
    );
}

#[test]
fn a_type_that_is_gone_is_accepted_as_it_is_taken_down() {
    let project = Project::locked("message Order { int32 a = 1; } message Log { int32 a = 1; }");
    project.schema("message Order { int32 a = 1; }");
    assert_eq!(
        project.told(),
        ["type-removed: `shop.Log`: nothing reads what was written as `shop.Log`"]
    );
    assert!(
        project
            .refused()
            .contains("run `codegen lock` with `--remove shop.Log --reason \"…\"`")
    );
    project
        .check()
        .remove("shop.Log", "it was never stored")
        .record(None)
        .unwrap();
    let lock = std::fs::read_to_string(project.lock()).unwrap();
    assert!(
        lock.contains("shop.Log @2-2 accepted \"type shop.Log removed\" \"it was never stored\"\n"),
        "{lock}"
    );
    assert_eq!(project.found_in_history().findings, []);
    assert_eq!(project.told(), [""; 0]);
}

#[test]
fn what_is_gone_is_accepted_on_the_type() {
    let project = Project::locked("message Order { int32 a = 1; string note = 2; }");
    project.schema("message Order { int32 a = 1; }");
    assert_eq!(project.told().len(), 1);
    project.schema("message Order { option (everwire.message).accept = { change: \"string note removed\" reason: \"it was never written\" }; int32 a = 1; }");
    assert_eq!(project.told(), [""; 0]);
}
