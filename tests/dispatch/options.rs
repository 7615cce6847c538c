//! What a call may ask for beside the wire.

use everwire::{Codec, Limits, Options, Wire};

use super::{Line, Order, order};

#[test]
fn validation_is_on_in_decoding_and_off_in_encoding_unless_the_options_say_otherwise() {
    let invalid = Order {
        customer: "Annabel".into(),
        ..order()
    };
    for wire in Wire::ALL {
        let bytes = wire.encode(&invalid).unwrap();
        let error = wire.decode::<Order>(&bytes).unwrap_err();
        assert!(error.is_validation(), "{error}");
        assert_eq!(
            error.to_string(),
            "customer: must have at most 5 characters (string.max_len)"
        );
        assert_eq!(
            Options::new()
                .validate(false)
                .decode::<Order>(wire, &bytes)
                .unwrap(),
            invalid
        );
        let mut over = Order::default();
        assert!(
            wire.decode_into(&mut over, &bytes)
                .unwrap_err()
                .is_validation()
        );
        Options::new()
            .validate(false)
            .decode_into(wire, &mut over, &bytes)
            .unwrap();
        assert_eq!(over, invalid);
        let strict = Options::new().validate_on_encode(true);
        let mut buffer = b"before".to_vec();
        let error = strict.encode_into(wire, &invalid, &mut buffer).unwrap_err();
        assert_eq!(
            (error.violations().unwrap().len(), &buffer[..]),
            (1, &b"before"[..])
        );
        assert_eq!(
            strict.encode(wire, &order()).unwrap(),
            wire.encode(&order()).unwrap()
        );
    }
}

#[test]
fn unknown_members_of_json_can_be_refused() {
    let options = Options::new().reject_unknown(true);
    for (json, expected) in [
        (
            r#"{"id":1,"x":2}"#,
            "Order: the type has no field `x` (json, byte 8)",
        ),
        (
            r#"{"lines":[{},{"y":{}}]}"#,
            "Order.lines[1]: the type has no field `y` (json, byte 14)",
        ),
        (
            r#"[1,"a",[],2]"#,
            "Order: the type has no field `3` (json, byte 10)",
        ),
    ] {
        let error = options
            .decode::<Order>(Wire::Json, json.as_bytes())
            .unwrap_err();
        assert!(error.is_unknown_field());
        assert_eq!(error.to_string(), expected);
        assert!(Wire::Json.decode::<Order>(json.as_bytes()).is_ok());
    }
    assert!(options.decode::<Order>(Wire::Json, br#"{"id":1}"#).is_ok());
}

#[test]
fn strict_integers_refuse_a_varint_that_is_too_wide() {
    let bytes = b"\x08\x81\x80\x80\x80\x10";
    assert_eq!(Wire::Protobuf.decode::<Order>(bytes).unwrap().id, 1);
    let error = Options::new()
        .strict_integers(true)
        .decode::<Order>(Wire::Protobuf, bytes)
        .unwrap_err();
    assert!(error.is_out_of_range());
    let expected = "Order.id: the number does not fit `u32` (protobuf, byte 6)";
    assert_eq!(error.to_string(), expected);
}

#[test]
fn the_limit_of_the_message_is_that_of_the_input() {
    let options = Options::new().limits(Limits {
        message: 3,
        ..Limits::default()
    });
    for wire in Wire::ALL {
        let error = options.decode::<Line>(wire, b"    ").unwrap_err();
        assert_eq!(
            error.to_string(),
            format!(
                "Line: the limit `message` of 3 is reached; raise it with `Options::limits` ({wire}, byte 0)"
            )
        );
    }
}

#[test]
fn encoding_appends_and_an_error_leaves_the_buffer_alone() {
    #[derive(Codec, Debug)]
    struct Deep {
        #[codec(1)]
        text: String,
        #[codec(2)]
        lists: Vec<Vec<u8>>,
        #[codec(3)]
        line: Line,
    }
    let deep = Deep {
        text: "x".repeat(10_000),
        lists: vec![vec![1]],
        line: Line::default(),
    };
    let shallow = Options::new().limits(Limits {
        depth: 0,
        ..Limits::default()
    });
    for wire in Wire::ALL {
        let mut buffer = vec![7; 3];
        let error = shallow.encode_into(wire, &deep, &mut buffer).unwrap_err();
        assert!(
            error.is_limit() && error.path().starts_with("Deep"),
            "{error}"
        );
        assert_eq!(buffer, [7; 3]);
        wire.encode_into(&deep, &mut buffer).unwrap();
        assert_eq!(buffer[..3], [7; 3]);
        assert_eq!(buffer[3..], wire.encode(&deep).unwrap());
    }
}

#[test]
fn decoding_into_a_value_replaces_it_and_merging_adds() {
    for wire in Wire::ALL {
        let mut value = Order {
            id: 9,
            customer: "Bob".into(),
            ..order()
        };
        let bytes = wire.encode(&order()).unwrap();
        wire.decode_into(&mut value, &bytes).unwrap();
        assert_eq!(value, order(), "{wire}");
        wire.decode_into(
            &mut value,
            if wire == Wire::Json {
                b"{}"
            } else if wire == Wire::MsgPack {
                b"\x90"
            } else {
                b""
            },
        )
        .unwrap();
        assert_eq!(value, Order::default(), "{wire}");
    }
    let mut value = order();
    Options::new()
        .merge(Wire::Protobuf, &mut value, b"\x12\x01x\x1a\0")
        .unwrap();
    let merged = Order {
        customer: "x".into(),
        lines: vec![order().lines[0].clone(), Line::default()],
        ..order()
    };
    assert_eq!(value, merged);
}

#[test]
fn the_modules_of_the_wires_do_what_the_wires_do() {
    let order = order();
    assert_eq!(
        everwire::protobuf::to_vec(&order).unwrap(),
        Wire::Protobuf.encode(&order).unwrap()
    );
    assert_eq!(
        everwire::msgpack::to_vec(&order).unwrap(),
        Wire::MsgPack.encode(&order).unwrap()
    );
    let json = Wire::Json.encode(&order).unwrap();
    assert_eq!(everwire::json::to_vec(&order).unwrap(), json);
    assert_eq!(everwire::json::to_string(&order).unwrap().as_bytes(), json);
    assert_eq!(
        everwire::json::from_str::<Order>(std::str::from_utf8(&json).unwrap()).unwrap(),
        order
    );
    let pretty = everwire::json::to_string_pretty(&order).unwrap();
    assert_eq!(pretty.lines().next(), Some("{"));
    assert_eq!(everwire::json::from_str::<Order>(&pretty).unwrap(), order);
    let mut other = Order::default();
    everwire::json::decode_into(&mut other, &json).unwrap();
    assert_eq!(other, order);
    assert!(
        everwire::json::from_str::<Order>(r#"{"customer":"Annabel"}"#)
            .unwrap_err()
            .is_validation()
    );
}

#[test]
fn nothing_guesses_a_wire_from_bytes() {
    let bytes = b"[]";
    assert!(Wire::Json.decode::<Vec<u8>>(bytes).is_ok());
    let both = b"\x12\x01x";
    assert_eq!(Wire::Protobuf.decode::<Order>(both).unwrap().customer, "x");
    assert!(
        Wire::MsgPack
            .decode::<Order>(both)
            .unwrap_err()
            .to_string()
            .contains("found integer")
    );
    assert_eq!(Wire::MsgPack.decode::<u8>(b"7").unwrap(), b'7');
    assert_eq!(Wire::Json.decode::<u8>(b"7").unwrap(), 7);
}
