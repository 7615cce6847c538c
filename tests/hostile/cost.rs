//! What input may cost: memory within the limits whatever it is, and time that grows with it and no faster.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Debug;
use std::time::{Duration, Instant};

use everwire::{Codec, Decode, Limits, UnknownFields, Wire};

use super::memory::peak;
use super::shapes::{Closed, Everything, Inner, Shape};

/// How many of a thing a stranger sends.
const MANY: usize = 100_000;

/// Longer than anything here takes, and far shorter than time that grows with the square.
const PATIENCE: Duration = Duration::from_secs(10);

/// Decodes and encodes again. What is held at once is at most the ratio's part, and thrice the elements' own size, since a
/// list that grows is there twice, once with room for as many again. Returns what was decoded, or the error's text.
fn costs<T: for<'de> Decode<'de> + Debug>(
    what: &str,
    wire: Wire,
    bytes: &[u8],
    own: usize,
) -> Result<T, String> {
    let start = Instant::now();
    let (held, result) = peak(|| wire.decode::<T>(bytes));
    let most = Limits::DEFAULT.ratio * bytes.len() + 3 * own + 100_000;
    assert!(
        held <= most,
        "{what} ({wire}): {held} bytes held for {} bytes of input, {own} of them the elements' own",
        bytes.len()
    );
    let result = result.map_err(|error| {
        let text = error.to_string();
        assert!(
            text.len() < 10 * bytes.len() + 1000,
            "{what} ({wire}): an error of {} bytes",
            text.len()
        );
        text
    });
    if let Ok(value) = &result {
        let again = wire.encode(value).unwrap();
        assert!(wire.decode::<T>(&again).is_ok(), "{what} ({wire})");
    }
    let spent = start.elapsed();
    assert!(spent < PATIENCE, "{what} ({wire}): {spent:?}");
    result
}

fn array32(len: usize) -> Vec<u8> {
    [&[0xdd][..], &(len as u32).to_be_bytes()].concat()
}

fn map32(len: usize) -> Vec<u8> {
    [&[0xdf][..], &(len as u32).to_be_bytes()].concat()
}

fn packed(tag: u8, payload: &[u8]) -> Vec<u8> {
    let (mut bytes, mut len) = (vec![tag], payload.len());
    while len >= 0x80 {
        bytes.push(len as u8 | 0x80);
        len >>= 7;
    }
    bytes.push(len as u8);
    [&bytes, payload].concat()
}

