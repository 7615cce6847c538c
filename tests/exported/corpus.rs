//! A type for every shape that a Rust type can have, with what can be said of it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;
use std::time::{Duration, SystemTime};

use everwire::{Codec, UnknownFields, wkt};

/// Scalars, as they are and as protobuf encodes them otherwise.
#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "corpus.v1.Scalars")]
pub struct Scalars {
    /// A flag.
    #[codec(1)]
    pub flag: bool,
    #[codec(2)]
    pub tiny: u8,
    #[codec(3)]
    pub small: i16,
    #[codec(4, sint)]
    pub number: i32,
    #[codec(5, fixed)]
    pub wide: u64,
    #[codec(6)]
    pub size: usize,
    #[codec(7)]
    pub huge: u128,
    #[codec(8)]
    pub signed: i128,
    #[codec(9)]
    pub single: f32,
    #[codec(10)]
    pub double: f64,
    #[codec(11)]
    pub letter: char,
    #[codec(12)]
    pub text: String,
    #[codec(13)]
    pub bytes: Vec<u8>,
    #[codec(14)]
    pub digest: [u8; 4],
    #[codec(15)]
    pub span: Duration,
    #[codec(16)]
    pub moment: SystemTime,
    #[codec(17)]
    pub nothing: (),
    #[codec(18)]
    pub boxed: Box<u32>,
}

/// What may be absent, must be there, or reads as something else.
#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "corpus.v1.Presence", version = 3, alias = "corpus.v0.Presence")]
pub struct Presence {
    #[codec(1)]
    pub number: Option<u32>,
    #[codec(2)]
    pub text: Option<String>,
    #[codec(3)]
    pub point: Option<Point>,
    #[codec(4)]
    pub plain: Point,
    #[codec(5, required)]
    pub must: u32,
    #[codec(6, default = 7, since = 2)]
    pub copies: u16,
    #[codec(7, default = "none", alias = "label")]
    pub name: String,
    #[codec(8, default = Colour::Green)]
    pub colour: Colour,
    #[codec(9, default = -1.5)]
    pub factor: f64,
    #[codec(10, required)]
    pub moment: SystemTime,
    #[codec(12, default = 'x')]
    pub letter: char,
    #[codec(13)]
    pub list: Option<Vec<i16>>,
    #[codec(14)]
    pub map: Option<BTreeMap<String, u8>>,
    #[codec(15)]
    pub span: Option<Duration>,
    #[codec(16)]
    pub status: Option<Status>,
    #[codec(17)]
    pub digest: Option<[u8; 3]>,
}

/// What absent fields read as, where no text spells it.
#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "corpus.v1.Defaults")]
pub struct Defaults {
    #[codec(1, default = Point(3, -0.5))]
    pub point: Point,
    #[codec(2, default = Place { street: "Main".to_owned(), floors: vec![-1, 2] })]
    pub place: Place,
    #[codec(3, default = (7, Some(Cents(-8))))]
    pub pair: (u8, Option<Cents>),
    #[codec(4, default = Duration::from_millis(1_500))]
    pub span: Duration,
    #[codec(5, default = SystemTime::UNIX_EPOCH + Duration::from_nanos(1))]
    pub moment: SystemTime,
    #[codec(6, default = Status::Other(9))]
    pub status: Status,
    #[codec(7, default = Event::Placed("by default".to_owned()))]
    pub event: Event,
    #[codec(8, default = [7, 8, 9])]
    pub digest: [u8; 3],
    #[codec(10, default = Box::new(Tree { value: 1, left: None, all: vec![Tree::default()], event: Some(Event::Opened) }))]
    pub tree: Box<Tree>,
    #[codec(oneof(20, 21), default = Always::Key("k".to_owned()))]
    pub always: Always,
}

/// Two numbers without names.
#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "corpus.v1.Point")]
pub struct Point(pub i32, pub f64);

/// A struct without fields.
#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "corpus.v1.Marker")]
pub struct Marker;

/// A closed enum without zero.
#[derive(Codec, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[codec(name = "corpus.v1.Colour", reserved(4, "Mauve"))]
pub enum Colour {
    #[codec(1)]
    Red,
    /// As grass.
    #[codec(2, alias = "Verdant")]
    Green,
    #[codec(3, rename = "navy-blue")]
    Navy,
}

