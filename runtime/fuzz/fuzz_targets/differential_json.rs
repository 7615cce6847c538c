//! JSON against serde_json: what is valid, and which value it has.
//!
//! What serde_json accepts we must accept, with its value; what we accept must be JSON. These differences are choices, and the
//! comparison leaves room for them:
//!
//! - We take more than serde_json: integers in quotes, `1.0` and `1e2` for integers, `null` and nothing for what is absent.
//! - serde_json reads an `f32` through `f64` and rounds twice; we round once, as `str::parse` does. What is too large for a
//!   float is infinite to its `f32`, and an error to us.
//! - serde_json takes an array for a struct; we take an object only.
//! - The last of two equal keys of a map counts for serde_json; to us they are an error, as in a struct.
//! - serde_json does not look at what it skips as closely as at what it reads (numbers that are too large, lone surrogates), so what is
//!   skipped is only compared where it can also be read.
//! - serde_json nests 127 levels, we 100; here we are allowed more.

#![no_main]

use std::collections::BTreeMap;
use std::fmt::{Debug, Display};
use std::str::FromStr;

use everwire::{Codec, DecodeOwned, Error, Limits, Options, UnknownFields, Wire};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Skips all members.
#[derive(Codec, Clone, Debug, Deserialize, PartialEq)]
struct Skipping {}

/// Keeps all members.
#[derive(Codec, Clone, Debug, PartialEq)]
struct Keeping {
    /// The members.
    #[codec(unknown)]
    unknown: UnknownFields,
}

/// A struct for both.
#[derive(Codec, Clone, Debug, PartialEq, Deserialize, Serialize)]
struct Peer {
    #[codec(1)]
    a: u8,
    #[codec(2)]
    b: Option<i64>,
    #[codec(3)]
    c: Vec<f64>,
    #[codec(4)]
    d: Option<Box<Peer>>,
    #[codec(5)]
    e: Vec<String>,
}

fn compare(bytes: &[u8]) {
    skipped(bytes);
    if let Ok(text) = str::from_utf8(bytes) {
        let text = text.trim_matches([' ', '\t', '\n', '\r']);
        integer::<u8>(text);
        integer::<i32>(text);
        integer::<i64>(text);
        integer::<u64>(text);
        integer::<i128>(text);
        float::<f32>(text);
        float::<f64>(text);
    }
    let Ok(value) = serde_json::from_slice::<Value>(bytes) else {
        return;
    };
    same::<f64>(bytes);
    same::<i64>(bytes);
    same::<u64>(bytes);
    same::<u8>(bytes);
    same::<i128>(bytes);
    same::<u128>(bytes);
    same::<bool>(bytes);
    same::<char>(bytes);
    same::<String>(bytes);
    same::<Vec<f64>>(bytes);
    same::<Vec<i64>>(bytes);
    same::<Vec<u32>>(bytes);
    same::<Vec<String>>(bytes);
    same::<Vec<Option<bool>>>(bytes);
    same::<Vec<Vec<u16>>>(bytes);
    same::<(u8, String, f64)>(bytes);
    same::<BTreeMap<String, f64>>(bytes);
    same::<BTreeMap<i32, String>>(bytes);
    if is_object(&value) {
        same::<Peer>(bytes);
    }
}

fn is_object(value: &Value) -> bool {
    let nested = value
        .get("d")
        .is_none_or(|inner| inner.is_null() || is_object(inner));
    value.is_object() && nested
}

fn decode<T: DecodeOwned>(bytes: &[u8]) -> Result<T, Error> {
    let limits = Limits {
        depth: 200,
        ..Limits::DEFAULT
    };
    Options::new().limits(limits).decode(Wire::Json, bytes)
}

