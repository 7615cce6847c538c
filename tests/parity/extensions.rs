//! Extensions: those that `extended.proto` declares, and the same ones written as constants.

use std::sync::LazyLock;

use everwire::schema::{Dialect, Encoding};
use everwire::{
    Codec, Extension, Field, Options, Registry, Schema, UnknownFields, Wire, transcode,
};

use super::compiled::test::extended as compiled;
use compiled::{Gift, Order, Route, Set, Urgency};

/// `extended.proto`'s order as a derived struct.
#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "test.extended.Order", json = "proto", extensions(100..=199, 1000..))]
struct Derived {
    #[codec(1)]
    id: Option<u32>,
    #[codec(unknown)]
    unknown: UnknownFields,
}

const PRINTED: Extension<Derived, Option<i32>> = Extension::new(
    &Schema::message(
        "test.extended.printed",
        &[
            Field::new(100, "[test.extended.printed]", <Option<i32> as Codec>::TYPE)
                .with_encoding(Encoding::Zigzag),
        ],
    )
    .with_json(Dialect::Proto),
);

static REGISTRY: LazyLock<Registry> = LazyLock::new(|| {
    let mut registry = Registry::new();
    registry
        .register::<Order>()
        .and_then(|registry| registry.register_extension(&compiled::PRINTED))
        .and_then(|registry| registry.register_extension(&compiled::STAMPS))
        .and_then(|registry| registry.register_extension(&compiled::URGENCY))
        .and_then(|registry| registry.register_extension(&compiled::gift::GIFT))
        .and_then(|registry| registry.register_extension(&compiled::gift::GIFT_OF_SET))
        .unwrap();
    registry
});

fn gift(to: &str) -> Gift {
    Gift {
        to: Some(to.to_owned()),
        ..Default::default()
    }
}

/// An order with every extension, and its bytes.
fn extended() -> (Order, Vec<u8>) {
    let mut order = Order {
        id: Some(7),
        ..Default::default()
    };
    compiled::PRINTED.set(&mut order, -2).unwrap();
    compiled::gift::GIFT.set(&mut order, gift("Ann")).unwrap();
    compiled::STAMPS.set(&mut order, vec![1, 2]).unwrap();
    compiled::PACKED.set(&mut order, vec![1, 300]).unwrap();
    compiled::URGENCY.set(&mut order, Urgency::Urgent).unwrap();
    let route = Route {
        via: Some("x".to_owned()),
        ..Default::default()
    };
    compiled::ROUTE.set(&mut order, route).unwrap();
    #[allow(deprecated, reason = "the schema deprecates it")]
    compiled::TOKEN.set(&mut order, vec![0xff]).unwrap();
    let bytes = [
        &b"\x08\x07"[..],
        b"\xa0\x06\x03",
        b"\xaa\x06\x05\x0a\x03Ann",
        b"\xb1\x06\x01\0\0\0\0\0\0\0\xb1\x06\x02\0\0\0\0\0\0\0",
        b"\xba\x06\x03\x01\xac\x02",
        b"\xc0\x06\x01",
        b"\xcb\x06\x0a\x01x\xcc\x06",
        b"\xc2\x3e\x01\xff",
    ];
    (order, bytes.concat())
}

#[test]
fn extensions_are_set_and_read() {
    let (order, bytes) = extended();
    assert_eq!(Wire::Protobuf.encode(&order).unwrap(), bytes);
    let read: Order = Wire::Protobuf.decode(&bytes).unwrap();
    assert_eq!(read, order);
    assert_eq!(compiled::PRINTED.get(&read).unwrap(), Some(-2));
    assert_eq!(compiled::gift::GIFT.get(&read).unwrap(), Some(gift("Ann")));
    assert_eq!(compiled::STAMPS.get(&read).unwrap(), [1, 2]);
    assert_eq!(compiled::PACKED.get(&read).unwrap(), [1, 300]);
    assert_eq!(compiled::URGENCY.get(&read).unwrap(), Some(Urgency::Urgent));
    let route = compiled::ROUTE.get(&read).unwrap();
    assert_eq!(route.and_then(|route| route.via).as_deref(), Some("x"));
}

