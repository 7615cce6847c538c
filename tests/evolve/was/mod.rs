//! A field whose type changed: what comes in a form that the type has not is read as a former one, and converted.

mod shapes;
mod told;

use std::collections::BTreeMap;
use std::num::ParseIntError;

use everwire::{Codec, DecodeOwned, Field, Options, Type, UnknownFields, Wire};
use everwire_tests::unhex;

use super::reread;

fn text(number: u32) -> String {
    format!("#{number}")
}

fn parse(text: String) -> Result<u32, ParseIntError> {
    text.trim_start_matches('#').parse()
}

fn alone(number: u32) -> Vec<u32> {
    vec![number]
}

fn some(number: u32) -> Option<String> {
    (number > 0).then(|| text(number))
}

fn labels(list: Vec<String>) -> BTreeMap<String, String> {
    list.into_iter().map(|one| (one, String::new())).collect()
}

fn switch(on: bool) -> Mode {
    if on { Mode::Fast } else { Mode::Slow }
}

fn level(level: Level) -> String {
    format!("{level:?}")
}

#[derive(Codec, Clone, Copy, Debug, PartialEq)]
enum Mode {
    #[codec(0)]
    Slow,
    #[codec(1)]
    Fast,
    #[codec(2)]
    Faster,
}

#[derive(Codec, Clone, Copy, Debug, PartialEq)]
enum Level {
    #[codec(0)]
    Low,
    #[codec(1)]
    High,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "Order")]
struct Old {
    #[codec(1)]
    id: u32,
    #[codec(2)]
    note: u32,
    #[codec(3)]
    parts: u32,
    #[codec(4)]
    labels: Vec<String>,
    #[codec(5)]
    count: String,
    #[codec(6)]
    fast: bool,
    #[codec(7)]
    level: Level,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "Order")]
struct New {
    #[codec(1, was(u32, with = text))]
    id: String,
    #[codec(2, was(u32, with = some))]
    note: Option<String>,
    #[codec(3, was(u32, with = alone))]
    parts: Vec<u32>,
    #[codec(4, was(Vec<String>, with = labels))]
    labels: BTreeMap<String, String>,
    #[codec(5, was(String, with = parse))]
    count: u32,
    #[codec(6, was(bool, with = switch))]
    fast: Mode,
    #[codec(7, was(Level, with = level))]
    level: String,
}

fn old() -> Old {
    Old {
        id: 7,
        note: 8,
        parts: 9,
        labels: vec![],
        count: "10".into(),
        fast: true,
        level: Level::Low,
    }
}

fn new() -> New {
    New {
        id: "#7".into(),
        note: Some("#8".into()),
        parts: vec![9],
        labels: BTreeMap::new(),
        count: 10,
        fast: Mode::Fast,
        level: "Low".into(),
    }
}

/// On JSON the number in quotes and the enum's name are values of the types themselves.
#[test]
fn a_value_of_the_former_type_is_converted() {
    for wire in Wire::ALL {
        let mut expected = new();
        if wire == Wire::Protobuf {
            // A zero is not written, and absent is absent.
            expected.level.clear();
        }
        assert_eq!(reread::<Old, New>(wire, &old()), expected, "{wire}");
    }
}

#[test]
fn the_new_type_alone_is_written() {
    let [protobuf, msgpack, json] = Wire::ALL.map(|wire| wire.encode(&new()).unwrap());
    assert_eq!(
        protobuf,
        b"\x0a\x02#7\x12\x02#8\x1a\x01\x09\x28\x0a\x30\x01\x3a\x03Low"
    );
    assert_eq!(msgpack, b"\x97\xa2#7\xa2#8\x91\x09\x80\x0a\x01\xa3Low");
    assert_eq!(
        String::from_utf8(json).unwrap(),
        r##"{"id":"#7","note":"#8","parts":[9],"labels":{},"count":10,"fast":"Fast","level":"Low"}"##
    );
    for wire in Wire::ALL {
        assert_eq!(reread::<New, New>(wire, &new()), new());
    }
}

fn read<T: DecodeOwned>(wire: Wire, hex: &str) -> T {
    wire.decode(&unhex(hex)).unwrap()
}

