//! Evolution: what old and new versions of a type read of each other, promise by promise.

mod absent;
mod envelope;
mod filler;
mod integers;
mod kept;
mod nested;
mod parts;
mod peers;
mod renamed;
mod reserved;
mod sealed;
mod stale;
mod unknown;
mod upgrade;
mod variants;
mod versions;
mod was;

use everwire::{Codec, DecodeOwned, Wire};

/// What a reader of one type reads of what a writer of another wrote.
fn reread<A: Codec, B: DecodeOwned>(wire: Wire, written: &A) -> B {
    let bytes = wire.encode(written).unwrap();
    match wire.decode(&bytes) {
        Ok(read) => read,
        Err(error) => panic!("{wire}: {}: {error}", everwire_tests::show(wire, &bytes)),
    }
}
