//! `ipv6`: text of this form.

use crate::case::table;

#[test]
fn text() {
    table! { String [ipv6]
        "::" => "",
        "::1" => "",
        "1::" => "",
        "1:2:3:4:5:6:7:8" => "",
        "1:2:3:4:5:6:7::" => "",
        "2001:db8:85a3::8a2e:370:7334" => "",
        "FE80::A" => "",
        "::ffff:255.1.2.3" => "",
        "1:2:3:4:5:6:1.2.3.4" => "",
        "fe80::a%en1" => "",
        "::%%%" => "",
        "::1.2.3.4%a b" => "",
        "1.2.3.4" => "string.ipv6",
        "1" => "string.ipv6",
        ":" => "string.ipv6",
        ":::" => "string.ipv6",
        "1:2:3:4:5:6:7" => "string.ipv6",
        "1:2:3:4:5:6:7:8:9" => "string.ipv6",
        "1:2:3:4::5:6:7:8" => "string.ipv6",
        "1::2::3" => "string.ipv6",
        "12345::" => "string.ipv6",
        "g::" => "string.ipv6",
        "::1%" => "string.ipv6",
        "%en1" => "string.ipv6",
        "1:" => "string.ipv6",
        "::1:" => "string.ipv6",
        "1:2:3:4:5:6:7:1.2.3.4" => "string.ipv6",
        "::1.2.3" => "string.ipv6",
        "::1.2.3.400" => "string.ipv6",
        "::1.2.3.4:1" => "string.ipv6",
        "[::1]" => "string.ipv6",
        "::1/64" => "string.ipv6",
        " ::1" => "string.ipv6",
        "" => "string.ipv6_empty",
    }
}

#[test]
fn bytes() {
    table! { Bytes [ipv6]
        [7; 16] => "",
        [7; 1] => "bytes.ipv6",
        [7; 4] => "bytes.ipv6",
        [7; 15] => "bytes.ipv6",
        [7; 17] => "bytes.ipv6",
        b"" => "bytes.ipv6_empty",
    }
}
