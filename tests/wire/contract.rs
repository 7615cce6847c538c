//! The contract of the design: one struct with everything in it.

use std::collections::BTreeMap;

use everwire::{Codec, UnknownFields, Wire};
use everwire_tests::{hex, round_trip};

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "shop.v1.Order")]
pub struct Order {
    #[codec(1)]
    pub id: u64,
    #[codec(2, min_len = 1, max_len = 64)]
    pub customer: String,
    #[codec(3)]
    pub lines: Vec<Line>,
    #[codec(4)]
    pub note: Option<String>,
    #[codec(5)]
    pub labels: BTreeMap<String, String>,
    #[codec(6)]
    pub status: Status,
    #[codec(7)]
    pub token: Vec<u8>,
    #[codec(9, default = 1)]
    pub copies: u32,
    #[codec(oneof(10, 11))]
    pub event: Option<Event>,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
pub struct Line {
    #[codec(1)]
    pub sku: String,
    #[codec(2)]
    pub quantity: u32,
}

#[derive(Codec, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    #[default]
    #[codec(0)]
    Draft,
    #[codec(1)]
    Paid,
    #[codec(other)]
    Other(i32),
}

#[derive(Codec, Clone, Debug, PartialEq)]
pub enum Event {
    #[codec(10)]
    Placed(Note),
    #[codec(11)]
    Cancelled {
        #[codec(1)]
        why: String,
    },
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
pub struct Note {
    #[codec(1)]
    pub text: String,
}

fn order() -> Order {
    Order {
        id: 7,
        customer: "Ann".into(),
        lines: vec![
            Line {
                sku: "A-1".into(),
                quantity: 2,
            },
            Line::default(),
        ],
        note: None,
        labels: BTreeMap::from([("k".into(), "v".into())]),
        status: Status::Paid,
        token: vec![1, 2, 3],
        copies: 1,
        event: Some(Event::Cancelled { why: "no".into() }),
        unknown: UnknownFields::new(),
    }
}

#[test]
fn an_order_has_these_bytes() {
    assert_eq!(
        hex(&round_trip(Wire::Protobuf, &order())),
        "0807120341 6e6e1a07 0a03412d31 1002 1a00 2a06 0a016b 120176 3001 3a03010203 4801 5a04 0a026e6f".replace(' ', "")
    );
    assert_eq!(
        hex(&round_trip(Wire::MsgPack, &order())),
        "9b 07 a3416e6e 92 92a3412d3102 92a000 c0 81a16ba176 01 c403010203 c0 01 c0 91a26e6f"
            .replace(' ', "")
    );
    assert_eq!(
        String::from_utf8(round_trip(Wire::Json, &order())).unwrap(),
        concat!(
            r#"{"id":7,"customer":"Ann","lines":[{"sku":"A-1","quantity":2},{"sku":"","quantity":0}],"note":null,"#,
            r#""labels":{"k":"v"},"status":"Paid","token":"AQID","copies":1,"Cancelled":{"why":"no"}}"#
        )
    );
}

#[test]
fn an_absent_field_reads_as_its_wire_default() {
    for (wire, bytes) in [
        (Wire::Protobuf, &b"\x12\x01x"[..]),
        (Wire::MsgPack, b"\x92\xc0\xa1x"),
        (Wire::Json, b"{\"customer\":\"x\"}"),
    ] {
        let order: Order = wire.decode(bytes).unwrap();
        assert_eq!(
            order,
            Order {
                customer: "x".into(),
                copies: 1,
                ..Order::default()
            },
            "{wire}"
        );
    }
}

#[test]
fn every_violation_comes_back() {
    let invalid = Order {
        customer: String::new(),
        ..order()
    };
    let violations = invalid.validate().unwrap_err();
    assert_eq!(
        violations.to_string(),
        "customer: must have at least 1 character (string.min_len)"
    );
    for wire in Wire::ALL {
        let error = wire
            .decode::<Order>(&wire.encode(&invalid).unwrap())
            .unwrap_err();
        assert_eq!(error.violations().unwrap().0.len(), 1, "{wire}: {error}");
    }
}
