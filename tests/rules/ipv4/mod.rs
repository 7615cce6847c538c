//! `ipv4`: text of this form.

use crate::case::table;

#[test]
fn text() {
    table! { String [ipv4]
        "127.0.0.1" => "",
        "0.0.0.0" => "",
        "255.255.255.255" => "",
        "9.99.199.249" => "",
        "::1" => "string.ipv4",
        "1.2.3" => "string.ipv4",
        "1.2.3.4.5" => "string.ipv4",
        "256.1.1.1" => "string.ipv4",
        "01.1.1.1" => "string.ipv4",
        "1.1.1.00" => "string.ipv4",
        "1..1.1" => "string.ipv4",
        "1.1.1." => "string.ipv4",
        ".1.1.1" => "string.ipv4",
        "1.1.1.1 " => "string.ipv4",
        "+1.1.1.1" => "string.ipv4",
        "0x1.1.1.1" => "string.ipv4",
        "1.1.1.1%a" => "string.ipv4",
        "1.1.1.1000" => "string.ipv4",
        "" => "string.ipv4_empty",
    }
}

#[test]
fn bytes() {
    table! { Bytes [ipv4]
        [7; 4] => "",
        [7; 1] => "bytes.ipv4",
        [7; 3] => "bytes.ipv4",
        [7; 5] => "bytes.ipv4",
        [7; 16] => "bytes.ipv4",
        b"" => "bytes.ipv4_empty",
    }
}
