//! `uri_ref`: text of this form.

use crate::case::table;

#[test]
fn text() {
    table! { String [uri_ref]
        "" => "",
        "a" => "",
        "/" => "",
        "./a" => "",
        "../.." => "",
        "//host/p?q#f" => "",
        "?q" => "",
        "#f" => "",
        "a/b:c" => "",
        "./a:b" => "",
        "https://example.com/x" => "",
        ";x" => "",
        "a@b" => "",
        "%41" => "",
        "//[::1]:80/" => "",
        "//u:p@h" => "",
        " " => "string.uri_ref",
        "a b" => "string.uri_ref",
        "[" => "string.uri_ref",
        "%" => "string.uri_ref",
        "%zz" => "string.uri_ref",
        "\\" => "string.uri_ref",
        "^" => "string.uri_ref",
        "a:b[" => "string.uri_ref",
        "1a:b" => "string.uri_ref",
        ":" => "string.uri_ref",
        "//h:p" => "string.uri_ref",
        "//a@b@c" => "string.uri_ref",
        "#a#b" => "string.uri_ref",
        "a\n" => "string.uri_ref",
        "ä" => "string.uri_ref",
        "//[::1" => "string.uri_ref",
    }
}
