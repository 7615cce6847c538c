//! `min_len`: how long text and bytes are.

use crate::case::table;

#[test]
fn text_is_counted_in_code_points() {
    table! { String [min_len = 2]
        "ab" => "",
        "äö" => "",
        "😀😀" => "",
        "abc" => "",
        "" => "string.min_len",
        "a" => "string.min_len",
        "😀" => "string.min_len",
        "é" => "string.min_len",
    }
    table! { String [min_len = 0]
        "" => "",
        "a" => "",
    }
}

#[test]
fn bytes_are_counted_in_bytes() {
    table! { Bytes [min_len = 2]
        b"ab" => "",
        "é" => "",
        b"" => "bytes.min_len",
        b"a" => "bytes.min_len",
    }
}
