//! Reading over a value, and merging into one: `alternatives`, `fragments` of one value, and what is `required`.

mod alternatives;
mod fragments;
mod required;

use std::collections::BTreeMap;

use everwire::{Codec, Options, Wire};

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Part {
    #[codec(1)]
    id: u32,
    #[codec(2)]
    list: Vec<String>,
    #[codec(3)]
    map: BTreeMap<String, u32>,
    #[codec(4)]
    inner: Option<Box<Part>>,
    #[codec(5)]
    text: Option<String>,
    #[codec(6)]
    lists: Vec<Vec<u32>>,
}

fn before() -> Part {
    Part {
        id: 1,
        list: vec!["a".into(), "b".into()],
        map: BTreeMap::from([("k".into(), 1), ("l".into(), 2)]),
        inner: Some(Box::new(Part {
            id: 9,
            text: Some("inner".into()),
            ..Part::default()
        })),
        text: Some("t".into()),
        lists: vec![vec![1, 2], vec![3]],
    }
}

fn change() -> Part {
    Part {
        list: vec!["c".into()],
        map: BTreeMap::from([("k".into(), 7)]),
        inner: Some(Box::new(Part {
            list: vec!["x".into()],
            ..Part::default()
        })),
        lists: vec![vec![4]],
        ..Part::default()
    }
}

#[test]
fn decode_into_leaves_what_decode_makes() {
    for wire in Wire::ALL {
        let bytes = wire.encode(&change()).unwrap();
        let mut value = before();
        wire.decode_into(&mut value, &bytes).unwrap();
        assert_eq!(value, change(), "{wire}");
    }
}

#[test]
fn decode_into_reuses_memory() {
    for wire in Wire::ALL {
        let mut value = Part {
            text: Some("a long text that stays".into()),
            list: vec!["another".into(); 4],
            ..Part::default()
        };
        let (text, list) = (value.text.as_deref().map(str::as_ptr), value.list.as_ptr());
        let next = Part {
            text: Some("short".into()),
            list: vec!["x".into()],
            ..Part::default()
        };
        wire.decode_into(&mut value, &wire.encode(&next).unwrap())
            .unwrap();
        assert_eq!(value, next, "{wire}");
        assert_eq!(
            (value.text.as_deref().map(str::as_ptr), value.list.as_ptr()),
            (text, list),
            "{wire}"
        );
    }
}

#[test]
fn merging_in_protobuf_appends_lists_and_merges_messages() {
    let mut value = before();
    let bytes = Wire::Protobuf.encode(&change()).unwrap();
    Options::new()
        .merge(Wire::Protobuf, &mut value, &bytes)
        .unwrap();
    let expected = Part {
        id: 1,
        list: vec!["a".into(), "b".into(), "c".into()],
        map: BTreeMap::from([("k".into(), 7), ("l".into(), 2)]),
        inner: Some(Box::new(Part {
            id: 9,
            text: Some("inner".into()),
            list: vec!["x".into()],
            ..Part::default()
        })),
        text: Some("t".into()),
        lists: vec![vec![1, 2], vec![3], vec![4]],
    };
    assert_eq!(value, expected);
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Held {
    #[codec(1)]
    boxed: Box<[u32]>,
    #[codec(2)]
    shared: std::sync::Arc<[String]>,
}

#[test]
fn the_parts_of_a_held_list_are_joined() {
    let bytes = b"\x0a\x01\x01\x12\x01a\x0a\x01\x02\x12\x01b";
    let held: Held = Wire::Protobuf.decode(bytes).unwrap();
    assert_eq!(
        (&*held.boxed, &*held.shared),
        (&[1, 2][..], &["a".to_owned(), "b".to_owned()][..])
    );
}
