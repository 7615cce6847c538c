//! `gte`: a lower end that is inside, and both ends together.

use crate::case::table;
use std::time::{Duration, SystemTime};

#[test]
fn numbers() {
    table! { i32 [gte = 5]
        5 => "",
        6 => "",
        4 => "int32.gte",
        0 => "int32.gte",
        -5 => "int32.gte",
    }
    table! { u64 [gte = 5]
        5 => "",
        6 => "",
        4 => "uint64.gte",
        0 => "uint64.gte",
    }
    table! { f64 [gte = 5.0]
        5.0 => "",
        6.0 => "",
        4.0 => "double.gte",
        0.0 => "double.gte",
        -5.0 => "double.gte",
        f64::NAN => "double.gte",
        f64::INFINITY => "",
        4.999_999 => "double.gte",
    }
}

#[test]
fn ids_name_what_is_on_the_wire() {
    table! { #[sint] i64 [gte = 5]
        5 => "",
        4 => "sint64.gte",
    }
    table! { #[fixed] u32 [gte = 5]
        5 => "",
        4 => "fixed32.gte",
    }
    table! { #[fixed] i64 [gte = 5]
        5 => "",
        4 => "sfixed64.gte",
    }
}

#[test]
fn times() {
    table! { Duration [gte = "5s"]
        Duration::from_millis(5000) => "",
        Duration::from_millis(4999) => "duration.gte",
    }
    table! { SystemTime [gte = "1970-01-01T00:00:05Z"]
        SystemTime::UNIX_EPOCH + Duration::from_millis(5000) => "",
        SystemTime::UNIX_EPOCH + Duration::from_millis(4999) => "timestamp.gte",
    }
}

#[test]
fn with_an_upper_end_it_is_a_range() {
    table! { u32 [gte = 1, lte = 9]
        1 => "",
        9 => "",
        0 => "uint32.gte_lte",
        10 => "uint32.gte_lte",
    }
    table! { u32 [gte = 1, lt = 9]
        1 => "",
        9 => "uint32.gte_lt",
    }
}

#[test]
fn above_the_upper_end_it_means_what_is_outside() {
    table! { i64 [gte = 9, lte = 1]
        1 => "",
        9 => "",
        2 => "int64.gte_lte_exclusive",
    }
    table! { i64 [gte = 9, lt = 1]
        0 => "",
        1 => "int64.gte_lt_exclusive",
    }
}
