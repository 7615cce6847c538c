//! Which files are read, and as what.

use std::fs;
use std::path::PathBuf;

use super::{Project, one, project, read, told};
use crate::disk;
use crate::options::Options;

fn names(said: &Project) -> Vec<String> {
    let names = said.types.iter().map(|one| one.definition.full_name());
    names.collect()
}

fn of(name: &str) -> String {
    format!("#[derive(Codec)] struct {name} {{ a: u8 }}")
}

#[test]
fn modules_have_the_files_that_the_compiler_takes() {
    let said = read(
        "files-modules",
        &[
            (
                "src/lib.rs",
                "#[path = \"odd/file.rs\"] mod a; #[path = \"d\"] mod e { pub mod f; } mod g; mod h { mod i; #[path = \"j.rs\"] mod k; }",
            ),
            ("src/odd/file.rs", &format!("mod b; {}", of("A"))),
            ("src/odd/b.rs", &format!("mod c; {}", of("B"))),
            ("src/odd/b/c.rs", &of("C")),
            ("src/odd/file/b.rs", &of("NotB")),
            ("src/d/f.rs", &of("F")),
            ("src/e/f.rs", &of("NotF")),
            (
                "src/g.rs",
                "mod x { mod y; #[path = \"z.rs\"] mod z; } #[path = \"w.rs\"] mod w;",
            ),
            ("src/g/x/y.rs", &of("Y")),
            ("src/g/x/z.rs", &of("Z")),
            ("src/w.rs", &of("W")),
            ("src/h/i.rs", &of("I")),
            ("src/h/j.rs", &of("J")),
            (
                "src/bin/tool.rs",
                "mod common; #[derive(Codec)] struct Tool { a: common::Common }",
            ),
            (
                "src/bin/common.rs",
                "#[derive(Codec)] pub struct Common { a: u8 }",
            ),
            (
                "src/bin/tool/common.rs",
                "#[derive(Codec)] pub struct NotCommon { a: u8 }",
            ),
        ],
    );
    assert_eq!(said.messages(), [""; 0]);
    let found = names(&said);
    // What no module declares is read as a root of its own.
    let expected = [
        "Common",
        "Tool",
        "NotCommon",
        "NotF",
        "A",
        "B",
        "C",
        "F",
        "Y",
        "Z",
        "W",
        "I",
        "J",
        "NotB",
    ];
    let sorted = |mut names: Vec<String>| {
        names.sort();
        names
    };
    let expected = expected.map(str::to_owned).to_vec();
    assert_eq!(sorted(found), sorted(expected));
    assert_eq!(said.shapes("Tool"), ["Common"]);
}

#[test]
fn what_decides_on_a_file_is_a_doubt() {
    let said = read(
        "files-conditional",
        &[
            (
                "src/lib.rs",
                "#[cfg_attr(unix, path = \"unix.rs\")] mod sys; #[cfg_attr(not(test), path = \"sure.rs\")] mod one; use sys::Id;
                 #[derive(Codec)] struct Order { a: Id }",
            ),
            ("src/unix.rs", "pub type Id = u8; #[derive(Codec)] struct Unix { a: u8 }"),
            ("src/sys.rs", "pub type Id = u16; #[derive(Codec)] struct Other { a: u8 }"),
            ("src/sure.rs", &of("Sure")),
            ("part.rs", "mod inner;"),
            ("inner.rs", &of("Beside")),
            ("part/inner.rs", &of("Below")),
        ],
    );
    let why = "`cfg_attr` decides on the file of `sys`";
    told(
        &said,
        &[
            ("`Beside`", "`inner` has two files"),
            ("`Below`", "`inner` has two files"),
            ("`a` of `Order`", "`Id` is declared twice in its module"),
            ("`Other`", why),
            ("`Unix`", why),
        ],
    );
    assert_eq!(names(&said), ["Sure"]);
}

#[test]
fn a_module_of_two_crates_is_told_once() {
    let said = read(
        "files-twice",
        &[
            ("src/lib.rs", "mod types;"),
            ("src/main.rs", "mod types;"),
            (
                "src/types.rs",
                "#[derive(Codec)] struct A { a: chrono::Utc } #[derive(Codec)] struct B { #[codec(0)] a: u8 }",
            ),
        ],
    );
    assert_eq!(said.messages().len(), 2, "{:?}", said.messages());
}

#[test]
fn what_cannot_be_read_and_no_module_declares_is_named() {
    let directory = disk::scratch("files-unread");
    fs::create_dir_all(directory.join("src/x.rs")).unwrap();
    fs::write(directory.join("src/lib.rs"), of("A")).unwrap();
    fs::write(directory.join("src/x.rs/deep.rs"), of("B")).unwrap();
    fs::write(directory.join("bad.rs"), b"\xff").unwrap();
    let said = project(&Options::default(), &[PathBuf::from(&directory)]).unwrap();
    assert_eq!(names(&said), ["A", "B"]);
    let [(what, why)] = said.whys().try_into().unwrap();
    assert!(what.ends_with("bad.rs` declares"), "{what}");
    assert!(why.contains("UTF-8"), "{why}");
    fs::remove_dir_all(directory).unwrap();
}

#[cfg(unix)]
#[test]
fn links_are_followed() {
    let directory = disk::scratch("files-links");
    let outside = disk::scratch("files-linked");
    for (path, name) in [
        (directory.join("src/lib.rs"), "A"),
        (outside.join("b.rs"), "B"),
    ] {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, of(name)).unwrap();
    }
    let link = |to: &PathBuf, name: &str| {
        std::os::unix::fs::symlink(to, directory.join(name)).unwrap();
    };
    let schema = "syntax = \"proto3\"; message C { int32 x = 1; }";
    fs::write(outside.join("c.proto"), schema).unwrap();
    link(&outside, "linked");
    link(&outside, "again");
    link(&directory, "src/circle");
    link(&directory.join("src"), "twice");
    link(&directory.join("nowhere"), "broken.rs");
    let said = project(&Options::default(), &[PathBuf::from(&directory)]).unwrap();
    let mut found = names(&said);
    found.sort();
    assert_eq!(found, ["A", "B", "C"]);
    let [(what, why)] = said.whys().try_into().unwrap();
    assert!(what.ends_with("broken.rs` declares"), "{what}");
    assert_eq!(why, "it is a link to nothing");
    fs::remove_dir_all(directory).unwrap();
    fs::remove_dir_all(outside).unwrap();
}

#[test]
fn a_type_that_is_too_deep_is_named() {
    for depth in [200, 900, 2000] {
        let deep = format!("{}u8{}", "Vec<".repeat(depth), ">".repeat(depth));
        let said = one(
            "files-deep",
            &format!("type X = {deep}; #[derive(Codec)] struct A {{ a: X }}"),
        );
        assert_eq!(said.messages().len(), 1, "{depth}");
    }
}
