//! Protobuf against prost.
//!
//! Where both accept, their bytes are equal, and so the values, down to the bits of floats. These differences are choices, and
//! the comparison leaves room for them:
//!
//! - A known number with another wire type is an error to prost, and in a map read as an entry all the same; to us it is an
//!   unknown field, as to Google's libraries.
//! - A negative zero is not written by prost where presence is implicit; we write it, as the specification demands.
//! - A tag of more than five bytes is an error to us, as to Google's libraries.
//! - A varint of ten bytes that exceeds 64 bits is an error to prost; we drop the bits above, as C++ does.

#![no_main]

use everwire::{Codec, Wire};
use prost::Message;

/// One message for both.
#[derive(Clone, PartialEq, Message, Codec)]
struct Peer {
    #[prost(bool, tag = "1")]
    #[codec(1)]
    flag: bool,
    #[prost(uint32, tag = "2")]
    #[codec(2)]
    uint32: u32,
    #[prost(uint64, tag = "3")]
    #[codec(3)]
    uint64: u64,
    #[prost(int32, tag = "4")]
    #[codec(4)]
    int32: i32,
    #[prost(int64, tag = "5")]
    #[codec(5)]
    int64: i64,
    #[prost(sint32, tag = "6")]
    #[codec(6, sint)]
    sint32: i32,
    #[prost(sint64, tag = "7")]
    #[codec(7, sint)]
    sint64: i64,
    #[prost(fixed32, tag = "8")]
    #[codec(8, fixed)]
    fixed32: u32,
    #[prost(fixed64, tag = "9")]
    #[codec(9, fixed)]
    fixed64: u64,
    #[prost(sfixed32, tag = "10")]
    #[codec(10, fixed)]
    sfixed32: i32,
    #[prost(sfixed64, tag = "11")]
    #[codec(11, fixed)]
    sfixed64: i64,
    #[prost(float, tag = "12")]
    #[codec(12)]
    float: f32,
    #[prost(double, tag = "13")]
    #[codec(13)]
    double: f64,
    #[prost(string, tag = "14")]
    #[codec(14)]
    text: String,
    #[prost(bytes = "vec", tag = "15")]
    #[codec(15)]
    bytes: Vec<u8>,
    #[prost(message, optional, boxed, tag = "16")]
    #[codec(16)]
    child: Option<Box<Peer>>,
    #[prost(message, repeated, tag = "17")]
    #[codec(17)]
    children: Vec<Peer>,
    #[prost(uint32, optional, tag = "18")]
    #[codec(18)]
    optional: Option<u32>,
    #[prost(string, optional, tag = "19")]
    #[codec(19)]
    optional_text: Option<String>,
    #[prost(sint64, repeated, tag = "20")]
    #[codec(20, sint)]
    packed: Vec<i64>,
    #[prost(fixed32, repeated, tag = "21")]
    #[codec(21, fixed)]
    packed_fixed: Vec<u32>,
    #[prost(int32, repeated, packed = "false", tag = "22")]
    #[codec(22, unpacked)]
    loose: Vec<i32>,
    #[prost(string, repeated, tag = "23")]
    #[codec(23)]
    texts: Vec<String>,
    #[prost(bytes = "vec", repeated, tag = "24")]
    #[codec(24)]
    tokens: Vec<Vec<u8>>,
    #[prost(bool, repeated, tag = "25")]
    #[codec(25)]
    flags: Vec<bool>,
    #[prost(double, repeated, tag = "26")]
    #[codec(26)]
    doubles: Vec<f64>,
    #[prost(btree_map = "string, sint32", tag = "27")]
    #[codec(27, value(sint))]
    map: std::collections::BTreeMap<String, i32>,
    #[prost(btree_map = "int64, message", tag = "28")]
    #[codec(28)]
    messages: std::collections::BTreeMap<i64, Leaf>,
    #[prost(group, optional, tag = "29")]
    #[codec(29, group)]
    group: Option<Leaf>,
    #[prost(group, repeated, tag = "30")]
    #[codec(30, group)]
    groups: Vec<Leaf>,
    #[prost(oneof = "Choice", tags = "31, 32, 33")]
    #[codec(oneof(31, 32, 33))]
    choice: Option<Choice>,
    #[prost(uint64, optional, tag = "536870911")]
    #[codec(536_870_911)]
    far: Option<u64>,
}

#[derive(Clone, PartialEq, Message, Codec)]
struct Leaf {
    #[prost(uint32, tag = "1")]
    #[codec(1)]
    number: u32,
    #[prost(string, tag = "2")]
    #[codec(2)]
    text: String,
}

#[derive(Clone, PartialEq, prost::Oneof, Codec)]
enum Choice {
    #[prost(int32, tag = "31")]
    #[codec(31)]
    Number(i32),
    #[prost(string, tag = "32")]
    #[codec(32)]
    Text(String),
    #[prost(message, tag = "33")]
    #[codec(33)]
    Leaf(Leaf),
}

