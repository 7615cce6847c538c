//! What each attribute makes of the bytes, on every wire.

use std::collections::BTreeMap;

use everwire::{Codec, Wire, json};
use everwire_tests::{hex, round_trip};

fn bytes<T: Codec + everwire::DecodeOwned + PartialEq + std::fmt::Debug>(value: &T) -> [String; 3] {
    Wire::ALL.map(|wire| everwire_tests::show(wire, &round_trip(wire, value)))
}

#[derive(Codec, Debug, PartialEq)]
#[codec(rename_all = "camelCase")]
struct Renamed {
    order_id: u32,
    #[codec(rename = "KIND", alias = "type", alias = "sort")]
    kind: String,
    #[codec(json_name = "inProto")]
    plain_name: bool,
}

#[test]
fn rename_and_alias_are_names_in_json_and_nothing_elsewhere() {
    let value = Renamed {
        order_id: 1,
        kind: "k".into(),
        plain_name: true,
    };
    assert_eq!(
        bytes(&value),
        [
            "080112016b1801",
            "9301a16bc3",
            r#"{"orderId":1,"KIND":"k","plainName":true}"#
        ]
    );
    for text in [
        r#"{"orderId":1,"type":"k","plainName":true}"#,
        r#"{"orderId":1,"sort":"k","inProto":true}"#,
        r#"{"plainName":true,"KIND":"k","orderId":1}"#,
    ] {
        assert_eq!(json::from_str::<Renamed>(text).unwrap(), value, "{text}");
    }
}

#[derive(Codec, Debug, PartialEq)]
struct Skipping {
    #[codec(1)]
    kept: u32,
    #[codec(skip)]
    cache: Option<String>,
    #[codec(skip, default = 7)]
    seven: u32,
    #[codec(2)]
    last: u32,
}

