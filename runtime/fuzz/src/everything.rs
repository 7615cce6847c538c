//! [`Everything`]: each feature that a type which owns its parts can have.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, SystemTime};

use arbitrary::Arbitrary;
use everwire::{Codec, UnknownFields};

use crate::any;
use crate::parts::{
    Closed, Even, Event, Floats, Keyed, Line, Open, Part, Ruled, Shape, Strict, Unit,
};

/// Each shape and each attribute at least once.
#[derive(Arbitrary, Codec, Clone, Debug, PartialEq)]
#[codec(
    name = "fuzz.Everything",
    reserved(25, slot = 24, type = u32),
    reserved(26, "gone", slot = 25, type = Vec<Line>)
)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Everything {
    #[codec(1)]
    pub flag: bool,
    #[codec(2, default = 7)]
    pub small: u8,
    #[codec(3)]
    pub wide: u64,
    #[codec(4, sint)]
    pub zigzag: i32,
    #[codec(5, fixed)]
    pub fixed: u64,
    #[codec(7)]
    pub huge: i128,
    #[codec(8)]
    pub floats: Floats,
    #[codec(10)]
    pub letter: char,
    #[codec(11, alias = "old_text")]
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
    pub line: Line,
    #[codec(18)]
    pub lines: Vec<Line>,
    #[codec(19)]
    pub labels: BTreeMap<String, String>,
    #[codec(20)]
    pub counts: BTreeMap<i32, Line>,
    #[codec(21)]
    pub closed: Closed,
    #[codec(22)]
    pub open: Open,
    #[codec(23)]
    pub closeds: Vec<Closed>,
    #[codec(oneof(24, 27, 28, 29))]
    pub event: Option<Event>,
    #[codec(30)]
    #[arbitrary(with = any::duration)]
    pub span: Duration,
    #[codec(31)]
    #[arbitrary(with = any::optional_time)]
    pub when: Option<SystemTime>,
    #[codec(32)]
    pub matrix: Vec<Vec<u16>>,
    #[codec(33)]
    pub shapes: Vec<Shape>,
    #[codec(34)]
    pub pair: (u8, String),
    #[codec(35)]
    pub triple: [u16; 3],
    #[codec(36)]
    pub child: Option<Box<Everything>>,
    #[codec(37, group)]
    pub group: Option<Line>,
    #[codec(39)]
    pub gaps: Vec<Option<u8>>,
    #[codec(40)]
    pub by_kind: BTreeMap<Closed, bool>,
    #[codec(43)]
    pub optional_list: Option<Vec<i32>>,
    #[codec(46)]
    pub keyed: Option<Keyed>,
    #[codec(47)]
    pub ruled: Option<Ruled>,
    #[codec(48)]
    pub strict: Option<Box<Strict>>,
    #[codec(flatten)]
    pub part: Part,
    #[codec(54, key(sint), value(fixed))]
    pub encoded: BTreeMap<i64, u32>,
    #[codec(56)]
    pub hash: [u8; 4],
    #[codec(59, slot = 70)]
    pub moved: u16,
    #[codec(61)]
    pub even: Even,
    #[codec(62)]
    pub units: Vec<Unit>,
    #[codec(65)]
    pub maps: BTreeMap<String, BTreeMap<bool, u8>>,
    #[codec(unknown)]
    #[arbitrary(default)]
    pub unknown: UnknownFields,
}

/// [`Everything`] in ProtoJSON.
#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "fuzz.Proto", json = "proto")]
pub struct Proto {
    /// The value.
    #[codec(1)]
    pub everything: Everything,
}
