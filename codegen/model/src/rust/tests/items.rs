//! Kinds of items, their names and numbers.

use syn::parse_quote;

use super::{checked, message, mistakes};
use crate::model::{Conversion, Dialect, Int, Kind, Payload, Reserved, Shape, Style};
use crate::rust::shape::Parameters;

#[test]
fn unnumbered_fields_are_counted() {
    let order = message(&parse_quote! {
        #[codec(rename_all = "camelCase")]
        struct Order {
            order_id: u64,
            #[codec(skip)] cache: u8,
            #[codec(rename = "label")] first_label: String,
        }
    });
    let fields: Vec<_> = order
        .fields
        .iter()
        .map(|field| {
            (
                field.number().map(|n| n.get()),
                field.name.as_str(),
                field.json_name.as_str(),
            )
        })
        .collect();
    assert_eq!(
        fields,
        [(Some(1), "orderId", "orderId"), (Some(2), "label", "label")]
    );
}

#[test]
fn the_type_says_who_it_is() {
    let item = checked(&parse_quote! {
        /// An order.
        ///
        ///   Indented.
        #[codec(name = "shop.v1.Order", alias = "shop.Order", version = 3, json = "proto")]
        #[codec(crate = my::everwire, validate = check)]
        pub(crate) struct Order<'a, T: Clone = u8, const N: usize = 3> where T: 'a {
            a: [&'a T; N],
        }
    });
    assert_eq!(item.full_name, "shop.v1.Order");
    assert_eq!(item.aliases, ["shop.Order"]);
    assert_eq!((item.version, item.json), (3, Dialect::Proto));
    assert_eq!(item.crate_path.to_string(), "my :: everwire");
    assert_eq!(item.docs, ["An order.", "", "  Indented."]);
    assert_eq!(item.vis.to_string(), "pub (crate)");
    assert_eq!(item.hooks.len(), 1);
    assert_eq!(
        item.generics.declarations().to_string(),
        "'a , T : Clone , const N : usize"
    );
    assert_eq!(item.generics.arguments().to_string(), "'a , T , N");
    assert_eq!(item.generics.predicates.to_string(), "T : 'a ,");
    assert_eq!(
        item.generics
            .types()
            .map(ToString::to_string)
            .collect::<Vec<_>>(),
        ["T"]
    );
}

#[test]
fn one_unnumbered_field_in_a_tuple_is_a_newtype() {
    let item = checked(&parse_quote! { struct Meters(#[codec(gt = 0)] f64); });
    let Kind::Newtype(newtype) = item.kind else {
        panic!()
    };
    assert_eq!(
        (newtype.style, newtype.field.rules.len()),
        (Style::Tuple, 1)
    );
    let order = message(&parse_quote! { struct Order(#[codec(4)] f64); });
    assert_eq!(order.fields[0].name, "f4");
    let pair = message(&parse_quote! { struct Pair(f64, u8); });
    assert_eq!(
        (pair.fields[0].name.as_str(), pair.fields[1].name.as_str()),
        ("f1", "f2")
    );
    let unit = message(&parse_quote! { struct Unit; });
    assert_eq!(unit.style, Style::Unit);
    let item = checked(&parse_quote! {
        #[codec(transparent)]
        struct Meters { inner: f64, #[codec(skip)] mark: PhantomData<u8> }
    });
    let Kind::Newtype(newtype) = item.kind else {
        panic!()
    };
    assert_eq!((newtype.style, newtype.skipped.len()), (Style::Named, 1));
}

#[test]
fn enums_without_data_take_numbers_from_three_places() {
    let numbers = |input: &syn::DeriveInput| match checked(input).kind {
        Kind::Enum(kind) => kind
            .values
            .iter()
            .map(|value| value.number)
            .collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(
        numbers(&parse_quote! { enum E { A, B, #[codec(skip)] C, D } }),
        [0, 1, 2]
    );
    assert_eq!(
        numbers(&parse_quote! { enum E { A = 5, B, C = -1, D } }),
        [5, 6, -1, 0]
    );
    assert_eq!(
        numbers(&parse_quote! { enum E { #[codec(7)] A = 5, #[codec(-3)] B } }),
        [7, -3]
    );
    assert_eq!(
        numbers(&parse_quote! { #[repr(i32)] enum E { A = 5, #[codec(other)] Other(i32) } }),
        [5]
    );
    assert_eq!(
        mistakes(&parse_quote! { enum E { A = X, B = 1 } }),
        [
            "discriminant: the number of `A` is an expression, which is not known yet\nhelp: write `#[codec(N)]` on every variant"
        ]
    );
}

#[test]
fn open_enums_hold_what_they_do_not_know() {
    let item = checked(&parse_quote! {
        #[codec(rename_all = "SCREAMING_SNAKE_CASE")]
        enum Status { #[default] InDraft, #[codec(alias = "OK")] Paid, #[codec(other)] Other(i32) }
    });
    let Kind::Enum(kind) = item.kind else {
        panic!()
    };
    let names: Vec<&str> = kind
        .values
        .iter()
        .map(|value| value.name.as_str())
        .collect();
    assert_eq!(names, ["IN_DRAFT", "PAID"]);
    assert_eq!(kind.values[1].aliases, ["OK"]);
    assert_eq!(
        kind.zero().map(|value| value.name.as_str()),
        Some("IN_DRAFT")
    );
    assert_eq!(
        kind.other.map(|other| other.ty.to_string()).as_deref(),
        Some("i32")
    );
    let item = checked(&parse_quote! {
        enum Event { A, #[codec(other)] Other(everwire::UnknownFields) }
    });
    let Kind::Union(union) = item.kind else {
        panic!()
    };
    assert_eq!(union.variants[0].number.get(), 1);
}

#[test]
fn variants_hold_nothing_a_value_or_fields() {
    let item = checked(&parse_quote! {
        enum Event {
            #[codec(12)] Unit,
            #[codec(10, min_len = 1)] Note(String),
            #[codec(11, rename_all = "kebab-case", reserved(2, "gone"))] Cancelled { #[codec(1)] the_reason: String },
            #[codec(13)] Pair(u8, u8),
            #[codec(14)] One(#[codec(3)] u8),
        }
    });
    let Kind::Union(union) = item.kind else {
        panic!()
    };
    let variants: Vec<_> = union
        .variants
        .iter()
        .map(|variant| {
            let held = match &variant.payload {
                Payload::Unit => "nothing".to_owned(),
                Payload::Newtype(field) => format!("a value with {} rules", field.rules.len()),
                Payload::Fields(fields) => {
                    format!("{:?} of {}", fields.style, fields.fields[0].name)
                }
            };
            (variant.number.get(), held)
        })
        .collect();
    let expected = [
        (10, "a value with 1 rules"),
        (11, "Named of the-reason"),
        (12, "nothing"),
        (13, "Tuple of f1"),
        (14, "Tuple of f3"),
    ];
    assert_eq!(
        variants,
        expected.map(|(number, held)| (number, held.to_owned()))
    );
}

#[test]
fn a_conversion_hides_the_fields() {
    let item = checked(&parse_quote! {
        #[codec(try_from = Map<u8, (u8, u8)>, into = Map<u8, (u8, u8)>)]
        struct Order { a: Whatever }
    });
    let Kind::Proxy(proxy) = item.kind else {
        panic!()
    };
    assert_eq!(proxy.conversion, Conversion::TryFrom);
    assert_eq!(proxy.ty.to_string(), "Map < u8 , (u8 , u8) >");
}

#[test]
fn reserved_is_a_field_or_a_list() {
    let order = message(&parse_quote! {
        #[codec(reserved(3, "old", slot = 7, type = Option<u32>), reserved(4, 5..=6, 9..11, "a", "b"))]
        struct Order { #[codec(1)] total: u32 }
    });
    let texts: Vec<String> = order
        .reserved
        .iter()
        .map(|reserved| match reserved {
            Reserved::Field(field) => format!(
                "{}@{} {:?} {:?}",
                field.number,
                field.slot,
                field.name,
                field.ty.as_ref().map(ToString::to_string)
            ),
            Reserved::Numbers { first, last } => format!("{first}..={last}"),
            Reserved::Name(name) => name.clone(),
        })
        .collect();
    assert_eq!(
        texts,
        [
            "3@7 Some(\"old\") Some(\"Option < u32 >\")",
            "4@3 None None",
            "5..=6",
            "9..=10",
            "a",
            "b",
        ]
    );
}

#[test]
fn shapes_are_seen_as_far_as_they_show() {
    let parameters = Parameters::new(&parse_quote!(<T>));
    let u32 = || {
        Shape::Int(Int {
            signed: false,
            bits: 32,
        })
    };
    let boxed = |shape| Box::new(shape);
    let cases: [(syn::Type, Shape); 18] = [
        (parse_quote!(u32), u32()),
        (
            parse_quote!(usize),
            Shape::Int(Int {
                signed: false,
                bits: 64,
            }),
        ),
        (parse_quote!(&'a str), Shape::String),
        (parse_quote!(Cow<'a, [u8]>), Shape::Bytes),
        (parse_quote!(std::vec::Vec<u8>), Shape::Bytes),
        (parse_quote!([u8; 4]), Shape::Bytes),
        (parse_quote!(Vec<T>), Shape::Opaque),
        (parse_quote!(Vec<Line>), Shape::List(boxed(Shape::Opaque))),
        (
            parse_quote!(HashSet<u8>),
            Shape::List(boxed(Shape::Int(Int {
                signed: false,
                bits: 8,
            }))),
        ),
        (parse_quote!(Option<Box<u32>>), Shape::Option(boxed(u32()))),
        (
            parse_quote!(BTreeMap<String, u32>),
            Shape::Map(boxed(Shape::String), boxed(u32())),
        ),
        (parse_quote!(()), Shape::Unit),
        (parse_quote!((u8, u8)), Shape::Message),
        (parse_quote!(T), Shape::Opaque),
        (parse_quote!(chrono::Duration), Shape::Opaque),
        (parse_quote!(core::time::Duration), Shape::Duration),
        (parse_quote!(SystemTime), Shape::Timestamp),
        (parse_quote!(<T as Trait>::String), Shape::Opaque),
    ];
    for (ty, shape) in cases {
        let text = quote::quote!(#ty).to_string();
        assert_eq!(parameters.shape(&ty), shape, "{text}");
    }
}
