//! The bytes of one value for each wire and type, with what they say.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::time::{Duration, SystemTime};

use everwire::{Codec, DecodeOwned, UnknownFields, Wire, inspect};
use everwire_tests::{round_trip, show};

use super::{expect, update};

#[derive(Codec, Debug, PartialEq)]
#[codec(name = "test.Scalars")]
struct Scalars {
    #[codec(1)]
    truth: bool,
    #[codec(2)]
    small: u8,
    #[codec(3, sint)]
    signed: i32,
    #[codec(4, fixed)]
    fixed: u64,
    #[codec(5)]
    wide: u128,
    #[codec(6)]
    single: f32,
    #[codec(7)]
    double: f64,
    #[codec(8)]
    letter: char,
    #[codec(9)]
    text: String,
    #[codec(10)]
    bytes: Vec<u8>,
}

#[derive(Codec, Debug, PartialEq)]
#[codec(name = "test.Lists")]
struct Lists {
    numbers: Vec<u32>,
    texts: Vec<String>,
    nested: Vec<Vec<i32>>,
    perhaps: Vec<Option<u32>>,
    array: [i16; 3],
    lines: Vec<Line>,
}

#[derive(Codec, Debug, PartialEq)]
#[codec(name = "test.Line")]
struct Line {
    sku: String,
    count: u32,
}

#[derive(Codec, Debug, PartialEq)]
#[codec(name = "test.Maps")]
struct Maps {
    by_name: BTreeMap<String, u32>,
    by_number: BTreeMap<i64, Line>,
    by_status: BTreeMap<Status, bool>,
    perhaps: Option<BTreeMap<bool, String>>,
}

#[derive(Codec, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[codec(name = "test.Status")]
enum Status {
    #[codec(0)]
    Draft,
    #[codec(1)]
    Paid,
    #[codec(other)]
    Other(i32),
}

#[derive(Codec, Debug, PartialEq)]
#[codec(name = "test.Statuses")]
struct Statuses {
    one: Status,
    many: Vec<Status>,
    perhaps: Option<Status>,
}

#[derive(Codec, Debug, PartialEq)]
#[codec(name = "test.Event")]
enum Event {
    #[codec(10)]
    Placed,
    #[codec(11)]
    Paid(u64),
    #[codec(12)]
    Sent { by: String, days: u32 },
}

#[derive(Codec, Debug, PartialEq)]
#[codec(name = "test.Oneof")]
struct Oneof {
    #[codec(1)]
    id: u64,
    #[codec(oneof(10, 11, 12))]
    event: Option<Event>,
}

#[derive(Codec, Debug, PartialEq)]
#[codec(name = "test.Presence")]
struct Presence {
    #[codec(1)]
    absent: Option<u32>,
    #[codec(2)]
    zero: Option<u32>,
    #[codec(3, default = 7)]
    copies: u32,
    #[codec(4, required)]
    must: u32,
    #[codec(5, slot = 6)]
    moved: u32,
}

#[derive(Codec, Debug, PartialEq)]
#[codec(name = "test.Sparse", msgpack = "map")]
struct Sparse {
    #[codec(1)]
    first: u32,
    #[codec(1000)]
    last: String,
}

#[derive(Codec, Debug, PartialEq)]
#[codec(name = "test.Grouped")]
struct Grouped {
    #[codec(1, group)]
    line: Line,
    #[codec(2, unpacked)]
    numbers: Vec<u32>,
    #[codec(3, key(fixed), value(sint))]
    stock: BTreeMap<u32, i64>,
}

#[derive(Codec, Debug, PartialEq)]
#[codec(name = "test.Times")]
struct Times {
    delay: Duration,
    at: SystemTime,
    later: SystemTime,
}

#[derive(Codec, Debug, PartialEq)]
#[codec(name = "test.Proto", json = "proto")]
struct Proto {
    order_id: u64,
    status: Status,
    token: Vec<u8>,
}

#[derive(Codec, Debug, PartialEq)]
#[codec(name = "test.Tuple")]
struct Tuple(u32, String, (bool, f32));

#[derive(Codec, Debug, PartialEq)]
#[codec(name = "test.Wider")]
struct Wider {
    #[codec(1)]
    id: u64,
    #[codec(2)]
    name: String,
    #[codec(3)]
    tags: Vec<u32>,
}

