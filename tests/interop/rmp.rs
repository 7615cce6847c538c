//! MessagePack: the bytes of rmp-serde for the same struct, and what its other habits write is read.

use std::collections::BTreeMap;

use everwire::{Codec, Wire};
use everwire_tests::{hex, sample, sampler, values};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Codec, Clone, Debug, Deserialize, PartialEq, Serialize)]
struct Awkward {
    byte: u8,
    short: u16,
    int: u32,
    long: u64,
    size: usize,
    signed_byte: i8,
    signed_short: i16,
    signed_int: i32,
    signed_long: i64,
    wide: u128,
    signed_wide: i128,
    single: f32,
    double: f64,
    truth: bool,
    text: String,
    character: char,
    #[serde(with = "serde_bytes")]
    bytes: Vec<u8>,
    #[serde(with = "serde_bytes")]
    optional_bytes: Option<Vec<u8>>,
    optional: Option<i64>,
    optional_text: Option<String>,
    list: Vec<i32>,
    texts: Vec<String>,
    lists: Vec<Vec<u64>>,
    options: Vec<Option<f32>>,
    map: BTreeMap<String, i64>,
    numbers: BTreeMap<i32, Inner>,
    flags: BTreeMap<bool, Vec<u16>>,
    inner: Inner,
    optional_inner: Option<Inner>,
    inners: Vec<Inner>,
    boxed: Box<Inner>,
    pair: (u32, String),
    array: [i16; 3],
    id: Id,
    point: Point,
}

#[derive(Codec, Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
struct Inner {
    name: String,
    number: Option<u64>,
}

#[derive(Codec, Clone, Debug, Deserialize, PartialEq, Serialize)]
struct Id(u64);

#[derive(Codec, Clone, Debug, Deserialize, PartialEq, Serialize)]
struct Point(f32, f64);

fn awkward(runner: &mut proptest::test_runner::TestRunner) -> Awkward {
    use proptest::collection::btree_map;
    use proptest::option::of;
    use values::list;
    let inner = || {
        (values::text(), of(values::u64()))
            .prop_map(|(name, number)| Inner { name, number })
            .boxed()
    };
    Awkward {
        byte: sample(runner, &values::u8()),
        short: sample(runner, &values::u16()),
        int: sample(runner, &values::u32()),
        long: sample(runner, &values::u64()),
        size: sample(runner, &values::usize()),
        signed_byte: sample(runner, &values::i8()),
        signed_short: sample(runner, &values::i16()),
        signed_int: sample(runner, &values::i32()),
        signed_long: sample(runner, &values::i64()),
        wide: sample(runner, &values::u128()),
        signed_wide: sample(runner, &values::i128()),
        single: sample(runner, &values::f32()),
        double: sample(runner, &values::f64()),
        truth: sample(runner, &any::<bool>()),
        text: sample(runner, &values::text()),
        character: sample(runner, &values::char()),
        bytes: sample(runner, &values::bytes()),
        optional_bytes: sample(runner, &of(values::bytes())),
        optional: sample(runner, &of(values::i64())),
        optional_text: sample(runner, &of(values::text())),
        list: sample(runner, &proptest::collection::vec(values::i32(), 0..20)),
        texts: sample(runner, &list(values::text())),
        lists: sample(runner, &list(list(values::u64()))),
        options: sample(runner, &list(of(values::f32()))),
        map: sample(runner, &btree_map(values::text(), values::i64(), 0..20)),
        numbers: sample(runner, &btree_map(values::i32(), inner(), 0..3)),
        flags: sample(runner, &btree_map(any::<bool>(), list(values::u16()), 0..3)),
        inner: sample(runner, &inner()),
        optional_inner: sample(runner, &of(inner())),
        inners: sample(runner, &list(inner())),
        boxed: Box::new(sample(runner, &inner())),
        pair: sample(runner, &(values::u32(), values::text())),
        array: sample(runner, &[values::i16(), values::i16(), values::i16()]),
        id: Id(sample(runner, &values::u64())),
        point: Point(
            sample(runner, &values::f32()),
            sample(runner, &values::f64()),
        ),
    }
}

#[test]
fn the_bytes_are_those_of_rmp_serde() {
    let mut runner = sampler();
    for _ in 0..128 {
        let value = awkward(&mut runner);
        let theirs = rmp_serde::to_vec(&value).unwrap();
        let ours = Wire::MsgPack.encode(&value).unwrap();
        assert_eq!(hex(&ours), hex(&theirs), "{value:?}");
        assert_eq!(Wire::MsgPack.decode::<Awkward>(&theirs).unwrap(), value);
        assert_eq!(rmp_serde::from_slice::<Awkward>(&ours).unwrap(), value);
    }
}

#[test]
fn structs_as_maps_of_names_are_read() {
    let mut runner = sampler();
    for _ in 0..64 {
        let value = awkward(&mut runner);
        let theirs = rmp_serde::to_vec_named(&value).unwrap();
        assert_eq!(Wire::MsgPack.decode::<Awkward>(&theirs).unwrap(), value);
    }
}

#[derive(Codec, Clone, Debug, Deserialize, PartialEq, Serialize)]
enum Shape {
    Nothing,
    Circle(f64),
    Pair(i32, String),
    Rectangle { width: f64, height: f64 },
}

#[derive(Codec, Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
enum Status {
    Draft,
    Paid,
}

#[derive(Codec, Clone, Debug, Deserialize, PartialEq, Serialize)]
struct Enums {
    #[codec(1, required)]
    shape: Shape,
    #[codec(2)]
    shapes: Vec<Shape>,
    #[codec(3)]
    status: Status,
    #[codec(4)]
    bytes: Vec<u8>,
}

#[test]
fn enums_and_lists_of_numbers_as_rmp_serde_writes_them_are_read() {
    let value = Enums {
        shape: Shape::Circle(1.5),
        shapes: vec![
            Shape::Nothing,
            Shape::Pair(-1, "x".into()),
            Shape::Rectangle {
                width: 1.0,
                height: 2.0,
            },
        ],
        status: Status::Paid,
        bytes: vec![0, 127, 128, 255],
    };
    let theirs = rmp_serde::to_vec(&value).unwrap();
    assert_eq!(
        Wire::MsgPack.decode::<Enums>(&theirs).unwrap(),
        value,
        "{}",
        hex(&theirs)
    );
    let named = rmp_serde::to_vec_named(&value).unwrap();
    assert_eq!(
        Wire::MsgPack.decode::<Enums>(&named).unwrap(),
        value,
        "{}",
        hex(&named)
    );
}
