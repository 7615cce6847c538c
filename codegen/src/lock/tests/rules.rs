//! Rules of messages and of values: from a definition to text, and back to what it was.

use everwire::dynamic::{Definition, Member, Shape, What};
use everwire::schema::Presence;
use everwire::validate::{Literal, MessageRule, Rule};
use everwire::{Codec, wkt};

use super::super::{Lock, spell};
use super::{U32, locked};

/// A member that says nothing but its rules.
fn ruled(number: u32, name: &str, ty: Shape, rules: &[Rule]) -> Member {
    let mut member = Member::new(number, name, ty);
    member.rules = rules.to_vec();
    member
}

fn named(name: &str) -> Shape {
    Shape::Option(Box::new(Shape::Named(name.into())))
}

/// What a lock says of a type, and what it reads of that.
fn back(definition: &Definition) -> (String, Definition) {
    let mut all = vec![definition.clone()];
    for schema in [wkt::Any::SCHEMA, wkt::FieldMask::SCHEMA] {
        all.extend(Definition::all(schema));
    }
    let text = locked(&[&all]).to_string();
    let read = Lock::read(&text).unwrap();
    assert_eq!(read.to_string(), text);
    let mut read = read.definitions(1).unwrap().into_iter();
    let own = read.find(|one| one.full_name() == definition.full_name());
    (text, own.unwrap())
}

#[test]
fn rules_of_messages_come_back() {
    let variant = |number, name: &str| {
        let mut member = Member::new(number, name, U32);
        (member.oneof, member.presence) = (Some("paid".into()), Presence::Explicit);
        member
    };
    let mut order = Definition::new(
        "shop.v1.Order",
        What::Message(vec![
            Member::new(1, "email", Shape::String),
            Member::new(2, "call \"me\"", Shape::String),
            variant(3, "cents"),
            variant(4, "points"),
        ]),
    );
    order.rules = vec![
        MessageRule::Oneof {
            fields: &["call \"me\"", "email"],
            required: true,
        },
        MessageRule::Oneof {
            fields: &["cents", "email"],
            required: false,
        },
        MessageRule::Variant { oneof: "paid" },
    ];
    let (text, read) = back(&order);
    let rules: Vec<_> = text.lines().filter(|line| line.contains("holds")).collect();
    assert_eq!(
        rules,
        [
            r#"shop.v1.Order @1 holds oneof("call \"me\"", "email"), required"#,
            r#"shop.v1.Order @1 holds oneof("cents", "email")"#,
            r#"shop.v1.Order @1 holds variant "paid""#,
        ]
    );
    assert_eq!(read.rules, order.rules);
    assert_eq!(spell::facts(&read), spell::facts(&order));
}

#[test]
fn the_order_of_the_fields_of_a_oneof_says_nothing() {
    let with = |fields: &'static [&'static str]| {
        let members = ["a", "b"].into_iter().zip(1..);
        let members = members.map(|(name, number)| Member::new(number, name, U32));
        let mut one = Definition::new("M", What::Message(members.collect()));
        one.rules = vec![MessageRule::Oneof {
            fields,
            required: false,
        }];
        one
    };
    let mut lock = Lock::default();
    assert!(lock.record(&[with(&["a", "b"])], &[]));
    assert!(!lock.record(&[with(&["b", "a"])], &[]));
    assert!(lock.record(&[with(&["a"])], &[]));
}

#[test]
fn a_rule_of_a_message_that_cannot_be_read_is_told() {
    for said in [
        r#"holds oneof("a"), requires"#,
        r#"holds oneof("a"), required, required"#,
        "holds oneof(a)",
        r#"holds variant "a", required"#,
        r#"holds variants "a""#,
    ] {
        let text = format!(
            "everwire lock 1\n\ngeneration 1\n\nM @1 message\nM @1 {said}\nM 1 @1 name a\nM 1 @1 type u32\n"
        );
        let fault = Lock::read(&text).unwrap().definitions(1).unwrap_err();
        assert_eq!(
            (fault.line, fault.message),
            (6, format!("`{said}` says nothing of `M`"))
        );
    }
}

#[test]
fn a_rule_that_names_no_field_is_told() {
    let text = "everwire lock 1\n\ngeneration 1\n\nM @1 message\nM @1 holds oneof(\"b\")\nM 1 @1 name a\nM 1 @1 type u32\n";
    let fault = Lock::read(text).unwrap().definitions(1).unwrap_err();
    assert_eq!(
        (fault.line, fault.message.as_str()),
        (
            5,
            "`M` cannot be loaded: a rule of the message names what is no field of it"
        )
    );
}

