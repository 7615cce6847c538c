use everwire::dynamic::{Accepted, Definition, Gone, Group, Listed, Member, Shape, Types, What};
use everwire::schema::{Constant, Dialect, Encoding, Form, Int, Layout, Presence};
use everwire::validate::{Kind, Literal, PatternRef, Rule};

use super::{Acceptance, Lock, spell};

mod faults;
mod generations;
mod rules;

const U32: Shape = Shape::Int(Int::U32);

fn order() -> Definition {
    let mut customer = Member::new(2, "customer", Shape::String);
    customer.rules = vec![Rule::MaxLen(64), Rule::MinLen(1)];
    customer.aliases = vec!["client name".into()];
    let lines = Member::new(
        3,
        "lines",
        Shape::List(Box::new(Shape::Named("shop.v1.Line".into()))),
    );
    Definition::new(
        "shop.v1.Order",
        What::Message(vec![Member::new(1, "id", U32), customer, lines]),
    )
}

fn line() -> Definition {
    Definition::new(
        "shop.v1.Line",
        What::Message(vec![Member::new(1, "sku", Shape::String)]),
    )
}

fn locked(states: &[&[Definition]]) -> Lock {
    let mut lock = Lock::default();
    for state in states {
        lock.record(state, &[]);
    }
    lock
}

#[test]
fn a_generation_begins_where_something_changes() {
    let mut lock = Lock::default();
    assert!(lock.record(&[order(), line()], &[]));
    assert!(!lock.record(&[line(), order()], &[]));
    let mut wider = order();
    wider.members_mut()[0].ty = Shape::Int(Int::U64);
    wider.members_mut()[1].rules[0] = Rule::MaxLen(80);
    let why = Acceptance {
        type_name: "shop.v1.Order".into(),
        number: Some(1),
        change: "type u32 -> u64".into(),
        reason: "all \"old\" readers are gone".into(),
    };
    assert!(lock.record(&[wider], std::slice::from_ref(&why)));
    lock.generations
        .get_mut(&1)
        .unwrap()
        .labels
        .insert("v1.0".into());
    let text = lock.to_string();
    assert_eq!(
        text,
        "\
everwire lock 1

generation 1 v1.0
generation 2

shop.v1.Line @1-1 message
shop.v1.Line 1 @1-1 name sku
shop.v1.Line 1 @1-1 type string
shop.v1.Order @1 message
shop.v1.Order 1 @1 name id
shop.v1.Order 1 @1-1 type u32
shop.v1.Order 1 @2 type u64
shop.v1.Order 1 @2-2 accepted \"type u32 -> u64\" \"all \\\"old\\\" readers are gone\"
shop.v1.Order 2 @1 name customer
shop.v1.Order 2 @1 type string
shop.v1.Order 2 @1 alias \"client name\"
shop.v1.Order 2 @1-1 rule max_len = 64
shop.v1.Order 2 @2 rule max_len = 80
shop.v1.Order 2 @1 rule min_len = 1
shop.v1.Order 3 @1 name lines
shop.v1.Order 3 @1 type list<.shop.v1.Line>
"
    );
    assert_eq!(Lock::read(&text), Ok(lock.clone()));
    assert_eq!(lock.accepted(), [(2, why)]);
    assert_eq!(
        (lock.find("v1.0"), lock.find("2"), lock.find("v2")),
        (Some(1), Some(2), None)
    );
    assert_eq!(
        Lock::read(&text)
            .unwrap()
            .line_of("shop.v1.Order", Some(1), "type", 2),
        Some(
            text.lines()
                .position(|line| line.ends_with("type u64"))
                .unwrap()
                + 1
        )
    );
}

#[test]
fn each_generation_comes_back_as_it_was() {
    let said =
        |definitions: &[Definition]| definitions.iter().map(spell::facts).collect::<Vec<_>>();
    let mut second = order();
    second.members_mut()[0].ty = Shape::Int(Int::U64);
    let lock = locked(&[&[line(), order()], &[line(), second.clone()]]);
    assert_eq!(
        said(&lock.definitions(1).unwrap()),
        said(&[line(), order()])
    );
    assert_eq!(said(&lock.definitions(2).unwrap()), said(&[line(), second]));
}