#[test]
fn empty_messages_cost_their_own_size() {
    let own = MANY * size_of::<Everything>();
    let many = MANY / 10;
    let json = format!("[{}{{}}]", "{},".repeat(many - 1));
    for (wire, bytes) in [
        (Wire::Protobuf, b"\x0a\0".repeat(many)),
        (Wire::MsgPack, [array32(many), vec![0x90; many]].concat()),
        (Wire::Json, json.into_bytes()),
    ] {
        let list: Vec<Everything> = costs("empty messages", wire, &bytes, own / 10).unwrap();
        assert_eq!(list.len(), many);
    }
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Keeper {
    #[codec(1)]
    id: u32,
    #[codec(2)]
    closed: Closed,
    #[codec(3)]
    list: Vec<Closed>,
    #[codec(4)]
    names: Vec<String>,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(msgpack = "map", json = "proto")]
struct Mapped {
    #[codec(1)]
    id: u32,
    #[codec(2)]
    closed: Option<Closed>,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Skipper {
    #[codec(1)]
    id: u32,
}

#[test]
fn unknown_fields_cost_little_more_than_their_bytes() {
    let members: Vec<String> = (0..MANY).map(|n| format!(r#""k{n}":0"#)).collect();
    let anonymous = format!("{{{}\"\":0}}", r#""":0,"#.repeat(MANY));
    let slots = [array32(MANY), vec![0xc0; 4], vec![0; MANY - 4]].concat();
    let pairs = |key: u8| [map32(MANY), [key, 0].repeat(MANY)].concat();
    for (what, wire, bytes, kept) in [
        ("numbers", Wire::Protobuf, b"\x48\0".repeat(MANY), MANY),
        (
            "empty strings",
            Wire::Protobuf,
            b"\x4a\0".repeat(MANY),
            MANY,
        ),
        ("groups", Wire::Protobuf, b"\x4b\x4c".repeat(MANY), MANY),
        ("slots", Wire::MsgPack, slots, MANY - 4),
        ("entries", Wire::MsgPack, pairs(9), MANY),
        ("nameless entries", Wire::MsgPack, pairs(0xa0), MANY),
        (
            "members",
            Wire::Json,
            format!("{{{}}}", members.join(",")).into_bytes(),
            MANY,
        ),
        (
            "nameless members",
            Wire::Json,
            anonymous.into_bytes(),
            MANY + 1,
        ),
    ] {
        let keeper: Keeper = costs(what, wire, &bytes, 0).unwrap();
        assert_eq!(keeper.unknown.len(), kept, "{what}");
        let mapped: Mapped = costs(what, wire, &bytes, 0).unwrap();
        assert!(mapped.unknown.len() >= kept, "{what}");
        let skipper: Skipper = costs(what, wire, &bytes, 0).unwrap();
        assert_eq!(skipper, Skipper { id: 0 });
    }
}

#[test]
fn unknown_values_of_an_enum_cost_little_more_than_their_bytes() {
    let json = |member: &str| format!("{{{}\"id\":7}}", member.repeat(MANY)).into_bytes();
    let elements =
        |element: &str| format!("{{\"list\":[{}0],\"id\":7}}", element.repeat(MANY)).into_bytes();
    for (what, wire, bytes) in [
        (
            "fields",
            Wire::Protobuf,
            [b"\x10\x09".repeat(MANY), b"\x08\x07".to_vec()].concat(),
        ),
        (
            "elements",
            Wire::Protobuf,
            [b"\x18\x09".repeat(MANY), b"\x08\x07".to_vec()].concat(),
        ),
        (
            "packed elements",
            Wire::Protobuf,
            [packed(0x1a, &vec![9; MANY]), b"\x08\x07".to_vec()].concat(),
        ),
        (
            "fields",
            Wire::MsgPack,
            [
                map32(MANY + 1),
                b"\x02\x09".repeat(MANY),
                b"\x01\x07".to_vec(),
            ]
            .concat(),
        ),
        (
            "names",
            Wire::MsgPack,
            [
                map32(MANY + 1),
                b"\x02\xa1x".repeat(MANY),
                b"\x01\x07".to_vec(),
            ]
            .concat(),
        ),
        (
            "elements",
            Wire::MsgPack,
            [b"\x93\x07\xc0".to_vec(), array32(MANY), vec![9; MANY]].concat(),
        ),
        ("fields", Wire::Json, json(r#""closed":"New","#)),
        ("numbers", Wire::Json, json(r#""closed":9,"#)),
        ("elements", Wire::Json, elements(r#""New","#)),
        ("numbers in a list", Wire::Json, elements("9,")),
    ] {
        let keeper: Keeper = costs(what, wire, &bytes, 0).unwrap();
        assert_eq!((keeper.id, keeper.closed), (7, Closed::Zero), "{what}");
        let mapped: Mapped = costs(what, wire, &bytes, 0).unwrap();
        assert_eq!(mapped.closed, None, "{what}");
    }
}

#[test]
fn kept_values_are_looked_for_once_among_many_fields() {
    let names = |name: &str| name.repeat(MANY);
    let protobuf = [
        b"\x10\x09".repeat(MANY),
        b"\x22\0".repeat(MANY),
        b"\x48\0".repeat(MANY),
    ]
    .concat();
    let members = names(r#""closed":"New","x":0,"#);
    let json = format!(r#"{{"names":[{}""],{members}"id":7}}"#, names("\"\","));
    for (wire, bytes) in [(Wire::Protobuf, protobuf), (Wire::Json, json.into_bytes())] {
        let keeper: Keeper =
            costs("kept values", wire, &bytes, MANY * size_of::<String>()).unwrap();
        assert!(keeper.unknown.len() >= MANY);
        costs::<Mapped>("kept values", wire, &bytes, 0).unwrap();
    }
}

#[test]
fn lists_and_maps_cost_their_elements() {
    let many_keys: Vec<u8> = (0..MANY as u32)
        .flat_map(|key| [&[0xce][..], &key.to_be_bytes(), &[0]].concat())
        .collect();
    let entries = [map32(MANY), many_keys].concat();
    costs::<HashMap<u32, u8>>("entries", Wire::MsgPack, &entries, MANY * 16).unwrap();
    costs::<BTreeMap<u32, u8>>("entries", Wire::MsgPack, &entries, MANY * 16).unwrap();
    let same = [map32(MANY), b"\x01\x01".repeat(MANY)].concat();
    assert_eq!(
        costs::<HashMap<u64, u64>>("one key", Wire::MsgPack, &same, 0).unwrap(),
        HashMap::from([(1, 1)])
    );
    let zeros = [array32(MANY), vec![0; MANY]].concat();
    assert_eq!(
        costs::<HashSet<u64>>("one element", Wire::MsgPack, &zeros, 0)
            .unwrap()
            .len(),
        1
    );
    assert_eq!(
        costs::<Vec<u64>>("zeros", Wire::MsgPack, &zeros, MANY * 8)
            .unwrap()
            .len(),
        MANY
    );
    assert_eq!(
        costs::<Vec<u64>>(
            "packed",
            Wire::Protobuf,
            &packed(0x0a, &vec![0; MANY]),
            MANY * 8
        )
        .unwrap()
        .len(),
        MANY
    );
    let runs = b"\x0a\x01\0".repeat(MANY);
    assert_eq!(
        costs::<Vec<u64>>("runs of one", Wire::Protobuf, &runs, MANY * 8)
            .unwrap()
            .len(),
        MANY
    );
    let empty_runs = b"\x0a\0".repeat(MANY);
    assert_eq!(
        costs::<Vec<u64>>("empty runs", Wire::Protobuf, &empty_runs, 0)
            .unwrap()
            .len(),
        0
    );
    let lists = [array32(MANY), vec![0x90; MANY]].concat();
    costs::<Vec<Vec<u8>>>("empty lists", Wire::MsgPack, &lists, MANY * 24).unwrap();
    let bytes = [array32(MANY), [0xc4, 0].repeat(MANY)].concat();
    costs::<Vec<String>>("bytes for strings", Wire::MsgPack, &bytes, MANY * 24).unwrap_err();
    let map_entries = b"\x0a\0".repeat(MANY);
    costs::<HashMap<String, Inner>>("empty entries", Wire::Protobuf, &map_entries, 0).unwrap();
}

#[test]
fn long_names_and_texts_are_held_about_once() {
    let long = "n".repeat(MANY);
    let escaped = "\\u0000".repeat(MANY);
    let str32 = [&[0xdb][..], &(MANY as u32).to_be_bytes(), long.as_bytes()].concat();
    for key in [&long, &escaped] {
        costs::<Keeper>(
            "a long key",
            Wire::Json,
            format!(r#"{{"{key}":[]}}"#).as_bytes(),
            0,
        )
        .unwrap();
        costs::<Keeper>(
            "a long enum name",
            Wire::Json,
            format!(r#"{{"closed":"{key}"}}"#).as_bytes(),
            0,
        )
        .unwrap();
        costs::<Closed>(
            "a long root",
            Wire::Json,
            format!(r#""{key}""#).as_bytes(),
            0,
        )
        .unwrap_err();
        costs::<Shape>(
            "a long variant",
            Wire::Json,
            format!(r#"{{"{key}":1}}"#).as_bytes(),
            0,
        )
        .unwrap();
        let nested = format!(r#"{{"{key}":{{"{key}":{{"x":[true]}}}}}}"#);
        type Maps = BTreeMap<String, BTreeMap<String, BTreeMap<String, Vec<u8>>>>;
        costs::<Maps>("long keys", Wire::Json, nested.as_bytes(), 0).unwrap_err();
    }
    let key = [&[0x81][..], &str32, &[0x01]].concat();
    costs::<Keeper>("a long key", Wire::MsgPack, &key, 0).unwrap();
    costs::<BTreeMap<String, bool>>("a long key", Wire::MsgPack, &key, 0).unwrap_err();
    costs::<Closed>("a long enum name", Wire::MsgPack, &str32, 0).unwrap_err();
}

#[test]
fn blanks_and_digits_cost_time_but_no_memory() {
    let blanks = " ".repeat(MANY);
    let member = format!(
        r#"{{{blanks}"id"{blanks}:{blanks}7{blanks},{blanks}"x"{blanks}:{blanks}[{blanks}]{blanks}}}{blanks}"#
    );
    assert_eq!(
        costs::<Keeper>("blanks", Wire::Json, member.as_bytes(), 0)
            .unwrap()
            .id,
        7
    );
    let digits = "1".repeat(MANY);
    for (number, float, integer) in [
        (digits.clone(), None, None),
        (format!("0.{digits}"), Some(1.0 / 9.0), None),
        (format!("1e{digits}"), None, None),
        (format!("1e-{digits}"), Some(0.0), None),
        (format!("0e{digits}"), Some(0.0), Some(0)),
        (
            format!("7{}.0e-{MANY}", "0".repeat(MANY)),
            Some(7.0),
            Some(7),
        ),
        (
            format!("0.{}7e{}", "0".repeat(MANY), MANY + 1),
            Some(7.0),
            Some(7),
        ),
    ] {
        let shown = &number[..20];
        assert_eq!(
            costs::<f64>("digits", Wire::Json, number.as_bytes(), 0).ok(),
            float,
            "{shown}"
        );
        assert_eq!(
            costs::<u64>("digits", Wire::Json, number.as_bytes(), 0).ok(),
            integer,
            "{shown}"
        );
        assert_eq!(
            costs::<i128>("digits", Wire::Json, number.as_bytes(), 0).ok(),
            integer.map(i128::from),
            "{shown}"
        );
    }
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Ruled {
    #[codec(1, items(gt = 5))]
    list: Vec<u32>,
    #[codec(2, unique)]
    unique: Vec<u32>,
    #[codec(3)]
    named: BTreeMap<String, Ruled>,
}

#[test]
fn violations_take_no_more_than_the_input_may_cost() {
    let key = "k".repeat(MANY);
    let zeros = "0,".repeat(MANY);
    for json in [
        format!(r#"{{"list":[{zeros}0]}}"#),
        format!(r#"{{"named":{{"{key}":{{"list":[{zeros}0]}}}}}}"#),
        format!(r#"{{"unique":[{zeros}0]}}"#),
    ] {
        let start = Instant::now();
        let (held, result) = peak(|| Wire::Json.decode::<Ruled>(json.as_bytes()));
        let error = result.unwrap_err();
        assert!(error.is_validation());
        assert!(
            held <= 3 * 32 * json.len() + 100_000,
            "{held} bytes for {}",
            json.len()
        );
        assert!(start.elapsed() < PATIENCE);
    }
    let zeros = "0,".repeat(300);
    let error = Wire::Json
        .decode::<Ruled>(format!(r#"{{"list":[{zeros}0]}}"#).as_bytes())
        .unwrap_err();
    assert_eq!(
        error.violations().unwrap().len(),
        301,
        "all of them, where they fit"
    );
}

#[test]
fn limits_of_ones_own_hold() {
    let decode = |limits: Limits, wire: Wire, bytes: &[u8]| {
        let decoded = everwire::Options::new()
            .limits(limits)
            .decode::<Keeper>(wire, bytes);
        decoded.map(|_| ()).map_err(|error| error.to_string())
    };
    let keeper = Keeper {
        id: 1,
        closed: Closed::One,
        list: vec![Closed::One; 3],
        names: vec!["abcdef".into()],
        unknown: UnknownFields::new(),
    };
    for wire in Wire::ALL {
        let bytes = wire.encode(&keeper).unwrap();
        let limit = |name: &str, value: usize| {
            let limits = Limits::default();
            let limits = match name {
                "message" => Limits {
                    message: value,
                    ..limits
                },
                "elements" => Limits {
                    elements: value,
                    ..limits
                },
                "string" => Limits {
                    string: value,
                    ..limits
                },
                _ => Limits {
                    depth: value,
                    ..limits
                },
            };
            decode(limits, wire, &bytes)
        };
        let depth = usize::from(wire != Wire::Protobuf);
        for (name, enough) in [
            ("message", bytes.len()),
            ("elements", 4),
            ("string", 6),
            ("depth", depth),
        ] {
            assert_eq!(limit(name, enough), Ok(()), "{wire}");
            let Some(less) = enough.checked_sub(1) else {
                continue;
            };
            let error = limit(name, less).unwrap_err();
            let expected =
                format!("the limit `{name}` of {less} is reached; raise it with `Options::limits`");
            assert!(error.contains(&expected), "{wire}: {error}");
        }
        assert_eq!(
            decode(
                Limits {
                    ratio: 0,
                    ..Limits::default()
                },
                wire,
                &bytes
            ),
            Ok(()),
            "slower, that is all"
        );
    }
}
