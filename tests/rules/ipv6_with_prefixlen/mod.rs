//! `ipv6_with_prefixlen`: text of this form.

use crate::case::table;

#[test]
fn text() {
    table! { String [ipv6_with_prefixlen]
        "::1/128" => "",
        "2001:db8::f1/64" => "",
        "::/0" => "",
        "1:2:3:4:5:6:7:8/1" => "",
        "1.2.3.4/8" => "string.ipv6_with_prefixlen",
        "::1" => "string.ipv6_with_prefixlen",
        "::1/129" => "string.ipv6_with_prefixlen",
        "::1/064" => "string.ipv6_with_prefixlen",
        "::1/" => "string.ipv6_with_prefixlen",
        "::1%a/64" => "string.ipv6_with_prefixlen",
        ":/8" => "string.ipv6_with_prefixlen",
        "/64" => "string.ipv6_with_prefixlen",
        "::1/64 " => "string.ipv6_with_prefixlen",
        "" => "string.ipv6_with_prefixlen_empty",
    }
}
