//! A value of every shape.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::time::{Duration, SystemTime};

use everwire::wkt;
use everwire::{Codec, UnknownFields};

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(serde)]
pub struct Numbers {
    #[codec(1)]
    pub bool: bool,
    #[codec(2)]
    pub u8: u8,
    #[codec(3)]
    pub u16: u16,
    #[codec(4)]
    pub u32: u32,
    #[codec(5)]
    pub u64: u64,
    #[codec(6)]
    pub i8: i8,
    #[codec(7)]
    pub i16: i16,
    #[codec(8)]
    pub i32: i32,
    #[codec(9)]
    pub i64: i64,
    #[codec(10)]
    pub usize: usize,
    #[codec(11)]
    pub isize: isize,
    #[codec(12)]
    pub f32: f32,
    #[codec(13)]
    pub f64: f64,
    #[codec(14)]
    pub char: char,
}

impl Numbers {
    pub fn all() -> Vec<Self> {
        let ends = |f32, f64, most: bool| Self {
            bool: most,
            u8: if most { u8::MAX } else { 0 },
            u16: if most { u16::MAX } else { 0 },
            u32: if most { u32::MAX } else { 0 },
            u64: if most { i64::MAX as u64 } else { 0 },
            i8: if most { i8::MAX } else { i8::MIN },
            i16: if most { i16::MAX } else { i16::MIN },
            i32: if most { i32::MAX } else { i32::MIN },
            i64: if most { i64::MAX } else { i64::MIN },
            usize: usize::from(most),
            isize: -isize::from(most),
            f32,
            f64,
            char: if most { '\u{10ffff}' } else { 'a' },
        };
        vec![
            ends(f32::MAX, f64::MAX, true),
            ends(f32::MIN_POSITIVE, f64::MIN_POSITIVE, false),
            ends(f32::INFINITY, f64::NEG_INFINITY, true),
            ends(-0.1, 1e-7, false),
            ends(1.0, -3.0, false),
        ]
    }
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(serde)]
pub struct Wide {
    #[codec(1)]
    pub u64: u64,
    #[codec(2)]
    pub u128: u128,
    #[codec(3)]
    pub i128: i128,
}

/// Closed.
#[derive(Codec, Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[codec(serde, rename_all = "snake_case")]
pub enum Status {
    #[default]
    #[codec(0)]
    Draft,
    #[codec(1, alias = "payed")]
    PaidOut,
}

/// Open.
#[derive(Codec, Clone, Copy, Debug, Default, PartialEq, Eq)]
#[codec(serde)]
pub enum Size {
    #[default]
    #[codec(0)]
    Small,
    #[codec(7)]
    Large,
    #[codec(other)]
    Other(i32),
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(serde)]
pub enum Event {
    #[codec(1)]
    Opened,
    #[codec(2)]
    Named(String),
    #[codec(3)]
    Moved {
        #[codec(1)]
        x: i32,
        #[codec(2)]
        y: Option<i32>,
    },
    #[codec(4)]
    Pair(u32, u32),
    #[codec(5)]
    Nested(Box<Event>),
    #[codec(6)]
    Line(Line),
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(serde)]
pub struct Line {
    #[codec(1, min_len = 1)]
    pub sku: String,
    #[codec(2)]
    pub note: Option<String>,
}

#[derive(Codec, Clone, Debug, PartialEq)]
pub enum Payment {
    #[codec(20)]
    Cash(u32),
    #[codec(21)]
    Card(Line),
    #[codec(22)]
    Voucher(String),
    #[codec(23)]
    Free,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(serde)]
pub struct Pair(pub u32, pub Option<String>);

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(serde, transparent)]
pub struct Id(pub u64);

#[derive(Codec, Clone, Debug, Default, PartialEq)]
pub struct Audit {
    #[codec(30)]
    pub by: String,
    #[codec(31)]
    pub tags: Vec<String>,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "shop.v1.Order", serde)]
