//! What holds others: presence, lists, tuples, arrays, sets, maps with every kind of key, messages in messages.

use std::collections::{BTreeMap, BTreeSet};

use everwire::Codec;
use everwire_tests::values::list;
use everwire_tests::{sample, values};
use proptest::collection::{btree_map, btree_set};
use proptest::option::of;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::Sample;
use super::enums::Closed;
use super::scalars::letter;

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "test.python.Inner")]
pub struct Inner {
    #[codec(1)]
    pub name: String,
    #[codec(2)]
    pub number: Option<u64>,
}

#[derive(Codec, Clone, Debug)]
#[codec(name = "test.python.Optionals")]
pub struct Optionals {
    #[codec(1)]
    pub truth: Option<bool>,
    #[codec(2)]
    pub integer: Option<i64>,
    #[codec(3)]
    pub real: Option<f64>,
    #[codec(4)]
    pub text: Option<String>,
    #[codec(5)]
    pub blob: Option<Vec<u8>>,
    #[codec(6)]
    pub inner: Option<Inner>,
    #[codec(7)]
    pub numbers: Option<Vec<u32>>,
    #[codec(8)]
    pub counts: Option<BTreeMap<String, u32>>,
    #[codec(9)]
    pub plain: Inner,
}

#[derive(Codec, Clone, Debug)]
#[codec(name = "test.python.Lists")]
pub struct Lists {
    #[codec(1)]
    pub numbers: Vec<u64>,
    #[codec(2)]
    pub truths: Vec<bool>,
    #[codec(3)]
    pub strings: Vec<String>,
    #[codec(4)]
    pub blobs: Vec<Vec<u8>>,
    #[codec(5)]
    pub nested: Vec<Vec<i32>>,
    #[codec(6)]
    pub perhaps: Vec<Option<i32>>,
    #[codec(7)]
    pub inners: Vec<Inner>,
    #[codec(8)]
    pub array: [i16; 3],
    #[codec(9)]
    pub unique: BTreeSet<u32>,
    #[codec(10)]
    pub pair: (u32, String),
    #[codec(11)]
    pub pairs: Vec<(u32, String)>,
    #[codec(12)]
    pub unit: (),
    #[codec(13, sint, unpacked)]
    pub loose: Vec<i64>,
    #[codec(14, fixed)]
    pub fixed: Vec<u32>,
}

#[derive(Codec, Clone, Debug)]
#[codec(name = "test.python.Maps")]
pub struct Maps {
    #[codec(1)]
    pub by_string: BTreeMap<String, String>,
    #[codec(2)]
    pub by_u8: BTreeMap<u8, i32>,
    #[codec(3)]
    pub by_u64: BTreeMap<u64, Inner>,
    #[codec(4)]
    pub by_i64: BTreeMap<i64, Vec<u8>>,
    #[codec(5)]
    pub by_i32: BTreeMap<i32, f64>,
    #[codec(6)]
    pub by_bool: BTreeMap<bool, bool>,
    #[codec(7)]
    pub by_char: BTreeMap<char, u32>,
    #[codec(8)]
    pub by_closed: BTreeMap<Closed, String>,
    #[codec(9)]
    pub lists: BTreeMap<String, Vec<u32>>,
    #[codec(10)]
    pub maps: BTreeMap<String, BTreeMap<u32, u32>>,
    #[codec(11)]
    pub perhaps: BTreeMap<String, Option<u32>>,
}

#[derive(Codec, Clone, Debug)]
#[codec(name = "test.python.Tree")]
pub struct Tree {
    #[codec(1)]
    pub value: i64,
    #[codec(2)]
    pub left: Option<Box<Tree>>,
    #[codec(3)]
    pub children: Vec<Tree>,
    #[codec(4)]
    pub named: BTreeMap<String, Tree>,
}

fn inner() -> impl Strategy<Value = Inner> + Clone {
    (values::text(), of(values::u64())).prop_map(|(name, number)| Inner { name, number })
}

/// A float that JSON has a number for; `Floats` has the others.
fn finite() -> impl Strategy<Value = f64> + Clone {
    values::f64().prop_filter("finite", |float| float.is_finite())
}

