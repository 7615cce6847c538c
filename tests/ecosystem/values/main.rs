//! Values of other crates as fields.

mod bytes;
mod civil;
mod collections;
mod serde_json;
mod sources;
mod text;
mod times;
mod uuid;
mod zoned;

use everwire::{Codec, DecodeOwned, Wire};
use std::fmt::Debug;

/// What a value is on each wire, as the field 1 of a message, and that it comes back.
fn on<T: Codec + DecodeOwned + PartialEq + Debug>(value: &T) -> [Vec<u8>; 3] {
    Wire::ALL.map(|wire| {
        let bytes = wire.encode(value).unwrap();
        assert_eq!(&wire.decode::<T>(&bytes).unwrap(), value, "{wire}");
        bytes
    })
}