#[test]
fn skip_leaves_a_field_off_every_wire() {
    let value = Skipping {
        kept: 1,
        cache: None,
        seven: 7,
        last: 2,
    };
    assert_eq!(
        bytes(&value),
        ["08011002", "920102", r#"{"kept":1,"last":2}"#]
    );
    for wire in Wire::ALL {
        let set = Skipping {
            cache: Some("x".into()),
            seven: 8,
            ..Skipping {
                kept: 1,
                cache: None,
                seven: 7,
                last: 2,
            }
        };
        assert_eq!(
            wire.decode::<Skipping>(&wire.encode(&set).unwrap())
                .unwrap(),
            value,
            "{wire}"
        );
        let mut reused = set;
        wire.decode_into(&mut reused, &wire.encode(&value).unwrap())
            .unwrap();
        assert_eq!(reused, value, "{wire}");
    }
}

#[derive(Codec, Debug, PartialEq)]
struct Outer {
    #[codec(1)]
    before: u32,
    #[codec(flatten)]
    inner: Inner,
    #[codec(4)]
    after: u32,
}

#[derive(Codec, Debug, PartialEq)]
struct Inner {
    #[codec(2)]
    text: String,
    #[codec(3)]
    list: Vec<u32>,
}

#[test]
fn flatten_puts_the_fields_of_a_struct_among_those_of_another() {
    let value = Outer {
        before: 1,
        inner: Inner {
            text: "t".into(),
            list: vec![5],
        },
        after: 2,
    };
    assert_eq!(
        bytes(&value),
        [
            "08011201741a01052002",
            "9401a174910502",
            r#"{"before":1,"text":"t","list":[5],"after":2}"#
        ]
    );
    assert_eq!(
        json::from_str::<Outer>(r#"{"after":2,"list":[5],"text":"t","before":1}"#).unwrap(),
        value
    );
    assert_eq!(
        Wire::Protobuf
            .decode::<Outer>(&everwire_tests::unhex("2002 1a0105 120174 0801"))
            .unwrap(),
        value
    );
}

#[derive(Codec, Debug, PartialEq)]
#[codec(transparent)]
struct Transparent {
    inner: Vec<u32>,
}

#[derive(Codec, Debug, PartialEq)]
struct Holder {
    #[codec(1)]
    one: Transparent,
}

#[test]
fn transparent_is_the_inner_value() {
    let value = Holder {
        one: Transparent { inner: vec![1, 2] },
    };
    assert_eq!(bytes(&value), ["0a020102", "91920102", r#"{"one":[1,2]}"#]);
}

mod hexadecimal {
    pub fn encode(value: &u32) -> String {
        format!("{value:x}")
    }

    pub fn decode(text: String) -> Result<u32, std::num::ParseIntError> {
        if text.is_empty() {
            Ok(0)
        } else {
            u32::from_str_radix(&text, 16)
        }
    }
}

#[derive(Codec, Debug, PartialEq)]
struct With {
    #[codec(1, with = hexadecimal)]
    number: u32,
    #[codec(2)]
    last: u32,
}

#[test]
fn with_writes_another_type() {
    assert_eq!(
        bytes(&With {
            number: 255,
            last: 1
        }),
        ["0a0266661001", "92a2666601", r#"{"number":"ff","last":1}"#]
    );
    for (wire, bytes) in [
        (Wire::Protobuf, &b"\x10\x01"[..]),
        (Wire::MsgPack, b"\x92\xc0\x01"),
        (Wire::Json, br#"{"last":1}"#),
    ] {
        assert_eq!(
            wire.decode::<With>(bytes).unwrap(),
            With { number: 0, last: 1 },
            "{wire}"
        );
    }
    let error = json::from_str::<With>(r#"{"number":"xyz"}"#).unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("With.number: invalid digit found in string"),
        "{error}"
    );
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(try_from = u8, into = u8)]
struct Even(u8);

impl TryFrom<u8> for Even {
    type Error = String;

    fn try_from(value: u8) -> Result<Self, String> {
        if value.is_multiple_of(2) {
            Ok(Self(value))
        } else {
            Err(format!("{value} is odd"))
        }
    }
}

impl From<Even> for u8 {
    fn from(even: Even) -> u8 {
        even.0
    }
}

#[test]
fn try_from_and_into_convert() {
    #[derive(Codec, Debug, PartialEq)]
    struct Evens {
        #[codec(1)]
        one: Even,
        #[codec(2)]
        list: Vec<Even>,
        #[codec(3)]
        map: BTreeMap<u8, Even>,
    }
    let value = Evens {
        one: Even(2),
        list: vec![Even(4), Even(0)],
        map: BTreeMap::from([(1, Even(6))]),
    };
    assert_eq!(
        bytes(&value),
        [
            "0802120204001a0408011006",
            "93029204008101 06".replace(' ', "").as_str(),
            r#"{"one":2,"list":[4,0],"map":{"1":6}}"#
        ]
    );
    let error = json::from_str::<Evens>(r#"{"list":[2,3]}"#).unwrap_err();
    assert!(
        error.to_string().starts_with("Evens.list[1]: 3 is odd"),
        "{error}"
    );
}

#[derive(Codec, Debug, PartialEq)]
struct Slots {
    #[codec(1, slot = 2)]
    third: u32,
    #[codec(900, slot = 0)]
    first: u32,
}

#[test]
fn slot_separates_the_place_in_an_array_from_the_number() {
    assert_eq!(
        bytes(&Slots { third: 3, first: 1 }),
        ["a038010803", "9301c003", r#"{"first":1,"third":3}"#]
    );
}

#[derive(Codec, Debug, PartialEq)]
#[codec(msgpack = "map")]
struct Keyed {
    #[codec(1)]
    id: u32,
    #[codec(5)]
    note: Option<String>,
    #[codec(1000)]
    list: Vec<u32>,
}

#[derive(Codec, Debug, PartialEq)]
struct Far {
    #[codec(1)]
    id: u32,
    #[codec(300)]
    last: u32,
}

#[test]
fn a_map_is_keyed_by_number_and_leaves_out_what_is_absent() {
    let value = Keyed {
        id: 1,
        note: Some("n".into()),
        list: vec![2],
    };
    assert_eq!(
        hex(&round_trip(Wire::MsgPack, &value)),
        "83010105a16ecd03e89102"
    );
    let bare = Keyed {
        id: 1,
        note: None,
        list: vec![],
    };
    assert_eq!(hex(&round_trip(Wire::MsgPack, &bare)), "810101");
    assert_eq!(
        hex(&round_trip(Wire::MsgPack, &Far { id: 1, last: 2 })),
        "820101cd012c02"
    );
    let named = everwire_tests::unhex("82 a26964 07 a46e6f7465 a178");
    assert_eq!(
        Wire::MsgPack.decode::<Keyed>(&named).unwrap(),
        Keyed {
            id: 7,
            note: Some("x".into()),
            list: vec![]
        }
    );
}

#[derive(Codec, Debug, PartialEq)]
#[codec(json = "proto")]
struct Proto {
    #[codec(1)]
    order_id: u64,
    #[codec(2)]
    zero: u32,
    #[codec(3)]
    note: Option<String>,
    #[codec(4)]
    pair: Option<(u32, String)>,
    #[codec(5)]
    signed: i64,
}

#[test]
fn proto_json_is_canonical() {
    let value = Proto {
        order_id: u64::MAX,
        zero: 0,
        note: None,
        pair: Some((1, "x".into())),
        signed: -1,
    };
    assert_eq!(
        String::from_utf8(round_trip(Wire::Json, &value)).unwrap(),
        r#"{"orderId":"18446744073709551615","pair":{"f1":1,"f2":"x"},"signed":"-1"}"#
    );
    let native =
        r#"{"order_id":18446744073709551615,"zero":0,"note":null,"pair":[1,"x"],"signed":-1}"#;
    assert_eq!(json::from_str::<Proto>(native).unwrap(), value);
}

#[test]
fn another_path_to_the_crate_works() {
    mod elsewhere {
        pub use everwire as renamed;
    }
    #[derive(Codec, Debug, PartialEq)]
    #[codec(crate = elsewhere::renamed)]
    struct Moved {
        #[codec(1)]
        id: u32,
    }
    assert_eq!(bytes(&Moved { id: 1 })[0], "0801");
}
