//! Maps, oneofs, and messages in messages.

use std::collections::BTreeMap;

use everwire::{Codec, Wire};
use everwire_tests::{for_all, sample, sampler, values};
use proptest::collection::btree_map;
use proptest::prelude::*;

use super::{Colour, Point, agrees, colour, peer, point};

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "test.v1.Maps")]
struct Maps {
    #[codec(1)]
    int32: BTreeMap<i32, f64>,
    #[codec(2)]
    int64: BTreeMap<i64, f32>,
    #[codec(3)]
    uint32: BTreeMap<u32, i32>,
    #[codec(4)]
    uint64: BTreeMap<u64, u64>,
    #[codec(5, key(sint), value(sint))]
    sint32: BTreeMap<i32, i64>,
    #[codec(6, key(sint), value(sint))]
    sint64: BTreeMap<i64, i32>,
    #[codec(7, key(fixed), value(fixed))]
    fixed32: BTreeMap<u32, u64>,
    #[codec(8, key(fixed), value(fixed))]
    fixed64: BTreeMap<u64, u32>,
    #[codec(9, key(fixed), value(fixed))]
    sfixed32: BTreeMap<i32, i64>,
    #[codec(10, key(fixed), value(fixed))]
    sfixed64: BTreeMap<i64, i32>,
    #[codec(11)]
    bool: BTreeMap<bool, bool>,
    #[codec(12)]
    string: BTreeMap<String, String>,
    #[codec(13)]
    bytes: BTreeMap<String, Vec<u8>>,
    #[codec(14)]
    colour: BTreeMap<String, Colour>,
    #[codec(15)]
    point: BTreeMap<String, Point>,
}

/// prost leaves zeros out of map entries, and Everwire writes what it writes: both must read both.
#[test]
fn maps_agree() {
    let mut runner = sampler();
    for _ in 0..96 {
        let ours = Maps {
            int32: sample(&mut runner, &btree_map(values::i32(), values::f64(), 0..4)),
            int64: sample(&mut runner, &btree_map(values::i64(), values::f32(), 0..4)),
            uint32: sample(&mut runner, &btree_map(values::u32(), values::i32(), 0..4)),
            uint64: sample(&mut runner, &btree_map(values::u64(), values::u64(), 0..4)),
            sint32: sample(&mut runner, &btree_map(values::i32(), values::i64(), 0..4)),
            sint64: sample(&mut runner, &btree_map(values::i64(), values::i32(), 0..4)),
            fixed32: sample(&mut runner, &btree_map(values::u32(), values::u64(), 0..4)),
            fixed64: sample(&mut runner, &btree_map(values::u64(), values::u32(), 0..4)),
            sfixed32: sample(&mut runner, &btree_map(values::i32(), values::i64(), 0..4)),
            sfixed64: sample(&mut runner, &btree_map(values::i64(), values::i32(), 0..4)),
            bool: sample(&mut runner, &btree_map(any::<bool>(), any::<bool>(), 0..3)),
            string: sample(
                &mut runner,
                &btree_map(values::text(), values::text(), 0..4),
            ),
            bytes: sample(
                &mut runner,
                &btree_map(values::text(), values::bytes(), 0..4),
            ),
            colour: sample(&mut runner, &btree_map(values::text(), colour(), 0..4)),
            point: sample(&mut runner, &btree_map(values::text(), point(), 0..4)),
        };
        let theirs = peer::v1::Maps {
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
            colour: ours
                .colour
                .iter()
                .map(|(key, value)| (key.clone(), value.number()))
                .collect(),
            point: ours
                .point
                .iter()
                .map(|(key, value)| (key.clone(), value.peer()))
                .collect(),
        };
        let bytes = Wire::Protobuf.encode(&ours).unwrap();
        assert_eq!(
            <peer::v1::Maps as prost::Message>::decode(&bytes[..]).unwrap(),
            theirs
        );
        let expected = prost::Message::encode_to_vec(&theirs);
        assert_eq!(Wire::Protobuf.decode::<Maps>(&expected).unwrap(), ours);
    }
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "test.v1.Choice")]
struct Choice {
    #[codec(1)]
    before: String,
    #[codec(oneof(2, 3, 4, 5, 6, 7, 8, 9, 10))]
    kind: Option<Kind>,
    #[codec(20)]
    after: String,
}

