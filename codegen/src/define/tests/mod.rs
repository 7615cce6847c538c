//! What sources say, and what they do not.

mod builds;
mod crates;
mod derives;
mod files;
mod macros;
mod names;
mod prost;
mod schemas;
mod values;

use std::fs;
use std::path::PathBuf;

use everwire::dynamic::{Shape, Types};

use super::{Declared, Project, project};
use crate::disk;
use crate::options::Options;

/// What these files say together; each begins with its name.
fn read(test: &str, files: &[(&str, &str)]) -> Project {
    let directory = disk::scratch(test);
    for (name, text) in files {
        let path = directory.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let project = project(&Options::default(), &[PathBuf::from(&directory)]).unwrap();
    fs::remove_dir_all(directory).unwrap();
    project
}

/// Checks why things cannot be told.
#[track_caller]
fn told(said: &Project, whys: &[(&str, &str)]) {
    let found = said.whys();
    let found: Vec<_> = found.iter().map(|(what, why)| (&**what, &**why)).collect();
    assert_eq!(found, whys);
}

/// Reads one file.
fn one(test: &str, text: &str) -> Project {
    read(test, &[("src/lib.rs", text)])
}

impl Project {
    fn get(&self, name: &str) -> &Declared {
        let mut types = self.types.iter();
        let found = types.find(|one| one.definition.full_name() == name);
        found.unwrap_or_else(|| panic!("{name}: {:?}", self.messages()))
    }

    fn messages(&self) -> Vec<String> {
        let all = self.all_findings().into_iter();
        all.map(|one| one.message).collect()
    }

    /// What keeps each thing from being told, by what that is.
    fn whys(&self) -> Vec<(String, String)> {
        let all = self.messages().into_iter();
        let parts = all.map(|one| {
            let (what, why) = one.split_once(" cannot be told from source: ").unwrap();
            (what.to_owned(), why.to_owned())
        });
        parts.collect()
    }

    fn shapes(&self, name: &str) -> Vec<String> {
        let members = self.get(name).definition.members();
        members.iter().map(|one| one.ty.to_string()).collect()
    }
}

#[test]
fn names_mean_what_the_compiler_takes_them_for() {
    let said = read(
        "define-names",
        &[
            (
                "src/lib.rs",
                "mod money; mod inner { pub mod deep; use super::*; pub type Ids = Vec<Id>; }
                 use money::{self, Money as Cash, kinds::*}; use std::collections; use inner::deep as d;
                 use everwire::wkt::Timestamp;
                 #[derive(Codec)] pub struct Id(u64);
                 #[derive(Codec)] pub struct Marker;
                 #[derive(Codec)]
                 struct Order<'a> {
                     a: Cash, b: money::Money, c: crate::inner::Ids, d: Option<Kind>, e: collections::BTreeMap<String, d::Deep>,
                     f: std::borrow::Cow<'a, [u8]>, g: [u8; 4], h: (Id, Marker), i: Timestamp, j: Box<[Option<u8>]>,
                     k: std::collections::VecDeque<u8>, l: self::inner::deep::Deep, m: Option<Box<Self>>, n: &'a str,
                 }",
            ),
            (
                "src/money/mod.rs",
                "pub mod kinds { #[derive(everwire::Codec)] pub enum Kind { A, B } }
                 #[derive(Codec)] pub struct Money { units: i64 }",
            ),
            (
                "src/inner/deep.rs",
                "#[derive(Codec)] pub struct Deep { of: super::super::Id, #[codec(skip)] own: std::rc::Weak<u8> }
                 #[cfg(test)] mod tests { #[derive(Codec)] struct Order { a: u8 } }",
            ),
        ],
    );
    assert_eq!(said.messages(), [""; 0]);
    assert_eq!(
        said.shapes("Order"),
        [
            "Money",
            "Money",
            "list<u64>",
            "option<Kind>",
            "map<string,Deep>",
            "bytes",
            "bytes<4>",
            "tuple<u64,unit>",
            "google.protobuf.Timestamp",
            "list<option<u8>>",
            "list<u8>",
            "Deep",
            "option<Order>",
            "string",
        ]
    );
    assert_eq!(said.shapes("Deep"), ["u64"]);
    let definitions: Vec<_> = said
        .types
        .iter()
        .map(|one| one.definition.clone())
        .collect();
    assert!(
        Types::load(&definitions)
            .unwrap()
            .get("tuple<u64,unit>")
            .is_some()
    );
}

#[test]
fn types_of_serde_are_opaque() {
    let said = one(
        "define-serde",
        "use everwire::serde as conversions; use everwire::serde::Foreign;
         #[derive(Codec)] struct Held { #[codec(with = everwire::serde)] a: Settings, #[codec(with = conversions)] b: u8, c: Vec<Foreign<Theme>> }",
    );
    assert_eq!(said.messages(), [""; 0]);
    assert_eq!(said.shapes("Held"), ["opaque", "opaque", "list<opaque>"]);
}

