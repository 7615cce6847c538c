//! `protobuf_dot_fqn`: text of this form.

use crate::case::table;

#[test]
fn text() {
    table! { String [protobuf_dot_fqn]
        ".a" => "",
        "._" => "",
        ".shop.v1.Order" => "",
        ".a1._b" => "",
        "a" => "string.protobuf_dot_fqn",
        "shop.v1.Order" => "string.protobuf_dot_fqn",
        "." => "string.protobuf_dot_fqn",
        "..a" => "string.protobuf_dot_fqn",
        ".a." => "string.protobuf_dot_fqn",
        ".a..b" => "string.protobuf_dot_fqn",
        ".1a" => "string.protobuf_dot_fqn",
        ".a-b" => "string.protobuf_dot_fqn",
        ".ä" => "string.protobuf_dot_fqn",
        " .a" => "string.protobuf_dot_fqn",
        "" => "string.protobuf_dot_fqn_empty",
    }
}
