//! Former types of every shape: several of one field, of required fields, of enums, of what is flattened and generic.

use super::*;

#[test]
fn several_former_types_are_told_apart() {
    fn of_flag(flag: bool) -> String {
        format!("flag {flag}")
    }
    #[derive(Codec, Debug, PartialEq)]
    struct Thing {
        #[codec(1, was(u32, with = text), was(bool, with = of_flag), was(f64, with = of_float))]
        name: String,
    }
    fn of_float(float: f64) -> String {
        format!("{float:?}")
    }
    let name = |wire: Wire, bytes: &[u8]| wire.decode::<Thing>(bytes).unwrap().name;
    assert_eq!(name(Wire::MsgPack, b"\x91\x07"), "#7");
    assert_eq!(name(Wire::MsgPack, b"\x91\xc3"), "flag true");
    assert_eq!(name(Wire::MsgPack, b"\x91\xcb\x3f\xf8\0\0\0\0\0\0"), "1.5");
    assert_eq!(name(Wire::Protobuf, b"\x08\x07"), "#7");
    assert_eq!(name(Wire::Protobuf, b"\x09\0\0\0\0\0\0\xf8\x3f"), "1.5");
    assert_eq!(name(Wire::Json, br#"{"name":7}"#), "#7");
    assert_eq!(name(Wire::Json, br#"{"name":true}"#), "flag true");
    assert_eq!(name(Wire::Json, br#"{"name":"x"}"#), "x");
}

#[test]
fn required_fields_defaults_and_conversions_have_former_types() {
    mod hex {
        pub(super) fn encode(value: &u32) -> String {
            format!("{value:x}")
        }
        pub(super) fn decode(text: String) -> Result<u32, std::num::ParseIntError> {
            u32::from_str_radix(&format!("0{text}"), 16)
        }
    }
    fn same(number: u32) -> u32 {
        number
    }
    #[derive(Codec, Debug, PartialEq)]
    struct All {
        #[codec(1, required, was(u32, with = text))]
        id: String,
        #[codec(2, required, was(String, with = parse))]
        count: u32,
        #[codec(3, default = "none", was(u32, with = text))]
        name: String,
        #[codec(4, with = hex, was(u32, with = same))]
        color: u32,
        #[codec(5, required, with = hex, was(u32, with = same))]
        border: u32,
    }
    let expected = All {
        id: "#1".into(),
        count: 2,
        name: "#3".into(),
        color: 255,
        border: 15,
    };
    let read: All = Wire::MsgPack
        .decode(b"\x95\x01\xa12\x03\xcc\xff\x0f")
        .unwrap();
    assert_eq!(read, expected);
    let read: All = Wire::Protobuf
        .decode(b"\x08\x01\x12\x012\x18\x03\x20\xff\x01\x28\x0f")
        .unwrap();
    assert_eq!(read, expected);
    let json = br#"{"id":1,"count":"2","name":3,"color":255,"border":"f"}"#;
    assert_eq!(Wire::Json.decode::<All>(json).unwrap(), expected);
    for wire in Wire::ALL {
        let bytes = wire.encode(&expected).unwrap();
        assert_eq!(wire.decode::<All>(&bytes).unwrap(), expected, "{wire}");
        let mut there = wire.decode::<All>(&bytes).unwrap();
        wire.decode_into(&mut there, &bytes).unwrap();
        assert_eq!(there, expected, "{wire}");
    }
    let error = Wire::MsgPack.decode::<All>(b"\x92\xc0\xa12").unwrap_err();
    assert!(error.to_string().contains("id"), "{error}");
    let lacking: All = Wire::Json
        .decode(br#"{"id":1,"count":2,"border":"0"}"#)
        .unwrap();
    assert_eq!((lacking.name.as_str(), lacking.color), ("none", 0));
}

#[test]
fn in_protobuf_the_last_value_wins_whatever_its_type() {
    let of = |bytes: &[u8]| Wire::Protobuf.decode::<New>(bytes).unwrap();
    assert_eq!(of(b"\x0a\x01A\x08\x07").id, "#7");
    assert_eq!(of(b"\x08\x07\x0a\x01A").id, "A");
    assert_eq!(of(b"\x08\x07\x08\x08").id, "#8");
    // A list takes its elements one by one: there is nothing to convert.
    assert_eq!(of(b"\x18\x07\x1a\x01\x08").parts, [7, 8]);
    let mut there = new();
    Options::new()
        .merge(Wire::Protobuf, &mut there, b"\x08\x01\x18\x02")
        .unwrap();
    assert_eq!((there.id.as_str(), there.parts), ("#1", vec![9, 2]));
}

#[test]
fn a_message_may_have_been_a_number_and_the_other_way_round() {
    #[derive(Codec, Clone, Debug, PartialEq)]
    struct Money {
        #[codec(1)]
        cents: u64,
    }
    fn cents(cents: u64) -> Money {
        Money { cents }
    }
    fn amount(money: Money) -> u64 {
        money.cents
    }
    #[derive(Codec, Debug, PartialEq)]
    struct Bare {
        #[codec(1, was(Money, with = amount))]
        price: u64,
        #[codec(2)]
        prices: Vec<u64>,
    }
    #[derive(Codec, Debug, PartialEq)]
    struct Wrapped {
        #[codec(1, was(u64, with = cents))]
        price: Money,
    }
    for wire in Wire::ALL {
        let bare = Bare {
            price: 5,
            prices: vec![],
        };
        let wrapped: Wrapped = reread(wire, &bare);
        assert_eq!(wrapped.price.cents, 5, "{wire}");
        assert_eq!(reread::<Wrapped, Bare>(wire, &wrapped), bare, "{wire}");
    }
}

#[test]
fn a_former_value_that_its_enum_does_not_know_is_kept() {
    #[derive(Codec, Debug)]
    struct Keeping {
        #[codec(1)]
        id: u32,
        #[codec(2, was(Level, with = level))]
        level: String,
        #[codec(unknown)]
        unknown: UnknownFields,
    }
    for (wire, bytes) in [
        (Wire::Protobuf, &b"\x08\x01\x10\x07"[..]),
        (Wire::MsgPack, b"\x92\x01\x07"),
        (Wire::Json, br#"{"id":1,"level":7}"#),
    ] {
        let mut kept: Keeping = wire.decode(bytes).unwrap();
        assert_eq!(
            (kept.id, kept.level.as_str(), kept.unknown.len()),
            (1, "", 1)
        );
        assert_eq!(wire.encode(&kept).unwrap(), bytes, "{wire}");
        kept.level = "mid".into();
        let back: Keeping = wire.decode(&wire.encode(&kept).unwrap()).unwrap();
        assert_eq!((back.level.as_str(), back.unknown.len()), ("mid", 0));
    }
}

#[test]
fn flattened_and_generic_messages_have_former_types() {
    #[derive(Codec, Debug, PartialEq)]
    struct Outer {
        #[codec(1)]
        first: u32,
        #[codec(flatten)]
        inner: Inner,
        #[codec(4, was(u32, with = text))]
        last: String,
    }
    #[derive(Codec, Debug, PartialEq)]
    struct Inner {
        #[codec(2, was(u32, with = text))]
        name: String,
        #[codec(3)]
        count: u32,
    }
    #[derive(Codec, Debug, PartialEq)]
    struct Page<T> {
        #[codec(1)]
        items: Vec<T>,
        #[codec(2, was(u32, with = text))]
        next: String,
    }
    let expected = Outer {
        first: 1,
        inner: Inner {
            name: "#2".into(),
            count: 3,
        },
        last: "#4".into(),
    };
    for (wire, bytes) in [
        (Wire::Protobuf, &b"\x20\x04\x10\x02\x08\x01\x18\x03"[..]),
        (Wire::Protobuf, b"\x08\x01\x10\x02\x18\x03\x20\x04"),
        (Wire::MsgPack, b"\x94\x01\x02\x03\x04"),
        (Wire::Json, br#"{"last":4,"first":1,"name":2,"count":3}"#),
    ] {
        assert_eq!(wire.decode::<Outer>(bytes).unwrap(), expected, "{wire}");
    }
    let page: Page<u8> = Wire::MsgPack.decode(b"\x92\xc4\x01\x05\x07").unwrap();
    assert_eq!((page.items, page.next.as_str()), (vec![5], "#7"));
}
