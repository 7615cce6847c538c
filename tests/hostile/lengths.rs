//! Headers that promise more than there is: an error at once, and nothing reserved on their word.

use std::collections::{BTreeMap, HashMap, HashSet};

use everwire::{Codec, Decode, Wire};
use everwire_tests::unhex;

use super::memory::peak;
use super::shapes::{Everything, Inner, Shape};

/// Decodes each as a `T`: an error that is found without memory.
fn refused<T: for<'de> Decode<'de>>(wire: Wire, inputs: &[&str]) {
    for input in inputs {
        let bytes = unhex(input);
        let (held, result) = peak(|| wire.decode::<T>(&bytes));
        let error = result.err().unwrap_or_else(|| panic!("{wire}: {input}"));
        assert_eq!(error.wire(), Some(wire), "{input}: {error}");
        assert!(error.offset() <= bytes.len(), "{input}: {error}");
        assert!(
            held <= 32 * bytes.len() + 1024,
            "{wire}: {input}: {held} bytes held: {error}"
        );
    }
}

const ARRAYS: [&str; 7] = [
    "dd ffffffff",
    "dd ffffffff 00 00 00",
    "dd 7fffffff 90",
    "dc ffff 01",
    "9f 01",
    "dd 00000004 01 02 03",
    "df 7fffffff 01 01",
];
const MAPS: [&str; 5] = [
    "df ffffffff",
    "df ffffffff a1 61 01",
    "de ffff 01 01",
    "8f 01 01",
    "df 80000000 01",
];
const STRINGS: [&str; 6] = [
    "db ffffffff",
    "db ffffffff 61",
    "da ffff 61",
    "d9 ff 61",
    "bf 61",
    "c6 ffffffff 61",
];
const EXTENSIONS: [&str; 4] = [
    "c9 ffffffff ff",
    "c9 ffffffff ff 00",
    "c8 ffff ff 00",
    "c7 ff ff 00",
];

#[test]
fn messagepack_headers_of_four_gibibytes_are_refused() {
    refused::<Vec<u64>>(Wire::MsgPack, &ARRAYS);
    refused::<Vec<Inner>>(Wire::MsgPack, &ARRAYS);
    refused::<Vec<u8>>(Wire::MsgPack, &ARRAYS);
    refused::<HashSet<u64>>(Wire::MsgPack, &ARRAYS);
    refused::<Everything>(Wire::MsgPack, &ARRAYS);
    refused::<BTreeMap<String, u64>>(Wire::MsgPack, &MAPS);
    refused::<HashMap<u64, Inner>>(Wire::MsgPack, &MAPS);
    refused::<Everything>(Wire::MsgPack, &MAPS);
    refused::<String>(Wire::MsgPack, &STRINGS);
    refused::<Vec<u8>>(Wire::MsgPack, &STRINGS);
    refused::<std::time::SystemTime>(Wire::MsgPack, &EXTENSIONS);
    refused::<Shape>(
        Wire::MsgPack,
        &[&ARRAYS[..], &MAPS, &STRINGS, &EXTENSIONS].concat(),
    );
    for unknown in [&ARRAYS[..], &MAPS, &STRINGS, &EXTENSIONS].concat() {
        refused::<Inner>(Wire::MsgPack, &[&format!("93 a0 00 {unknown}")]);
    }
}

/// A list of itself, by way of a message that is large in memory.
#[derive(Codec, Clone, Default)]
struct Nest {
    #[codec(1)]
    nests: Vec<Nest>,
    #[codec(2)]
    named: HashMap<u8, Nest>,
    #[codec(3)]
    room: Option<[u64; 16]>,
}

#[test]
fn nested_messagepack_headers_reserve_once() {
    for header in [
        "91 dd 00010000",
        "91 dc 8000",
        "92 c0 df 00008000 01",
        "92 c0 de 4000 01",
    ] {
        let bytes = [unhex(header).repeat(45), vec![0xc0; 70_000]].concat();
        let (held, result) = peak(|| Wire::MsgPack.decode::<Nest>(&bytes));
        assert!(result.is_err());
        let own = 45 * 8 * size_of::<Nest>();
        assert!(
            held <= 32 * bytes.len() + own,
            "{header}: {held} of {}",
            bytes.len()
        );
    }
}

#[test]
fn protobuf_lengths_beyond_the_input_are_refused() {
    let lengths = [
        "05",
        "ffffffff 07",
        "8080808008",
        "ffffffff0f",
        "8080808010",
        "ffffffffffffffff7f",
        "80808080808080808001",
        "ffffffffffffffffff01",
        "ffffffffffffffffffff01",
    ];
    for length in lengths {
        for tag in [
            "5a", "62", "72", "7a", "8201", "8a01", "9201", "9a01", "a201", "da01", "fa03",
        ] {
            refused::<Everything>(
                Wire::Protobuf,
                &[&format!("{tag} {length}"), &format!("{tag} {length} 00")],
            );
        }
        refused::<Everything>(
            Wire::Protobuf,
            &[
                &format!("9201 06 0a {length}"),
                &format!("ba02 {length} 00"),
            ],
        );
        refused::<Vec<u64>>(Wire::Protobuf, &[&format!("0a {length} 00")]);
        refused::<String>(Wire::Protobuf, &[&format!("0a {length} 00")]);
    }
}