#[test]
fn everything_that_a_definition_can_say_comes_back() {
    let mut whole = Definition::new(
        "a.Page",
        What::Message(vec![
            Member::new(
                1,
                "plain",
                Shape::Fixed(Box::new(Shape::List(Box::new(U32))), 3),
            ),
            Member::new(4, "foreign", Shape::Opaque),
            Member::new(3, "id", Shape::Uuid),
            Member::new(
                9,
                "map of",
                Shape::Map(
                    Box::new(Shape::Char),
                    Box::new(Shape::Option(Box::new(Shape::Named(
                        "a.Page<u32,=\"x\">".into(),
                    )))),
                ),
            ),
        ]),
    );
    whole.aliases = vec!["b.Page".into()];
    whole.json = Dialect::Proto;
    whole.layout = Layout::Map;
    whole.form = Form::Bare;
    whole.keeps_unknown = true;
    whole.is_message_set = true;
    whole.extensions = vec![(100, 199)];
    whole.arguments = vec![U32, Shape::Named("a.Line".into())];
    whole.constants = vec![Constant::Int(-3), Constant::Bool(true)];
    whole.reserved = vec![
        Gone::Numbers(3, 3),
        Gone::Numbers(5, 7),
        Gone::Name("old name".into()),
        Gone::Slot(2, None),
        Gone::Slot(4, Some(Shape::Duration)),
    ];
    whole.oneofs = vec![
        Group {
            name: "event".into(),
            default: None,
        },
        Group {
            name: "other".into(),
            default: Some((Shape::Named("a.E".into()), vec![1, 255])),
        },
    ];
    let member = &mut whole.members_mut()[1];
    member.slot = 3;
    member.json_name = "mapOf".into();
    member.presence = Presence::Required;
    member.default = Some(Literal::Float(f64::NAN));
    member.encoding = Encoding::Group;
    member.key = Encoding::Zigzag;
    member.map_value = Encoding::Fixed;
    member.is_packed = false;
    member.oneof = Some("event".into());
    member.since = 2;
    member.was = vec![Shape::String, Shape::List(Box::new(U32))];
    member.rules = vec![
        Rule::Kind(Kind::Sint32),
        Rule::Required,
        Rule::In(&[
            Literal::Int(-1),
            Literal::Uint(u128::MAX),
            Literal::Str("a, \"b\")"),
        ]),
        Rule::Const(Literal::Bytes(&[0, 255])),
        Rule::Within(Literal::Duration {
            secs: -1,
            nanos: -5,
        }),
        Rule::Lt(Literal::Timestamp { secs: 7, nanos: 1 }),
        Rule::Gt(Literal::Float(1.0)),
        Rule::HttpHeaderName { strict: false },
        Rule::Pattern(PatternRef::load("^[A-Z]+ \\d$").unwrap()),
        Rule::Items(&[
            Rule::MinLen(2),
            Rule::Keys(&[Rule::Email]),
            Rule::Const(Literal::Bool(true)),
        ]),
    ];
    let mut tuple = Definition::new("a.Tuple", What::Message(Vec::new()));
    tuple.is_tuple = true;
    let mut unit = Definition::new("a.Unit", What::Message(Vec::new()));
    unit.is_unit = true;
    let value = |number, name: &str| Listed {
        number,
        name: name.into(),
        aliases: vec!["x".into()],
    };
    let values = vec![value(-3, "MINUS"), value(0, "ZERO")];
    let open = Definition::new(
        "a.Open",
        What::Enum {
            values: values.clone(),
            open: true,
        },
    );
    let closed = Definition::new(
        "a.Closed",
        What::Enum {
            values,
            open: false,
        },
    );
    let union = Definition::new(
        "a.Union",
        What::Union(vec![Member::new(4, "Four", Shape::Unit)]),
    );
    let all = [whole, tuple, unit, open, closed, union];
    let lock = locked(&[&all]);
    let mut expected: Vec<_> = all
        .iter()
        .map(|one| (one.full_name(), spell::facts(one)))
        .collect();
    expected.sort();
    let text = lock.to_string();
    let read = Lock::read(&text).unwrap();
    assert_eq!(read.to_string(), text);
    let back: Vec<_> = read
        .said(1)
        .unwrap()
        .iter()
        .map(|one| (one.full_name(), spell::facts(one)))
        .collect();
    assert_eq!(back, expected);
}

#[test]
fn what_comes_back_can_be_loaded() {
    let lock = locked(&[&[order(), line()]]);
    let types = Types::load(&lock.definitions(1).unwrap()).unwrap();
    assert_eq!(types.get("shop.v1.Order").unwrap().fields().len(), 3);
}

#[test]
fn a_type_may_be_called_as_a_line_begins() {
    for name in ["generation", "everwire", "retired"] {
        let fields = vec![Member::new(1, "id", U32)];
        let definition = Definition::new(name, What::Message(fields));
        let lock = locked(&[std::slice::from_ref(&definition)]);
        let read = Lock::read(&lock.to_string()).unwrap();
        assert_eq!(read.to_string(), lock.to_string());
        assert_eq!(read.definitions(1).unwrap()[0].what, definition.what);
        let conflict =
            format!("everwire lock 1\n<<<<<<< a\n{name} @1 message\n=======\n>>>>>>> b\n");
        let fault = Lock::read(&conflict).unwrap_err();
        assert!(
            fault.message.ends_with("changed the same thing"),
            "{fault:?}"
        );
    }
}

#[test]
fn branches_that_touch_different_types_merge_and_others_collide() {
    let base = locked(&[&[order(), line()]]);
    let with = |definition: fn() -> Definition, member: Member| {
        let mut changed = definition();
        if let What::Message(fields) = &mut changed.what {
            fields.push(member);
        }
        changed
    };
    let (mut one, mut other, mut third) = (base.clone(), base.clone(), base);
    one.record(
        &[with(order, Member::new(4, "note", Shape::String)), line()],
        &[],
    );
    other.record(&[order(), with(line, Member::new(2, "price", U32))], &[]);
    third.record(&[with(order, Member::new(4, "total", U32)), line()], &[]);
    let merged = |a: &Lock, b: &Lock| {
        let (a, b) = (a.to_string(), b.to_string());
        let new = b.lines().filter(|line| !a.contains(line));
        format!(
            "{a}{}",
            new.map(|line| format!("{line}\n")).collect::<String>()
        )
    };
    let lock = Lock::read(&merged(&one, &other)).unwrap();
    assert_eq!(lock.newest(), 2);
    let both = lock.definitions(2).unwrap();
    assert_eq!(
        both.iter()
            .map(|one| one.members().len())
            .collect::<Vec<_>>(),
        [2, 4]
    );
    let fault = Lock::read(&merged(&one, &third)).unwrap_err();
    assert_eq!(
        (fault.line, fault.message.as_str()),
        (
            21,
            "`shop.v1.Order` 4 is said to have both `name total` and `name note` (line 19)"
        )
    );
}
