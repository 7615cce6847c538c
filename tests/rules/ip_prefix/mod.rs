//! `ip_prefix`: text of this form.

use crate::case::table;

#[test]
fn text() {
    table! { String [ip_prefix]
        "10.0.0.0/8" => "",
        "0.0.0.0/0" => "",
        "1.2.3.4/32" => "",
        "2001:db8::/32" => "",
        "::/0" => "",
        "::1/128" => "",
        "10.0.0.1/8" => "string.ip_prefix",
        "1.0.0.0/0" => "string.ip_prefix",
        "10.0.0.0" => "string.ip_prefix",
        "10.0.0.0/33" => "string.ip_prefix",
        "2001:db8::1/32" => "string.ip_prefix",
        "::1/127" => "string.ip_prefix",
        "1::/0" => "string.ip_prefix",
        "::%a/0" => "string.ip_prefix",
        "10.0.0.0/08" => "string.ip_prefix",
        "/0" => "string.ip_prefix",
        "" => "string.ip_prefix_empty",
    }
}
