//! `min_pairs`: how many entries a map has.

use crate::case::{Line, table};
use std::collections::BTreeMap;

#[test]
fn entries_are_counted() {
    table! { BTreeMap<String, u32> [min_pairs = 2]
        BTreeMap::new() => "map.min_pairs",
        BTreeMap::from([("a".into(), 1)]) => "map.min_pairs",
        BTreeMap::from([("a".into(), 1), ("b".into(), 1)]) => "",
    }
    table! { BTreeMap<u32, bool> [min_pairs = 0]
        BTreeMap::new() => "",
    }
    table! { Option<BTreeMap<u32, u32>> [min_pairs = 1]
        None => "",
        Some(BTreeMap::new()) => "map.min_pairs",
        Some(BTreeMap::from([(0, 0)])) => "",
    }
    table! { BTreeMap<u32, Line> [min_pairs = 1]
        BTreeMap::new() => "map.min_pairs",
        BTreeMap::from([(1, Line { count: 0 })]) => "[1].count uint32.gt",
    }
}
