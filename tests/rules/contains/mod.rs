//! `contains`: what is somewhere in a value.

use crate::case::table;

#[test]
fn text() {
    table! { String [contains = "bar"]
        "bar" => "",
        "foobarbaz" => "",
        "" => "string.contains",
        "ba" => "string.contains",
        "b a r" => "string.contains",
        "BAR" => "string.contains",
    }
    table! { String [contains = ""]
        "" => "",
        "a" => "",
    }
}

#[test]
fn bytes() {
    table! { Bytes [contains = b"\x00\x01"]
        b"\x00\x01" => "",
        b"a\x00\x00\x01" => "",
        b"" => "bytes.contains",
        b"\x00a\x01" => "bytes.contains",
    }
}
