//! Types that contain themselves.

use std::collections::BTreeMap;

use everwire::Codec;
use everwire_tests::{for_all, survives, values};
use proptest::prelude::*;

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Tree {
    #[codec(1)]
    value: i64,
    #[codec(2)]
    left: Option<Box<Tree>>,
    #[codec(3)]
    children: Vec<Tree>,
    #[codec(4)]
    named: BTreeMap<String, Tree>,
    #[codec(oneof(5, 6))]
    kind: Option<Kind>,
}

#[derive(Codec, Clone, Debug, PartialEq)]
enum Kind {
    #[codec(5)]
    Leaf,
    #[codec(6)]
    Inner(Box<Tree>),
}

fn tree() -> impl Strategy<Value = Tree> {
    let leaf = values::i64().prop_map(|value| Tree {
        value,
        ..Tree::default()
    });
    leaf.prop_recursive(4, 16, 3, |inner| {
        (
            values::i64(),
            proptest::option::of(inner.clone()),
            proptest::collection::vec(inner.clone(), 0..3),
            proptest::collection::btree_map(values::text(), inner.clone(), 0..2),
            prop_oneof![
                Just(None),
                Just(Some(Kind::Leaf)),
                inner.prop_map(|tree| Some(Kind::Inner(Box::new(tree))))
            ],
        )
            .prop_map(|(value, left, children, named, kind)| Tree {
                value,
                left: left.map(Box::new),
                children,
                named,
                kind,
            })
    })
}

#[test]
fn trees_come_back() {
    for_all(48, &(tree(), tree()), |(tree, other)| {
        survives(&tree, &other)
    });
}