#[derive(Codec, Clone, Debug, PartialEq)]
enum Kind {
    #[codec(2)]
    Number(u32),
    #[codec(3)]
    Signed(#[codec(sint)] i64),
    #[codec(4)]
    Text(String),
    #[codec(5)]
    Raw(Vec<u8>),
    #[codec(6)]
    Colour(Colour),
    #[codec(7)]
    Point(Point),
    #[codec(8)]
    Nested(Box<Choice>),
    #[codec(9)]
    Double(f64),
    #[codec(10)]
    Flag(bool),
}

impl Choice {
    fn peer(&self) -> peer::v1::Choice {
        use peer::v1::choice::Kind as Peer;
        peer::v1::Choice {
            before: self.before.clone(),
            after: self.after.clone(),
            kind: self.kind.as_ref().map(|kind| match kind {
                Kind::Number(number) => Peer::Number(*number),
                Kind::Signed(signed) => Peer::Signed(*signed),
                Kind::Text(text) => Peer::Text(text.clone()),
                Kind::Raw(raw) => Peer::Raw(raw.clone()),
                Kind::Colour(colour) => Peer::Colour(colour.number()),
                Kind::Point(point) => Peer::Point(point.peer()),
                Kind::Nested(nested) => Peer::Nested(Box::new(nested.peer())),
                Kind::Double(double) => Peer::Double(*double),
                Kind::Flag(flag) => Peer::Flag(*flag),
            }),
        }
    }
}

fn choice() -> BoxedStrategy<Choice> {
    let leaf = prop_oneof![
        Just(None),
        values::u32().prop_map(|number| Some(Kind::Number(number))),
        values::i64().prop_map(|signed| Some(Kind::Signed(signed))),
        values::text().prop_map(|text| Some(Kind::Text(text))),
        values::bytes().prop_map(|raw| Some(Kind::Raw(raw))),
        colour().prop_map(|colour| Some(Kind::Colour(colour))),
        point().prop_map(|point| Some(Kind::Point(point))),
        values::f64().prop_map(|double| Some(Kind::Double(double))),
        any::<bool>().prop_map(|flag| Some(Kind::Flag(flag))),
    ];
    let leaf = (values::text(), leaf, values::text()).prop_map(|(before, kind, after)| Choice {
        before,
        kind,
        after,
    });
    leaf.prop_recursive(3, 6, 1, |inner| {
        inner.prop_map(|inner| Choice {
            kind: Some(Kind::Nested(Box::new(inner))),
            ..Choice::default()
        })
    })
    .boxed()
}

#[test]
fn oneofs_agree() {
    for_all(96, &choice(), |ours| agrees(&ours, &ours.peer()));
}

#[test]
fn the_last_variant_wins_and_the_same_one_is_merged() {
    for_all(64, &(choice(), choice()), |(first, second)| {
        let bytes = [
            Wire::Protobuf.encode(&first).unwrap(),
            Wire::Protobuf.encode(&second).unwrap(),
        ]
        .concat();
        let ours: Choice = Wire::Protobuf.decode(&bytes).unwrap();
        let theirs = <peer::v1::Choice as prost::Message>::decode(&bytes[..]).unwrap();
        assert_eq!(ours.peer(), theirs);
        let mut merged = first.clone();
        let second_bytes = Wire::Protobuf.encode(&second).unwrap();
        everwire::Options::new()
            .merge(Wire::Protobuf, &mut merged, &second_bytes)
            .unwrap();
        assert_eq!(merged.peer(), theirs);
    });
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "test.v1.Tree")]
struct Tree {
    #[codec(1)]
    value: i64,
    #[codec(2)]
    left: Option<Box<Tree>>,
    #[codec(3)]
    children: Vec<Tree>,
    #[codec(4)]
    named: BTreeMap<String, Tree>,
}

impl Tree {
    fn peer(&self) -> peer::v1::Tree {
        peer::v1::Tree {
            value: self.value,
            left: self.left.as_ref().map(|left| Box::new(left.peer())),
            children: self.children.iter().map(Tree::peer).collect(),
            named: self
                .named
                .iter()
                .map(|(name, tree)| (name.clone(), tree.peer()))
                .collect(),
        }
    }
}

fn tree() -> BoxedStrategy<Tree> {
    let leaf = values::i64().prop_map(|value| Tree {
        value,
        ..Tree::default()
    });
    leaf.prop_recursive(4, 24, 3, |inner| {
        (
            values::i64(),
            proptest::option::of(inner.clone()),
            values::list(inner.clone()),
            btree_map("[a-z]{1,3}", inner, 0..3),
        )
            .prop_map(|(value, left, children, named)| Tree {
                value,
                left: left.map(Box::new),
                children,
                named,
            })
    })
    .boxed()
}

#[test]
fn messages_in_messages_agree() {
    for_all(64, &tree(), |ours| {
        let bytes = Wire::Protobuf.encode(&ours).unwrap();
        assert_eq!(
            <peer::v1::Tree as prost::Message>::decode(&bytes[..]).unwrap(),
            ours.peer()
        );
        let expected = prost::Message::encode_to_vec(&ours.peer());
        assert_eq!(Wire::Protobuf.decode::<Tree>(&expected).unwrap(), ours);
    });
}

#[test]
fn two_messages_one_after_the_other_merge() {
    for_all(64, &(tree(), tree()), |(first, second)| {
        let bytes = [
            Wire::Protobuf.encode(&first).unwrap(),
            Wire::Protobuf.encode(&second).unwrap(),
        ]
        .concat();
        let theirs = <peer::v1::Tree as prost::Message>::decode(&bytes[..]).unwrap();
        assert_eq!(
            Wire::Protobuf.decode::<Tree>(&bytes).unwrap().peer(),
            theirs
        );
        let mut merged = first;
        everwire::Options::new()
            .merge(
                Wire::Protobuf,
                &mut merged,
                &Wire::Protobuf.encode(&second).unwrap(),
            )
            .unwrap();
        assert_eq!(merged.peer(), theirs);
    });
}
