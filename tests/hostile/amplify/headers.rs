//! Headers that promise more than follows: little is reserved on their word.

use std::collections::HashMap;

use everwire::Wire;

use super::types::{Keeper, Large, Tree};
use super::{MANY, holds};
use crate::pieces::{array32, field, map32};

#[test]
fn headers_that_promise_much_reserve_little() {
    for header in ["\u{7f}", "\0"] {
        let rest = header.as_bytes().repeat(MANY);
        let array = [array32(MANY), rest.clone()].concat();
        let map = [map32(MANY), rest].concat();
        holds::<Vec<Large>>("an array header", Wire::MsgPack, &array, 0);
        holds::<Vec<[u64; 100]>>("an array header", Wire::MsgPack, &array, 0);
        holds::<HashMap<u64, Large>>("a map header", Wire::MsgPack, &map, 0);
        holds::<Vec<u8>>("an array header for bytes", Wire::MsgPack, &array, 0);
        holds::<Vec<Vec<u8>>>(
            "an array header for bytes",
            Wire::MsgPack,
            &[array32(1), array].concat(),
            0,
        );
    }
    type Lists = Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<u64>>>>>>>>;
    let nested = [array32(MANY / 2).repeat(8), vec![0xc0; MANY]].concat();
    holds::<Lists>("nested array headers", Wire::MsgPack, &nested, 0);
    let nested = [b"\x92\xc0".repeat(90), array32(MANY / 2), vec![0xc0; MANY]].concat();
    holds::<Tree>("an array header below others", Wire::MsgPack, &nested, 0);
    let many = [array32(MANY / 5), array32(MANY).repeat(MANY / 5)].concat();
    holds::<Vec<Vec<u64>>>("array headers one by one", Wire::MsgPack, &many, 0);
    let skipped = [b"\x92\0".to_vec(), array32(MANY).repeat(100), vec![0; MANY]].concat();
    holds::<Keeper>(
        "nested array headers that nobody wants",
        Wire::MsgPack,
        &skipped,
        0,
    );
    let doubles = field(0x0a, &vec![0; 8 * MANY]);
    assert!(holds::<Vec<f64>>(
        "a packed run of doubles",
        Wire::Protobuf,
        &doubles,
        MANY * 8
    ));
}
