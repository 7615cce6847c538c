//! Scalars, text, bytes, times, and what points to them.

use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use everwire_tests::values::{self, bytes, text};

shapes! {
    a_bool: bool, any::<bool>();
    a_u16: u16, values::u16();
    a_u64: u64, values::u64();
    a_usize: usize, values::usize();
    a_u128: u128, values::u128();
    an_i8: i8, values::i8();
    an_i64: i64, values::i64();
    an_i128: i128, values::i128();
    an_f32: f32, values::f32();
    an_f64: f64, values::f64();
    a_char: char, values::char();
    a_string: String, text();
    some_bytes: Vec<u8>, bytes();
    an_array_of_bytes: [u8; 5], any::<[u8; 5]>();
    a_duration: Duration, values::duration();
    a_system_time: SystemTime, values::system_time();
    a_shared_str: Arc<str>, text().prop_map(Arc::from);
    a_unit [nil]: (), Just(());
}

variations! {
    a_u8: u8, values::u8();
    a_u32: u32, values::u32();
    an_i16: i16, values::i16();
    an_i32: i32, values::i32();
    an_isize: isize, values::isize();
    a_boxed_string: Box<String>, text().prop_map(Box::new);
    a_boxed_str: Box<str>, text().prop_map(String::into_boxed_str);
    some_boxed_bytes: Box<[u8]>, bytes().prop_map(Vec::into_boxed_slice);
    a_counted_u64: Rc<u64>, values::u64().prop_map(Rc::new);
    some_shared_bytes: Arc<[u8]>, bytes().prop_map(Arc::from);
}
