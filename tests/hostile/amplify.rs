//! Amplification: what a decoder holds at once, in multiples of the input's length, whatever the input is.
//!
//! The multiples are those that `Limits` documents. The elements come on top: what their containers take for them.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::LazyLock;

use everwire::{Codec, Decode, Options, Registry, UnknownFields, Wire};

use super::compiled::test::unusual::{self, Unusual};
use super::memory::peak;
use everwire::wkt;

/// What `Limits` promises: bytes held for each byte of input, beside the elements.
const fn multiple(wire: Wire) -> usize {
    match wire {
        Wire::Protobuf => 16,
        Wire::MsgPack => 32 + 16,
        Wire::Json => 8,
    }
}

/// What is held besides, however short the input: errors, and the first allocations.
const CONSTANT: usize = 16 << 10;

/// How many of a thing a stranger sends.
const MANY: usize = 100_000;

static REGISTRY: LazyLock<Registry> = LazyLock::new(|| {
    let mut registry = Registry::new();
    registry
        .register::<wkt::Any>()
        .and_then(|registry| registry.register::<wkt::Value>())
        .and_then(|registry| registry.register::<Unusual>())
        .and_then(|registry| registry.register_extension(&unusual::NESTED))
        .and_then(|registry| registry.register_extension(&unusual::NOTE))
        .unwrap();
    registry
});

/// Decodes, whether it succeeds or not, and checks what was held: `own` are the bytes of the elements, and a list that grows
/// is there twice, once with room for as many again.
#[track_caller]
fn holds<T: for<'de> Decode<'de>>(what: &str, wire: Wire, bytes: &[u8], own: usize) -> bool {
    let options = Options::new().registry(&REGISTRY);
    let (held, result) = peak(|| options.decode::<T>(wire, bytes));
    let most = multiple(wire) * bytes.len() + 3 * own + CONSTANT;
    let times = held.saturating_sub(3 * own) as f64 / bytes.len() as f64;
    println!("{wire:9} {times:6.1} {what} ({held} for {})", bytes.len());
    assert!(
        held <= most,
        "{what} ({wire}): {held} bytes held for {} of input, {own} of them the elements' own",
        bytes.len()
    );
    if let Err(error) = &result {
        assert!(error.to_string().len() <= 8 * bytes.len() + 1000, "{what}");
    }
    result.is_ok()
}

fn varint(mut value: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
    bytes
}

/// A length-delimited field of protobuf.
fn field(tag: u8, payload: &[u8]) -> Vec<u8> {
    [&[tag][..], &varint(payload.len()), payload].concat()
}

fn array32(len: usize) -> Vec<u8> {
    [&[0xdd][..], &(len as u32).to_be_bytes()].concat()
}

fn map32(len: usize) -> Vec<u8> {
    [&[0xdf][..], &(len as u32).to_be_bytes()].concat()
}

fn listed(element: &str, count: usize) -> Vec<u8> {
    format!("[{}{element}]", format!("{element},").repeat(count - 1)).into_bytes()
}

