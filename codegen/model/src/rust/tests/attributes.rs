//! What attributes say, and what is told of those that cannot be read.

use syn::parse_quote;

use super::{message, mistakes};
use crate::model::{Encoding, Entry, Layout, Literal, Rule};

#[test]
fn a_misspelt_attribute_is_told_with_the_nearest_name() {
    let found = mistakes(&parse_quote! {
        #[codec(renam_all = "camelCase")]
        struct Order {
            #[codec(1, min_length = 1)]
            id: String,
            #[codec(2, colour)]
            name: String,
        }
    });
    assert_eq!(
        found,
        [
            "unknown-attribute: a type has no attribute `renam_all`\nhelp: did you mean `rename_all`?",
            "unknown-attribute: a field has no attribute `min_length`\nhelp: did you mean `min_len`?",
            "unknown-attribute: a field has no attribute `colour`\nhelp: what it has: `accept`, `alias`, `default`, `fixed`, `flatten`, `group`, `json_name`, `key`, `oneof`, `rename`, `required`, `rule`, `since`, `sint`, `skip`, `slot`, `unknown`, `unpacked`, `validate`, `value`, `was`, `with`, and validation rules",
        ]
    );
}

#[test]
fn former_types_are_read_with_their_functions() {
    use quote::quote;
    let message = message(&parse_quote! {
        #[codec(upgrade = crate::upgrade)]
        struct Order {
            #[codec(1, was(Vec<u8>, with = text::of), was(u32, with = text,))]
            id: String,
        }
    });
    let was = &message.fields[0].was;
    let spelled = |was: &crate::model::Was| {
        let (ty, with) = (&was.ty, &was.with);
        quote!(#ty #with).to_string()
    };
    let spelled: Vec<_> = was.iter().map(spelled).collect();
    assert_eq!(spelled, ["Vec < u8 > text :: of", "u32 text"]);
    assert_eq!(
        mistakes(&parse_quote! {
            struct Order {
                #[codec(1, was())]
                a: String,
                #[codec(2, was(u32, by = text))]
                b: String,
            }
        }),
        [
            "attribute-value: `was` takes a type and the path of a function\nhelp: write `was(u32, with = some::path)`",
            "attribute-syntax: cannot read the attribute: expected `with = …`\nhelp: write words, `word = value` and `word(…)`, with commas between them",
        ]
    );
}

#[test]
fn a_misspelt_attribute_brings_no_second_mistake() {
    let nearest = |input: &syn::DeriveInput| mistakes(input).join("; ");
    let tell = |here: &str, name: &str, near: &str| {
        format!("unknown-attribute: {here} has no attribute `{name}`\nhelp: did you mean `{near}`?")
    };
    assert_eq!(
        nearest(&parse_quote! {
            enum Status { #[codec(0)] Draft, #[codec(1)] Paid, #[codec(othr)] Other(i32) }
        }),
        tell("a variant", "othr", "other")
    );
    assert_eq!(
        nearest(&parse_quote! { #[codec(tryfrom = Wire, into = Wire)] struct Order { a: u32 } }),
        tell("a type", "tryfrom", "try_from")
    );
    assert_eq!(
        nearest(&parse_quote! {
            struct Order { #[codec(1)] a: u32, #[codec(onof(2, 3))] event: Option<Event>, #[codec(unknwn)] rest: UnknownFields }
        }),
        [
            tell("a field", "onof", "oneof"),
            tell("a field", "unknwn", "unknown")
        ]
        .join("; ")
    );
}

#[test]
fn a_misplaced_attribute_is_sent_to_its_place() {
    let found = mistakes(&parse_quote! {
        #[codec(7, oneof(1), min_len = 1)]
        enum Event {
            #[codec(1, required)]
            A(#[codec(transparent)] u32),
            #[codec(2, default = 3)]
            B,
        }
    });
    assert_eq!(
        found,
        [
            "misplaced-attribute: a number does not belong on a type\nhelp: it belongs on a field or a variant",
            "misplaced-attribute: `oneof` does not belong on a type\nhelp: it belongs on a field",
            "misplaced-attribute: `min_len` does not belong on a type\nhelp: it belongs on a field or a variant",
            "misplaced-attribute: `required` does not belong on a variant\nhelp: it belongs on a field",
            "misplaced-attribute: `transparent` does not belong on a field\nhelp: it belongs on a type",
            "misplaced-attribute: `default` does not belong on a variant\nhelp: it belongs on a field",
        ]
    );
}

#[test]
fn a_value_of_the_wrong_kind_is_told_what_to_write() {
    let found = mistakes(&parse_quote! {
        #[codec(name = Order, rename_all = "kebab", version = "1", transparent = true, json = "strict", into)]
        struct Order {
            #[codec("1")]
            a: u32,
            #[codec(2, required = true, slot = "1", with = "path", default)]
            b: u32,
            #[codec(3, key(zigzag), validate("x"))]
            c: u32,
            #[codec(4, max_len = MAX, in = [1, TWO], rule = "x")]
            d: u32,
            #[codec(oneof = 5)]
            e: u32,
            #[codec(oneof("5"))]
            f: u32,
        }
    });
    assert_eq!(
        found,
        [
            "attribute-value: `name` takes a string\nhelp: write `name = \"…\"`",
            "attribute-value: `rename_all` does not know `kebab`\nhelp: write one of `lowercase`, `UPPERCASE`, `PascalCase`, `camelCase`, `snake_case`, `SCREAMING_SNAKE_CASE`, `kebab-case`, `SCREAMING-KEBAB-CASE`",
            "attribute-value: `version` takes an integer\nhelp: write `version = 1`",
            "attribute-value: `transparent` takes no value\nhelp: write `transparent`",
            "attribute-value: `json` does not know `strict`\nhelp: write one of `native`, `proto`",
            "attribute-value: `into` takes a type\nhelp: write `into = Type`",
            "attribute-value: a number is an integer without quotes\nhelp: write `#[codec(1)]`",
            "attribute-value: `required` takes no value\nhelp: write `required`",
            "attribute-value: `slot` takes an integer\nhelp: write `slot = 1`",
            "attribute-value: `with` takes a path\nhelp: write `with = some::path`",
            "attribute-value: `default` takes a value\nhelp: write `default = VALUE`, or leave it out: what is absent reads as zero or empty",
            "attribute-value: `key` takes `sint` or `fixed` in parentheses\nhelp: write `key(sint)`",
            "attribute-value: `validate` takes a path\nhelp: write `validate = some::path`",
            "attribute-value: `max_len` takes a literal\nhelp: write the value itself: the attribute is read before constants are known",
            "attribute-value: `rule` takes rules\nhelp: write `rule(required)`",
            "attribute-value: `in` takes a literal\nhelp: write the value itself: the attribute is read before constants are known",
            "attribute-value: `oneof` takes the numbers of its variants\nhelp: write `oneof(10, 11)`",
            "attribute-value: `oneof` takes integers\nhelp: write `oneof(10, 11)`",
        ]
    );
}

#[test]
fn what_cannot_be_read_is_told_and_passed_over() {
    let found = mistakes(&parse_quote! {
        #[codec]
        struct Order {
            #[codec(1, ?, rename = "x" "y", slot = 0)]
            a: u32,
            #[codec(1)]
            b: u32,
        }
    });
    assert_eq!(
        found,
        [
            "attribute-syntax: cannot read the attribute: expected `#[codec(…)]`\nhelp: write words, `word = value` and `word(…)`, with commas between them",
            "attribute-syntax: cannot read the attribute: expected ident\nhelp: write words, `word = value` and `word(…)`, with commas between them",
            "attribute-syntax: cannot read the attribute: expected a comma\nhelp: write words, `word = value` and `word(…)`, with commas between them",
            "duplicate-number: field number 1 of `b` is already the number of `a`\nhelp: give `b` a number of its own; 2 is free",
        ]
    );
}

#[test]
fn what_stands_twice_is_told() {
    let found = mistakes(&parse_quote! {
        #[codec(name = "a", name = "b")]
        enum Event {
            #[codec(1, 2)]
            #[codec(rename = "x")]
            #[codec(rename = "y")]
            A(#[codec(sint)] i32),
            #[codec(2, sint)]
            B(#[codec(fixed)] i32),
            C { #[codec(flatten, flatten)] c: Inner },
        }
    });
    assert_eq!(
        found,
        [
            "duplicate-attribute: `name` stands twice\nhelp: keep one of them",
            "duplicate-attribute: a second number\nhelp: keep one of them",
            "duplicate-attribute: `rename` stands twice\nhelp: keep one of them",
            "duplicate-attribute: `fixed` stands twice\nhelp: keep one of them",
            "duplicate-attribute: `flatten` stands twice\nhelp: keep one of them",
        ]
    );
}

#[test]
fn reserved_groups_are_read() {
    let found = mistakes(&parse_quote! {
        #[codec(reserved(3, "old", slot = 2, slot = 3), reserved(5.5), reserved(size = 1), reserved)]
        struct Order {
            a: u32,
        }
    });
    assert_eq!(
        found,
        [
            "attribute-value: `reserved` takes what was removed\nhelp: write `reserved(3, \"old_name\")`",
            "duplicate-attribute: `slot` stands twice\nhelp: keep one of them",
            "attribute-value: `reserved` takes numbers, ranges and names\nhelp: write `reserved(3, 5..=9, \"old_name\")`",
            "unknown-attribute: `reserved` has no attribute `size`\nhelp: what it has: `slot`, `type`",
        ]
    );
}

#[test]
fn odd_attributes_are_told_and_never_panic() {
    let odd = [
        "",
        ",",
        "1,,2",
        "-",
        "--1",
        "1.5",
        "'a'",
        "rename =",
        "= 1",
        "oneof((1))",
        "oneof(1(slot))",
        "oneof(-1(slot = -2), )",
        "reserved(1.., ..5, 5..1, ..)",
        "reserved(type = )",
        "items()",
        "items(items(items(gt = 1)))",
        "rule()",
        "key()",
        "key(sint, fixed)",
        "in()",
        "in = []",
        "gt = 340282366920938463463374607431768211455",
        "min_len = -9223372036854775808",
        "r#in(1)",
        "default = { let a = 1; a }",
        "with = <T as U>::v",
        "crate = crate",
        "const = crate::X",
        "into = fn(u8) -> [u8; 2]",
        "validate = a::<u8>::b",
        "slot = 1u8",
        "\"1\"",
        "[1]",
        "{ 1 }",
        "pattern = \"(\"",
        "a::b",
        "a = b = c",
        "since = 1, since = 2",
        "other",
        "skip, unknown, flatten",
    ];
    let mut right = Vec::new();
    for text in odd {
        for source in [
            format!("#[codec({text})] struct A {{ a: u8 }}"),
            format!("struct A {{ #[codec({text})] a: u8 }}"),
            format!("struct A(#[codec({text})] u8);"),
            format!(
                "enum A {{ #[codec({text})] A, B(#[codec({text})] u8), C {{ #[codec({text})] a: u8 }} }}"
            ),
        ] {
            match syn::parse_str(&source) {
                Ok(input) if mistakes(&input).is_empty() => right.push(source),
                Ok(_) => {}
                Err(error) => panic!("{source}: {error}"),
            }
        }
    }
    let read = [
        "#[codec()] struct A { a: u8 }",
        "struct A { #[codec()] a: u8 }",
        "struct A(#[codec()] u8);",
        "enum A { #[codec()] A, B(#[codec()] u8), C { #[codec()] a: u8 } }",
        "struct A { #[codec(--1)] a: u8 }",
        "struct A(#[codec(--1)] u8);",
        "struct A { #[codec(default = { let a = 1; a })] a: u8 }",
        "struct A { #[codec(with = <T as U>::v)] a: u8 }",
        "struct A(#[codec(with = <T as U>::v)] u8);",
        "#[codec(crate = crate)] struct A { a: u8 }",
        "#[codec(validate = a::<u8>::b)] struct A { a: u8 }",
        "struct A { #[codec(validate = a::<u8>::b)] a: u8 }",
        "struct A(#[codec(validate = a::<u8>::b)] u8);",
    ];
    assert_eq!(right, read);
}

#[test]
fn a_mistake_is_a_compile_error_at_its_place() {
    let lowered = super::lower(&parse_quote! { #[codec(nme = "A")] struct A; });
    let tokens = lowered.spans.compile_error(&lowered.diagnostics[0]);
    assert_eq!(
        tokens.to_string(),
        ":: core :: compile_error ! { \"a type has no attribute `nme`\\nhelp: did you mean `name`?\" }"
    );
}

#[test]
fn a_union_has_no_form() {
    let found = mistakes(&parse_quote! { union Bits { a: u32, b: f32 } });
    assert_eq!(
        found,
        [
            "unsupported-item: a `union` has no form on the wires\nhelp: use an enum with data, or a struct"
        ]
    );
}

#[test]
fn a_field_says_everything_at_once() {
    let order = message(&parse_quote! {
        #[codec(msgpack = "map")]
        struct Order {
            /// How many.
            #[codec(9, slot = 4, sint, unpacked, since = 2, alias = "n", alias = "count")]
            #[codec(items(gt = 0, in(1, 2)), min_items = 1, rule(required), validate = a::b)]
            #[deprecated]
            pub r#type: Vec<i64>,
        }
    });
    let field = &order.fields[0];
    assert_eq!(
        (field.name.as_str(), field.json_name.as_str()),
        ("type", "type")
    );
    assert_eq!(
        (
            field.number().map(|n| n.get()),
            field.slot().map(|s| s.get())
        ),
        (Some(9), Some(4))
    );
    assert_eq!(field.encoding, Encoding::Zigzag);
    assert_eq!(field.aliases, ["n", "count"]);
    assert_eq!(
        (field.packed, field.since, field.deprecated),
        (false, Some(2), true)
    );
    assert_eq!(field.member.docs, ["How many."]);
    assert_eq!(
        field.rules,
        [
            Rule::Items(vec![
                Rule::Gt(Literal::Int(0)),
                Rule::In(vec![Literal::Int(1), Literal::Int(2)])
            ]),
            Rule::MinItems(1),
            Rule::Required,
        ]
    );
    assert_eq!(field.hooks[0].to_string(), "a :: b");
    assert_eq!(order.layout, Layout::Map);
}

#[test]
fn a_slot_above_255_makes_a_map() {
    let order = message(&parse_quote! {
        struct Order { #[codec(256)] a: u32 }
    });
    assert_eq!(order.layout, Layout::Array);
    let order = message(&parse_quote! {
        struct Order { #[codec(257)] a: u32 }
    });
    assert_eq!(order.layout, Layout::Map);
    let order = message(&parse_quote! {
        #[codec(reserved(257), reserved(256, type = u32))]
        struct Order { #[codec(1)] a: u32 }
    });
    assert_eq!(order.layout, Layout::Array);
    let order = message(&parse_quote! {
        #[codec(reserved(257, type = u32))]
        struct Order { #[codec(1)] a: u32 }
    });
    assert_eq!(order.layout, Layout::Map);
}

#[test]
fn entries_stand_in_slot_order() {
    let order = message(&parse_quote! {
        struct Order {
            #[codec(5)] e: u32,
            #[codec(oneof(2, 7(slot = 8), 4))] event: Option<Event>,
            #[codec(3)] c: u32,
            #[codec(flatten)] inner: Inner,
            #[codec(1)] a: u32,
            #[codec(unknown)] rest: UnknownFields,
            #[codec(skip, default = 5)] cache: u8,
        }
    });
    let names: Vec<&str> = order
        .fields
        .iter()
        .map(|field| field.name.as_str())
        .collect();
    assert_eq!(names, ["a", "event", "c", "inner", "e"]);
    let entries: Vec<(usize, Option<(u32, u32)>)> = order
        .entries
        .iter()
        .map(|entry| match entry {
            Entry::Field {
                field,
                number,
                slot,
            }
            | Entry::Variant {
                field,
                number,
                slot,
            } => (*field, Some((number.get(), slot.get()))),
            Entry::Flatten { field } => (*field, None),
        })
        .collect();
    assert_eq!(
        entries,
        [
            (0, Some((1, 0))),
            (1, Some((2, 1))),
            (2, Some((3, 2))),
            (3, None),
            (1, Some((4, 3))),
            (4, Some((5, 4))),
            (1, Some((7, 8))),
        ]
    );
    assert!(order.unknown.is_some());
    let default = order.skipped[0].default.as_ref().map(ToString::to_string);
    assert_eq!(default.as_deref(), Some("5"));
    let declared: Vec<usize> = order
        .declared()
        .iter()
        .map(|one| one.member().position)
        .collect();
    assert_eq!(declared, [0, 1, 2, 3, 4, 5, 6]);
}
