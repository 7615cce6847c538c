//! Every scalar: plain, optional, repeated and packed, repeated and unpacked.

use everwire::Codec;
use everwire_tests::{sample, sampler, values};
use proptest::prelude::*;

use super::{Colour, Point, agrees, colour, peer, point};

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "test.v1.Scalars")]
struct Scalars {
    #[codec(1)]
    double: f64,
    #[codec(2)]
    float: f32,
    #[codec(3)]
    int32: i32,
    #[codec(4)]
    int64: i64,
    #[codec(5)]
    uint32: u32,
    #[codec(6)]
    uint64: u64,
    #[codec(7, sint)]
    sint32: i32,
    #[codec(8, sint)]
    sint64: i64,
    #[codec(9, fixed)]
    fixed32: u32,
    #[codec(10, fixed)]
    fixed64: u64,
    #[codec(11, fixed)]
    sfixed32: i32,
    #[codec(12, fixed)]
    sfixed64: i64,
    #[codec(13)]
    bool: bool,
    #[codec(14)]
    string: String,
    #[codec(15)]
    bytes: Vec<u8>,
    #[codec(16)]
    colour: Colour,
    #[codec(17)]
    point: Option<Point>,
    #[codec(536870911)]
    last: u32,
}

#[test]
fn plain_scalars_agree() {
    let mut runner = sampler();
    for _ in 0..128 {
        let ours = Scalars {
            double: sample(&mut runner, &values::f64()),
            float: sample(&mut runner, &values::f32()),
            int32: sample(&mut runner, &values::i32()),
            int64: sample(&mut runner, &values::i64()),
            uint32: sample(&mut runner, &values::u32()),
            uint64: sample(&mut runner, &values::u64()),
            sint32: sample(&mut runner, &values::i32()),
            sint64: sample(&mut runner, &values::i64()),
            fixed32: sample(&mut runner, &values::u32()),
            fixed64: sample(&mut runner, &values::u64()),
            sfixed32: sample(&mut runner, &values::i32()),
            sfixed64: sample(&mut runner, &values::i64()),
            bool: sample(&mut runner, &any::<bool>()),
            string: sample(&mut runner, &values::text()),
            bytes: sample(&mut runner, &values::bytes()),
            colour: sample(&mut runner, &colour()),
            point: sample(&mut runner, &proptest::option::of(point())),
            last: sample(&mut runner, &values::u32()),
        };
        let theirs = peer::v1::Scalars {
            double: ours.double,
            float: ours.float,
            int32: ours.int32,
            int64: ours.int64,
            uint32: ours.uint32,
            uint64: ours.uint64,
            sint32: ours.sint32,
            sint64: ours.sint64,
            fixed32: ours.fixed32,
            fixed64: ours.fixed64,
            sfixed32: ours.sfixed32,
            sfixed64: ours.sfixed64,
            bool: ours.bool,
            string: ours.string.clone(),
            bytes: ours.bytes.clone(),
            colour: ours.colour.number(),
            point: ours.point.map(Point::peer),
            last: ours.last,
        };
        agrees(&ours, &theirs);
    }
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "test.v1.Optionals")]
struct Optionals {
    #[codec(1)]
    double: Option<f64>,
    #[codec(2)]
    float: Option<f32>,
    #[codec(3)]
    int32: Option<i32>,
    #[codec(4)]
    int64: Option<i64>,
    #[codec(5)]
    uint32: Option<u32>,
    #[codec(6)]
    uint64: Option<u64>,
    #[codec(7, sint)]
    sint32: Option<i32>,
    #[codec(8, sint)]
    sint64: Option<i64>,
    #[codec(9, fixed)]
    fixed32: Option<u32>,
    #[codec(10, fixed)]
    fixed64: Option<u64>,
    #[codec(11, fixed)]
    sfixed32: Option<i32>,
    #[codec(12, fixed)]
    sfixed64: Option<i64>,
    #[codec(13)]
    bool: Option<bool>,
    #[codec(14)]
    string: Option<String>,
    #[codec(15)]
    bytes: Option<Vec<u8>>,
    #[codec(16)]
    colour: Option<Colour>,
    #[codec(17)]
    point: Option<Point>,
}

