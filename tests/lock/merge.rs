//! Git: locks that are merged, and the steps that are told where that cannot be.

use super::project::{Project, failure};

/// A message of its own file, so that only the lock can collide.
fn message(project: &Project, name: &str, fields: &str) {
    let text = format!("syntax = \"proto3\"; package shop;\nmessage {name} {{ {fields} }}\n");
    project.write(&format!("schemas/{name}.proto"), &text);
}

/// Two branches that each change something, `one` and `main`, which is checked out.
fn branched(one: impl Fn(&Project), other: impl Fn(&Project)) -> Option<Project> {
    let project = Project::new();
    project.git(&["init", "-q"])?;
    message(&project, "M", "int64 a = 1;");
    message(&project, "N", "int64 a = 1; string b = 2;");
    project.take_down_and_commit();
    project.git(&["checkout", "-qb", "one"])?;
    one(&project);
    project.take_down_and_commit();
    project.git(&["checkout", "-q", "main"])?;
    other(&project);
    project.take_down_and_commit();
    Some(project)
}

/// Takes the lock of a branch as it is.
fn take_lock_of(project: &Project, branch: &str) {
    project.git(&["checkout", branch, "--", "everwire.lock", "everwire.golden"]);
}

/// What the lock says after it was brought up to date, and nothing is found in any generation.
fn taken_down(project: &Project) -> String {
    project.check().record(None).unwrap();
    let checked = project.found_in_history();
    assert!(
        checked.findings.is_empty() && !checked.is_stale,
        "{checked:?}"
    );
    std::fs::read_to_string(project.lock()).unwrap()
}

fn assert_has(lock: &str, lines: &[&str]) {
    for line in lines {
        assert_eq!(lock.matches(line).count(), 1, "{line}{lock}");
    }
}

/// Git itself merges the locks of two branches.
#[test]
fn locks_merge_where_branches_touch_different_types() {
    let project = branched(
        |project| message(project, "M", "int64 a = 1; string b = 2;"),
        |project| message(project, "N", "int64 a = 1; string b = 2; bool c = 3;"),
    );
    let Some(project) = project else { return };
    project.git(&["merge", "-q", "one"]);
    let lock = taken_down(&project);
    assert_has(
        &lock,
        &[
            "generation 2\n",
            "shop.M 2 @2 name b\n",
            "shop.N 3 @2 name c\n",
        ],
    );
}

#[test]
fn branches_that_take_one_number_conflict() {
    let project = branched(
        |project| message(project, "M", "int64 a = 1; string b = 2;"),
        |project| message(project, "M", "int64 a = 1; bool c = 2;"),
    );
    let Some(project) = project else { return };
    assert!(!project.tries_git(&["merge", "-q", "one"]));
    message(&project, "M", "int64 a = 1; bool c = 2;");
    let told = failure(project.check().run());
    assert!(
        told.contains("the lock has a merge conflict: two branches changed the same thing\nhelp: where both took a new number, give one of the two another; take the lock of the branch that keeps its own, `git checkout main -- everwire.lock everwire.golden`, and run `codegen lock`"),
        "{told}"
    );
    take_lock_of(&project, "main");
    message(&project, "M", "int64 a = 1; bool c = 2; string b = 3;");
    assert_has(
        &taken_down(&project),
        &["shop.M 2 @2 name c\n", "shop.M 3 @3 name b\n"],
    );
}

#[test]
fn a_release_keeps_its_generation_where_another_branch_began_the_same() {
    let project = branched(
        |project| {
            message(project, "M", "int64 a = 1; string b = 2;");
            project.check().record(Some("v2")).unwrap();
        },
        |project| {
            message(project, "N", "int64 a = 1; string b = 2; bool c = 3;");
            project.check().record(None).unwrap();
            message(project, "M", "int64 a = 1; string d = 3;");
        },
    );
    let Some(project) = project else { return };
    assert!(!project.tries_git(&["merge", "-q", "one"]));
    message(&project, "M", "int64 a = 1; string b = 2; string d = 3;");
    let told = failure(project.check().run());
    assert!(
        told.contains("the lock has a merge conflict: two branches began the generation 2, and call it otherwise\nhelp: take the lock of the branch that was released as it is, `git checkout main -- everwire.lock everwire.golden`, and run `codegen lock`"),
        "{told}"
    );
    take_lock_of(&project, "one");
    // Golden bytes of the generation 3 that the other branch had are still there, and are of no generation.
    let left = project.path().join("everwire.golden/shop.M/3.txt");
    let before = std::fs::read_to_string(&left).unwrap();
    assert_has(
        &taken_down(&project),
        &[
            "generation 2 v2\ngeneration 3\n",
            "shop.M 2 @2 name b\n",
            "shop.M 3 @3 name d\n",
            "shop.N 3 @3 name c\n",
        ],
    );
    assert_ne!(std::fs::read_to_string(&left).unwrap(), before);
}

/// A lock that has the lines of both branches: a type is gone, and has a new field.
fn removed_and_changed() -> Option<Project> {
    let project = branched(
        |project| {
            std::fs::remove_file(project.path().join("schemas/N.proto")).unwrap();
            let check = project.check().remove("shop.N", "it was never stored");
            check.record(None).unwrap();
        },
        |project| {
            message(project, "N", "int64 a = 1; string b = 2; bool c = 3;");
            project.write(".gitattributes", "everwire.lock merge=union\n");
        },
    )?;
    // The file of the type is what git cannot merge; the lock it can.
    assert!(!project.tries_git(&["merge", "-q", "one"]));
    let told = failure(project.check().run());
    let path = project.lock().display().to_string();
    let told = told.replace(&path, "everwire.lock");
    assert!(
        told.starts_with("error: everwire.lock:20: `shop.N` is said to have `message` both in `@1-1` and in `@1` (line 11)\nhelp: take the lock of one branch as it is, `git checkout main -- everwire.lock everwire.golden`, and run `codegen lock`"),
        "{told}"
    );
    Some(project)
}

#[test]
fn a_type_that_one_branch_removed_may_stay() {
    for branch in ["main", "one"] {
        let Some(project) = removed_and_changed() else {
            return;
        };
        take_lock_of(&project, branch);
        let lock = taken_down(&project);
        assert!(lock.contains(" name c\n"), "{lock}");
    }
}

#[test]
fn a_type_that_one_branch_removed_may_go() {
    let Some(project) = removed_and_changed() else {
        return;
    };
    std::fs::remove_file(project.path().join("schemas/N.proto")).unwrap();
    take_lock_of(&project, "one");
    let lock = taken_down(&project);
    assert!(!lock.contains(" name c\n"), "{lock}");
}
