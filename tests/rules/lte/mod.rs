//! `lte`: an upper end that is inside.

use crate::case::table;
use std::time::{Duration, SystemTime};

#[test]
fn numbers() {
    table! { i32 [lte = 5]
        5 => "",
        0 => "",
        -5 => "",
        6 => "int32.lte",
        1000 => "int32.lte",
    }
    table! { u64 [lte = 5]
        5 => "",
        0 => "",
        6 => "uint64.lte",
        1000 => "uint64.lte",
    }
    table! { f64 [lte = 5.0]
        5.0 => "",
        0.0 => "",
        -5.0 => "",
        6.0 => "double.lte",
        1000.0 => "double.lte",
        f64::NAN => "double.lte",
        f64::NEG_INFINITY => "",
        5.000_001 => "double.lte",
    }
}

#[test]
fn ids_name_what_is_on_the_wire() {
    table! { #[sint] i64 [lte = 5]
        5 => "",
        6 => "sint64.lte",
    }
    table! { #[fixed] u32 [lte = 5]
        5 => "",
        6 => "fixed32.lte",
    }
    table! { #[fixed] i64 [lte = 5]
        5 => "",
        6 => "sfixed64.lte",
    }
}

#[test]
fn times() {
    table! { Duration [lte = "5s"]
        Duration::from_millis(5000) => "",
        Duration::from_millis(5001) => "duration.lte",
    }
    table! { SystemTime [lte = "1970-01-01T00:00:05Z"]
        SystemTime::UNIX_EPOCH + Duration::from_millis(5000) => "",
        SystemTime::UNIX_EPOCH + Duration::from_millis(5001) => "timestamp.lte",
    }
}
