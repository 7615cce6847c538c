//! What names mean.

use super::{one, read, told};

const TWO: &str = "mod a { #[derive(Codec)] struct Id { x: u8 } #[derive(Codec)] pub(self) struct Own { x: u8 } }
     mod b { #[derive(Codec)] pub struct Id(String); use std::time::Duration as Span; }
     mod c { pub(super) type Id = u16; pub(in crate::c) type Own = u8; pub use super::b::Id as Other; }";

#[test]
fn a_glob_brings_what_is_seen_where_it_stands() {
    let said = one(
        "names-seen",
        &format!("{TWO} use a::*; use b::*; #[derive(Codec)] struct Order {{ id: Id }}"),
    );
    assert_eq!(said.messages(), [""; 0]);
    assert_eq!(said.shapes("Order"), ["string"]);
    let said = one(
        "names-twice",
        &format!(
            "{TWO} use b::*; use c::*; type Named = Other;
             #[derive(Codec)] struct Order {{ id: Id }} #[derive(Codec)] struct Fine {{ a: Other, b: Named }}
             #[derive(Codec)] struct Span1 {{ a: Span }} #[derive(Codec)] struct Own1 {{ a: Own }}
             #[derive(Codec)] struct Chosen {{ a: inner::Id }} mod inner {{ use crate::b::Id; pub use crate::c::*; }}
             mod explicit {{ use super::b::*; use super::c::Id; #[derive(Codec)] struct Named {{ id: Id }} }}"
        ),
    );
    told(
        &said,
        &[
            ("`id` of `Order`", "`Id` comes from two places"),
            ("`a` of `Span1`", "`Span` is not found"),
            ("`a` of `Own1`", "`Own` is not found"),
            ("`a` of `Chosen`", "`inner::Id` is not found"),
        ],
    );
    assert_eq!(said.shapes("Fine"), ["string", "string"]);
    assert_eq!(said.shapes("Named"), ["u16"]);
}

#[test]
fn globs_of_globs_bring_what_the_last_one_sees() {
    let said = one(
        "names-through",
        "mod a { pub struct Plain; pub type Id = u8; pub(in crate::a) type Hidden = u8; }
         mod b { pub use crate::a::*; use crate::c::*; pub use crate::b::*; }
         mod c { pub type Hidden = u16; pub use crate::b::*; }
         use b::*; type Hidden2 = c::Hidden;
         #[derive(Codec)] struct Order { id: Id, of: Hidden2 } #[derive(Codec)] struct Holder { a: Hidden }",
    );
    told(&said, &[("`a` of `Holder`", "`Hidden` is not found")]);
    assert_eq!(said.shapes("Order"), ["u8", "u16"]);
}

#[test]
fn a_glob_of_the_standard_library_brings_what_is_in_that_module() {
    let said = one(
        "names-std",
        "mod model { pub type Duration = u8; pub type Any = u16; pub type Timestamp = u32; }
         mod x { use std::fmt::*; use crate::model::*; #[derive(Codec)] struct A { a: Duration, b: String } }
         mod y { use core::time::*; use std::collections::hash_map::*; #[derive(Codec)] struct B { a: Duration, b: HashMap<u8, u8> } }
         mod z { use everwire::*; use crate::model::*; #[derive(Codec)] struct C { a: Any, b: wkt::Any, c: Text, d: Vec<u8> } }
         mod u { use std::u8; use std::*; #[derive(Codec)] struct D { a: u8, b: collections::BTreeSet<u32>, c: std::primitive::u16 } }
         mod v { #[derive(Codec)] struct E { a: std::sync::Duration } }
         mod w { use std::net::*; #[derive(Codec)] struct F { #[codec(1, required)] a: IpAddr, #[codec(2)] b: Vec<core::net::SocketAddrV6> } }",
    );
    told(
        &said,
        &[(
            "`a` of `E`",
            "`std::sync::Duration` is a type that Everwire does not know",
        )],
    );
    assert_eq!(said.shapes("A"), ["u8", "string"]);
    assert_eq!(said.shapes("B"), ["duration", "map<u8,u8>"]);
    assert_eq!(said.shapes("F"), ["string", "list<string>"]);
    assert_eq!(
        said.shapes("C"),
        ["u16", "google.protobuf.Any", "string", "bytes"]
    );
    assert_eq!(said.shapes("D"), ["u8", "list<u32>", "u16"]);
}

#[test]
fn a_glob_of_what_is_not_read_may_bring_any_name() {
    let said = read(
        "names-foreign",
        &[
            (
                "src/lib.rs",
                "mod model { pub type Id = u8; } mod absent;
                 mod a { use heapless::*; use crate::model::*; use everwire::Codec; use std::vec::Vec as List;
                     #[derive(Codec)] struct A { d: String } #[derive(Codec)] struct B { d: Id }
                     #[derive(Codec)] struct Fine { a: u8, b: List<u8>, c: std::string::String, d: everwire::Text } }
                 mod b { pub use crate::a::*; use crate::absent::*; use std::string::String; #[derive(everwire::Codec)] struct C { a: Vec<u8>, s: String } }",
            ),
            (
                "part.rs",
                "use super::*; #[derive(everwire::Codec)] struct Part { a: Option<u8>, b: u8 }",
            ),
        ],
    );
    told(
        &said,
        &[
            ("`a` of `Part`", "`Option` may come from `super::*`"),
            ("the module `absent`", "its file is not found"),
            ("`d` of `A`", "`String` may come from `heapless::*`"),
            ("`d` of `B`", "`Id` may come from `heapless::*`"),
            ("`a` of `C`", "the file of `absent` is not found"),
        ],
    );
    assert_eq!(said.shapes("Fine"), ["u8", "bytes", "string", "string"]);
}

#[test]
fn a_constant_is_the_length_of_an_array() {
    let said = one(
        "names-constants",
        "mod limits { pub const N: usize = 4; const M: usize = N; pub mod deep { pub const LEN: usize = super::M; } }
         use limits::*; use limits::deep::LEN as Most; const SUM: usize = 1 + 1;
         #[derive(Codec)] struct Fine { a: [u8; N], b: [u16; limits::deep::LEN], c: [u8; Most] }
         #[derive(Codec)] struct A { a: [u8; SUM] } #[derive(Codec)] struct B { a: [u8; M] }",
    );
    told(
        &said,
        &[
            ("`a` of `A`", "an expression is the length of its array"),
            ("`a` of `B`", "`M` is no constant of the sources"),
        ],
    );
    assert_eq!(
        said.shapes("Fine"),
        ["bytes<4>", "array<u16,4>", "bytes<4>"]
    );
}

#[test]
fn an_alias_has_what_its_parameters_are_given() {
    let said = one(
        "names-aliases",
        "mod a { pub type Pair<A, B = A> = (A, B); pub type List<'a, T> = Vec<&'a T>; pub type Map<T> = std::collections::BTreeMap<Key, T>; type Key = u8; }
         type Twice<T> = List<a::Pair<T, T>>; use a::*; type Array<const N: usize> = [u8; N]; type T = u64;
         #[derive(Codec)] struct Fine<'a> { a: List<'a, u8>, b: Pair<u8>, c: Map<Map<T>>, d: Twice<String>, e: Pair<T, u8> }
         #[derive(Codec)] struct A { a: Array<4> } #[derive(Codec)] struct B { a: Map }
         #[derive(Codec)] struct C { a: (A, u8) }",
    );
    told(
        &said,
        &[
            ("`a` of `A`", "`Array` has constants as parameters"),
            ("`a` of `B`", "`Map` lacks an argument"),
            ("`a` of `C`", "it holds `A`, which cannot be told either"),
        ],
    );
    assert_eq!(
        said.shapes("Fine"),
        [
            "list<u8>",
            "tuple<u8,u8>",
            "map<u8,map<u8,u64>>",
            "list<tuple<string,string>>",
            "tuple<u64,u8>"
        ]
    );
}

#[test]
fn many_globs_of_one_another_are_searched_once() {
    let modules: Vec<_> = (0..80)
        .map(|n| format!("mod m{n} {{ use super::*; use crate::prelude::*; #[derive(everwire::Codec)] pub struct T{n} {{ a: String }} }}"))
        .collect();
    let globs: Vec<_> = (0..80)
        .map(|n| format!("pub use crate::m{n}::*;"))
        .collect();
    let (modules, globs) = (modules.concat(), globs.concat());
    let said = one(
        "names-many",
        &format!("{modules} {globs} mod prelude {{ {globs} }}"),
    );
    assert_eq!(said.messages(), [""; 0]);
    assert_eq!(said.types.len(), 80);
}