fn compare(bytes: &[u8]) {
    let theirs = <Peer as Message>::decode(bytes);
    let ours = Wire::Protobuf.decode::<Peer>(bytes);
    match (ours, theirs) {
        (Ok(mut ours), Ok(mut theirs)) => {
            make_zeros_positive(&mut ours);
            make_zeros_positive(&mut theirs);
            let mine = Wire::Protobuf
                .encode(&ours)
                .expect("what was decoded can be encoded");
            let same = mine == theirs.encode_to_vec() || is_mistyped(bytes);
            assert!(same, "{ours:?} {theirs:?}");
        }
        (Err(_), Err(_)) => {}
        (Ok(ours), Err(error)) => {
            let expected = is_mistyped(bytes) || error.to_string().contains("invalid varint");
            assert!(expected, "only prost refuses: {error}: {ours:?}");
        }
        (Err(error), Ok(theirs)) => {
            let long = error.to_string().contains("longer than five bytes");
            let expected = error.is_limit() || long || is_mistyped(bytes);
            assert!(expected, "only we refuse: {error}: {theirs:?}");
        }
    }
}

fn make_zeros_positive(peer: &mut Peer) {
    peer.float += 0.0;
    peer.double += 0.0;
    peer.children
        .iter_mut()
        .chain(peer.child.as_deref_mut())
        .for_each(make_zeros_positive);
}

/// A message of [`Peer`], for the wire types of its fields.
#[derive(Clone, Copy)]
enum Kind {
    Peer,
    Leaf,
    Texts,
    Numbers,
}

/// Whether a known number stands with another wire type anywhere.
fn is_mistyped(bytes: &[u8]) -> bool {
    mistyped(&mut &*bytes, Kind::Peer, None) == Some(true)
}

/// Walks over the fields up to the end of the group, if there is one, and of the bytes otherwise. `None` where they are cut
/// short.
fn mistyped(rest: &mut &[u8], kind: Kind, group: Option<u64>) -> Option<bool> {
    while !rest.is_empty() {
        let tag = varint(rest)?;
        let (number, wire_type) = ((tag & 0xffff_ffff) >> 3, tag & 7);
        if wire_type == 4 && group == Some(number) {
            return Some(false);
        }
        let expected: &[u64] = match (kind, number) {
            (Kind::Peer, 1..=7 | 18 | 31 | 536_870_911) => &[0],
            (Kind::Peer, 8 | 10 | 12) => &[5],
            (Kind::Peer, 9 | 11 | 13) => &[1],
            (Kind::Peer, 14..=17 | 19 | 23 | 24 | 27 | 28 | 32 | 33) => &[2],
            (Kind::Peer, 20 | 22 | 25) => &[0, 2],
            (Kind::Peer, 21) => &[5, 2],
            (Kind::Peer, 26) => &[1, 2],
            (Kind::Peer, 29 | 30) => &[3],
            (Kind::Leaf, 1) | (Kind::Numbers, 1) | (Kind::Texts, 2) => &[0],
            (Kind::Leaf, 2) | (Kind::Numbers, 2) | (Kind::Texts, 1) => &[2],
            _ => &[],
        };
        if !expected.is_empty() && !expected.contains(&wire_type) {
            return Some(true);
        }
        let inner = match (kind, number) {
            (Kind::Peer, 16 | 17) => Some(Kind::Peer),
            (Kind::Peer, 27) => Some(Kind::Texts),
            (Kind::Peer, 28) => Some(Kind::Numbers),
            (Kind::Peer, 29 | 30 | 33) | (Kind::Numbers, 2) => Some(Kind::Leaf),
            _ => None,
        };
        match wire_type {
            0 => drop(varint(rest)?),
            1 => *rest = rest.get(8..)?,
            5 => *rest = rest.get(4..)?,
            2 => {
                let len = usize::try_from(varint(rest)?).ok()?;
                let (mut body, after) = rest.split_at_checked(len)?;
                *rest = after;
                if let Some(inner) = inner
                    && mistyped(&mut body, inner, None) == Some(true)
                {
                    return Some(true);
                }
            }
            3 => {
                if let Some(inner) = inner {
                    if mistyped(rest, inner, Some(number))? {
                        return Some(true);
                    }
                } else {
                    let skipped = prost::encoding::skip_field(
                        prost::encoding::WireType::StartGroup,
                        u32::try_from(number).ok()?,
                        rest,
                        prost::encoding::DecodeContext::default(),
                    );
                    skipped.ok()?;
                }
            }
            _ => return None,
        }
    }
    group.is_none().then_some(false)
}

fn varint(rest: &mut &[u8]) -> Option<u64> {
    prost::encoding::decode_varint(rest).ok()
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| compare(bytes));
