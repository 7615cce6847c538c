//! `not_in`: values that are listed.

use crate::case::{Status, table};
use std::time::Duration;

#[test]
fn what_is_listed_is_refused() {
    table! { u32 [not_in(1, 5)]
        0 => "",
        2 => "",
        1 => "uint32.not_in",
        5 => "uint32.not_in",
    }
    table! { f64 [not_in(0.5)]
        0.25 => "",
        f64::NAN => "",
        0.5 => "double.not_in",
    }
    table! { String [not_in("foo", "bar")]
        "" => "",
        "fo" => "",
        "foobar" => "",
        "foo" => "string.not_in",
        "bar" => "string.not_in",
    }
    table! { Bytes [not_in(b"a")]
        b"" => "",
        b"aa" => "",
        b"a" => "bytes.not_in",
    }
    table! { Duration [not_in("1s")]
        Duration::ZERO => "",
        Duration::from_secs(1) => "duration.not_in",
    }
    table! { Status [not_in(0)]
        Status::Paid => "",
        Status::Draft => "enum.not_in",
    }
}
