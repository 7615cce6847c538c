//! Git: the schemas of another revision in the lock's place.

use super::project::{Project, failure, git, told};

fn against(project: &Project, revision: &str) -> Vec<String> {
    told(&project.check().against(revision).run().unwrap().0)
}

fn committed(body: &str) -> Option<Project> {
    let project = Project::new();
    project.git(&["init", "-q"])?;
    project.schema(body);
    project.git(&["add", "."])?;
    project.git(&["commit", "-qm", "first"])?;
    Some(project)
}

#[test]
fn schemas_are_compared_with_a_tag_a_commit_and_where_a_branch_parted() {
    let Some(project) = committed("message M { int64 a = 1; }") else {
        return;
    };
    project.git(&["tag", "v1"]);
    project.git(&["checkout", "-qb", "mine"]);
    project.schema("message M { int64 a = 1; string b = 2; }");
    project.git(&["commit", "-qam", "mine"]);
    // What happens on the other branch meanwhile is no change of this one.
    project.git(&["checkout", "-q", "main"]);
    project.schema("message M { int64 a = 1; bool c = 3; }");
    project.git(&["commit", "-qam", "theirs"]);
    project.git(&["tag", "theirs"]);
    project.git(&["checkout", "-q", "mine"]);
    assert_eq!(against(&project, "main"), [""; 0]);
    assert_eq!(against(&project, "theirs").len(), 1);
    project.schema("message M { int32 a = 1; string b = 2; }");
    for revision in ["main", "v1", "HEAD", "HEAD~1"] {
        assert_eq!(
            against(&project, revision),
            ["type-changed: `shop.M.a`: type i64 -> i32"],
            "{revision}"
        );
    }
    let (checked, _) = project.check().against("v1").run().unwrap();
    let labels: Vec<_> = checked.findings[0]
        .labels
        .iter()
        .map(|label| label.file.rsplit('/').next().unwrap().to_owned() + " " + &label.text)
        .collect();
    assert_eq!(labels, ["shop.proto ", "shop.proto was, at v1"]);
    assert!(checked.findings[0].labels[1].file.starts_with("v1:"));
}

#[test]
fn what_git_does_not_have_is_told_with_what_to_fetch() {
    let Some(project) = committed("message M { int64 a = 1; }") else {
        return;
    };
    assert_eq!(
        failure(project.check().against("v9").run()),
        "error: the repository does not have the revision `v9`\nhelp: name a commit, a tag or a branch; `git fetch --tags` fetches what is elsewhere"
    );
    project.schema("message M { int64 a = 1; string b = 2; }");
    project.git(&["commit", "-qam", "second"]);
    let shallow = Project::new();
    let from = format!("file://{}", project.path().display());
    git(
        shallow.path(),
        &["clone", "-q", "--depth", "1", &from, "clone"],
    );
    let check = everwire_codegen::Check::new().sources([shallow.path().join("clone/schemas")]);
    assert_eq!(
        failure(check.against("HEAD~1").run()),
        "error: this clone is shallow, and the revision `HEAD~1` is not in it\nhelp: fetch it: `git fetch --unshallow --tags`, or in a workflow `fetch-depth: 0`"
    );
    let nowhere = Project::new();
    nowhere.schema("message M {}");
    let told = failure(nowhere.check().against("main").run());
    assert!(
        told.starts_with("error: git: fatal: not a git repository"),
        "{told}"
    );
}

#[test]
fn what_was_not_read_is_no_ground_for_a_clean_check() {
    let Some(project) = committed("message M { int64 a = 1; }") else {
        return;
    };
    // Moved sources, as a whole and in part.
    project.git(&["mv", "schemas", "protos"]);
    let moved = |paths: &[&str]| {
        let sources = paths.iter().map(|path| project.path().join(path));
        let check = everwire_codegen::Check::new().sources(sources.collect::<Vec<_>>());
        check.against("HEAD").run()
    };
    assert_eq!(
        failure(moved(&["protos"])),
        "error: `HEAD` has none of the sources\nhelp: name what the sources were called then, too; without sources there is nothing to compare with"
    );
    project.git(&["checkout", "-q", "HEAD", "schemas"]);
    project.git(&["mv", "-f", "protos/shop.proto", "protos/other.proto"]);
    project.write(
        "protos/other.proto",
        "syntax = \"proto3\"; package other; message M {}",
    );
    let (checked, _) = moved(&["protos", "schemas"]).unwrap();
    let notes: Vec<_> = checked
        .notes
        .iter()
        .map(|one| one.message.as_str())
        .collect();
    assert!(
        notes.len() == 1 && notes[0].starts_with("`HEAD` has no `") && notes[0].contains("protos"),
        "{notes:?}"
    );
    // A mistake of then.
    let Some(project) = committed("message M { int64 a = 0; }") else {
        return;
    };
    project.schema("message M { int64 a = 1; }");
    let told = failure(project.check().against("HEAD").run());
    assert!(
        told.starts_with("error: the sources of `HEAD` have a mistake: "),
        "{told}"
    );
}

#[test]
fn what_a_file_imports_is_read_with_it() {
    let project = Project::new();
    let head = "syntax = \"proto3\"; package shop;\n";
    project.write(
        "schemas/a.proto",
        &format!("{head}import \"b.proto\"; message A {{ B b = 1; }}"),
    );
    project.write(
        "schemas/b.proto",
        &format!("{head}message B {{ int64 x = 1; }}"),
    );
    project.write(
        "kept/c.proto",
        &format!("{head}message C {{ int64 x = 1; }}"),
    );
    #[cfg(unix)]
    std::os::unix::fs::symlink("../kept/c.proto", project.path().join("schemas/c.proto")).unwrap();
    if project.git(&["init", "-q"]).is_none() {
        return;
    }
    project.git(&["add", "."]);
    project.git(&["commit", "-qm", "first"]);
    let file = || {
        let check =
            everwire_codegen::Check::new().sources([project.path().join("schemas/a.proto")]);
        check.against("HEAD").run().unwrap().0
    };
    assert_eq!((told(&file()), file().changes), (vec![], 0));
    project.write(
        "schemas/b.proto",
        &format!("{head}message B {{ int32 x = 1; }}"),
    );
    assert_eq!(told(&file()), ["type-changed: `shop.B.x`: type i64 -> i32"]);
    if cfg!(unix) {
        project.write(
            "kept/c.proto",
            &format!("{head}message C {{ int32 x = 1; }}"),
        );
        assert_eq!(
            against(&project, "HEAD"),
            [
                "type-changed: `shop.B.x`: type i64 -> i32",
                "type-changed: `shop.C.x`: type i64 -> i32"
            ]
        );
    }
}
