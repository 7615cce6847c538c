//! Nesting: as deep as the limit says, and then an error, on a small stack.

use std::collections::BTreeMap;
use std::thread;

use everwire::{Codec, Limits, Options, UnknownFields, Wire};

use super::check_error;

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Tree {
    #[codec(1)]
    child: Option<Box<Tree>>,
    #[codec(2)]
    children: Vec<Tree>,
    #[codec(3)]
    named: BTreeMap<String, Tree>,
    #[codec(4)]
    either: Option<Box<Either>>,
    #[codec(5, group)]
    group: Option<Box<Tree>>,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
enum Either {
    #[codec(1)]
    Tree(Tree),
    #[codec(2)]
    Either(Box<Either>),
}

/// What one level of nesting puts around the level below.
enum Level {
    /// Text or bytes before and after.
    Around(&'static [u8], &'static [u8]),
    /// A tag before a length, from the outside in.
    Tags(&'static [u8]),
}

/// Each way to nest, with how many of the limit's levels one step takes.
const WAYS: [(Wire, usize, Level); 22] = [
    (Wire::Json, 1, Level::Around(br#"{"child":"#, b"}")),
    (Wire::Json, 2, Level::Around(br#"{"children":["#, b"]}")),
    (Wire::Json, 2, Level::Around(br#"{"named":{"k":"#, b"}}")),
    (
        Wire::Json,
        2,
        Level::Around(br#"{"either":{"Tree":"#, b"}}"),
    ),
    (
        Wire::Json,
        2,
        Level::Around(br#"{ "group" : { "child" : "#, b"}}"),
    ),
    (Wire::Json, 1, Level::Around(b"[", b"]")),
    (Wire::Json, 1, Level::Around(br#"{"x":"#, b"}")),
    (Wire::Json, 2, Level::Around(br#"{"x":["#, b"]}")),
    (Wire::MsgPack, 1, Level::Around(b"\x91", b"")),
    (Wire::MsgPack, 2, Level::Around(b"\x92\xc0\x91", b"")),
    (
        Wire::MsgPack,
        2,
        Level::Around(b"\x93\xc0\xc0\x81\xa1k", b""),
    ),
    (
        Wire::MsgPack,
        2,
        Level::Around(b"\x94\xc0\xc0\xc0\x92\x01", b""),
    ),
    (Wire::MsgPack, 1, Level::Around(b"\x81\xa5child", b"")),
    (Wire::MsgPack, 1, Level::Around(b"\x81\x07", b"")),
    (Wire::MsgPack, 1, Level::Around(b"\xdd\0\0\0\x01", b"")),
    (Wire::Protobuf, 1, Level::Tags(b"\x0a")),
    (Wire::Protobuf, 1, Level::Tags(b"\x12")),
    (Wire::Protobuf, 2, Level::Tags(b"\x1a\x12")),
    (Wire::Protobuf, 2, Level::Tags(b"\x22\x0a")),
    (Wire::Protobuf, 1, Level::Around(b"\x2b", b"\x2c")),
    (Wire::Protobuf, 1, Level::Around(b"\x33", b"\x34")),
    (Wire::Protobuf, 2, Level::Around(b"\x2b\x33", b"\x34\x2c")),
];

/// `steps` of nesting around an empty message.
fn nested(wire: Wire, level: &Level, steps: usize) -> Vec<u8> {
    match level {
        Level::Around(before, after) => {
            let core: &[u8] = match wire {
                Wire::Json => b"{}",
                Wire::MsgPack => b"\x90",
                Wire::Protobuf => b"",
            };
            [before.repeat(steps), core.to_vec(), after.repeat(steps)].concat()
        }
        Level::Tags(tags) => {
            let mut backwards = Vec::new();
            for _ in 0..steps {
                for tag in tags.iter().rev() {
                    let mut len = backwards.len();
                    let mut varint = Vec::new();
                    while len >= 0x80 {
                        varint.push(len as u8 | 0x80);
                        len >>= 7;
                    }
                    varint.push(len as u8);
                    backwards.extend(varint.iter().rev());
                    backwards.push(*tag);
                }
            }
            backwards.reverse();
            backwards
        }
    }
}

/// Runs a test where a recursion per level would not get far.
fn on_a_small_stack(test: fn()) {
    let thread = thread::Builder::new()
        .stack_size(1 << 20)
        .spawn(test)
        .unwrap();
    thread.join().unwrap();
}

/// One level more: empty lists and maps, which some wires write and others do not, are levels too.
const ROOMIER: Options = Options::new().limits(Limits {
    depth: 101,
    ..Limits::DEFAULT
});

#[test]
fn nesting_ends_at_the_limit() {
    on_a_small_stack(|| {
        for (wire, levels, level) in &WAYS {
            let steps = 100 / levels;
            let bytes = nested(*wire, level, steps);
            let shown = everwire_tests::show(*wire, &bytes[..bytes.len().min(30)]);
            let value: Tree = wire
                .decode(&bytes)
                .unwrap_or_else(|error| panic!("{shown}: {error}"));
            let again = ROOMIER.encode(*wire, &value).unwrap();
            assert_eq!(
                ROOMIER.decode::<Tree>(*wire, &again).unwrap(),
                value,
                "{wire}: {shown}"
            );
            for steps in [steps + 1, steps + 2, 10_000, 1_000_000] {
                let bytes = nested(*wire, level, steps);
                let error = wire.decode::<Tree>(&bytes).unwrap_err();
                check_error::<Tree>(*wire, &bytes[..bytes.len().min(10_000)], &error);
                assert!(error.is_limit(), "{wire}: {shown}: {steps}: {error}");
                assert!(
                    error.to_string().contains(
                        "the limit `depth` of 100 is reached; raise it with `Options::limits`"
                    ),
                    "{error}"
                );
            }
        }
    });
}

#[test]
fn a_limit_of_ones_own_holds_alike_on_all_wires() {
    let options = Options::new().limits(Limits {
        depth: 4,
        ..Limits::default()
    });
    for (wire, levels, level) in &WAYS {
        let fits = nested(*wire, level, 4 / levels);
        assert!(options.decode::<Tree>(*wire, &fits).is_ok());
        let over = nested(*wire, level, 4 / levels + 1);
        assert!(
            options.decode::<Tree>(*wire, &over).unwrap_err().is_limit(),
            "{wire}"
        );
    }
}

#[test]
fn what_the_reader_would_refuse_is_not_written() {
    on_a_small_stack(|| {
        let mut value = Tree::default();
        for _ in 0..98 {
            value = Tree {
                child: Some(Box::new(value)),
                ..Tree::default()
            };
        }
        for wire in Wire::ALL {
            assert!(wire.encode(&value).is_ok());
        }
        for _ in 0..9000 {
            value = Tree {
                child: Some(Box::new(value)),
                ..Tree::default()
            };
        }
        for wire in Wire::ALL {
            let mut buffer = b"before".to_vec();
            let error = wire.encode_into(&value, &mut buffer).unwrap_err();
            assert!(error.is_limit(), "{wire}: {error}");
            assert_eq!(buffer, b"before");
        }
    });
}

#[test]
fn inspecting_ends_at_the_limit_too() {
    on_a_small_stack(|| {
        for (wire, levels, level) in &WAYS {
            assert!(
                everwire::inspect(*wire, Tree::SCHEMA, &nested(*wire, level, 100 / levels)).is_ok()
            );
            let error =
                everwire::inspect(*wire, Tree::SCHEMA, &nested(*wire, level, 10_000)).unwrap_err();
            assert!(error.is_limit(), "{error}");
        }
    });
}
