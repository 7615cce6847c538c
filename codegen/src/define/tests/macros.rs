//! What macros may declare.

use super::{one, read, told};

const WHY: &str = "macros are not expanded";

#[test]
fn a_macro_may_be_defined_after_its_use_and_called_by_another() {
    let said = read(
        "macros-defined",
        &[
            ("src/lib.rs", "mod a; mod b; outer!(B); fn f() { declare!(C); quiet!(); }"),
            ("src/a.rs", "crate::declare!(Hidden); quiet!(x);"),
            (
                "src/b.rs",
                "use everwire::Codec as Wired;
                 #[macro_export] macro_rules! declare { ($n:ident) => { #[derive($crate::Wired)] pub struct $n { a: u8 } } }
                 macro_rules! outer { ($n:ident) => { $crate::declare!{$n} } } macro_rules! quiet { () => { println!() } }",
            ),
        ],
    );
    let what = |own: &str| format!("what `{own}!` declares");
    told(
        &said,
        &[
            (&*what("declare"), WHY),
            (&*what("outer"), WHY),
            (&*what("declare"), WHY),
        ],
    );
}

#[test]
fn a_macro_of_another_crate_that_holds_a_type_is_named() {
    let said = one(
        "macros-foreign",
        "other::messages! { struct Hidden { a: u8 } } other::quiet! { a } bitflags::bitflags! { struct Flags: u8 {} }
         thread_local! { static A: u8 = 0; } macro_rules! around { ($($t:tt)*) => { other::messages! { $($t)* } } }
         around! { enum E { A } } macro_rules! own { ($n:ident) => { struct $n; } } own!(String);
         #[derive(Codec)] struct A { a: String, b: u8 }",
    );
    told(
        &said,
        &[
            ("what `messages!` declares", WHY),
            ("what `around!` declares", WHY),
            ("`a` of `A`", "`own!` may declare it"),
        ],
    );
}

#[test]
fn what_is_included_is_read_in_place() {
    let said = read(
        "macros-included",
        &[
            (
                "src/lib.rs",
                "use everwire::Codec; mod a { include!(\"parts/x.in\"); } include!(\"part.rs\");
                 include!(concat!(env!(\"OUT_DIR\"), \"/made.rs\")); include!(\"absent.rs\");
                 #[derive(Codec)] struct Order { a: a::Id, b: a::more::More } #[derive(Codec)] struct B { a: String }",
            ),
            ("src/parts/x.in", "pub type Id = u8; pub mod more;"),
            ("src/parts/more.rs", "pub type More = u16;"),
            ("src/part.rs", "#[derive(Codec)] struct Part { a: u8 }"),
        ],
    );
    let why = "its file is none of the sources";
    told(
        &said,
        &[
            ("what `include!` includes", why),
            ("what `include!` includes", why),
            ("`a` of `B`", "`include!` may declare it"),
        ],
    );
    assert_eq!(said.shapes("Order"), ["u8", "u16"]);
    said.get("Part");
}

#[test]
fn types_inside_other_items_are_named() {
    let said = one(
        "macros-inside",
        "static A: u8 = { #[derive(Codec)] struct A1 { a: u8 } 0 }; const B: u8 = { #[derive(Codec)] enum B1 { A } 0 };
         fn f() { use everwire::Codec as Wired; #[derive(Wired)] struct F1; #[derive(bincode::Codec)] struct F2; }
         struct S([u8; { #[derive(Codec)] struct S1; 1 }]); #[test] fn t() { #[derive(Codec)] struct T1; }
         pub macro declare($n:ident) { #[derive(Codec)] struct $n; }",
    );
    told(
        &said,
        &[
            ("`A1`", "it is declared inside an initialiser"),
            ("`B1`", "it is declared inside an initialiser"),
            ("`F1`", "it is declared inside a function"),
            ("`S1`", "it is declared inside another item"),
            ("what an item declares", "the parser does not know it"),
        ],
    );
}
