//! What the tests share.

use std::fmt::Debug;

use everwire::{Codec, DecodeOwned, Wire};

/// Encodes a value on a wire, shows the bytes as hexadecimal digits, and checks that they decode to the value again.
pub fn round_trip<T: Codec + DecodeOwned + PartialEq + Debug>(wire: Wire, value: &T) -> Vec<u8> {
    let bytes = wire
        .encode(value)
        .unwrap_or_else(|error| panic!("{wire}: {value:?}: {error}"));
    let shown = || {
        if wire == Wire::Json {
            String::from_utf8_lossy(&bytes).into_owned()
        } else {
            hex(&bytes)
        }
    };
    match wire.decode::<T>(&bytes) {
        Ok(decoded) => assert_eq!(&decoded, value, "{wire}: {}", shown()),
        Err(error) => panic!("{wire}: {}: {error}", shown()),
    }
    bytes
}

/// Bytes as hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
