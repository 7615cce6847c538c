//! Values of schemas that other people wrote, through every wire.

mod sample;

use std::fmt::Debug;

use everwire::{Codec, DecodeOwned, Wire};

/// Sends a value through every wire and back, and what came back to protobuf, where it is the same to the byte.
pub fn survives<T: Codec + DecodeOwned + PartialEq + Debug>(value: &T) {
    let expected = Wire::Protobuf.encode(value).unwrap();
    for wire in Wire::ALL {
        let bytes = wire.encode(value).unwrap();
        match wire.decode::<T>(&bytes) {
            Ok(decoded) => {
                assert_eq!(&decoded, value, "{wire}");
                assert_eq!(Wire::Protobuf.encode(&decoded).unwrap(), expected, "{wire}");
            }
            Err(error) => panic!("{wire}: {error}\n{value:?}"),
        }
    }
}

/// Reads protobuf that was written from the schema alone, with every field set; it comes back to the byte from every wire.
pub fn every_field_survives<T: Codec + DecodeOwned + PartialEq + Debug>() -> Vec<T> {
    let schema = T::SCHEMA;
    let read = |round| {
        let bytes = sample::message(schema, round, 2);
        let value: T = match Wire::Protobuf.decode(&bytes) {
            Ok(value) => value,
            Err(error) => panic!("{}, round {round}: {error}", schema.name()),
        };
        assert_eq!(
            Wire::Protobuf.encode(&value).unwrap(),
            bytes,
            "{}, round {round}",
            schema.name()
        );
        survives(&value);
        value
    };
    (0..sample::rounds(schema)).map(read).collect()
}
