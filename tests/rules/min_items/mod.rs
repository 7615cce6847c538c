//! `min_items`: how many elements a list has.

use crate::case::{Line, table};
use std::collections::BTreeSet;

#[test]
fn elements_are_counted() {
    table! { Vec<u32> [min_items = 2]
        vec![] => "repeated.min_items",
        vec![1] => "repeated.min_items",
        vec![1, 1] => "",
        vec![1, 2, 3] => "",
    }
    table! { Vec<String> [min_items = 0]
        vec![] => "",
    }
    table! { Option<Vec<u32>> [min_items = 1]
        None => "",
        Some(vec![]) => "repeated.min_items",
        Some(vec![0]) => "",
    }
}

#[test]
fn sets_and_messages() {
    table! { BTreeSet<u32> [min_items = 2]
        BTreeSet::from([1]) => "repeated.min_items",
        BTreeSet::from([1, 2]) => "",
    }
    table! { Vec<Line> [min_items = 1]
        vec![] => "repeated.min_items",
        vec![Line { count: 1 }] => "",
    }
}