#[test]
fn extensions_are_cleared_and_have_defaults() {
    let (mut order, bytes) = extended();
    assert!(compiled::PRINTED.has(&order));
    compiled::PRINTED.clear(&mut order);
    assert!(!compiled::PRINTED.has(&order));
    assert_eq!(compiled::PRINTED.get(&order).unwrap(), None);
    assert_eq!(compiled::PRINTED.get_or_default(&order).unwrap(), Some(-1));
    compiled::STAMPS.set(&mut order, vec![]).unwrap();
    assert!(!compiled::STAMPS.has(&order));
    let rest = [&bytes[..2], &bytes[5..13], &bytes[33..]].concat();
    assert_eq!(Wire::Protobuf.encode(&order).unwrap(), rest);
}

#[test]
fn parts_of_an_extension_are_joined() {
    let parts = b"\xaa\x06\x00\xaa\x06\x03\x0a\x01A\xb9\x06\0\0\0\0\0\0\0\0\xb2\x06\x08\x09\0\0\0\0\0\0\0\xa0\x06\x01\xa0\x06\x02";
    let order: Order = Wire::Protobuf.decode(parts).unwrap();
    assert_eq!(compiled::gift::GIFT.get(&order).unwrap(), Some(gift("A")));
    assert_eq!(compiled::STAMPS.get(&order).unwrap(), [9]);
    assert_eq!(compiled::PRINTED.get(&order).unwrap(), Some(1));
}

#[test]
fn what_is_of_another_type_is_an_error() {
    let order: Order = Wire::Protobuf.decode(b"\xaa\x06\x02\x0a\x09").unwrap();
    let error = compiled::gift::GIFT.get(&order).unwrap_err();
    assert!(error.is_truncated(), "{error}");
    assert!(
        error
            .to_string()
            .starts_with("Order.[test.extended.Gift.gift].to"),
        "{error}"
    );
}

#[test]
fn a_closed_enum_keeps_what_it_does_not_know() {
    let bytes = b"\xc0\x06\x09";
    let order: Order = Wire::Protobuf.decode(bytes).unwrap();
    assert_eq!(compiled::URGENCY.get(&order).unwrap(), None);
    assert_eq!(Wire::Protobuf.encode(&order).unwrap(), bytes);
}

