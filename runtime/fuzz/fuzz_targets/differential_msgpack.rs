//! MessagePack against rmp: what a marker is, and what rmp-serde reads as a struct.
//!
//! What rmp-serde accepts we must accept, with its value. These differences are choices, and the comparison leaves room for
//! them:
//!
//! - rmp-serde ignores what stands after the value, and we refuse it: we are given what it took.
//! - An integer becomes a float for rmp-serde by rounding; to us it must be exact.
//! - A negative integer becomes the `u128` of its bits for rmp-serde; to us it does not fit.
//! - rmp-serde takes bin for a string where it is UTF-8, and for a list of numbers; we tell bytes from both.
//! - rmp-serde takes `90` for `()` and nil alike, and any length for a struct without fields.
//! - The last of two equal keys of a map counts for rmp-serde; to us they are an error.
//! - An integer as the key of a struct's field is an index to rmp-serde, counted from 0, and the field's number to us.
//! - rmp-serde nests 1024 levels, we 100.

#![no_main]

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::io::Cursor;

use everwire::{Codec, DecodeOwned, Error, UnknownFields, Wire};
use rmp::Marker;
use rmp::decode::read_marker;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// A struct for both.
#[derive(Codec, Clone, Debug, Deserialize, PartialEq, Serialize)]
struct Peer {
    small: u8,
    long: u64,
    signed: i32,
    single: f32,
    double: f64,
    truth: bool,
    text: String,
    #[serde(with = "serde_bytes")]
    bytes: Vec<u8>,
    optional: Option<i64>,
    list: Vec<i16>,
    texts: Vec<String>,
    map: BTreeMap<String, u32>,
    pair: (u32, String),
    child: Option<Box<Peer>>,
    inner: Inner,
    inners: Vec<Inner>,
    letter: char,
    wide: u128,
}

/// A part of [`Peer`].
#[derive(Codec, Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
struct Inner {
    name: String,
    number: Option<u64>,
}

/// Skips all slots.
#[derive(Codec, Clone, Debug, PartialEq)]
struct Skipping {}

/// Keeps all slots.
#[derive(Codec, Clone, Debug, PartialEq)]
struct Keeping {
    /// The slots.
    #[codec(unknown)]
    unknown: UnknownFields,
}

fn compare(bytes: &[u8]) {
    skipped(bytes);
    scalars(bytes);
    same::<Peer>(bytes);
    same::<Inner>(bytes);
    same::<u64>(bytes);
    same::<i8>(bytes);
    same::<f64>(bytes);
    same::<char>(bytes);
    same::<String>(bytes);
    same::<Vec<i32>>(bytes);
    same::<Vec<Option<u16>>>(bytes);
    same::<Vec<Vec<f32>>>(bytes);
    same::<BTreeMap<i32, Inner>>(bytes);
    same::<BTreeMap<String, Vec<bool>>>(bytes);
    same::<(u8, Inner, Vec<String>)>(bytes);
}

/// One value's bytes, as rmp-serde and as we read them.
fn same<T>(bytes: &[u8])
where
    T: Codec + DecodeOwned + Debug + DeserializeOwned + PartialEq + Serialize,
{
    let mut reader = rmp_serde::Deserializer::new(Cursor::new(bytes));
    let Ok(theirs) = T::deserialize(&mut reader) else {
        return;
    };
    let taken = usize::try_from(reader.position()).expect("within the bytes");
    // Their own bytes of what they read have none of the differences but the order of a map, which is ours.
    let again = rmp_serde::to_vec(&theirs).expect("it was read");
    let ours = Wire::MsgPack.decode::<T>(&again);
    let canonical = ours.unwrap_or_else(|error| panic!("only we refuse: {error}: {theirs:?}"));
    assert_eq!(
        Wire::MsgPack.encode(&canonical).ok(),
        Some(again),
        "{canonical:?}"
    );
    match Wire::MsgPack.decode::<T>(&bytes[..taken]) {
        Ok(ours) => assert!(
            Wire::MsgPack.encode(&ours).ok() == Wire::MsgPack.encode(&canonical).ok()
                || has_numbered_entry(&mut &bytes[..taken]),
            "{ours:?}: {theirs:?}"
        ),
        Err(error) => assert!(
            stricter(&error) || has_numbered_entry(&mut &bytes[..taken]),
            "only we refuse: {error}: {theirs:?}"
        ),
    }
}

