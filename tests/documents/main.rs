//! Documents that JSON libraries are compared on, described by derived types: they come back from every wire as what serde_json
//! reads from the same text.
//!
//! The variable `EVERWIRE_TEST_DATA` names the folder that holds them.

mod canada;
mod citm;
mod twitter;

use std::fmt::Debug;
use std::path::Path;

use everwire::{Codec, DecodeOwned, Wire};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The text of a document, or a line that says that it is left out.
fn document(name: &str) -> Option<String> {
    let Some(folder) = std::env::var_os("EVERWIRE_TEST_DATA") else {
        println!("skipped: EVERWIRE_TEST_DATA is unset, so {name} is left out");
        return None;
    };
    let path = Path::new(&folder).join(name);
    match std::fs::read_to_string(&path) {
        Ok(text) => Some(text),
        Err(error) => panic!("{}: {error}", path.display()),
    }
}

fn comes_back<T>(name: &str)
where
    T: Codec + DecodeOwned + DeserializeOwned + Serialize + PartialEq + Debug,
{
    let Some(text) = document(name) else { return };
    let expected: T = serde_json::from_str(&text).unwrap();
    let read: T = everwire::json::from_str(&text).unwrap();
    assert!(read == expected, "{name} as JSON");
    for wire in Wire::ALL {
        let bytes = wire.encode(&read).unwrap();
        let back: T = wire.decode(&bytes).unwrap();
        assert!(back == expected, "{name} by {wire}");
        let mut reused = wire.decode(&bytes).unwrap();
        wire.decode_into::<T>(&mut reused, &bytes).unwrap();
        assert!(reused == expected, "{name} by {wire}, read over itself");
        assert_eq!(wire.encode(&back).unwrap(), bytes, "{name} by {wire}");
    }
    let written = everwire::json::to_string(&read).unwrap();
    assert!(
        written == serde_json::to_string(&expected).unwrap(),
        "{name}: serde_json writes other text"
    );
    let pretty = everwire::json::to_string_pretty(&read).unwrap();
    assert!(
        pretty == serde_json::to_string_pretty(&expected).unwrap(),
        "{name}: serde_json writes other text on many lines"
    );
    let mut original: Value = serde_json::from_str(&text).unwrap();
    let mut written: Value = serde_json::from_str(&written).unwrap();
    drop_null(&mut original);
    drop_null(&mut written);
    assert!(
        says_the_same(&written, &original),
        "{name}: the text says something else"
    );
}

/// Whether two texts say the same; a field of floats may have written a whole number with a point.
fn says_the_same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => {
            one == other || (one.is_f64() != other.is_f64() && one.as_f64() == other.as_f64())
        }
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .zip(other)
                    .all(|(one, other)| says_the_same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(name, one)| {
                    other
                        .get(name)
                        .is_some_and(|other| says_the_same(one, other))
                })
        }
        _ => one == other,
    }
}

/// Leaves members out that are null: for an `Option` they say the same as absent ones.
fn drop_null(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.retain(|_, member| !member.is_null());
            members.values_mut().for_each(drop_null);
        }
        Value::Array(elements) => elements.iter_mut().for_each(drop_null),
        _ => {}
    }
}
