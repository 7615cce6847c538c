//! `keys`: rules on keys.

use crate::case::table;
use std::collections::BTreeMap;

#[test]
fn each_key_is_asked() {
    table! { BTreeMap<String, u32> [keys(min_len = 1)]
        BTreeMap::new() => "",
        BTreeMap::from([("a".into(), 1)]) => "",
        BTreeMap::from([("".into(), 1), ("b".into(), 0)]) => "![\"\"] string.min_len",
    }
    table! { BTreeMap<i64, u32> [keys(gt = 0)]
        BTreeMap::from([(-1, 0), (1, 0)]) => "![-1] int64.gt",
    }
    table! { BTreeMap<bool, u32> [keys(const = true)]
        BTreeMap::from([(false, 0), (true, 0)]) => "![false] bool.const",
    }
    table! { BTreeMap<String, u32> [keys(ignore = "if_zero_value", min_len = 2)]
        BTreeMap::from([("".into(), 0), ("a".into(), 0)]) => "![\"a\"] string.min_len",
    }
}

#[test]
fn quotes_are_escaped() {
    table! { BTreeMap<String, u32> [keys(max_len = 1)]
        BTreeMap::from([("a\"b".into(), 0)]) => "![\"a\\\"b\"] string.max_len",
    }
}
