//! Messages within messages, within themselves, and again and again in one place.

use everwire::{Wire, wkt};

use super::types::{Choice, Tree};
use super::{MANY, Unusual, holds};
use crate::pieces::{array32, field, listed};

#[test]
fn nesting_costs_its_levels() {
    let own = 1000 * 100 * size_of::<Tree>();
    let mut protobuf = Vec::new();
    for _ in 0..99 {
        protobuf = field(0x0a, &protobuf);
    }
    let groups = [b"\x1b".repeat(99), b"\x1c".repeat(99)].concat();
    for (wire, bytes) in [
        (Wire::Protobuf, field(0x12, &protobuf).repeat(1000)),
        (Wire::Protobuf, field(0x12, &groups).repeat(1000)),
        (
            Wire::MsgPack,
            [
                b"\x92\xc0".to_vec(),
                array32(1000),
                [b"\x91".repeat(97), b"\x90".to_vec()].concat().repeat(1000),
            ]
            .concat(),
        ),
        (
            Wire::Json,
            format!(
                "{{\"children\":{}}}",
                String::from_utf8(listed(
                    &("{\"child\":".repeat(97) + "{}" + &"}".repeat(97)),
                    1000
                ))
                .unwrap()
            )
            .into_bytes(),
        ),
    ] {
        assert!(holds::<Tree>("deep trees", wire, &bytes, own));
    }
}

#[test]
fn what_comes_again_replaces_or_joins_and_costs_no_more() {
    let text = "t".repeat(100);
    let texts = field(0x22, text.as_bytes()).repeat(1000);
    let either = [
        field(0x2a, text.as_bytes()),
        field(0x32, &field(0x22, text.as_bytes())),
    ]
    .concat();
    let merged = field(0x0a, &field(0x12, b"")).repeat(1000);
    assert!(holds::<Tree>(
        "a text again and again",
        Wire::Protobuf,
        &texts,
        0
    ));
    assert!(holds::<Tree>(
        "a oneof again and again",
        Wire::Protobuf,
        &either.repeat(1000),
        0
    ));
    assert!(holds::<Tree>(
        "messages that merge",
        Wire::Protobuf,
        &merged,
        1000 * size_of::<Tree>()
    ));
    let json = format!(r#"{{"Known":1{}}}"#, r#","x":0"#.repeat(MANY));
    assert!(holds::<Choice>(
        "a variant among many members",
        Wire::Json,
        json.as_bytes(),
        0
    ));
}

#[test]
fn messages_within_any_and_extensions_are_not_copied_level_by_level() {
    let pad = "p".repeat(MANY);
    let any = |levels: usize, core: &str| {
        let open = r#"{"@type":"type.googleapis.com/google.protobuf.Any","value":"#;
        format!("{}{core}{}", open.repeat(levels), "}".repeat(levels))
    };
    let value =
        format!(r#"{{"@type":"type.googleapis.com/google.protobuf.Value","value":"{pad}"}}"#);
    assert!(holds::<wkt::Any>(
        "any in any",
        Wire::Json,
        any(90, &value).as_bytes(),
        0
    ));
    let plain =
        format!(r#"{{"@type":"type.googleapis.com/test.unusual.Unusual","strict":"{pad}"}}"#);
    assert!(holds::<wkt::Any>(
        "a message in any in any",
        Wire::Json,
        any(90, &plain).as_bytes(),
        0
    ));
    let extension = r#"{"[test.unusual.nested]":"#.repeat(90);
    let json = format!(r#"{extension}{{"strict":"{pad}"}}{}"#, "}".repeat(90));
    assert!(holds::<Unusual>(
        "extensions in extensions",
        Wire::Json,
        json.as_bytes(),
        0
    ));
    let notes = r#","[test.unusual.note]":null,"[test.unusual.other]":0"#.repeat(MANY / 10);
    let json = format!(r#"{{"strict":""{notes}}}"#);
    holds::<Unusual>("extensions that are null", Wire::Json, json.as_bytes(), 0);
}
