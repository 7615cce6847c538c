//! Merging into a value whose required fields are set.

use everwire::{Codec, Options, UnknownFields, Wire};
use everwire_tests::unhex;

#[derive(Codec, Clone, Debug, PartialEq)]
struct Required {
    #[codec(1, required)]
    a: u32,
    #[codec(2)]
    list: Vec<u32>,
    #[codec(3, required)]
    inner: Box<Inner>,
    #[codec(oneof(4, 5))]
    choice: Choice,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Inner {
    #[codec(1, required)]
    x: u32,
    #[codec(2)]
    y: u32,
}

#[derive(Codec, Clone, Debug, PartialEq)]
enum Choice {
    #[codec(4)]
    Number(u32),
    #[codec(5)]
    Text(String),
}

fn before() -> Required {
    Required {
        a: 1,
        list: vec![1],
        inner: Box::new(Inner { x: 2, y: 3 }),
        choice: Choice::Number(4),
        unknown: UnknownFields::new(),
    }
}

fn merged(wire: Wire, bytes: &[u8]) -> Required {
    let mut value = before();
    Options::new().merge(wire, &mut value, bytes).unwrap();
    value
}

#[test]
fn what_is_required_need_not_come_again() {
    for (wire, bytes) in [
        (Wire::Protobuf, &b""[..]),
        (Wire::MsgPack, b"\x90"),
        (Wire::Json, b"{}"),
    ] {
        assert_eq!(merged(wire, bytes), before(), "{wire}");
        let error = wire.decode::<Required>(bytes).unwrap_err();
        assert!(error.is_missing(), "{wire}: {error}");
    }
    let expected = Required {
        list: vec![1, 7],
        inner: Box::new(Inner { x: 2, y: 9 }),
        choice: Choice::Text("t".into()),
        ..before()
    };
    let bytes = unhex("120107 1a021009 2a0174");
    assert_eq!(merged(Wire::Protobuf, &bytes), expected);
    let value = merged(Wire::Protobuf, &unhex("3007"));
    assert_eq!(
        Wire::Protobuf.encode(&value).unwrap(),
        unhex("0801 120101 1a0408021003 2004 3007")
    );
    for (wire, bytes) in [
        (Wire::MsgPack, &b"\x95\xc0\x91\x07\xc0\xc0\xa1t"[..]),
        (Wire::Json, br#"{"list":[7],"Text":"t"}"#),
    ] {
        let expected = Required {
            list: vec![7],
            choice: Choice::Text("t".into()),
            ..before()
        };
        assert_eq!(merged(wire, bytes), expected, "{wire}");
    }
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Outer {
    #[codec(1)]
    inner: Option<Inner>,
}

#[test]
fn the_first_fragment_holds_what_is_required() {
    let outer: Outer = Wire::Protobuf.decode(&unhex("0a020801 0a021002")).unwrap();
    assert_eq!(outer.inner, Some(Inner { x: 1, y: 2 }));
    let error = Wire::Protobuf
        .decode::<Outer>(&unhex("0a021002 0a020801"))
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "Outer.inner.x: the field is required, and absent (protobuf, byte 4)"
    );
    let mut outer = Outer {
        inner: Some(Inner { x: 1, y: 1 }),
    };
    everwire::protobuf::merge(&mut outer, &unhex("0a021002")).unwrap();
    assert_eq!(outer.inner, Some(Inner { x: 1, y: 2 }));
}
