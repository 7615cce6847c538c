//! Maps: every kind of key, and every kind of value that is no scalar.

use std::collections::HashMap;

use everwire_tests::values::{self, bytes, list, text};
use proptest::collection::btree_map;

#[derive(everwire::Codec, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Colour {
    #[codec(0)]
    Red,
    #[codec(7)]
    Green,
    #[codec(-1)]
    Blue,
}

#[derive(everwire::Codec, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sku(String);

fn colour() -> impl proptest::strategy::Strategy<Value = Colour> {
    proptest::sample::select(vec![Colour::Red, Colour::Green, Colour::Blue])
}

shapes! {
    keyed_by_u32: BTreeMap<u32, u64>, btree_map(values::u32(), values::u64(), 0..3);
    maps_in_maps: BTreeMap<String, BTreeMap<u32, String>>, btree_map(text(), btree_map(values::u32(), text(), 0..3), 0..3);
}

variations! {
    keyed_by_u8: BTreeMap<u8, bool>, btree_map(values::u8(), any::<bool>(), 0..3);
    keyed_by_u16: BTreeMap<u16, i32>, btree_map(values::u16(), values::i32(), 0..3);
    keyed_by_u64: BTreeMap<u64, f64>, btree_map(values::u64(), values::f64(), 0..3);
    keyed_by_usize: BTreeMap<usize, f32>, btree_map(values::usize(), values::f32(), 0..3);
    keyed_by_u128: BTreeMap<u128, String>, btree_map(values::u128(), text(), 0..3);
    keyed_by_i8: BTreeMap<i8, String>, btree_map(values::i8(), text(), 0..3);
    keyed_by_i16: BTreeMap<i16, u8>, btree_map(values::i16(), values::u8(), 0..3);
    keyed_by_i32: BTreeMap<i32, i128>, btree_map(values::i32(), values::i128(), 0..3);
    keyed_by_i64: BTreeMap<i64, Vec<u8>>, btree_map(values::i64(), bytes(), 0..3);
    keyed_by_isize: BTreeMap<isize, char>, btree_map(values::isize(), values::char(), 0..3);
    keyed_by_i128: BTreeMap<i128, ()>, btree_map(values::i128(), Just(()), 0..3);
    keyed_by_bool: BTreeMap<bool, String>, btree_map(any::<bool>(), text(), 0..3);
    keyed_by_char: BTreeMap<char, u32>, btree_map(values::char(), values::u32(), 0..3);
    keyed_by_string: BTreeMap<String, String>, btree_map(text(), text(), 0..3);
    keyed_by_enum: BTreeMap<Colour, Colour>, btree_map(colour(), colour(), 0..3);
    keyed_by_newtype: BTreeMap<Sku, u32>, btree_map(text().prop_map(Sku), values::u32(), 0..3);
    keyed_by_pointer: BTreeMap<Box<str>, u32>, btree_map(text().prop_map(String::into_boxed_str), values::u32(), 0..3);
    hashed: HashMap<String, u64>, proptest::collection::hash_map(text(), values::u64(), 0..4);
    maps_of_lists: BTreeMap<u32, Vec<String>>, btree_map(values::u32(), list(text()), 0..3);
    maps_of_options: BTreeMap<u32, Option<String>>, btree_map(values::u32(), proptest::option::of(text()), 0..3);
    maps_of_optional_lists: BTreeMap<bool, Option<Vec<bool>>>,
        btree_map(any::<bool>(), proptest::option::of(list(any::<bool>())), 0..3);
    maps_of_pairs: BTreeMap<i32, (u32, String)>, btree_map(values::i32(), (values::u32(), text()), 0..3);
}
