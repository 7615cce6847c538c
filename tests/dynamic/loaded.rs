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
        error.violations().unwrap().iter().next().unwrap().rule_id,
        "sint32.gt"
    );
}

#[test]
fn a_value_of_a_former_type_is_read_as_what_it_is() {
    let mut id = Member::new(1, "id", Shape::String);
    id.was = vec![Shape::Int(Int::U32), named("test.Line")];
    id.rules = vec![Rule::MinLen(2)];
    let line = message("test.Line", vec![Member::new(1, "sku", Shape::String)]);
    let types = Types::load(&[message("test.Order", vec![id]), line]).unwrap();
    let schema = types.get("test.Order").unwrap();
    assert_eq!(schema.fields()[0].was().len(), 2);
    let again = Definition::all(schema);
    assert_eq!(again[0].members()[0].was.len(), 2);
    assert!(again.iter().any(|one| one.name == "test.Line"));
    let read = |wire: Wire, bytes: &[u8]| {
        let order = Dynamic::decode(schema, wire, bytes).unwrap();
        let message = order.value().as_message().unwrap();
        let former = message.former(0).map(|ty| ty.to_string());
        assert_eq!(wire.encode(&order).is_err(), former.is_some());
        (format!("{:?}", message.at(0).unwrap()), former)
    };
    for (wire, bytes) in [
        (Wire::Protobuf, &b"\x08\x07"[..]),
        (Wire::MsgPack, b"\x91\x07"),
        (Wire::Json, br#"{"id":7}"#),
    ] {
        let (shown, former) = read(wire, bytes);
        assert!(shown.contains('7'), "{wire}: {shown}");
        assert_eq!(former.as_deref(), Some("u32"), "{wire}");
    }
    let (shown, former) = read(Wire::Json, br#"{"id":{"sku":"A"}}"#);
    assert!(shown.contains("sku"), "{shown}");
    assert_eq!(former.as_deref(), Some("test.Line"));
    assert_eq!(read(Wire::MsgPack, b"\x91\xa2AB").1, None);
    let error = Dynamic::decode(schema, Wire::MsgPack, b"\x91\xa1A").unwrap_err();
    assert!(error.is_validation(), "{error}");
}

#[test]
fn a_schema_of_the_program_with_former_types_is_loaded_back() {
    fn text(number: u32) -> String {
        number.to_string()
    }
    #[derive(Codec)]
    #[codec(name = "test.Was")]
    struct Was {
        #[codec(1, was(u32, with = text))]
        id: String,
    }
    let types = Types::load(&Definition::all(Was::SCHEMA)).unwrap();
    for schema in [Was::SCHEMA, types.get("test.Was").unwrap()] {
        let read = Dynamic::decode(schema, Wire::MsgPack, b"\x91\x07").unwrap();
        assert!(read.value().as_message().unwrap().former(0).is_some());
        let error = Wire::MsgPack.encode(&read).unwrap_err();
        assert_eq!(error.to_string(), "Was.id: expected string, found 7");
    }
    let was: Was = Wire::MsgPack.decode(b"\x91\x07").unwrap();
    assert_eq!(was.id, "7");
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
fn what_is_refused_is_refused_again_and_names_its_type() {
    let mut held = Member::new(1, "held", Shape::Named("test.Held".into()));
    // A default that is bytes is read by what was made.
    held.default_bytes = Some(vec![0xc1]);
    let held = [
        message("test.Refused", vec![held]),
        message("test.Held", vec![Member::new(1, "id", Shape::Bool)]),
    ];
    let refused = Types::load(&held).unwrap_err();
    assert_eq!(Types::load(&held).unwrap_err(), refused);
    assert_eq!(refused.type_name(), "test.Refused");
    assert_eq!(
        refused.why(),
        "the default of `held` does not fit: it cannot be read, or holds the message itself"
    );
    assert_eq!(
        everwire::Error::from(refused.clone()).to_string(),
        refused.to_string()
    );
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
    let of = |ty: Shape| vec![message("A", vec![Member::new(1, "one", ty)])];
    let fixed = |ty: Shape, len| Shape::Fixed(Box::new(Shape::List(Box::new(ty))), len);
    let map = |key: Shape| Shape::Map(Box::new(key), Box::new(Shape::Bool));
    let mut default = member(1);
    default.default = Some(Literal::Int(1));
    let mut far = member(2);
    far.slot = u32::MAX;
    let mut same = member(2);
    same.name = "m1".into();
    let doubled: Vec<_> = (0..40)
        .map(|depth| {
            let next = if depth == 39 {
                Shape::Bool
            } else {
                named(&format!("D{}", depth + 1))
            };
            message(
                &format!("D{depth}"),
                vec![Member::new(1, "a", next.clone()), Member::new(2, "b", next)],
            )
        })
        .collect();
    let cases = [
        (
            of(named("A")),
            "`A` cannot be loaded: it holds itself: help: put an option or a list between",
        ),
        (
            of(fixed(named("A"), 1)),
            "`A` cannot be loaded: it holds itself: help: put an option or a list between",
        ),
        (
            doubled,
            "`D20` cannot be loaded: a value in which all is absent has more than 1048576 parts",
        ),
        (
            of(fixed(Shape::Bool, usize::MAX)),
            "`A` cannot be loaded: a value in which all is absent has more than 1048576 parts",
        ),
        (
            of(Shape::Fixed(Box::new(Shape::Bytes), usize::MAX)),
            "`A` cannot be loaded: a value in which all is absent has more than 1048576 parts",
        ),
        (
            of(Shape::Fixed(Box::new(Shape::Bool), 1)),
            "`A` cannot be loaded: only lists and bytes have a fixed length, and not bool",
        ),
        (
            of(Shape::Option(Box::new(Shape::Unit))),
            "`A` cannot be loaded: an option cannot hold unit, which may itself be nil",
        ),
        (
            of(map(Shape::Float64)),
            "`A` cannot be loaded: f64 cannot be the key of a map",
        ),
        (
            of(map(named("A"))),
            "`A` cannot be loaded: A cannot be the key of a map",
        ),
        (
            vec![message("A", vec![default])],
            "`A` cannot be loaded: the default of `m1` does not fit: expected bool, found 1",
        ),
        (
            vec![message("A", vec![far])],
            "`A` cannot be loaded: 4294967295 is no slot: help: they are 0 to 536,870,910",
        ),
        (
            vec![message("A", vec![member(1), same])],
            "`A` cannot be loaded: two members are called `m1`",
        ),
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

#[test]
fn a_variant_that_is_zero_is_written() {
    let mut one = Member::new(1, "one", Shape::Int(Int::U32));
    let union = Definition::new("test.Either", What::Union(vec![one.clone()]));
    one.oneof = Some("either".into());
    let held = message("test.Held", vec![one]);
    let far = message(
        "test.Far",
        vec![Member::new(100_000_000, "far", Shape::Bool)],
    );
    let types = Types::load(&[union, held, far]).unwrap();
    for name in ["test.Either", "test.Held"] {
        let schema = types.get(name).unwrap();
        let zero = Dynamic::decode(schema, Wire::Json, br#"{"one":0}"#).unwrap();
        assert_eq!(Wire::Protobuf.encode(&zero).unwrap(), b"\x08\x00", "{name}");
    }
    let far = Dynamic::decode(
        types.get("test.Far").unwrap(),
        Wire::Json,
        br#"{"far":true}"#,
    );
    assert_eq!(
        Wire::MsgPack.encode(&far.unwrap()).unwrap(),
        b"\x81\xce\x05\xf5\xe1\x00\xc3"
    );
}
