//! Names of other crates of a project.

use super::{read, told};

fn package(name: &str, rest: &str) -> String {
    format!("[package]\nname = \"{name}\"\n{rest}")
}

#[test]
fn a_crate_of_the_workspace_has_the_name_that_its_dependent_gives_it() {
    let root = "[workspace]\nmembers = [\"*\"]\n[workspace.dependencies]\nshared = { path = \"c\", package = \"shared-types\" }";
    let b = "[dependencies]\ncore-types = { path = \"../a\" }\nshared.workspace = true
             [target.'cfg(unix)'.dependencies]\nwire = { package = \"everwire\", version = \"1\" }
             [dev-dependencies]\nold = { package = \"core-types\", version = \"0.1\" }\nother = { path = \"../d\" }";
    let said = read(
        "crates-workspace",
        &[
            ("Cargo.toml", root),
            ("a/Cargo.toml", &package("core-types", "")),
            (
                "a/src/lib.rs",
                "mod inner { #[derive(everwire::Codec)] pub struct Id(u64); pub(crate) type Own = u8; } pub use inner::*;",
            ),
            ("b/Cargo.toml", &package("b", b)),
            (
                "b/src/lib.rs",
                "extern crate core_types as ct; use core_types::Id; mod all { pub use core_types::*; }
                 #[derive(wire::Codec)] struct Fine { a: Id, b: core_types::Id, c: all::Id, d: shared::Name, e: ct::Id, f: renamed::It, g: ::shared::Name }
                 #[derive(wire::Codec)] struct A { a: old::Id } #[derive(wire::Codec)] struct B { a: core_types::Own }
                 #[derive(wire::Codec)] struct C { a: all::Own }",
            ),
            ("c/Cargo.toml", &package("shared-types", "")),
            ("c/src/lib.rs", "pub type Name = String;"),
            ("d/Cargo.toml", &package("other", "[lib]\nname = \"renamed\"\npath = \"it.rs\"")),
            ("d/it.rs", "mod x; pub use x::It;"),
            ("d/x.rs", "pub type It = u16;"),
        ],
    );
    told(
        &said,
        &[
            (
                "`a` of `A`",
                "`core_types::Id` is of another crate, or not found",
            ),
            ("`a` of `B`", "`core_types::Own` is not found"),
            ("`a` of `C`", "`all::Own` is not found"),
        ],
    );
    assert_eq!(
        said.shapes("Fine"),
        ["u64", "u64", "u64", "string", "u64", "u16", "string"]
    );
}

#[test]
fn a_program_uses_the_library_of_its_package() {
    let said = read(
        "crates-program",
        &[
            ("Cargo.toml", &package("my-shop", "")),
            (
                "src/lib.rs",
                "#[derive(Codec)] pub struct Id(u64); pub mod deep { #[derive(Codec)] pub struct Deep { a: u8 } }",
            ),
            (
                "src/main.rs",
                "use my_shop::{Id, deep}; #[derive(Codec)] struct Order { id: Id, deep: deep::Deep }",
            ),
            (
                "tests/it.rs",
                "mod parts; use my_shop::Id; #[derive(Codec)] struct Case { id: Id, part: parts::Part }",
            ),
            ("tests/parts.rs", "pub type Part = u8;"),
        ],
    );
    assert_eq!(said.messages(), [""; 0]);
    assert_eq!(said.shapes("Order"), ["u64", "Deep"]);
    assert_eq!(said.shapes("Case"), ["u64", "u8"]);
}
