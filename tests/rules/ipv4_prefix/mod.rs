//! `ipv4_prefix`: text of this form.

use crate::case::table;

#[test]
fn text() {
    table! { String [ipv4_prefix]
        "10.0.0.0/8" => "",
        "192.168.128.0/17" => "",
        "0.0.0.0/0" => "",
        "255.255.255.255/32" => "",
        "10.0.0.1/8" => "string.ipv4_prefix",
        "192.168.64.0/17" => "string.ipv4_prefix",
        "128.0.0.0/0" => "string.ipv4_prefix",
        "::/0" => "string.ipv4_prefix",
        "10.0.0.0" => "string.ipv4_prefix",
        "10.0.0.0/33" => "string.ipv4_prefix",
        "10.0.0/8" => "string.ipv4_prefix",
        "10.0.0.0/" => "string.ipv4_prefix",
        "" => "string.ipv4_prefix_empty",
    }
}
