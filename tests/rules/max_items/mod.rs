//! `max_items`: how many elements a list has.

use crate::case::table;

#[test]
fn elements_are_counted() {
    table! { Vec<u32> [max_items = 2]
        vec![] => "",
        vec![1, 2] => "",
        vec![1, 2, 3] => "repeated.max_items",
    }
    table! { Vec<String> [max_items = 0]
        vec![] => "",
        vec!["".into()] => "repeated.max_items",
    }
    table! { Option<Vec<u32>> [max_items = 1]
        None => "",
        Some(vec![1, 2]) => "repeated.max_items",
    }
}

#[test]
fn with_min_items() {
    table! { Vec<bool> [min_items = 1, max_items = 2]
        vec![] => "repeated.min_items",
        vec![true] => "",
        vec![true; 3] => "repeated.max_items",
    }
}
