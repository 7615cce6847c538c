//! Messages, enums with data and their fields, without a type.

use std::collections::BTreeMap;
use std::time::Duration;

use everwire::dynamic::{Dynamic, Key, Message, Union, Value};
use everwire::{Codec, Options, Schema, UnknownFields, Wire};

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "shop.v1.Order")]
struct Order {
    #[codec(1)]
    id: u64,
    #[codec(2, min_len = 1)]
    customer: String,
    #[codec(3)]
    lines: Vec<Line>,
    #[codec(4)]
    note: Option<String>,
    #[codec(5)]
    labels: BTreeMap<String, i32>,
    #[codec(6)]
    status: Status,
    #[codec(7, default = 1)]
    copies: u32,
    #[codec(oneof(10, 11))]
    event: Option<Event>,
    #[codec(12)]
    hash: [u8; 2],
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "shop.v1.Line")]
struct Line {
    #[codec(1)]
    sku: String,
    #[codec(2, gt = 0)]
    quantity: u32,
}

#[derive(Codec, Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    #[codec(0)]
    Draft,
    #[codec(1)]
    Paid,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "shop.v1.Event")]
enum Event {
    #[codec(10)]
    Placed(String),
    #[codec(11)]
    Cancelled,
}

fn line(sku: &str, quantity: u32) -> Value {
    let mut line = Message::new(Line::SCHEMA);
    assert!(line.set("sku", Some(sku.into())));
    assert!(line.set_number(2, Some(quantity.into())));
    line.into()
}

fn order() -> Message {
    let mut order = Message::new(Order::SCHEMA);
    order.set("id", Some(7_u64.into()));
    order.set("customer", Some("Ann".into()));
    order.set("lines", Some(vec![line("A-1", 2)].into()));
    order.set(
        "labels",
        Some(Value::Map(
            [(Key::String("a".into()), Value::Int(-1))].into(),
        )),
    );
    order.set("status", Some(Value::Enum(1)));
    order.set("hash", Some(Value::Bytes(vec![1, 2])));
    order
}

fn typed() -> Order {
    Order {
        id: 7,
        customer: "Ann".into(),
        lines: vec![Line {
            sku: "A-1".into(),
            quantity: 2,
        }],
        note: None,
        labels: BTreeMap::from([("a".into(), -1)]),
        status: Status::Paid,
        copies: 1,
        event: None,
        hash: [1, 2],
        unknown: UnknownFields::new(),
    }
}

fn encode(message: Message) -> Result<Vec<u8>, everwire::Error> {
    Wire::MsgPack.encode(&Dynamic::new(message.schema(), message.into()))
}

#[test]
fn what_is_put_together_is_what_the_type_writes() {
    let dynamic = Dynamic::new(Order::SCHEMA, order().into());
    for wire in Wire::ALL {
        let bytes = wire.encode(&typed()).unwrap();
        assert_eq!(wire.encode(&dynamic).unwrap(), bytes, "{wire}");
        let read = Dynamic::decode(Order::SCHEMA, wire, &bytes).unwrap();
        let message = read.value().as_message().unwrap();
        assert_eq!(message.get("customer").unwrap().as_str(), Some("Ann"));
        assert_eq!(message.get_number(6).unwrap().as_int(), Some(1));
        assert_eq!(
            message.get("lines").unwrap().as_list(),
            Some(&[line("A-1", 2)][..])
        );
        assert_eq!(message.get("labels").unwrap().as_map().unwrap().len(), 1);
        assert_eq!(message.get("no such field"), None);
    }
}

#[test]
fn an_absent_field_reads_as_its_default() {
    let message = Message::new(Order::SCHEMA);
    let read = |name: &str| {
        let fields = Order::SCHEMA.fields();
        let index = fields.iter().position(|field| field.name() == name);
        message.read(index.unwrap())
    };
    assert_eq!(read("id"), Some(Value::Int(0)));
    assert_eq!(read("copies"), Some(Value::Int(1)));
    assert_eq!(read("note"), None);
    assert_eq!(read("Placed"), None);
    assert_eq!(read("hash"), Some(Value::Bytes(vec![0, 0])));
    assert_eq!(message.iter().count(), 0);
}