#[test]
fn what_a_source_does_not_tell_is_named_and_left_out_with_what_holds_it() {
    let said = read(
        "define-unresolved",
        &[(
            "lib.rs",
            "#[derive(Codec)] struct Page<T> { items: Vec<T> }
             #[derive(Codec)] struct Paged { page: Page<u8> }
             #[derive(Codec)] struct Foreign { at: url::Url, x: u8 }
             #[derive(Codec)] struct Holder { all: Vec<Foreign> }
             #[derive(Codec)] struct Outer { one: Option<Holder> }
             #[derive(Codec)] struct With { #[codec(with = other)] a: u8 }
             #[derive(Codec)] struct Made { #[codec(default = make())] a: u8 }
             #[cfg(feature = \"x\")] mod some { #[derive(Codec)] pub struct Some1 { a: u8 } }
             #[derive(Codec)] struct Part { #[cfg(unix)] a: u8 }
             macro_rules! declare { ($n:ident) => { #[derive(Codec)] struct $n; }; }
             declare!(Hidden);
             fn inside() { #[derive(Codec)] struct Local; }
             #[cfg(unix)] use std::vec::Vec as Many; #[cfg(windows)] use std::collections::VecDeque as Many;
             #[derive(Codec)] struct Chosen { a: Many<u8> }
             struct Plain; #[derive(Codec)] struct Bare { a: Plain }
             #[derive(Codec)] struct Fine { a: u8 }",
        )],
    );
    let names: Vec<_> = said
        .types
        .iter()
        .map(|one| one.definition.full_name())
        .collect();
    assert_eq!(names, ["Fine"]);
    assert_eq!(
        said.messages(),
        [
            "`Page` cannot be told from source: it has parameters, which each use of it decides",
            "`page` of `Paged` cannot be told from source: `Page` is an instance of a generic type",
            "`at` of `Foreign` cannot be told from source: `url::Url` is of another crate, or not found",
            "`all` of `Holder` cannot be told from source: it holds `Foreign`, which cannot be told either",
            "`one` of `Outer` cannot be told from source: it holds `Holder`, which cannot be told either",
            "`a` of `With` cannot be told from source: the functions of `with` decide what it is on the wires",
            "`a` of `Made` cannot be told from source: an expression makes its default",
            "`Some1` cannot be told from source: `cfg(feature = \"x\")` decides whether it is there",
            "`Part` cannot be told from source: `a`: `cfg(unix)` decides whether it is there",
            "what `declare!` declares cannot be told from source: macros are not expanded",
            "`Local` cannot be told from source: it is declared inside a function",
            "`a` of `Chosen` cannot be told from source: `Many` comes from two places, of which `cfg` chooses one",
            "`a` of `Bare` cannot be told from source: `Plain` does not derive `Codec`",
        ]
    );
    let all = said.all_findings();
    let first = &all[2];
    assert_eq!((first.labels[0].line, first.labels[0].column), (3, 52));
    let help = "let a test take it down from the compiled type, once: `everwire_codegen::check!(in \"src\"; Order)`, with `UPDATE=1`";
    assert!(all.iter().all(|one| one.help.as_deref() == Some(help)));
}

#[test]
fn schemas_and_rust_say_where_breaks_are_accepted() {
    let said = read(
        "define-accepted",
        &[
            (
                "a.proto",
                "syntax = \"proto3\"; package a; import \"everwire/options.proto\";
                 message M {
                   option (everwire.message).accept = { change: \"m\", reason: \"r\" };
                   int32 x = 1 [(everwire.field).accept = { change: \"x\", reason: \"r\" }];
                   oneof one { option (everwire.oneof).accept = { change: \"o\", reason: \"r\" }; int32 y = 2; M z = 3; }
                 }
                 enum E { option (everwire.enum).accept = { change: \"e\", reason: \"r\" }; A = 0 [(everwire.value).accept = { change: \"v\", reason: \"r\" }]; }
                 message Bad { int32 x = 1 [(everwire.field).accept = { change: \"x\" }]; }",
            ),
            (
                "src/lib.rs",
                "#[derive(Codec)]
                 #[codec(accept(\"a\", reason = \"r\"), accept(\"b\", reason = \"r\"))]
                 struct R { #[codec(7, accept(\"f\", reason = \"r\"))] f: u8 }",
            ),
        ],
    );
    let accepted = |name: &str| -> Vec<(String, Option<i64>, usize)> {
        let accepted = said.get(name).accepted.iter();
        accepted
            .map(|((number, change), at)| (change.clone(), *number, at.line))
            .collect()
    };
    let of = |change: &str, number, line| (change.to_owned(), number, line);
    assert_eq!(
        accepted("a.M"),
        [
            of("m", None, 3),
            of("x", Some(1), 4),
            of("o", Some(2), 5),
            of("o", Some(3), 5)
        ]
    );
    assert_eq!(accepted("a.E"), [of("e", None, 7), of("v", Some(0), 7)]);
    assert_eq!(
        accepted("R"),
        [of("a", None, 2), of("b", None, 2), of("f", Some(7), 3)]
    );
    assert_eq!(said.messages(), ["an accepted break has no reason"]);
    assert_eq!(
        said.findings[0].help.as_deref(),
        Some("write why the change is wanted: `reason: \"…\"`")
    );
    let lines: Vec<_> = said
        .get("a.M")
        .members
        .iter()
        .map(|(n, at)| (*n, at.line))
        .collect();
    assert_eq!(lines, [(1, 4), (2, 5), (3, 5)]);
    assert_eq!(said.get("R").members[&7].line, 3);
}

#[test]
fn one_name_is_that_of_one_type() {
    let text = "#[derive(Codec)] #[codec(name = \"a.M\")] struct M { a: u8 }";
    let said = read("define-twice", &[("a.rs", text), ("b.rs", text)]);
    assert_eq!((said.types.len(), said.messages().len()), (1, 0));
    let other = text.replace("u8", "u16");
    let said = read("define-two", &[("a.rs", text), ("b.rs", &other)]);
    assert_eq!(said.messages(), ["`a.M` is the name of two types"]);
    let shapes: Vec<_> = said
        .types
        .iter()
        .map(|one| &one.definition.members()[0].ty)
        .collect();
    assert!(matches!(shapes[..], [Shape::Int(_), Shape::Int(_)]));
}
