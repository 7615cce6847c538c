//! `suffix`: how a value ends.

use crate::case::table;

#[test]
fn text() {
    table! { String [suffix = "foo"]
        "foo" => "",
        "barfoo" => "",
        "" => "string.suffix",
        "oo" => "string.suffix",
        "foox" => "string.suffix",
        "FOO" => "string.suffix",
    }
    table! { String [suffix = ""]
        "" => "",
        "a" => "",
    }
}

#[test]
fn bytes() {
    table! { Bytes [suffix = b"\x99"]
        b"\x99" => "",
        b"a\x99" => "",
        b"" => "bytes.suffix",
        b"\x99a" => "bytes.suffix",
    }
}
