//! Bytes that were cut, changed, or are too many.

use everwire::Wire;

use super::listing::{self, Item, Way};
use super::{LEN, TAILS, alike, elements};

/// A list of every edge.
fn sample<T: Item>() -> Vec<T> {
    T::edges().into_iter().cycle().take(LEN).collect()
}

/// Cuts a message at each of its bytes.
pub fn cut_anywhere<T: Item>(wires: &[Wire], ways: [Way<T>; 2]) {
    for &wire in wires {
        for tail in TAILS {
            let bytes = (ways[0].write)(wire, &sample(), tail);
            for len in 0..bytes.len() {
                alike(ways, wire, &bytes[..len]);
            }
        }
    }
}

/// Cuts a packed list at each of its bytes, in a message that is whole otherwise.
pub fn cut_inside<T: Item>(wires: &[Wire], ways: [Way<T>; 2]) {
    if !wires.contains(&Wire::Protobuf) {
        return;
    }
    let list = elements::sample(ways[0], Wire::Protobuf).concat();
    for tail in TAILS {
        let after = (ways[0].write)(Wire::Protobuf, &[], tail);
        for len in 0..list.len() {
            let bytes = [elements::packed(&list[..len]), after.clone()].concat();
            alike(ways, Wire::Protobuf, &bytes);
        }
    }
}

/// What is put in the place of a byte.
const BYTES: [u8; 13] = [
    0, 0x0a, b'-', b'"', b',', b'0', 0x7f, 0x80, 0xc0, 0xca, 0xcf, 0xd3, 0xff,
];

/// Puts others in the place of each byte.
pub fn changed_anywhere<T: Item>(wires: &[Wire], ways: [Way<T>; 2]) {
    for &wire in wires {
        let bytes = (ways[0].write)(wire, &sample(), "more than a word");
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            for turn in 0..2 {
                changed[at] = BYTES[(at + turn * 5) % BYTES.len()];
                alike(ways, wire, &changed);
            }
        }
    }
}

/// Reads a list with bounds around its length.
pub fn limited<T: Item>(wires: &[Wire], ways: [Way<T>; 2]) {
    for &wire in wires {
        let bytes = (ways[0].write)(wire, &sample(), "");
        for elements in [0, 1, LEN - 1, LEN, LEN + 1] {
            let options = listing::at_most(elements);
            let [whole, apart] = ways.map(|way| (way.read)(wire, &options, &bytes));
            assert_eq!(whole, apart, "{wire}, {elements}");
            for told in whole {
                let limit = format!("Run.list: the limit `elements` of {elements} is reached");
                match told {
                    Ok(_) => assert!(elements >= LEN, "{wire}, {elements}"),
                    Err(text) => assert!(text.starts_with(&limit), "{wire}: {text}"),
                }
            }
        }
    }
}
