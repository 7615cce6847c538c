//! Definitions that cannot be loaded, however small they are: no program ends of them.

use everwire::dynamic::{Definition, Dynamic, Gone, Group, Listed, Member, Shape, Types, What};
use everwire::schema::{Form, Int, Presence};
use everwire::validate::Literal;
use everwire::{Codec, Limits, Options, Wire};

fn message(name: &str, members: Vec<Member>) -> Definition {
    Definition::new(name, What::Message(members))
}

fn of(ty: Shape) -> Definition {
    message("A", vec![Member::new(1, "one", ty)])
}

fn named(name: &str) -> Shape {
    Shape::Named(name.into())
}

fn list(shape: Shape) -> Shape {
    Shape::List(Box::new(shape))
}

fn option(shape: Shape) -> Shape {
    Shape::Option(Box::new(shape))
}

fn bytes(len: usize) -> Shape {
    Shape::Fixed(Box::new(Shape::Bytes), len)
}

fn refused(definitions: &[Definition], why: &str) {
    let error = Types::load(definitions).unwrap_err().to_string();
    assert!(error.contains(why), "{error}\n{why}");
}

#[test]
fn a_default_does_not_hold_its_own_message() {
    let mut one = Member::new(1, "one", list(named("A")));
    one.default_bytes = Some(vec![0x91, 0x90]);
    one.presence = Presence::Explicit;
    let why =
        "`A` cannot be loaded: the default of `one` does not fit: it holds the message itself";
    refused(&[message("A", vec![one])], why);

    let mut one = Member::new(1, "one", named("A"));
    one.oneof = Some("either".into());
    let mut holder = message("A", vec![one]);
    holder.oneofs = vec![Group {
        name: "either".into(),
        default: Some((named("U"), vec![0x92, 0x01, 0x90])),
    }];
    let union = What::Union(vec![Member::new(1, "one", named("A"))]);
    let why = "`A` cannot be loaded: the default of `either` does not fit";
    refused(&[holder, Definition::new("U", union)], why);
}

#[test]
fn a_default_is_a_value() {
    let cases = [
        (Shape::String, Literal::Int(3), "expected string, found 3"),
        (Shape::Int(Int::U8), Literal::Int(300), "found 300"),
        (Shape::Int(Int::U128), Literal::Int(-1), "no value of u128"),
        (Shape::Char, Literal::Str(""), "no value of char"),
        (named("B"), Literal::Int(1), "no value of B"),
        (
            named("E"),
            Literal::Int(2),
            "`E` has no value of the number 2",
        ),
        (list(Shape::Bool), Literal::Bool(true), "no value of"),
        (option(Shape::Bool), Literal::Int(3), "found 3"),
    ];
    let values = vec![Listed {
        number: 1,
        name: "One".into(),
        aliases: vec![],
    }];
    let closed = What::Enum {
        values,
        open: false,
    };
    for (shape, literal, why) in cases {
        let mut one = Member::new(1, "one", shape);
        one.default = Some(literal);
        let other = [message("B", vec![]), Definition::new("E", closed.clone())];
        let [b, e] = other;
        refused(&[message("A", vec![one]), b, e], why);
    }
    let mut one = Member::new(1, "one", Shape::Int(Int::U8));
    one.default_bytes = Some(vec![0xc1]);
    refused(&[message("A", vec![one])], "it cannot be read");
}

fn chain(length: usize) -> Vec<Definition> {
    let link = |at: usize| {
        let next = match at + 1 < length {
            true => named(&format!("M{:07}", at + 1)),
            false => Shape::Bool,
        };
        message(&format!("M{at:07}"), vec![Member::new(1, "next", next)])
    };
    (0..length).map(link).collect()
}

#[test]
fn what_nests_has_an_end() {
    refused(&chain(20_000), "nests deeper than 100 levels");
    let types = Types::load(&chain(100)).unwrap();
    let schema = types.get("M0000000").unwrap();
    let limits = Limits {
        depth: 200,
        ..Limits::DEFAULT
    };
    for (wire, bytes) in [
        (Wire::Protobuf, &b""[..]),
        (Wire::MsgPack, b"\x90"),
        (Wire::Json, b"{}"),
    ] {
        let value = Dynamic::decode(schema, wire, bytes).unwrap();
        let options = Options::new().limits(limits);
        assert!(options.encode(wire, &value).is_ok(), "{wire}");
    }
    let deep = |levels| (0..levels).fold(Shape::Bool, |shape, _| list(shape));
    assert!(Types::load(&[of(deep(64))]).is_ok());
    let definitions = [of(deep(1_000))];
    refused(&definitions, "a shape nests deeper than 64 levels");
}

