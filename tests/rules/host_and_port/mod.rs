//! `host_and_port`: text of this form.

use crate::case::table;

#[test]
fn text() {
    table! { String [host_and_port]
        "example.com:80" => "",
        "a.:0" => "",
        "1.2.3.4:65535" => "",
        "[::1]:80" => "",
        "[fe80::a%en1]:80" => "",
        "[::1%a]b:c]:80" => "",
        "a" => "string.host_and_port",
        "a:" => "string.host_and_port",
        "a:65536" => "string.host_and_port",
        "a:080" => "string.host_and_port",
        "a:00" => "string.host_and_port",
        "a:+1" => "string.host_and_port",
        "a:1 " => "string.host_and_port",
        ":1" => "string.host_and_port",
        "[::1]" => "string.host_and_port",
        "[::1]:" => "string.host_and_port",
        "[::1]80" => "string.host_and_port",
        "[]:80" => "string.host_and_port",
        "::1:80" => "string.host_and_port",
        "[1.2.3.4]:80" => "string.host_and_port",
        "1.2.3:80" => "string.host_and_port",
        "a b:80" => "string.host_and_port",
        "a:b:80" => "string.host_and_port",
        "[::1:80" => "string.host_and_port",
        "a:999999" => "string.host_and_port",
        "" => "string.host_and_port_empty",
    }
}
