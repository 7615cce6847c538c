//! The table of defined answers: what each wire says to what it should not have been sent.

mod json;
mod msgpack;
mod protobuf;

use std::collections::BTreeMap;

use everwire::{Decode, Error, UnknownFields, Wire};
use everwire_tests::unhex;
use serde_json::Value;

use super::shapes::Closed;

/// What differs from an empty message, as JSON, and how many unknown fields were kept.
fn written<T: for<'de> Decode<'de>>(value: &T) -> String {
    let members = |value: &T| -> Result<BTreeMap<String, Value>, Error> {
        let json = Wire::Json.encode(value)?;
        Ok(serde_json::from_slice(&json).unwrap())
    };
    let empty = members(&T::absent().unwrap()).unwrap();
    let mut members = match members(value) {
        Ok(members) => members,
        Err(error) => return format!("in JSON, {error}"),
    };
    members.retain(|name, member| empty.get(name) != Some(member));
    let text = serde_json::to_string(&members).unwrap();
    match value.unknown().map_or(0, UnknownFields::len) {
        0 => text,
        count => format!("{text} and {count} unknown"),
    }
}

/// Checks the answer to each input: the error's text, or `ok: ` and what the value is.
fn answers<T: for<'de> Decode<'de>>(wire: Wire, table: &[(&str, &str)]) {
    let mut wrong = String::new();
    for (input, expected) in table {
        let bytes = if wire == Wire::Json {
            input.as_bytes().to_vec()
        } else {
            unhex(input)
        };
        let answer = match wire.decode::<T>(&bytes) {
            Ok(value) => format!("ok: {}", written(&value)),
            Err(error) => error.to_string(),
        };
        if answer != *expected {
            wrong += &format!("        (r#\"{input}\"#, r#\"{answer}\"#),\n");
        }
    }
    assert!(wrong.is_empty(), "{wire} answers otherwise:\n{wrong}");
}

#[test]
fn a_root_that_is_no_message_answers_too() {
    for (wire, bytes, expected) in [
        (
            Wire::Protobuf,
            &b"\x08\x09"[..],
            "Closed: the enum has no value 9 (protobuf, byte 2)",
        ),
        (
            Wire::MsgPack,
            b"\x09",
            "Closed: the enum has no value 9 (msgpack, byte 1)",
        ),
        (
            Wire::MsgPack,
            b"\xa1x",
            "Closed: the enum has no value `x` (msgpack, byte 0)",
        ),
        (
            Wire::Json,
            b"\"New\"",
            "Closed: the enum has no value `New` (json, byte 0)",
        ),
        (
            Wire::Json,
            b"9",
            "Closed: the enum has no value 9 (json, byte 0)",
        ),
        (
            Wire::Json,
            b"null",
            "Closed: expected name or number of an enum, found null (json, byte 0)",
        ),
    ] {
        assert_eq!(
            wire.decode::<Closed>(bytes).unwrap_err().to_string(),
            expected
        );
    }
}
