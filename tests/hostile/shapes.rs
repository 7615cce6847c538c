//! Types with everything in them, and values that use all of it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, SystemTime};

use everwire::{Codec, UnknownFields};

#[derive(Codec, Clone, Debug, Default, PartialEq)]
pub struct Everything {
    #[codec(1)]
    pub flag: bool,
    #[codec(2)]
    pub small: u8,
    #[codec(3)]
    pub wide: u64,
    #[codec(4, sint)]
    pub signed: i32,
    #[codec(5, fixed)]
    pub fixed: u64,
    #[codec(6)]
    pub long: i64,
    #[codec(7)]
    pub huge: i128,
    #[codec(8)]
    pub single: f32,
    #[codec(9)]
    pub double: f64,
    #[codec(10)]
    pub letter: char,
    #[codec(11)]
    pub text: String,
    #[codec(12)]
    pub bytes: Vec<u8>,
    #[codec(13)]
    pub maybe: Option<u32>,
    #[codec(14)]
    pub numbers: Vec<u32>,
    #[codec(15, unpacked)]
    pub loose: Vec<i64>,
    #[codec(16)]
    pub names: BTreeSet<String>,
    #[codec(17)]
    pub inner: Inner,
    #[codec(18)]
    pub lines: Vec<Inner>,
    #[codec(19)]
    pub labels: BTreeMap<String, String>,
    #[codec(20)]
    pub counts: BTreeMap<i32, Inner>,
    #[codec(21)]
    pub closed: Closed,
    #[codec(22)]
    pub open: Open,
    #[codec(23)]
    pub closeds: Vec<Closed>,
    #[codec(oneof(24, 25, 26))]
    pub event: Option<Event>,
    #[codec(27)]
    pub span: Duration,
    #[codec(28)]
    pub when: Option<SystemTime>,
    #[codec(29)]
    pub matrix: Vec<Vec<u16>>,
    #[codec(30)]
    pub shapes: Vec<Shape>,
    #[codec(31)]
    pub pair: (u8, String),
    #[codec(32)]
    pub triple: [u16; 3],
    #[codec(33)]
    pub child: Option<Box<Everything>>,
    #[codec(34, group)]
    pub group: Option<Inner>,
    #[codec(35)]
    pub gaps: Vec<Option<u8>>,
    #[codec(36)]
    pub by_kind: BTreeMap<Closed, bool>,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
pub struct Inner {
    #[codec(1)]
    pub sku: String,
    #[codec(2)]
    pub quantity: u32,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closed {
    #[default]
    #[codec(0)]
    Zero,
    #[codec(1)]
    One,
}

#[derive(Codec, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Open {
    #[default]
    #[codec(0)]
    Zero,
    #[codec(other)]
    Other(i32),
}

#[derive(Codec, Clone, Debug, PartialEq)]
pub enum Event {
    #[codec(24)]
    Placed(Inner),
    #[codec(25)]
    Count(u64),
    #[codec(26)]
    Cancelled {
        #[codec(1)]
        why: String,
    },
}

#[derive(Codec, Clone, Debug, PartialEq)]
pub enum Shape {
    #[codec(1)]
    Circle(f64),
    #[codec(2)]
    Kind(Closed),
    #[codec(3)]
    Empty,
    #[codec(other)]
    Other(UnknownFields),
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
pub struct Borrowed<'a> {
    #[codec(1)]
    pub name: &'a str,
    #[codec(2)]
    pub token: Cow<'a, [u8]>,
    #[codec(3)]
    pub words: Vec<&'a str>,
    #[codec(4)]
    pub labels: BTreeMap<&'a str, Cow<'a, str>>,
}

/// A message keyed by number in MessagePack, with ProtoJSON's names.
#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(msgpack = "map", json = "proto")]
pub struct Keyed {
    #[codec(1)]
    pub first_name: String,
    #[codec(300)]
    pub closed: Option<Closed>,
    #[codec(1000)]
    pub when: Option<SystemTime>,
    #[codec(1001)]
    pub shape: Option<Shape>,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

pub fn everything() -> Everything {
    let inner = |sku: &str, quantity| Inner {
        sku: sku.into(),
        quantity,
        ..Inner::default()
    };
    Everything {
        flag: true,
        small: 200,
        wide: u64::MAX,
        signed: -3,
        fixed: 1 << 40,
        long: i64::MIN,
        huge: -1,
        single: 0.1,
        double: 1e300,
        letter: 'é',
        text: "größe \"q\" \n 日本".into(),
        bytes: vec![0, 255, 128],
        maybe: Some(70_000),
        numbers: vec![1, 300, 70_000],
        loose: vec![-1, 0, i64::MAX],
        names: ["a".to_owned(), "b".repeat(40)].into(),
        inner: inner("A-1", 2),
        lines: vec![inner("", 0), inner("B", 1 << 20)],
        labels: BTreeMap::from([("k".into(), "v".into()), ("".into(), "".into())]),
        counts: BTreeMap::from([(-1, inner("m", 1))]),
        closed: Closed::One,
        open: Open::Other(-7),
        closeds: vec![Closed::One, Closed::Zero],
        event: Some(Event::Cancelled { why: "no".into() }),
        span: Duration::new(1, 500_000_000),
        when: Some(SystemTime::UNIX_EPOCH + Duration::new(1_700_000_000, 1)),
        matrix: vec![vec![1, 2], vec![], vec![65_535]],
        shapes: vec![Shape::Circle(0.5), Shape::Kind(Closed::One), Shape::Empty],
        pair: (7, "p".into()),
        triple: [1, 2, 3],
        child: Some(Box::new(Everything {
            text: "child".into(),
            ..Everything::default()
        })),
        group: Some(inner("g", 3)),
        gaps: vec![Some(1), None, Some(0)],
        by_kind: BTreeMap::from([(Closed::One, true)]),
        unknown: UnknownFields::new(),
    }
}

pub fn borrowed() -> Borrowed<'static> {
    Borrowed {
        name: "größe",
        token: Cow::Borrowed(b"\0\xff"),
        words: vec!["", "ab", "日本"],
        labels: BTreeMap::from([("k", Cow::Borrowed("v"))]),
    }
}

pub fn keyed() -> Keyed {
    Keyed {
        first_name: "Ann".into(),
        closed: Some(Closed::One),
        when: Some(SystemTime::UNIX_EPOCH),
        shape: Some(Shape::Circle(-0.0)),
        unknown: UnknownFields::new(),
    }
}
