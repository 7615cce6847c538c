//! The bytes of each shape on each wire, as the layouts of the documentation say.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::time::{Duration, SystemTime};

use everwire::{Codec, DecodeOwned, Wire};
use everwire_tests::{hex, round_trip, show, unhex};

#[derive(Codec, Clone, Debug, PartialEq)]
struct One<T> {
    #[codec(1, required)]
    value: T,
}

/// The bytes of a value in a message's field 1, where they are others than these; and a round trip.
fn check<T: Codec + DecodeOwned + PartialEq + std::fmt::Debug>(
    value: T,
    protobuf: &str,
    msgpack: &str,
    json: &str,
) -> Option<String> {
    let one = One { value };
    let expected = [
        hex(&unhex(protobuf)),
        format!("91{}", hex(&unhex(msgpack))),
        format!("{{\"value\":{json}}}"),
    ];
    let found = Wire::ALL.map(|wire| show(wire, &round_trip(wire, &one)));
    (found != expected).then(|| format!("{one:?}: {found:?}, expected {expected:?}"))
}

/// For an `Option`, which is not `required`.
#[derive(Codec, Clone, Debug, PartialEq)]
struct Maybe<T> {
    #[codec(1)]
    value: Option<T>,
}

/// The bytes of an optional value, where they are others than these; and a round trip.
fn maybe<T: Codec + DecodeOwned + PartialEq + std::fmt::Debug>(
    value: Option<T>,
    protobuf: &str,
    msgpack: &str,
    json: &str,
) -> Option<String> {
    let one = Maybe { value };
    let expected = [
        hex(&unhex(protobuf)),
        format!("91{}", hex(&unhex(msgpack))),
        format!("{{\"value\":{json}}}"),
    ];
    let found = Wire::ALL.map(|wire| show(wire, &round_trip(wire, &one)));
    (found != expected).then(|| format!("{one:?}: {found:?}, expected {expected:?}"))
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Line {
    #[codec(1)]
    sku: String,
    #[codec(3)]
    quantity: Option<u32>,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Empty;

#[derive(Codec, Clone, Debug, PartialEq)]
struct Id(u64);

#[derive(Codec, Clone, Debug, PartialEq)]
struct Pair(i32, String);

#[derive(Codec, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Colour {
    #[codec(0)]
    Red,
    #[codec(200)]
    Green,
    #[codec(-1)]
    Blue,
}

#[derive(Codec, Clone, Debug, PartialEq)]
enum Shape {
    #[codec(1)]
    Nothing,
    #[codec(2)]
    Circle(u32),
    #[codec(3)]
    Rectangle {
        #[codec(1)]
        width: u32,
        #[codec(2)]
        height: u32,
    },
    #[codec(4)]
    Pair(u32, u32),
}

#[test]
#[rustfmt::skip]
fn every_shape_has_its_bytes() {
    let other: Vec<_> = [
        check(true, "0801", "c3", "true"),
        check(0_u8, "0800", "00", "0"),
        check(255_u8, "08ff01", "ccff", "255"),
        check(-1_i8, "08ffffffffffffffffff01", "ff", "-1"),
        check(-33_i16, "08dfffffffffffffffff01", "d0df", "-33"),
        check(70_000_u32, "08f0a204", "ce00011170", "70000"),
        check(u64::MAX, "08ffffffffffffffffff01", "cfffffffffffffffff", "18446744073709551615"),
        check(i64::MIN, "0880808080808080808001", "d38000000000000000", "-9223372036854775808"),
        check(128_i64, "088001", "cc80", "128"),
        check(1_u128, "0a10 00000000000000000000000000000001", "c410 00000000000000000000000000000001", "1"),
        check(-1_i128, "0a10 ffffffffffffffffffffffffffffffff", "c410 ffffffffffffffffffffffffffffffff", "-1"),
        check(1.5_f32, "0d0000c03f", "ca3fc00000", "1.5"),
        check(0.1_f64, "099a9999999999b93f", "cb3fb999999999999a", "0.1"),
        check(f64::NEG_INFINITY, "09000000000000f0ff", "cbfff0000000000000", "\"-Infinity\""),
        check('é', "0a02c3a9", "a2c3a9", "\"é\""),
        check("a\"\n\u{1}".to_owned(), "0a04 61220a01", "a4 61220a01", r#""a\"\n\u0001""#),
        check(vec![0_u8, 255], "0a0200ff", "c40200ff", "\"AP8=\""),
        check([1_u8, 2, 3], "0a03010203", "c403010203", "\"AQID\""),
        check(Duration::new(1, 500_000_000), "0a08 0801 1080cab5ee01", "9201ce1dcd6500", "\"1.500s\""),
        check(SystemTime::UNIX_EPOCH + Duration::from_secs(1), "0a02 0801", "d6ff00000001", "\"1970-01-01T00:00:01Z\""),
        check(SystemTime::UNIX_EPOCH + Duration::from_nanos(1), "0a02 1001", "d7ff 0000000400000000", "\"1970-01-01T00:00:00.000000001Z\""),
        check(SystemTime::UNIX_EPOCH - Duration::from_secs(1), "0a0b 08ffffffffffffffffff01", "c70cff 00000000 ffffffffffffffff", "\"1969-12-31T23:59:59Z\""),
        check((), "0a00", "90", "null"),
        check(Empty, "0a00", "90", "null"),
        check(Id(5), "0805", "05", "5"),
        check(Box::new(5_u32), "0805", "05", "5"),
        check(Rc::new("x".to_owned()), "0a0178", "a178", "\"x\""),
        check(Line { sku: "A".into(), quantity: Some(0) }, "0a05 0a0141 1800", "93 a141 c0 00", r#"{"sku":"A","quantity":0}"#),
        check(Line { sku: String::new(), quantity: None }, "0a00", "93 a0 c0 c0", r#"{"sku":"","quantity":null}"#),
        check(Pair(-1, "x".into()), "0a0e 08ffffffffffffffffff01 120178", "92 ff a178", r#"[-1,"x"]"#),
        check((1_u32, true), "0a04 0801 1001", "92 01 c3", "[1,true]"),
        check(Colour::Green, "08c801", "ccc8", "\"Green\""),
        check(Colour::Blue, "08ffffffffffffffffff01", "ff", "\"Blue\""),
        check(Shape::Nothing, "0a02 0a00", "92 01 90", "\"Nothing\""),
        check(Shape::Circle(0), "0a02 1000", "92 02 00", r#"{"Circle":0}"#),
        check(Shape::Rectangle { width: 1, height: 0 }, "0a04 1a02 0801", "92 03 920100", r#"{"Rectangle":{"width":1,"height":0}}"#),
        check(Shape::Pair(1, 2), "0a06 2204 0801 1002", "92 04 920102", r#"{"Pair":[1,2]}"#),
        check(vec![1_u32, 300], "0a03 01ac02", "92 01 cd012c", "[1,300]"),
        check(vec!["a".to_owned(), String::new()], "0a0161 0a00", "92 a161 a0", r#"["a",""]"#),
        check([1.0_f32, 2.0], "0a08 0000803f 00000040", "92 ca3f800000 ca40000000", "[1.0,2.0]"),
        check(BTreeSet::from([2_u32, 1]), "0a020102", "920102", "[1,2]"),
        check(vec![vec![1_u32], vec![]], "0a03 0a0101 0a00", "92 9101 90", "[[1],[]]"),
        check(vec![Some(1_u32), None, Some(0)], "0a020801 0a00 0a020800", "93 01 c0 00", "[1,null,0]"),
        maybe(Some(vec![1_u32]), "0a03 0a0101", "9101", "[1]"),
        maybe(None::<Vec<u32>>, "", "c0", "null"),
        maybe(Some(0_u32), "0800", "00", "0"),
        maybe(None::<u32>, "", "c0", "null"),
        maybe(Some(String::new()), "0a00", "a0", "\"\""),
        maybe(Some(BTreeMap::from([(1_u32, 2_u32)])), "0a06 0a04 0801 1002", "81 01 02", r#"{"1":2}"#),
        maybe(Some(Vec::<u32>::new()), "0a00", "90", "[]"),
        check(BTreeMap::from([("a".to_owned(), 1_u32)]), "0a05 0a0161 1001", "81 a161 01", r#"{"a":1}"#),
        check(BTreeMap::from([(-1_i32, true)]), "0a0d 08ffffffffffffffffff01 1001", "81 ff c3", r#"{"-1":true}"#),
        check(BTreeMap::from([(true, 2_u32)]), "0a04 0801 1002", "81 c3 02", r#"{"true":2}"#),
        check(BTreeMap::from([(Colour::Green, 2_u32)]), "0a05 08c801 1002", "81 ccc8 02", r#"{"Green":2}"#),
        check(BTreeMap::from([("a".to_owned(), BTreeMap::from([(1_u32, 2_u32)]))]), "0a0b 0a0161 1206 0a04 0801 1002", "81 a161 81 01 02", r#"{"a":{"1":2}}"#),
        check(BTreeMap::from([(1_u32, vec![2_u32])]), "0a07 0801 1203 0a0102", "81 01 91 02", r#"{"1":[2]}"#),
        check(Cow::<'static, str>::Borrowed("x").into_owned(), "0a0178", "a178", "\"x\""),
    ].into_iter().flatten().collect();
    assert!(other.is_empty(), "{}", other.join("\n"));
}
