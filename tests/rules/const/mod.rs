//! `const`: one value.

use crate::case::{Status, table};
use std::time::Duration;

#[test]
fn a_number_equals_it() {
    table! { i32 [const = 3]
        3 => "",
        4 => "int32.const",
        0 => "int32.const",
        -3 => "int32.const",
    }
    table! { u64 [const = 18446744073709551615]
        u64::MAX => "",
        u64::MAX - 1 => "uint64.const",
    }
    table! { f32 [const = 0.1]
        0.1 => "",
        0.100_000_01 => "float.const",
        f32::NAN => "float.const",
    }
    table! { f64 [const = 0.0]
        0.0 => "",
        -0.0 => "",
        f64::MIN_POSITIVE => "double.const",
    }
    table! { bool [const = true]
        true => "",
        false => "bool.const",
    }
}

#[test]
fn text_and_bytes_equal_it() {
    table! { String [const = "foo"]
        "foo" => "",
        "" => "string.const",
        "Foo" => "string.const",
        "foo " => "string.const",
        "fo" => "string.const",
    }
    table! { Bytes [const = b"\x00a"]
        b"\x00a" => "",
        b"a" => "bytes.const",
        b"" => "bytes.const",
        b"\x00a\x00" => "bytes.const",
    }
}

#[test]
fn absent_is_not_compared() {
    table! { Option<i32> [const = 3]
        None => "",
        Some(3) => "",
        Some(0) => "int32.const",
    }
}

#[test]
fn a_span_and_an_enum_equal_it() {
    table! { Duration [const = "1.5s"]
        Duration::from_millis(1500) => "",
        Duration::from_millis(1501) => "duration.const",
        Duration::ZERO => "duration.const",
    }
    table! { Status [const = 1]
        Status::Paid => "",
        Status::Draft => "enum.const",
        Status::Other(7) => "enum.const",
    }
}
