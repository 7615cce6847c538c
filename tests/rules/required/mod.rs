//! `required`: what must be there.

use crate::case::{Line, Status, table};
use std::collections::BTreeMap;

#[test]
fn what_has_presence_is_set() {
    table! { Option<u32> [rule(required)]
        None => "required",
        Some(0) => "",
        Some(1) => "",
    }
    table! { Option<String> [rule(required), min_len = 1]
        None => "required",
        Some("".into()) => "string.min_len",
        Some("a".into()) => "",
    }
    table! { Option<Line> [rule(required)]
        None => "required",
        Some(Line { count: 1 }) => "",
        Some(Line { count: 0 }) => ".count uint32.gt",
    }
}

#[test]
fn what_has_none_is_not_zero() {
    table! { u32 [rule(required)]
        0 => "required",
        1 => "",
    }
    table! { f64 [rule(required)]
        0.0 => "required",
        -0.0 => "",
        f64::NAN => "",
    }
    table! { bool [rule(required)]
        false => "required",
        true => "",
    }
    table! { String [rule(required), min_len = 2]
        "" => "required",
        "a" => "string.min_len",
        "ab" => "",
    }
    table! { Vec<u32> [rule(required)]
        vec![] => "required",
        vec![0] => "",
    }
    table! { BTreeMap<u32, u32> [rule(required)]
        BTreeMap::new() => "required",
        BTreeMap::from([(0, 0)]) => "",
    }
    table! { Status [rule(required)]
        Status::Draft => "required",
        Status::Paid => "",
    }
}
