//! `in`: values that are listed.

use crate::case::{Status, table};
use std::time::Duration;

#[test]
fn what_is_listed_is_taken() {
    table! { i64 [in(1, 5, -7)]
        1 => "",
        5 => "",
        -7 => "",
        0 => "int64.in",
        2 => "int64.in",
    }
    table! { f32 [in(0.1, 2)]
        0.1 => "",
        2.0 => "",
        0.2 => "float.in",
        f32::NAN => "float.in",
    }
    table! { String [in("foo", "")]
        "foo" => "",
        "" => "",
        "bar" => "string.in",
        "fo" => "string.in",
    }
    table! { Bytes [in(b"a", b"\xff")]
        b"a" => "",
        b"\xff" => "",
        b"b" => "bytes.in",
        b"" => "bytes.in",
    }
    table! { Duration [in("1s", "2.5s")]
        Duration::from_millis(2500) => "",
        Duration::from_millis(2501) => "duration.in",
    }
    table! { Status [in(1, 7)]
        Status::Paid => "",
        Status::Other(7) => "",
        Status::Draft => "enum.in",
    }
}

#[test]
fn elements_have_it() {
    table! { Vec<u32> [items(in(1, 2))]
        vec![1, 2, 1] => "",
        vec![1, 3, 2, 4] => "[1] uint32.in, [3] uint32.in",
    }
}
