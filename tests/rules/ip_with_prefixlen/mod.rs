//! `ip_with_prefixlen`: text of this form.

use crate::case::table;

#[test]
fn text() {
    table! { String [ip_with_prefixlen]
        "1.2.3.4/0" => "",
        "192.168.5.21/16" => "",
        "1.2.3.4/32" => "",
        "::1/128" => "",
        "2001:db8::f1/64" => "",
        "::/0" => "",
        "1.2.3.4" => "string.ip_with_prefixlen",
        "1.2.3.4/" => "string.ip_with_prefixlen",
        "1.2.3.4/33" => "string.ip_with_prefixlen",
        "1.2.3.4/08" => "string.ip_with_prefixlen",
        "1.2.3/8" => "string.ip_with_prefixlen",
        "::1" => "string.ip_with_prefixlen",
        "::1/129" => "string.ip_with_prefixlen",
        "::1%a/64" => "string.ip_with_prefixlen",
        "::1/64%a" => "string.ip_with_prefixlen",
        "/8" => "string.ip_with_prefixlen",
        "1.2.3.4/8/8" => "string.ip_with_prefixlen",
        "1.2.3.4/-1" => "string.ip_with_prefixlen",
        "1.2.3.4 /8" => "string.ip_with_prefixlen",
        "" => "string.ip_with_prefixlen_empty",
    }
}
