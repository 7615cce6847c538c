//! From one wire to another.

use everwire::{Codec, Options, UnknownFields, Wire, transcode};

use super::{Order, order};

#[test]
fn what_is_known_crosses_between_any_two_wires() {
    for from in Wire::ALL {
        for to in Wire::ALL {
            let crossed = transcode::<Order>(from, to, &from.encode(&order()).unwrap()).unwrap();
            assert_eq!(
                crossed.bytes,
                to.encode(&order()).unwrap(),
                "{from} to {to}"
            );
            assert!(crossed.dropped.is_empty());
        }
    }
}

#[test]
fn what_cannot_cross_is_reported_or_refused() {
    let json = br#"{"id":1,"x":true,"lines":[{},{"sku":"a","y":1,"z":2}]}"#;
    let msgpack = b"\x94\x01\xc0\x92\x90\x93\xa1a\x01\x02\xc3";
    let protobuf = b"\x08\x01\x1a\x00\x1a\x07\x0a\x01a\x48\x01\x50\x02\x48\x01";
    for (from, bytes) in [
        (Wire::Json, &json[..]),
        (Wire::MsgPack, msgpack),
        (Wire::Protobuf, protobuf),
    ] {
        for to in Wire::ALL {
            let crossed = transcode::<Order>(from, to, bytes).unwrap();
            let refused = Options::new()
                .refuse_loss(true)
                .transcode::<Order>(from, to, bytes);
            if from == to {
                assert!(crossed.dropped.is_empty());
                assert_eq!(refused.unwrap(), crossed);
            } else {
                assert_eq!(
                    crossed.dropped,
                    ["", "lines[1]", "lines[1]"],
                    "{from} to {to}"
                );
                assert_eq!(
                    refused.unwrap_err().to_string(),
                    format!(
                        "Order: 3 unknown fields cannot cross to the other wire ({from}, byte 0)"
                    )
                );
            }
        }
    }
}

#[test]
fn an_error_is_that_of_the_wire_that_has_it() {
    let error = transcode::<Order>(Wire::Json, Wire::MsgPack, br#"{"id":"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "Order.id: the input ends within a value (json, byte 6)"
    );
    let error =
        transcode::<Order>(Wire::Json, Wire::MsgPack, br#"{"customer":"Annabel"}"#).unwrap_err();
    assert!(error.is_validation());
}

#[derive(Codec, Clone, Debug, PartialEq)]
enum Shape {
    #[codec(1)]
    Circle(u32),
    #[codec(other)]
    Other(UnknownFields),
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Drawing {
    #[codec(1)]
    shape: Option<Shape>,
    #[codec(2)]
    name: String,
}

#[test]
fn an_unknown_variant_crosses_as_an_absent_field_and_elsewhere_not_at_all() {
    for (from, shapes, drawing) in [
        (
            Wire::Json,
            &br#"[{"Circle":1},{"Square":2}]"#[..],
            &br#"{"shape":{"Square":2},"name":"n"}"#[..],
        ),
        (
            Wire::MsgPack,
            b"\x92\x92\x01\x01\x92\x09\x02",
            b"\x92\x92\x09\x02\xa1n",
        ),
        (
            Wire::Protobuf,
            b"\x0a\x02\x08\x01\x0a\x02\x48\x02",
            b"\x0a\x02\x48\x02\x12\x01n",
        ),
    ] {
        assert_eq!(
            transcode::<Vec<Shape>>(from, from, shapes).unwrap().bytes,
            shapes
        );
        assert_eq!(
            transcode::<Drawing>(from, from, drawing).unwrap().bytes,
            drawing
        );
        for to in Wire::ALL.into_iter().filter(|to| *to != from) {
            let error = transcode::<Vec<Shape>>(from, to, shapes).unwrap_err();
            let expected = "an unknown variant that came from another wire cannot be written";
            assert!(
                error.to_string().contains(expected),
                "{from} to {to}: {error}"
            );
            let refused = Options::new()
                .refuse_loss(true)
                .transcode::<Vec<Shape>>(from, to, shapes)
                .unwrap_err();
            assert!(
                refused
                    .to_string()
                    .starts_with("1 unknown fields cannot cross"),
                "{from} to {to}: {refused}"
            );
            let crossed = transcode::<Drawing>(from, to, drawing).unwrap();
            assert_eq!(crossed.dropped, ["shape"], "{from} to {to}");
            assert_eq!(
                to.decode::<Drawing>(&crossed.bytes).unwrap(),
                Drawing {
                    shape: None,
                    name: "n".into()
                }
            );
        }
    }
}

#[derive(Codec, Debug, PartialEq)]
struct Framed {
    #[codec(1, required)]
    shape: Shape,
}

#[test]
fn an_unknown_variant_of_a_required_field_does_not_cross() {
    for (from, bytes) in [
        (Wire::Json, &br#"{"shape":{"Square":2}}"#[..]),
        (Wire::MsgPack, b"\x91\x92\x09\x02"),
        (Wire::Protobuf, b"\x0a\x02\x48\x02"),
    ] {
        let kept = transcode::<Framed>(from, from, bytes).unwrap();
        assert_eq!(kept.bytes, bytes);
        for to in Wire::ALL.into_iter().filter(|to| *to != from) {
            let error = transcode::<Framed>(from, to, bytes).unwrap_err();
            let expected = "an unknown variant that came from another wire cannot be written";
            assert!(
                error.to_string().contains(expected),
                "{from} to {to}: {error}"
            );
        }
    }
}
