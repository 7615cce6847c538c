//! What options of the caller's decide: hooks, the type of bytes, and that unknown fields are not kept.

mod support;

use edition_2024::chosen::chosen::{Line, Order, Seal, order};
use everwire::{Codec, Wire};
use support::{every_field_survives, survives};

fn order() -> Order {
    Order {
        token: Box::from(*b"t"),
        parts: vec![Box::from(*b"p")],
        copies: 2,
        line: Some(Line { sku: "A1".into() }),
        price: Some(order::Price::Cents(4)),
        ..Order::default()
    }
}

#[test]
fn values_survive_every_wire() {
    assert!(!every_field_survives::<Seal>().is_empty());
    survives(&order());
    survives(&Order {
        seal: Some(Box::from(*b"s")),
        note: Some("n".into()),
        ..order()
    });
}

#[test]
fn hooks_check_messages_fields_and_oneofs() {
    assert!(order().validate().is_ok());
    let wrong = Order {
        parts: Vec::new(),
        copies: 3,
        line: Some(Line { sku: "a1".into() }),
        price: Some(order::Price::Cents(5)),
        ..order()
    };
    let told = wrong.validate().unwrap_err().to_string();
    for expected in [
        "parts: must have parts (order.parts)",
        "copies: must be even (count.even)",
        "line.sku: must be in capitals (sku.capitals)",
        "cents: must be even (count.even)",
    ] {
        assert!(told.contains(expected), "`{expected}` is not in {told}");
    }
    for wire in Wire::ALL {
        let bytes = wire.encode(&wrong).unwrap();
        let error = wire.decode::<Order>(&bytes).unwrap_err();
        assert!(error.is_validation(), "{wire}: {error}");
    }
}

#[test]
fn bytes_have_the_callers_type() {
    let absent = Order::default();
    let token: &Box<[u8]> = &absent.token;
    assert!(token.is_empty());
    assert_eq!(absent.seal_or_default(), b"\x07");
    assert_eq!(absent.note_or_default(), "none");
    let bytes = Wire::Protobuf.encode(&order()).unwrap();
    assert_eq!(
        bytes,
        b"\x0a\x01t\x12\x01p\x28\x02\x32\x04\x0a\x02A1\x38\x04"
    );
}

#[test]
fn unknown_fields_are_skipped() {
    let newer = [
        &Wire::Protobuf.encode(&order()).unwrap()[..],
        b"\xa2\x06\x02hi",
    ]
    .concat();
    let read: Order = Wire::Protobuf.decode(&newer).unwrap();
    assert_eq!(read, order());
    assert_eq!(
        Wire::Protobuf.encode(&read).unwrap(),
        newer[..newer.len() - 5]
    );
}
