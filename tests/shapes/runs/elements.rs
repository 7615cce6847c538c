//! Elements in another form than a writer gives them, or that are no such elements, among others that are as they should be.

use everwire::Wire;
use everwire_tests::unhex;

use super::listing::{Item, Way};
use super::{LEN, PLACES, TAILS, alike};

/// Elements of every form that MessagePack has, and the byte that it never uses.
const MSGPACK: &[&str] = &[
    "00",
    "7f",
    "ff",
    "e0",
    "c0",
    "c1",
    "c2",
    "c3",
    "a0",
    "a131",
    "c400",
    "c40101",
    "90",
    "9101",
    "80",
    "810101",
    "d40100",
    "dc0000",
    "cc05",
    "ccff",
    "cd0005",
    "cdffff",
    "ce00000005",
    "ce00010000",
    "ceffffffff",
    "cf0000000000000005",
    "cf0000000100000000",
    "cf7fffffffffffffff",
    "cf8000000000000000",
    "cfffffffffffffffff",
    "d005",
    "d080",
    "d10005",
    "d1ff7f",
    "d18000",
    "d200000005",
    "d2ffffffff",
    "d280000000",
    "d30000000000000005",
    "d3ffffffffffffffff",
    "d3ffffffff7fffffff",
    "d38000000000000000",
    "ca40000000",
    "ca3fc00000",
    "ca7fc00001",
    "ca80000000",
    "cb4000000000000000",
    "cb3ff8000000000000",
    "cb7ff0000000000001",
    "cbc1e0000000000000",
    "cb43e0000000000000",
    "cb7fefffffffffffff",
    "cb3fb999999999999a",
    "cf0020000000000001",
    "ce01000001",
];

/// Varints of every width, longer than they need, beyond 32 bits, and of more than ten bytes; and odd numbers of bytes.
const PROTOBUF: &[&str] = &[
    "00",
    "01",
    "7f",
    "8000",
    "858000",
    "80808080808080808000",
    "ff01",
    "8002",
    "ff7f",
    "808004",
    "ffffffff07",
    "8080808008",
    "ffffffff0f",
    "8080808010",
    "8180808010",
    "ffffffff1f",
    "ffffffffffffffff7f",
    "ffffffffffffffffff01",
    "ffffffffffffffffff7f",
    "80808080f8ffffffff01",
    "fffffffff7ffffffff01",
    "80ffffffffffffffff01",
    "ff7effffffffffffff01",
    "80808080808080808001",
    "ffffffffffffffffffff01",
    "8080808080808080808000",
    "80",
    "ffff",
    "ffffffffffffffffffffffffffffff",
    "000000",
    "00000100",
    "7fffffff",
    "80000000",
    "00010000",
    "0000000001000000",
    "00ff00000000",
    "00000000000080ff",
];

/// Numbers in every form that JSON has, and what is none.
const JSON: &[&str] = &[
    "null",
    "true",
    "false",
    "",
    "{}",
    "[]",
    "[1]",
    "0",
    "-0",
    "1",
    "-1",
    "00",
    "01",
    "-01",
    "+1",
    "1.",
    "1.0",
    "-1.0",
    "1.5",
    ".5",
    "1e2",
    "1E+2",
    "1e400",
    "1e-400",
    "5e-324",
    "127",
    "128",
    "-128",
    "-129",
    "255",
    "256",
    "32767",
    "32768",
    "-32769",
    "65535",
    "65536",
    "2147483647",
    "2147483648",
    "-2147483648",
    "-2147483649",
    "4294967295",
    "4294967296",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "-9223372036854775809",
    "18446744073709551615",
    "18446744073709551616",
    "100000000000000000000000000",
    "0.1",
    "3.4028236e38",
    "3.5e38",
    "1.7976931348623157e308",
    "1.8e308",
    "16777217",
    "9007199254740993",
    "\"1\"",
    "\"-1\"",
    "\"1.5\"",
    "\" 1\"",
    "\"x\"",
    "\"\"",
    "\"NaN\"",
    "\"Infinity\"",
    "\"-Infinity\"",
    "NaN",
    "Infinity",
    "-",
    "x",
    " 1",
    "1 ",
    "\n 1 \t",
    "1 x",
    "1]",
    "tru",
    "truex",
    "nul",
];

