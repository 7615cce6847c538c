//! One of each scalar, with presence and without.

use prost::Message;
use prost_upgrade::kinds::v1::around::Place;
use prost_upgrade::kinds::v1::{Around, Choice, Colour, Leaf, Optional, Singular, choice::Kind};

use super::{agree, json, read_alike};

/// Calls a macro with every scalar: its field, its variant of a oneof, and the ends of what it can be.
macro_rules! scalars {
    ($with:ident) => {
        $with!(
            double_value,
            DoubleValue,
            [
                0.0,
                1.5,
                f64::MIN,
                f64::MAX,
                f64::MIN_POSITIVE,
                5e-324,
                f64::INFINITY,
                f64::NEG_INFINITY
            ]
        );
        $with!(
            float_value,
            FloatValue,
            [
                0.0,
                1.5,
                f32::MIN,
                f32::MAX,
                f32::MIN_POSITIVE,
                1e-45,
                f32::INFINITY,
                f32::NEG_INFINITY
            ]
        );
        $with!(
            int32_value,
            Int32Value,
            [0, 1, -1, 127, 128, 16_383, 16_384, i32::MIN, i32::MAX]
        );
        $with!(
            int64_value,
            Int64Value,
            [0, 1, -1, 1 << 35, i64::MIN, i64::MAX]
        );
        $with!(uint32_value, Uint32Value, [0, 1, 127, 128, u32::MAX]);
        $with!(uint64_value, Uint64Value, [0, 1, 1 << 63, u64::MAX]);
        $with!(
            sint32_value,
            Sint32Value,
            [0, 1, -1, 63, 64, -64, -65, i32::MIN, i32::MAX]
        );
        $with!(sint64_value, Sint64Value, [0, 1, -1, i64::MIN, i64::MAX]);
        $with!(fixed32_value, Fixed32Value, [0, 1, u32::MAX]);
        $with!(fixed64_value, Fixed64Value, [0, 1, u64::MAX]);
        $with!(sfixed32_value, Sfixed32Value, [0, -1, i32::MIN, i32::MAX]);
        $with!(sfixed64_value, Sfixed64Value, [0, -1, i64::MIN, i64::MAX]);
        $with!(bool_value, BoolValue, [false, true]);
        $with!(
            string_value,
            StringValue,
            [
                String::new(),
                "a".into(),
                "\u{0}é\u{10ffff}".into(),
                "x".repeat(200)
            ]
        );
        $with!(bytes_value, BytesValue, [vec![], vec![0], vec![0xff; 130]]);
        $with!(colour, Colour, [0, 1, 2, -1, 77, i32::MIN, i32::MAX]);
    };
}

#[test]
fn without_presence() {
    macro_rules! check {
        ($field:ident, $variant:ident, $values:expr) => {
            for value in $values {
                agree(&Singular {
                    $field: value,
                    ..Singular::default()
                });
            }
        };
    }
    scalars!(check);
    agree(&Singular::default());
    agree(&Singular {
        leaf: Some(Leaf::default()),
        r#type: "t".into(),
        self_: "s".into(),
        camel_case: "c".into(),
        ..Singular::default()
    });
}

#[test]
fn with_presence() {
    macro_rules! check {
        ($field:ident, $variant:ident, $values:expr) => {
            for value in $values {
                agree(&Optional {
                    $field: Some(value),
                    ..Optional::default()
                });
            }
        };
    }
    scalars!(check);
    agree(&Optional::default());
    agree(&Optional {
        leaf: Some(Leaf {
            text: "l".into(),
            numbers: vec![1],
        }),
        ..Optional::default()
    });
}

