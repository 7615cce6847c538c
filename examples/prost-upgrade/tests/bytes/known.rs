//! The well-known types of `prost-types`, and those that prost holds as values of Rust's.

use std::collections::BTreeMap;

use prost_types::value::Kind;
use prost_types::{Any, Duration, FieldMask, ListValue, Struct, Timestamp, Value};
use prost_upgrade::kinds::v1::{Known, Nothing};

use super::{agree, json, read_alike};

fn value(kind: Kind) -> Value {
    Value { kind: Some(kind) }
}

fn tree() -> Struct {
    let list = ListValue {
        values: vec![
            value(Kind::NumberValue(1.5)),
            value(Kind::NullValue(0)),
            value(Kind::BoolValue(true)),
        ],
    };
    Struct {
        fields: BTreeMap::from([
            ("list".to_owned(), value(Kind::ListValue(list))),
            ("text".to_owned(), value(Kind::StringValue("t".into()))),
            (
                "within".to_owned(),
                value(Kind::StructValue(Struct::default())),
            ),
        ]),
    }
}

#[test]
fn all_of_them() {
    agree(&Known::default());
    agree(&Nothing {});
    for (seconds, nanos) in [
        (0, 0),
        (1, 500_000_000),
        (-62_135_596_800, 0),
        (253_402_300_799, 999_999_999),
    ] {
        agree(&Known {
            timestamp: Some(Timestamp { seconds, nanos }),
            ..Known::default()
        });
    }
    for (seconds, nanos) in [
        (0, 0),
        (1, 5),
        (-1, -5),
        (-315_576_000_000, 0),
        (315_576_000_000, 999_999_999),
    ] {
        agree(&Known {
            duration: Some(Duration { seconds, nanos }),
            ..Known::default()
        });
    }
    agree(&Known {
        r#struct: Some(tree()),
        value: Some(value(Kind::StructValue(tree()))),
        list: Some(ListValue {
            values: vec![value(Kind::StringValue(String::new()))],
        }),
        mask: Some(FieldMask {
            paths: vec!["user.display_name".into(), "photo".into()],
        }),
        empty: Some(()),
        bool_value: Some(false),
        int32_value: Some(0),
        int64_value: Some(i64::MIN),
        uint32_value: Some(u32::MAX),
        uint64_value: Some(0),
        float_value: Some(0.0),
        double_value: Some(0.0),
        string_value: Some(String::new()),
        bytes_value: Some(vec![0]),
        timestamps: vec![
            Timestamp::default(),
            Timestamp {
                seconds: 1,
                nanos: 0,
            },
        ],
        strings: vec![String::new(), "s".into()],
        empties: vec![(), ()],
        ..Known::default()
    });
}

#[test]
fn any_holds_what_prost_puts_in() {
    use prost::Message;
    let any = Any::from_msg(&Timestamp {
        seconds: 1,
        nanos: 2,
    })
    .unwrap();
    let known = Known {
        any: Some(any.clone()),
        ..Known::default()
    };
    assert_eq!(
        everwire::protobuf::to_vec(&known).unwrap(),
        known.encode_to_vec()
    );
    let read: Known = everwire::protobuf::from_slice(&known.encode_to_vec()).unwrap();
    assert_eq!(read.any, Some(any));
}

#[test]
fn each_has_its_form_in_json() {
    let known = Known {
        timestamp: Some(Timestamp {
            seconds: 0,
            nanos: 500_000_000,
        }),
        duration: Some(Duration {
            seconds: -1,
            nanos: 0,
        }),
        r#struct: Some(tree()),
        mask: Some(FieldMask {
            paths: vec!["user.display_name".into()],
        }),
        empty: Some(()),
        int64_value: Some(5),
        string_value: Some("s".into()),
        bytes_value: Some(vec![255]),
        ..Known::default()
    };
    assert_eq!(
        json(&known),
        concat!(
            r#"{"timestamp":"1970-01-01T00:00:00.500Z","duration":"-1s","struct":{"list":[1.5,null,true],"text":"t","within":{}},"#,
            r#""mask":"user.displayName","empty":{},"int64Value":"5","stringValue":"s","bytesValue":"/w=="}"#
        )
    );
}

#[test]
fn parts_of_one_are_merged() {
    // A timestamp, a struct, a list and a wrapper, each in two parts.
    read_alike::<Known>(
        b"\x0a\x02\x08\x05\x0a\x02\x10\x07\x22\x07\x0a\x05\x0a\x01a\x12\x00\x22\x07\x0a\x05\x0a\x01b\x12\x00\
          \x32\x02\x0a\x00\x32\x02\x0a\x00\x62\x02\x08\x05\x62\x00\x92\x01\x03\x0a\x01a\x92\x01\x00",
    );
    read_alike::<Known>(b"\x0a\x02\x08\x05\x0a\x02\x08\x00");
}
