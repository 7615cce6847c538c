//! Lists and maps of much that is small.

use std::collections::{BTreeMap, HashMap, HashSet};

use everwire::Wire;

use super::{MANY, costs};
use crate::pieces::{array32, field, map32};
use crate::shapes::{Everything, Inner};

#[test]
fn empty_messages_cost_their_own_size() {
    let own = MANY * size_of::<Everything>();
    let many = MANY / 10;
    let json = format!("[{}{{}}]", "{},".repeat(many - 1));
    for (wire, bytes) in [
        (Wire::Protobuf, b"\x0a\0".repeat(many)),
        (Wire::MsgPack, [array32(many), vec![0x90; many]].concat()),
        (Wire::Json, json.into_bytes()),
    ] {
        let list: Vec<Everything> = costs("empty messages", wire, &bytes, own / 10).unwrap();
        assert_eq!(list.len(), many);
    }
}

#[test]
fn lists_and_maps_cost_their_elements() {
    let many_keys: Vec<u8> = (0..MANY as u32)
        .flat_map(|key| [&[0xce][..], &key.to_be_bytes(), &[0]].concat())
        .collect();
    let entries = [map32(MANY), many_keys].concat();
    costs::<HashMap<u32, u8>>("entries", Wire::MsgPack, &entries, MANY * 16).unwrap();
    costs::<BTreeMap<u32, u8>>("entries", Wire::MsgPack, &entries, MANY * 16).unwrap();
    let same = [map32(MANY), b"\x01\x01".repeat(MANY)].concat();
    assert_eq!(
        costs::<HashMap<u64, u64>>("one key", Wire::MsgPack, &same, 0).unwrap(),
        HashMap::from([(1, 1)])
    );
    let zeros = [array32(MANY), vec![0; MANY]].concat();
    assert_eq!(
        costs::<HashSet<u64>>("one element", Wire::MsgPack, &zeros, 0)
            .unwrap()
            .len(),
        1
    );
    assert_eq!(
        costs::<Vec<u64>>("zeros", Wire::MsgPack, &zeros, MANY * 8)
            .unwrap()
            .len(),
        MANY
    );
    assert_eq!(
        costs::<Vec<u64>>(
            "packed",
            Wire::Protobuf,
            &field(0x0a, &vec![0; MANY]),
            MANY * 8
        )
        .unwrap()
        .len(),
        MANY
    );
    let runs = b"\x0a\x01\0".repeat(MANY);
    assert_eq!(
        costs::<Vec<u64>>("runs of one", Wire::Protobuf, &runs, MANY * 8)
            .unwrap()
            .len(),
        MANY
    );
    let empty_runs = b"\x0a\0".repeat(MANY);
    assert_eq!(
        costs::<Vec<u64>>("empty runs", Wire::Protobuf, &empty_runs, 0)
            .unwrap()
            .len(),
        0
    );
    let lists = [array32(MANY), vec![0x90; MANY]].concat();
    costs::<Vec<Vec<u8>>>("empty lists", Wire::MsgPack, &lists, MANY * 24).unwrap();
    let bytes = [array32(MANY), [0xc4, 0].repeat(MANY)].concat();
    costs::<Vec<String>>("bytes for strings", Wire::MsgPack, &bytes, MANY * 24).unwrap_err();
    let map_entries = b"\x0a\0".repeat(MANY);
    costs::<HashMap<String, Inner>>("empty entries", Wire::Protobuf, &map_entries, 0).unwrap();
}
