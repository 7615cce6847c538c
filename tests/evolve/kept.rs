//! Promise 3: what a newer writer sent survives read-modify-write, on the same wire.

use std::collections::BTreeMap;

use everwire::{Codec, UnknownFields, Wire};
use everwire_tests::{hex, show, unhex};

use super::reread;

#[derive(Codec, Clone, Debug, PartialEq)]
struct New {
    #[codec(1)]
    id: u32,
    #[codec(2)]
    status: Status,
    #[codec(3)]
    inner: Inner,
    #[codec(4)]
    list: Vec<String>,
    #[codec(5)]
    map: BTreeMap<String, Vec<u8>>,
    #[codec(6)]
    last: Option<i64>,
    #[codec(7)]
    float: f64,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Inner {
    #[codec(1)]
    text: String,
    #[codec(9)]
    number: u64,
}

#[derive(Codec, Clone, Copy, Debug, PartialEq)]
enum Status {
    #[codec(0)]
    Draft,
    #[codec(1)]
    Paid,
    #[codec(2)]
    Shipped,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Old {
    #[codec(1)]
    id: u32,
    #[codec(2)]
    status: OldStatus,
    #[codec(3)]
    inner: OldInner,
    #[codec(6)]
    last: Option<i64>,
    #[codec(unknown)]
    rest: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct OldInner {
    #[codec(1)]
    text: String,
    #[codec(unknown)]
    rest: UnknownFields,
}

#[derive(Codec, Clone, Copy, Debug, PartialEq)]
enum OldStatus {
    #[codec(0)]
    Draft,
    #[codec(1)]
    Paid,
}

fn new() -> New {
    New {
        id: 1,
        status: Status::Shipped,
        inner: Inner {
            text: "t".into(),
            number: u64::MAX,
        },
        list: vec!["a".into(), "\"\\\n".into()],
        map: BTreeMap::from([("k".into(), vec![0, 255])]),
        last: Some(-5),
        float: -0.0,
    }
}

#[test]
fn unknown_fields_survive_read_modify_write() {
    for wire in Wire::ALL {
        let mut old: Old = reread(wire, &new());
        assert_eq!(
            (old.status, old.rest.wire()),
            (OldStatus::Draft, Some(wire)),
            "{wire}"
        );
        old.id = 2;
        old.inner.text.push('!');
        old.last = None;
        let mut expected = new();
        expected.id = 2;
        expected.inner.text.push('!');
        expected.last = None;
        assert_eq!(reread::<_, New>(wire, &old), expected, "{wire}");
    }
}

#[test]
fn reading_and_writing_gives_the_same_bytes() {
    let sent = New {
        status: Status::Paid,
        ..new()
    };
    for wire in Wire::ALL {
        let bytes = wire.encode(&sent).unwrap();
        let old: Old = wire.decode(&bytes).unwrap();
        let again = wire.encode(&old).unwrap();
        if wire == Wire::MsgPack {
            assert_eq!(hex(&again), hex(&bytes));
        } else {
            assert_eq!(again.len(), bytes.len(), "{wire}: {}", show(wire, &again));
        }
        assert_eq!(wire.decode::<New>(&again).unwrap(), sent, "{wire}");
    }
}

#[test]
fn a_kept_value_gives_way_to_its_own_field() {
    for wire in Wire::ALL {
        let mut old: Old = reread(wire, &new());
        old.status = OldStatus::Paid;
        assert_eq!(reread::<_, New>(wire, &old).status, Status::Paid, "{wire}");
        let mut old: Old = reread(wire, &new());
        old.inner.text.clear();
        assert_eq!(
            reread::<_, New>(wire, &old).status,
            Status::Shipped,
            "{wire}"
        );
    }
}

#[test]
fn kept_values_of_lists_survive_in_protobuf() {
    #[derive(Codec, Debug, PartialEq)]
    struct Listed<T> {
        #[codec(1)]
        list: Vec<T>,
        #[codec(2)]
        map: BTreeMap<u32, T>,
        #[codec(unknown)]
        rest: UnknownFields,
    }
    let sent = Listed {
        list: vec![Status::Paid, Status::Shipped],
        map: BTreeMap::from([(1, Status::Shipped), (2, Status::Paid)]),
        rest: UnknownFields::new(),
    };
    let old: Listed<OldStatus> = reread(Wire::Protobuf, &sent);
    assert_eq!(old.list, [OldStatus::Paid]);
    assert_eq!(old.map, BTreeMap::from([(2, OldStatus::Paid)]));
    let back: Listed<Status> = reread(Wire::Protobuf, &old);
    assert_eq!((back.list, back.map), (sent.list, sent.map));
}

#[test]
fn unknown_fields_do_not_cross_wires() {
    for from in Wire::ALL {
        let old: Old = reread(from, &new());
        for to in Wire::ALL.into_iter().filter(|to| *to != from) {
            let back: New = reread(to, &old);
            assert_eq!(
                (back.id, back.status, back.list.len()),
                (1, Status::Draft, 0),
                "{from} to {to}"
            );
        }
    }
}

#[test]
fn unknown_fields_of_protobuf_keep_their_order_and_wire_types() {
    #[derive(Codec, Debug, PartialEq)]
    struct Nothing {
        #[codec(unknown)]
        rest: UnknownFields,
    }
    let bytes = unhex("08 96 01 1d 00000001 21 0000000000000001 2a 02 6869 33 08 01 34 08 02");
    let kept: Nothing = Wire::Protobuf.decode(&bytes).unwrap();
    assert_eq!(kept.rest.len(), 6);
    assert_eq!(hex(&Wire::Protobuf.encode(&kept).unwrap()), hex(&bytes));
}

#[test]
fn what_is_unknown_is_forgotten_when_another_value_is_read_over_it() {
    for wire in Wire::ALL {
        let mut old: Old = reread(wire, &new());
        assert!(!old.rest.is_empty() && !old.inner.rest.is_empty(), "{wire}");
        let plain = Old {
            id: 9,
            status: OldStatus::Paid,
            inner: OldInner {
                text: "x".into(),
                rest: UnknownFields::new(),
            },
            last: None,
            rest: UnknownFields::new(),
        };
        wire.decode_into(&mut old, &wire.encode(&plain).unwrap())
            .unwrap();
        assert_eq!(old, plain, "{wire}");
    }
}
