//! Protobuf: the bytes of prost for the types that it compiles from the same `.proto` files.

mod containers;
mod legacy;
mod scalars;
mod shop;

/// What prost-build made of `schemas/test`.
#[allow(missing_docs, clippy::all)]
pub mod peer {
    pub mod v1 {
        include!(concat!(env!("OUT_DIR"), "/test.v1.rs"));
    }

    pub mod v2 {
        include!(concat!(env!("OUT_DIR"), "/test.v2.rs"));
    }

    pub mod shop {
        include!(concat!(env!("OUT_DIR"), "/shop.v1.rs"));
    }
}

use std::fmt::Debug;

use everwire::{Codec, DecodeOwned, Wire};
use everwire_tests::{hex, values};
use proptest::prelude::*;

/// Checks that both write the same bytes for the same value, and read them.
fn agrees<T, P>(ours: &T, theirs: &P)
where
    T: Codec + DecodeOwned + PartialEq + Debug,
    P: prost::Message + Default + PartialEq + Debug,
{
    let bytes = Wire::Protobuf.encode(ours).unwrap();
    let expected = theirs.encode_to_vec();
    assert_eq!(hex(&bytes), hex(&expected), "{ours:?}");
    match Wire::Protobuf.decode::<T>(&expected) {
        Ok(read) => assert_eq!(&read, ours, "{}", hex(&expected)),
        Err(error) => panic!("{}: {error}", hex(&expected)),
    }
    assert_eq!(&P::decode(&bytes[..]).unwrap(), theirs, "{}", hex(&bytes));
}

/// An enum that holds every number.
#[derive(Codec, Clone, Copy, Debug, Default, PartialEq, Eq)]
#[codec(name = "test.v1.Colour")]
pub enum Colour {
    #[default]
    #[codec(0)]
    Red,
    #[codec(1)]
    Green,
    #[codec(-2)]
    Blue,
    #[codec(other)]
    Other(i32),
}

impl Colour {
    fn number(self) -> i32 {
        match self {
            Self::Red => 0,
            Self::Green => 1,
            Self::Blue => -2,
            Self::Other(number) => number,
        }
    }
}

fn colour() -> impl Strategy<Value = Colour> + Clone {
    let known = prop_oneof![Just(0), Just(1), Just(-2), values::i32()];
    known.prop_map(|number| match number {
        0 => Colour::Red,
        1 => Colour::Green,
        -2 => Colour::Blue,
        number => Colour::Other(number),
    })
}

/// A small message.
#[derive(Codec, Clone, Copy, Debug, Default, PartialEq)]
#[codec(name = "test.v1.Point")]
pub struct Point {
    #[codec(1, sint)]
    x: i32,
    #[codec(2, fixed)]
    y: u32,
}

impl Point {
    fn peer(self) -> peer::v1::Point {
        peer::v1::Point {
            x: self.x,
            y: self.y,
        }
    }
}

fn point() -> impl Strategy<Value = Point> + Clone {
    (values::i32(), values::u32()).prop_map(|(x, y)| Point { x, y })
}
