//! What [`Everything`](crate::everything::Everything) is made of.

#![expect(missing_docs, reason = "the names say it")]

use std::collections::BTreeMap;
use std::time::SystemTime;

use arbitrary::Arbitrary;
use everwire::{Codec, UnknownFields};

use crate::any;

/// Floats. Equality is that of the bits, but one NaN is like another: JSON has only one.
#[derive(Arbitrary, Codec, Clone, Debug, Default)]
pub struct Floats {
    #[codec(1)]
    pub single: f32,
    #[codec(2)]
    pub double: f64,
    #[codec(3)]
    pub singles: Vec<f32>,
    #[codec(4)]
    pub doubles: Vec<f64>,
    #[codec(5, unpacked)]
    pub array: [f32; 2],
    #[codec(6)]
    pub optional: Option<f64>,
}

impl Floats {
    fn bits(&self) -> impl PartialEq + use<> {
        let double = |float: f64| {
            if float.is_nan() {
                u64::MAX
            } else {
                float.to_bits()
            }
        };
        let single = |float: f32| {
            if float.is_nan() {
                u32::MAX
            } else {
                float.to_bits()
            }
        };
        (
            (single(self.single), double(self.double)),
            self.singles.iter().copied().map(single).collect::<Vec<_>>(),
            self.doubles.iter().copied().map(double).collect::<Vec<_>>(),
            self.array.map(single),
            self.optional.map(double),
        )
    }
}

impl PartialEq for Floats {
    fn eq(&self, other: &Self) -> bool {
        self.bits() == other.bits()
    }
}

#[derive(Arbitrary, Codec, Clone, Debug, Default, PartialEq)]
pub struct Line {
    #[codec(1)]
    pub sku: String,
    #[codec(2)]
    pub quantity: u32,
    #[codec(4)]
    pub closed: Option<Closed>,
    #[codec(unknown)]
    #[arbitrary(default)]
    pub unknown: UnknownFields,
}

#[derive(Arbitrary, Codec, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unit;

#[derive(Arbitrary, Codec, Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closed {
    #[default]
    #[codec(0)]
    Zero,
    #[codec(1)]
    One,
    #[codec(-5, alias = "FORMER")]
    Negative,
    #[codec(300)]
    Many,
}

#[derive(Codec, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Open {
    #[default]
    #[codec(0)]
    Zero,
    #[codec(1)]
    One,
    #[codec(other)]
    Other(i32),
}

impl<'a> Arbitrary<'a> for Open {
    fn arbitrary(bytes: &mut arbitrary::Unstructured<'a>) -> arbitrary::Result<Self> {
        Ok(match bytes.arbitrary()? {
            0 => Self::Zero,
            1 => Self::One,
            other => Self::Other(other),
        })
    }
}

/// A oneof, in the numbers of the message around it.
#[derive(Arbitrary, Codec, Clone, Debug, PartialEq)]
pub enum Event {
    #[codec(24)]
    Placed(Line),
    #[codec(27)]
    Count(u64),
    #[codec(28)]
    Cancelled {
        #[codec(1)]
        why: String,
    },
    #[codec(29)]
    Nothing,
}

