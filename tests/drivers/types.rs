//! One message with everything in it.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use everwire::Codec;

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "test.Everything", reserved(25, slot = 24, type = u32))]
pub struct Everything {
    #[codec(1)]
    pub truth: bool,
    #[codec(2)]
    pub unsigned: u64,
    #[codec(3)]
    pub signed: i32,
    #[codec(4, sint)]
    pub zigzag: i64,
    #[codec(5, fixed)]
    pub fixed: u32,
    #[codec(6)]
    pub single: f32,
    #[codec(7)]
    pub double: f64,
    #[codec(8)]
    pub text: String,
    #[codec(9)]
    pub bytes: Vec<u8>,
    #[codec(10)]
    pub colour: Colour,
    #[codec(11)]
    pub line: Line,
    #[codec(12)]
    pub optional: Option<u32>,
    #[codec(13)]
    pub list: Vec<i32>,
    #[codec(14, unpacked)]
    pub unpacked: Vec<u64>,
    #[codec(15)]
    pub lines: Vec<Line>,
    #[codec(16)]
    pub lists: Vec<Vec<String>>,
    #[codec(17)]
    pub options: Vec<Option<bool>>,
    #[codec(18)]
    pub map: BTreeMap<String, u32>,
    #[codec(19)]
    pub numbered: BTreeMap<i32, Line>,
    #[codec(20)]
    pub optional_list: Option<Vec<u32>>,
    #[codec(21)]
    pub pair: (u32, String),
    #[codec(22)]
    pub wide: u128,
    #[codec(23)]
    pub duration: Duration,
    #[codec(24)]
    pub time: Option<SystemTime>,
    #[codec(26)]
    pub unit: (),
    #[codec(oneof(30, 31))]
    pub event: Option<Event>,
    #[codec(40, default = 1)]
    pub copies: u8,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "test.Line", msgpack = "map")]
pub struct Line {
    #[codec(1)]
    pub sku: String,
    #[codec(2)]
    pub quantity: Option<u32>,
}

#[derive(Codec, Clone, Copy, Debug, Default, PartialEq)]
#[codec(name = "test.Colour")]
pub enum Colour {
    #[default]
    #[codec(0)]
    Red,
    #[codec(1)]
    Green,
    #[codec(other)]
    Other(i32),
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "test.Event")]
pub enum Event {
    #[codec(30)]
    Placed(u64),
    #[codec(31)]
    Cancelled {
        #[codec(1)]
        why: String,
    },
}

/// A value with something in each field.
pub fn everything() -> Everything {
    let line = |sku: &str, quantity| Line {
        sku: sku.into(),
        quantity,
    };
    Everything {
        truth: true,
        unsigned: u64::MAX,
        signed: -5,
        zigzag: -6,
        fixed: 7,
        single: 0.1,
        double: -2.5,
        text: "é\n".into(),
        bytes: vec![0, 255],
        colour: Colour::Green,
        line: line("A", Some(2)),
        optional: Some(0),
        list: vec![1, -1],
        unpacked: vec![1, 300],
        lines: vec![line("B", None), line("", Some(0))],
        lists: vec![vec![], vec!["x".into()]],
        options: vec![None, Some(false)],
        map: BTreeMap::from([("a".into(), 0), (String::new(), 1)]),
        numbered: BTreeMap::from([(-1, line("C", None))]),
        optional_list: Some(vec![]),
        pair: (0, "p".into()),
        wide: 1 << 100,
        duration: Duration::new(1, 500_000_000),
        time: Some(SystemTime::UNIX_EPOCH + Duration::from_nanos(1)),
        unit: (),
        event: Some(Event::Cancelled { why: "w".into() }),
        copies: 3,
    }
}

/// A value with nothing in most fields.
pub fn spare() -> Everything {
    Everything {
        colour: Colour::Other(9),
        event: Some(Event::Placed(0)),
        ..Everything::default()
    }
}
