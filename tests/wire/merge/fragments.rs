//! Protobuf's values that come in fragments: what the first one set stays where the second is silent.

use std::borrow::Cow;
use std::time::{Duration, SystemTime};

use everwire::{Codec, Wire};
use everwire_tests::{hex, unhex};

fn read<T: Codec + everwire::DecodeOwned>(digits: &str) -> T {
    Wire::Protobuf.decode(&unhex(digits)).unwrap()
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Tuples {
    #[codec(1)]
    plain: (u32, u32),
    #[codec(2)]
    list: (u32, Vec<u32>),
    #[codec(13)]
    option: Option<(u32, u32)>,
    #[codec(14)]
    nested: Option<(Option<Point>, (u32, u32))>,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Point {
    #[codec(1)]
    x: u32,
    #[codec(2)]
    y: u32,
}

#[test]
fn tuples_merge() {
    let tuples: Tuples = read(
        "0a020805 0a021007 12050801120102 1203120103 6a020805 6a021007 72080a0208011202 0802 72080a0210031202 1004",
    );
    let expected = Tuples {
        plain: (5, 7),
        list: (1, vec![2, 3]),
        option: Some((5, 7)),
        nested: Some((Some(Point { x: 1, y: 3 }), (2, 4))),
    };
    assert_eq!(tuples, expected);
    let mut over = Tuples {
        plain: (1, 1),
        list: (9, vec![9]),
        option: Some((9, 9)),
        nested: None,
    };
    let bytes = unhex("0a021007 1203120103 6a021007");
    Wire::Protobuf.decode_into(&mut over, &bytes).unwrap();
    assert_eq!(over, Wire::Protobuf.decode(&bytes).unwrap());
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Times {
    #[codec(1)]
    took: Duration,
    #[codec(2)]
    began: SystemTime,
    #[codec(3)]
    ended: Option<SystemTime>,
    #[codec(4)]
    left: Option<Duration>,
}

#[test]
fn times_merge() {
    let times: Times =
        read("0a020801 0a021005 12021005 12020802 1a0b08ffffffffffffffffff01 1a021007 22021003");
    let at = |secs: i64, nanos| {
        let base = SystemTime::UNIX_EPOCH + Duration::from_secs(10);
        base - Duration::from_secs((10 - secs) as u64) + Duration::from_nanos(nanos)
    };
    let expected = Times {
        took: Duration::new(1, 5),
        began: at(2, 5),
        ended: Some(at(-1, 7)),
        left: Some(Duration::new(0, 3)),
    };
    assert_eq!(times, expected);
    let refused = Wire::Protobuf.decode::<Times>(&unhex("0a020801 0a06108094ebdc03"));
    assert_eq!(
        refused.unwrap_err().to_string(),
        "Times.took: the number does not fit `Duration` (protobuf, byte 12)"
    );
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Raw {
    #[codec(1)]
    a: u32,
    #[codec(2)]
    l: Vec<u32>,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(try_from = Raw, into = Raw)]
struct Small(u8, Vec<u32>);

impl TryFrom<Raw> for Small {
    type Error = std::num::TryFromIntError;
    fn try_from(raw: Raw) -> Result<Self, Self::Error> {
        Ok(Self(u8::try_from(raw.a)?, raw.l))
    }
}

impl From<Small> for Raw {
    fn from(small: Small) -> Self {
        Self {
            a: small.0.into(),
            l: small.1,
        }
    }
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Converted {
    #[codec(6)]
    small: Small,
    #[codec(7)]
    option: Option<Small>,
}

#[test]
fn what_is_converted_merges() {
    let converted: Converted = read("32020805 32021007 3a020801 3a03120102 3a03120103");
    let expected = Converted {
        small: Small(5, vec![7]),
        option: Some(Small(1, vec![2, 3])),
    };
    assert_eq!(converted, expected);
    assert_eq!(
        hex(&Wire::Protobuf.encode(&expected).unwrap()),
        "32050805120107".to_owned() + "3a06080112020203"
    );
}

#[derive(Codec, Clone, Copy, Debug, PartialEq)]
enum Closed {
    #[codec(0)]
    Zero,
    #[codec(1)]
    One,
}

#[derive(Codec, Clone, Debug, PartialEq)]
enum Choice {
    #[codec(1)]
    Closed(Closed),
    #[codec(2)]
    Text(String),
    #[codec(3)]
    Point(Point),
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Chosen {
    #[codec(oneof(1, 2, 3))]
    choice: Option<Choice>,
    #[codec(4)]
    closed: Option<Closed>,
    #[codec(5)]
    alone: Option<Choice>,
    #[codec(unknown)]
    unknown: everwire::UnknownFields,
}

#[test]
fn an_unknown_value_of_an_enum_takes_nothing_back() {
    let known = |digits: &str| {
        let chosen: Chosen = read(digits);
        let kept = chosen.unknown.len();
        (chosen.choice, chosen.closed, chosen.alone, kept)
    };
    let text = || Some(Choice::Text("s".into()));
    assert_eq!(known("120173 0809"), (text(), None, None, 1));
    assert_eq!(known("0809 120173"), (text(), None, None, 1));
    let one = Some(Choice::Closed(Closed::One));
    assert_eq!(known("0801 0809"), (one.clone(), None, None, 1));
    assert_eq!(known("2001 2009"), (None, Some(Closed::One), None, 1));
    assert_eq!(known("2a03120173 2a020809"), (None, None, text(), 0));
    assert_eq!(known("2a05120173 0809"), (None, None, text(), 0));
    assert_eq!(known("2a020801 2a020809"), (None, None, one, 0));
    assert_eq!(known("2a020809"), (None, None, None, 1));
}

#[test]
fn a_variant_that_comes_twice_merges() {
    let chosen: Chosen = read("1a020801 1a021002 2a041a020803 2a041a021004");
    assert_eq!(chosen.choice, Some(Choice::Point(Point { x: 1, y: 2 })));
    assert_eq!(chosen.alone, Some(Choice::Point(Point { x: 3, y: 4 })));
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Lent<'a> {
    #[codec(1)]
    point: Cow<'a, Point>,
    #[codec(2)]
    text: Cow<'a, str>,
}

#[test]
fn a_lent_message_is_the_message() {
    let point = Point { x: 1, y: 2 };
    let lent = Lent {
        point: Cow::Borrowed(&point),
        text: Cow::Borrowed("t"),
    };
    for (wire, expected) in [
        (Wire::Protobuf, "0a0408011002120174".to_owned()),
        (Wire::MsgPack, "92920102a174".to_owned()),
        (Wire::Json, hex(br#"{"point":{"x":1,"y":2},"text":"t"}"#)),
    ] {
        let bytes = wire.encode(&lent).unwrap();
        assert_eq!(hex(&bytes), expected, "{wire}");
        assert_eq!(wire.decode::<Lent<'_>>(&bytes).unwrap(), lent, "{wire}");
        let mut over = lent.clone();
        wire.decode_into(&mut over, &bytes).unwrap();
        assert_eq!(over, lent, "{wire}");
    }
    let bytes = unhex("0a020801 0a021002");
    let merged: Lent<'_> = Wire::Protobuf.decode(&bytes).unwrap();
    assert_eq!(merged.point.into_owned(), point);
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Arrays {
    #[codec(7)]
    pair: [u32; 2],
    #[codec(8)]
    texts: [String; 2],
    #[codec(13)]
    other: u32,
}

#[test]
fn an_array_comes_in_one_piece() {
    let expected = Arrays {
        pair: [1, 2],
        texts: ["a".into(), "b".into()],
        other: 0,
    };
    for digits in [
        "3a020102 420161 420162",
        "3801 3802 420161 420162",
        "3a020908 420178 420179 3a020102 420161 420162",
    ] {
        assert_eq!(read::<Arrays>(digits), expected, "{digits}");
    }
    for digits in ["3801 6800 3802", "3a0101 3a0102"] {
        let error = Wire::Protobuf.decode::<Arrays>(&unhex(digits)).unwrap_err();
        assert_eq!(error.path(), "Arrays.pair", "{digits}");
        assert!(
            error.to_string().contains("expected 2 elements, found 1"),
            "{error}"
        );
    }
}
