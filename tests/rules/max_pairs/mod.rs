//! `max_pairs`: how many entries a map has.

use crate::case::table;
use std::collections::BTreeMap;

#[test]
fn entries_are_counted() {
    table! { BTreeMap<String, u32> [max_pairs = 1]
        BTreeMap::new() => "",
        BTreeMap::from([("a".into(), 1)]) => "",
        BTreeMap::from([("a".into(), 1), ("b".into(), 1)]) => "map.max_pairs",
    }
    table! { BTreeMap<u32, bool> [max_pairs = 0]
        BTreeMap::new() => "",
        BTreeMap::from([(1, true)]) => "map.max_pairs",
    }
    table! { BTreeMap<u32, bool> [min_pairs = 1, max_pairs = 1]
        BTreeMap::new() => "map.min_pairs",
        BTreeMap::from([(1, true)]) => "",
        BTreeMap::from([(1, true), (2, true)]) => "map.max_pairs",
    }
}
