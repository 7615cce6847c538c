//! Protobuf against prost.
//!
//! Where both accept, their bytes are equal, and so the values, down to the bits of floats. These differences are choices, and
//! the comparison leaves room for them:
//!
//! - A known number with another wire type is an error to prost; to us it is an unknown field, as to Google's libraries.

#![expect(missing_docs, reason = "the names say it")]

use everwire::{Codec, Error, Wire};
use prost::Message;

/// One message for both.
#[derive(Clone, PartialEq, Message, Codec)]
pub struct Peer {
    #[prost(bool, tag = "1")]
    #[codec(1)]
    pub flag: bool,
    #[prost(uint32, tag = "2")]
    #[codec(2)]
    pub uint32: u32,
    #[prost(uint64, tag = "3")]
    #[codec(3)]
    pub uint64: u64,
    #[prost(int32, tag = "4")]
    #[codec(4)]
    pub int32: i32,
    #[prost(int64, tag = "5")]
    #[codec(5)]
    pub int64: i64,
    #[prost(sint32, tag = "6")]
    #[codec(6, sint)]
    pub sint32: i32,
    #[prost(sint64, tag = "7")]
    #[codec(7, sint)]
    pub sint64: i64,
    #[prost(fixed32, tag = "8")]
    #[codec(8, fixed)]
    pub fixed32: u32,
    #[prost(fixed64, tag = "9")]
    #[codec(9, fixed)]
    pub fixed64: u64,
    #[prost(sfixed32, tag = "10")]
    #[codec(10, fixed)]
    pub sfixed32: i32,
    #[prost(sfixed64, tag = "11")]
    #[codec(11, fixed)]
    pub sfixed64: i64,
    #[prost(float, tag = "12")]
    #[codec(12)]
    pub float: f32,
    #[prost(double, tag = "13")]
    #[codec(13)]
    pub double: f64,
    #[prost(string, tag = "14")]
    #[codec(14)]
    pub text: String,
    #[prost(bytes = "vec", tag = "15")]
    #[codec(15)]
    pub bytes: Vec<u8>,
    #[prost(message, optional, boxed, tag = "16")]
    #[codec(16)]
    pub child: Option<Box<Peer>>,
    #[prost(message, repeated, tag = "17")]
    #[codec(17)]
    pub children: Vec<Peer>,
    #[prost(uint32, optional, tag = "18")]
    #[codec(18)]
    pub optional: Option<u32>,
    #[prost(string, optional, tag = "19")]
    #[codec(19)]
    pub optional_text: Option<String>,
    #[prost(sint64, repeated, tag = "20")]
    #[codec(20, sint)]
    pub packed: Vec<i64>,
    #[prost(fixed32, repeated, tag = "21")]
    #[codec(21, fixed)]
    pub packed_fixed: Vec<u32>,
    #[prost(int32, repeated, packed = "false", tag = "22")]
    #[codec(22, unpacked)]
    pub loose: Vec<i32>,
    #[prost(string, repeated, tag = "23")]
    #[codec(23)]
    pub texts: Vec<String>,
    #[prost(bytes = "vec", repeated, tag = "24")]
    #[codec(24)]
    pub tokens: Vec<Vec<u8>>,
    #[prost(bool, repeated, tag = "25")]
    #[codec(25)]
    pub flags: Vec<bool>,
    #[prost(double, repeated, tag = "26")]
    #[codec(26)]
    pub doubles: Vec<f64>,
    #[prost(btree_map = "string, sint32", tag = "27")]
    #[codec(27, value(sint))]
    pub map: std::collections::BTreeMap<String, i32>,
    #[prost(btree_map = "int64, message", tag = "28")]
    #[codec(28)]
    pub messages: std::collections::BTreeMap<i64, Leaf>,
    #[prost(group, optional, tag = "29")]
    #[codec(29, group)]
    pub group: Option<Leaf>,
    #[prost(group, repeated, tag = "30")]
    #[codec(30, group)]
    pub groups: Vec<Leaf>,
    #[prost(oneof = "Choice", tags = "31, 32, 33")]
    #[codec(oneof(31, 32, 33))]
    pub choice: Option<Choice>,
    #[prost(uint64, optional, tag = "536870911")]
    #[codec(536_870_911)]
    pub far: Option<u64>,
}

#[derive(Clone, PartialEq, Message, Codec)]
pub struct Leaf {
    #[prost(uint32, tag = "1")]
    #[codec(1)]
    pub number: u32,
    #[prost(string, tag = "2")]
    #[codec(2)]
    pub text: String,
}

#[derive(Clone, PartialEq, prost::Oneof, Codec)]
pub enum Choice {
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

/// Reads bytes with both.
///
/// # Panics
///
/// If they do not agree.
pub fn compare(bytes: &[u8]) {
    let theirs = Peer::decode(bytes);
    let ours = Wire::Protobuf.decode::<Peer>(bytes);
    match (ours, theirs) {
        (Ok(ours), Ok(theirs)) => {
            // Both keep the bits of floats, so bytes are a comparison for those that are not numbers, too.
            let (mine, yours) = (Wire::Protobuf.encode(&ours).expect("decoded"), theirs.encode_to_vec());
            assert_eq!(mine, yours, "{ours:?} {theirs:?}");
        }
        (Err(_), Err(_)) => {}
        (Ok(ours), Err(error)) => {
            let expected = error.to_string().contains("invalid wire type");
            assert!(expected, "only prost refuses: {error}: {ours:?}");
        }
        (Err(error), Ok(theirs)) => assert!(stricter(&error), "only we refuse: {error}: {theirs:?}"),
    }
}

fn stricter(error: &Error) -> bool {
    error.is_limit()
}