#[test]
fn the_variants_of_a_oneof_take_each_others_place() {
    let mut message = order();
    assert!(message.set("Placed", Some("now".into())));
    assert!(message.set("Cancelled", Some(Value::Unit)));
    assert_eq!(message.get("Placed"), None);
    let order: Order = Wire::MsgPack
        .decode(&encode(message.clone()).unwrap())
        .unwrap();
    assert_eq!(order.event, Some(Event::Cancelled));
    assert!(message.set("Cancelled", None));
    let order: Order = Wire::MsgPack.decode(&encode(message).unwrap()).unwrap();
    assert_eq!(order.event, None);
}

#[test]
fn a_value_of_another_type_is_told_by_its_path() {
    let cases: [(&str, Value, &str); 9] = [
        ("id", "7".into(), "Order.id: expected u64, found string"),
        ("id", Value::Int(-1), "Order.id: expected u64, found -1"),
        ("id", Value::Null, "Order.id: expected u64, found null"),
        (
            "status",
            Value::Enum(9),
            "Order.status: `Status` has no value of the number 9",
        ),
        (
            "lines",
            Value::List(vec![1.into()]),
            "Order.lines[0]: expected shop.v1.Line, found 1",
        ),
        (
            "lines",
            Value::List(vec![order().into()]),
            "Order.lines[0]: expected shop.v1.Line, found shop.v1.Order",
        ),
        (
            "hash",
            Value::Bytes(vec![1]),
            "Order.hash: expected 2 elements, found 1",
        ),
        (
            "note",
            Value::Duration(Duration::ZERO),
            "Order.note: expected string, found duration",
        ),
        (
            "Placed",
            Value::Unit,
            "Order.Placed: expected string, found unit",
        ),
    ];
    for (name, value, text) in cases {
        for wire in Wire::ALL {
            let mut message = order();
            assert!(message.set(name, Some(value.clone())), "{name}");
            let mut buffer = b"before".to_vec();
            let dynamic = Dynamic::new(Order::SCHEMA, message.into());
            let error = wire.encode_into(&dynamic, &mut buffer).unwrap_err();
            assert_eq!(error.to_string(), text, "{wire}");
            assert_eq!(buffer, b"before");
        }
    }
}

#[test]
fn rules_are_those_of_the_schema() {
    let mut message = order();
    message.set("customer", Some("".into()));
    message.set("lines", Some(vec![line("A-1", 0)].into()));
    let dynamic = Dynamic::new(Order::SCHEMA, message.into());
    let order = Order {
        customer: String::new(),
        lines: vec![Line {
            sku: "A-1".into(),
            quantity: 0,
        }],
        ..typed()
    };
    let (found, expected) = (
        dynamic.validate().unwrap_err(),
        order.validate().unwrap_err(),
    );
    assert_eq!(found.to_string(), expected.to_string());
    let bytes = Wire::Json.encode(&order).unwrap();
    let error = Dynamic::decode(Order::SCHEMA, Wire::Json, &bytes).unwrap_err();
    assert_eq!(error.violations().unwrap().len(), 2);
}

#[test]
fn an_enum_with_data_stands_alone() {
    let event = Union::new(Event::SCHEMA, "Placed", "now".into()).unwrap();
    let dynamic = Dynamic::new(Event::SCHEMA, event.into());
    for wire in Wire::ALL {
        let bytes = wire.encode(&Event::Placed("now".into())).unwrap();
        assert_eq!(wire.encode(&dynamic).unwrap(), bytes, "{wire}");
        let read = Dynamic::decode(Event::SCHEMA, wire, &bytes).unwrap();
        let (variant, value) = read.value().as_union().unwrap().get().unwrap();
        assert_eq!((variant.number(), value.as_str()), (10, Some("now")));
    }
    assert_eq!(Union::new(Event::SCHEMA, "Gone", Value::Unit), None);
}