/// An open enum.
#[derive(Codec, Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[codec(name = "corpus.v1.Status")]
pub enum Status {
    #[default]
    #[codec(0)]
    Draft,
    #[codec(1)]
    Paid,
    #[codec(other)]
    Other(i32),
}

/// Another enum with values of the same names.
#[derive(Codec, Clone, Copy, Debug, Default, PartialEq, Eq)]
#[codec(name = "corpus.v1.Payment", json = "proto")]
pub enum Payment {
    #[default]
    #[codec(0)]
    Draft,
    #[codec(-1)]
    Refunded,
}

/// Collections in each other.
#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "corpus.v1.Collections")]
pub struct Collections {
    #[codec(1)]
    pub numbers: Vec<u32>,
    #[codec(2, unpacked)]
    pub loose: Vec<i64>,
    #[codec(3)]
    pub grid: Vec<Vec<i32>>,
    #[codec(4)]
    pub holes: Vec<Option<u16>>,
    #[codec(5)]
    pub fixed: [u32; 3],
    #[codec(6)]
    pub rows: [[u8; 2]; 2],
    #[codec(7)]
    pub set: BTreeSet<String>,
    #[codec(8)]
    pub digits: VecDeque<u8>,
    #[codec(9)]
    pub labels: BTreeMap<String, i32>,
    #[codec(10, key(sint), value(fixed))]
    pub stock: BTreeMap<i32, u32>,
    #[codec(11)]
    pub by_colour: BTreeMap<Colour, Vec<u8>>,
    #[codec(12)]
    pub by_letter: BTreeMap<char, bool>,
    #[codec(13)]
    pub by_huge: BTreeMap<u128, u8>,
    #[codec(14)]
    pub deep: BTreeMap<String, BTreeMap<bool, Vec<Option<u32>>>>,
    #[codec(15)]
    pub maybe: BTreeMap<u64, Option<i32>>,
    #[codec(16)]
    pub pairs: Vec<(u8, String)>,
    #[codec(17)]
    pub markers: Vec<Marker>,
    #[codec(18)]
    pub spans: Vec<Duration>,
    #[codec(19)]
    pub blobs: Vec<Vec<u8>>,
    #[codec(20)]
    pub hash: std::collections::HashMap<u8, u8>,
    #[codec(21)]
    pub lists: Option<Vec<Vec<Colour>>>,
    #[codec(22)]
    pub deepest: Vec<Option<Vec<u8>>>,
    #[codec(23)]
    pub deeper: Vec<Option<Vec<u32>>>,
    #[codec(24)]
    pub points: Vec<Point>,
    #[codec(25)]
    pub events: Vec<Event>,
}

/// An enum with data.
#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "corpus.v1.Event")]
pub enum Event {
    #[codec(1)]
    Opened,
    /// With a note.
    #[codec(2)]
    Placed(String),
    #[codec(3)]
    Cancelled {
        #[codec(1)]
        why: String,
        #[codec(2)]
        refund: Option<u64>,
    },
    #[codec(4)]
    Moved(#[codec(1)] i32, #[codec(2)] i32),
    #[codec(5)]
    Tagged(Vec<u16>),
    #[codec(6, fixed)]
    Counted(u32),
    #[codec(7)]
    Nested(Box<Tree>),
}

/// A tree.
#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "corpus.v1.Tree")]
pub struct Tree {
    #[codec(1)]
    pub value: u32,
    #[codec(2)]
    pub left: Option<Box<Tree>>,
    #[codec(3)]
    pub all: Vec<Tree>,
    #[codec(4)]
    pub event: Option<Event>,
}

/// Oneofs, unknown fields, and numbers that are gone.
#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(
    name = "corpus.v1.Oneofs",
    reserved(3),
    reserved(8, "gone", slot = 30, type = Vec<Option<u16>>),
    reserved("older", "oldest")
)]
pub struct Oneofs {
    #[codec(1)]
    pub id: u64,
    #[codec(oneof(10, 11, 12))]
    pub choice: Option<Choice>,
    #[codec(oneof(20(slot = 5), 21), required)]
    pub always: Always,
    #[codec(2, slot = 6)]
    pub moved: bool,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "corpus.v1.Choice")]
pub enum Choice {
    #[codec(10)]
    Number(u8),
    #[codec(11)]
    Nothing,
    #[codec(12)]
    Line {
        #[codec(1)]
        text: String,
    },
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "corpus.v1.Always")]
pub enum Always {
    #[codec(20)]
    Id(u32),
    #[codec(21)]
    Key(String),
}

