//! Collections: the same bytes as those of std with the same elements.

use std::collections::{BTreeMap, BTreeSet};

use everwire::{Codec, Options, Wire};
use indexmap::{IndexMap, IndexSet};
use smallvec::{SmallVec, smallvec};

use super::on;

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "Held")]
struct Std {
    #[codec(1)]
    map: BTreeMap<String, u32>,
    #[codec(2)]
    set: BTreeSet<u32>,
    #[codec(3)]
    list: Vec<String>,
    #[codec(4, max_len = 9)]
    bytes: Vec<u8>,
    #[codec(5)]
    other: BTreeMap<u32, Vec<u8>>,
    #[codec(6)]
    others: BTreeSet<String>,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "Held")]
struct Theirs {
    #[codec(1)]
    map: IndexMap<String, u32>,
    #[codec(2)]
    set: IndexSet<u32>,
    #[codec(3)]
    list: SmallVec<[String; 2]>,
    #[codec(4, max_len = 9)]
    bytes: SmallVec<[u8; 8]>,
    #[codec(5)]
    other: hashbrown::HashMap<u32, SmallVec<[u8; 1]>>,
    #[codec(6)]
    others: hashbrown::HashSet<String>,
}

fn std() -> Std {
    Std {
        map: [("a".into(), 1), ("b".into(), 2)].into(),
        set: [3, 1, 2].into(),
        list: vec!["x".into(), String::new(), "y".into()],
        bytes: vec![0, 255],
        other: [(7, vec![1, 2, 3])].into(),
        others: ["one".into()].into(),
    }
}

fn theirs() -> Theirs {
    Theirs {
        map: [("a".into(), 1), ("b".into(), 2)].into(),
        set: [1, 2, 3].into(),
        list: smallvec!["x".into(), String::new(), "y".into()],
        bytes: smallvec![0, 255],
        other: [(7, smallvec![1, 2, 3])].into_iter().collect(),
        others: ["one".into()].into_iter().collect(),
    }
}

#[test]
fn they_are_the_same_bytes_as_those_of_std() {
    assert_eq!(on(&theirs()), on(&std()));
    let short: Theirs = Wire::MsgPack.decode(&on(&std())[1]).unwrap();
    assert!(!short.bytes.spilled() && short.list.spilled());
}

#[test]
fn the_order_of_an_index_map_is_that_of_the_input() {
    let map: IndexMap<String, u32> = Wire::Json.decode(br#"{"z":1,"a":2,"m":3}"#).unwrap();
    assert_eq!(map.keys().collect::<Vec<_>>(), ["z", "a", "m"]);
    assert_eq!(Wire::Json.encode(&map).unwrap(), br#"{"z":1,"a":2,"m":3}"#);
}

#[test]
fn what_is_read_into_takes_the_place_of_what_is_there_or_is_merged() {
    let bytes = on(&std());
    for (wire, bytes) in Wire::ALL.into_iter().zip(&bytes) {
        let mut there = theirs();
        there.map.insert("c".into(), 3);
        there.list.push("z".into());
        Options::new().decode_into(wire, &mut there, bytes).unwrap();
        assert_eq!(there, theirs(), "{wire}");
    }
    let twice = [bytes[0].as_slice(), &bytes[0]].concat();
    let merged: Theirs = Wire::Protobuf.decode(&twice).unwrap();
    assert_eq!(merged.list.len(), 6);
    assert_eq!((merged.set.len(), merged.map.len()), (3, 2));
    assert_eq!(merged.bytes.as_slice(), [0, 255]);
}

#[test]
fn rules_and_limits_hold() {
    let mut long = theirs();
    long.bytes = smallvec![0; 10];
    let violations = long.validate().unwrap_err().to_string();
    assert_eq!(
        violations,
        "bytes: must have at most 9 bytes (bytes.max_len)"
    );
    // A header that promises more than the input holds reserves nothing.
    for promise in [&b"\xdf\xff\xff\xff\xff"[..], b"\xde\xff\xff"] {
        assert!(
            Wire::MsgPack
                .decode::<IndexMap<u32, u32>>(promise)
                .unwrap_err()
                .is_truncated()
        );
        assert!(
            Wire::MsgPack
                .decode::<hashbrown::HashMap<u32, u32>>(promise)
                .unwrap_err()
                .is_truncated()
        );
    }
    let promise = b"\xdd\xff\xff\xff\xff";
    assert!(
        Wire::MsgPack
            .decode::<SmallVec<[u32; 4]>>(promise)
            .unwrap_err()
            .is_truncated()
    );
    assert!(
        Wire::MsgPack
            .decode::<IndexSet<u32>>(promise)
            .unwrap_err()
            .is_truncated()
    );
}
