//! Many elements of few bytes: each costs its own size.

use everwire::{Wire, wkt};

use super::types::{Choice, Keeper, Large, Nothing, Skipper, Tree};
use super::{MANY, holds};
use crate::pieces::{listed, messages};

#[test]
fn small_messages_cost_their_own_size() {
    for (wire, bytes) in messages(b"", b"\x90", "{}", MANY) {
        assert!(holds::<Vec<Large>>(
            "empty large messages",
            wire,
            &bytes,
            MANY * size_of::<Large>()
        ));
        assert!(holds::<Vec<Tree>>(
            "empty trees",
            wire,
            &bytes,
            MANY * size_of::<Tree>()
        ));
        assert!(holds::<Vec<()>>("units", wire, &bytes, 0));
    }
    for (wire, bytes) in messages(b"\x48\0", b"\x92\0\0", r#"{"":0}"#, MANY) {
        assert!(holds::<Vec<Keeper>>(
            "an unknown field each, kept",
            wire,
            &bytes,
            MANY * size_of::<Keeper>()
        ));
        assert!(holds::<Vec<Skipper>>(
            "an unknown field each",
            wire,
            &bytes,
            MANY * size_of::<Skipper>()
        ));
    }
    for (wire, bytes) in messages(b"\x48\0", b"\x91\0", r#"{"":0}"#, MANY) {
        assert!(holds::<Vec<Nothing>>(
            "an unknown field, and nothing else",
            wire,
            &bytes,
            MANY * size_of::<Nothing>()
        ));
    }
    for (wire, bytes) in messages(b"\x10\0", b"\x81\xa0\0", r#"{"":0}"#, MANY) {
        assert!(holds::<Vec<Choice>>(
            "unknown variants",
            wire,
            &bytes,
            MANY * size_of::<Choice>()
        ));
    }
}

#[test]
fn values_of_json_cost_their_own_size() {
    let own = size_of::<wkt::Value>();
    assert!(holds::<wkt::ListValue>(
        "values",
        Wire::Json,
        &listed("0", MANY),
        MANY * own
    ));
    assert!(holds::<wkt::ListValue>(
        "empty lists",
        Wire::Json,
        &listed("[]", MANY),
        MANY * own
    ));
    let structs = listed(r#"{"":0}"#, MANY);
    let node = 11 * (size_of::<String>() + own) + 16;
    assert!(holds::<wkt::ListValue>(
        "structs of one",
        Wire::Json,
        &structs,
        MANY * (own + node)
    ));
}
