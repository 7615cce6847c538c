//! `ip`: text of this form.

use crate::case::table;

#[test]
fn text() {
    table! { String [ip]
        "1.2.3.4" => "",
        "0.0.0.0" => "",
        "255.255.255.255" => "",
        "::" => "",
        "::1" => "",
        "fe80::1%eth0" => "",
        "::ffff:1.2.3.4" => "",
        "1.2.3" => "string.ip",
        "256.0.0.1" => "string.ip",
        "01.2.3.4" => "string.ip",
        "1.2.3.4.5" => "string.ip",
        "1.2.3.4/8" => "string.ip",
        "[::1]" => "string.ip",
        ":::" => "string.ip",
        "g::" => "string.ip",
        " ::1" => "string.ip",
        "localhost" => "string.ip",
        "" => "string.ip_empty",
    }
}

#[test]
fn bytes() {
    table! { Bytes [ip]
        [7; 4] => "",
        [7; 16] => "",
        [7; 1] => "bytes.ip",
        [7; 3] => "bytes.ip",
        [7; 5] => "bytes.ip",
        [7; 15] => "bytes.ip",
        [7; 17] => "bytes.ip",
        b"" => "bytes.ip_empty",
    }
}
