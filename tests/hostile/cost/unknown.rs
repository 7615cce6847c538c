//! Fields and values that a type does not know, kept and skipped.

use everwire::{Codec, UnknownFields, Wire};

use super::{Keeper, MANY, costs};
use crate::pieces::{array32, field, map32};
use crate::shapes::Closed;

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(msgpack = "map", json = "proto")]
struct Mapped {
    #[codec(1)]
    id: u32,
    #[codec(2)]
    closed: Option<Closed>,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Skipper {
    #[codec(1)]
    id: u32,
}

#[test]
fn unknown_fields_cost_little_more_than_their_bytes() {
    let members: Vec<String> = (0..MANY).map(|n| format!(r#""k{n}":0"#)).collect();
    let anonymous = format!("{{{}\"\":0}}", r#""":0,"#.repeat(MANY));
    let slots = [array32(MANY), vec![0xc0; 4], vec![0; MANY - 4]].concat();
    let pairs = |key: u8| [map32(MANY), [key, 0].repeat(MANY)].concat();
    for (what, wire, bytes, kept) in [
        ("numbers", Wire::Protobuf, b"\x48\0".repeat(MANY), MANY),
        (
            "empty strings",
            Wire::Protobuf,
            b"\x4a\0".repeat(MANY),
            MANY,
        ),
        ("groups", Wire::Protobuf, b"\x4b\x4c".repeat(MANY), MANY),
        ("slots", Wire::MsgPack, slots, MANY - 4),
        ("entries", Wire::MsgPack, pairs(9), MANY),
        ("nameless entries", Wire::MsgPack, pairs(0xa0), MANY),
        (
            "members",
            Wire::Json,
            format!("{{{}}}", members.join(",")).into_bytes(),
            MANY,
        ),
        (
            "nameless members",
            Wire::Json,
            anonymous.into_bytes(),
            MANY + 1,
        ),
    ] {
        let keeper: Keeper = costs(what, wire, &bytes, 0).unwrap();
        assert_eq!(keeper.unknown.len(), kept, "{what}");
        let mapped: Mapped = costs(what, wire, &bytes, 0).unwrap();
        assert!(mapped.unknown.len() >= kept, "{what}");
        let skipper: Skipper = costs(what, wire, &bytes, 0).unwrap();
        assert_eq!(skipper, Skipper { id: 0 });
    }
}

#[test]
fn unknown_values_of_an_enum_cost_little_more_than_their_bytes() {
    let json = |member: &str| format!("{{{}\"id\":7}}", member.repeat(MANY)).into_bytes();
    let elements =
        |element: &str| format!("{{\"list\":[{}0],\"id\":7}}", element.repeat(MANY)).into_bytes();
    for (what, wire, bytes) in [
        (
            "fields",
            Wire::Protobuf,
            [b"\x10\x09".repeat(MANY), b"\x08\x07".to_vec()].concat(),
        ),
        (
            "elements",
            Wire::Protobuf,
            [b"\x18\x09".repeat(MANY), b"\x08\x07".to_vec()].concat(),
        ),
        (
            "packed elements",
            Wire::Protobuf,
            [field(0x1a, &vec![9; MANY]), b"\x08\x07".to_vec()].concat(),
        ),
        (
            "fields",
            Wire::MsgPack,
            [
                map32(MANY + 1),
                b"\x02\x09".repeat(MANY),
                b"\x01\x07".to_vec(),
            ]
            .concat(),
        ),
        (
            "names",
            Wire::MsgPack,
            [
                map32(MANY + 1),
                b"\x02\xa1x".repeat(MANY),
                b"\x01\x07".to_vec(),
            ]
            .concat(),
        ),
        (
            "elements",
            Wire::MsgPack,
            [b"\x93\x07\xc0".to_vec(), array32(MANY), vec![9; MANY]].concat(),
        ),
        ("fields", Wire::Json, json(r#""closed":"New","#)),
        ("numbers", Wire::Json, json(r#""closed":9,"#)),
        ("elements", Wire::Json, elements(r#""New","#)),
        ("numbers in a list", Wire::Json, elements("9,")),
    ] {
        let keeper: Keeper = costs(what, wire, &bytes, 0).unwrap();
        assert_eq!((keeper.id, keeper.closed), (7, Closed::Zero), "{what}");
        let mapped: Mapped = costs(what, wire, &bytes, 0).unwrap();
        assert_eq!(mapped.closed, None, "{what}");
    }
}

#[test]
fn kept_values_are_looked_for_once_among_many_fields() {
    let names = |name: &str| name.repeat(MANY);
    let protobuf = [
        b"\x10\x09".repeat(MANY),
        b"\x22\0".repeat(MANY),
        b"\x48\0".repeat(MANY),
    ]
    .concat();
    let members = names(r#""closed":"New","x":0,"#);
    let json = format!(r#"{{"names":[{}""],{members}"id":7}}"#, names("\"\","));
    for (wire, bytes) in [(Wire::Protobuf, protobuf), (Wire::Json, json.into_bytes())] {
        let keeper: Keeper =
            costs("kept values", wire, &bytes, MANY * size_of::<String>()).unwrap();
        assert!(keeper.unknown.len() >= MANY);
        costs::<Mapped>("kept values", wire, &bytes, 0).unwrap();
    }
}
