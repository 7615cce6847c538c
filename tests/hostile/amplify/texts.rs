//! Long texts, keys and names, where they belong and where they do not.

use std::collections::BTreeMap;

use everwire::Wire;

use super::types::{Choice, Keeper};
use super::{MANY, holds};
use crate::pieces::{array32, field};

#[test]
fn long_texts_and_keys_are_held_a_few_times() {
    let long = "n".repeat(MANY);
    let escapes = "\\u00e4\\n".repeat(MANY);
    let binary = [&[0xdb][..], &(MANY as u32).to_be_bytes(), long.as_bytes()].concat();
    let list = [array32(MANY), vec![0x7f; MANY]].concat();
    let numbers = format!("[{}0]", "0,".repeat(MANY));
    for (wire, bytes) in [
        (Wire::Protobuf, field(0x0a, long.as_bytes())),
        (Wire::MsgPack, binary.clone()),
        (Wire::MsgPack, list),
        (Wire::Json, format!("\"{long}\"").into_bytes()),
        (Wire::Json, format!("\"{escapes}\"").into_bytes()),
        (Wire::Json, numbers.into_bytes()),
    ] {
        holds::<String>("a long text", wire, &bytes, 0);
        holds::<Vec<u8>>("long bytes", wire, &bytes, 0);
        holds::<char>("a long letter", wire, &bytes, 0);
        holds::<std::time::Duration>("a long time", wire, &bytes, 0);
        holds::<Choice>("a long name of a variant", wire, &bytes, 0);
    }
    type Maps = BTreeMap<String, BTreeMap<String, BTreeMap<String, u8>>>;
    for key in [&long, &escapes] {
        let json = format!(r#"{{"{key}":{{"{key}":{{"{key}":-1}}}}}}"#);
        assert!(!holds::<Maps>("long keys", Wire::Json, json.as_bytes(), 0));
        let json = format!(r#"{{"{key}":{{"{key}":1}}}}"#);
        assert!(holds::<Keeper>(
            "long names, kept",
            Wire::Json,
            json.as_bytes(),
            0
        ));
    }
    let key = [b"\x81".to_vec(), binary].concat();
    let keys = [key.repeat(3), vec![0xc0]].concat();
    assert!(!holds::<Maps>("long keys", Wire::MsgPack, &keys, 0));
}
