//! Where violations are: the fields of a path, with protobuf's numbers and types, in every shape that a message can take.

use std::collections::BTreeMap;

use everwire::dynamic::Dynamic;
use everwire::validate::{PathElement, Subscript};
use everwire::{Codec, DecodeOwned, Options, Violation, Violations, Wire};

/// A path as `name:number:type<key,value>[subscript]`, with dots between.
fn told(elements: &[PathElement]) -> String {
    let one = |one: &PathElement| {
        let number = one.field_number.map(|number| number.to_string());
        let number = number.unwrap_or_else(|| "-".into());
        let ty = one.field_type.map_or("-".into(), |ty| format!("{ty:?}"));
        let map = match (one.key_type, one.value_type) {
            (Some(key), Some(value)) => format!("<{key:?},{value:?}>"),
            _ => String::new(),
        };
        let subscript = match &one.subscript {
            Some(Subscript::Index(index)) => format!("[{index}]"),
            Some(other) => format!("[{other:?}]"),
            None => String::new(),
        };
        format!("{}:{number}:{ty}{map}{subscript}", one.field_name)
    };
    elements.iter().map(one).collect::<Vec<_>>().join(".")
}

fn listed(all: &Violations) -> Vec<[String; 3]> {
    let line = |one: &Violation| {
        [
            told(one.path.elements()),
            one.path.to_string(),
            format!("{} {}", one.rule_path, one.rule_id),
        ]
    };
    all.iter().map(line).collect()
}

/// The violations of a value: by itself, of its schema as data, and on every wire.
#[track_caller]
fn found<T: Codec + DecodeOwned>(value: &T) -> Vec<[String; 3]> {
    let own = listed(&value.validate().unwrap_err());
    for wire in Wire::ALL {
        let bytes = wire.encode(value).unwrap();
        let error = wire.decode::<T>(&bytes).err().unwrap();
        assert_eq!(listed(error.violations().unwrap()), own, "{wire}");
    }
    own
}

/// The same as data, where no rule stands in the code of a type alone.
#[track_caller]
fn as_data<T: Codec + DecodeOwned>(value: &T) -> Vec<[String; 3]> {
    let own = found(value);
    let bytes = Wire::Protobuf.encode(value).unwrap();
    let options = Options::new().validate(false);
    let dynamic = Dynamic::decode_with(T::SCHEMA, Wire::Protobuf, &bytes, &options).unwrap();
    assert_eq!(listed(&dynamic.validate().unwrap_err()), own);
    own
}

