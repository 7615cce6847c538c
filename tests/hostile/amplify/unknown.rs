//! Unknown fields, kept and skipped.

use everwire::Wire;

use super::types::{Keeper, Skipper};
use super::{MANY, holds};
use crate::pieces::{array32, map32};

#[test]
fn unknown_fields_cost_little_more_than_their_bytes() {
    let slots = [array32(MANY), vec![0; MANY]].concat();
    let keyed = [map32(MANY), b"\x09\0".repeat(MANY)].concat();
    let nameless = format!("{{\"\":0{}}}", ",\"\":0".repeat(MANY));
    let escaped = format!("{{\"\":0{}}}", ",\"\\u0061\":\"\\n\"".repeat(MANY));
    for (what, wire, bytes) in [
        ("numbers", Wire::Protobuf, b"\x48\0".repeat(MANY * 10)),
        ("texts", Wire::Protobuf, b"\x4a\0".repeat(MANY)),
        ("groups", Wire::Protobuf, b"\x4b\x4c".repeat(MANY)),
        (
            "large numbers",
            Wire::Protobuf,
            b"\xf8\xff\xff\xff\x0f\0".repeat(MANY),
        ),
        ("slots", Wire::MsgPack, slots),
        ("entries", Wire::MsgPack, keyed),
        ("members", Wire::Json, nameless.into_bytes()),
        ("escaped members", Wire::Json, escaped.into_bytes()),
    ] {
        assert!(holds::<Keeper>(
            &format!("unknown {what}, kept"),
            wire,
            &bytes,
            0
        ));
        assert!(holds::<Skipper>(
            &format!("unknown {what}"),
            wire,
            &bytes,
            0
        ));
        let merged = [bytes.clone(), bytes].concat();
        holds::<Keeper>(&format!("unknown {what} twice"), wire, &merged, 0);
    }
}
