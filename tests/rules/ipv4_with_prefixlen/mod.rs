//! `ipv4_with_prefixlen`: text of this form.

use crate::case::table;

#[test]
fn text() {
    table! { String [ipv4_with_prefixlen]
        "1.2.3.4/0" => "",
        "192.168.5.21/16" => "",
        "1.2.3.4/32" => "",
        "::1/64" => "string.ipv4_with_prefixlen",
        "1.2.3.4" => "string.ipv4_with_prefixlen",
        "1.2.3.4/33" => "string.ipv4_with_prefixlen",
        "1.2.3.4/08" => "string.ipv4_with_prefixlen",
        "1.2.3.4/" => "string.ipv4_with_prefixlen",
        "1.2.3/8" => "string.ipv4_with_prefixlen",
        "01.2.3.4/8" => "string.ipv4_with_prefixlen",
        "/8" => "string.ipv4_with_prefixlen",
        "1.2.3.4/+8" => "string.ipv4_with_prefixlen",
        "" => "string.ipv4_with_prefixlen_empty",
    }
}