#[test]
fn json_has_the_extensions_of_the_registry() {
    let options = Options::new().registry(&REGISTRY).reject_unknown(true);
    let (order, _) = extended();
    let json = options.encode(Wire::Json, &order).unwrap();
    let expected = concat!(
        r#"{"id":7,"[test.extended.printed]":-2,"[test.extended.Gift.gift]":{"to":"Ann"},"#,
        r#""[test.extended.stamps]":["1","2"],"[test.extended.urgency]":"URGENT"}"#
    );
    assert_eq!(String::from_utf8(json.clone()).unwrap(), expected);
    let read: Order = options.decode(Wire::Json, &json).unwrap();
    assert_eq!(compiled::STAMPS.get(&read).unwrap(), [1, 2]);
    assert_eq!(compiled::PRINTED.get(&read).unwrap(), Some(-2));
    let bytes = options.encode(Wire::Protobuf, &read).unwrap();
    let crossed = options
        .transcode::<Order>(Wire::Json, Wire::Protobuf, &json)
        .unwrap();
    assert_eq!((&crossed.bytes, crossed.dropped.len()), (&bytes, 0));
    let dropped = transcode::<Order>(Wire::Protobuf, Wire::Json, &bytes).unwrap();
    assert_eq!(
        (dropped.bytes, dropped.dropped.len()),
        (br#"{"id":7}"#.to_vec(), 5)
    );
    let kept = options
        .transcode::<Order>(Wire::Protobuf, Wire::Json, &bytes)
        .unwrap();
    assert_eq!((kept.bytes, kept.dropped.len()), (json, 0));
}

#[test]
fn json_refuses_what_no_extension_is() {
    let options = Options::new().registry(&REGISTRY).reject_unknown(true);
    for (text, expected) in [
        (
            r#"{"[test.extended.gift_of_set]":{}}"#,
            "the type has no field `[test.extended.gift_of_set]`",
        ),
        (
            r#"{"[test.extended.printed]":1,"[test.extended.printed]":2}"#,
            "given twice",
        ),
        (
            r#"{"[test.extended.printed]":"x"}"#,
            "Order.[test.extended.printed]: expected integer, found string (json, byte 27)",
        ),
        (r#"{"[test.extended.urgency]":"LATER"}"#, "LATER"),
    ] {
        let error = options.decode::<Order>(Wire::Json, text.as_bytes());
        let error = error.unwrap_err().to_string();
        assert!(error.contains(expected), "{text}: {error}");
    }
}

#[test]
fn a_message_set_wraps_its_extensions() {
    let mut set = Set::default();
    compiled::gift::GIFT_OF_SET
        .set(&mut set, gift("A"))
        .unwrap();
    let bytes = b"\x0b\x10\xa0\x1f\x1a\x03\x0a\x01A\x0c";
    assert_eq!(Wire::Protobuf.encode(&set).unwrap(), bytes);
    let other_order = b"\x0b\x1a\x03\x0a\x01A\x10\xa0\x1f\x0c";
    let mut read: Set = Wire::Protobuf.decode(other_order).unwrap();
    assert_eq!(
        compiled::gift::GIFT_OF_SET.get(&read).unwrap(),
        Some(gift("A"))
    );
    let options = Options::new().registry(&REGISTRY);
    let json = options.encode(Wire::Json, &read).unwrap();
    assert_eq!(json, br#"{"[test.extended.Gift.gift_of_set]":{"to":"A"}}"#);
    let again: Set = options.decode(Wire::Json, &json).unwrap();
    assert_eq!(Wire::Protobuf.encode(&again).unwrap(), bytes);
    compiled::gift::GIFT_OF_SET.clear(&mut read);
    assert_eq!(read, Set::default());
}

#[test]
fn a_derived_struct_has_the_same_extensions() {
    let mut derived = Derived::default();
    PRINTED.set(&mut derived, -2).unwrap();
    let mut order = Order::default();
    compiled::PRINTED.set(&mut order, -2).unwrap();
    let bytes = Wire::Protobuf.encode(&order).unwrap();
    assert_eq!(Wire::Protobuf.encode(&derived).unwrap(), bytes);
    assert_eq!(Derived::SCHEMA.extensions(), Order::SCHEMA.extensions());
    assert_eq!(
        Order::SCHEMA.extensions(),
        [(100, 199), (1000, 536_870_911)]
    );
    let mut registry = Registry::new();
    registry.register_extension(&PRINTED).unwrap();
    registry.register_extension(&compiled::PRINTED).unwrap();
    const OTHER: Extension<Derived, Option<u32>> = Extension::new(&Schema::message(
        "other",
        &[Field::new(100, "[other]", <Option<u32> as Codec>::TYPE)],
    ));
    let error = registry.register_extension(&OTHER).unwrap_err();
    assert!(error.to_string().contains("have the number 100"), "{error}");
}

#[test]
fn extensions_live_beside_what_json_left_over() {
    let text = br#"{"id":7,"later":[1]}"#;
    let mut order: Order = Wire::Json.decode(text).unwrap();
    compiled::PRINTED.set(&mut order, 3).unwrap();
    assert_eq!(Wire::Json.encode(&order).unwrap(), text);
    assert_eq!(
        Wire::Protobuf.encode(&order).unwrap(),
        b"\x08\x07\xa0\x06\x06"
    );
    let options = Options::new().registry(&REGISTRY);
    let json = options.encode(Wire::Json, &order).unwrap();
    assert_eq!(json, br#"{"id":7,"later":[1],"[test.extended.printed]":3}"#);
}
