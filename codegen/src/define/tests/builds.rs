//! What is there in some builds only.

use super::{one, read, told};

#[test]
fn what_cfg_brings_is_in_doubt() {
    let said = one(
        "builds-uses",
        "mod w { pub type Id = u8; pub type Own = u8; pub type String = u8; pub use crate::Same; }
         mod u { pub type Id = u16; pub use crate::Same; } type Same = u64;
         #[cfg(windows)] use w::*; #[cfg(unix)] use u::*;
         #[cfg(feature = \"std\")] use std::vec::Vec as List; #[cfg(not(feature = \"std\"))] use alloc::vec::Vec as List;
         #[cfg(not(feature = \"std\"))] use alloc::vec::Vec; #[cfg(test)] use w::Id as Tested; #[cfg(not(test))] use u::Id as Tested;
         #[derive(Codec)] struct A { a: Id } #[derive(Codec)] struct B { a: String }
         #[derive(Codec)] struct Fine { a: Same, b: List<u8>, c: Vec<u8>, d: Tested, e: Own }",
    );
    let why = |name: &str| format!("`{name}` comes from two places, of which `cfg` chooses one");
    told(
        &said,
        &[("`a` of `A`", &why("Id")), ("`a` of `B`", &why("String"))],
    );
    assert_eq!(said.shapes("Fine"), ["u64", "bytes", "bytes", "u16", "u8"]);
}

#[test]
fn a_cfg_of_a_file_is_that_of_its_module() {
    let text = |attribute: &str, name: &str| {
        format!("#![{attribute}]\n#[derive(Codec)] struct {name} {{ a: u8 }}")
    };
    let said = read(
        "builds-files",
        &[
            ("src/lib.rs", "mod a; mod b; mod c; mod d;"),
            ("src/a.rs", &text("cfg(test)", "A")),
            ("src/b.rs", &text("cfg(unix)", "B")),
            ("src/c.rs", &text("cfg(not(test))", "C")),
            ("src/d.rs", &text("cfg_attr(all(), cfg(any()))", "D")),
            ("src/bin/e.rs", &text("cfg(any(test, unix))", "E")),
            ("src/bin/f.rs", &text("cfg(all(test, unix))", "F")),
        ],
    );
    told(
        &said,
        &[
            ("`B`", "`cfg(unix)` decides whether it is there"),
            (
                "`E`",
                "`cfg(any (test , unix))` decides whether it is there",
            ),
        ],
    );
    assert_eq!(said.types.len(), 1);
    said.get("C");
}

#[test]
fn a_cfg_that_can_be_decided_is() {
    let said = one(
        "builds-decided",
        "#[cfg(not(test))] #[derive(Codec)] struct A { #[cfg(all())] a: u8 }
         #[cfg(any())] #[derive(Codec)] struct B { a: u8 }
         #[cfg(not(all(test, unix)))] #[derive(Codec)] struct C { #[cfg_attr(test, doc = \"\")] a: u8 }
         #[cfg_attr(not(test), derive(Codec))] struct D { a: u8 }
         #[derive(Codec)] struct E { #[cfg_attr(unix, cfg(feature = \"x\"))] a: u8 }
         #[cfg_attr(unix, cfg(feature = \"x\"))] #[derive(Codec)] struct F { a: u8 }
         #[cfg_attr(unix, derive(Codec))] struct G { a: u8 }
         #[cfg_attr(unix, derive(serde::Serialize))] #[derive(Codec)] struct H { #[cfg(test)] a: u8 }
         #[cfg(true)] #[derive(Codec)] struct I { a: u8 } #[cfg(false)] #[derive(Codec)] struct J { a: u8 }
         use everwire::Codec as Wired; #[cfg_attr(unix, derive(Wired))] struct K { a: u8 }
         #[cfg(any())] impl everwire::Codec for u8 {}",
    );
    let why = "`cfg(feature = \"x\")` decides whether it is there";
    told(
        &said,
        &[
            ("`E`", &format!("`a`: {why}")),
            ("`F`", why),
            ("`G`", "`cfg_attr` decides what it says of `Codec`"),
            ("`H`", "`a`: `cfg(test)` decides whether it is there"),
            ("`K`", "`cfg_attr` decides what it says of `Codec`"),
        ],
    );
    let names: Vec<_> = said
        .types
        .iter()
        .map(|one| one.definition.full_name())
        .collect();
    assert_eq!(names, ["A", "C", "D", "I"]);
}