pub struct Order {
    #[codec(1)]
    pub id: Id,
    #[codec(2, rename = "customerName", alias = "customer")]
    pub customer: String,
    #[codec(3)]
    pub lines: Vec<Line>,
    #[codec(4)]
    pub note: Option<String>,
    #[codec(5)]
    pub labels: BTreeMap<String, String>,
    #[codec(6)]
    pub status: Status,
    #[codec(7)]
    pub size: Size,
    #[codec(8)]
    pub token: Vec<u8>,
    #[codec(9, default = 1)]
    pub copies: u32,
    #[codec(10)]
    pub took: Duration,
    #[codec(11)]
    pub at: Option<SystemTime>,
    #[codec(12)]
    pub pair: Option<Pair>,
    #[codec(13)]
    pub grid: Vec<Vec<u16>>,
    #[codec(14)]
    pub maybe: Vec<Option<u32>>,
    #[codec(15)]
    pub counts: BTreeMap<u32, Vec<bool>>,
    #[codec(16)]
    pub set: BTreeSet<Status>,
    #[codec(17)]
    pub fixed: [i8; 3],
    #[codec(18)]
    pub event: Option<Event>,
    #[codec(oneof(20, 21, 22, 23))]
    pub payment: Option<Payment>,
    #[codec(flatten)]
    pub audit: Audit,
    #[codec(40)]
    pub child: Option<Box<Order>>,
    #[codec(41)]
    pub by_status: HashMap<Status, u8>,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

impl Order {
    pub fn empty() -> Self {
        everwire::protobuf::from_slice(b"").unwrap()
    }

    pub fn full(payment: Payment) -> Self {
        Self {
            id: Id(7),
            customer: "Ann \"A\" \u{1f600}".into(),
            lines: vec![
                Line {
                    sku: "A-1".into(),
                    note: None,
                },
                Line {
                    sku: "B-2".into(),
                    note: Some(String::new()),
                },
            ],
            note: Some("as a gift".into()),
            labels: [("a".into(), "1".into()), ("b c".into(), String::new())].into(),
            status: Status::PaidOut,
            size: Size::Large,
            token: vec![0, 255, 7, 9],
            copies: 3,
            took: Duration::from_millis(1500),
            at: Some(SystemTime::UNIX_EPOCH + Duration::new(951_782_400, 5_000)),
            pair: Some(Pair(1, Some("x".into()))),
            grid: vec![vec![1, 2], vec![], vec![3]],
            maybe: vec![Some(1), None, Some(3)],
            counts: [(1, vec![true, false]), (u32::MAX, vec![])].into(),
            set: [Status::Draft, Status::PaidOut].into(),
            fixed: [-1, 0, 1],
            event: Some(Event::Moved { x: -1, y: Some(2) }),
            payment: Some(payment),
            audit: Audit {
                by: "Bob".into(),
                tags: vec!["x".into()],
            },
            child: Some(Box::new(Self {
                size: Size::Other(9),
                ..Self::empty()
            })),
            by_status: [(Status::PaidOut, 2)].into(),
            unknown: UnknownFields::new(),
        }
    }

    pub fn all() -> Vec<Self> {
        let line = Line {
            sku: "C-3".into(),
            note: Some("n".into()),
        };
        let mut all = vec![Self::empty()];
        for payment in [
            Payment::Cash(5),
            Payment::Card(line.clone()),
            Payment::Voucher(String::new()),
            Payment::Free,
        ] {
            all.push(Self::full(payment));
        }
        for event in Event::all() {
            all.push(Self {
                event: Some(event),
                ..Self::empty()
            });
        }
        all
    }
}

impl Event {
    pub fn all() -> Vec<Self> {
        let line = Line {
            sku: "C-3".into(),
            note: None,
        };
        vec![
            Self::Opened,
            Self::Named("n".into()),
            Self::Moved { x: 1, y: None },
            Self::Pair(1, 2),
            Self::Nested(Box::new(Self::Nested(Box::new(Self::Opened)))),
            Self::Line(line),
        ]
    }
}

/// The well-known types, which have forms of their own.
#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(serde)]
pub struct Known {
    #[codec(1)]
    pub at: Option<wkt::Timestamp>,
    #[codec(2)]
    pub span: Option<wkt::Duration>,
    #[codec(3)]
    pub mask: Option<wkt::FieldMask>,
    #[codec(4)]
    pub count: Option<wkt::Int64Value>,
    #[codec(5)]
    pub text: Option<wkt::StringValue>,
    #[codec(6)]
    pub blob: Option<wkt::BytesValue>,
    #[codec(7)]
    pub settings: Option<wkt::Struct>,
    #[codec(8)]
    pub list: Option<wkt::ListValue>,
    #[codec(9)]
    pub value: Option<wkt::Value>,
    #[codec(10)]
    pub none: wkt::Empty,
}
