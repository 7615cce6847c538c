//! What MessagePack answers.

use everwire::Wire;

use super::answers;
use crate::shapes::{Everything, Inner};

#[test]
#[rustfmt::skip]
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
        ("82 01 a161 01 a162", r#"Inner.sku: the field is given twice (msgpack, byte 5)"#),
        ("82 a3736b75 a161 a8 7175616e74697479 07", r#"ok: {"quantity":7,"sku":"a"}"#),
        ("81 c3 00", r#"ok: {}"#),
        ("81 ff 00", r#"ok: {}"#),
        ("81 cf 0000000100000000 00", r#"ok: {}"#),
        ("81 90 00", r#"ok: {}"#),
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
        ("82 19 01 19 02", r#"Everything.Count: the field is given twice (msgpack, byte 4)"#),
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
        ("81 1e 91 92 01 a0", "Everything.shapes[0].Circle: expected float, found string (msgpack, byte 5)"),
        ("81 1e 91 92 02 09", "ok: {}"),
        ("81 1e 91 92 63 09", "ok: in JSON, Everything: an unknown variant that came from another wire cannot be written (json, byte 0)"),
        ("81 20 92 01 02", "Everything.triple: expected 3 elements, found 2 (msgpack, byte 5)"),
        ("81 23 92 c0 01", r#"ok: {"gaps":[null,1]}"#),
        ("81 0e 92 c0 01", "Everything.numbers[0]: expected integer, found nil (msgpack, byte 3)"),
        ("81 21 81 21 81 01 07", "Everything.child.child.flag: expected bool, found integer (msgpack, byte 6)"),
    ]);
    // What rmp-serde takes for the number of its bits.
    answers::<u128>(Wire::MsgPack, &[("ff", "the number does not fit `u128` (msgpack, byte 0)")]);
}