/// An enum with data that stands alone.
#[derive(Arbitrary, Codec, Clone, Debug, PartialEq)]
pub enum Shape {
    #[codec(1)]
    Circle(Floats),
    #[codec(2)]
    Kind(Closed),
    #[codec(3)]
    Empty,
    #[codec(4)]
    Points(Vec<(i32, i32)>),
    #[codec(5)]
    Pair(i32, String),
    #[codec(6)]
    Raw(Vec<u8>),
    #[codec(300)]
    Nested(Box<Shape>),
    #[codec(other)]
    Other(#[arbitrary(default)] UnknownFields),
}

/// A message keyed by number in MessagePack.
#[derive(Arbitrary, Codec, Clone, Debug, Default, PartialEq)]
#[codec(msgpack = "map")]
pub struct Keyed {
    #[codec(1, rename = "firstName")]
    pub first_name: String,
    #[codec(300)]
    pub closed: Option<Closed>,
    #[codec(1000)]
    #[arbitrary(with = any::optional_time)]
    pub when: Option<SystemTime>,
    #[codec(1001)]
    pub shape: Option<Shape>,
    #[codec(1002)]
    pub kind: Closed,
    #[codec(536_870_911, default = true)]
    pub last: bool,
    #[codec(unknown)]
    #[arbitrary(default)]
    pub unknown: UnknownFields,
}

/// A message with rules. An arbitrary one meets them, being the zeros with what is allowed.
#[derive(Codec, Clone, Debug, PartialEq)]
pub struct Ruled {
    #[codec(1, min_len = 1, max_len = 4, default = "ok")]
    pub name: String,
    #[codec(2, lte = 100)]
    pub count: u32,
    #[codec(3, max_items = 3, unique)]
    pub codes: Vec<String>,
    #[codec(4, items(finite, lt = 10.0))]
    pub prices: Vec<f64>,
    #[codec(5, max_pairs = 2, keys(min_len = 1), values(gte = 0))]
    pub stock: BTreeMap<String, i64>,
    #[codec(6, pattern = "^[A-Z]-[0-9]+$")]
    pub sku: Option<String>,
    #[codec(7, defined_only)]
    pub open: Option<Open>,
    #[codec(8, hostname)]
    pub host: Option<String>,
}

impl<'a> Arbitrary<'a> for Ruled {
    fn arbitrary(bytes: &mut arbitrary::Unstructured<'a>) -> arbitrary::Result<Self> {
        Ok(Self {
            name: "n".repeat(bytes.int_in_range(1..=4)?),
            count: bytes.int_in_range(0..=100)?,
            codes: ["a", "", "é"][..bytes.int_in_range(0..=3)?]
                .iter()
                .map(|code| (*code).to_owned())
                .collect(),
            prices: vec![9.5, -0.0],
            stock: BTreeMap::from([("s".to_owned(), bytes.int_in_range(0..=i64::MAX)?)]),
            sku: bytes
                .arbitrary::<Option<u32>>()?
                .map(|number| format!("A-{number}")),
            open: bytes.arbitrary::<bool>()?.then_some(Open::One),
            host: bytes.arbitrary::<bool>()?.then(|| "example.org".to_owned()),
        })
    }
}

/// A message that must be whole.
#[derive(Arbitrary, Codec, Clone, Debug, PartialEq)]
pub struct Strict {
    #[codec(1, required)]
    pub id: u32,
    #[codec(2, required)]
    pub shape: Shape,
    #[codec(3, required)]
    pub text: String,
    #[codec(4, required)]
    pub line: Line,
}

/// The fields of another message.
#[derive(Arbitrary, Codec, Clone, Debug, Default, PartialEq)]
pub struct Part {
    #[codec(51)]
    pub part_text: String,
    #[codec(52)]
    pub part_list: Vec<u32>,
    #[codec(53)]
    pub part_line: Option<Line>,
}

/// A number that another type stands for on the wires.
#[derive(Codec, Clone, Copy, Debug, Default, PartialEq, Eq)]
#[codec(try_from = u16, into = u16)]
pub struct Even(u16);

impl TryFrom<u16> for Even {
    type Error = &'static str;

    fn try_from(value: u16) -> Result<Self, Self::Error> {
        if value.is_multiple_of(2) {
            Ok(Self(value))
        } else {
            Err("an odd number")
        }
    }
}

impl From<Even> for u16 {
    fn from(even: Even) -> Self {
        even.0
    }
}

impl<'a> Arbitrary<'a> for Even {
    fn arbitrary(bytes: &mut arbitrary::Unstructured<'a>) -> arbitrary::Result<Self> {
        Ok(Self(bytes.arbitrary::<u16>()? & !1))
    }
}
