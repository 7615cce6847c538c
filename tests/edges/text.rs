//! Text and bytes: UTF-8, surrogates, escapes, and the alphabets of base64.

use super::compiled::test::edges::Edges;
use super::compiled::test::unusual::Unusual;
use super::{becomes, binary, json, refused};

#[test]
fn text_is_utf8_on_each_wire() {
    for digits in [
        "52 01 ff",
        "7a 01 80",
        "8a 01 03 0a 01 ff",
        "a2 01 01 c0",
        "52 03 ed a0 80",
        "52 04 f4 90 80 80",
        "52 02 c0 80",
    ] {
        let error = binary::<Edges>(digits).unwrap_err();
        assert!(
            error.to_string().contains("the text is not UTF-8"),
            "{digits}: {error}"
        );
    }
    for digits in [
        "32 01 ff",
        "3a 01 ff",
        "42 01 ff",
        "4a 03 0a 01 ff",
        "4a 03 12 01 ff",
        "52 01 ff",
    ] {
        let error = binary::<Unusual>(digits).unwrap_err();
        assert!(
            error.to_string().contains("the text is not UTF-8"),
            "{digits}: {error}"
        );
    }
    assert_eq!(binary::<Edges>("52 04 f0 9f 98 80").unwrap().string, "😀");
    assert_eq!(binary::<Edges>("5a 01 ff").unwrap().bytes, [0xff]);
    for bytes in [
        &b"{\"string\":\"\xff\"}"[..],
        b"{\"string\":\"\xed\xa0\x80\"}",
        b"{\"\xff\":0}",
        b"{\"counts\":{\"\xff\":0}}",
    ] {
        assert!(
            everwire::Wire::Json.decode::<Edges>(bytes).is_err(),
            "{bytes:?}"
        );
    }
}

#[test]
fn escapes_stand_for_whole_characters() {
    for (given, written) in [
        (r#""\ud83d\ude00""#, "\"😀\""),
        (r#""\uD83D\uDE00\u0041""#, "\"😀A\""),
        (r#""\"\\\/\b\f\n\r\t""#, r#""\"\\/\b\f\n\r\t""#),
        (r#""\u0000""#, r#""\u0000""#),
        (r#""\u007f\u2028""#, "\"\u{7f}\u{2028}\""),
    ] {
        let (given, written) = (
            format!("{{\"string\":{given}}}"),
            format!("{{\"string\":{written}}}"),
        );
        becomes::<Edges>(&given, &written);
    }
    for given in [
        r#""\ud83d""#,
        r#""\ude00""#,
        r#""\ude00\ud83d""#,
        r#""\ud83d\u0041""#,
        r#""\ud83dx""#,
        r#""\ud83d\ud83d""#,
        r#""\ud83d\n""#,
        r#""\U0041""#,
        r#""\u041""#,
        r#""\x41""#,
        r#""\a""#,
        "\"\n\"",
        "\"\t\"",
        "'a'",
        "\"a",
        "[\"a\"]",
        "1",
        "true",
        "{}",
    ] {
        refused::<Edges>(&format!("{{\"string\":{given}}}"), "");
        refused::<Edges>(&format!("{{\"words\":[{given}]}}"), "");
        refused::<Edges>(&format!("{{\"value\":{{{given}:1}}}}"), "");
    }
}

#[test]
fn base64_is_read_in_both_alphabets() {
    for given in ["-_8=", "+/8=", "-_8", "+/8"] {
        becomes::<Edges>(&format!("{{\"bytes\":\"{given}\"}}"), r#"{"bytes":"+/8="}"#);
        becomes::<Edges>(
            &format!("{{\"tokens\":{{\"a\":\"{given}\"}}}}"),
            r#"{"tokens":{"a":"+/8="}}"#,
        );
    }
    assert_eq!(json::<Edges>("{\"bytes\":\"\"}").unwrap().bytes, b"");
    for given in [
        "A", "AA=", "A===", "AAAAA", "A A=", "AA==AA==", "\\n", "?", "AAA*", "=", "====",
    ] {
        refused::<Edges>(&format!("{{\"bytes\":\"{given}\"}}"), "base64");
    }
    for given in ["1", "true", "[\"AA==\"]", "{}"] {
        refused::<Edges>(&format!("{{\"bytes\":{given}}}"), "bytes");
    }
}