fn stricter(error: &Error) -> bool {
    let text = error.to_string();
    error.is_limit()
        || text.contains("found bytes")
        || text.contains("twice")
        || text.contains("does not fit `f")
        || text.contains("does not fit `u128`")
}

/// What a marker says.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Token<'a> {
    Nil,
    Bool(bool),
    Int(i128),
    Single(f32),
    Double(f64),
    Text(&'a [u8]),
    Bytes(&'a [u8]),
    Array(usize),
    Map(usize),
    Extension(i8, &'a [u8]),
}

/// Scalars are what rmp says they are.
fn scalars(bytes: &[u8]) {
    let mut rest = bytes;
    let Some(token) = token(&mut rest) else {
        assert!(Wire::MsgPack.decode::<u64>(bytes).is_err());
        return;
    };
    if !rest.is_empty() {
        assert!(Wire::MsgPack.decode::<u64>(bytes).is_err());
        assert!(Wire::MsgPack.decode::<String>(bytes).is_err());
        return;
    }
    let int = match token {
        Token::Int(int) => Some(int),
        _ => None,
    };
    macro_rules! integers {
        ($($ty:ident)*) => {$(
            let expected = int.and_then(|int| $ty::try_from(int).ok());
            assert_eq!(Wire::MsgPack.decode::<$ty>(bytes).ok(), expected, "{token:?}");
        )*};
    }
    integers!(u8 u16 u32 u64 i8 i16 i32 i64);
    let double = match token {
        Token::Int(int) => Some(int as f64).filter(|float| *float as i128 == int),
        Token::Single(float) => Some(float.into()),
        Token::Double(float) => Some(float),
        _ => None,
    };
    let ours: Option<f64> = Wire::MsgPack.decode(bytes).ok();
    assert_eq!(
        ours.map(f64::to_bits),
        double.map(f64::to_bits),
        "{token:?}"
    );
    let single = match token {
        Token::Int(int) => Some(int as f32).filter(|float| *float as i128 == int),
        Token::Single(float) => Some(float),
        Token::Double(float) => Some(float as f32),
        _ => None,
    };
    let ours: Option<f32> = Wire::MsgPack.decode(bytes).ok();
    assert_eq!(
        ours.map(f32::to_bits),
        single.map(f32::to_bits),
        "{token:?}"
    );
    let text = match token {
        Token::Text(text) => str::from_utf8(text).ok(),
        _ => None,
    };
    assert_eq!(Wire::MsgPack.decode::<&str>(bytes).ok(), text, "{token:?}");
    let flag = match token {
        Token::Bool(flag) => Some(flag),
        _ => None,
    };
    assert_eq!(Wire::MsgPack.decode::<bool>(bytes).ok(), flag, "{token:?}");
    if let Token::Bytes(found) = token {
        assert_eq!(Wire::MsgPack.decode::<&[u8]>(bytes).ok(), Some(found));
    }
}

/// What is skipped or kept must be a value, and a value is skipped and kept. Text must be UTF-8 only where it is read.
fn skipped(bytes: &[u8]) {
    let mut message = vec![0x91];
    message.extend_from_slice(bytes);
    let mut rest = bytes;
    let is_value = value(&mut rest, 0) && rest.is_empty();
    let skipped = Wire::MsgPack.decode::<Skipping>(&message);
    let kept = Wire::MsgPack.decode::<Keeping>(&message);
    assert_eq!(skipped.is_ok(), kept.is_ok(), "{skipped:?} {kept:?}");
    match kept {
        Ok(kept) => {
            assert!(is_value, "only rmp refuses");
            // Nil is what an absent field is: nothing to keep.
            let expected = if bytes == [0xc0] { vec![0x90] } else { message };
            assert_eq!(Wire::MsgPack.encode(&kept).ok(), Some(expected));
        }
        Err(error) => assert!(!is_value || error.is_limit(), "only we refuse: {error}"),
    }
}

/// Walks over one value. Deeper than we go it does not look, and takes all the rest.
fn value(rest: &mut &[u8], depth: u32) -> bool {
    if depth > 110 {
        return !std::mem::take(rest).is_empty();
    }
    let parts = match token(rest) {
        None => return false,
        Some(Token::Array(len)) => len,
        Some(Token::Map(len)) => len * 2,
        Some(_) => 0,
    };
    (0..parts).all(|_| value(rest, depth + 1))
}

/// Whether an integer is the key of a map anywhere in a value, which is walked over.
fn has_numbered_entry(rest: &mut &[u8]) -> bool {
    match token(rest) {
        Some(Token::Array(len)) => (0..len).fold(false, |has, _| has_numbered_entry(rest) || has),
        Some(Token::Map(len)) => (0..len).fold(false, |has, _| {
            let numbered = matches!(token(&mut { *rest }), Some(Token::Int(_)));
            let within = [has_numbered_entry(rest), has_numbered_entry(rest)];
            numbered || within.contains(&true) || has
        }),
        _ => false,
    }
}

/// One marker and its payload, read by rmp.
fn token<'a>(rest: &mut &'a [u8]) -> Option<Token<'a>> {
    let mut whole = *rest;
    let marker = read_marker(rest).ok()?;
    macro_rules! int {
        ($read:ident) => {
            Token::Int(rmp::decode::$read(&mut whole).ok()?.into())
        };
    }
    let token = match marker {
        Marker::FixPos(value) => return Some(Token::Int(value.into())),
        Marker::FixNeg(value) => return Some(Token::Int(value.into())),
        Marker::Null => return Some(Token::Nil),
        Marker::True => return Some(Token::Bool(true)),
        Marker::False => return Some(Token::Bool(false)),
        Marker::U8 => int!(read_u8),
        Marker::U16 => int!(read_u16),
        Marker::U32 => int!(read_u32),
        Marker::U64 => int!(read_u64),
        Marker::I8 => int!(read_i8),
        Marker::I16 => int!(read_i16),
        Marker::I32 => int!(read_i32),
        Marker::I64 => int!(read_i64),
        Marker::F32 => Token::Single(rmp::decode::read_f32(&mut whole).ok()?),
        Marker::F64 => Token::Double(rmp::decode::read_f64(&mut whole).ok()?),
        Marker::FixStr(_) | Marker::Str8 | Marker::Str16 | Marker::Str32 => {
            let len = rmp::decode::read_str_len(&mut whole).ok()?;
            Token::Text(take(&mut whole, len)?)
        }
        Marker::Bin8 | Marker::Bin16 | Marker::Bin32 => {
            let len = rmp::decode::read_bin_len(&mut whole).ok()?;
            Token::Bytes(take(&mut whole, len)?)
        }
        Marker::FixArray(_) | Marker::Array16 | Marker::Array32 => {
            Token::Array(rmp::decode::read_array_len(&mut whole).ok()? as usize)
        }
        Marker::FixMap(_) | Marker::Map16 | Marker::Map32 => {
            Token::Map(rmp::decode::read_map_len(&mut whole).ok()? as usize)
        }
        Marker::FixExt1
        | Marker::FixExt2
        | Marker::FixExt4
        | Marker::FixExt8
        | Marker::FixExt16
        | Marker::Ext8
        | Marker::Ext16
        | Marker::Ext32 => {
            let meta = rmp::decode::read_ext_meta(&mut whole).ok()?;
            Token::Extension(meta.typeid, take(&mut whole, meta.size)?)
        }
        Marker::Reserved => return None,
    };
    *rest = whole;
    Some(token)
}

fn take<'a>(rest: &mut &'a [u8], len: u32) -> Option<&'a [u8]> {
    let (taken, after) = rest.split_at_checked(usize::try_from(len).ok()?)?;
    *rest = after;
    Some(taken)
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| compare(bytes));
