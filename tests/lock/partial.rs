//! A part of the types: compiled ones, what sources do not tell, and the schemas of a build.

use everwire::Codec;
use everwire_codegen::{Check, Options, compile};

use super::project::{Project, failure, told};

mod first {
    use everwire::Codec;

    #[derive(Codec)]
    #[codec(name = "cache.Page")]
    pub struct Page<T> {
        #[codec(1)]
        pub items: Vec<T>,
    }
}

mod second {
    use everwire::Codec;

    #[derive(Codec)]
    #[codec(name = "cache.Page")]
    pub struct Page<T> {
        #[codec(1)]
        pub items: T,
    }

    #[derive(Codec)]
    #[codec(name = "cache.Page")]
    pub struct Accepted {
        #[codec(1, accept("type list<u32> -> u64", reason = "nothing is stored"))]
        pub items: u64,
    }
}

const RUST: &str = "#[derive(Codec)] #[codec(name = \"cache.Page\")] pub struct Page<T> { #[codec(1)] items: Vec<T> }
                    #[derive(Codec)] #[codec(name = \"cache.Key\")] pub struct Key { #[codec(1)] id: u32 }";

/// A project whose lock has a message of a schema, a struct of Rust, and a compiled instance of a generic one.
fn project() -> Project {
    let project = Project::new();
    project.schema("message M { int64 a = 1; }");
    project.write("src/lib.rs", RUST);
    check(&project)
        .types([first::Page::<u32>::SCHEMA])
        .record(None)
        .unwrap();
    project
}

fn check(project: &Project) -> Check {
    let sources = ["schemas", "src"].map(|path| project.path().join(path));
    Check::new().lock(project.lock()).sources(sources)
}

fn lock(project: &Project) -> String {
    std::fs::read_to_string(project.lock()).unwrap()
}

#[test]
fn what_sources_do_not_tell_is_taken_as_the_lock_has_it_and_said() {
    let project = project();
    let (checked, _) = check(&project).run().unwrap();
    assert_eq!((told(&checked), checked.is_stale), (vec![], false));
    let notes: Vec<_> = checked
        .notes
        .iter()
        .map(|one| (&*one.rule, &one.notes))
        .collect();
    let [(rule, notes)] = notes[..] else {
        panic!("{notes:?}")
    };
    assert_eq!(rule, "unresolved");
    let lock_path = project.lock().display().to_string();
    assert_eq!(
        notes[..],
        [format!("taken as `{lock_path}` has it: `cache.Page<u32>`")]
    );
    // The others are compared, and taken down.
    project.write("src/lib.rs", &RUST.replace("id: u32", "id: String"));
    let (checked, _) = check(&project).run().unwrap();
    assert_eq!(
        told(&checked),
        ["type-changed: `cache.Key.id`: type u32 -> string"]
    );
    project.write(
        "src/lib.rs",
        &RUST.replace("id: u32", "id: u32, #[codec(2)] at: u64"),
    );
    let recorded = check(&project).record(None).unwrap();
    assert_eq!((recorded.generation, recorded.types), (2, 3));
    assert_eq!(recorded.notes.findings.len(), 1);
    assert!(lock(&project).contains("cache.Page<u32> @1 generic cache.Page u32\n"));
}

#[test]
fn what_neither_sources_nor_the_lock_tell_is_refused() {
    let project = Project::new();
    project.schema("message M { int64 a = 1; }");
    project.write("src/lib.rs", RUST);
    let told = failure(check(&project).record(None));
    assert!(
        told.starts_with("error[unresolved]: `Page` cannot be told from source: it has parameters"),
        "{told}"
    );
    // That another type is named in the message does not tell this one.
    let holder = "use chrono::Key; #[derive(Codec)] #[codec(name = \"cache.Key\")] pub struct Own { #[codec(1)] id: u32 }
                  #[derive(Codec)] #[codec(name = \"cache.Holder\")] pub struct Holder { #[codec(1)] key: Key }";
    project.write("src/lib.rs", holder);
    let told = failure(check(&project).record(None));
    assert!(
        told.contains("`key` of `Holder` cannot be told from source"),
        "{told}"
    );
}

#[test]
fn compiled_types_are_not_all() {
    let project = project();
    let compiled = || Check::new().lock(project.lock());
    compiled().types([first::Page::<u32>::SCHEMA]).assert();
    let (checked, _) = compiled()
        .types([second::Page::<u32>::SCHEMA])
        .run()
        .unwrap();
    assert_eq!(
        told(&checked),
        ["type-changed: `cache.Page<u32>.items`: type list<u32> -> u32"]
    );
    // What is taken down leaves the rest as it is.
    let before = lock(&project);
    let recorded = compiled()
        .types([first::Page::<u32>::SCHEMA, first::Page::<u64>::SCHEMA])
        .record(None)
        .unwrap();
    assert_eq!((recorded.generation, recorded.types), (2, 4));
    let after = lock(&project);
    assert!(before.lines().all(|line| after.contains(line)), "{after}");
    let (checked, _) = check(&project).run().unwrap();
    assert_eq!(told(&checked), [""; 0]);
}

#[test]
fn a_compiled_type_says_what_it_accepts() {
    #[derive(Codec)]
    #[codec(name = "cache.Page")]
    struct Old {
        #[codec(1)]
        items: Vec<u32>,
    }
    let project = Project::new();
    let compiled = || Check::new().lock(project.lock());
    compiled().types([Old::SCHEMA]).record(None).unwrap();
    compiled()
        .types([second::Accepted::SCHEMA])
        .record(None)
        .unwrap();
    assert!(lock(&project).contains("accepted \"type list<u32> -> u64\" \"nothing is stored\"\n"));
    compiled().types([second::Accepted::SCHEMA]).assert();
}

#[test]
fn a_build_looks_at_its_schemas_alone() {
    let project = project();
    let options = Options {
        schemas: vec![project.path().join("schemas")],
        lock: Some(project.lock()),
        ..Options::default()
    };
    compile(&options).unwrap();
    project.schema("message M { bool a = 1; }");
    let told = compile(&options).unwrap_err().to_string();
    assert!(
        told.contains("error[type-changed]: `shop.M.a`: type i64 -> bool"),
        "{told}"
    );
}

#[test]
fn a_type_that_is_gone_is_told_where_all_are_looked_at() {
    let project = project();
    project.schema("message N { int64 a = 1; }");
    let (checked, _) = check(&project).run().unwrap();
    assert!(
        checked
            .findings
            .iter()
            .any(|one| one.rule == "type-removed")
    );
    let remove = |name: &str| {
        check(&project)
            .remove(name, "it was never stored")
            .record(None)
    };
    assert_eq!(
        failure(remove("shop.v1.M")),
        "error: the newest generation has no type `shop.v1.M`\nhelp: did you mean `shop.M`?"
    );
    assert_eq!(
        failure(remove("shop.N")),
        "error: `shop.N` is not gone: the sources declare it\nhelp: take it out of the sources, or out of `--remove`"
    );
    remove("shop.M").unwrap();
    let (checked, _) = check(&project).run().unwrap();
    assert_eq!(told(&checked), [""; 0]);
}
