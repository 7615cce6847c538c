//! Messages of a few scalars, each with another turn of the walk over them.

use std::borrow::Cow;

use everwire::{Codec, UnknownFields};

use super::super::shapes::{Closed, Inner, Open};

/// Reading this takes nothing from the limits.
#[derive(Codec, Clone, Debug, Default, PartialEq)]
pub struct Scalars {
    #[codec(1)]
    pub flag: bool,
    #[codec(2)]
    pub small: u8,
    #[codec(3)]
    pub signed: i32,
    #[codec(4)]
    pub long: i64,
    #[codec(5)]
    pub single: f32,
    #[codec(6)]
    pub double: f64,
    #[codec(7)]
    pub letter: char,
    #[codec(8)]
    pub text: String,
    #[codec(9)]
    pub closed: Closed,
    #[codec(10)]
    pub open: Open,
    #[codec(11)]
    pub maybe: Option<u32>,
    #[codec(12)]
    pub kind: Option<Closed>,
    #[codec(13)]
    pub wide: u64,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
pub struct Keeping {
    #[codec(1)]
    pub closed: Closed,
    #[codec(2)]
    pub kind: Option<Closed>,
    #[codec(3)]
    pub count: u32,
    #[codec(4)]
    pub shape: Option<Shaped>,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

/// An enum whose unknown variants stay with the message.
#[derive(Codec, Clone, Debug, PartialEq)]
pub enum Shaped {
    #[codec(1)]
    Kind(Closed),
    #[codec(2)]
    Inner(Inner),
    #[codec(3)]
    Empty,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(reserved(2), reserved(5, type = bool))]
pub struct Holes {
    #[codec(1)]
    pub first: u32,
    #[codec(3)]
    pub middle: Option<String>,
    #[codec(4)]
    pub closed: Closed,
    #[codec(9)]
    pub last: i16,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(reserved(2))]
pub struct Gap {
    #[codec(1)]
    pub before: u32,
    #[codec(3)]
    pub after: Closed,
}

#[derive(Codec, Clone, Debug, PartialEq)]
pub struct Defaults {
    #[codec(1, default = Closed::One)]
    pub closed: Closed,
    #[codec(2, default = -2)]
    pub signed: i32,
    #[codec(skip, default = 7)]
    pub skipped: u32,
    #[codec(3, default = "EUR")]
    pub text: String,
    #[codec(4, default = true)]
    pub flag: bool,
    #[codec(5)]
    pub last: Option<i64>,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
pub enum Either {
    #[codec(2)]
    Number(u32),
    #[codec(3)]
    Kind(Closed),
    #[codec(4)]
    Inner(Inner),
    #[codec(5)]
    Nothing,
}

#[derive(Codec, Clone, Debug, PartialEq)]
pub struct Required {
    #[codec(1, required)]
    pub id: u64,
    #[codec(oneof(2, 3, 4, 5), required)]
    pub either: Either,
    #[codec(6, required)]
    pub closed: Closed,
    #[codec(7, required)]
    pub inner: Inner,
    #[codec(8)]
    pub name: String,
}

#[derive(Codec, Clone, Debug, PartialEq)]
pub struct Oneof {
    #[codec(1)]
    pub before: u32,
    #[codec(oneof(2, 3, 4, 5))]
    pub either: Option<Either>,
    #[codec(6)]
    pub after: Option<bool>,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
pub struct Middle {
    #[codec(2)]
    pub closed: Closed,
    #[codec(4)]
    pub text: String,
    #[codec(oneof(5, 6))]
    pub way: Option<Way>,
}

#[derive(Codec, Clone, Debug, PartialEq)]
pub enum Way {
    #[codec(5)]
    Number(u32),
    #[codec(6)]
    Kind(Closed),
}

#[derive(Codec, Clone, Debug, PartialEq)]
pub struct Flattened {
    #[codec(1)]
    pub first: i64,
    #[codec(flatten)]
    pub middle: Middle,
    #[codec(7)]
    pub last: f32,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(try_from = u8, into = u8)]
pub struct Even(pub u8);

impl TryFrom<u8> for Even {
    type Error = String;

    fn try_from(value: u8) -> Result<Self, String> {
        match value % 2 {
            0 => Ok(Self(value)),
            _ => Err(format!("{value} is odd")),
        }
    }
}

impl From<Even> for u8 {
    fn from(even: Even) -> u8 {
        even.0
    }
}

/// A kind, written as its opposite.
mod opposite {
    use super::Closed;

    pub fn encode(closed: &Closed) -> Closed {
        match closed {
            Closed::Zero => Closed::One,
            Closed::One => Closed::Zero,
        }
    }

    pub fn decode(closed: Closed) -> Result<Closed, String> {
        Ok(encode(&closed))
    }
}

/// A number, absent where it is zero.
mod nothing {
    pub fn encode(value: &u32) -> Option<u32> {
        (*value != 0).then_some(*value)
    }

    pub fn decode(value: Option<u32>) -> Result<u32, String> {
        Ok(value.unwrap_or_default())
    }
}

#[derive(Codec, Clone, Debug, PartialEq)]
pub struct Converted {
    #[codec(1)]
    pub even: Even,
    #[codec(2, with = opposite)]
    pub opposite: Closed,
    #[codec(3, with = nothing)]
    pub nothing: u32,
    #[codec(4)]
    pub evens: Vec<Even>,
    #[codec(5, max_len = 3)]
    pub short: String,
    #[codec(6)]
    pub pair: (u8, Option<Closed>, String),
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
pub struct Lent<'a> {
    #[codec(1)]
    pub name: &'a str,
    #[codec(2)]
    pub maybe: Option<&'a str>,
    #[codec(3)]
    pub either: Cow<'a, str>,
    #[codec(4)]
    pub number: u16,
}

/// More fields than the shortest header has room for.
#[derive(Codec, Clone, Debug, Default, PartialEq)]
pub struct Many {
    #[codec(1)]
    pub a: u8,
    #[codec(2)]
    pub b: i8,
    #[codec(3)]
    pub c: u16,
    #[codec(4)]
    pub d: i16,
    #[codec(5)]
    pub e: u32,
    #[codec(6)]
    pub f: i32,
    #[codec(7)]
    pub g: u64,
    #[codec(8)]
    pub h: i64,
    #[codec(9)]
    pub i: Option<Closed>,
    #[codec(10)]
    pub j: Closed,
    #[codec(11)]
    pub k: Open,
    #[codec(12)]
    pub l: bool,
    #[codec(13)]
    pub m: f32,
    #[codec(14)]
    pub n: f64,
    #[codec(15)]
    pub o: String,
    #[codec(16)]
    pub p: Option<String>,
    #[codec(18)]
    pub q: u8,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}
