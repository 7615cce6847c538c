//! The code that the derive generates, one item for each concern.

use everwire_model::check::check;
use everwire_model::expand;
use everwire_model::rust::lower;
use syn::{DeriveInput, parse_quote};

use super::{expect, update};

#[test]
fn the_code_of_every_concern_is_as_expected() {
    if update::rewritten() {
        return;
    }
    let items = structs().into_iter().chain(enums()).chain(others());
    expect(
        "derived",
        items.map(|(name, item)| (name.to_owned(), code(&item))),
    );
}

/// The implementations, under the item that they are of.
fn code(input: &DeriveInput) -> String {
    let lowered = lower(input);
    assert_eq!(lowered.diagnostics, [], "{}", input.ident);
    let item = match check(&lowered.item) {
        Ok(item) => item,
        Err(found) => panic!("{}: {found:?}", input.ident),
    };
    let mut tokens = quote::quote!(#input);
    tokens.extend(expand::impls(&item, &expand::Options::default()));
    prettyplease::unparse(&parse_quote!(#tokens))
}

fn structs() -> Vec<(&'static str, DeriveInput)> {
    vec![
        (
            "struct",
            parse_quote! {
                #[codec(name = "shop.v1.Order")]
                pub struct Order {
                    #[codec(1)] pub id: u64,
                    #[codec(2)] pub lines: Vec<Line>,
                    #[codec(4, slot = 6)] pub note: Option<String>,
                }
            },
        ),
        (
            "was_and_upgrade",
            parse_quote! {
                #[codec(reserved(2, "price", slot = 7), upgrade = upgrade)]
                struct Item {
                    #[codec(1, was(u32, with = text), was(bool, with = flag))] id: String,
                    #[codec(3, with = as_text, was(i64, with = same))] count: i64,
                    #[codec(unknown)] unknown: UnknownFields,
                }
            },
        ),
        (
            "was_and_upgrade_of_a_draft",
            parse_quote! {
                #[codec(upgrade = upgrade)]
                struct Item {
                    #[codec(1, required, was(u32, with = text))] id: String,
                    #[codec(2)] missed: u32,
                }
            },
        ),
        ("tuple", parse_quote! { struct Point(f64, f64); }),
        ("unit", parse_quote! { struct Ping; }),
        (
            "generics",
            parse_quote! {
                struct Page<'a, T: Clone, const N: usize> where T: PartialEq {
                    #[codec(1)] items: Vec<T>,
                    #[codec(2)] title: &'a str,
                    #[codec(3)] hash: [u8; N],
                }
            },
        ),
        (
            "required",
            parse_quote! {
                struct Order {
                    #[codec(1, required)] id: u64,
                    #[codec(2)] name: String,
                    #[codec(oneof(3, 4))] event: Event,
                }
            },
        ),
        (
            "names_and_defaults",
            parse_quote! {
                #[codec(rename_all = "camelCase", alias = "shop.Order", version = 3, json = "proto")]
                #[codec(reserved(3, "old", slot = 2, type = u32), reserved(5..=9))]
                struct Order {
                    #[codec(1, default = 1)] copies: u32,
                    #[codec(2, default = Status::Paid, since = 2)] status: Status,
                    #[codec(4, rename = "label", alias = "tag", json_name = "Label")] text: String,
                    #[codec(skip)] cache: u64,
                }
            },
        ),
        (
            "encodings",
            parse_quote! {
                struct Order {
                    #[codec(1, sint)] delta: i32,
                    #[codec(2, fixed, unpacked)] sizes: Vec<u32>,
                    #[codec(3, key(fixed), value(sint))] stock: BTreeMap<u32, i64>,
                    #[codec(4, group)] line: Line,
                }
            },
        ),
        (
            "oneof",
            parse_quote! {
                struct Order {
                    #[codec(1)] id: u64,
                    #[codec(oneof(10, 11(slot = 3)), rule(required))] event: Option<Event>,
                }
            },
        ),
        (
            "flatten",
            parse_quote! {
                struct Order {
                    #[codec(1)] id: u64,
                    #[codec(flatten)] address: Address,
                    #[codec(9)] name: String,
                }
            },
        ),
        (
            "with",
            parse_quote! {
                struct Order {
                    #[codec(1, with = as_text)] id: i64,
                    #[codec(2, with = as_text, required)] total: i64,
                }
            },
        ),
        (
            "unknown",
            parse_quote! {
                struct Order {
                    #[codec(1)] id: u64,
                    #[codec(unknown)] rest: UnknownFields,
                }
            },
        ),
        (
            "msgpack_map",
            parse_quote! {
                #[codec(msgpack = "map")]
                struct Order {
                    #[codec(1)] id: u64,
                    #[codec(1000)] name: String,
                }
            },
        ),
        (
            "rules_and_hooks",
            parse_quote! {
                #[codec(validate = whole)]
                struct Order {
                    #[codec(1, gt = 0, in(1, 2, 3))] id: u64,
                    #[codec(2, min_len = 1, pattern = "^[a-z]+$", email)] name: String,
                    #[codec(3, min_items = 1, items(max_len = 9))] tags: Vec<String>,
                    #[codec(4, keys(min_len = 1), values(gte = 0.5))] prices: BTreeMap<String, f64>,
                    #[codec(5, lt = "1.5s")] delay: Duration,
                    #[codec(6, rule(required), validate = part)] line: Option<Line>,
                }
            },
        ),
    ]
}

fn enums() -> Vec<(&'static str, DeriveInput)> {
    vec![
        (
            "open_enum",
            parse_quote! {
                enum Status {
                    #[codec(0)] Draft,
                    #[codec(1, alias = "Payed")] Paid,
                    #[codec(other)] Other(i32),
                }
            },
        ),
        (
            "closed_enum",
            parse_quote! { enum Status { #[codec(1)] Paid, #[codec(2)] Sent, #[codec(skip)] Lost } },
        ),
        (
            "union",
            parse_quote! {
                enum Event {
                    #[codec(10)] Placed,
                    #[codec(11, min_len = 1)] Paid(String),
                    #[codec(12)] Sent { #[codec(1)] by: String, #[codec(2)] at: u64 },
                    #[codec(13, with = as_text)] Weighed(i64),
                    #[codec(skip)] Lost,
                    #[codec(other)] Other(UnknownFields),
                }
            },
        ),
        (
            "generic_union",
            parse_quote! { enum Either<'a, L, R> { #[codec(1)] Left(L), #[codec(2)] Right { #[codec(1)] right: R, #[codec(2)] why: &'a str } } },
        ),
    ]
}

fn others() -> Vec<(&'static str, DeriveInput)> {
    vec![
        ("newtype", parse_quote! { struct Meters(f64); }),
        (
            "newtype_with_rules",
            parse_quote! { #[codec(validate = whole)] struct Name(#[codec(min_len = 1)] String); },
        ),
        (
            "transparent",
            parse_quote! { #[codec(transparent)] struct Shared { inner: Arc<Order>, #[codec(skip)] hits: u64 } },
        ),
        (
            "converted",
            parse_quote! { #[codec(try_from = String, into = String)] struct Version { major: u32, minor: u32 } },
        ),
        (
            "crate_path",
            parse_quote! { #[codec(crate = crate::vendor::everwire)] struct Order { id: u64 } },
        ),
    ]
}
