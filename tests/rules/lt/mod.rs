//! `lt`: an upper end that is outside.

use crate::case::table;
use std::time::{Duration, SystemTime};

#[test]
fn numbers() {
    table! { i32 [lt = 5]
        4 => "",
        0 => "",
        -5 => "",
        5 => "int32.lt",
        6 => "int32.lt",
    }
    table! { u64 [lt = 5]
        4 => "",
        0 => "",
        5 => "uint64.lt",
        6 => "uint64.lt",
    }
    table! { f64 [lt = 5.0]
        4.0 => "",
        0.0 => "",
        -5.0 => "",
        5.0 => "double.lt",
        6.0 => "double.lt",
        f64::NAN => "double.lt",
        f64::NEG_INFINITY => "",
        f64::INFINITY => "double.lt",
        4.999_999 => "",
    }
}

#[test]
fn ids_name_what_is_on_the_wire() {
    table! { #[sint] i64 [lt = 5]
        4 => "",
        5 => "sint64.lt",
    }
    table! { #[fixed] u32 [lt = 5]
        4 => "",
        5 => "fixed32.lt",
    }
    table! { #[fixed] i64 [lt = 5]
        4 => "",
        5 => "sfixed64.lt",
    }
}

#[test]
fn times() {
    table! { Duration [lt = "5s"]
        Duration::from_millis(4999) => "",
        Duration::from_millis(5000) => "duration.lt",
        Duration::from_millis(5001) => "duration.lt",
    }
    table! { SystemTime [lt = "1970-01-01T00:00:05Z"]
        SystemTime::UNIX_EPOCH + Duration::from_millis(4999) => "",
        SystemTime::UNIX_EPOCH + Duration::from_millis(5000) => "timestamp.lt",
        SystemTime::UNIX_EPOCH + Duration::from_millis(5001) => "timestamp.lt",
    }
}