#[test]
fn optional_scalars_agree() {
    let mut runner = sampler();
    for _ in 0..128 {
        let ours = Optionals {
            double: sample(&mut runner, &proptest::option::of(values::f64())),
            float: sample(&mut runner, &proptest::option::of(values::f32())),
            int32: sample(&mut runner, &proptest::option::of(values::i32())),
            int64: sample(&mut runner, &proptest::option::of(values::i64())),
            uint32: sample(&mut runner, &proptest::option::of(values::u32())),
            uint64: sample(&mut runner, &proptest::option::of(values::u64())),
            sint32: sample(&mut runner, &proptest::option::of(values::i32())),
            sint64: sample(&mut runner, &proptest::option::of(values::i64())),
            fixed32: sample(&mut runner, &proptest::option::of(values::u32())),
            fixed64: sample(&mut runner, &proptest::option::of(values::u64())),
            sfixed32: sample(&mut runner, &proptest::option::of(values::i32())),
            sfixed64: sample(&mut runner, &proptest::option::of(values::i64())),
            bool: sample(&mut runner, &proptest::option::of(any::<bool>())),
            string: sample(&mut runner, &proptest::option::of(values::text())),
            bytes: sample(&mut runner, &proptest::option::of(values::bytes())),
            colour: sample(&mut runner, &proptest::option::of(colour())),
            point: sample(&mut runner, &proptest::option::of(point())),
        };
        let theirs = peer::v1::Optionals {
            double: ours.double,
            float: ours.float,
            int32: ours.int32,
            int64: ours.int64,
            uint32: ours.uint32,
            uint64: ours.uint64,
            sint32: ours.sint32,
            sint64: ours.sint64,
            fixed32: ours.fixed32,
            fixed64: ours.fixed64,
            sfixed32: ours.sfixed32,
            sfixed64: ours.sfixed64,
            bool: ours.bool,
            string: ours.string.clone(),
            bytes: ours.bytes.clone(),
            colour: ours.colour.map(Colour::number),
            point: ours.point.map(Point::peer),
        };
        agrees(&ours, &theirs);
    }
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "test.v1.Lists")]
struct Lists {
    #[codec(1)]
    double: Vec<f64>,
    #[codec(2)]
    float: Vec<f32>,
    #[codec(3)]
    int32: Vec<i32>,
    #[codec(4)]
    int64: Vec<i64>,
    #[codec(5)]
    uint32: Vec<u32>,
    #[codec(6)]
    uint64: Vec<u64>,
    #[codec(7, sint)]
    sint32: Vec<i32>,
    #[codec(8, sint)]
    sint64: Vec<i64>,
    #[codec(9, fixed)]
    fixed32: Vec<u32>,
    #[codec(10, fixed)]
    fixed64: Vec<u64>,
    #[codec(11, fixed)]
    sfixed32: Vec<i32>,
    #[codec(12, fixed)]
    sfixed64: Vec<i64>,
    #[codec(13)]
    bool: Vec<bool>,
    #[codec(14)]
    string: Vec<String>,
    #[codec(15)]
    bytes: Vec<Vec<u8>>,
    #[codec(16)]
    colour: Vec<Colour>,
    #[codec(17)]
    point: Vec<Point>,
}

#[test]
fn packed_lists_agree() {
    let mut runner = sampler();
    for _ in 0..128 {
        let ours = Lists {
            double: sample(&mut runner, &values::list(values::f64())),
            float: sample(&mut runner, &values::list(values::f32())),
            int32: sample(&mut runner, &values::list(values::i32())),
            int64: sample(&mut runner, &values::list(values::i64())),
            uint32: sample(&mut runner, &values::list(values::u32())),
            uint64: sample(&mut runner, &values::list(values::u64())),
            sint32: sample(&mut runner, &values::list(values::i32())),
            sint64: sample(&mut runner, &values::list(values::i64())),
            fixed32: sample(&mut runner, &values::list(values::u32())),
            fixed64: sample(&mut runner, &values::list(values::u64())),
            sfixed32: sample(&mut runner, &values::list(values::i32())),
            sfixed64: sample(&mut runner, &values::list(values::i64())),
            bool: sample(&mut runner, &values::list(any::<bool>())),
            string: sample(&mut runner, &values::list(values::text())),
            bytes: sample(&mut runner, &values::list(values::bytes())),
            colour: sample(&mut runner, &values::list(colour())),
            point: sample(&mut runner, &values::list(point())),
        };
        let theirs = peer::v1::Lists {
            double: ours.double.clone(),
            float: ours.float.clone(),
            int32: ours.int32.clone(),
            int64: ours.int64.clone(),
            uint32: ours.uint32.clone(),
            uint64: ours.uint64.clone(),
            sint32: ours.sint32.clone(),
            sint64: ours.sint64.clone(),
            fixed32: ours.fixed32.clone(),
            fixed64: ours.fixed64.clone(),
            sfixed32: ours.sfixed32.clone(),
            sfixed64: ours.sfixed64.clone(),
            bool: ours.bool.clone(),
            string: ours.string.clone(),
            bytes: ours.bytes.clone(),
            colour: ours.colour.iter().map(|colour| colour.number()).collect(),
            point: ours.point.iter().map(|point| point.peer()).collect(),
        };
        agrees(&ours, &theirs);
    }
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "test.v1.Unpacked")]
struct Unpacked {
    #[codec(1, unpacked)]
    double: Vec<f64>,
    #[codec(2, unpacked)]
    float: Vec<f32>,
    #[codec(3, unpacked)]
    int32: Vec<i32>,
    #[codec(4, unpacked)]
    int64: Vec<i64>,
    #[codec(5, unpacked)]
    uint32: Vec<u32>,
    #[codec(6, unpacked)]
    uint64: Vec<u64>,
    #[codec(7, sint, unpacked)]
    sint32: Vec<i32>,
    #[codec(8, sint, unpacked)]
    sint64: Vec<i64>,
    #[codec(9, fixed, unpacked)]
    fixed32: Vec<u32>,
    #[codec(10, fixed, unpacked)]
    fixed64: Vec<u64>,
    #[codec(11, fixed, unpacked)]
    sfixed32: Vec<i32>,
    #[codec(12, fixed, unpacked)]
    sfixed64: Vec<i64>,
    #[codec(13, unpacked)]
    bool: Vec<bool>,
    #[codec(14)]
    string: Vec<String>,
    #[codec(15)]
    bytes: Vec<Vec<u8>>,
    #[codec(16, unpacked)]
    colour: Vec<Colour>,
    #[codec(17)]
    point: Vec<Point>,
}