/// Names that protobuf cannot have, an array without names in MessagePack's place, and ProtoJSON.
#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(
    name = "corpus.v1.Names",
    rename_all = "kebab-case",
    msgpack = "map",
    json = "proto"
)]
pub struct Names {
    #[codec(1)]
    pub order_id: u64,
    #[codec(2, json_name = "SKU")]
    pub stock_unit: String,
    #[codec(3, rename = "größe")]
    pub size: u8,
    #[codec(4)]
    pub payment: Payment,
    #[codec(5)]
    pub big: i128,
    #[codec(6)]
    pub point: Point,
    #[codec(7)]
    pub marker: Marker,
}

/// A newtype, what is flattened, pointers, and an instance of a generic type.
#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "corpus.v1.Parts")]
pub struct Parts {
    #[codec(1)]
    pub cents: Cents,
    #[codec(flatten)]
    pub place: Place,
    #[codec(5)]
    pub shared: Rc<Point>,
    #[codec(6)]
    pub page: Page<Point>,
    #[codec(7)]
    pub names: Page<String>,
    #[codec(8)]
    pub pair: (u8, Option<Cents>),
}

#[derive(Codec, Clone, Copy, Debug, Default, PartialEq)]
pub struct Cents(pub i64);

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "corpus.v1.Place")]
pub struct Place {
    #[codec(2)]
    pub street: String,
    #[codec(3)]
    pub floors: Vec<i8>,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "corpus.v1.Page", alias = "corpus.v0.Page")]
pub struct Page<T> {
    #[codec(1)]
    pub items: Vec<T>,
    #[codec(2)]
    pub next: Option<String>,
}

/// Types of google.protobuf.
#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "corpus.v1.Known")]
pub struct Known {
    #[codec(1)]
    pub time: Option<wkt::Timestamp>,
    #[codec(2)]
    pub span: Option<wkt::Duration>,
    #[codec(3)]
    pub wrapped: Option<wkt::Int64Value>,
    #[codec(4)]
    pub value: Option<wkt::Value>,
    #[codec(5)]
    pub any: Option<wkt::Any>,
    #[codec(6)]
    pub mask: Option<wkt::FieldMask>,
    #[codec(7)]
    pub empty: Option<wkt::Empty>,
    #[codec(8)]
    pub list: Vec<wkt::StringValue>,
    #[codec(9)]
    pub plain: wkt::Timestamp,
}

/// Rules of all types.
#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "corpus.v1.Rules")]
pub struct Rules {
    #[codec(1, min_len = 1, max_len = 5)]
    pub text: String,
    #[codec(2, pattern = "^[A-Z]{2}-\\d+$")]
    pub code: Option<String>,
    #[codec(3, gt = 0, lte = 100)]
    pub count: u16,
    #[codec(4, gte = -1.5, lt = 2)]
    pub ratio: f32,
    #[codec(5, in(1, 2, 3))]
    pub choice: Option<u64>,
    #[codec(6, not_in("a", "b"))]
    pub word: String,
    #[codec(7, min_items = 1, max_items = 3, unique, items(min_len = 1))]
    pub tags: Vec<String>,
    #[codec(8, max_pairs = 2, keys(prefix = "k"), values(gt = 0))]
    pub stock: BTreeMap<String, i32>,
    #[codec(9, min_len = 2, max_len = 4)]
    pub token: Vec<u8>,
    #[codec(10, uuid)]
    pub id: Option<String>,
    #[codec(11, email)]
    pub email: Option<String>,
    #[codec(12, rule(required))]
    pub must: Option<u32>,
    #[codec(13, gt = 10, lt = 5)]
    pub outside: i32,
    #[codec(14, gt = 5)]
    pub wide: Option<u128>,
    #[codec(15, finite)]
    pub finite: f64,
    #[codec(16, defined_only)]
    pub status: Status,
    #[codec(17, const = true)]
    pub yes: Option<bool>,
    #[codec(18, not_contains = "<", suffix = "!")]
    pub loud: Option<String>,
    #[codec(19, ipv4)]
    pub address: Option<String>,
    #[codec(20, max_bytes = 4)]
    pub short: String,
    #[codec(21, len = 16)]
    pub key: Option<Vec<u8>>,
    #[codec(22, items(gte = 1))]
    pub holes: Vec<Option<u8>>,
    #[codec(23, min_items = 1)]
    pub maybe: Option<Vec<u16>>,
}
