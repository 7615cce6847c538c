//! Input that is cut short is told from input that is wrong, wherever the cut falls.

use everwire::{Codec, Error, Wire};
use everwire_tests::unhex;

#[derive(Codec, Clone, Debug, PartialEq)]
struct Cut {
    #[codec(1)]
    a: Vec<u8>,
    #[codec(2)]
    n: u32,
    #[codec(3)]
    o: Option<String>,
    #[codec(4)]
    s: String,
}

fn answer(wire: Wire, bytes: &[u8]) -> (bool, String) {
    let error: Error = wire.decode::<Cut>(bytes).unwrap_err();
    (error.is_truncated(), error.to_string())
}

#[test]
fn a_character_that_json_cuts_is_truncated() {
    let text = "{\"s\":\"größe, 日本語, 😀\",\"o\":\"\\u00e4ß\"}";
    for end in 0..text.len() {
        let (truncated, error) = answer(Wire::Json, &text.as_bytes()[..end]);
        assert!(truncated, "{end}: {error}");
    }
    for (bytes, expected) in [
        (
            &b"{\"s\":\"abc\xff\"}"[..],
            "Cut.s: the text is not UTF-8 (json, byte 9)",
        ),
        (
            b"{\"s\":\"a\\n\xe6\x97\"}",
            "Cut.s: the text is not UTF-8 (json, byte 9)",
        ),
        (
            b"{\"s\":\"a\xe6\x97",
            "Cut.s: the input ends within a value (json, byte 7)",
        ),
    ] {
        assert_eq!(answer(Wire::Json, bytes).1, expected);
    }
}

#[test]
fn a_literal_that_json_cuts_is_truncated() {
    for (text, truncated, expected) in [
        (
            "{\"o\":nul",
            true,
            "Cut.o: the input ends within a value (json, byte 5)",
        ),
        (
            "{\"o\":nul}",
            false,
            "Cut.o: expected `null` (json, byte 5)",
        ),
        (
            "{\"o\":tru",
            true,
            "Cut.o: the input ends within a value (json, byte 5)",
        ),
        (
            "{\"o\":true}",
            false,
            "Cut.o: expected string, found bool (json, byte 5)",
        ),
        (
            "{\"n\":n",
            true,
            "Cut.n: the input ends within a value (json, byte 5)",
        ),
    ] {
        assert_eq!(
            answer(Wire::Json, text.as_bytes()),
            (truncated, expected.into())
        );
    }
}

#[test]
fn a_varint_that_is_cut_is_not_a_long_one() {
    for (digits, truncated) in [
        ("0a0a ffffffffffffffffffff 80", true),
        ("0a0a ffffffffffffffffffff 10", true),
        ("0a0a ffffffffffffffffffff 1080", true),
        ("10 ffffffffffffffffff", true),
        ("10 ffffffffffffffffffff", false),
        ("10 ffffffffffffffffffff 01", false),
        ("0a7f ffffffffffffffffffff", true),
        ("2a ffffffffffffffffffff", false),
    ] {
        let (found, error) = answer(Wire::Protobuf, &unhex(digits));
        assert_eq!(found, truncated, "{digits}: {error}");
        assert_eq!(error.contains("longer than ten bytes"), !truncated);
    }
}

#[test]
fn a_header_that_is_cut_holds_no_marker() {
    for digits in [
        "92c0cdc1",
        "93c0c0dac1",
        "93c0c0dbc1c1c1",
        "94c0c0c0c7c1",
        "92c0cfc1c1",
    ] {
        let (truncated, error) = answer(Wire::MsgPack, &unhex(digits));
        assert!(truncated, "{digits}: {error}");
    }
    let (_, error) = answer(Wire::MsgPack, &unhex("92c0c1"));
    assert_eq!(
        error,
        "Cut.n: the marker 0xc1 is never used (msgpack, byte 2)"
    );
}
