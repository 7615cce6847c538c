//! The table of defined answers: what each wire says to what it should not have been sent.

use std::collections::BTreeMap;

use everwire::{Decode, Error, UnknownFields, Wire};
use everwire_tests::unhex;
use serde_json::Value;

use super::shapes::{Borrowed, Closed, Everything, Inner};

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
        let bytes = if wire == Wire::Json { input.as_bytes().to_vec() } else { unhex(input) };
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
fn json_answers() {
    answers::<Everything>(Wire::Json, &[
        // Duplicate keys: the last one counts; two variants of a oneof do not go together.
        (r#"{"text":"a","text":"b"}"#, r#"ok: {"text":"b"}"#),
        (r#"{"numbers":[1],"numbers":[2]}"#, r#"ok: {"numbers":[2]}"#),
        (r#"{"inner":{"sku":"a"},"inner":{"quantity":1}}"#, r#"ok: {"inner":{"quantity":1,"sku":""}}"#),
        (r#"{"labels":{"k":"1","k":"2"}}"#, r#"ok: {"labels":{"k":"2"}}"#),
        (r#"{"labels":{"a":"1"},"labels":{"b":"2"}}"#, r#"ok: {"labels":{"b":"2"}}"#),
        (r#"{"closed":"One","closed":"New"}"#, r#"ok: {"closed":"One"} and 1 unknown"#),
        (r#"{"Count":1,"Count":2}"#, r#"ok: {"Count":2}"#),
        (r#"{"Count":1,"Cancelled":{}}"#, "Everything.Cancelled: another variant of the same oneof is set already (json, byte 23)"),
        (r#"{"maybe":1,"maybe":null}"#, r#"ok: {"maybe":1}"#),
        // Wrong types.
        (r#"[]"#, "ok: {}"),
        (r#""text""#, "Everything: expected object, found string (json, byte 0)"),
        (r#"7"#, "Everything: expected object, found number (json, byte 0)"),
        (r#"null"#, "Everything: expected object, found null (json, byte 0)"),
        (r#"{"flag":1}"#, "Everything.flag: expected bool, found number (json, byte 8)"),
        (r#"{"flag":"true"}"#, "Everything.flag: expected bool, found string (json, byte 8)"),
        (r#"{"small":true}"#, "Everything.small: expected integer, found bool (json, byte 9)"),
        (r#"{"small":"seven"}"#, "Everything.small: expected integer, found string (json, byte 9)"),
        (r#"{"small":"7"}"#, r#"ok: {"small":7}"#),
        (r#"{"text":7}"#, "Everything.text: expected string, found number (json, byte 8)"),
        (r#"{"text":["a"]}"#, "Everything.text: expected string, found array (json, byte 8)"),
        (r#"{"letter":"ab"}"#, "Everything.letter: expected one character, found a longer string (json, byte 10)"),
        (r#"{"letter":""}"#, "ok: {}"),
        (r#"{"bytes":{}}"#, "Everything.bytes: expected base64 text, found object (json, byte 9)"),
        (r#"{"bytes":"*"}"#, "Everything.bytes: the text is not base64 (json, byte 9)"),
        (r#"{"bytes":[256]}"#, "Everything.bytes: the number does not fit `u8` (json, byte 10)"),
        (r#"{"numbers":{}}"#, "Everything.numbers: expected array, found object (json, byte 11)"),
        (r#"{"numbers":[1,"x"]}"#, "Everything.numbers[1]: expected integer, found string (json, byte 14)"),
        (r#"{"inner":"x"}"#, "Everything.inner: expected object, found string (json, byte 9)"),
        (r#"{"lines":[{},{"sku":{}}]}"#, "Everything.lines[1].sku: expected string, found object (json, byte 20)"),
        (r#"{"labels":[]}"#, "Everything.labels: expected object, found array (json, byte 10)"),
        (r#"{"labels":{"k":1}}"#, r#"Everything.labels["k"]: expected string, found number (json, byte 15)"#),
        (r#"{"counts":{"x":{}}}"#, r#"Everything.counts["x"]: expected integer, found string (json, byte 11)"#),
        (r#"{"counts":{"1":{"quantity":"x"}}}"#, r#"Everything.counts["1"].quantity: expected integer, found string (json, byte 27)"#),
        (r#"{"closed":true}"#, "Everything.closed: expected name or number of an enum, found bool (json, byte 10)"),
        (r#"{"Placed":7}"#, "Everything.Placed: expected object, found number (json, byte 10)"),
        (r#"{"shapes":[7]}"#, "Everything.shapes[0]: expected object or name of a variant, found number (json, byte 11)"),
        (r#"{"shapes":["Circle"]}"#, "Everything.shapes[0].Circle: expected object with the variant's payload, found string (json, byte 11)"),
        (r#"{"shapes":[{"Circle":1,"Empty":null}]}"#, "Everything.shapes[0]: another variant of the same oneof is set already (json, byte 23)"),
        (r#"{"pair":{}}"#, "ok: {}"),
        (r#"{"pair":[1,2]}"#, "Everything.pair.f2: expected string, found number (json, byte 11)"),
        (r#"{"triple":[1,2]}"#, "Everything.triple: expected 3 elements, found 2 (json, byte 10)"),
        (r#"{"triple":[1,2,3,4]}"#, "Everything.triple: expected 3 elements, found 4 (json, byte 10)"),
        (r#"{"child":{"child":{"flag":0}}}"#, "Everything.child.child.flag: expected bool, found number (json, byte 26)"),
        (r#"{"span":7}"#, r#"Everything.span: expected duration such as "1.5s", found number (json, byte 8)"#),
        (r#"{"span":"7"}"#, "Everything.span: the text is not a duration such as `1.5s` (json, byte 8)"),
        (r#"{"span":"-7s"}"#, "Everything.span: the number does not fit `Duration` (json, byte 8)"),
        (r#"{"span":"99999999999999999999s"}"#, "Everything.span: the text is not a duration such as `1.5s` (json, byte 8)"),
        (r#"{"when":"yesterday"}"#, "Everything.when: the text is not a timestamp in RFC 3339 (json, byte 8)"),
        (r#"{"when":"2024-02-30T00:00:00Z"}"#, "Everything.when: the text is not a timestamp in RFC 3339 (json, byte 8)"),
        (r#"{"when":"2024-02-29T23:59:60Z"}"#, "Everything.when: the text is not a timestamp in RFC 3339 (json, byte 8)"),
        // Numbers out of range.
        (r#"{"small":256}"#, "Everything.small: the number does not fit `u8` (json, byte 9)"),
        (r#"{"small":-1}"#, "Everything.small: the number does not fit `u8` (json, byte 9)"),
        (r#"{"small":1.5}"#, "Everything.small: expected integer, found number with a fraction (json, byte 9)"),
        (r#"{"small":2.0e1}"#, r#"ok: {"small":20}"#),
        (r#"{"wide":18446744073709551616}"#, "Everything.wide: the number does not fit `u64` (json, byte 8)"),
        (r#"{"wide":1e400}"#, "Everything.wide: the number does not fit `u64` (json, byte 8)"),
        (r#"{"long":-9223372036854775809}"#, "Everything.long: the number does not fit `i64` (json, byte 8)"),
        (r#"{"huge":170141183460469231731687303715884105728}"#, "Everything.huge: the number does not fit `i128` (json, byte 8)"),
        (r#"{"single":1e39}"#, "Everything.single: the number does not fit `f32` (json, byte 10)"),
        (r#"{"single":"NaN"}"#, r#"ok: {"single":"NaN"}"#),
        (r#"{"double":1e309}"#, "Everything.double: the number does not fit `f64` (json, byte 10)"),
        (r#"{"double":"-Infinity"}"#, r#"ok: {"double":"-Infinity"}"#),
        (r#"{"closed":2147483648}"#, "Everything.closed: the number does not fit `i32` (json, byte 10)"),
        (r#"{"open":2147483648}"#, "Everything.open: the number does not fit `i32` (json, byte 8)"),
        // What is no JSON.
        (r#"{"small":01}"#, "Everything.small: the number breaks JSON's grammar (json, byte 9)"),
        (r#"{"small":+1}"#, "Everything.small: expected a value (json, byte 9)"),
        (r#"{"double":1.}"#, "Everything.double: the number breaks JSON's grammar (json, byte 10)"),
        (r#"{"double":.5}"#, "Everything.double: expected a value (json, byte 10)"),
        (r#"{"double":NaN}"#, "Everything.double: expected a value (json, byte 10)"),
        (r#"{"x":1.}"#, "Everything: the number breaks JSON's grammar (json, byte 5)"),
        (r#"{'small':1}"#, "Everything: expected a key in quotes (json, byte 1)"),
        (r#"{small:1}"#, "Everything: expected a key in quotes (json, byte 1)"),
        (r#"{"small":1,}"#, "Everything: expected a key in quotes (json, byte 11)"),
        (r#"{"small" 1}"#, "Everything: expected `:` (json, byte 9)"),
        (r#"{"small":1 "flag":true}"#, "Everything: expected `,` or `}` (json, byte 11)"),
        (r#"{"numbers":[1,]}"#, "Everything.numbers[1]: expected a value (json, byte 14)"),
        (r#"{"numbers":[1 2]}"#, "Everything.numbers: expected `,` or `]` (json, byte 14)"),
        (r#"{"flag":tru}"#, "Everything.flag: expected `true` (json, byte 8)"),
        (r#"{"flag":truetrue}"#, "Everything: expected `,` or `}` (json, byte 12)"),
        (r#"{"maybe":nul}"#, "Everything.maybe: expected `null` (json, byte 9)"),
        (r#"// {}"#, "Everything: expected a value (json, byte 0)"),
        ("\u{feff}{}", "Everything: expected a value (json, byte 0)"),
        // Text.
        ("{\"text\":\"a\nb\"}", "Everything.text: a control character in a string must be escaped (json, byte 10)"),
        (r#"{"text":"\x41"}"#, "Everything.text: no such escape in a string (json, byte 9)"),
        (r#"{"text":"\u00g0"}"#, r#"Everything.text: `\u` is followed by four hexadecimal digits (json, byte 13)"#),
        (r#"{"text":"\ud800"}"#, "Everything.text: half of a surrogate pair stands alone (json, byte 9)"),
        (r#"{"text":"\ud800\u0041"}"#, "Everything.text: half of a surrogate pair stands alone (json, byte 9)"),
        (r#"{"text":"\udc00"}"#, "Everything.text: half of a surrogate pair stands alone (json, byte 9)"),
        (r#"{"x":"\ud800"}"#, "Everything: half of a surrogate pair stands alone (json, byte 6)"),
        (r#"{"\ud800":1}"#, "Everything: half of a surrogate pair stands alone (json, byte 2)"),
        (r#"{"labels":{"\ud800":""}}"#, "Everything.labels: half of a surrogate pair stands alone (json, byte 12)"),
        (r#"{"labels":{"k":"\ud800"}}"#, r#"Everything.labels["k"]: half of a surrogate pair stands alone (json, byte 16)"#),
        (r#"{"text":"\ud83d\ude00"}"#, r#"ok: {"text":"😀"}"#),
        // The end.
        (r#""#, "ok: {}"),
        (r#"{"#, "Everything: the input ends within a value (json, byte 1)"),
        (r#"{"text":"a"#, "Everything.text: the input ends within a value (json, byte 10)"),
        (r#"{} x"#, "Everything: bytes follow the value (json, byte 3)"),
        (r#"{}{}"#, "Everything: bytes follow the value (json, byte 2)"),
        (r#"{}]"#, "Everything: bytes follow the value (json, byte 2)"),
    ]);
}

#[test]
fn json_answers_to_bytes_that_are_not_utf_8() {
    for (bytes, expected) in [
        (&b"{\"text\":\"a\xff\"}"[..], "Everything.text: the text is not UTF-8 (json, byte 8)"),
        (b"{\"labels\":{\"\xc3\":\"\"}}", "Everything.labels: the text is not UTF-8 (json, byte 11)"),
        (b"{\"labels\":{\"k\":\"\xed\xa0\x80\"}}", "Everything.labels[\"k\"]: the text is not UTF-8 (json, byte 15)"),
        (b"{\"\xff\":1}", "Everything: the text is not UTF-8 (json, byte 1)"),
        (b"{\"x\":\"\xff\"}", "Everything: the text is not UTF-8 (json, byte 5)"),
        (b"\xff{}", "Everything: expected a value (json, byte 0)"),
    ] {
        assert_eq!(Wire::Json.decode::<Everything>(bytes).unwrap_err().to_string(), expected);
    }
}

#[test]
fn messagepack_answers() {
    answers::<Inner>(Wire::MsgPack, &[
        // Wrong types.
        ("c0", "Inner: expected array, found nil (msgpack, byte 0)"),
        ("07", "Inner: expected array, found integer (msgpack, byte 0)"),
        ("a161", "Inner: expected array, found string (msgpack, byte 0)"),
        ("91 07", "Inner.sku: expected string, found integer (msgpack, byte 1)"),
        ("91 c3", "Inner.sku: expected string, found bool (msgpack, byte 1)"),
        ("91 90", "Inner.sku: expected string, found array (msgpack, byte 1)"),
        ("91 80", "Inner.sku: expected string, found map (msgpack, byte 1)"),
        ("91 c4 01 61", "Inner.sku: expected string, found bytes (msgpack, byte 1)"),
        ("92 a0 a137", "Inner.quantity: expected integer, found string (msgpack, byte 2)"),
        ("92 a0 c3", "Inner.quantity: expected integer, found bool (msgpack, byte 2)"),
        ("92 a0 cb 3ff0000000000000", "Inner.quantity: expected integer, found float (msgpack, byte 2)"),
        ("92 a0 d4 01 00", "Inner.quantity: expected integer, found extension (msgpack, byte 2)"),
        // Nil is absent.
        ("92 c0 c0", "ok: {}"),
        // Numbers out of range.
        ("92 a0 ff", "Inner.quantity: the number does not fit `u32` (msgpack, byte 2)"),
        ("92 a0 cf 0000000100000000", "Inner.quantity: the number does not fit `u32` (msgpack, byte 2)"),
        ("92 a0 d3 ffffffffffffffff", "Inner.quantity: the number does not fit `u32` (msgpack, byte 2)"),
        ("92 a0 cf 0000000000000007", r#"ok: {"quantity":7}"#),
        // Maps: by number or name; the last of two counts.
        ("82 01 a161 01 a162", r#"ok: {"sku":"b"}"#),
        ("82 a3736b75 a161 a8 7175616e74697479 07", r#"ok: {"quantity":7,"sku":"a"}"#),
        ("81 c3 00", "Inner: expected a field's number or name, found bool (msgpack, byte 1)"),
        ("81 ff 00", "Inner: expected a field's number or name, found integer (msgpack, byte 1)"),
        ("81 cf 0000000100000000 00", "Inner: a field's number is above 4294967295 (msgpack, byte 1)"),
        ("81 90 00", "Inner: expected a field's number or name, found array (msgpack, byte 1)"),
        // Text.
        ("91 a1ff", "Inner.sku: the text is not UTF-8 (msgpack, byte 2)"),
        ("91 a3eda080", "Inner.sku: the text is not UTF-8 (msgpack, byte 2)"),
        ("81 a1ff 00", "Inner: the text is not UTF-8 (msgpack, byte 2)"),
        // A marker that no value has.
        ("c1", "Inner: the marker 0xc1 is never used (msgpack, byte 0)"),
        ("91 c1", "Inner.sku: the marker 0xc1 is never used (msgpack, byte 1)"),
        ("93 a0 00 c1", "Inner: the marker 0xc1 is never used (msgpack, byte 3)"),
        // The end.
        ("", "Inner: the input ends within a value (msgpack, byte 0)"),
        ("92 a0", "Inner: the input ends within a value (msgpack, byte 1)"),
        ("93 a0 00 91", "Inner: the input ends within a value (msgpack, byte 4)"),
        ("92 a0 00 00", "Inner: bytes follow the value (msgpack, byte 3)"),
        ("90 c0", "Inner: bytes follow the value (msgpack, byte 1)"),
    ]);
    answers::<Everything>(Wire::MsgPack, &[
        ("81 02 cd0100", "Everything.small: the number does not fit `u8` (msgpack, byte 5)"),
        ("81 07 cf ffffffffffffffff", r#"ok: {"huge":18446744073709551615}"#),
        ("81 07 c4 01 00", "Everything.huge: expected 16 bytes, found bytes (msgpack, byte 2)"),
        ("81 08 ce 01000001", "Everything.single: the number does not fit `f32` (msgpack, byte 2)"),
        ("81 08 ce 01000000", r#"ok: {"single":16777216.0}"#),
        ("81 09 cf 0020000000000001", "Everything.double: the number does not fit `f64` (msgpack, byte 2)"),
        ("81 0a a26162", "Everything.letter: expected one character, found a longer string (msgpack, byte 5)"),
        ("81 0a a0", "ok: {}"),
        ("81 0c 93 01 02 03", r#"ok: {"bytes":"AQID"}"#),
        ("81 0c 92 01 cd0100", "Everything.bytes: the number does not fit `u8` (msgpack, byte 2)"),
        ("81 0e 92 01 a0", "Everything.numbers[1]: expected integer, found string (msgpack, byte 4)"),
        ("81 12 92 90 91 07", "Everything.lines[1].sku: expected string, found integer (msgpack, byte 5)"),
        ("81 13 82 a16b a131 a16b a132", r#"ok: {"labels":{"k":"2"}}"#),
        ("81 13 81 01 a0", "Everything.labels: expected string, found integer (msgpack, byte 3)"),
        ("81 13 81 a16b 01", r#"Everything.labels["k"]: expected string, found integer (msgpack, byte 5)"#),
        ("81 13 81 a1ff a0", "Everything.labels: the text is not UTF-8 (msgpack, byte 4)"),
        ("81 14 81 a161 90", "Everything.counts: expected integer, found string (msgpack, byte 3)"),
        ("81 15 09", "ok: {} and 1 unknown"),
        ("81 15 a34e6577", "ok: {} and 1 unknown"),
        ("81 15 c3", "Everything.closed: expected an enum's number or name, found bool (msgpack, byte 2)"),
        ("81 15 ce ffffffff", "Everything.closed: the number does not fit `i32` (msgpack, byte 2)"),
        ("82 18 90 19 01", "Everything.Count: another variant of the same oneof is set already (msgpack, byte 4)"),
        ("82 19 01 19 02", r#"ok: {"Count":2}"#),
        ("81 1b 92 01 ce 3b9aca00", "Everything.span: the number does not fit `Duration` (msgpack, byte 2)"),
        ("81 1b 91 01", "Everything.span: expected 2 elements, found 1 (msgpack, byte 2)"),
        ("81 1b 92 ff 00", "Everything.span: the number does not fit `Duration` (msgpack, byte 5)"),
        ("81 1b 92 01 ff", "Everything.span: the number does not fit `Duration` (msgpack, byte 2)"),
        ("81 1c d6ff 00000000", r#"ok: {"when":"1970-01-01T00:00:00Z"}"#),
        ("81 1c d600 00000000", "Everything.when: expected timestamp, found extension (msgpack, byte 2)"),
        ("81 1c d5ff 0000", "Everything.when: a timestamp has 4, 8 or 12 bytes (msgpack, byte 6)"),
        ("81 1c d7ff ffffffffffffffff", "Everything.when: the number does not fit `Timestamp` (msgpack, byte 12)"),
        ("81 1c c70cff 00000000 7fffffffffffffff", "ok: in JSON, Everything: the time lies outside of the years 1 to 9999, which RFC 3339 can write (json, byte 0)"),
        ("81 1e 91 92 01 07", r#"ok: {"shapes":[{"Circle":7.0}]}"#),
        ("81 1e 91 93 01 07 07", "Everything.shapes[0]: expected 2 elements, found 3 (msgpack, byte 3)"),
        ("81 1e 91 92 01 a0", "Everything.shapes[0]: expected float, found string (msgpack, byte 5)"),
        ("81 1e 91 92 02 09", "ok: {}"),
        ("81 1e 91 92 63 09", "ok: in JSON, Everything: an unknown variant that came from another wire cannot be written (json, byte 0)"),
        ("81 20 92 01 02", "Everything.triple: expected 3 elements, found 2 (msgpack, byte 5)"),
        ("81 23 92 c0 01", r#"ok: {"gaps":[null,1]}"#),
        ("81 0e 92 c0 01", "Everything.numbers[0]: expected integer, found nil (msgpack, byte 3)"),
        ("81 21 81 21 81 01 07", "Everything.child.child.flag: expected bool, found integer (msgpack, byte 6)"),
    ]);
}

#[test]
fn protobuf_answers() {
    answers::<Inner>(Wire::Protobuf, &[
        // Another wire type than the field's is an unknown field.
        ("08 01", "ok: {} and 1 unknown"),
        ("12 00", "ok: {} and 1 unknown"),
        ("15 00000000", "ok: {} and 1 unknown"),
        // The last one counts.
        ("0a0161 0a0162 10 01 10 02", r#"ok: {"quantity":2,"sku":"b"}"#),
        // Text.
        ("0a 01 ff", "Inner.sku: the text is not UTF-8 (protobuf, byte 2)"),
        ("0a 03 eda080", "Inner.sku: the text is not UTF-8 (protobuf, byte 2)"),
        // A varint too wide is cut to the field's 32 bits, as the specification demands.
        ("10 8180808010", r#"ok: {"quantity":1}"#),
        ("10 ffffffffffffffffff01", r#"ok: {"quantity":4294967295}"#),
        ("10 ffffffffffffffffff7f", r#"ok: {"quantity":4294967295}"#),
        ("10 ffffffffffffffffffff01", "Inner.quantity: a varint is longer than ten bytes (protobuf, byte 11)"),
        // Tags.
        ("00", "Inner: a tag has a field number outside 1 to 536870911 (protobuf, byte 1)"),
        ("02 00", "Inner: a tag has a field number outside 1 to 536870911 (protobuf, byte 1)"),
        ("0e", "Inner: a tag has the wire type 6 or 7, which do not exist (protobuf, byte 1)"),
        ("1f", "Inner: a tag has the wire type 6 or 7, which do not exist (protobuf, byte 1)"),
        ("8080808010 00", "Inner: a tag has a field number outside 1 to 536870911 (protobuf, byte 5)"),
        ("f8ffffff0f 00", "ok: {} and 1 unknown"),
        ("8880808000 00", "ok: {} and 1 unknown"),
        // Groups.
        ("1b 1c", "ok: {} and 1 unknown"),
        ("1b 24", "Inner: a group ends with another field's number (protobuf, byte 2)"),
        ("1c", "Inner: a group ends that did not begin (protobuf, byte 1)"),
        ("1b 08 01", "Inner: the input ends within a value (protobuf, byte 3)"),
        ("1b", "Inner: the input ends within a value (protobuf, byte 1)"),
        // The end.
        ("0a", "Inner.sku: the input ends within a value (protobuf, byte 1)"),
        ("0a 02 61", "Inner.sku: the input ends within a value (protobuf, byte 2)"),
        ("10", "Inner.quantity: the input ends within a value (protobuf, byte 1)"),
        ("10 80", "Inner.quantity: the input ends within a value (protobuf, byte 2)"),
        ("18", "Inner: the input ends within a value (protobuf, byte 1)"),
        ("1d 000000", "Inner: the input ends within a value (protobuf, byte 1)"),
        ("19 00000000000000", "Inner: the input ends within a value (protobuf, byte 1)"),
        ("1a 02 00", "Inner: the input ends within a value (protobuf, byte 2)"),
    ]);
    answers::<Everything>(Wire::Protobuf, &[
        ("", ""),
        ("10 8002", "Everything.small: the number does not fit `u8` (protobuf, byte 3)"),
        ("3a 01 00", "Everything.huge: expected 16 elements, found 1 (protobuf, byte 3)"),
        ("52 00", "ok: {}"),
        ("52 02 6162", "Everything.letter: expected one character, found a longer string (protobuf, byte 4)"),
        ("72 02 0180", "Everything.numbers[1]: the input ends within a value (protobuf, byte 4)"),
        ("72 03 018001 70 05", r#"ok: {"numbers":[1,128,5]}"#),
        ("78 01 7a 01 02", r#"ok: {"loose":[1,2]}"#),
        ("92010308 0101", "Everything.lines[0]: a tag has a field number outside 1 to 536870911 (protobuf, byte 6)"),
        ("92 01 00 92 01 03 0a 01 ff", "Everything.lines[1].sku: the text is not UTF-8 (protobuf, byte 8)"),
        ("9a01 00", r#"ok: {"labels":{"":""}}"#),
        ("9a01 05 0a016b 0801", r#"ok: {"labels":{"k":""}}"#),
        ("9a01 06 0a016b 1201ff", r#"Everything.labels["k"]: the text is not UTF-8 (protobuf, byte 8)"#),
        ("9a01 06 0a01ff 120161", r#"Everything.labels[""]: the text is not UTF-8 (protobuf, byte 5)"#),
        ("a201 05 0801 1201ff", r#"Everything.counts["1"]: the input ends within a value (protobuf, byte 8)"#),
        ("a801 09", "ok: {} and 1 unknown"),
        ("ba01 02 0109", r#"ok: {"closeds":["One"]} and 1 unknown"#),
        ("c201 00 c801 07", r#"ok: {"Count":7}"#),
        ("c801 07 c201 02 1001", r#"ok: {"Placed":{"quantity":1,"sku":""}}"#),
        ("da01 02 1001", r#"ok: {"span":"0.000000001s"}"#),
        ("da01 0b 08 ffffffffffffffffff01", "Everything.span: the number does not fit `Duration` (protobuf, byte 14)"),
        ("da01 06 10 80ec94dc03", r#"ok: {"span":"0.998585856s"}"#),
        ("e201 0b 10 ffffffffffffffffff01", "Everything.when: the number does not fit `Timestamp` (protobuf, byte 14)"),
        ("e201 0a 08 ffffffffffffffff7f", "ok: in JSON, Everything: the time lies outside of the years 1 to 9999, which RFC 3339 can write (json, byte 0)"),
        ("f201 02 1009", "ok: {} and 1 unknown"),
        ("f201 00", r#"ok: {"shapes":[{}]}"#),
        ("f201 02 1809", "ok: in JSON, Everything: an unknown variant that came from another wire cannot be written (json, byte 0)"),
        ("820202 0101", "Everything.triple: expected 3 elements, found 2 (protobuf, byte 5)"),
        ("9302 9402", r#"ok: {"group":{"quantity":0,"sku":""}}"#),
        ("9302 0a01ff 9402", "Everything.group.sku: the text is not UTF-8 (protobuf, byte 4)"),
        ("9302 10", "Everything.group.quantity: the input ends within a value (protobuf, byte 3)"),
        ("8a0203 8a02 01", "Everything.child.child: the input ends within a value (protobuf, byte 6)"),
        ("8a0205 8a0202 0801", r#"ok: {"child":{"by_kind":{},"bytes":"","child":{"by_kind":{},"bytes":"","child":null,"closed":"Zero","closeds":[],"counts":{},"double":0.0,"fixed":0,"flag":true,"gaps":[],"group":null,"huge":0,"inner":{"quantity":0,"sku":""},"labels":{},"letter":"\u0000","lines":[],"long":0,"loose":[],"matrix":[],"maybe":null,"names":[],"numbers":[],"open":"Zero","pair":[0,""],"shapes":[],"signed":0,"single":0.0,"small":0,"span":"0s","text":"","triple":[0,0,0],"when":null,"wide":0},"closed":"Zero","closeds":[],"counts":{},"double":0.0,"fixed":0,"flag":false,"gaps":[],"group":null,"huge":0,"inner":{"quantity":0,"sku":""},"labels":{},"letter":"\u0000","lines":[],"long":0,"loose":[],"matrix":[],"maybe":null,"names":[],"numbers":[],"open":"Zero","pair":[0,""],"shapes":[],"signed":0,"single":0.0,"small":0,"span":"0s","text":"","triple":[0,0,0],"when":null,"wide":0}}"#),
    ]);
}

#[test]
fn a_root_that_is_no_message_answers_too() {
    for (wire, bytes, expected) in [
        (Wire::Protobuf, &b"\x08\x09"[..], "Closed: the enum has no value 9 (protobuf, byte 2)"),
        (Wire::MsgPack, b"\x09", "Closed: the enum has no value 9 (msgpack, byte 1)"),
        (Wire::MsgPack, b"\xa1x", "Closed: the enum has no value `x` (msgpack, byte 0)"),
        (Wire::Json, b"\"New\"", "Closed: the enum has no value `New` (json, byte 0)"),
        (Wire::Json, b"9", "Closed: the enum has no value 9 (json, byte 0)"),
        (Wire::Json, b"null", "Closed: expected name or number of an enum, found null (json, byte 0)"),
    ] {
        assert_eq!(wire.decode::<Closed>(bytes).unwrap_err().to_string(), expected);
    }
}

#[test]
fn what_json_cannot_lend_names_cow() {
    let answer = |json: &'static str| match Wire::Json.decode::<Borrowed<'_>>(json.as_bytes()) {
        Ok(_) => "ok".to_owned(),
        Err(error) => error.to_string(),
    };
    let refused = "the value does not stand in the input as it is, so `&str` cannot borrow it; use `Cow<str>`";
    assert_eq!(answer(r#"{"name":"a\nb"}"#), format!("Borrowed.name: {refused} (json, byte 8)"));
    assert_eq!(answer(r#"{"words":["a","\u0041"]}"#), format!("Borrowed.words[1]: {refused} (json, byte 14)"));
    assert_eq!(answer(r#"{"labels":{"\n":""}}"#), format!("Borrowed.labels[\"\\n\"]: {refused} (json, byte 11)"));
    assert_eq!(answer(r#"{"labels":{"k":"\n"},"token":"AA=="}"#), "ok");
}
