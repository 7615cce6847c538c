//! What JSON answers.

use everwire::Wire;

use super::answers;
use crate::shapes::{Borrowed, Everything};

#[test]
#[rustfmt::skip]
fn json_answers() {
    answers::<Everything>(Wire::Json, &[
        // A field, or a oneof, is given once.
        (r#"{"text":"a","text":"b"}"#, r#"Everything.text: the field is given twice (json, byte 19)"#),
        (r#"{"numbers":[1],"numbers":[2]}"#, r#"Everything.numbers: the field is given twice (json, byte 25)"#),
        (r#"{"inner":{"sku":"a"},"inner":{"quantity":1}}"#, r#"Everything.inner: the field is given twice (json, byte 29)"#),
        (r#"{"labels":{"k":"1","k":"2"}}"#, r#"ok: {"labels":{"k":"2"}}"#),
        (r#"{"labels":{"a":"1"},"labels":{"b":"2"}}"#, r#"Everything.labels: the field is given twice (json, byte 29)"#),
        (r#"{"closed":"One","closed":"New"}"#, r#"Everything.closed: the field is given twice (json, byte 25)"#),
        (r#"{"Count":1,"Count":2}"#, "Everything.Count: the field is given twice (json, byte 19)"),
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
        (r#""#, "Everything: the input ends within a value (json, byte 0)"),
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
        (
            &b"{\"text\":\"a\xff\"}"[..],
            "Everything.text: the text is not UTF-8 (json, byte 10)",
        ),
        (
            b"{\"labels\":{\"\xc3\":\"\"}}",
            "Everything.labels: the text is not UTF-8 (json, byte 12)",
        ),
        (
            b"{\"labels\":{\"k\":\"\xed\xa0\x80\"}}",
            "Everything.labels[\"k\"]: the text is not UTF-8 (json, byte 16)",
        ),
        (
            b"{\"\xff\":1}",
            "Everything: the text is not UTF-8 (json, byte 2)",
        ),
        (
            b"{\"x\":\"\xff\"}",
            "Everything: the text is not UTF-8 (json, byte 6)",
        ),
        (b"\xff{}", "Everything: expected a value (json, byte 0)"),
    ] {
        assert_eq!(
            Wire::Json
                .decode::<Everything>(bytes)
                .unwrap_err()
                .to_string(),
            expected
        );
    }
}

#[test]
fn what_json_cannot_lend_names_cow() {
    let answer = |json: &'static str| match Wire::Json.decode::<Borrowed<'_>>(json.as_bytes()) {
        Ok(_) => "ok".to_owned(),
        Err(error) => error.to_string(),
    };
    let refused = "the value does not stand in the input as it is, so `&str` cannot borrow it; use `Cow<str>`";
    assert_eq!(
        answer(r#"{"name":"a\nb"}"#),
        format!("Borrowed.name: {refused} (json, byte 8)")
    );
    assert_eq!(
        answer(r#"{"words":["a","\u0041"]}"#),
        format!("Borrowed.words[1]: {refused} (json, byte 14)")
    );
    assert_eq!(
        answer(r#"{"labels":{"\n":""}}"#),
        format!("Borrowed.labels[\"\\n\"]: {refused} (json, byte 11)")
    );
    assert_eq!(answer(r#"{"labels":{"k":"\n"},"token":"AA=="}"#), "ok");
}
