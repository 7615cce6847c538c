//! Whose a derive is.

use super::{one, told};

#[test]
fn the_derive_is_known_by_what_its_path_leads_to() {
    let said = one(
        "derives-paths",
        "extern crate everwire as wire; mod own { pub use everwire::Codec as Made; } pub use everwire_derive::Codec as Direct;
         mod a { use everwire::Codec as Wired; #[derive(Clone, Wired)] struct A { a: u8 } }
         mod b { use crate::own::*; #[derive(Made)] struct B { a: u8 } }
         mod c { #[derive(wire::Codec)] struct C { a: u8 } #[derive(::wire::Codec)] struct D { a: u8 } }
         mod d { use crate::Direct; #[derive(Direct)] struct E { a: u8 } #[derive(crate::own::Made)] struct F { a: u8 } }
         mod e { use everwire as ew; use ew::Codec; #[derive(Codec)] struct G { a: u8 } }
         mod f { use everwire::*; #[derive(Codec)] struct H { a: u8 } }
         #[derive(Codec)] struct I { a: u8 }
         #[derive(renamed::Codec)] #[codec(crate = renamed)] struct J { a: u8 }",
    );
    assert_eq!(said.messages(), [""; 0]);
    let names: Vec<_> = said
        .types
        .iter()
        .map(|one| one.definition.full_name())
        .collect();
    assert_eq!(names, ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"]);
}

#[test]
fn a_codec_of_another_crate_is_none_of_ours() {
    let said = one(
        "derives-others",
        "mod a { use parity_scale_codec::Codec; #[derive(Codec)] struct A { a: u8 } }
         #[derive(bincode::Codec, Clone)] struct B { #[codec(compact)] a: u8 }
         mod c { use tokio_util::codec::*; #[derive(serde::Serialize)] struct C { a: u8 } }
         mod d { use shop_macros::Codec; #[derive(Codec)] #[codec(name = \"d.D\")] pub struct D { #[codec(odd)] a: u8 } }
         mod e { use shop_macros::*; #[derive(Codec)] struct E { a: u8 } }
         #[derive(Codec)] struct Holder { a: d::D }",
    );
    told(
        &said,
        &[
            ("`D`", "`shop_macros::Codec` may be Everwire's"),
            ("`E`", "`Codec` may come from `shop_macros::*`"),
            (
                "`a` of `Holder`",
                "it holds `D`, which cannot be told either",
            ),
        ],
    );
    assert_eq!(said.types.len(), 0);
}

#[test]
fn an_attribute_may_make_another_type() {
    let said = one(
        "derives-attributes",
        "#[other::message] #[derive(Codec)] struct A { a: u8 }
         #[derive(Codec)] #[message] struct B { a: u8 }
         #[derive(Codec, thiserror::Error)] #[error(\"e\")] #[must_use] #[rustfmt::skip] #[serde(default)] struct C { a: u8 }
         #[message] struct D { a: u8 } #[derive(Codec, Made)] #[made] struct E { a: u8 }",
    );
    told(
        &said,
        &[
            ("`A`", "`#[other::message]` may make another type of it"),
            ("`B`", "`#[message]` may make another type of it"),
        ],
    );
    assert_eq!(said.types.len(), 2);
}

#[test]
fn what_is_written_by_hand_is_named() {
    let said = one(
        "derives-by-hand",
        "struct Hand; impl everwire::Codec for Hand {} struct Far; impl tokio_util::Codec for Far {}
         mod a { use everwire::Codec as Wired; pub struct Other<T>(T); impl<T> Wired for Other<T> {} impl Clone for Other<u8> {} }
         fn f() { struct Inner; impl Codec for Inner {} }",
    );
    told(
        &said,
        &[
            ("`Hand`", "it implements `Codec` by hand"),
            ("`Other`", "it implements `Codec` by hand"),
            ("`Inner`", "it implements `Codec` by hand"),
        ],
    );
}