/// A list of messages that are as small as each wire has them.
fn messages(protobuf: &[u8], msgpack: &[u8], json: &str, count: usize) -> [(Wire, Vec<u8>); 3] {
    [
        (Wire::Protobuf, field(0x0a, protobuf).repeat(count)),
        (
            Wire::MsgPack,
            [array32(count), msgpack.repeat(count)].concat(),
        ),
        (Wire::Json, listed(json, count)),
    ]
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Large {
    #[codec(1)]
    words: Option<[u64; 60]>,
    #[codec(2)]
    list: Vec<u64>,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Keeper {
    #[codec(1)]
    id: u32,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Nothing {
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Skipper {
    #[codec(1)]
    id: u32,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Tree {
    #[codec(1)]
    child: Option<Box<Tree>>,
    #[codec(2)]
    children: Vec<Tree>,
    #[codec(3, group)]
    group: Option<Box<Tree>>,
    #[codec(4)]
    text: String,
    #[codec(oneof(5, 6))]
    either: Option<Either>,
}

#[derive(Codec, Clone, Debug, PartialEq)]
enum Either {
    #[codec(5)]
    Text(String),
    #[codec(6)]
    Tree(Box<Tree>),
}

#[derive(Codec, Clone, Debug, PartialEq)]
enum Choice {
    #[codec(1)]
    Known(u8),
    #[codec(other)]
    Other(UnknownFields),
}

#[test]
fn small_messages_cost_their_own_size() {
    for (wire, bytes) in messages(b"", b"\x90", "{}", MANY) {
        assert!(holds::<Vec<Large>>(
            "empty large messages",
            wire,
            &bytes,
            MANY * size_of::<Large>()
        ));
        assert!(holds::<Vec<Tree>>(
            "empty trees",
            wire,
            &bytes,
            MANY * size_of::<Tree>()
        ));
        assert!(holds::<Vec<()>>("units", wire, &bytes, 0));
    }
    for (wire, bytes) in messages(b"\x48\0", b"\x92\0\0", r#"{"":0}"#, MANY) {
        assert!(holds::<Vec<Keeper>>(
            "an unknown field each, kept",
            wire,
            &bytes,
            MANY * size_of::<Keeper>()
        ));
        assert!(holds::<Vec<Skipper>>(
            "an unknown field each",
            wire,
            &bytes,
            MANY * size_of::<Skipper>()
        ));
    }
    for (wire, bytes) in messages(b"\x48\0", b"\x91\0", r#"{"":0}"#, MANY) {
        assert!(holds::<Vec<Nothing>>(
            "an unknown field, and nothing else",
            wire,
            &bytes,
            MANY * size_of::<Nothing>()
        ));
    }
    for (wire, bytes) in messages(b"\x10\0", b"\x81\xa0\0", r#"{"":0}"#, MANY) {
        assert!(holds::<Vec<Choice>>(
            "unknown variants",
            wire,
            &bytes,
            MANY * size_of::<Choice>()
        ));
    }
}

#[test]
fn lists_within_lists_cost_their_own_size() {
    for (wire, bytes) in messages(b"", b"\x90", "[]", MANY) {
        assert!(holds::<Vec<Vec<u64>>>(
            "empty lists",
            wire,
            &bytes,
            MANY * 24
        ));
    }
    for (wire, bytes) in messages(b"\x0a\x01\0", b"\x91\0", "[0]", MANY) {
        // The least that a `Vec` makes room for is four.
        assert!(holds::<Vec<Vec<u64>>>(
            "lists of one",
            wire,
            &bytes,
            MANY * (24 + 4 * 8)
        ));
        assert!(holds::<Vec<HashSet<u64>>>(
            "sets of one",
            wire,
            &bytes,
            MANY * (48 + 4 * 9 + 16)
        ));
        assert!(holds::<Vec<BTreeSet<u64>>>(
            "trees of one",
            wire,
            &bytes,
            MANY * (24 + 11 * 8 + 16)
        ));
    }
}

#[test]
fn lists_and_maps_cost_what_their_containers_take() {
    let keys = (0..MANY as u32).map(|key| varint(key as usize));
    let entries: Vec<u8> = keys
        .flat_map(|key| field(0x0a, &[&[0x08][..], &key].concat()))
        .collect();
    let packed: Vec<u8> = (0..MANY as u32)
        .flat_map(|key| [&[0xce][..], &key.to_be_bytes(), &[0]].concat())
        .collect();
    let members: Vec<String> = (0..MANY).map(|key| format!("\"{key}\":0")).collect();
    for (wire, bytes) in [
        (Wire::Protobuf, entries),
        (Wire::MsgPack, [map32(MANY), packed].concat()),
        (
            Wire::Json,
            format!("{{{}}}", members.join(",")).into_bytes(),
        ),
    ] {
        assert!(holds::<HashMap<u32, u32>>(
            "entries",
            wire,
            &bytes,
            MANY * (8 * 8 / 7 + 2)
        ));
        assert!(holds::<BTreeMap<u32, u32>>(
            "entries",
            wire,
            &bytes,
            2 * MANY * 10
        ));
    }
    let same = [
        (Wire::Protobuf, b"\x0a\0".repeat(MANY)),
        (Wire::MsgPack, [map32(MANY), b"\0\0".repeat(MANY)].concat()),
        (
            Wire::Json,
            format!("{{\"0\":0{}}}", ",\"0\":0".repeat(MANY)).into_bytes(),
        ),
    ];
    for (wire, bytes) in same {
        holds::<HashMap<u32, u32>>("one entry again and again", wire, &bytes, 0);
        holds::<BTreeMap<u32, Large>>("one entry again and again", wire, &bytes, 0);
    }
    let zeros = vec![0; MANY];
    let runs = [
        (Wire::Protobuf, field(0x0a, &zeros)),
        (Wire::Protobuf, b"\x0a\x01\0".repeat(MANY)),
        (Wire::Protobuf, b"\x08\0".repeat(MANY)),
        (Wire::MsgPack, [array32(MANY), zeros].concat()),
        (Wire::Json, listed("0", MANY)),
    ];
    for (wire, bytes) in runs {
        assert!(holds::<Vec<u64>>("a run", wire, &bytes, MANY * 8));
        assert!(holds::<HashSet<u64>>(
            "a run of one element",
            wire,
            &bytes,
            0
        ));
        assert!(!holds::<[u64; 3]>("a run for an array", wire, &bytes, 0));
        assert!(!holds::<[u64; 1000]>(
            "a run for a long array",
            wire,
            &bytes,
            1000 * 8
        ));
    }
    for (wire, bytes) in messages(b"", b"\x90", "{}", MANY) {
        assert!(!holds::<[Large; 3]>(
            "messages for an array",
            wire,
            &bytes,
            3 * size_of::<Large>()
        ));
        assert!(holds::<Vec<Fixed>>(
            "empty messages with an array",
            wire,
            &bytes[..],
            MANY * size_of::<Fixed>()
        ));
    }
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Fixed {
    #[codec(1)]
    array: [u32; 100],
}

#[test]
fn headers_that_promise_much_reserve_little() {
    for header in ["\u{7f}", "\0"] {
        let rest = header.as_bytes().repeat(MANY);
        let array = [array32(MANY), rest.clone()].concat();
        let map = [map32(MANY), rest].concat();
        holds::<Vec<Large>>("an array header", Wire::MsgPack, &array, 0);
        holds::<Vec<[u64; 100]>>("an array header", Wire::MsgPack, &array, 0);
        holds::<HashMap<u64, Large>>("a map header", Wire::MsgPack, &map, 0);
        holds::<Vec<u8>>("an array header for bytes", Wire::MsgPack, &array, 0);
        holds::<Vec<Vec<u8>>>(
            "an array header for bytes",
            Wire::MsgPack,
            &[array32(1), array].concat(),
            0,
        );
    }
    type Lists = Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<u64>>>>>>>>;
    let nested = [array32(MANY / 2).repeat(8), vec![0xc0; MANY]].concat();
    holds::<Lists>("nested array headers", Wire::MsgPack, &nested, 0);
    let nested = [b"\x92\xc0".repeat(90), array32(MANY / 2), vec![0xc0; MANY]].concat();
    holds::<Tree>("an array header below others", Wire::MsgPack, &nested, 0);
    let many = [array32(MANY / 5), array32(MANY).repeat(MANY / 5)].concat();
    holds::<Vec<Vec<u64>>>("array headers one by one", Wire::MsgPack, &many, 0);
    let skipped = [b"\x92\0".to_vec(), array32(MANY).repeat(100), vec![0; MANY]].concat();
    holds::<Keeper>(
        "nested array headers that nobody wants",
        Wire::MsgPack,
        &skipped,
        0,
    );
    let doubles = field(0x0a, &vec![0; 8 * MANY]);
    assert!(holds::<Vec<f64>>(
        "a packed run of doubles",
        Wire::Protobuf,
        &doubles,
        MANY * 8
    ));
}

#[test]
fn unknown_fields_cost_little_more_than_their_bytes() {
    let slots = [array32(MANY), vec![0; MANY]].concat();
    let keyed = [map32(MANY), b"\x09\0".repeat(MANY)].concat();
    let nameless = format!("{{\"\":0{}}}", ",\"\":0".repeat(MANY));
    let escaped = format!("{{\"\":0{}}}", ",\"\\u0061\":\"\\n\"".repeat(MANY));
    for (what, wire, bytes) in [
        ("numbers", Wire::Protobuf, b"\x48\0".repeat(MANY * 10)),
        ("texts", Wire::Protobuf, b"\x4a\0".repeat(MANY)),
        ("groups", Wire::Protobuf, b"\x4b\x4c".repeat(MANY)),
        (
            "large numbers",
            Wire::Protobuf,
            b"\xf8\xff\xff\xff\x0f\0".repeat(MANY),
        ),
        ("slots", Wire::MsgPack, slots),
        ("entries", Wire::MsgPack, keyed),
        ("members", Wire::Json, nameless.into_bytes()),
        ("escaped members", Wire::Json, escaped.into_bytes()),
    ] {
        assert!(holds::<Keeper>(
            &format!("unknown {what}, kept"),
            wire,
            &bytes,
            0
        ));
        assert!(holds::<Skipper>(
            &format!("unknown {what}"),
            wire,
            &bytes,
            0
        ));
        let merged = [bytes.clone(), bytes].concat();
        holds::<Keeper>(&format!("unknown {what} twice"), wire, &merged, 0);
    }
}

#[test]
fn long_texts_and_keys_are_held_a_few_times() {
    let long = "n".repeat(MANY);
    let escapes = "\\u00e4\\n".repeat(MANY);
    let binary = [&[0xdb][..], &(MANY as u32).to_be_bytes(), long.as_bytes()].concat();
    let list = [array32(MANY), vec![0x7f; MANY]].concat();
    let numbers = format!("[{}0]", "0,".repeat(MANY));
    for (wire, bytes) in [
        (Wire::Protobuf, field(0x0a, long.as_bytes())),
        (Wire::MsgPack, binary.clone()),
        (Wire::MsgPack, list),
        (Wire::Json, format!("\"{long}\"").into_bytes()),
        (Wire::Json, format!("\"{escapes}\"").into_bytes()),
        (Wire::Json, numbers.into_bytes()),
    ] {
        holds::<String>("a long text", wire, &bytes, 0);
        holds::<Vec<u8>>("long bytes", wire, &bytes, 0);
        holds::<char>("a long letter", wire, &bytes, 0);
        holds::<std::time::Duration>("a long time", wire, &bytes, 0);
        holds::<Choice>("a long name of a variant", wire, &bytes, 0);
    }
    type Maps = BTreeMap<String, BTreeMap<String, BTreeMap<String, u8>>>;
    for key in [&long, &escapes] {
        let json = format!(r#"{{"{key}":{{"{key}":{{"{key}":-1}}}}}}"#);
        assert!(!holds::<Maps>("long keys", Wire::Json, json.as_bytes(), 0));
        let json = format!(r#"{{"{key}":{{"{key}":1}}}}"#);
        assert!(holds::<Keeper>(
            "long names, kept",
            Wire::Json,
            json.as_bytes(),
            0
        ));
    }
    let key = [b"\x81".to_vec(), binary].concat();
    let keys = [key.repeat(3), vec![0xc0]].concat();
    assert!(!holds::<Maps>("long keys", Wire::MsgPack, &keys, 0));
}

#[test]
fn nesting_costs_its_levels() {
    let own = 1000 * 100 * size_of::<Tree>();
    let mut protobuf = Vec::new();
    for _ in 0..99 {
        protobuf = field(0x0a, &protobuf);
    }
    let groups = [b"\x1b".repeat(99), b"\x1c".repeat(99)].concat();
    for (wire, bytes) in [
        (Wire::Protobuf, field(0x12, &protobuf).repeat(1000)),
        (Wire::Protobuf, field(0x12, &groups).repeat(1000)),
        (
            Wire::MsgPack,
            [
                b"\x92\xc0".to_vec(),
                array32(1000),
                [b"\x91".repeat(97), b"\x90".to_vec()].concat().repeat(1000),
            ]
            .concat(),
        ),
        (
            Wire::Json,
            format!(
                "{{\"children\":{}}}",
                String::from_utf8(listed(
                    &("{\"child\":".repeat(97) + "{}" + &"}".repeat(97)),
                    1000
                ))
                .unwrap()
            )
            .into_bytes(),
        ),
    ] {
        assert!(holds::<Tree>("deep trees", wire, &bytes, own));
    }
}

#[test]
fn what_comes_again_replaces_or_joins_and_costs_no_more() {
    let text = "t".repeat(100);
    let texts = field(0x22, text.as_bytes()).repeat(1000);
    let either = [
        field(0x2a, text.as_bytes()),
        field(0x32, &field(0x22, text.as_bytes())),
    ]
    .concat();
    let merged = field(0x0a, &field(0x12, b"")).repeat(1000);
    assert!(holds::<Tree>(
        "a text again and again",
        Wire::Protobuf,
        &texts,
        0
    ));
    assert!(holds::<Tree>(
        "a oneof again and again",
        Wire::Protobuf,
        &either.repeat(1000),
        0
    ));
    assert!(holds::<Tree>(
        "messages that merge",
        Wire::Protobuf,
        &merged,
        1000 * size_of::<Tree>()
    ));
    let json = format!(r#"{{"Known":1{}}}"#, r#","x":0"#.repeat(MANY));
    assert!(holds::<Choice>(
        "a variant among many members",
        Wire::Json,
        json.as_bytes(),
        0
    ));
}

#[test]
fn messages_within_any_and_extensions_are_not_copied_level_by_level() {
    let pad = "p".repeat(MANY);
    let any = |levels: usize, core: &str| {
        let open = r#"{"@type":"type.googleapis.com/google.protobuf.Any","value":"#;
        format!("{}{core}{}", open.repeat(levels), "}".repeat(levels))
    };
    let value =
        format!(r#"{{"@type":"type.googleapis.com/google.protobuf.Value","value":"{pad}"}}"#);
    assert!(holds::<wkt::Any>(
        "any in any",
        Wire::Json,
        any(90, &value).as_bytes(),
        0
    ));
    let plain =
        format!(r#"{{"@type":"type.googleapis.com/test.unusual.Unusual","strict":"{pad}"}}"#);
    assert!(holds::<wkt::Any>(
        "a message in any in any",
        Wire::Json,
        any(90, &plain).as_bytes(),
        0
    ));
    let extension = r#"{"[test.unusual.nested]":"#.repeat(90);
    let json = format!(r#"{extension}{{"strict":"{pad}"}}{}"#, "}".repeat(90));
    assert!(holds::<Unusual>(
        "extensions in extensions",
        Wire::Json,
        json.as_bytes(),
        0
    ));
    let notes = r#","[test.unusual.note]":null,"[test.unusual.other]":0"#.repeat(MANY / 10);
    let json = format!(r#"{{"strict":""{notes}}}"#);
    holds::<Unusual>("extensions that are null", Wire::Json, json.as_bytes(), 0);
}

#[test]
fn values_of_json_cost_their_own_size() {
    let own = size_of::<wkt::Value>();
    assert!(holds::<wkt::ListValue>(
        "values",
        Wire::Json,
        &listed("0", MANY),
        MANY * own
    ));
    assert!(holds::<wkt::ListValue>(
        "empty lists",
        Wire::Json,
        &listed("[]", MANY),
        MANY * own
    ));
    let structs = listed(r#"{"":0}"#, MANY);
    let node = 11 * (size_of::<String>() + own) + 16;
    assert!(holds::<wkt::ListValue>(
        "structs of one",
        Wire::Json,
        &structs,
        MANY * (own + node)
    ));
}