/// What is skipped or kept must be JSON, and JSON is skipped and kept.
fn skipped(bytes: &[u8]) {
    let mut text = b"{\"b\":".to_vec();
    text.extend_from_slice(bytes);
    text.push(b'}');
    let shown = || String::from_utf8_lossy(&text);
    let skipped = decode::<Skipping>(&text);
    let kept = decode::<Keeping>(&text);
    assert_eq!(
        skipped.is_ok(),
        kept.is_ok(),
        "{skipped:?} {kept:?} {}",
        shown()
    );
    match &kept {
        Ok(kept) => {
            let theirs = serde_json::from_slice::<Skipping>(&text);
            assert!(
                theirs.is_ok(),
                "only serde_json refuses: {theirs:?} {}",
                shown()
            );
            let again = Wire::Json
                .encode(kept)
                .expect("what was decoded can be encoded");
            assert_eq!(
                serde_json::from_slice::<Value>(&again).ok(),
                serde_json::from_slice::<Value>(&text).ok(),
                "{}",
                shown()
            );
        }
        Err(error) => {
            let theirs = serde_json::from_slice::<Value>(&text);
            assert!(theirs.is_err(), "only we refuse: {error} {}", shown());
        }
    }
    if str::from_utf8(bytes).is_ok() && serde_json::from_slice::<IgnoredAny>(bytes).is_err() {
        for refused in [decode::<f64>(bytes).err(), decode::<String>(bytes).err()] {
            assert!(
                refused.is_some(),
                "only serde_json refuses: {}",
                String::from_utf8_lossy(bytes)
            );
        }
    }
}

/// One value's text, as serde_json and as we read it.
fn same<T>(bytes: &[u8])
where
    T: Codec + DecodeOwned + Debug + DeserializeOwned + PartialEq + Serialize,
{
    let Ok(theirs) = serde_json::from_slice::<T>(bytes) else {
        return;
    };
    let ours = match decode::<T>(bytes) {
        Ok(ours) => ours,
        Err(error) if error.to_string().contains("twice") => return,
        Err(error) => panic!(
            "only we refuse: {error}: {theirs:?}: {}",
            String::from_utf8_lossy(bytes)
        ),
    };
    assert_eq!(ours, theirs, "{}", String::from_utf8_lossy(bytes));
    let (mine, yours) = (Wire::Json.encode(&ours), serde_json::to_vec(&theirs));
    assert_eq!(mine.ok(), yours.ok(), "{ours:?}");
}

/// A number of JSON is a float as `str::parse` has it, and none where it is too large.
fn float<T>(text: &str)
where
    T: DecodeOwned + Debug + FromStr + Display + PartialEq + Copy + Into<f64>,
{
    if !is_number(text) {
        return;
    }
    let expected = text
        .parse::<T>()
        .ok()
        .filter(|float| (*float).into().is_finite());
    let ours = decode::<T>(text.as_bytes());
    // `-0` and `0` are told apart.
    assert_eq!(
        ours.as_ref().ok().map(ToString::to_string),
        expected.map(|float| float.to_string()),
        "{text}: {ours:?}"
    );
}

/// A number of JSON is an integer where it is one exactly and in range, however it is written.
fn integer<T>(text: &str)
where
    T: DecodeOwned + Debug + PartialEq + TryFrom<i128>,
{
    if !is_number(text) {
        return;
    }
    let expected = exact(text).and_then(|number| T::try_from(number).ok());
    let ours = decode::<T>(text.as_bytes());
    assert_eq!(ours.as_ref().ok(), expected.as_ref(), "{text}: {ours:?}");
}

fn is_number(text: &str) -> bool {
    text.starts_with(|first: char| first == '-' || first.is_ascii_digit())
        && serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// The integer that a number of JSON is, if it is one of at most 128 bits.
fn exact(text: &str) -> Option<i128> {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let fraction = fraction.trim_end_matches('0');
    let digits = format!("{whole}{fraction}");
    let significant = digits.trim_start_matches('-').trim_matches('0');
    if significant.is_empty() {
        return Some(0);
    }
    let stripped = digits.trim_end_matches('0');
    let shift = i128::try_from(digits.len() - stripped.len()).ok()?
        - i128::try_from(fraction.len()).ok()?;
    let zeros = exponent.parse::<i128>().ok()?.checked_add(shift)?;
    let zeros = usize::try_from(zeros).ok().filter(|zeros| *zeros < 40)?;
    format!("{stripped}{}", "0".repeat(zeros)).parse().ok()
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| compare(bytes));
