//! `values`: rules on values.

use crate::case::{Line, table};
use std::collections::BTreeMap;

#[test]
fn each_value_is_asked() {
    table! { BTreeMap<String, i64> [values(gte = 0)]
        BTreeMap::new() => "",
        BTreeMap::from([("a".into(), -1), ("b".into(), 0)]) => "[\"a\"] int64.gte",
    }
    table! { BTreeMap<u32, String> [values(min_len = 1), keys(gt = 1)]
        BTreeMap::from([(1, "".into()), (2, "x".into())]) => "![1] uint32.gt, [1] string.min_len",
    }
    table! { BTreeMap<u32, Vec<u32>> [values(max_items = 1, items(gt = 0))]
        BTreeMap::from([(1, vec![1]), (2, vec![1, 0])]) => "[2] repeated.max_items, [2][1] uint32.gt",
    }
    table! { BTreeMap<u32, u32> [values(ignore = "if_zero_value", gt = 3)]
        BTreeMap::from([(1, 0), (2, 1)]) => "[2] uint32.gt",
    }
}

#[test]
fn messages_are_asked_without_it() {
    table! { BTreeMap<u32, Line> [max_pairs = 3]
        BTreeMap::from([(4, Line { count: 0 })]) => "[4].count uint32.gt",
    }
}
