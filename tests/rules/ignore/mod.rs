//! `ignore`: when no rule holds.

use crate::case::{Line, table};
use std::collections::BTreeMap;

#[test]
fn zeros_without_presence() {
    table! { u32 [gt = 5, ignore = "if_zero_value"]
        0 => "",
        6 => "",
        1 => "uint32.gt",
    }
    table! { String [min_len = 2, ignore = "if_zero_value"]
        "" => "",
        "a" => "string.min_len",
    }
    table! { Vec<u32> [min_items = 2, ignore = "if_zero_value"]
        vec![] => "",
        vec![1] => "repeated.min_items",
    }
    table! { BTreeMap<u32, u32> [min_pairs = 2, ignore = "if_zero_value"]
        BTreeMap::new() => "",
        BTreeMap::from([(1, 1)]) => "map.min_pairs",
    }
    table! { f64 [gt = 5.0, ignore = "if_zero_value"]
        0.0 => "",
        -0.0 => "double.gt",
    }
}

#[test]
fn zeros_with_presence_are_there() {
    table! { Option<u32> [gt = 5, ignore = "if_zero_value"]
        None => "",
        Some(0) => "uint32.gt",
        Some(6) => "",
    }
}

#[test]
fn always() {
    table! { u32 [gt = 5, ignore = "always"]
        0 => "",
        1 => "",
        6 => "",
    }
    table! { Line [ignore = "always"]
        Line { count: 0 } => "",
    }
    table! { Vec<Line> [max_items = 1, ignore = "always"]
        vec![Line { count: 0 }, Line { count: 0 }] => "",
    }
    table! { Option<Line> [rule(required), ignore = "always"]
        None => "",
        Some(Line { count: 0 }) => "",
    }
}