#[derive(Codec, Debug, PartialEq)]
#[codec(name = "test.Narrower")]
struct Narrower {
    #[codec(1)]
    id: u64,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[derive(Codec, Debug, PartialEq)]
#[codec(name = "test.Tree")]
struct Tree {
    value: i32,
    children: Vec<Tree>,
    side: Option<Box<Tree>>,
}

/// The value on each wire.
fn shown<T: Codec + DecodeOwned + PartialEq + Debug>(name: &str, value: &T) -> (String, String) {
    let shown = Wire::ALL.map(|wire| {
        let bytes = round_trip(wire, value);
        match inspect(wire, T::SCHEMA, &bytes) {
            Ok(text) => format!("{}\n{text}", show(wire, &bytes)),
            Err(error) => panic!("{name}: {wire}: {error}"),
        }
    });
    (name.to_owned(), shown.join("\n"))
}

#[test]
fn the_bytes_of_every_type_are_as_expected() {
    if update::rewritten() {
        return;
    }
    let line = |sku: &str, count| Line {
        sku: sku.to_owned(),
        count,
    };
    let texts = [
        shown("scalars", &scalars()),
        shown(
            "lists",
            &Lists {
                numbers: vec![1, 300],
                texts: vec!["a".to_owned(), String::new()],
                nested: vec![vec![-1], vec![]],
                perhaps: vec![Some(0), None],
                array: [1, -2, 3],
                lines: vec![line("A-1", 2), line("", 0)],
            },
        ),
        shown(
            "maps",
            &Maps {
                by_name: BTreeMap::from([("a".to_owned(), 1), (String::new(), 0)]),
                by_number: BTreeMap::from([(-1, line("A-1", 2))]),
                by_status: BTreeMap::from([(Status::Paid, true), (Status::Other(9), false)]),
                perhaps: Some(BTreeMap::new()),
            },
        ),
        shown(
            "enums",
            &Statuses {
                one: Status::Paid,
                many: vec![Status::Draft, Status::Other(-7)],
                perhaps: Some(Status::Draft),
            },
        ),
        shown(
            "event",
            &Event::Sent {
                by: "ship".to_owned(),
                days: 40,
            },
        ),
        shown(
            "oneof",
            &Oneof {
                id: 1,
                event: Some(Event::Paid(0)),
            },
        ),
        shown(
            "oneof_of_nothing",
            &Oneof {
                id: 1,
                event: Some(Event::Placed),
            },
        ),
        shown(
            "presence",
            &Presence {
                absent: None,
                zero: Some(0),
                copies: 7,
                must: 0,
                moved: 5,
            },
        ),
        shown(
            "msgpack_map",
            &Sparse {
                first: 0,
                last: "z".to_owned(),
            },
        ),
        shown(
            "encodings",
            &Grouped {
                line: line("A-1", 2),
                numbers: vec![1, 2],
                stock: BTreeMap::from([(1, -1)]),
            },
        ),
        shown("times", &times()),
        shown(
            "proto_json",
            &Proto {
                order_id: u64::MAX,
                status: Status::Paid,
                token: vec![0, 255],
            },
        ),
        shown("tuple", &Tuple(1, "a".to_owned(), (true, 0.5))),
        shown("tree", &tree()),
    ];
    expect("bytes", texts);
}

#[test]
fn the_bytes_of_unknown_fields_are_as_expected() {
    if update::rewritten() {
        return;
    }
    let newer = Wider {
        id: 1,
        name: "new".to_owned(),
        tags: vec![5, 300],
    };
    let shown = Wire::ALL.map(|wire| {
        let bytes = round_trip(wire, &newer);
        let older: Narrower = wire.decode(&bytes).unwrap();
        assert_eq!(wire.encode(&older).unwrap(), bytes, "{wire}");
        let text = inspect(wire, Narrower::SCHEMA, &bytes).unwrap();
        format!("{}\n{text}", show(wire, &bytes))
    });
    expect("bytes", [("unknown".to_owned(), shown.join("\n"))]);
}

fn scalars() -> Scalars {
    Scalars {
        truth: true,
        small: 200,
        signed: -3,
        fixed: 1 << 40,
        wide: 1 << 100,
        single: 0.1,
        double: f64::INFINITY,
        letter: 'ß',
        text: "tab\t\u{1f600}".to_owned(),
        bytes: vec![0, 127, 255],
    }
}

fn times() -> Times {
    let after = |seconds, nanos| SystemTime::UNIX_EPOCH + Duration::new(seconds, nanos);
    Times {
        delay: Duration::from_millis(1500),
        at: after(1_700_000_000, 0),
        later: after(20_000_000_000, 120_000_000),
    }
}

fn tree() -> Tree {
    let leaf = |value| Tree {
        value,
        children: vec![],
        side: None,
    };
    Tree {
        value: 1,
        children: vec![leaf(2), leaf(-3)],
        side: Some(Box::new(leaf(0))),
    }
}
