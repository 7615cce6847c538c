//! `prefix`: how a value begins.

use crate::case::table;

#[test]
fn text() {
    table! { String [prefix = "foo"]
        "foo" => "",
        "foobar" => "",
        "" => "string.prefix",
        "fo" => "string.prefix",
        "xfoo" => "string.prefix",
        "Foo" => "string.prefix",
    }
    table! { String [prefix = "é"]
        "éa" => "",
        "e" => "string.prefix",
    }
    table! { String [prefix = ""]
        "" => "",
        "a" => "",
    }
}

#[test]
fn bytes() {
    table! { Bytes [prefix = b"\x99"]
        b"\x99" => "",
        b"\x99a" => "",
        b"" => "bytes.prefix",
        b"a\x99" => "bytes.prefix",
    }
}