impl Sample for Optionals {
    fn edges() -> Vec<Self> {
        let nothing = Self {
            truth: None,
            integer: None,
            real: None,
            text: None,
            blob: None,
            inner: None,
            numbers: None,
            counts: None,
            plain: Inner {
                name: String::new(),
                number: None,
            },
        };
        let zeros = Self {
            truth: Some(false),
            integer: Some(0),
            real: Some(0.0),
            text: Some(String::new()),
            blob: Some(Vec::new()),
            inner: Some(nothing.plain.clone()),
            numbers: Some(Vec::new()),
            counts: Some(BTreeMap::new()),
            plain: Inner {
                name: String::new(),
                number: Some(0),
            },
        };
        let full = Self {
            truth: Some(true),
            integer: Some(i64::MIN),
            real: Some(-0.0),
            text: Some("é".to_owned()),
            blob: Some(vec![0]),
            inner: Some(Inner {
                name: "a".to_owned(),
                number: Some(u64::MAX),
            }),
            numbers: Some(vec![0, 1]),
            counts: Some(BTreeMap::from([("k".to_owned(), 1)])),
            plain: Inner {
                name: "b".to_owned(),
                number: Some(1),
            },
        };
        vec![nothing, zeros, full]
    }

    fn drawn(runner: &mut TestRunner) -> Self {
        Self {
            truth: sample(runner, &of(any::<bool>())),
            integer: sample(runner, &of(values::i64())),
            real: sample(runner, &of(finite())),
            text: sample(runner, &of(values::text())),
            blob: sample(runner, &of(values::bytes())),
            inner: sample(runner, &of(inner())),
            numbers: sample(runner, &of(list(values::u32()))),
            counts: sample(runner, &of(btree_map("[a-z]{1,4}", 1..u32::MAX, 0..3))),
            plain: sample(runner, &inner()),
        }
    }
}

impl Sample for Lists {
    fn edges() -> Vec<Self> {
        // The lengths at which a header of MessagePack grows.
        let long = [0, 1, 15, 16, 17, 65_535, 65_536].map(|length: u32| Self {
            numbers: (0..u64::from(length)).map(|at| at << (at % 64)).collect(),
            truths: vec![true, false, true],
            strings: vec![String::new(), "é".to_owned()],
            blobs: vec![Vec::new(), vec![255]],
            nested: vec![Vec::new(), vec![0, i32::MIN, i32::MAX]],
            perhaps: vec![None, Some(0), Some(-1), None],
            inners: vec![
                Inner {
                    name: String::new(),
                    number: None
                };
                length.min(20) as usize
            ],
            array: [0, i16::MIN, i16::MAX],
            unique: (0..length.min(300)).collect(),
            pair: (length, "p".to_owned()),
            pairs: vec![(0, String::new()), (1, "q".to_owned())],
            unit: (),
            loose: vec![0, -1, i64::MIN, i64::MAX],
            fixed: vec![0, u32::MAX],
        });
        long.to_vec()
    }

    fn drawn(runner: &mut TestRunner) -> Self {
        Self {
            numbers: sample(runner, &list(values::u64())),
            truths: sample(runner, &list(any::<bool>())),
            strings: sample(runner, &list(values::text())),
            blobs: sample(runner, &list(values::bytes())),
            nested: sample(runner, &list(list(values::i32()))),
            perhaps: sample(runner, &list(of(values::i32()))),
            inners: sample(runner, &list(inner())),
            array: sample(runner, &[values::i16(), values::i16(), values::i16()]),
            unique: sample(runner, &btree_set(values::u32(), 0..9)),
            pair: sample(runner, &(values::u32(), values::text())),
            pairs: sample(runner, &list((values::u32(), values::text()))),
            unit: (),
            loose: sample(runner, &list(values::i64())),
            fixed: sample(runner, &list(values::u32())),
        }
    }
}