/// The bytes of an element.
fn element<T: Item>(way: Way<T>, wire: Wire, item: T) -> Vec<u8> {
    if wire != Wire::Protobuf {
        return wire.encode(&item).unwrap();
    }
    let mut bytes = (way.write)(wire, &[item], "");
    let before = if bytes[0] == LIST { 2 } else { 1 };
    bytes.split_off(before)
}

/// The elements of a list of all edges.
pub fn sample<T: Item>(way: Way<T>, wire: Wire) -> Vec<Vec<u8>> {
    let edges = T::edges().into_iter().cycle().take(LEN);
    edges.map(|item| element(way, wire, item)).collect()
}

/// The tag of a list that is packed.
const LIST: u8 = 0x0a;

/// The tag of an element that stands alone.
fn alone(elements: &[Vec<u8>]) -> u8 {
    match elements[..2] {
        [ref one, ref two] if one.len() == 4 && two.len() == 4 => 0x0d,
        [ref one, ref two] if one.len() == 8 && two.len() == 8 => 0x09,
        _ => 0x08,
    }
}

/// A packed list as a field.
pub fn packed(bytes: &[u8]) -> Vec<u8> {
    let len = [bytes.len() as u8 | 0x80, (bytes.len() >> 7) as u8];
    [&[LIST], &len[..], bytes].concat()
}

/// Messages that hold these elements.
fn messages<T: Item>(way: Way<T>, wire: Wire, elements: &[Vec<u8>], tail: &str) -> Vec<Vec<u8>> {
    match wire {
        Wire::Protobuf => {
            let after = (way.write)(wire, &[], tail);
            let tag = [alone(elements)];
            let single = |element: &Vec<u8>| [&tag[..], element].concat();
            let single: Vec<Vec<u8>> = elements.iter().map(single).collect();
            let (first, second) = elements.split_at(7);
            [
                packed(&elements.concat()),
                single.concat(),
                [packed(&first.concat()), packed(&second.concat())].concat(),
                [packed(&first.concat()), single[7..].concat()].concat(),
            ]
            .map(|list| [list, after.clone()].concat())
            .to_vec()
        }
        Wire::MsgPack => {
            let len = (elements.len() as u16).to_be_bytes();
            let tail = wire.encode(&tail.to_owned()).unwrap();
            vec![[&[0x92, 0xdc], &len[..], &elements.concat(), &tail].concat()]
        }
        _ => {
            let joined = |comma: &[u8]| {
                let list = elements.join::<&[u8]>(comma);
                [
                    br#"{"list":["#,
                    &list[..],
                    br#"],"tail":""#,
                    tail.as_bytes(),
                    br#""}"#,
                ]
                .concat()
            };
            vec![joined(&b","[..]), joined(&b" ,\t"[..])]
        }
    }
}

/// Puts each other element in each place, alone and after another such one.
pub fn others_are_told_alike<T: Item>(wires: &[Wire], ways: [Way<T>; 2]) {
    let unhex = |digits: &&str| unhex(digits);
    let text = |text: &&str| text.as_bytes().to_vec();
    for &wire in wires {
        let others: Vec<Vec<u8>> = match wire {
            Wire::MsgPack => MSGPACK.iter().map(unhex).collect(),
            Wire::Protobuf => PROTOBUF.iter().map(unhex).collect(),
            _ => JSON.iter().map(text).collect(),
        };
        let sample = sample(ways[0], wire);
        for (index, other) in others.iter().enumerate() {
            let another = &others[(index * 7 + 3) % others.len()];
            for (turn, place) in PLACES.into_iter().enumerate() {
                let mut elements = sample.clone();
                elements[place].clone_from(other);
                let mut tails = TAILS;
                tails.rotate_left((index + turn) % 2);
                for bytes in messages(ways[0], wire, &elements, tails[0]) {
                    alike(ways, wire, &bytes);
                }
                elements[5].clone_from(another);
                for bytes in messages(ways[0], wire, &elements, tails[1]) {
                    alike(ways, wire, &bytes);
                }
            }
        }
    }
}
