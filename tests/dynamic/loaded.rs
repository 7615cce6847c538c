//! Schemas that are made as the program runs.

use everwire::dynamic::{Definition, Dynamic, Listed, Member, Shape, Types, What};
use everwire::schema::{Encoding, Int};
use everwire::validate::{Literal, Rule};
use everwire::{Codec, Wire};

fn message(name: &str, members: Vec<Member>) -> Definition {
    Definition::new(name, What::Message(members))
}

fn named(name: &str) -> Shape {
    Shape::Named(name.into())
}

#[test]
fn types_refer_to_each_other_and_to_themselves() {
    let tree = message(
        "test.Tree",
        vec![
            Member::new(1, "colour", named("test.Colour")),
            Member::new(2, "branches", Shape::List(Box::new(named("test.Tree")))),
        ],
    );
    let values = ["RED", "GREEN"]
        .into_iter()
        .zip(0..)
        .map(|(name, number)| Listed {
            number,
            name: name.into(),
            aliases: Vec::new(),
        });
    let what = What::Enum {
        values: values.collect(),
        open: false,
    };
    let types = Types::load(&[tree, Definition::new("test.Colour", what)]).unwrap();
    assert_eq!(types.iter().count(), 2);
    let schema = types.get("test.Tree").unwrap();
    let json = br#"{"colour":"GREEN","branches":[{"colour":"RED","branches":[]}]}"#;
    let tree = Dynamic::decode(schema, Wire::Json, json).unwrap();
    assert_eq!(
        Wire::MsgPack.encode(&tree).unwrap(),
        b"\x92\x01\x91\x92\x00\x90"
    );
    assert_eq!(Wire::Protobuf.encode(&tree).unwrap(), b"\x08\x01\x12\x00");
    let error =
        Dynamic::decode(schema, Wire::Json, br#"{"branches":[{"colour":[]}]}"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "Tree.branches[0].colour: expected name or number of an enum, found array (json, byte 23)"
    );
}

#[test]
fn what_a_member_says_holds() {
    let mut delta = Member::new(1, "delta", Shape::Int(Int::I32));
    delta.encoding = Encoding::Zigzag;
    delta.rules = vec![Rule::Gt(Literal::Int(-5))];
    let mut copies = Member::new(2, "copies", Shape::Int(Int::U32));
    copies.default = Some(Literal::Int(3));
    copies.slot = 2;
    copies.json_name = "numberOfCopies".into();
    let types = Types::load(&[message("test.Said", vec![copies, delta])]).unwrap();
    let schema = types.get("test.Said").unwrap();
    let said = Dynamic::decode(schema, Wire::Protobuf, b"\x08\x03").unwrap();
    assert_eq!(
        everwire::json::to_string(&said).unwrap(),
        r#"{"delta":-2,"copies":3}"#
    );
    assert_eq!(Wire::MsgPack.encode(&said).unwrap(), b"\x93\xfe\xc0\x03");
    let named = Dynamic::decode(schema, Wire::Json, br#"{"numberOfCopies":4}"#).unwrap();
    assert_eq!(Wire::MsgPack.encode(&named).unwrap(), b"\x93\x00\xc0\x04");
    let error = Dynamic::decode(schema, Wire::Protobuf, b"\x08\x09").unwrap_err();
    assert_eq!(
        error.violations().unwrap().iter().next().unwrap().rule,
        "sint32.gt"
    );
}

#[test]
fn the_same_definitions_are_loaded_once() {
    let load = || {
        let types = Types::load(&[message(
            "test.Once",
            vec![Member::new(1, "id", Shape::Bool)],
        )]);
        types.unwrap().get("test.Once").unwrap()
    };
    assert!(std::ptr::eq(load(), load()));
    let other = [message(
        "test.Once",
        vec![Member::new(2, "id", Shape::Bool)],
    )];
    let other = Types::load(&other).unwrap().get("test.Once").unwrap();
    assert!(!std::ptr::eq(load(), other));
}

#[test]
fn what_cannot_be_loaded_says_why() {
    let member = |number| Member::new(number, format!("m{number}"), Shape::Bool);
    let mut slot = member(3);
    slot.slot = 0;
    let mut rule = member(1);
    rule.rules = vec![Rule::MinLen(1)];
    let union = What::Union(vec![Member::new(
        1,
        "one",
        Shape::Option(Box::new(Shape::Bool)),
    )]);
    let cases = [
        (
            vec![message("A", vec![]), message("A", vec![])],
            "`A` cannot be loaded: it is defined twice",
        ),
        (
            vec![message("A", vec![Member::new(1, "b", named("B"))])],
            "`A` cannot be loaded: `B`, which it refers to, is not defined",
        ),
        (
            vec![message("A", vec![member(1), member(2), member(1)])],
            "`A` cannot be loaded: two members have the slot 0",
        ),
        (
            vec![message("A", vec![member(1), slot])],
            "`A` cannot be loaded: two members have the slot 0",
        ),
        (
            vec![message("A", vec![member(0)])],
            "`A` cannot be loaded: 0 is no field number: help: they are 1 to 536,870,911",
        ),
        (
            vec![Definition::new("A", union)],
            "`A` cannot be loaded: the variant `one` holds an option, which no wire can tell from one that is not active",
        ),
        (
            vec![message("A", vec![rule])],
            "`A` cannot be loaded: a rule of `m1` does not fit: this is a rule of text and bytes: help: instead of `min_len` it is `min_items` for a \
             list, `min_pairs` for a map, `gte` for a number",
        ),
    ];
    for (definitions, text) in cases {
        assert_eq!(Types::load(&definitions).unwrap_err().to_string(), text);
    }
}

#[test]
fn a_schema_says_all_that_it_leads_to() {
    #[derive(Codec)]
    #[codec(name = "test.Outer")]
    struct Outer {
        #[codec(1)]
        inner: Vec<Inner<u32>>,
        #[codec(2)]
        outer: Option<Box<Outer>>,
    }
    #[derive(Codec)]
    #[codec(name = "test.Inner")]
    struct Inner<T> {
        #[codec(1)]
        held: T,
    }
    let all = Definition::all(Outer::SCHEMA);
    let names: Vec<_> = all.iter().map(Definition::full_name).collect();
    assert_eq!(names, ["test.Outer", "test.Inner<u32>"]);
    let types = Types::load(&all).unwrap();
    let schema = types.get("test.Outer").unwrap();
    assert_eq!(
        format!("{:?}", Definition::of(schema)),
        format!("{:?}", Some(&all[0]))
    );
    let outer = Outer {
        inner: vec![Inner { held: 7 }],
        outer: None,
    };
    let bytes = Wire::Protobuf.encode(&outer).unwrap();
    let read = Dynamic::decode(schema, Wire::Protobuf, &bytes).unwrap();
    assert_eq!(Wire::Protobuf.encode(&read).unwrap(), bytes);
}
