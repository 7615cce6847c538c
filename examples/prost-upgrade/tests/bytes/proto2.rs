//! What only proto2 has: required fields, defaults, groups.

use everwire::Codec;
use everwire::schema::Presence;
use prost_upgrade::kinds::v1::{Defaults, Groups, Required, Size, groups, required};

use super::{agree, json, read_alike};

#[test]
fn required_fields_are_always_written() {
    agree(&Required::default());
    agree(&Required {
        int32_value: -1,
        string_value: "s".into(),
        bytes_value: vec![1],
        size: Size::Large.into(),
        bool_value: true,
        double_value: 0.5,
        inner: required::Preset { n: Some(0) },
        preset: 0,
    });
}

#[test]
fn absent_required_fields_read_as_their_defaults() {
    read_alike::<Required>(b"");
    let read: Required = everwire::protobuf::from_slice(b"").unwrap();
    assert_eq!((read.size, read.preset), (3, 7));
    assert_eq!(Required::SCHEMA.fields()[0].presence(), Presence::Explicit);
}

#[test]
fn defaults_are_in_the_schema_and_absent_fields_stay_absent() {
    agree(&Defaults::default());
    read_alike::<Defaults>(b"");
    agree(&Defaults {
        int32_value: Some(-7),
        uint64_value: Some(0),
        float_value: Some(1.5),
        double_value: Some(f64::NEG_INFINITY),
        bool_value: Some(true),
        string_value: Some(String::new()),
        bytes_value: Some(vec![]),
        size: Some(5),
        not_a_number: Some(0.0),
    });
    let defaults = Defaults::default();
    assert_eq!(defaults.string_value(), "a \"quoted\" ü");
    assert_eq!(
        format!("{:?}", Defaults::SCHEMA.fields()[6].default()),
        r#"Some(Bytes([0, 255, 34, 120]))"#
    );
}

#[test]
fn groups_and_lists_that_are_not_packed() {
    agree(&Groups::default());
    agree(&Groups {
        one: Some(groups::One {
            n: Some(1),
            inner: vec![
                groups::one::Inner {
                    s: Some("s".into()),
                },
                groups::one::Inner::default(),
            ],
        }),
        many: vec![groups::Many { n: 0 }, groups::Many { n: -1 }],
        unpacked: vec![0, 1],
        packed: vec![0, -1],
        sizes: vec![3, 5, 4],
    });
    assert_eq!(
        json(&Groups {
            sizes: vec![3, 4],
            ..Groups::default()
        }),
        r#"{"sizes":["SMALL",4]}"#
    );
}