#[test]
fn any_order_and_any_form_of_a_message_will_do() {
    // Protobuf: the fields from the last to the first, and a tag of two bytes.
    let read_back: New = Wire::Protobuf
        .decode(b"\x30\x01\x2a\x0210\x18\x09\x10\x08\x88\x00\x07")
        .unwrap();
    assert_eq!(
        read_back,
        New {
            level: String::new(),
            ..new()
        }
    );
    // MessagePack: maps by number and by name, and a longer array.
    let expected = New {
        labels: BTreeMap::from([("a".into(), String::new())]),
        ..new()
    };
    for bytes in [
        &b"\x87\x07\x00\x06\xc3\x05\xa210\x04\x91\xa1a\x03\x09\x02\x08\x01\x07"[..],
        b"\x87\xa2id\x07\xa4note\x08\xa5parts\x09\xa6labels\x91\xa1a\xa5count\xa210\xa4fast\xc3\xa5level\x00",
        b"\x98\x07\x08\x09\x91\xa1a\xa210\xc3\x00\x01",
        b"\x97\x07\x08\x09\x91\xa1a\xa210\xc3\x00",
    ] {
        assert_eq!(Wire::MsgPack.decode::<New>(bytes).unwrap(), expected);
    }
    // JSON: other spaces, another order.
    let json = r#" { "level" : 1 , "fast" : true , "labels" : [ "a" ] , "parts" : 9 , "note" : 8 , "id" : 7, "count": "10" } "#;
    let read_back: New = Wire::Json.decode(json.as_bytes()).unwrap();
    assert_eq!(
        read_back,
        New {
            level: "High".into(),
            ..expected
        }
    );
}

#[test]
fn what_is_absent_is_absent_whatever_the_type() {
    let absent = New {
        id: String::new(),
        note: None,
        parts: vec![],
        labels: BTreeMap::new(),
        count: 0,
        fast: Mode::Slow,
        level: String::new(),
    };
    assert_eq!(read::<New>(Wire::Protobuf, ""), absent);
    assert_eq!(
        read::<New>(Wire::MsgPack, "97 c0 c0 c0 c0 c0 c0 c0"),
        absent
    );
    assert_eq!(read::<New>(Wire::MsgPack, "90"), absent);
    let json = br#"{"id":null,"note":null,"parts":null,"labels":null,"count":null,"fast":null}"#;
    assert_eq!(Wire::Json.decode::<New>(json).unwrap(), absent);
    // A former zero that is written is a value.
    let zero: New = read(Wire::MsgPack, "97 00 00 00 90 a130 c2 00");
    assert_eq!(
        (zero.id.as_str(), zero.note, zero.parts, zero.count),
        ("#0", None, vec![0], 0)
    );
    let zero: New = read(Wire::Protobuf, "08 00 10 00");
    assert_eq!((zero.id.as_str(), zero.note), ("#0", None));
}

#[test]
fn a_value_that_the_function_refuses_is_an_error_at_its_place() {
    #[derive(Codec, Debug)]
    struct Basket {
        #[codec(1)]
        lines: Vec<Line>,
    }
    #[derive(Codec, Debug)]
    struct Line {
        #[codec(1)]
        sku: String,
        #[codec(2, was(String, with = parse))]
        count: u32,
    }
    let told = |wire: Wire, bytes: &[u8]| {
        let error = wire.decode::<Basket>(bytes).unwrap_err();
        assert_eq!(
            (error.path(), error.wire()),
            ("Basket.lines[0].count".into(), Some(wire))
        );
        error.to_string()
    };
    assert_eq!(
        told(Wire::Protobuf, b"\x0a\x06\x0a\x01A\x12\x01x"),
        "Basket.lines[0].count: a value of the former type `string` cannot be converted: invalid digit found in string (protobuf, byte 8)"
    );
    assert_eq!(
        told(Wire::MsgPack, b"\x91\x91\x92\xa1A\xa1x"),
        "Basket.lines[0].count: a value of the former type `string` cannot be converted: invalid digit found in string (msgpack, byte 7)"
    );
    // JSON takes a number in quotes for one, so that no text is a former value.
    assert_eq!(
        told(Wire::Json, br#"{"lines":[{"sku":"A","count":"x"}]}"#),
        "Basket.lines[0].count: expected integer, found string (json, byte 29)"
    );
}

#[test]
fn what_has_neither_form_is_an_error_of_the_type_itself() {
    let error = Wire::MsgPack.decode::<New>(b"\x91\xc3").unwrap_err();
    assert_eq!(
        error.to_string(),
        "Order.id: expected string, found bool (msgpack, byte 1)"
    );
    let error = Wire::Json.decode::<New>(br#"{"id":[]}"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "Order.id: expected string, found array (json, byte 6)"
    );
    // A wire type that no type has is an unknown field.
    assert_eq!(read::<New>(Wire::Protobuf, "0d 00000000").id, "");
}
