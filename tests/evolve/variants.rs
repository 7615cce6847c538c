//! Promise 2: a variant that a reader does not know is held in the form in which it came.

use std::collections::BTreeMap;

use everwire::{Codec, DecodeOwned, UnknownFields, Wire};
use everwire_tests::{hex, unhex};

#[derive(Codec, Clone, Debug, PartialEq)]
enum Event {
    #[codec(1)]
    A(u32),
    #[codec(2)]
    B {
        #[codec(1)]
        x: u32,
    },
    #[codec(3)]
    Unit,
    #[codec(other)]
    Other(UnknownFields),
}

#[derive(Codec, Clone, Debug, PartialEq)]
enum Known {
    #[codec(1)]
    A(u32),
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Holder {
    #[codec(1)]
    event: Option<Event>,
    #[codec(2)]
    after: u32,
}

fn read<T: DecodeOwned>(text: &str) -> T {
    Wire::MsgPack.decode(&unhex(text)).unwrap()
}

#[track_caller]
fn again<T: DecodeOwned + Codec>(text: &str) -> T {
    let value: T = read(text);
    let bytes = Wire::MsgPack.encode(&value).unwrap();
    assert_eq!(hex(&bytes), hex(&unhex(text)));
    value
}

#[test]
fn an_unknown_bare_name_is_written_as_a_bare_name() {
    let event: Event = again("a3 4e6577");
    assert!(matches!(&event, Event::Other(unknown) if unknown.len() == 1));
    let holder: Holder = again("92 a3 4e6577 07");
    assert_eq!((holder.event, holder.after), (Some(event), 7));
    let list: Vec<Event> = again("92 a3 4e6577 92 01 05");
    assert_eq!(list[1], Event::A(5));
    again::<Event>("81 a3 4e6577 c0");
    again::<Event>("92 09 91 01");
}

#[test]
fn a_known_name_without_its_payload_is_an_error() {
    assert_eq!(read::<Event>("a4 556e6974"), Event::Unit);
    for (text, name) in [("a1 41", "A"), ("a1 42", "B")] {
        let error = Wire::MsgPack.decode::<Event>(&unhex(text)).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!(
                "Event.{name}: expected a variant's number and payload, found string (msgpack, byte 0)"
            )
        );
    }
    assert!(
        Wire::MsgPack
            .decode::<Holder>(&unhex("92 a1 41 07"))
            .is_err()
    );
}

#[test]
fn an_enum_that_names_no_variant_holds_nothing_on_every_wire() {
    let nothing = Event::Other(UnknownFields::new());
    for text in ["{}", r#"{"A":null}"#] {
        assert_eq!(
            Wire::Json.decode::<Event>(text.as_bytes()).unwrap(),
            nothing
        );
    }
    let holder = Holder {
        event: Some(nothing.clone()),
        after: 1,
    };
    for (wire, root, field) in [
        (Wire::Protobuf, unhex(""), unhex("0a00 1001")),
        (Wire::MsgPack, unhex("80"), unhex("92 80 01")),
        (
            Wire::Json,
            b"{}".to_vec(),
            br#"{"event":{},"after":1}"#.to_vec(),
        ),
    ] {
        assert_eq!(hex(&wire.encode(&nothing).unwrap()), hex(&root), "{wire}");
        assert_eq!(wire.decode::<Event>(&root).unwrap(), nothing, "{wire}");
        assert_eq!(hex(&wire.encode(&holder).unwrap()), hex(&field), "{wire}");
        assert_eq!(wire.decode::<Holder>(&field).unwrap(), holder, "{wire}");
    }
    assert!(Wire::MsgPack.decode::<Known>(&unhex("80")).is_err());
}

#[test]
fn a_variant_of_another_wire_is_left_out_of_the_map_form() {
    #[derive(Codec, Debug, PartialEq)]
    #[codec(msgpack = "map")]
    struct Keyed {
        #[codec(1)]
        event: Option<Event>,
        #[codec(2)]
        after: u32,
    }
    let keyed: Keyed = Wire::Json
        .decode(br#"{"event":{"New":1},"after":7}"#)
        .unwrap();
    let bytes = Wire::MsgPack.encode(&keyed).unwrap();
    assert_eq!(hex(&bytes), "810207");
    let error = Wire::MsgPack.encode(&keyed.event).unwrap_err();
    assert!(error.to_string().contains("another wire"), "{error}");
}

#[test]
fn a_key_that_no_field_can_have_is_passed_over() {
    #[derive(Codec, Debug, PartialEq)]
    #[codec(msgpack = "map")]
    struct Keyed {
        #[codec(1)]
        a: u32,
        #[codec(2)]
        b: u32,
        #[codec(unknown)]
        unknown: UnknownFields,
    }
    let keys = [
        "ff",
        "c3",
        "c0",
        "cb3ff0000000000000",
        "9101",
        "c40101",
        "cf0000000100000000",
    ];
    for key in keys {
        let keyed: Keyed = read(&format!("83 0101 {key} 92a17802 0202"));
        assert_eq!((keyed.a, keyed.b, keyed.unknown.len()), (1, 2, 0), "{key}");
    }
    let keyed: Keyed = again("83 0101 0202 ceffffffff 05");
    assert_eq!(keyed.unknown.len(), 1);
}

#[test]
fn a_number_that_no_variant_can_have_is_an_unknown_variant() {
    #[derive(Codec, Debug, PartialEq)]
    struct Old {
        #[codec(1)]
        event: Option<Known>,
        #[codec(2)]
        list: Vec<Known>,
        #[codec(3)]
        map: BTreeMap<u32, Known>,
    }
    for number in ["ff", "cf0000000100000000"] {
        let old: Old = read(&format!(
            "93 92{number}9105 92 9201 05 92{number}c0 81 01 92{number}07"
        ));
        assert_eq!((old.event, old.list), (None, vec![Known::A(5)]), "{number}");
        assert!(old.map.is_empty());
    }
    let error = Wire::MsgPack
        .decode::<Known>(&unhex("92 c3 07"))
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "Known: expected a variant's number or name, found bool (msgpack, byte 1)"
    );
}
