//! `max_len`: how long text and bytes are.

use crate::case::table;

#[test]
fn text_is_counted_in_code_points() {
    table! { String [max_len = 2]
        "" => "",
        "ab" => "",
        "😀😀" => "",
        "abc" => "string.max_len",
        "😀😀😀" => "string.max_len",
        "aéa" => "string.max_len",
    }
    table! { String [max_len = 0]
        "" => "",
        "a" => "string.max_len",
    }
}

#[test]
fn bytes_are_counted_in_bytes() {
    table! { Bytes [max_len = 2]
        b"" => "",
        b"ab" => "",
        b"abc" => "bytes.max_len",
        "😀" => "bytes.max_len",
    }
}

#[test]
fn the_largest_bound_holds() {
    table! { String [max_len = 18446744073709551615]
        "" => "",
        "a" => "",
    }
}
