//! `len`: how long text and bytes are.

use crate::case::table;

#[test]
fn text_is_counted_in_code_points() {
    table! { String [len = 3]
        "abc" => "",
        "äöü" => "",
        "日本語" => "",
        "😀😀😀" => "",
        "éx" => "",
        "" => "string.len",
        "ab" => "string.len",
        "abcd" => "string.len",
        "😀😀" => "string.len",
        "éx́é" => "string.len",
    }
    table! { String [len = 0]
        "" => "",
        "a" => "string.len",
    }
}

#[test]
fn bytes_are_counted_in_bytes() {
    table! { Bytes [len = 4]
        b"abcd" => "",
        "😀" => "",
        b"" => "bytes.len",
        b"abc" => "bytes.len",
        b"abcde" => "bytes.len",
    }
}
