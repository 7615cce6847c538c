//! `Build` with a lock: types have the versions that it says, and what breaks is not built.

use everwire_codegen::{Options, compile};

use super::project::Project;

fn compiled(project: &Project) -> Result<String, everwire_codegen::Failure> {
    let options = Options {
        schemas: vec![project.path().join("schemas")],
        lock: Some(project.lock()),
        ..Options::default()
    };
    let plan = compile(&options)?;
    assert!(plan.inputs.contains(&project.lock()));
    Ok(plan.files["shop.rs"].clone())
}

#[test]
fn types_have_the_version_of_the_generation_that_changed_them() {
    let project = Project::locked("message M { int64 a = 1; } message N { int64 a = 1; }");
    let text = compiled(&project).unwrap();
    assert_eq!(text.matches(".with_version(1)").count(), 2, "{text}");
    project.schema("message M { int64 a = 1; string b = 2; } message N { int64 a = 1; }");
    // What is not taken down is of the generation to come.
    assert_eq!(
        compiled(&project)
            .unwrap()
            .matches(".with_version(2)")
            .count(),
        1
    );
    project.check().record(None).unwrap();
    let text = compiled(&project).unwrap();
    assert_eq!(
        (
            text.matches(".with_version(1)").count(),
            text.matches(".with_version(2)").count()
        ),
        (1, 1)
    );
}

#[test]
fn what_breaks_is_not_built() {
    let project = Project::locked("message M { int64 a = 1; }");
    project.schema("message M { int32 a = 1; }");
    let told = compiled(&project).unwrap_err().to_string();
    assert!(
        told.contains("error[type-changed]: `shop.M.a`: type i64 -> i32"),
        "{told}"
    );
}

#[test]
fn a_version_that_is_not_the_locks_is_told_with_the_right_one() {
    let project =
        Project::locked("message M { option (everwire.message).version = 1; int64 a = 1; }");
    assert_eq!(project.told(), [""; 0]);
    project
        .schema("message M { option (everwire.message).version = 1; int64 a = 1; string b = 2; }");
    assert_eq!(
        project.told(),
        ["version-wrong: `shop.M` has version 1, and by the lock it is 2"]
    );
    project
        .schema("message M { option (everwire.message).version = 2; int64 a = 1; string b = 2; }");
    assert_eq!(project.told(), [""; 0]);
    project.check().record(None).unwrap();
    assert_eq!(project.told(), [""; 0]);
}