#[test]
fn rules_of_values_come_back() {
    use Rule::*;
    let formats = [
        (Tuuid, "tuuid"),
        (Ulid, "ulid"),
        (Address, "address"),
        (HostAndPort, "host_and_port"),
        (IpWithPrefixlen, "ip_with_prefixlen"),
        (Ipv4WithPrefixlen, "ipv4_with_prefixlen"),
        (Ipv6WithPrefixlen, "ipv6_with_prefixlen"),
        (IpPrefix, "ip_prefix"),
        (Ipv4Prefix, "ipv4_prefix"),
        (Ipv6Prefix, "ipv6_prefix"),
        (ProtobufFqn, "protobuf_fqn"),
        (ProtobufDotFqn, "protobuf_dot_fqn"),
        (HttpHeaderName { strict: true }, "http_header_name"),
        (HttpHeaderName { strict: false }, "http_header_name_loose"),
        (HttpHeaderValue { strict: true }, "http_header_value"),
        (HttpHeaderValue { strict: false }, "http_header_value_loose"),
        (IgnoreIfZero, "ignore_if_zero"),
        (IgnoreAlways, "ignore_always"),
        (
            Example(&[Literal::Str("a, \"b\")"), Literal::Str("")]),
            r#"example("a, \"b\")", "")"#,
        ),
    ];
    let mut members: Vec<Member> = formats
        .iter()
        .zip(1..)
        .map(|((rule, spelled), number)| {
            let name = spelled.replace(|c: char| !c.is_ascii_alphanumeric(), "_");
            ruled(number, &format!("{name}_{number}"), Shape::String, &[*rule])
        })
        .collect();
    let mut expected: Vec<String> = formats
        .iter()
        .map(|(_, spelled)| (*spelled).to_owned())
        .collect();
    let mask = || named("google.protobuf.FieldMask");
    for (ty, rule, spelled) in [
        (
            mask(),
            Const(Literal::Paths(&["a.b", "c"])),
            r#"const = paths("a.b", "c")"#,
        ),
        (mask(), Const(Literal::Paths(&[])), "const = paths()"),
        (
            mask(),
            In(&[Literal::Str("a.b"), Literal::Str("c")]),
            r#"in("a.b", "c")"#,
        ),
        (
            mask(),
            Example(&[Literal::Paths(&["a"]), Literal::Paths(&[])]),
            r#"example(paths("a"), paths())"#,
        ),
        (
            named("google.protobuf.Any"),
            NotIn(&[Literal::Str("type.googleapis.com/a.B")]),
            r#"not_in("type.googleapis.com/a.B")"#,
        ),
        (
            Shape::Timestamp,
            Within(Literal::Duration { secs: 60, nanos: 5 }),
            "within = duration(60, 5)",
        ),
        (Shape::Timestamp, GtNow, "gt_now"),
        (Shape::Timestamp, LtNow, "lt_now"),
        (
            Shape::Bytes,
            Example(&[Literal::Bytes(&[0, 255])]),
            "example(0x00ff)",
        ),
        (
            Shape::List(Box::new(Shape::String)),
            Items(&[Ulid, IgnoreIfZero]),
            "items(ignore_if_zero, ulid)",
        ),
    ] {
        let number = members.len() as u32 + 1;
        members.push(ruled(number, &format!("f{number}"), ty, &[rule]));
        expected.push(spelled.to_owned());
    }
    let whole = Definition::new("a.All", What::Message(members));
    let (text, read) = back(&whole);
    let told: Vec<_> = text
        .lines()
        .filter_map(|line| Some(line.split_once(" rule ")?.1.to_owned()))
        .collect();
    assert_eq!(told, expected);
    let rules = |one: &Definition| -> Vec<Vec<Rule>> {
        one.members().iter().map(|one| one.rules.clone()).collect()
    };
    let (mut before, mut after) = (rules(&whole), rules(&read));
    // The order of rules says nothing, and is that of their names here.
    assert_eq!(before.pop(), Some(vec![Items(&[Ulid, IgnoreIfZero])]));
    assert_eq!(after.pop(), Some(vec![Items(&[IgnoreIfZero, Ulid])]));
    assert_eq!(after, before);
}
