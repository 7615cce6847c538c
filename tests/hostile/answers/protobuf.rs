//! What protobuf answers.

use everwire::Wire;

use super::answers;
use crate::shapes::{Everything, Inner};

#[test]
#[rustfmt::skip]
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
        ("10 ffffffffffffffffffff01", "Inner.quantity: a varint is longer than ten bytes (protobuf, byte 10)"),
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
        ("", "ok: {}"),
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
        ("f201 02 1009 f201 02 1a00 5a0161", r#"ok: {"shapes":["Empty"],"text":"a"} and 1 unknown"#),
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
