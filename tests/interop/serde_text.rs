//! JSON: the text of serde_json for the same type, on one line and on many, and each reads the other's.

use std::collections::BTreeMap;

use everwire::{Codec, json};
use everwire_tests::{sample, sampler, values};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Codec, Clone, Debug, Deserialize, PartialEq, Serialize)]
#[codec(rename_all = "camelCase")]
#[serde(rename_all = "camelCase")]
struct Awkward {
    byte: u8,
    short: u16,
    int: u32,
    long_number: u64,
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
    optional: Option<i64>,
    #[codec(rename = "a \"name\"\n")]
    #[serde(rename = "a \"name\"\n")]
    optional_text: Option<String>,
    list: Vec<i32>,
    texts: Vec<String>,
    lists: Vec<Vec<u64>>,
    options: Vec<Option<f32>>,
    map: BTreeMap<String, f64>,
    numbers: BTreeMap<i32, Inner>,
    wides: BTreeMap<u64, u64>,
    flags: BTreeMap<bool, Vec<u16>>,
    characters: BTreeMap<char, ()>,
    maps: BTreeMap<String, BTreeMap<u8, String>>,
    inner: Inner,
    optional_inner: Option<Inner>,
    inners: Vec<Inner>,
    boxed: Box<Inner>,
    pair: (u32, String),
    one: (bool,),
    array: [i16; 3],
    id: Id,
    point: Point,
    unit: (),
    empty: Empty,
    braces: Braces,
    status: Status,
    statuses: Vec<Status>,
    by_status: BTreeMap<Status, u32>,
    shape: Option<Shape>,
    shapes: Vec<Shape>,
    #[codec(skip)]
    #[serde(skip)]
    skipped: u32,
}

#[derive(Codec, Clone, Debug, Deserialize, PartialEq, Serialize)]
struct Inner {
    name: String,
    number: Option<u64>,
}

#[derive(Codec, Clone, Debug, Deserialize, PartialEq, Serialize)]
struct Id(u64);

#[derive(Codec, Clone, Debug, Deserialize, PartialEq, Serialize)]
struct Point(f32, f64);

#[derive(Codec, Clone, Debug, Deserialize, PartialEq, Serialize)]
struct Empty;

#[derive(Codec, Clone, Debug, Deserialize, PartialEq, Serialize)]
struct Braces {}

#[derive(Codec, Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[codec(rename_all = "SCREAMING_SNAKE_CASE")]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Status {
    InBasket,
    Paid,
}

#[derive(Codec, Clone, Debug, Deserialize, PartialEq, Serialize)]
#[codec(rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
enum Shape {
    Nothing,
    Circle(f64),
    TwoThings(i32, String),
    Rectangle { width: f64, height: Option<f32> },
    Many(Vec<Shape>),
    Text(String),
}

fn single() -> impl Strategy<Value = f32> + Clone {
    values::f32().prop_filter("serde_json writes null", |float| float.is_finite())
}

fn double() -> impl Strategy<Value = f64> + Clone {
    values::f64().prop_filter("serde_json writes null", |float| float.is_finite())
}

fn shape() -> BoxedStrategy<Shape> {
    let leaf = prop_oneof![
        Just(Shape::Nothing),
        double().prop_map(Shape::Circle),
        (values::i32(), values::text()).prop_map(|(a, b)| Shape::TwoThings(a, b)),
        (double(), proptest::option::of(single()))
            .prop_map(|(width, height)| Shape::Rectangle { width, height }),
        values::text().prop_map(Shape::Text),
    ];
    leaf.prop_recursive(2, 6, 3, |inner| values::list(inner).prop_map(Shape::Many))
        .boxed()
}