impl Sample for Maps {
    fn edges() -> Vec<Self> {
        let full = |length: u32| Self {
            by_string: (0..length)
                .map(|at| (format!("{at:07}"), String::new()))
                .collect(),
            by_u8: [0, 1, 127, 128, 255]
                .map(|key| (key, i32::from(key)))
                .into(),
            by_u64: [0, u64::MAX]
                .map(|key| {
                    (
                        key,
                        Inner {
                            name: String::new(),
                            number: Some(key),
                        },
                    )
                })
                .into(),
            by_i64: [i64::MIN, -1, 0, i64::MAX].map(|key| (key, vec![0])).into(),
            by_i32: [i32::MIN, -33, -32, 0, i32::MAX]
                .map(|key| (key, -0.0))
                .into(),
            by_bool: [(false, true), (true, false)].into(),
            by_char: ['\u{1}', 'a', 'é', '\u{10ffff}'].map(|key| (key, 0)).into(),
            by_closed: [Closed::Lost, Closed::Draft, Closed::Last]
                .map(|key| (key, "v".to_owned()))
                .into(),
            lists: [(String::new(), Vec::new()), ("é".to_owned(), vec![0, 1])].into(),
            maps: [
                (String::new(), BTreeMap::new()),
                ("é".to_owned(), [(0, 0), (1, 1)].into()),
            ]
            .into(),
            perhaps: [
                (String::new(), None),
                ("0".to_owned(), Some(0)),
                ("1".to_owned(), Some(1)),
            ]
            .into(),
        };
        let mut edges: Vec<_> = [0, 1, 15, 16, 65_535, 65_536].map(full).to_vec();
        edges.push(Self {
            by_string: BTreeMap::new(),
            by_u8: BTreeMap::new(),
            by_u64: BTreeMap::new(),
            by_i64: BTreeMap::new(),
            by_i32: BTreeMap::new(),
            by_bool: BTreeMap::new(),
            by_char: BTreeMap::new(),
            by_closed: BTreeMap::new(),
            lists: BTreeMap::new(),
            maps: BTreeMap::new(),
            perhaps: BTreeMap::new(),
        });
        edges
    }

    fn drawn(runner: &mut TestRunner) -> Self {
        Self {
            by_string: sample(runner, &btree_map(values::text(), values::text(), 0..4)),
            by_u8: sample(runner, &btree_map(values::u8(), values::i32(), 0..4)),
            by_u64: sample(runner, &btree_map(values::u64(), inner(), 0..4)),
            by_i64: sample(runner, &btree_map(values::i64(), values::bytes(), 0..4)),
            by_i32: sample(runner, &btree_map(values::i32(), finite(), 0..4)),
            by_bool: sample(runner, &btree_map(any::<bool>(), any::<bool>(), 0..3)),
            by_char: sample(runner, &btree_map(letter(), values::u32(), 0..4)),
            by_closed: BTreeMap::from([(Closed::Paid, sample(runner, &values::text()))]),
            lists: sample(
                runner,
                &btree_map(values::text(), list(values::u32()), 0..4),
            ),
            maps: sample(
                runner,
                &btree_map(
                    values::text(),
                    btree_map(values::u32(), values::u32(), 0..3),
                    0..4,
                ),
            ),
            perhaps: sample(runner, &btree_map(values::text(), of(values::u32()), 0..4)),
        }
    }
}

fn tree() -> impl Strategy<Value = Tree> + Clone {
    let leaf = values::i64().prop_map(|value| Tree {
        value,
        left: None,
        children: Vec::new(),
        named: BTreeMap::new(),
    });
    leaf.prop_recursive(4, 16, 3, |inner| {
        let children = proptest::collection::vec(inner.clone(), 0..3);
        let named = btree_map(values::text(), inner.clone(), 0..2);
        (values::i64(), of(inner.prop_map(Box::new)), children, named).prop_map(
            |(value, left, children, named)| Tree {
                value,
                left,
                children,
                named,
            },
        )
    })
}

impl Sample for Tree {
    fn edges() -> Vec<Self> {
        let leaf = Self {
            value: 0,
            left: None,
            children: Vec::new(),
            named: BTreeMap::new(),
        };
        let deep = (0..40).fold(leaf.clone(), |below, value| Self {
            value,
            left: Some(Box::new(below)),
            ..leaf.clone()
        });
        vec![leaf, deep]
    }

    fn drawn(runner: &mut TestRunner) -> Self {
        sample(runner, &tree())
    }
}

tells! {
    Inner { name number }
    Optionals { truth integer real text blob inner numbers counts plain }
    Lists { numbers truths strings blobs nested perhaps inners array unique pair pairs unit loose fixed }
    Maps { by_string by_u8 by_u64 by_i64 by_i32 by_bool by_char by_closed lists maps perhaps }
    Tree { value left children named }
}
