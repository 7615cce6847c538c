//! Protobuf's other encodings, which change nothing for the other wires.

use everwire_tests::{for_all, survives, values};

use std::collections::BTreeMap;

use everwire::Codec;
use proptest::prelude::*;

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Point {
    #[codec(1, sint)]
    x: i32,
    #[codec(2, fixed)]
    y: i64,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Encoded {
    #[codec(1, sint)]
    zigzag: i32,
    #[codec(2, sint)]
    long_zigzag: Option<i64>,
    #[codec(3, fixed)]
    fixed: u32,
    #[codec(4, fixed)]
    long_fixed: Option<u64>,
    #[codec(5, fixed)]
    signed_fixed: Vec<i32>,
    #[codec(6, fixed, unpacked)]
    unpacked_fixed: Vec<i64>,
    #[codec(7, sint, unpacked)]
    unpacked_zigzag: Vec<i64>,
    #[codec(8, unpacked)]
    unpacked: Vec<u32>,
    #[codec(9, group)]
    group: Option<Point>,
    #[codec(10, group)]
    groups: Vec<Point>,
    #[codec(11, key(sint), value(fixed))]
    map: BTreeMap<i32, u64>,
    #[codec(12, sint)]
    narrow: i8,
    #[codec(13, fixed)]
    narrow_fixed: Vec<u16>,
    #[codec(14, group)]
    plain_group: Point,
    #[codec(15, unpacked)]
    unpacked_array: [f32; 2],
    #[codec(17, sint)]
    optional_list: Option<Vec<i32>>,
    #[codec(18, unpacked)]
    unpacked_shared: std::rc::Rc<[bool]>,
    #[codec(19, fixed)]
    byte: u8,
}

fn point() -> impl Strategy<Value = Point> + Clone {
    (values::i32(), values::i64()).prop_map(|(x, y)| Point { x, y })
}

fn encoded() -> impl Strategy<Value = Encoded> {
    let first = (
        values::i32(),
        proptest::option::of(values::i64()),
        values::u32(),
        proptest::option::of(values::u64()),
        values::list(values::i32()),
        values::list(values::i64()),
        values::list(values::i64()),
        values::list(values::u32()),
        proptest::option::of(point()),
        values::list(point()),
    );
    let second = (
        proptest::collection::btree_map(values::i32(), values::u64(), 0..3),
        values::i8(),
        values::list(values::u16()),
        point(),
        [values::f32(), values::f32()],
        proptest::option::of(values::list(values::i32())),
        values::list(any::<bool>()),
        values::u8(),
    );
    (first, second).prop_map(|(first, second)| Encoded {
        zigzag: first.0,
        long_zigzag: first.1,
        fixed: first.2,
        long_fixed: first.3,
        signed_fixed: first.4,
        unpacked_fixed: first.5,
        unpacked_zigzag: first.6,
        unpacked: first.7,
        group: first.8,
        groups: first.9,
        map: second.0,
        narrow: second.1,
        narrow_fixed: second.2,
        plain_group: second.3,
        unpacked_array: second.4,
        optional_list: second.5,
        unpacked_shared: second.6.into(),
        byte: second.7,
    })
}

#[test]
fn other_encodings_come_back() {
    for_all(64, &(encoded(), encoded()), |(value, other)| {
        survives(&value, &other)
    });
}
