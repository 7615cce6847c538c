//! `items`: rules on elements.

use crate::case::{Line, table};
use std::collections::BTreeSet;

#[test]
fn each_element_is_asked() {
    table! { Vec<i32> [items(gt = 0)]
        vec![] => "",
        vec![1, 2] => "",
        vec![1, 0, 2, -1] => "[1] int32.gt, [3] int32.gt",
    }
    table! { Vec<String> [items(min_len = 1, max_len = 2)]
        vec!["".into(), "abc".into()] => "[0] string.min_len, [1] string.max_len",
    }
    table! { BTreeSet<u32> [items(lt = 5)]
        BTreeSet::from([1, 9]) => "[1] uint32.lt",
    }
}

#[test]
fn lists_nest() {
    table! { Vec<Vec<String>> [items(min_items = 1, items(min_len = 1))]
        vec![vec!["a".into(), "".into()], vec![]] => "[0][1] string.min_len, [1] repeated.min_items",
    }
}

#[test]
fn messages_are_asked_without_it() {
    table! { Vec<Line> [max_items = 3]
        vec![Line { count: 1 }, Line { count: 0 }] => "[1].count uint32.gt",
    }
}

#[test]
fn zeros_can_be_ignored() {
    table! { Vec<u32> [items(gt = 5, ignore = "if_zero_value")]
        vec![0, 6] => "",
        vec![0, 3] => "[1] uint32.gt",
    }
    table! { Vec<u32> [items(gt = 5, ignore = "always")]
        vec![3] => "",
    }
}
