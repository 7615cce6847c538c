//! What the reader takes, and what it refuses.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::samples::{Everything, Line, Status};
use super::{decode, read};
use crate::json;
use crate::{Limits, Options, Wire};

#[test]
fn null_is_absent_for_fields_and_a_value_only_for_options() {
    assert_eq!(
        read(r#"{"sku":null,"quantity" : null , "unit_price":null}"#),
        Ok(Line::default())
    );
    assert_eq!(read("[null,1]"), Ok(alloc::vec![None, Some(1_u32)]));
    assert_eq!(
        read::<Vec<u32>>("[1,null]"),
        Err("[1]: expected integer, found null (json, byte 3)".into())
    );
    assert_eq!(
        read::<BTreeMap<String, u32>>(r#"{"a":null}"#),
        Err(r#"["a"]: expected integer, found null (json, byte 5)"#.into())
    );
    assert_eq!(read("null"), Ok(None::<Line>));
    assert!(read::<Line>("null").is_err());
}

#[test]
fn members_in_any_order_with_any_space() {
    let line = Line {
        sku: "a".into(),
        quantity: 2,
        unit_price: 3.0,
    };
    for text in [
        r#"{"sku":"a","quantity":2,"unit_price":3}"#,
        r#"{"unit_price":3,"quantity":2,"sku":"a"}"#,
        r#"{"quantity":2,"sku":"a","unit_price":3}"#,
        r#"{"sku": "a", "quantity": 2, "unit_price": 3}"#,
        "\n{\n  \"sku\" :\t\"a\" ,\r\n  \"quantity\":2,\n  \"unit_price\": 3\n}\n",
        r#"{"skuu":0,"sku":"a","quantity":2,"unit_price":3}"#,
        r#"{"s":0,"quantity":2,"unit_price":3,"sku":"a"}"#,
        r#"["a",2,3]"#,
        r#" [ "a" , 2 , 3 , [4] ] "#,
        r#"{"sku":"a","deep":{"sku":[{"quantity":{}}]},"quantity":2,"unitPrice":3}"#,
    ] {
        assert_eq!(read(text), Ok(line.clone()), "{text}");
    }
    assert_eq!(
        read::<Line>(r#"{"sku":"b","quantity":9,"sku":"a"}"#).unwrap_err(),
        "Line.sku: the field is given twice (json, byte 30)"
    );
    assert_eq!(read("[]"), Ok(Line::default()));
    assert_eq!(
        read("[null,2]"),
        Ok(Line {
            quantity: 2,
            ..Line::default()
        })
    );
    assert_eq!(
        read("[1,[\"x\"]]"),
        Ok((1_u32, alloc::vec![String::from("x")]))
    );
    assert_eq!(read(r#"{"f2":"x","f1":1}"#), Ok((1_u32, String::from("x"))));
}

#[test]
fn broken_input_is_refused() {
    for text in [
        r#"{"sku":"a",}"#,
        r#"{,"sku":"a"}"#,
        r#"{"sku" "a"}"#,
        r#"{"sku":}"#,
        r#"{sku:"a"}"#,
        r#"{"sku":"a" "quantity":1}"#,
        r#"{"quantity":1]"#,
        r#"["a",2,]"#,
        r#"["a","sku":2]"#,
        r#"[,"a"]"#,
        r#"{"x":tru }"#,
        r#"{"x":[1 2]}"#,
        r#"{"sku":nul}"#,
        r#"{"sku":nulls}"#,
        "{\"x\":\"\u{1}\"}",
        r#"{"quantity":1x}"#,
        r#"{"quantity":"1}"#,
        "",
        " ",
        "x",
    ] {
        assert!(read::<Line>(text).is_err(), "{text}");
    }
    assert_eq!(
        read::<Line>("{} x"),
        Err("Line: bytes follow the value (json, byte 3)".into())
    );
    assert_eq!(
        read::<BTreeMap<u32, u32>>("{1:2}"),
        Err("expected a key in quotes (json, byte 1)".into())
    );
}

#[test]
fn every_cut_is_truncated() {
    let text = json::to_string(&Everything::full()).unwrap();
    for end in 0..text.len() {
        if let Some(part) = text.get(..end) {
            let error = json::from_str::<Everything>(part).unwrap_err();
            assert!(error.is_truncated(), "{part}: {error}");
            assert_eq!(error.wire(), Some(Wire::Json));
        }
    }
}

#[test]
fn no_byte_makes_a_panic() {
    let text = json::to_vec(&Everything::full()).unwrap();
    for at in 0..text.len() {
        for byte in [
            0, b'"', b'\\', b'{', b'}', b'[', b']', b',', b':', b'-', b'9', b'n', b' ', 0x80, 0xff,
        ] {
            let mut broken = text.clone();
            broken[at] = byte;
            if let (Ok(ours), Ok(theirs)) = (
                json::from_slice::<Everything>(&broken),
                serde_json::from_slice::<Everything>(&broken),
            ) {
                assert!((ours.f64 - theirs.f64).abs() <= ours.f64.abs() * 1e-15);
                assert_eq!(
                    (ours.text, ours.i64, ours.lines),
                    (theirs.text, theirs.i64, theirs.lines)
                );
            }
        }
    }
}

#[test]
fn what_serde_json_reads_is_read() {
    let text = serde_json::to_vec(&Everything::full()).unwrap();
    for at in 0..text.len() {
        for byte in *b" \n09.e-+\"\\,:{}[]nx" {
            let mut changed = text.clone();
            changed[at] = byte;
            if let Ok(theirs) = serde_json::from_slice::<Everything>(&changed) {
                let mut ours: Everything = json::from_slice(&changed).unwrap();
                // serde_json's floats are one unit off at times, unless a feature says otherwise.
                if (ours.f64 - theirs.f64).abs() <= ours.f64.abs() * 1e-15 {
                    ours.f64 = theirs.f64;
                }
                assert_eq!(ours, theirs);
            }
        }
    }
}

#[test]
fn keys_of_maps() {
    assert_eq!(
        read(r#"{"1":"a" , "-2":"b"}"#),
        Ok(BTreeMap::from([(1_i32, 'a'), (-2, 'b')]))
    );
    assert_eq!(read(r#"{"true":1}"#), Ok(BTreeMap::from([(true, 1_u8)])));
    assert_eq!(
        read(r#"{"Paid":1,"0":2}"#),
        Ok(BTreeMap::from([(Status::Paid, 1_u8), (Status::Draft, 2)]))
    );
    assert_eq!(
        read(r#"{"a":1,"a":2}"#),
        Ok(BTreeMap::from([(String::from("a"), 2_u8)]))
    );
    assert!(read::<BTreeMap<bool, u8>>(r#"{"yes":1}"#).is_err());
    assert!(read::<bool>("\"true\"").is_err());
}

#[test]
fn paths_and_offsets() {
    assert_eq!(
        read::<Vec<Line>>(r#"[{"sku":"a"},{"sku": {}}]"#),
        Err("[1].sku: expected string, found object (json, byte 21)".into())
    );
    assert_eq!(
        read::<Everything>(r#"{"by_letter": {"x": {"quantity": -1}}}"#),
        Err(
            r#"Everything.by_letter["x"].quantity: the number does not fit `u32` (json, byte 33)"#
                .into()
        )
    );
    assert_eq!(
        read::<Everything>(r#"{"small": 200}"#),
        Err("Everything.small: the number does not fit `i8` (json, byte 10)".into())
    );
}

#[test]
fn what_json_can_lend() {
    assert_eq!(
        json::from_str::<Vec<&str>>(r#"["größe"]"#).unwrap(),
        ["größe"]
    );
    let error = json::from_str::<Vec<&str>>(r#"["a\n"]"#).unwrap_err();
    assert!(error.to_string().contains("use `Cow<str>`"), "{error}");
    assert!(json::from_str::<&[u8]>("\"Zm9v\"").is_err());
}

#[test]
fn limits_hold() {
    let read = |limits, text: &str| {
        decode::<Vec<Vec<u32>>>(&Options::new().limits(limits), text.as_bytes())
    };
    assert!(
        read(
            Limits {
                depth: 0,
                ..Limits::DEFAULT
            },
            "[[1]]"
        )
        .unwrap_err()
        .is_limit()
    );
    assert!(
        read(
            Limits {
                depth: 1,
                ..Limits::DEFAULT
            },
            "[[1]]"
        )
        .is_ok()
    );
    assert!(
        read(
            Limits {
                elements: 3,
                ..Limits::DEFAULT
            },
            "[[1,2]]"
        )
        .is_ok()
    );
    assert!(
        read(
            Limits {
                elements: 2,
                ..Limits::DEFAULT
            },
            "[[1,2]]"
        )
        .unwrap_err()
        .is_limit()
    );
    assert!(
        read(
            Limits {
                message: 6,
                ..Limits::DEFAULT
            },
            "[[1,2]]"
        )
        .unwrap_err()
        .is_limit()
    );
    let limits = Limits {
        depth: 2,
        ..Limits::DEFAULT
    };
    let deep = |text: &[u8]| decode::<Line>(&Options::new().limits(limits), text);
    assert!(deep(br#"{"x":[[]]}"#).is_ok());
    assert!(deep(br#"{"x":[[[]]]}"#).unwrap_err().is_limit());
}
