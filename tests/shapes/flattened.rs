//! Flattened structs whose numbers and slots go apart: fields stand in slot order on every wire, whatever their numbers.
//!
//! Slots that do not ascend are a mistake, which `ui/type/flattened_out_of_order.rs` shows.

use std::fmt::Debug;

use everwire::{Codec, DecodeOwned, UnknownFields, Wire};
use everwire_tests::{hex, show, survives, unhex};

/// Numbers 4, 3, 1 and 2 in slots 0, 1, 2 and 4.
#[derive(Codec, Clone, Debug, PartialEq)]
struct Outer {
    #[codec(4, slot = 0)]
    first: u32,
    #[codec(flatten)]
    inner: Inner,
    #[codec(2, slot = 4)]
    last: u32,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Inner {
    #[codec(1, slot = 2)]
    text: String,
    #[codec(3, slot = 1)]
    list: Vec<u32>,
}

fn outer(first: u32, list: &[u32], text: &str, last: u32) -> Outer {
    Outer {
        first,
        inner: Inner {
            text: text.to_owned(),
            list: list.to_vec(),
        },
        last,
    }
}

/// Numbers 9, 8, 10, 3, 2, 6, 7 and 1 in slots 0 to 7, three levels deep, and what is not known.
#[derive(Codec, Clone, Debug, PartialEq)]
struct Top {
    #[codec(9, slot = 0)]
    first: u32,
    #[codec(flatten)]
    middle: Middle,
    #[codec(1, slot = 7)]
    last: Option<u32>,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Middle {
    #[codec(8, slot = 1)]
    before: i32,
    #[codec(flatten)]
    bottom: Bottom,
    #[codec(2, slot = 4)]
    after: bool,
    #[codec(oneof(6, 7))]
    choice: Option<Choice>,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Bottom {
    #[codec(3, slot = 3)]
    text: Option<String>,
    #[codec(10, slot = 2, default = 5)]
    number: u32,
}

#[derive(Codec, Clone, Debug, PartialEq)]
enum Choice {
    #[codec(6)]
    Number(u32),
    #[codec(7)]
    Text(String),
}

fn top(choice: Option<Choice>) -> Top {
    Top {
        first: 1,
        middle: Middle {
            before: -1,
            bottom: Bottom {
                text: Some("t".to_owned()),
                number: 2,
            },
            after: true,
            choice,
        },
        last: Some(0),
        unknown: UnknownFields::new(),
    }
}

/// What a type reads from bytes, fresh and over a value.
fn reads<T: Codec + DecodeOwned + Clone + Debug + PartialEq>(
    wire: Wire,
    bytes: &[u8],
    over: &T,
    expected: &T,
) {
    let shown = show(wire, bytes);
    assert_eq!(
        &wire.decode::<T>(bytes).unwrap(),
        expected,
        "{wire}: {shown}"
    );
    let mut held = over.clone();
    wire.decode_into(&mut held, bytes).unwrap();
    assert_eq!(&held, expected, "{wire}: over {over:?}: {shown}");
}

#[test]
fn fields_stand_in_slot_order() {
    let value = outer(1, &[5], "t", 3);
    for (wire, bytes) in [
        (Wire::Protobuf, "2001 1a0105 0a0174 1003"),
        (Wire::MsgPack, "95 01 9105 a174 c0 03"),
    ] {
        assert_eq!(hex(&wire.encode(&value).unwrap()), bytes.replace(' ', ""));
    }
    assert_eq!(
        everwire::json::to_string(&value).unwrap(),
        r#"{"first":1,"list":[5],"text":"t","last":3}"#
    );
    survives(&value, &outer(7, &[8, 9], "other", 10));
    survives(&outer(0, &[], "", 0), &value);
    let slots = |schema: &everwire::Schema| -> Vec<(u32, u32)> {
        let fields = schema.fields().iter();
        fields.map(|field| (field.slot(), field.number())).collect()
    };
    assert_eq!(slots(Outer::SCHEMA), [(0, 4), (1, 3), (2, 1), (4, 2)]);
    assert_eq!(
        slots(Top::SCHEMA),
        [
            (0, 9),
            (1, 8),
            (2, 10),
            (3, 3),
            (4, 2),
            (5, 6),
            (6, 7),
            (7, 1)
        ]
    );
}

#[test]
fn three_levels_stand_in_slot_order() {
    let value = top(Some(Choice::Text("c".to_owned())));
    for (wire, bytes) in [
        (
            Wire::Protobuf,
            "4801 40ffffffffffffffffff01 5002 1a0174 1001 3a0163 0800",
        ),
        (Wire::MsgPack, "98 01 ff 02 a174 c3 c0 a163 00"),
    ] {
        assert_eq!(hex(&wire.encode(&value).unwrap()), bytes.replace(' ', ""));
    }
    assert_eq!(
        everwire::json::to_string(&value).unwrap(),
        r#"{"first":1,"before":-1,"number":2,"text":"t","after":true,"Text":"c","last":0}"#
    );
    survives(&value, &top(Some(Choice::Number(6))));
    survives(&top(Some(Choice::Number(0))), &value);
    survives(&top(None), &value);
}

#[test]
fn arrays_may_be_shorter_or_longer_or_have_holes() {
    let held = outer(7, &[8, 9], "held", 10);
    for (bytes, expected) in [
        ("95 01 9105 a174 c0 03", outer(1, &[5], "t", 3)),
        ("95 01 9105 a174 63 03", outer(1, &[5], "t", 3)),
        ("95 c0 c0 c0 c0 03", outer(0, &[], "", 3)),
        ("95 c0 c0 a174 c0 c0", outer(0, &[], "t", 0)),
        ("95 c0 9105 c0 c0 03", outer(0, &[5], "", 3)),
        ("90", outer(0, &[], "", 0)),
        ("91 01", outer(1, &[], "", 0)),
        ("92 01 9105", outer(1, &[5], "", 0)),
        ("93 01 9105 a174", outer(1, &[5], "t", 0)),
        ("94 01 9105 a174 c0", outer(1, &[5], "t", 0)),
        (
            "97 01 9105 a174 c0 03 a178 93010203",
            outer(1, &[5], "t", 3),
        ),
        ("dc0005 01 9105 a174 c0 03", outer(1, &[5], "t", 3)),
    ] {
        reads(Wire::MsgPack, &unhex(bytes), &held, &expected);
    }
}

#[test]
fn maps_go_by_number_or_name() {
    let held = outer(7, &[8, 9], "held", 10);
    for (bytes, expected) in [
        ("84 04 01 03 9105 01 a174 02 03", outer(1, &[5], "t", 3)),
        ("84 01 a174 02 03 03 9105 04 01", outer(1, &[5], "t", 3)),
        ("83 02 03 01 c0 63 01", outer(0, &[], "", 3)),
        ("82 a46c697374 9105 a474657874 a174", outer(0, &[5], "t", 0)),
        ("82 a46c617374 03 a56669727374 01", outer(1, &[], "", 3)),
        ("80", outer(0, &[], "", 0)),
    ] {
        reads(Wire::MsgPack, &unhex(bytes), &held, &expected);
    }
}

#[test]
fn fields_may_come_in_any_order() {
    let held = outer(7, &[8, 9], "held", 10);
    for (bytes, expected) in [
        ("0a0174 1003 1a0105 2001", outer(1, &[5], "t", 3)),
        (
            "1003 1805 2001 1a0206 07 0a0174 2002",
            outer(2, &[5, 6, 7], "t", 3),
        ),
        ("0a0175 9a0600 0a0174", outer(0, &[], "t", 0)),
    ] {
        reads(Wire::Protobuf, &unhex(bytes), &held, &expected);
    }
    for (text, expected) in [
        (
            r#"{"last":3,"text":"t","list":[5],"first":1}"#,
            outer(1, &[5], "t", 3),
        ),
        (
            r#"{"text":"t","first":null,"x":{},"list":null}"#,
            outer(0, &[], "t", 0),
        ),
        ("{}", outer(0, &[], "", 0)),
    ] {
        reads(Wire::Json, text.as_bytes(), &held, &expected);
    }
}

#[test]
fn three_levels_are_read_with_holes_and_strangers() {
    let held = top(Some(Choice::Number(6)));
    let mut bare = top(None);
    bare.first = 0;
    bare.last = None;
    bare.middle.before = 0;
    bare.middle.after = false;
    bare.middle.bottom = Bottom {
        text: None,
        number: 5,
    };
    let mut deep = bare.clone();
    deep.middle.bottom.number = 2;
    let mut chosen = deep.clone();
    chosen.middle.choice = Some(Choice::Number(9));
    for (wire, bytes, expected) in [
        (Wire::MsgPack, "90", &bare),
        (Wire::MsgPack, "98 c0 c0 c0 c0 c0 c0 c0 c0", &bare),
        (Wire::MsgPack, "93 c0 c0 02", &deep),
        (Wire::MsgPack, "96 c0 c0 02 c0 c0 09", &chosen),
        (Wire::MsgPack, "81 0a 02", &deep),
        (Wire::MsgPack, "82 06 09 0a 02", &chosen),
        (Wire::Protobuf, "", &bare),
        (Wire::Protobuf, "5002", &deep),
        (Wire::Protobuf, "3a0163 3009 5002", &chosen),
    ] {
        reads(wire, &unhex(bytes), &held, expected);
    }
    reads(Wire::Json, br#"{"Number":9,"number":2}"#, &held, &chosen);

    let bytes = unhex("9a 01 ff 02 a174 c3 c0 a163 00 0b a178");
    let newer: Top = Wire::MsgPack.decode(&bytes).unwrap();
    assert_eq!(newer.middle, top(Some(Choice::Text("c".to_owned()))).middle);
    assert_eq!(Wire::MsgPack.encode(&newer).unwrap(), bytes);
    let bytes = unhex("4801 40ffffffffffffffffff01 5002 1a0174 1001 3a0163 0800 5a0178 6001");
    let newer: Top = Wire::Protobuf.decode(&bytes).unwrap();
    assert_eq!(Wire::Protobuf.encode(&newer).unwrap(), bytes);
}
