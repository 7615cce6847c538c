//! `hostname`: text of this form.

use crate::case::table;

#[test]
fn text() {
    table! { String [hostname]
        "a" => "",
        "example.com" => "",
        "EXAMPLE.com." => "",
        "a-b.c-d" => "",
        "1.2.3.a" => "",
        "1a" => "",
        "xn--bcher-kva.example" => "",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" => "",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa." => "",
        "." => "string.hostname",
        "a.." => "string.hostname",
        "a..b" => "string.hostname",
        ".a" => "string.hostname",
        "-a" => "string.hostname",
        "a-" => "string.hostname",
        "a.-b" => "string.hostname",
        "1.2.3.4" => "string.hostname",
        "a.1" => "string.hostname",
        "123" => "string.hostname",
        "a_b" => "string.hostname",
        "a b" => "string.hostname",
        "bücher.example" => "string.hostname",
        "a.b\n" => "string.hostname",
        "a/b" => "string.hostname",
        "[::1]" => "string.hostname",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" => "string.hostname",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.b" => "string.hostname",
        "" => "string.hostname_empty",
    }
}
