//! Lists of scalars: a `Vec`, which is written and read as a whole, is in every way as a `VecDeque`, which goes by elements.
//!
//! A type's tests run over two messages that differ only in this. What they give is compared: bytes, values bit by bit, and the
//! texts of errors with their paths and offsets.

mod around;
mod boundaries;
mod damage;
mod elements;
mod listing;

use everwire::{Codec, Wire};
use std::collections::VecDeque;

use listing::{Listing, Way};

/// For each `name: Type [attributes of the field] {attributes of the message};` the two messages, and the tests: values on all
/// wires, and what is damaged on those on which the attributes say something.
macro_rules! runs {
    (on $wires:expr; $($name:ident: $ty:ident $([$($said:tt)*])? $({$($of_all:tt)*})?;)*) => {$(
        mod $name {
            use super::*;

            #[derive(Codec, Debug)]
            #[codec(name = "Run" $(, $($of_all)*)?)]
            struct Whole {
                #[codec(1 $(, $($said)*)?)]
                list: Vec<$ty>,
                #[codec(2)]
                tail: String,
            }

            #[derive(Codec, Debug)]
            #[codec(name = "Run" $(, $($of_all)*)?)]
            struct Apart {
                #[codec(1 $(, $($said)*)?)]
                list: VecDeque<$ty>,
                #[codec(2)]
                tail: String,
            }

            impl Listing for Whole {
                type Item = $ty;

                fn new(list: &[$ty], tail: &str) -> Self {
                    Self { list: list.to_vec(), tail: tail.to_owned() }
                }

                fn parts(&self) -> (Vec<$ty>, &str) {
                    (self.list.clone(), &self.tail)
                }
            }

            impl Listing for Apart {
                type Item = $ty;

                fn new(list: &[$ty], tail: &str) -> Self {
                    Self { list: list.iter().copied().collect(), tail: tail.to_owned() }
                }

                fn parts(&self) -> (Vec<$ty>, &str) {
                    (self.list.iter().copied().collect(), &self.tail)
                }
            }

            const WAYS: [Way<$ty>; 2] = [Way::of::<Whole>(), Way::of::<Apart>()];

            #[test]
            fn values_come_back() {
                boundaries::values_come_back(WAYS);
            }

            #[test]
            fn cut_input_is_told_alike() {
                damage::cut_anywhere(&$wires, WAYS);
                damage::cut_inside(&$wires, WAYS);
            }

            #[test]
            fn changed_input_is_told_alike() {
                damage::changed_anywhere(&$wires, WAYS);
            }

            #[test]
            fn other_elements_are_told_alike() {
                elements::others_are_told_alike(&$wires, WAYS);
            }

            #[test]
            fn limits_are_told_alike() {
                damage::limited(&$wires, WAYS);
            }
        }
    )*};
}

runs! {
    on Wire::ALL;
    bool: bool;
    u16: u16;
    u32: u32;
    u64: u64;
    usize: usize;
    i8: i8;
    i16: i16;
    i32: i32;
    i64: i64;
    isize: isize;
    f32: f32;
    f64: f64;
}

runs! {
    on [Wire::Protobuf];
    sint_i8: i8 [sint];
    sint_i16: i16 [sint];
    sint_i32: i32 [sint];
    sint_i64: i64 [sint];
    sint_isize: isize [sint];

    fixed_u16: u16 [fixed];
    fixed_u32: u32 [fixed];
    fixed_u64: u64 [fixed];
    fixed_usize: usize [fixed];
    fixed_i8: i8 [fixed];
    fixed_i16: i16 [fixed];
    fixed_i32: i32 [fixed];
    fixed_i64: i64 [fixed];
    fixed_isize: isize [fixed];

    unpacked_bool: bool [unpacked];
    unpacked_u16: u16 [unpacked];
    unpacked_u32: u32 [unpacked];
    unpacked_u64: u64 [unpacked];
    unpacked_usize: usize [unpacked];
    unpacked_i8: i8 [unpacked];
    unpacked_i16: i16 [unpacked];
    unpacked_i32: i32 [unpacked];
    unpacked_i64: i64 [unpacked];
    unpacked_isize: isize [unpacked];
    unpacked_f32: f32 [unpacked];
    unpacked_f64: f64 [unpacked];
    unpacked_sint: i32 [sint, unpacked];
    unpacked_long_sint: i64 [sint, unpacked];
    unpacked_fixed: u32 [fixed, unpacked];
    unpacked_long_fixed: i64 [fixed, unpacked];
    unpacked_narrow_fixed: i8 [fixed, unpacked];
}

runs! {
    on [Wire::Json];
    proto_bool: bool {json = "proto"};
    proto_u32: u32 {json = "proto"};
    proto_u64: u64 {json = "proto"};
    proto_usize: usize {json = "proto"};
    proto_i64: i64 {json = "proto"};
    proto_isize: isize {json = "proto"};
    proto_f32: f32 {json = "proto"};
    proto_f64: f64 {json = "proto"};
}

runs! {
    on [Wire::MsgPack];
    map_u32: u32 {msgpack = "map"};
    map_i64: i64 {msgpack = "map"};
}

/// What stands after a list: nothing, or enough that no element is near the end of the input.
const TAILS: [&str; 2] = ["", "more than a word"];

/// Where an element is put that is not as the others: at the edges of the chunks in which they are read.
const PLACES: [usize; 6] = [0, 33, 63, 64, 65, 69];

/// Of how many elements a list is that is damaged.
const LEN: usize = 70;

/// What both ways tell of `bytes`, which must be the same.
fn alike<T: listing::Item>(ways: [Way<T>; 2], wire: Wire, bytes: &[u8]) {
    for options in listing::options(wire) {
        let [whole, apart] = ways.map(|way| (way.read)(wire, options, bytes));
        assert_eq!(
            whole,
            apart,
            "{wire}, {options:?}: {}",
            everwire_tests::show(wire, bytes)
        );
    }
}
