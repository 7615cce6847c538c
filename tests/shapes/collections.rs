//! Lists, arrays, sets, and lists in lists.

use std::collections::{BTreeSet, HashSet, VecDeque};
use std::rc::Rc;

use everwire_tests::values::{self, bytes, list, text};

shapes! {
    a_list_of_integers: Vec<i64>, list(values::i64());
    a_list_of_lists: Vec<Vec<u32>>, list(list(values::u32()));
    a_list_of_options: Vec<Option<u32>>, list(proptest::option::of(values::u32()));
    an_array: [i32; 3], [values::i32(), values::i32(), values::i32()];
    a_sorted_set: BTreeSet<i32>, proptest::collection::btree_set(values::i32(), 0..4);
    an_option [nil]: Option<u32>, proptest::option::of(values::u32());
    an_optional_list [nil]: Option<Vec<u32>>, proptest::option::of(list(values::u32()));
    an_optional_map [nil]: Option<BTreeMap<u8, Vec<u32>>>,
        proptest::option::of(proptest::collection::btree_map(values::u8(), list(values::u32()), 0..3));
}

variations! {
    a_list_of_bools: Vec<bool>, list(any::<bool>());
    a_list_of_narrow_integers: Vec<i8>, list(values::i8());
    a_list_of_wide_integers: Vec<u128>, list(values::u128());
    a_list_of_floats: Vec<f32>, list(values::f32());
    a_list_of_strings: Vec<String>, list(text());
    a_list_of_bytes: Vec<Vec<u8>>, list(bytes());
    a_list_of_lists_of_lists: Vec<Vec<Vec<String>>>, list(list(list(text())));
    a_list_of_optional_lists: Vec<Option<Vec<u32>>>, list(proptest::option::of(list(values::u32())));
    a_list_of_maps: Vec<BTreeMap<String, u32>>, list(proptest::collection::btree_map(text(), values::u32(), 0..3));
    a_list_of_units: Vec<()>, list(Just(()));
    a_deque: VecDeque<u32>, list(values::u32()).prop_map(VecDeque::from);
    a_boxed_slice: Box<[String]>, list(text()).prop_map(Vec::into_boxed_slice);
    a_counted_slice: Rc<[String]>, list(text()).prop_map(Rc::from);
    an_array_of_strings: [String; 2], [text(), text()];
    an_array_of_arrays: [[u8; 2]; 3], any::<[[u8; 2]; 3]>();
    an_array_of_options: [Option<bool>; 2], any::<[Option<bool>; 2]>();
    a_hashed_set: HashSet<String>, proptest::collection::hash_set(text(), 0..4);
    a_set_of_lists: BTreeSet<Vec<u32>>, proptest::collection::btree_set(list(values::u32()), 0..4);
    some_optional_bytes: Option<Vec<u8>>, proptest::option::of(bytes());
    an_optional_list_of_options: Option<Vec<Option<String>>>, proptest::option::of(list(proptest::option::of(text())));
}
