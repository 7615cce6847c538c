//! Lists, packed or not, and maps.

use std::collections::HashMap;
use std::hash::Hash;

use prost_upgrade::kinds::v1::{Leaf, Maps, Repeated, Tree};

use super::{agree, json, read_alike};

#[test]
fn lists() {
    agree(&Repeated::default());
    agree(&Repeated {
        double_value: vec![0.0, -0.0, f64::MAX],
        float_value: vec![0.0, f32::MIN],
        int32_value: vec![0, -1, i32::MAX],
        int64_value: vec![0, i64::MIN],
        uint32_value: vec![0, 300, u32::MAX],
        uint64_value: vec![0, u64::MAX],
        sint32_value: vec![0, -1, i32::MIN],
        sint64_value: vec![0, i64::MIN],
        fixed32_value: vec![0, u32::MAX],
        fixed64_value: vec![0, u64::MAX],
        sfixed32_value: vec![0, i32::MIN],
        sfixed64_value: vec![0, i64::MIN],
        bool_value: vec![false, true],
        string_value: vec![String::new(), "a".into()],
        bytes_value: vec![vec![], vec![1, 2]],
        colour: vec![0, 2, -1, 99],
        leaf: vec![
            Leaf::default(),
            Leaf {
                text: "l".into(),
                numbers: vec![0, 1, 1000],
            },
        ],
        unpacked: vec![0, -1, i32::MIN],
        unpacked_colour: vec![0, -1, 99],
    });
    agree(&Repeated {
        colour: (0..1000).collect(),
        ..Repeated::default()
    });
}

#[test]
fn lists_of_enums_are_read_packed_or_not_and_in_parts() {
    // Packed, unpacked, packed again, with another field between.
    read_alike::<Repeated>(
        b"\x82\x01\x02\x01\x02\x80\x01\x01\x18\x07\x82\x01\x01\x00\x9a\x01\x02\x01\x63\x98\x01\x02",
    );
    assert_eq!(
        json(&Repeated {
            colour: vec![1, 99, -1],
            ..Repeated::default()
        }),
        r#"{"colour":["COLOUR_RED",99,"PLAIN"]}"#
    );
}

fn map<K: Eq + Hash, V>(key: K, value: V) -> HashMap<K, V> {
    HashMap::from([(key, value)])
}

#[test]
fn maps() {
    agree(&Maps::default());
    agree(&Maps {
        int32s: map(-1, i32::MIN),
        int64s: map(-1, i64::MIN),
        uint32s: map(1, u32::MAX),
        uint64s: map(1, u64::MAX),
        sint32s: map(-1, i32::MIN),
        sint64s: map(-1, i64::MIN),
        fixed32s: map(1, u32::MAX),
        fixed64s: map(1, u64::MAX),
        sfixed32s: map(-1, i32::MIN),
        sfixed64s: map(-1, i64::MIN),
        bools: map(true, true),
        strings: map("k".into(), "v".into()),
        bytes: map("k".into(), vec![0, 255]),
        floats: map("k".into(), 0.5),
        doubles: map("k".into(), -0.5),
        colours: map("k".into(), 2),
        leaves: map(
            "k".into(),
            Leaf {
                text: "l".into(),
                numbers: vec![],
            },
        ),
        by_number: map(7, -1),
        wrapped: map("k".into(), "v".into()),
    });
}

#[test]
fn what_is_zero_in_an_entry() {
    agree(&Maps {
        int32s: map(0, 0),
        sint64s: map(0, 0),
        fixed32s: map(0, 0),
        bools: map(false, false),
        strings: map(String::new(), String::new()),
        floats: map(String::new(), 0.0),
        colours: map(String::new(), 0),
        leaves: map(String::new(), Leaf::default()),
        by_number: map(0, 0),
        wrapped: map(String::new(), String::new()),
        ..Maps::default()
    });
}

#[test]
fn enums_in_maps_have_names_in_json() {
    let maps = Maps {
        colours: map("k".into(), 2),
        by_number: map(7, 42),
        wrapped: map("w".into(), "v".into()),
        ..Maps::default()
    };
    assert_eq!(
        json(&maps),
        r#"{"colours":{"k":"COLOUR_V1_0"},"byNumber":{"7":42},"wrapped":{"w":"v"}}"#
    );
}

#[test]
fn types_that_hold_themselves() {
    let leaf = |value| Tree {
        value,
        ..Tree::default()
    };
    agree(&Tree {
        left: Some(Box::new(Tree {
            right: Some(Box::new(leaf(1))),
            ..leaf(2)
        })),
        others: vec![leaf(3), leaf(0)],
        named: map("n".into(), leaf(4)),
        ..Tree::default()
    });
}
