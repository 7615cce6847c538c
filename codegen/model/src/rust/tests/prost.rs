//! `#[prost(…)]`: what prost-build writes, and what is told of what it does not write.

use quote::quote;
use syn::parse_quote;

use super::{checked, message, mistakes};
use crate::model::{Adaptor, Dialect, Encoding, Kind, Literal, Role, Shape};

#[test]
fn fields_say_what_prost_says_of_them() {
    let message = message(&parse_quote! {
        struct Order {
            #[prost(sint64, tag = "1")]
            balance: i64,
            #[prost(fixed32, repeated, packed = "false", tag = "3")]
            sizes: ::prost::alloc::vec::Vec<u32>,
            #[prost(group, optional, tag = "4")]
            one: ::core::option::Option<order::One>,
            #[prost(btree_map = "sfixed32, sint32", tag = "5")]
            by: ::prost::alloc::collections::BTreeMap<i32, i32>,
            #[prost(string, required, tag = "6")]
            r#type: ::prost::alloc::string::String,
            #[prost(oneof = "order::Event", tags = "7, 8")]
            event: ::core::option::Option<order::Event>,
        }
    });
    let [balance, sizes, one, by, ty, event] = message.fields.as_slice() else {
        panic!("{message:?}");
    };
    assert_eq!(balance.encoding, Encoding::Zigzag);
    assert_eq!((sizes.encoding, sizes.packed), (Encoding::Fixed, false));
    assert_eq!(sizes.number().map(|number| number.get()), Some(3));
    assert_eq!(one.encoding, Encoding::Group);
    assert_eq!((by.key, by.value), (Encoding::Fixed, Encoding::Zigzag));
    assert_eq!(
        (ty.name.as_str(), ty.explicit, ty.required),
        ("type", true, false)
    );
    assert_eq!(ty.shape, Shape::String);
    let Role::Oneof(numbers) = &event.role else {
        panic!("{event:?}");
    };
    let numbers: Vec<_> = numbers.iter().map(|one| one.number.get()).collect();
    assert_eq!(numbers, [7, 8]);
}

#[test]
fn what_rust_holds_as_another_type_has_the_type_of_the_wire() {
    let message = message(&parse_quote! {
        #[codec(crate = wired)]
        struct Order {
            #[prost(enumeration = "order::Status", optional, tag = "1")]
            a: ::core::option::Option<i32>,
            #[prost(map = "int32, enumeration(Status)", tag = "2")]
            b: ::std::collections::HashMap<i32, i32>,
            #[prost(message, repeated, tag = "3")]
            c: ::prost::alloc::vec::Vec<::prost::alloc::vec::Vec<u8>>,
            #[prost(message, optional, boxed, tag = "4")]
            d: ::core::option::Option<::prost::alloc::boxed::Box<u32>>,
            #[prost(message, optional, tag = "5")]
            e: ::core::option::Option<()>,
            #[prost(message, optional, tag = "6")]
            f: ::core::option::Option<Other>,
        }
    });
    let told = message.fields.iter().map(|field| {
        field.adapted.as_ref().map(|adapted| {
            let is_enum = matches!(adapted.adaptor, Adaptor::Enumeration(_));
            (adapted.ty.to_string().replace(' ', ""), is_enum)
        })
    });
    let some =
        |ty: proc_macro2::TokenStream, is_enum| Some((ty.to_string().replace(' ', ""), is_enum));
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            some(quote!(::core::option::Option<order::Status>), true),
            some(quote!(::std::collections::HashMap<i32, Status>), true),
            some(
                quote!(::prost::alloc::vec::Vec<wired::wkt::BytesValue>),
                false
            ),
            some(
                quote!(::core::option::Option<::prost::alloc::boxed::Box<wired::wkt::UInt32Value>>),
                false
            ),
            some(quote!(::core::option::Option<wired::wkt::Empty>), false),
            None,
        ]
    );
}

#[test]
fn defaults_are_values_of_the_field() {
    let message = message(&parse_quote! {
        struct Order {
            #[prost(int32, optional, tag = "1", default = "-7")]
            a: Option<i32>,
            #[prost(bytes = "vec", required, tag = "2", default = "b\"\\x00a\"")]
            b: Vec<u8>,
            #[prost(double, required, tag = "3", default = "-inf")]
            c: f64,
            #[prost(float, required, tag = "4", default = "3")]
            d: f32,
            #[prost(enumeration = "Status", required, tag = "5", default = "Paid")]
            e: i32,
            #[prost(string, optional, tag = "6", default = "a\"b")]
            f: Option<String>,
        }
    });
    let defaults: Vec<_> = message
        .fields
        .iter()
        .map(|field| {
            let default = field.default.as_ref().unwrap();
            (default.expr.to_string(), default.literal.clone())
        })
        .collect();
    let of = |expr: proc_macro2::TokenStream, literal| (expr.to_string(), literal);
    assert_eq!(
        defaults,
        [
            of(quote!(-7), Some(Literal::Int(-7))),
            of(quote!(b"\0a"), Some(Literal::Bytes(b"\0a".to_vec()))),
            of(
                quote!(::core::primitive::f64::NEG_INFINITY),
                Some(Literal::Float(f64::NEG_INFINITY))
            ),
            of(quote!(3.0), Some(Literal::Float(3.0))),
            of(quote!(Status::Paid as i32), None),
            of(quote!("a\"b"), Some(Literal::Str("a\"b".into()))),
        ]
    );
}

