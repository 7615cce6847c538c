//! Golden bytes: written once, read by every generation that follows.

use std::fs;

use super::project::{Project, told};

fn files(project: &Project) -> Vec<String> {
    let directory = project.path().join("everwire.golden/shop.M");
    let mut names: Vec<_> = fs::read_dir(directory)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn each_generation_that_changes_a_type_has_bytes_of_its_own() {
    let project = Project::locked("message M { int32 a = 1; } message N { int32 a = 1; }");
    assert_eq!(files(&project), ["1.txt"]);
    let path = project.path().join("everwire.golden/shop.M/1.txt");
    let first = fs::read_to_string(&path).unwrap();
    assert!(
        first.starts_with("everwire golden 1\nprotobuf 0801\nmsgpack 9101\njson {\"a\":1}\n"),
        "{first}"
    );
    project.schema("message M { int32 a = 1; string b = 2; } message N { int32 a = 1; }");
    project.check().record(None).unwrap();
    assert_eq!(files(&project), ["1.txt", "2.txt"]);
    assert_eq!(fs::read_to_string(&path).unwrap(), first);
    assert!(!project.path().join("everwire.golden/shop.N/2.txt").exists());
    assert_eq!(told(&project.found_in_history()), [""; 0]);
}

#[test]
fn bytes_that_were_changed_are_found() {
    let project = Project::locked("message M { int32 a = 1; }");
    project.write(
        "everwire.golden/shop.M/1.txt",
        "everwire golden 1\nprotobuf 088100\nmsgpack 9101\n",
    );
    assert_eq!(
        told(&project.found_in_history()),
        ["golden-changed: `shop.M` of generation 1 on protobuf: it is written otherwise now"]
    );
    project.write(
        "everwire.golden/shop.M/1.txt",
        "everwire golden 1\nmsgpack 92\n",
    );
    assert_eq!(
        told(&project.found_in_history()),
        [
            "golden-changed: `shop.M` of generation 1 on msgpack: M: the input ends within a value (msgpack, byte 1)"
        ]
    );
    project.write(
        "everwire.golden/shop.M/1.txt",
        "everwire golden 1\nmsgpack 9\n",
    );
    assert_eq!(
        told(&project.found_in_history()),
        ["golden-changed: this is no line of a golden file"]
    );
}

#[test]
fn bytes_that_are_missing_are_found_and_not_written_anew() {
    let project = Project::locked("message M { int32 a = 1; }");
    project.schema("message M { int32 a = 1; string b = 2; }");
    project.check().record(None).unwrap();
    std::fs::remove_file(project.path().join("everwire.golden/shop.M/1.txt")).unwrap();
    assert_eq!(
        told(&project.found_in_history()),
        ["golden-changed: the golden bytes of `shop.M` of generation 1 are missing"]
    );
    project.check().record(None).unwrap();
    assert_eq!(files(&project), ["2.txt"]);
    let help = project.found_in_history().findings[0].help.clone().unwrap();
    assert!(
        help.starts_with("restore it as it was committed, `git log -- ")
            && help.ends_with("those of earlier generations are never written anew"),
        "{help}"
    );
}

#[test]
fn missing_bytes_of_the_newest_generation_are_written_again() {
    let project = Project::locked("message M { int32 a = 1; }");
    std::fs::remove_file(project.path().join("everwire.golden/shop.M/1.txt")).unwrap();
    let help = project.found_in_history().findings[0].help.clone();
    assert_eq!(
        help.as_deref(),
        Some("run `codegen lock`, which writes those of the newest generation")
    );
    project.check().record(None).unwrap();
    assert_eq!(told(&project.found_in_history()), [""; 0]);
}

#[test]
fn types_that_differ_in_case_have_files_of_their_own() {
    let project = Project::locked("message M { int32 a = 1; } message m { string b = 1; }");
    assert_eq!(files(&project), ["1.txt"]);
    let directory = project.path().join("everwire.golden");
    let names = fs::read_dir(directory).unwrap();
    let names = names.map(|entry| entry.unwrap().file_name().to_string_lossy().to_lowercase());
    let names: std::collections::BTreeSet<String> = names.collect();
    assert_eq!(names.len(), 2, "{names:?}");
    assert_eq!(told(&project.found_in_history()), [""; 0]);
}

#[test]
fn a_label_names_one_generation() {
    let project = Project::locked("message M { int32 a = 1; }");
    project.check().record(Some("v1")).unwrap();
    project.check().record(Some("v1")).unwrap();
    project.schema("message M { int32 a = 1; string b = 2; }");
    let told = project.check().record(Some("v1")).unwrap_err().to_string();
    assert_eq!(
        told,
        "error: generation 1 is called `v1`\nhelp: name the newest one otherwise, as the release that has it"
    );
}

#[test]
fn bytes_of_an_accepted_break_are_no_finding() {
    let project = Project::locked("message M { int64 a = 1; }");
    project.schema("message M { int32 a = 1 [(everwire.field).accept = { change: \"type i64 -> i32\" reason: \"small\" }]; }");
    project.check().record(None).unwrap();
    assert_eq!(told(&project.found_in_history()), [""; 0]);
}