#[test]
fn in_a_oneof() {
    macro_rules! check {
        ($field:ident, $variant:ident, $values:expr) => {
            for value in $values {
                agree(&Choice {
                    kind: Some(Kind::$variant(value)),
                    ..Choice::default()
                });
            }
        };
    }
    scalars!(check);
    let deeper = Choice {
        kind: Some(Kind::Wrapped(0)),
        beside: "b".into(),
    };
    agree(&Choice {
        kind: Some(Kind::Deeper(Box::new(deeper))),
        beside: "a".into(),
    });
    agree(&Choice {
        kind: Some(Kind::Nothing(())),
        ..Choice::default()
    });
    agree(&Choice {
        kind: Some(Kind::Leaf(Leaf::default())),
        ..Choice::default()
    });
    agree(&Choice {
        kind: Some(Kind::Wrapped(-1)),
        ..Choice::default()
    });
    let at = prost_types::Timestamp {
        seconds: -1,
        nanos: 5,
    };
    agree(&Choice {
        kind: Some(Kind::At(at)),
        ..Choice::default()
    });
}

#[test]
fn a_oneof_stands_at_the_lowest_of_its_numbers_as_prost_has_it() {
    let around = |place| Around {
        first: 1,
        between: 3,
        place,
    };
    for place in [None, Some(Place::Before(2)), Some(Place::After(4))] {
        agree(&around(place));
    }
    let after = around(Some(Place::After(4)));
    let ours = everwire::protobuf::to_vec(&after).unwrap();
    assert_eq!(ours, b"\x08\x01\x20\x04\x18\x03");
    // By number, as other writers have it.
    read_alike::<Around>(b"\x08\x01\x18\x03\x20\x04");
    let array = everwire::msgpack::to_vec(&after).unwrap();
    assert_eq!(array, b"\x94\x01\xc0\x03\x04");
}

#[test]
fn json_is_that_of_protobuf() {
    let value = Singular {
        int64_value: -7,
        bytes_value: vec![0xfb, 0xff],
        colour: Colour::V10.into(),
        r#type: "t".into(),
        self_: "s".into(),
        camel_case: "c".into(),
        double_value: f64::NAN,
        ..Singular::default()
    };
    assert_eq!(
        json(&value),
        r#"{"doubleValue":"NaN","int64Value":"-7","bytesValue":"+/8=","colour":"COLOUR_V1_0","type":"t","self":"s","camelCase":"c"}"#
    );
    let unknown = Singular {
        colour: 77,
        ..Singular::default()
    };
    assert_eq!(json(&unknown), r#"{"colour":77}"#);
    let choice = Choice {
        kind: Some(Kind::Colour(-1)),
        beside: String::new(),
    };
    assert_eq!(json(&choice), r#"{"colour":"PLAIN"}"#);
    let nothing = Choice {
        kind: Some(Kind::Nothing(())),
        beside: "b".into(),
    };
    assert_eq!(json(&nothing), r#"{"nothing":{},"beside":"b"}"#);
    assert_eq!(
        json(&Choice {
            kind: Some(Kind::Wrapped(5)),
            beside: String::new()
        }),
        r#"{"wrapped":5}"#
    );
}

#[test]
fn the_sign_of_zero_is_kept_which_prost_forgets_where_there_is_no_presence() {
    let value = Singular {
        double_value: -0.0,
        float_value: -0.0,
        ..Singular::default()
    };
    assert_eq!(value.encode_to_vec(), b"");
    let bytes = everwire::protobuf::to_vec(&value).unwrap();
    assert_eq!(bytes, b"\x09\0\0\0\0\0\0\0\x80\x15\0\0\0\x80");
    assert!(
        <Singular as Message>::decode(&*bytes)
            .unwrap()
            .double_value
            .is_sign_negative()
    );
    agree(&Optional {
        double_value: Some(-0.0),
        float_value: Some(-0.0),
        ..Optional::default()
    });
}

#[test]
fn not_a_number_keeps_its_bits() {
    for bits in [0x7ff8_0000_0000_0001, 0xfff0_0000_0000_0001_u64] {
        let value = Singular {
            double_value: f64::from_bits(bits),
            ..Singular::default()
        };
        assert_eq!(
            everwire::protobuf::to_vec(&value).unwrap(),
            value.encode_to_vec()
        );
    }
}