#[test]
fn unpacked_lists_agree() {
    let mut runner = sampler();
    for _ in 0..128 {
        let ours = Unpacked {
            double: sample(&mut runner, &values::list(values::f64())),
            float: sample(&mut runner, &values::list(values::f32())),
            int32: sample(&mut runner, &values::list(values::i32())),
            int64: sample(&mut runner, &values::list(values::i64())),
            uint32: sample(&mut runner, &values::list(values::u32())),
            uint64: sample(&mut runner, &values::list(values::u64())),
            sint32: sample(&mut runner, &values::list(values::i32())),
            sint64: sample(&mut runner, &values::list(values::i64())),
            fixed32: sample(&mut runner, &values::list(values::u32())),
            fixed64: sample(&mut runner, &values::list(values::u64())),
            sfixed32: sample(&mut runner, &values::list(values::i32())),
            sfixed64: sample(&mut runner, &values::list(values::i64())),
            bool: sample(&mut runner, &values::list(any::<bool>())),
            string: sample(&mut runner, &values::list(values::text())),
            bytes: sample(&mut runner, &values::list(values::bytes())),
            colour: sample(&mut runner, &values::list(colour())),
            point: sample(&mut runner, &values::list(point())),
        };
        let theirs = peer::v1::Unpacked {
            double: ours.double.clone(),
            float: ours.float.clone(),
            int32: ours.int32.clone(),
            int64: ours.int64.clone(),
            uint32: ours.uint32.clone(),
            uint64: ours.uint64.clone(),
            sint32: ours.sint32.clone(),
            sint64: ours.sint64.clone(),
            fixed32: ours.fixed32.clone(),
            fixed64: ours.fixed64.clone(),
            sfixed32: ours.sfixed32.clone(),
            sfixed64: ours.sfixed64.clone(),
            bool: ours.bool.clone(),
            string: ours.string.clone(),
            bytes: ours.bytes.clone(),
            colour: ours.colour.iter().map(|colour| colour.number()).collect(),
            point: ours.point.iter().map(|point| point.peer()).collect(),
        };
        agrees(&ours, &theirs);
    }
}

#[test]
fn packed_and_unpacked_lists_are_read_alike() {
    let lists = Lists {
        double: vec![0.0, 1.5],
        float: vec![0.5],
        int32: vec![-1, 0, 300],
        int64: vec![i64::MIN],
        uint32: vec![u32::MAX, 1],
        uint64: vec![0, u64::MAX],
        sint32: vec![-1, 1],
        sint64: vec![i64::MIN, 0],
        fixed32: vec![1, 2, 3],
        fixed64: vec![u64::MAX],
        sfixed32: vec![-1],
        sfixed64: vec![-1, 0],
        bool: vec![true, false],
        string: vec![String::new(), "x".into()],
        bytes: vec![vec![], vec![0]],
        colour: vec![Colour::Blue, Colour::Other(7)],
        point: vec![Point::default()],
    };
    let packed = everwire::Wire::Protobuf.encode(&lists).unwrap();
    let unpacked: Unpacked = everwire::Wire::Protobuf.decode(&packed).unwrap();
    let bytes = everwire::Wire::Protobuf.encode(&unpacked).unwrap();
    assert_ne!(bytes, packed);
    assert_eq!(
        everwire::Wire::Protobuf.decode::<Lists>(&bytes).unwrap(),
        lists
    );
    let twice: Lists = everwire::Wire::Protobuf
        .decode(&[packed, bytes].concat())
        .unwrap();
    assert_eq!(
        (twice.int32, twice.point.len()),
        (vec![-1, 0, 300, -1, 0, 300], 2)
    );
}
