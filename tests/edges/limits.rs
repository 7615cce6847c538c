//! Each limit: as much as it says passes, one more is refused, on each wire and for each thing that it counts.

use std::collections::{BTreeMap, BTreeSet};

use everwire::{Codec, Decode, Error, Limits, Options, UnknownFields, Wire};
use everwire_tests::unhex;

use super::compiled::test::edges::Edges;
use super::compiled::test::unusual::Unusual;
use super::{REGISTRY, wkt};

#[derive(Codec, Debug, PartialEq)]
struct Keeper {
    #[codec(1)]
    child: Option<Box<Keeper>>,
    #[codec(2)]
    numbers: Vec<u32>,
    #[codec(3)]
    names: BTreeMap<String, String>,
    #[codec(4)]
    bytes: Vec<u8>,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[derive(Codec, Debug, PartialEq)]
struct Skipper {
    #[codec(1)]
    number: u64,
}

#[derive(Codec, Debug, PartialEq)]
struct Spelt {
    #[codec(1)]
    kind: Kind,
    #[codec(2)]
    took: std::time::Duration,
    #[codec(3)]
    at: std::time::SystemTime,
    #[codec(4)]
    wide: u128,
}

#[derive(Codec, Clone, Copy, Debug, PartialEq)]
enum Kind {
    #[codec(0)]
    Ordinary,
    #[codec(1)]
    Extraordinary,
}

type Read = fn(&Options, Wire, &[u8]) -> Result<(), Error>;

fn read<T: for<'de> Decode<'de>>(options: &Options, wire: Wire, bytes: &[u8]) -> Result<(), Error> {
    options.decode::<T>(wire, bytes).map(|_| ())
}

/// What is read, and how much of a limit it takes.
struct Row {
    what: &'static str,
    read: Read,
    wire: Wire,
    bytes: Vec<u8>,
    takes: usize,
}

fn row<T: for<'de> Decode<'de>>(what: &'static str, wire: Wire, bytes: &str, takes: usize) -> Row {
    let bytes = match wire {
        Wire::Json => bytes.as_bytes().to_vec(),
        _ => unhex(bytes),
    };
    Row {
        what,
        read: read::<T>,
        wire,
        bytes,
        takes,
    }
}

const P: Wire = Wire::Protobuf;
const M: Wire = Wire::MsgPack;
const J: Wire = Wire::Json;

/// Checks that each row passes with a limit of what it takes, and fails with one less.
#[track_caller]
fn check(limit: &str, with: fn(usize) -> Limits, rows: &[Row]) {
    for row in rows {
        let Row {
            what, wire, takes, ..
        } = row;
        let read = |limits| {
            (row.read)(
                &Options::new().limits(limits).registry(&REGISTRY),
                *wire,
                &row.bytes,
            )
        };
        if let Err(error) = read(with(*takes)) {
            panic!("{limit}: {what} ({wire}): {takes}: {error}");
        }
        let Some(less) = takes.checked_sub(1) else {
            continue;
        };
        let Err(error) = read(with(less)) else {
            panic!("{limit}: {what} ({wire}): {less} is enough");
        };
        let told =
            format!("the limit `{limit}` of {less} is reached; raise it with `Options::limits`");
        assert!(
            error.is_limit() && error.to_string().contains(&told),
            "{what} ({wire}): {error}"
        );
    }
}

#[test]
fn depth_counts_what_is_nested_within_the_root() {
    type Lists = Vec<Vec<u32>>;
    type Maps = BTreeMap<String, BTreeMap<String, u32>>;
    check(
        "depth",
        |depth| Limits {
            depth,
            ..Limits::DEFAULT
        },
        &[
            row::<Skipper>("a message", P, "08 01", 0),
            row::<Skipper>("a message", M, "91 01", 0),
            row::<Skipper>("a message", J, r#"{"number":1}"#, 0),
            row::<Lists>("lists", P, "0a 03 0a 01 05", 1),
            row::<Lists>("lists", M, "91 91 05", 1),
            row::<Lists>("lists", J, "[[5]]", 1),
            row::<Maps>("maps", P, "0a 08 12 06 0a 04 0a 00 10 01", 3),
            row::<Maps>("maps", M, "81 a0 81 a0 01", 1),
            row::<Maps>("maps", J, r#"{"":{"":1}}"#, 1),
            row::<Keeper>("messages", P, "0a 02 0a 00", 2),
            row::<Keeper>("messages", M, "91 91 90", 2),
            row::<Keeper>("messages", J, r#"{"child":{"child":{}}}"#, 2),
            row::<Keeper>("a packed run", P, "12 02 01 02", 0),
            row::<Keeper>("a list of numbers", M, "92 c0 92 01 02", 1),
            row::<Keeper>("a list of numbers", J, r#"{"numbers":[1,2]}"#, 1),
            row::<Keeper>("a map", P, "1a 00", 1),
            row::<Keeper>("a map", M, "93 c0 c0 81 a0 a0", 1),
            row::<Keeper>("a map", J, r#"{"names":{"":""}}"#, 1),
            row::<Keeper>("bytes", P, "22 01 07", 0),
            row::<Keeper>("bytes", M, "94 c0 c0 c0 c4 01 07", 0),
            row::<Keeper>("bytes", J, r#"{"bytes":"AA=="}"#, 0),
            row::<Keeper>("bytes as numbers", M, "94 c0 c0 c0 91 07", 1),
            row::<Keeper>("bytes as numbers", J, r#"{"bytes":[7]}"#, 1),
            row::<Keeper>("what is kept", P, "5b 63 64 5c", 2),
            row::<Keeper>("what is kept", M, "81 09 91 91 05", 2),
            row::<Keeper>("what is kept", J, r#"{"x":[{"y":1}]}"#, 2),
            row::<Skipper>("what is skipped", P, "5b 63 64 5c", 2),
            row::<Skipper>("what is skipped", M, "92 00 91 81 01 05", 2),
            row::<Skipper>("what is skipped", J, r#"{"x":[{"y":1}]}"#, 2),
            row::<Unusual>("groups", P, "13 13 14 14", 2),
            row::<Unusual>(
                "extensions, which protobuf keeps",
                P,
                "a2 06 03 a2 06 00",
                0,
            ),
            row::<Unusual>(
                "extensions",
                J,
                r#"{"[test.unusual.nested]":{"[test.unusual.nested]":{}}}"#,
                2,
            ),
            row::<wkt::ListValue>("list values", J, "[[[]]]", 2),
            row::<wkt::ListValue>("list values", P, "0a 04 32 02 0a 00", 3),
            row::<wkt::Struct>("structs", J, r#"{"a":{"a":{}}}"#, 2),
            row::<wkt::Value>("values", J, r#"{"a":[{}]}"#, 2),
            row::<wkt::Any>(
                "any in any",
                J,
                r#"{"@type":"a/google.protobuf.Any","value":{"value":{"value":"1s","@type":"a/google.protobuf.Duration"},"@type":"a/google.protobuf.Any"}}"#,
                2,
            ),
            row::<wkt::Any>(
                "a message in any in any",
                J,
                r#"{"@type":"a/google.protobuf.Any","value":{"@type":"a/test.edges.Edges","any":{"@type":"a/test.edges.Edges","numbers":[1]}}}"#,
                3,
            ),
            row::<Edges>("any in any, as bytes", P, "ba 01 04 12 02 12 00", 1),
        ],
    );
}

#[test]
fn elements_are_counted_for_the_whole_message() {
    type Lists = Vec<Vec<u32>>;
    check(
        "elements",
        |elements| Limits {
            elements,
            ..Limits::DEFAULT
        },
        &[
            row::<Vec<u32>>("a list", P, "0a 03 01 02 03", 3),
            row::<Vec<u32>>("a list of runs", P, "0a 02 01 02 08 03", 3),
            row::<Vec<u32>>("a list", M, "93 01 02 03", 3),
            row::<Vec<u32>>("a list", J, "[1,2,3]", 3),
            row::<[u8; 3]>("bytes", P, "0a 03 01 02 03", 0),
            row::<[u16; 3]>("an array", P, "0a 03 01 02 03", 3),
            row::<[u16; 3]>("an array", M, "93 01 02 03", 3),
            row::<[u16; 3]>("an array", J, "[1,2,3]", 3),
            row::<BTreeSet<u16>>("a set of one", P, "0a 03 01 01 01", 3),
            row::<BTreeSet<u16>>("a set of one", M, "93 01 01 01", 3),
            row::<BTreeSet<u16>>("a set of one", J, "[1,1,1]", 3),
            row::<Lists>("lists", P, "0a 03 0a 01 05 0a 00", 3),
            row::<Lists>("lists", M, "92 91 05 90", 3),
            row::<Lists>("lists", J, "[[5],[]]", 3),
            row::<BTreeMap<u8, Vec<u8>>>("a map", P, "0a 02 08 01 0a 02 08 02", 2),
            row::<BTreeMap<u8, Vec<u8>>>("a map", M, "82 01 c4 00 02 c4 00", 2),
            row::<BTreeMap<u8, Vec<u8>>>("a map", J, r#"{"1":"","2":""}"#, 2),
            row::<Vec<u8>>("bytes as numbers", M, "93 01 02 03", 3),
            row::<Vec<u8>>("bytes as numbers", J, "[1,2,3]", 3),
            row::<Keeper>("what is kept", P, "4a 03 01 02 03", 0),
            row::<Keeper>("what is kept", M, "81 09 93 01 02 03", 0),
            row::<Keeper>("what is kept", J, r#"{"x":[1,2,3]}"#, 0),
            row::<Skipper>("what is skipped", P, "4a 03 01 02 03", 0),
            row::<Skipper>("what is skipped", M, "92 00 93 01 02 03", 0),
            row::<Skipper>("what is skipped", J, r#"{"x":[1,2,3]}"#, 0),
            row::<Keeper>("lists in messages", P, "12 02 01 02 0a 04 12 02 01 02", 4),
            row::<Keeper>("lists in messages", M, "92 92 c0 92 01 02 92 01 02", 4),
            row::<Keeper>(
                "lists in messages",
                J,
                r#"{"child":{"numbers":[1,2]},"numbers":[1,2]}"#,
                4,
            ),
            row::<std::time::Duration>("a duration", P, "08 01 10 01", 0),
            row::<std::time::Duration>("a duration", M, "92 01 01", 0),
            row::<std::time::Duration>("a duration", J, r#""1s""#, 0),
            row::<wkt::FieldMask>("a field mask", P, "0a 01 61 0a 01 62", 2),
            row::<wkt::FieldMask>("a field mask", J, r#""a,b""#, 2),
            row::<wkt::Value>("a value", J, r#"{"a":[1,{}],"b":2}"#, 4),
            row::<Unusual>(
                "an extension",
                J,
                r#"{"several":[0],"[test.unusual.marks]":[1,2],"by_name":{"":0}}"#,
                4,
            ),
            row::<wkt::Any>(
                "a list in any in any",
                J,
                r#"{"@type":"a/google.protobuf.Any","value":{"@type":"a/google.protobuf.Value","value":[1,2,3]}}"#,
                3,
            ),
            row::<Edges>(
                "lists within and around any",
                J,
                r#"{"words":["a"],"any":{"numbers":[1,2],"@type":"a/test.edges.Edges","any":{"@type":"a/test.edges.Edges","numbers":[1]}},"numbers":[1]}"#,
                5,
            ),
        ],
    );
}

#[test]
fn strings_are_counted_as_the_value_holds_them() {
    check(
        "string",
        |string| Limits {
            string,
            ..Limits::DEFAULT
        },
        &[
            row::<String>("text", P, "0a 03 61 c3 a4", 3),
            row::<String>("text", M, "a3 61 c3 a4", 3),
            row::<String>("text", M, "d9 03 61 c3 a4", 3),
            row::<String>("text", J, "\"aä\"", 3),
            row::<String>("text with escapes", J, r#""\u0061\u00e4""#, 3),
            row::<Vec<u8>>("bytes", P, "0a 03 00 01 02", 3),
            row::<Vec<u8>>("bytes", M, "c4 03 00 01 02", 3),
            row::<Vec<u8>>("bytes", M, "a3 61 62 63", 3),
            row::<Vec<u8>>("bytes", J, r#""AAEC""#, 3),
            row::<Vec<u8>>("bytes with escapes", J, r#""\u0041AE\u0043""#, 3),
            row::<Vec<u8>>("bytes of another alphabet", J, r#""-_-_AA""#, 4),
            row::<Vec<u8>>("bytes as numbers", M, "93 00 01 02", 3),
            row::<Vec<u8>>("bytes as numbers", J, "[0,1,2]", 3),
            row::<Keeper>("the key of a map", P, "1a 05 0a 03 61 62 63", 3),
            row::<Keeper>("the key of a map", M, "93 c0 c0 81 a3 61 62 63 a0", 3),
            row::<Keeper>("the key of a map", J, r#"{"names":{"abc":""}}"#, 3),
            row::<Keeper>("the value of a map", P, "1a 05 12 03 61 62 63", 3),
            row::<Keeper>("the value of a map", M, "93 c0 c0 81 a0 a3 61 62 63", 3),
            row::<Keeper>("the value of a map", J, r#"{"names":{"":"abc"}}"#, 3),
            row::<Keeper>("what is kept", P, "4a 03 61 62 63", 0),
            row::<Keeper>("what is kept", M, "81 a4 6c 6f 6e 67 a3 61 62 63", 0),
            row::<Keeper>("what is kept", J, r#"{"long":"abc"}"#, 0),
            row::<Skipper>("what is skipped", P, "4a 03 61 62 63", 0),
            row::<Skipper>("what is skipped", M, "92 00 a3 61 62 63", 0),
            row::<Skipper>(
                "what is skipped",
                J,
                r#"{"long":["abc",{"longer":"abc"}]}"#,
                0,
            ),
            row::<Spelt>(
                "what is spelt",
                P,
                "08 01 12 02 08 01 1a 02 08 01 22 10 00000000000000000000000000000001",
                0,
            ),
            row::<Spelt>(
                "what is spelt",
                M,
                "84 a4 6b696e64 ad 45787472616f7264696e617279 02 92 01 00 03 d6ff00000001 a4 77696465 c4 10 00000000000000000000000000000001",
                0,
            ),
            row::<Spelt>(
                "what is spelt",
                J,
                r#"{"wide":"1","kind":"Extraordinary","took":"1s","at":"1970-01-01T00:00:01Z"}"#,
                0,
            ),
            row::<wkt::FieldMask>("a field mask", P, "0a 01 61 0a 03 61 62 63", 3),
            row::<wkt::FieldMask>("a field mask", J, r#""a,abc,ab""#, 3),
            row::<Unusual>("an extension", J, r#"{"[test.unusual.note]":"abc"}"#, 3),
            row::<wkt::Any>("a URL", P, "0a 03 61 62 63", 3),
            row::<wkt::Any>(
                "a URL",
                J,
                r#"{"@type":"a/google.protobuf.Value","value":"abc"}"#,
                23,
            ),
            row::<wkt::Any>(
                "text in any",
                J,
                r#"{"@type":"a/google.protobuf.Value","value":["this is 26 bytes long, yes"]}"#,
                26,
            ),
        ],
    );
}

#[test]
fn the_length_of_the_input_is_looked_at_first() {
    let message = Keeper {
        child: None,
        numbers: vec![1],
        names: BTreeMap::new(),
        bytes: Vec::new(),
        unknown: UnknownFields::new(),
    };
    let rows = Wire::ALL.map(|wire| {
        let bytes = wire.encode(&message).unwrap();
        let takes = bytes.len();
        Row {
            what: "a message",
            read: read::<Keeper>,
            wire,
            bytes,
            takes,
        }
    });
    check(
        "message",
        |message| Limits {
            message,
            ..Limits::DEFAULT
        },
        &rows,
    );
    let nothing = row::<Keeper>("nothing", P, "", 0);
    check(
        "message",
        |message| Limits {
            message,
            ..Limits::DEFAULT
        },
        &[nothing],
    );
}

#[test]
fn what_is_written_is_within_the_depth_that_is_read() {
    let any = |text: &str| {
        Options::new()
            .registry(&REGISTRY)
            .decode::<wkt::Any>(J, text.as_bytes())
            .unwrap()
    };
    for (text, depth) in [
        (
            r#"{"@type":"a/test.edges.Edges","any":{"@type":"a/test.edges.Edges","numbers":[1]}}"#,
            2,
        ),
        (
            r#"{"@type":"a/google.protobuf.Any","value":{"@type":"a/google.protobuf.Value","value":[]}}"#,
            2,
        ),
        (
            r#"{"@type":"a/test.unusual.Unusual","[test.unusual.nested]":{"[test.unusual.nested]":{}}}"#,
            2,
        ),
    ] {
        let value = any(text);
        let write = |depth| {
            let limits = Limits {
                depth,
                ..Limits::DEFAULT
            };
            Options::new()
                .limits(limits)
                .registry(&REGISTRY)
                .encode(J, &value)
        };
        assert_eq!(String::from_utf8(write(depth).unwrap()).unwrap(), text);
        assert!(write(depth - 1).unwrap_err().is_limit(), "{text}");
    }
}
