//! `address`: text of this form.

use crate::case::table;

#[test]
fn text() {
    table! { String [address]
        "example.com" => "",
        "a." => "",
        "1.2.3.4" => "",
        "::1" => "",
        "fe80::1%a" => "",
        "a1" => "",
        "1.2.3" => "string.address",
        "256.1.1.1" => "string.address",
        "-a" => "string.address",
        "a_b" => "string.address",
        "[::1]" => "string.address",
        "a:80" => "string.address",
        "1.2.3.4/8" => "string.address",
        "a..b" => "string.address",
        "999" => "string.address",
        "é" => "string.address",
        "" => "string.address_empty",
    }
}
