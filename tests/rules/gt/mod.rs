//! `gt`: a lower end that is outside, and both ends together.

use crate::case::table;
use std::time::{Duration, SystemTime};

#[test]
fn numbers() {
    table! { i32 [gt = 5]
        6 => "",
        1000 => "",
        5 => "int32.gt",
        4 => "int32.gt",
        0 => "int32.gt",
        -5 => "int32.gt",
    }
    table! { u64 [gt = 5]
        6 => "",
        1000 => "",
        5 => "uint64.gt",
        4 => "uint64.gt",
        0 => "uint64.gt",
    }
    table! { f64 [gt = 5.0]
        6.0 => "",
        1000.0 => "",
        5.0 => "double.gt",
        4.0 => "double.gt",
        0.0 => "double.gt",
        -5.0 => "double.gt",
        f64::NAN => "double.gt",
        f64::INFINITY => "",
        f64::NEG_INFINITY => "double.gt",
    }
}

#[test]
fn ids_name_what_is_on_the_wire() {
    table! { #[sint] i64 [gt = 5]
        6 => "",
        5 => "sint64.gt",
    }
    table! { #[fixed] u32 [gt = 5]
        6 => "",
        5 => "fixed32.gt",
    }
    table! { #[fixed] i64 [gt = 5]
        6 => "",
        5 => "sfixed64.gt",
    }
}

#[test]
fn times() {
    table! { Duration [gt = "5s"]
        Duration::from_millis(5001) => "",
        Duration::from_millis(5000) => "duration.gt",
        Duration::from_millis(0) => "duration.gt",
    }
    table! { SystemTime [gt = "1970-01-01T00:00:05Z"]
        SystemTime::UNIX_EPOCH + Duration::from_millis(5001) => "",
        SystemTime::UNIX_EPOCH + Duration::from_millis(5000) => "timestamp.gt",
        SystemTime::UNIX_EPOCH + Duration::from_millis(0) => "timestamp.gt",
    }
}

#[test]
fn with_an_upper_end_it_is_a_range() {
    table! { i32 [gt = 0, lt = 10]
        5 => "",
        0 => "int32.gt_lt",
        10 => "int32.gt_lt",
    }
    table! { i32 [gt = 0, lte = 10]
        10 => "",
        0 => "int32.gt_lte",
        11 => "int32.gt_lte",
    }
}

#[test]
fn above_the_upper_end_it_means_what_is_outside() {
    table! { i32 [gt = 10, lt = 0]
        11 => "",
        -1 => "",
        0 => "int32.gt_lt_exclusive",
        5 => "int32.gt_lt_exclusive",
        10 => "int32.gt_lt_exclusive",
    }
    table! { f32 [gt = 10.0, lte = 0.0]
        0.0 => "",
        10.5 => "",
        10.0 => "float.gt_lte_exclusive",
        f32::NAN => "float.gt_lte_exclusive",
    }
}

#[test]
fn wide_integers_have_it() {
    table! { u128 [gt = 18446744073709551616]
        u128::MAX => "",
        1 << 64 => "uint128.gt",
    }
}
