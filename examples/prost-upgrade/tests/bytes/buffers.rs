//! Bytes that are held as `bytes::Bytes`.

use std::collections::{BTreeMap, HashMap};

use bytes::Bytes;
use everwire::Wire;
use prost_upgrade::kinds::v1::buffers::Held;
use prost_upgrade::kinds::v1::{Buffers, RequiredBuffers};

use super::{agree, json, read_alike};

/// Wrappers that are held as buffers, which only a person writes: prost-build holds them as lists.
#[derive(everwire::Codec, Clone, PartialEq, prost::Message)]
struct Wrapped {
    #[prost(message, optional, tag = "1")]
    one: Option<::bytes::Bytes>,
    #[prost(message, repeated, tag = "2")]
    many: Vec<prost::bytes::Bytes>,
    #[prost(btree_map = "string, message", tag = "3")]
    named: BTreeMap<String, bytes::Bytes>,
    #[prost(message, required, tag = "4")]
    required: bytes::Bytes,
    #[prost(message, optional, boxed, tag = "5")]
    boxed: Option<Box<bytes::Bytes>>,
    #[prost(bytes = "bytes", tag = "6")]
    plain: Bytes,
}

/// Lists and buffers of bytes are the same on every wire.
#[allow(
    clippy::box_collection,
    reason = "prost-build boxes what it is told to"
)]
#[derive(everwire::Codec, Clone, PartialEq, prost::Message)]
#[codec(name = "Wrapped")]
struct Lists {
    #[prost(message, optional, tag = "1")]
    one: Option<Vec<u8>>,
    #[prost(message, repeated, tag = "2")]
    many: Vec<Vec<u8>>,
    #[prost(btree_map = "string, message", tag = "3")]
    named: BTreeMap<String, Vec<u8>>,
    #[prost(message, required, tag = "4")]
    required: Vec<u8>,
    #[prost(message, optional, boxed, tag = "5")]
    boxed: Option<Box<Vec<u8>>>,
    #[prost(bytes, tag = "6")]
    plain: Vec<u8>,
}

fn samples() -> [Bytes; 4] {
    [
        Bytes::new(),
        Bytes::from_static(&[0]),
        Bytes::from_static(b"bytes"),
        Bytes::from(vec![0xff; 200]),
    ]
}

fn wrapped() -> Wrapped {
    Wrapped {
        one: Some(Bytes::new()),
        many: samples().into(),
        named: BTreeMap::from([
            (String::new(), Bytes::new()),
            ("n".into(), Bytes::from_static(b"v")),
        ]),
        required: Bytes::from_static(b"r"),
        boxed: Some(Box::new(Bytes::from_static(b"b"))),
        plain: Bytes::from_static(b"p"),
    }
}

#[test]
fn every_label() {
    agree(&Buffers::default());
    for bytes in samples() {
        agree(&Buffers {
            plain: bytes.clone(),
            optional: Some(bytes.clone()),
            repeated: vec![bytes.clone(), Bytes::new(), bytes.clone()],
            by_name: HashMap::from([("k".into(), bytes.clone())]),
            by_number: HashMap::from([(0, bytes.clone())]),
            held: Some(Held::Inline(bytes.clone())),
        });
        agree(&Buffers {
            held: Some(Held::Wrapped(bytes.into())),
            ..Buffers::default()
        });
    }
}

#[test]
fn required_and_defaults() {
    for bytes in samples() {
        agree(&RequiredBuffers {
            required: bytes.clone(),
            preset: Some(bytes.clone()),
            required_preset: bytes,
        });
    }
    read_alike::<RequiredBuffers>(b"");
    let read: RequiredBuffers = everwire::protobuf::from_slice(b"").unwrap();
    assert_eq!(
        (&*read.required, &*read.required_preset),
        (&b""[..], &b"r"[..])
    );
    assert_eq!(
        (read.preset.as_ref(), read.preset()),
        (None, &b"\0\xff\"x"[..])
    );
}

#[test]
fn the_last_of_many_is_read() {
    read_alike::<Buffers>(b"\x0a\x01a\x12\x01b\x0a\x02cd\x12\x00\x32\x01a\x32\x01b\x22\x06\x0a\x01k\x12\x01v\x22\x03\x0a\x01k");
    // A wrapper in two parts, the second without a value.
    read_alike::<Wrapped>(b"\x0a\x03\x0a\x01a\x0a\x00\x12\x00\x2a\x03\x0a\x01a\x2a\x03\x0a\x01b");
}

#[test]
fn wrappers_held_as_buffers() {
    agree(&wrapped());
    agree(&Wrapped::default());
    assert_eq!(
        json(&Wrapped {
            plain: Bytes::from_static(&[0xff]),
            many: vec![Bytes::new()],
            ..Wrapped::default()
        }),
        r#"{"many":[""],"required":"","plain":"/w=="}"#
    );
    for wire in Wire::ALL {
        let bytes = wire.encode(&wrapped()).unwrap();
        let lists: Lists = wire.decode(&bytes).unwrap();
        assert_eq!(wire.encode(&lists).unwrap(), bytes, "{wire}");
    }
}

#[test]
fn what_is_read_out_of_a_buffer_shares_it() {
    let long = Bytes::from(vec![7; 4096]);
    let value = Buffers {
        plain: long.clone(),
        repeated: vec![long.clone()],
        by_name: HashMap::from([("k".into(), long.clone())]),
        held: Some(Held::Inline(long.clone())),
        ..Buffers::default()
    };
    let wrapped = Wrapped {
        one: Some(long.clone()),
        many: vec![long.clone()],
        ..Wrapped::default()
    };
    for wire in [Wire::Protobuf, Wire::MsgPack] {
        let frame = Bytes::from(wire.encode(&value).unwrap());
        let within = |bytes: &Bytes| frame.as_ptr_range().contains(&bytes.as_ptr());
        let read: Buffers = wire.decode_bytes(&frame).unwrap();
        assert_eq!(read, value);
        assert!(within(&read.plain) && within(&read.repeated[0]) && within(&read.by_name["k"]));
        assert!(matches!(&read.held, Some(Held::Inline(bytes)) if within(bytes)));

        let frame = Bytes::from(wire.encode(&wrapped).unwrap());
        let within = |bytes: &Bytes| frame.as_ptr_range().contains(&bytes.as_ptr());
        let read: Wrapped = wire.decode_bytes(&frame).unwrap();
        assert_eq!(read, wrapped);
        assert!(within(read.one.as_ref().unwrap()) && within(&read.many[0]));
    }
}