#[test]
fn a_fixed_length_is_held_wherever_it_stands() {
    let wide = Shape::Fixed(Box::new(list(Shape::Bool)), 1 << 60);
    let map = |value| Shape::Map(Box::new(Shape::String), Box::new(value));
    for shape in [
        map(wide.clone()),
        map(bytes(1 << 40)),
        list(wide.clone()),
        option(bytes(usize::MAX)),
        list(map(option(wide.clone()))),
    ] {
        refused(&[of(shape)], "has more than 1048576 parts");
    }
    let union = What::Union(vec![Member::new(1, "one", wide)]);
    let union = Definition::new("A", union);
    refused(&[union], "has more than 1048576 parts");
}

#[test]
fn the_slots_of_removed_fields_are_those_of_an_array() {
    let reserving = |slot, shape| {
        let mut definition = of(Shape::Bool);
        definition.reserved = vec![Gone::Slot(slot, shape)];
        definition
    };
    for shape in [None, Some(Shape::Bool)] {
        refused(&[reserving(u32::MAX, shape)], "4294967295 is no slot");
    }
    // What would need a slot beyond those of an array is keyed by number, and fills none.
    let types = Types::load(&[reserving(300_000_000, Some(Shape::Bool))]).unwrap();
    let value = Dynamic::decode(types.get("A").unwrap(), Wire::MsgPack, b"\x91\xc3").unwrap();
    assert_eq!(Wire::MsgPack.encode(&value).unwrap(), b"\x81\x01\xc3");
    let definition = reserving(1, Some(bytes(usize::MAX)));
    refused(&[definition], "has more than 1048576 parts");
    let own = "the slot of a removed field is filled with what holds that slot";
    refused(&[reserving(1, Some(named("A")))], own);
    let mut twice = reserving(1, Some(named("A")));
    twice.reserved.push(Gone::Slot(2, Some(named("A"))));
    refused(&[twice], own);
    let types = Types::load(&[reserving(255, Some(Shape::Bool))]).unwrap();
    let value = Dynamic::decode(types.get("A").unwrap(), Wire::MsgPack, b"\x91\xc3").unwrap();
    assert_eq!(Wire::MsgPack.encode(&value).unwrap().len(), 3 + 256);
}

#[test]
fn a_form_is_one_of_the_members() {
    let own = "its members are not those of its form";
    for form in [
        Form::Bare,
        Form::Value,
        Form::Null,
        Form::Timestamp,
        Form::Duration,
        Form::FieldMask,
        Form::Any,
    ] {
        let mut definition = of(option(named("A")));
        definition.form = form;
        refused(&[definition], own);
        let union = What::Union(vec![Member::new(1, "one", Shape::Bool)]);
        let mut definition = Definition::new("A", union);
        definition.form = form;
        refused(&[definition], own);
    }
    for schema in [
        everwire::wkt::Value::SCHEMA,
        everwire::wkt::Struct::SCHEMA,
        everwire::wkt::Timestamp::SCHEMA,
        everwire::wkt::Duration::SCHEMA,
        everwire::wkt::FieldMask::SCHEMA,
        everwire::wkt::Any::SCHEMA,
        everwire::wkt::BytesValue::SCHEMA,
    ] {
        let types = Types::load(&Definition::all(schema));
        assert!(types.unwrap().get(&schema.full_name()).is_some());
    }
}

#[test]
fn what_the_derive_refuses_is_refused() {
    let mut one = Member::new(1, "one", option(Shape::Bool));
    one.oneof = Some("either".into());
    refused(&[message("A", vec![one])], "holds an option");
    let mut unit = of(Shape::Bool);
    unit.is_unit = true;
    refused(&[unit], "a struct without fields has some");
    let values = What::Enum {
        values: vec![],
        open: true,
    };
    let mut tuple = Definition::new("A", values);
    tuple.is_tuple = true;
    refused(&[tuple], "no tuple");
}

#[test]
fn an_absent_message_of_many_parts_is_asked_for_once() {
    let wide = Shape::Fixed(Box::new(list(Shape::Bool)), (1 << 20) - 10);
    let big = message("Big", vec![Member::new(1, "wide", wide)]);
    let holder = message("Holder", vec![Member::new(1, "big", named("Big"))]);
    let all = message("All", vec![Member::new(1, "all", list(named("Holder")))]);
    let types = Types::load(&[big, holder, all]).unwrap();
    let mut bytes = vec![0x91, 0xdc, 0xff, 0xff];
    bytes.extend([0x90; 0xffff]);
    let read = Dynamic::decode(types.get("All").unwrap(), Wire::MsgPack, &bytes).unwrap();
    let all = read.value().as_message().unwrap().get("all").unwrap();
    assert_eq!(all.as_list().unwrap().len(), 0xffff);
}
