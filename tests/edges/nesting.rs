//! A hundred levels pass, and one more is refused.

use everwire::{Codec, DecodeOwned, Error, Options, UnknownFields, Wire};

use super::compiled::test::edges::Edges;
use super::compiled::test::unusual::Unusual;
use super::{REGISTRY, wkt};

/// The same message, derived.
#[derive(Codec, Debug, Default, PartialEq)]
#[codec(json = "proto")]
struct Derived {
    #[codec(13)]
    child: Option<Box<Derived>>,
    #[codec(16)]
    children: Vec<Derived>,
    #[codec(unknown)]
    unknown: UnknownFields,
}

fn read<T: DecodeOwned>(wire: Wire, bytes: &[u8]) -> Result<(), Error> {
    let options = Options::new().registry(&REGISTRY);
    options.decode::<T>(wire, bytes).map(|_| ())
}

/// Runs a test where a debug build has room for a hundred levels of large messages.
fn on_a_large_stack(test: fn()) {
    let thread = std::thread::Builder::new().stack_size(32 << 20).spawn(test);
    thread.unwrap().join().unwrap();
}

/// Checks that `steps` pass, and one more does not.
#[track_caller]
fn ends(what: &str, read: impl Fn(usize) -> Result<(), Error>, steps: usize) {
    if let Err(error) = read(steps) {
        panic!("{what}: {steps}: {error}");
    }
    for more in [steps + 1, steps + 2, 1000] {
        match read(more) {
            Ok(()) => panic!("{what}: {more} pass"),
            Err(error) => assert!(
                error.is_limit()
                    && error
                        .to_string()
                        .contains("the limit `depth` of 100 is reached"),
                "{what}: {error}"
            ),
        }
    }
}

/// `core` within `steps` of `before` and `after`.
fn around(before: &str, core: &str, after: &str, steps: usize) -> Vec<u8> {
    [before.repeat(steps), core.to_owned(), after.repeat(steps)]
        .concat()
        .into_bytes()
}

/// `steps` of length-delimited fields.
fn delimited(tags: &[&[u8]], steps: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    for _ in 0..steps {
        for tag in tags.iter().rev() {
            let (mut len, mut length) = (bytes.len(), Vec::new());
            while len >= 0x80 {
                length.push(len as u8 | 0x80);
                len >>= 7;
            }
            length.push(len as u8);
            bytes = [tag.to_vec(), length, bytes].concat();
        }
    }
    bytes
}

#[test]
fn json_nests_a_hundred_levels() {
    on_a_large_stack(json_nests);
}

fn json_nests() {
    let child = |n| around("{\"child\":", "{}", "}", n);
    ends("messages", |n| read::<Edges>(Wire::Json, &child(n)), 100);
    ends(
        "derived messages",
        |n| read::<Derived>(Wire::Json, &child(n)),
        100,
    );
    ends(
        "groups",
        |n| read::<Unusual>(Wire::Json, &around("{\"group\":", "{}", "}", n)),
        100,
    );
    ends(
        "a oneof",
        |n| read::<Edges>(Wire::Json, &around("{\"branch\":", "{}", "}", n)),
        100,
    );
    let listed = |n| around("{\"children\":[", "{}", "]}", n);
    ends(
        "lists of messages",
        |n| read::<Edges>(Wire::Json, &listed(n)),
        50,
    );
    ends(
        "derived lists of messages",
        |n| read::<Derived>(Wire::Json, &listed(n)),
        50,
    );
    ends(
        "maps",
        |n| read::<Edges>(Wire::Json, &around("{\"named\":{\"\":", "{}", "}}", n)),
        50,
    );
    let list = |n| around("[", "[]", "]", n);
    ends(
        "list values",
        |n| read::<wkt::ListValue>(Wire::Json, &list(n)),
        100,
    );
    ends("values", |n| read::<wkt::Value>(Wire::Json, &list(n)), 100);
    ends(
        "structs",
        |n| read::<wkt::Struct>(Wire::Json, &around("{\"\":", "{}", "}", n)),
        100,
    );
    ends(
        "lists in a field",
        |n| {
            read::<Edges>(
                Wire::Json,
                &[b"{\"list\":".to_vec(), list(n - 1), b"}".to_vec()].concat(),
            )
        },
        100,
    );
    ends(
        "what is skipped",
        |n| read::<Edges>(Wire::Json, &around("{\"x\":", "{}", "}", n)),
        100,
    );
    let any = |n| {
        around(
            "{\"@type\":\"/google.protobuf.Any\",\"value\":",
            "{}",
            "}",
            n,
        )
    };
    ends("any", |n| read::<wkt::Any>(Wire::Json, &any(n)), 100);
    let plain = |n| {
        around(
            "{\"any\":{\"@type\":\"/test.edges.Edges\",\"child\":",
            "{}",
            "}}",
            n,
        )
    };
    ends(
        "any of a message",
        |n| read::<Edges>(Wire::Json, &plain(n)),
        50,
    );
    let late = |n| {
        around(
            "{\"value\":",
            "{}",
            ",\"@type\":\"/google.protobuf.Any\"}",
            n,
        )
    };
    ends(
        "any whose type comes last",
        |n| read::<wkt::Any>(Wire::Json, &late(n)),
        100,
    );
    let extension = |n| around("{\"[test.unusual.nested]\":", "{}", "}", n);
    ends(
        "extensions",
        |n| read::<Unusual>(Wire::Json, &extension(n)),
        100,
    );
}

#[test]
fn protobuf_nests_a_hundred_messages() {
    on_a_large_stack(protobuf_nests);
}

fn protobuf_nests() {
    let protobuf = Wire::Protobuf;
    ends(
        "messages",
        |n| read::<Edges>(protobuf, &delimited(&[b"\x6a"], n)),
        100,
    );
    ends(
        "derived messages",
        |n| read::<Derived>(protobuf, &delimited(&[b"\x6a"], n)),
        100,
    );
    ends(
        "lists",
        |n| read::<Edges>(protobuf, &delimited(&[b"\x82\x01"], n)),
        100,
    );
    ends(
        "maps",
        |n| read::<Edges>(protobuf, &delimited(&[b"\x92\x01", b"\x12"], n)),
        50,
    );
    ends(
        "a oneof",
        |n| read::<Edges>(protobuf, &delimited(&[b"\xaa\x01"], n)),
        100,
    );
    ends(
        "list values",
        |n| read::<wkt::ListValue>(protobuf, &delimited(&[b"\x0a", b"\x32"], n)),
        50,
    );
    ends(
        "structs",
        |n| read::<wkt::Struct>(protobuf, &delimited(&[b"\x0a", b"\x12", b"\x2a"], n)),
        33,
    );
    ends(
        "groups",
        |n| read::<Unusual>(protobuf, &around("\x13", "", "\x14", n)),
        100,
    );
    ends(
        "unknown groups",
        |n| read::<Unusual>(protobuf, &around("\x7b", "", "\x7c", n)),
        100,
    );
    ends(
        "unknown groups, derived",
        |n| read::<Derived>(protobuf, &around("\x7b", "", "\x7c", n)),
        100,
    );
}

#[test]
fn an_unknown_message_is_not_looked_into() {
    let any = delimited(&[b"\x12"], 5000);
    assert!(read::<wkt::Any>(Wire::Protobuf, &any).is_ok());
    let unknown = delimited(&[b"\x7a"], 5000);
    assert!(read::<Unusual>(Wire::Protobuf, &unknown).is_ok());
}
