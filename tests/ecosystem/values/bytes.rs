//! Bytes that share the memory of the input: by where they lie.

use std::collections::BTreeMap;

use bytes::{Bytes, BytesMut};
use everwire::{Codec, Options, UnknownFields, Wire};

use super::on;

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "Parcel", version = 3)]
struct Parcel {
    #[codec(1)]
    plain: Bytes,
    #[codec(2)]
    some: Option<Bytes>,
    #[codec(3)]
    list: Vec<Bytes>,
    #[codec(4)]
    map: BTreeMap<String, Bytes>,
    #[codec(5)]
    nested: Option<Box<Parcel>>,
    #[codec(oneof(6, 7))]
    one: Option<One>,
    #[codec(8)]
    own: BytesMut,
    #[codec(9)]
    pair: Vec<(u32, Bytes)>,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
enum One {
    #[codec(6)]
    Alone(Bytes),
    #[codec(7)]
    Within {
        #[codec(1)]
        data: Bytes,
    },
}

/// The same, in std's types.
#[derive(Codec, Default)]
#[codec(name = "Parcel")]
struct Std {
    #[codec(1)]
    plain: Vec<u8>,
    #[codec(2)]
    some: Option<Vec<u8>>,
    #[codec(3)]
    list: Vec<Vec<u8>>,
    #[codec(8)]
    own: Vec<u8>,
}

fn parcel() -> Parcel {
    let inner = Parcel {
        plain: "inner".into(),
        one: Some(One::Within {
            data: "within".into(),
        }),
        ..Parcel::default()
    };
    Parcel {
        plain: "plain".into(),
        some: Some("some".into()),
        list: vec!["first".into(), Bytes::from(vec![7; 300])],
        map: [("key".into(), "value".into())].into(),
        nested: Some(Box::new(inner)),
        one: Some(One::Alone("alone".into())),
        own: b"own"[..].into(),
        pair: vec![(1, "pair".into())],
        unknown: UnknownFields::new(),
    }
}

/// All bytes that may share.
fn parts(parcel: &Parcel) -> Vec<&Bytes> {
    let mut parts = vec![&parcel.plain];
    parts.extend(&parcel.some);
    parts.extend(&parcel.list);
    parts.extend(parcel.map.values());
    parts.extend(parcel.pair.iter().map(|(_, bytes)| bytes));
    parts.extend(parcel.nested.iter().flat_map(|inner| self::parts(inner)));
    parts.extend(parcel.one.iter().map(|one| match one {
        One::Alone(data) | One::Within { data } => data,
    }));
    parts
}

/// How many of the parts that are not empty lie within a buffer.
fn shared(parcel: &Parcel, buffer: &Bytes) -> usize {
    let within = buffer.as_ptr_range();
    let parts = parts(parcel).into_iter().filter(|part| !part.is_empty());
    parts.filter(|part| within.contains(&part.as_ptr())).count()
}

const ALL: usize = 9;

#[test]
fn they_are_bytes_on_every_wire() {
    let bytes = |text: &str| text.as_bytes().to_vec();
    let theirs = Parcel {
        plain: "plain".into(),
        some: Some("some".into()),
        list: vec!["first".into(), Bytes::new()],
        own: b"own"[..].into(),
        ..Parcel::default()
    };
    let std = Std {
        plain: bytes("plain"),
        some: Some(bytes("some")),
        list: vec![bytes("first"), Vec::new()],
        own: bytes("own"),
    };
    assert_eq!(
        Wire::Protobuf.encode(&theirs).unwrap(),
        Wire::Protobuf.encode(&std).unwrap()
    );
    assert_eq!(on(&theirs.plain), on(&std.plain));
    assert_eq!(on(&theirs.list), on(&std.list));
    assert_eq!(on(&theirs.own), on(&std.own));
    on(&parcel());
}

#[test]
fn all_bytes_of_a_message_share_its_input() {
    for wire in [Wire::Protobuf, Wire::MsgPack] {
        let input = Bytes::from(wire.encode(&parcel()).unwrap());
        let read: Parcel = wire.decode_bytes(&input).unwrap();
        assert_eq!(read, parcel());
        assert_eq!(parts(&read).len(), ALL);
        assert_eq!(shared(&read, &input), ALL, "{wire}");
        // Within a part of a buffer as well.
        let mut framed = vec![0; 5];
        framed.extend_from_slice(&input);
        let framed = Bytes::from(framed);
        let read: Parcel = wire.decode_bytes(&framed.slice(5..)).unwrap();
        assert_eq!(shared(&read, &framed), ALL, "{wire}");
        // They outlive the handle that they came from.
        drop((input, framed));
        assert_eq!(read, parcel());
    }
}

#[test]
fn what_is_read_over_or_merged_shares_too() {
    for wire in [Wire::Protobuf, Wire::MsgPack] {
        let input = Bytes::from(wire.encode(&parcel()).unwrap());
        let mut value = parcel();
        assert_eq!(shared(&value, &input), 0);
        wire.decode_bytes_into(&mut value, &input).unwrap();
        assert_eq!(value, parcel());
        assert_eq!(shared(&value, &input), ALL, "{wire}");
        let options = Options::new();
        let mut value = Parcel::default();
        options.merge_bytes(wire, &mut value, &input).unwrap();
        assert_eq!(shared(&value, &input), ALL, "{wire}");
    }
    let input = Bytes::from(everwire::protobuf::to_vec(&parcel()).unwrap());
    let read: Parcel = everwire::protobuf::from_bytes(&input).unwrap();
    assert_eq!(shared(&read, &input), ALL);
    let input = Bytes::from(everwire::msgpack::to_vec(&parcel()).unwrap());
    let read: Parcel = everwire::msgpack::from_bytes(&input).unwrap();
    assert_eq!(shared(&read, &input), ALL);
}

#[test]
fn an_envelope_is_shared_and_a_slice_is_not() {
    for wire in [Wire::Protobuf, Wire::MsgPack] {
        let blob = Bytes::from(everwire::seal(&parcel(), wire).unwrap());
        let opened = Options::new().open_bytes::<Parcel>(&blob).unwrap();
        assert_eq!((opened.version, opened.wire), (3, wire));
        assert_eq!(shared(&opened.value, &blob), ALL, "{wire}");
        let copied: Parcel = everwire::open(&blob).unwrap();
        assert_eq!(shared(&copied, &blob), 0);
    }
}

#[test]
fn what_is_not_there_as_it_is_is_made_anew() {
    let input = Bytes::from(Wire::Json.encode(&parcel()).unwrap());
    let read: Parcel = Wire::Json.decode_bytes(&input).unwrap();
    assert_eq!(read, parcel());
    assert_eq!(shared(&read, &input), 0);
    // A list of numbers in MessagePack.
    let input = Bytes::from_static(b"\x91\x93\x01\x02\x03");
    let read: Parcel = Wire::MsgPack.decode_bytes(&input).unwrap();
    assert_eq!(read.plain, [1, 2, 3][..]);
    assert_eq!(shared(&read, &input), 0);
}

#[test]
fn errors_and_rules_are_those_of_bytes() {
    #[derive(Codec, Debug)]
    struct Ruled {
        #[codec(1, max_len = 2)]
        data: Bytes,
    }
    let input = Bytes::from_static(b"\x0a\x03abc");
    let error = Wire::Protobuf.decode_bytes::<Ruled>(&input).unwrap_err();
    assert!(error.is_validation(), "{error}");
    let error = Wire::Protobuf
        .decode_bytes::<Ruled>(&input.slice(..4))
        .unwrap_err();
    assert!(error.is_truncated(), "{error}");
    assert_eq!(
        error.to_string(),
        Wire::Protobuf
            .decode::<Ruled>(&input[..4])
            .unwrap_err()
            .to_string()
    );
}