#[test]
fn a_derive_below_tells_what_an_enum_is() {
    let item = checked(&parse_quote! {
        #[derive(Clone, Copy, ::prost::Enumeration)]
        #[repr(i32)]
        enum Status { Unspecified = 0, Paid = 7, #[codec(rename = "GONE")] Gone = -1 }
    });
    assert_eq!(item.json, Dialect::Proto);
    let Kind::Enum(one) = &item.kind else {
        panic!("{item:?}");
    };
    assert!(one.held_as_i32);
    let values: Vec<_> = one
        .values
        .iter()
        .map(|value| (value.number, value.is_named))
        .collect();
    assert_eq!(values, [(0, false), (7, false), (-1, true)]);
    let item = checked(&parse_quote! {
        #[derive(Clone, ::prost::Message)]
        struct Nothing {}
    });
    assert_eq!(item.json, Dialect::Proto);
}

#[test]
fn variants_are_fields_of_their_schema() {
    let item = checked(&parse_quote! {
        enum Event {
            #[prost(message, tag = "4")]
            PaidBy(::prost::alloc::boxed::Box<Payer>),
            #[prost(sint32, tag = "3")]
            Self_(i32),
        }
    });
    let Kind::Union(union) = &item.kind else {
        panic!("{item:?}");
    };
    let names: Vec<_> = union
        .variants
        .iter()
        .map(|one| (one.number.get(), one.name.as_str(), one.json_name.as_str()))
        .collect();
    assert_eq!(names, [(3, "self", "self"), (4, "paid_by", "paidBy")]);
}

#[test]
fn a_field_without_a_tag_comes_after_the_one_before() {
    let message = message(&parse_quote! {
        struct Order {
            #[prost(string)]
            a: String,
            #[prost(oneof = "Event", tags = "5, 3")]
            b: Option<Event>,
            #[prost(string)]
            c: String,
        }
    });
    let numbers: Vec<_> = message
        .fields
        .iter()
        .map(|field| field.number().map(|one| one.get()))
        .collect();
    assert_eq!(numbers, [Some(1), None, Some(6)]);
}

#[test]
fn the_innermost_of_the_names_that_prost_build_gives_counts() {
    let item = checked(&parse_quote! {
        #[derive(prost::Message)]
        #[codec(name = "a.Order.Line")]
        #[codec(name = "a.Order")]
        #[codec(name = "a.Order.Line.Part")]
        struct Part {}
    });
    assert_eq!(item.full_name, "a.Order.Line.Part");
    let found = mistakes(&parse_quote! {
        #[derive(prost::Message)]
        #[codec(name = "a.Order", name = "a.Orders")]
        struct Order {}
    });
    assert_eq!(
        found,
        ["duplicate-attribute: `name` stands twice\nhelp: keep one of them"]
    );
}

#[test]
fn words_that_prost_does_not_have_are_told() {
    let found = mistakes(&parse_quote! {
        #[prost(skip_debug, prost_path = "::p", other)]
        struct Order {
            #[prost(string, tagg = "1")]
            a: String,
            #[prost(tag = "2")]
            b: String,
            #[prost(bytes = "rope", tag = "3")]
            c: Vec<u8>,
            #[prost(map = "float, string", tag = "4")]
            d: Map,
            #[prost(string, string, tag = "0x")]
            e: String,
            #[prost(bool, packed = "no", tag = "6")]
            f: bool,
            #[prost]
            g: bool,
        }
    });
    assert_eq!(
        found,
        [
            "attribute-syntax: cannot read the attribute: `#[prost(…)]` does not say what the field is, as in `#[prost(string, tag = \"1\")]`\nhelp: write words, `word = value` and `word(…)`, with commas between them",
            "unknown-attribute: a type of prost's has no attribute `other`\nhelp: what it has: `prost_path`, `skip_debug`",
            "unknown-attribute: a field of prost's has no attribute `tagg`\nhelp: did you mean `tag`?",
            "attribute-value: `bytes` does not know `rope`\nhelp: write one of `vec`, `bytes`",
            "attribute-syntax: cannot read the attribute: `float` is not a type of keys\nhelp: write words, `word = value` and `word(…)`, with commas between them",
            "duplicate-attribute: `string` stands twice\nhelp: keep one of them",
            "attribute-value: `tag` takes a field number\nhelp: write `tag = \"1\"`",
            "attribute-value: `packed` takes `true` or `false`\nhelp: write `packed = \"false\"`",
            "attribute-syntax: cannot read the attribute: expected `#[prost(…)]`\nhelp: write words, `word = value` and `word(…)`, with commas between them",
        ]
    );
}

#[test]
fn numbers_of_codec_on_every_field_are_the_whole_description() {
    let item = checked(&parse_quote! {
        struct Point {
            #[codec(1)]
            #[prost(sint32, tag = "7")]
            x: i32,
            #[codec(2, sint)]
            #[prost(int32, tag = "8")]
            y: i32,
        }
    });
    assert_eq!(item.json, Dialect::Native);
    let Kind::Struct(message) = &item.kind else {
        panic!("no struct");
    };
    let fields = message.fields.iter();
    let encodings: Vec<_> = fields.map(|field| field.encoding).collect();
    assert_eq!(encodings, [Encoding::Default, Encoding::Zigzag]);
}