fn status() -> impl Strategy<Value = Status> + Clone {
    proptest::sample::select(vec![Status::InBasket, Status::Paid])
}

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
        long_number: sample(runner, &values::u64()),
        size: sample(runner, &values::usize()),
        signed_byte: sample(runner, &values::i8()),
        signed_short: sample(runner, &values::i16()),
        signed_int: sample(runner, &values::i32()),
        signed_long: sample(runner, &values::i64()),
        wide: sample(runner, &values::u128()),
        signed_wide: sample(runner, &values::i128()),
        single: sample(runner, &single()),
        double: sample(runner, &double()),
        truth: sample(runner, &any::<bool>()),
        text: sample(runner, &values::text()),
        character: sample(runner, &values::char()),
        optional: sample(runner, &of(values::i64())),
        optional_text: sample(runner, &of(values::text())),
        list: sample(runner, &proptest::collection::vec(values::i32(), 0..20)),
        texts: sample(runner, &list(values::text())),
        lists: sample(runner, &list(list(values::u64()))),
        options: sample(runner, &list(of(single()))),
        map: sample(runner, &btree_map(values::text(), double(), 0..6)),
        numbers: sample(runner, &btree_map(values::i32(), inner(), 0..3)),
        wides: sample(runner, &btree_map(values::u64(), values::u64(), 0..3)),
        flags: sample(runner, &btree_map(any::<bool>(), list(values::u16()), 0..3)),
        characters: sample(runner, &btree_map(values::char(), Just(()), 0..3)),
        maps: sample(
            runner,
            &btree_map(
                values::text(),
                btree_map(values::u8(), values::text(), 0..3),
                0..3,
            ),
        ),
        inner: sample(runner, &inner()),
        optional_inner: sample(runner, &of(inner())),
        inners: sample(runner, &list(inner())),
        boxed: Box::new(sample(runner, &inner())),
        pair: sample(runner, &(values::u32(), values::text())),
        one: (sample(runner, &any::<bool>()),),
        array: sample(runner, &[values::i16(), values::i16(), values::i16()]),
        id: Id(sample(runner, &values::u64())),
        point: Point(sample(runner, &single()), sample(runner, &double())),
        unit: (),
        empty: Empty,
        braces: Braces {},
        status: sample(runner, &status()),
        statuses: sample(runner, &list(status())),
        by_status: sample(runner, &btree_map(status(), values::u32(), 0..3)),
        shape: sample(runner, &of(shape())),
        shapes: sample(runner, &list(shape())),
        skipped: 0,
    }
}

#[test]
fn the_text_is_that_of_serde_json() {
    let mut runner = sampler();
    for _ in 0..128 {
        let value = awkward(&mut runner);
        let theirs = serde_json::to_string(&value).unwrap();
        let ours = json::to_string(&value).unwrap();
        assert_eq!(ours, theirs, "{value:?}");
        assert_eq!(json::from_str::<Awkward>(&theirs).unwrap(), value);
        assert_eq!(serde_json::from_str::<Awkward>(&ours).unwrap(), value);
    }
}

#[test]
fn the_text_on_many_lines_is_that_of_serde_json() {
    let mut runner = sampler();
    for _ in 0..64 {
        let value = awkward(&mut runner);
        let theirs = serde_json::to_string_pretty(&value).unwrap();
        assert_eq!(json::to_string_pretty(&value).unwrap(), theirs, "{value:?}");
        assert_eq!(json::from_str::<Awkward>(&theirs).unwrap(), value);
    }
}

#[test]
fn members_may_come_in_any_order() {
    let mut runner = sampler();
    for _ in 0..64 {
        let value = awkward(&mut runner);
        let sorted =
            serde_json::to_string(&serde_json::to_value(Narrow::of(&value)).unwrap()).unwrap();
        assert_eq!(
            json::from_str::<Narrow>(&sorted).unwrap(),
            Narrow::of(&value),
            "{sorted}"
        );
    }
}

/// What serde_json's `Value` can hold.
#[derive(Codec, Clone, Debug, Deserialize, PartialEq, Serialize)]
struct Narrow {
    zeta: String,
    alpha: i64,
    omega: Vec<Inner>,
    beta: Option<Shape>,
    gamma: BTreeMap<String, f64>,
}

impl Narrow {
    fn of(value: &Awkward) -> Self {
        Self {
            zeta: value.text.clone(),
            alpha: value.signed_long,
            omega: value.inners.clone(),
            beta: value.shape.clone(),
            gamma: value.map.clone(),
        }
    }
}

#[derive(Codec, Clone, Debug, Deserialize, PartialEq, Serialize)]
struct Outer {
    #[codec(1)]
    before: u32,
    #[codec(flatten)]
    #[serde(flatten)]
    inner: Flat,
    #[codec(5)]
    after: Option<String>,
}

#[derive(Codec, Clone, Debug, Deserialize, PartialEq, Serialize)]
struct Flat {
    #[codec(2)]
    text: String,
    #[codec(4)]
    list: Vec<bool>,
}

#[test]
fn flattened_structs_agree() {
    let strategy = (
        values::u32(),
        values::text(),
        values::list(any::<bool>()),
        proptest::option::of(values::text()),
    );
    everwire_tests::for_all(64, &strategy, |(before, text, list, after)| {
        let value = Outer {
            before,
            inner: Flat { text, list },
            after,
        };
        let theirs = serde_json::to_string(&value).unwrap();
        assert_eq!(json::to_string(&value).unwrap(), theirs);
        assert_eq!(json::from_str::<Outer>(&theirs).unwrap(), value);
    });
}
