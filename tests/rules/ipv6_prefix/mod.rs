//! `ipv6_prefix`: text of this form.

use crate::case::table;

#[test]
fn text() {
    table! { String [ipv6_prefix]
        "2001:db8::/32" => "",
        "::/0" => "",
        "::1/128" => "",
        "8000::/1" => "",
        "fe80::/10" => "",
        "2001:db8::1/32" => "string.ipv6_prefix",
        "::1/127" => "string.ipv6_prefix",
        "4000::/1" => "string.ipv6_prefix",
        "10.0.0.0/8" => "string.ipv6_prefix",
        "::" => "string.ipv6_prefix",
        "::/129" => "string.ipv6_prefix",
        "::%a/0" => "string.ipv6_prefix",
        "::/00" => "string.ipv6_prefix",
        "" => "string.ipv6_prefix_empty",
    }
}
