//! `protobuf_fqn`: text of this form.

use crate::case::table;

#[test]
fn text() {
    table! { String [protobuf_fqn]
        "a" => "",
        "_" => "",
        "shop.v1.Order" => "",
        "a1._b" => "",
        "A.B.C" => "",
        ".a" => "string.protobuf_fqn",
        "a." => "string.protobuf_fqn",
        "a..b" => "string.protobuf_fqn",
        "." => "string.protobuf_fqn",
        "1a" => "string.protobuf_fqn",
        "a.1" => "string.protobuf_fqn",
        "a-b" => "string.protobuf_fqn",
        "a b" => "string.protobuf_fqn",
        "ä" => "string.protobuf_fqn",
        "a/b" => "string.protobuf_fqn",
        "a.b\n" => "string.protobuf_fqn",
        "" => "string.protobuf_fqn_empty",
    }
}