#[test]
fn what_is_unknown_is_kept_where_the_schema_says_so() {
    #[derive(Codec)]
    #[codec(name = "shop.v1.Line")]
    struct Keeping {
        #[codec(1)]
        sku: String,
        #[codec(unknown)]
        unknown: UnknownFields,
    }
    #[derive(Codec)]
    #[codec(name = "shop.v1.Line")]
    struct Skipping {
        #[codec(1)]
        sku: String,
    }
    for wire in Wire::ALL {
        let bytes = wire.encode(&typed().lines[0]).unwrap();
        for (schema, kept) in [(Keeping::SCHEMA, 1), (Skipping::SCHEMA, 0)] {
            let mut read = Dynamic::decode(schema, wire, &bytes).unwrap();
            let message = read.value_mut().as_message_mut().unwrap();
            assert_eq!(message.unknown().len(), kept);
            message.set("sku", Some("A-2".into()));
            let bytes = wire.encode(&read).unwrap();
            let options = Options::new().validate(false);
            let back: Line = options.decode(wire, &bytes).unwrap();
            assert_eq!(back.sku, "A-2");
            assert_eq!(back.quantity, if kept == 1 { 2 } else { 0 });
        }
    }
}

#[test]
fn a_value_without_a_name_has_a_schema_too() {
    let numbers = vec![1_u32, 300];
    for wire in Wire::ALL {
        let bytes = wire.encode(&numbers).unwrap();
        let schema: &'static Schema = <Vec<u32>>::SCHEMA;
        let read = Dynamic::decode(schema, wire, &bytes).unwrap();
        assert_eq!(read.value(), &Value::List(vec![1.into(), 300.into()]));
        assert_eq!(wire.encode(&read).unwrap(), bytes, "{wire}");
    }
}

#[test]
fn an_envelope_holds_one_as_well() {
    let blob = everwire::seal(&Dynamic::new(Order::SCHEMA, order().into()), Wire::MsgPack).unwrap();
    assert_eq!(blob, everwire::seal(&typed(), Wire::MsgPack).unwrap());
}

#[test]
fn a_default_behind_a_conversion_is_what_the_wires_see() {
    mod as_text {
        pub fn encode(value: &u32) -> String {
            format!("n{value}")
        }
        pub fn decode(text: String) -> Result<u32, std::num::ParseIntError> {
            text.trim_start_matches('n').parse()
        }
    }
    fn eleven() -> u32 {
        11
    }
    #[derive(Codec, Debug, PartialEq)]
    struct Converted {
        #[codec(1, with = as_text, default = 7)]
        literal: u32,
        #[codec(2, with = as_text, default = eleven())]
        computed: u32,
        #[codec(3, default = Event::Placed("then".into()))]
        event: Event,
        #[codec(oneof(10, 11), default = Event::Cancelled)]
        oneof: Event,
    }
    for (wire, empty) in [
        (Wire::Protobuf, &b""[..]),
        (Wire::MsgPack, b"\x90"),
        (Wire::Json, b"{}"),
    ] {
        let typed: Converted = wire.decode(empty).unwrap();
        assert_eq!((typed.literal, typed.computed), (7, 11));
        assert_eq!(typed.event, Event::Placed("then".into()));
        everwire_tests::twin::agree::<Converted>(wire, empty);
        let message = Dynamic::decode(Converted::SCHEMA, wire, empty).unwrap();
        let message = message.value().as_message().unwrap();
        assert_eq!(message.read(0), Some("n7".into()));
        assert_eq!(message.read(1), Some("n11".into()));
        assert_eq!(message.get("Cancelled"), Some(&Value::Unit));
    }
}

#[test]
fn a_struct_without_fields_is_no_message() {
    #[derive(Codec, Debug, PartialEq)]
    #[codec(name = "test.Ping")]
    struct Ping;
    for wire in Wire::ALL {
        let bytes = wire.encode(&Ping).unwrap();
        everwire_tests::twin::agree::<Ping>(wire, &bytes);
        let read = Dynamic::decode(Ping::SCHEMA, wire, &bytes).unwrap();
        assert_eq!(read.value(), &Value::Unit, "{wire}");
        assert_eq!(
            wire.encode(&Dynamic::new(Ping::SCHEMA, Value::Unit))
                .unwrap(),
            bytes
        );
    }
}
