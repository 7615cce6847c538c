//! Lists, sets, maps and arrays: elements cost what their containers take for them.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use everwire::{Codec, Wire};

use super::types::Large;
use super::{MANY, holds};
use crate::pieces::{array32, field, listed, map32, messages, varint};

#[test]
fn lists_within_lists_cost_their_own_size() {
    for (wire, bytes) in messages(b"", b"\x90", "[]", MANY) {
        assert!(holds::<Vec<Vec<u64>>>(
            "empty lists",
            wire,
            &bytes,
            MANY * 24
        ));
    }
    for (wire, bytes) in messages(b"\x0a\x01\0", b"\x91\0", "[0]", MANY) {
        // The least that a `Vec` makes room for is four.
        assert!(holds::<Vec<Vec<u64>>>(
            "lists of one",
            wire,
            &bytes,
            MANY * (24 + 4 * 8)
        ));
        assert!(holds::<Vec<HashSet<u64>>>(
            "sets of one",
            wire,
            &bytes,
            MANY * (48 + 4 * 9 + 16)
        ));
        assert!(holds::<Vec<BTreeSet<u64>>>(
            "trees of one",
            wire,
            &bytes,
            MANY * (24 + 11 * 8 + 16)
        ));
    }
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Fixed {
    #[codec(1)]
    array: [u32; 100],
}

#[test]
fn lists_and_maps_cost_what_their_containers_take() {
    let keys = (0..MANY as u32).map(|key| varint(key as usize));
    let entries: Vec<u8> = keys
        .flat_map(|key| field(0x0a, &[&[0x08][..], &key].concat()))
        .collect();
    let packed: Vec<u8> = (0..MANY as u32)
        .flat_map(|key| [&[0xce][..], &key.to_be_bytes(), &[0]].concat())
        .collect();
    let members: Vec<String> = (0..MANY).map(|key| format!("\"{key}\":0")).collect();
    for (wire, bytes) in [
        (Wire::Protobuf, entries),
        (Wire::MsgPack, [map32(MANY), packed].concat()),
        (
            Wire::Json,
            format!("{{{}}}", members.join(",")).into_bytes(),
        ),
    ] {
        assert!(holds::<HashMap<u32, u32>>(
            "entries",
            wire,
            &bytes,
            MANY * (8 * 8 / 7 + 2)
        ));
        assert!(holds::<BTreeMap<u32, u32>>(
            "entries",
            wire,
            &bytes,
            2 * MANY * 10
        ));
    }
    let same = [
        (Wire::Protobuf, b"\x0a\0".repeat(MANY)),
        (Wire::MsgPack, [map32(MANY), b"\0\0".repeat(MANY)].concat()),
        (
            Wire::Json,
            format!("{{\"0\":0{}}}", ",\"0\":0".repeat(MANY)).into_bytes(),
        ),
    ];
    for (wire, bytes) in same {
        holds::<HashMap<u32, u32>>("one entry again and again", wire, &bytes, 0);
        holds::<BTreeMap<u32, Large>>("one entry again and again", wire, &bytes, 0);
    }
    let zeros = vec![0; MANY];
    let runs = [
        (Wire::Protobuf, field(0x0a, &zeros)),
        (Wire::Protobuf, b"\x0a\x01\0".repeat(MANY)),
        (Wire::Protobuf, b"\x08\0".repeat(MANY)),
        (Wire::MsgPack, [array32(MANY), zeros].concat()),
        (Wire::Json, listed("0", MANY)),
    ];
    for (wire, bytes) in runs {
        assert!(holds::<Vec<u64>>("a run", wire, &bytes, MANY * 8));
        assert!(holds::<HashSet<u64>>(
            "a run of one element",
            wire,
            &bytes,
            0
        ));
        assert!(!holds::<[u64; 3]>("a run for an array", wire, &bytes, 0));
        assert!(!holds::<[u64; 1000]>(
            "a run for a long array",
            wire,
            &bytes,
            1000 * 8
        ));
    }
    for (wire, bytes) in messages(b"", b"\x90", "{}", MANY) {
        assert!(!holds::<[Large; 3]>(
            "messages for an array",
            wire,
            &bytes,
            3 * size_of::<Large>()
        ));
        assert!(holds::<Vec<Fixed>>(
            "empty messages with an array",
            wire,
            &bytes[..],
            MANY * size_of::<Fixed>()
        ));
    }
}
