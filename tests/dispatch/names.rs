//! The names of the wires: content types, extensions, text.

use everwire::Wire;

#[test]
fn content_types_have_synonyms_parameters_and_any_case() {
    for (content_type, wire) in [
        ("application/json", Wire::Json),
        ("application/json; charset=utf-8", Wire::Json),
        ("application/json;charset=\"utf-8\"; profile=x", Wire::Json),
        (" Application/JSON ", Wire::Json),
        ("text/json", Wire::Json),
        ("application/problem+json", Wire::Json),
        ("application/vnd.api+JSON; v=1", Wire::Json),
        ("application/msgpack", Wire::MsgPack),
        ("application/x-msgpack", Wire::MsgPack),
        ("application/vnd.msgpack", Wire::MsgPack),
        ("APPLICATION/VND.MSGPACK; x=y", Wire::MsgPack),
        ("application/vnd.shop+msgpack", Wire::MsgPack),
        ("application/protobuf", Wire::Protobuf),
        ("application/x-protobuf", Wire::Protobuf),
        ("application/vnd.google.protobuf", Wire::Protobuf),
        (
            "application/x-protobuf; messageType=\"x.Y\"",
            Wire::Protobuf,
        ),
        ("application/grpc+proto", Wire::Protobuf),
    ] {
        assert_eq!(
            Wire::from_content_type(content_type),
            Some(wire),
            "{content_type}"
        );
    }
    for other in [
        "",
        "/",
        "json",
        "application",
        "application/",
        "application/jsonp",
        "application/json5",
        "text/html",
        "image/json",
        "application/octet-stream",
        "text/protobuf",
        "*/*",
        "application/*",
        ";application/json",
        "application/json+xml",
    ] {
        assert_eq!(Wire::from_content_type(other), None, "{other}");
    }
}

#[test]
fn every_wire_goes_by_its_own_names() {
    for wire in Wire::ALL {
        assert_eq!(Wire::from_content_type(wire.content_type()), Some(wire));
        assert_eq!(Wire::from_extension(wire.extension()), Some(wire));
        assert_eq!(wire.to_string().parse::<Wire>().unwrap(), wire);
        assert_eq!(
            wire.to_string().to_uppercase().parse::<Wire>().unwrap(),
            wire
        );
    }
    assert_eq!(
        Wire::ALL.map(|wire| wire.to_string()),
        ["protobuf", "msgpack", "json"]
    );
    assert_eq!(
        Wire::ALL.map(Wire::content_type),
        [
            "application/protobuf",
            "application/msgpack",
            "application/json"
        ]
    );
    assert_eq!(Wire::ALL.map(Wire::extension), ["binpb", "msgpack", "json"]);
}

#[test]
fn extensions_may_have_their_dot() {
    for (extension, wire) in [
        ("json", Wire::Json),
        (".JSON", Wire::Json),
        ("msgpack", Wire::MsgPack),
        (".mpk", Wire::MsgPack),
        ("binpb", Wire::Protobuf),
        ("pb", Wire::Protobuf),
    ] {
        assert_eq!(Wire::from_extension(extension), Some(wire), "{extension}");
    }
    for other in ["", ".", "..json", "txt", "jsonl", "proto3"] {
        assert_eq!(Wire::from_extension(other), None, "{other}");
    }
}

#[test]
fn a_name_that_is_no_wires_says_which_there_are() {
    for (name, wire) in [
        ("proto", Wire::Protobuf),
        ("MessagePack", Wire::MsgPack),
        ("Json", Wire::Json),
    ] {
        assert_eq!(name.parse::<Wire>().unwrap(), wire);
    }
    assert_eq!(
        "cbor".parse::<Wire>().unwrap_err().to_string(),
        "no wire is called `cbor`: help: the wires are `protobuf`, `msgpack` and `json`"
    );
}