#[track_caller]
fn expect(found: Vec<[String; 3]>, expected: &[[&str; 3]]) {
    assert_eq!(found, expected);
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Line {
    #[codec(1, min_len = 1)]
    sku: String,
    #[codec(4, sint, gt = 0)]
    units: i32,
}

fn line() -> Line {
    Line {
        sku: "A".into(),
        units: 1,
    }
}

#[derive(Codec, Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Status {
    #[default]
    #[codec(0)]
    Draft,
    #[codec(1)]
    Paid,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Maps {
    #[codec(1, keys(min_len = 1), values(lt = 9))]
    texts: BTreeMap<String, u32>,
    #[codec(2)]
    flags: BTreeMap<bool, Line>,
    #[codec(3, key(sint), keys(gt = 0), values(items(gt = 0)))]
    signed: BTreeMap<i64, Vec<u32>>,
    #[codec(4)]
    unsigned: BTreeMap<u16, Line>,
    #[codec(5, values(gt = 0))]
    statuses: BTreeMap<Status, u32>,
    #[codec(6, values(gt = 0))]
    letters: BTreeMap<char, u32>,
}

#[test]
fn entries_of_maps_have_the_types_of_keys_and_values() {
    let bad = Line {
        sku: String::new(),
        ..line()
    };
    let maps = Maps {
        texts: [(String::new(), 9)].into(),
        flags: [(true, bad.clone())].into(),
        signed: [(-3, vec![1, 0])].into(),
        unsigned: [(7, bad)].into(),
        statuses: [(Status::Paid, 0)].into(),
        letters: [('é', 0)].into(),
    };
    expect(
        as_data(&maps),
        &[
            [
                "texts:1:Message<String,Uint32>[Str(\"\")]",
                "texts[\"\"]",
                "map.keys.string.min_len string.min_len",
            ],
            [
                "texts:1:Message<String,Uint32>[Str(\"\")]",
                "texts[\"\"]",
                "map.values.uint32.lt uint32.lt",
            ],
            [
                "flags:2:Message<Bool,Message>[Bool(true)].sku:1:String",
                "flags[true].sku",
                "string.min_len string.min_len",
            ],
            [
                "signed:3:Message<Sint64,Message>[Int(-3)]",
                "signed[-3]",
                "map.keys.sint64.gt sint64.gt",
            ],
            [
                "signed:3:Message<Sint64,Message>[Int(-3)].:1:Uint32[1]",
                "signed[-3][1]",
                "map.values.repeated.items.uint32.gt uint32.gt",
            ],
            [
                "unsigned:4:Message<Uint32,Message>[Uint(7)].sku:1:String",
                "unsigned[7].sku",
                "string.min_len string.min_len",
            ],
            [
                "statuses:5:Message<Int32,Uint32>[Int(1)]",
                "statuses[1]",
                "map.values.uint32.gt uint32.gt",
            ],
            [
                "letters:6:Message<String,Uint32>[Str(\"é\")]",
                "letters[\"é\"]",
                "map.values.uint32.gt uint32.gt",
            ],
        ],
    );
    let keys: Vec<_> = maps
        .validate()
        .unwrap_err()
        .iter()
        .map(|one| one.for_key)
        .collect();
    assert_eq!(keys, [true, false, false, true, false, false, false, false]);
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Lists {
    #[codec(1, min_items = 1)]
    none: Vec<Line>,
    #[codec(2)]
    lines: Vec<Line>,
    #[codec(3, items(min_items = 1, items(gt = 0)))]
    nested: Vec<Vec<u32>>,
    #[codec(4, items(gt = 0))]
    optional: Option<Vec<u32>>,
    #[codec(5)]
    maybe: Vec<Option<Line>>,
    #[codec(6, fixed, items(gt = 0))]
    fixed: [u32; 2],
    #[codec(7, group)]
    group: Option<Line>,
    #[codec(8)]
    pair: (u32, Line),
}

#[test]
fn elements_of_lists_stand_where_protobuf_has_them() {
    let bad = Line {
        sku: String::new(),
        ..line()
    };
    let lists = Lists {
        none: vec![],
        lines: vec![line(), Line { units: 0, ..line() }],
        nested: vec![vec![], vec![1, 0]],
        optional: Some(vec![0]),
        maybe: vec![None, Some(bad.clone())],
        fixed: [1, 0],
        group: Some(bad.clone()),
        pair: (1, bad),
    };
    expect(
        as_data(&lists),
        &[
            [
                "none:1:Message",
                "none",
                "repeated.min_items repeated.min_items",
            ],
            [
                "lines:2:Message[1].units:4:Sint32",
                "lines[1].units",
                "sint32.gt sint32.gt",
            ],
            [
                "nested:3:Message[0]",
                "nested[0]",
                "repeated.items.repeated.min_items repeated.min_items",
            ],
            [
                "nested:3:Message[1].:1:Uint32[1]",
                "nested[1][1]",
                "repeated.items.repeated.items.uint32.gt uint32.gt",
            ],
            [
                "optional:4:Message.:1:Uint32[0]",
                "optional[0]",
                "repeated.items.uint32.gt uint32.gt",
            ],
            [
                "maybe:5:Message[1].:1:Message.sku:1:String",
                "maybe[1].sku",
                "string.min_len string.min_len",
            ],
            [
                "fixed:6:Fixed32[1]",
                "fixed[1]",
                "repeated.items.fixed32.gt fixed32.gt",
            ],
            [
                "group:7:Group.sku:1:String",
                "group.sku",
                "string.min_len string.min_len",
            ],
            [
                "pair:8:Message.f2:2:Message.sku:1:String",
                "pair.f2.sku",
                "string.min_len string.min_len",
            ],
        ],
    );
}

#[derive(Codec, Clone, Debug, PartialEq)]
enum Event {
    #[codec(5)]
    Placed(Line),
    #[codec(6, gte = 5)]
    Count(u32),
    #[codec(7)]
    Cancelled {
        #[codec(1, min_len = 2)]
        why: String,
    },
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Sku(#[codec(min_len = 1, max_len = 3)] String);

#[derive(Codec, Clone, Debug, PartialEq)]
struct Audit {
    #[codec(20, email)]
    by: String,
}

fn has_units(order: &Order) -> Result<(), Violation> {
    match order.lines.is_empty() {
        true => Err(Violation::new("order.units", "must have units").at("main.units")),
        false => Ok(()),
    }
}

#[allow(
    clippy::ptr_arg,
    reason = "a hook takes a reference to the type of its field"
)]
fn unlucky(lines: &Vec<Line>) -> Result<(), Violation> {
    match lines.len() {
        1 => Err(Violation::new("order.lines", "must not be one").at("[0].units")),
        _ => Ok(()),
    }
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(validate = has_units)]
struct Order {
    #[codec(1)]
    sku: Sku,
    #[codec(2, rename = "positions", validate = unlucky)]
    lines: Vec<Line>,
    #[codec(3)]
    main: Option<Box<Line>>,
    #[codec(oneof(5, 6, 7), rule(required))]
    event: Option<Event>,
    #[codec(flatten)]
    audit: Audit,
    #[codec(21, items(min_len = 2))]
    skus: Vec<Sku>,
}

fn order(event: Option<Event>) -> Order {
    Order {
        sku: Sku("A".into()),
        lines: vec![line(), line()],
        main: None,
        event,
        audit: Audit {
            by: "ann@example.com".into(),
        },
        skus: vec![],
    }
}

#[test]
fn variants_newtypes_flattened_messages_and_hooks_are_fields_of_the_message() {
    let bad = Line {
        sku: String::new(),
        ..line()
    };
    let one = |order: Order, expected: [&str; 3]| expect(found(&order), &[expected]);
    one(
        order(Some(Event::Placed(bad.clone()))),
        [
            "Placed:5:Message.sku:1:String",
            "Placed.sku",
            "string.min_len string.min_len",
        ],
    );
    one(
        order(Some(Event::Count(1))),
        ["Count:6:Uint32", "Count", "uint32.gte uint32.gte"],
    );
    one(
        order(Some(Event::Cancelled { why: "?".into() })),
        [
            "Cancelled:7:Message.why:1:String",
            "Cancelled.why",
            "string.min_len string.min_len",
        ],
    );
    one(order(None), ["event:-:-", "event", " required"]);
    let fine = || order(Some(Event::Count(5)));
    one(
        Order {
            sku: Sku("AAAA".into()),
            ..fine()
        },
        ["sku:1:String", "sku", "string.max_len string.max_len"],
    );
    one(
        Order {
            audit: Audit { by: "ann".into() },
            ..fine()
        },
        ["by:20:String", "by", "string.email string.email"],
    );
    one(
        Order {
            lines: vec![],
            ..fine()
        },
        [
            "main:3:Message.units:4:Sint32",
            "main.units",
            " order.units",
        ],
    );
    one(
        Order {
            lines: vec![line()],
            ..fine()
        },
        [
            "positions:2:Message[0].units:4:Sint32",
            "positions[0].units",
            " order.lines",
        ],
    );
    one(
        Order {
            main: Some(Box::new(bad)),
            ..fine()
        },
        [
            "main:3:Message.sku:1:String",
            "main.sku",
            "string.min_len string.min_len",
        ],
    );
    expect(
        found(&Order {
            skus: vec![Sku("AAAA".into()), Sku("A".into())],
            ..fine()
        }),
        &[
            [
                "skus:21:String[0]",
                "skus[0]",
                "repeated.items.string.max_len string.max_len",
            ],
            [
                "skus:21:String[1]",
                "skus[1]",
                "repeated.items.string.min_len string.min_len",
            ],
        ],
    );
}

#[test]
fn what_stands_alone_is_a_message_or_a_field_without_a_name() {
    expect(
        found(&Event::Count(1)),
        &[["Count:6:Uint32", "Count", "uint32.gte uint32.gte"]],
    );
    expect(
        found(&vec![line(), Line { units: 0, ..line() }]),
        &[[
            ":1:Message[1].units:4:Sint32",
            "[1].units",
            "sint32.gt sint32.gt",
        ]],
    );
}
