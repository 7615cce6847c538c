//! The form of a header says nothing: a message as our writer writes it, with the shortest header of an array, and the same message
//! with the longest, are the same value, keep the same unknown fields, or have the same error.
//!
//! A reader may take a short way through the one, and has none through the other.

mod containers;
mod told;
mod tree;
mod types;

use std::collections::BTreeMap;
use std::fmt::Debug;

use everwire::{Decode, Error, Options, UnknownFields, Wire};

use super::random::Random;
use super::shapes::{Closed, Inner, Open, Shape, borrowed, everything, keyed};
use containers::{Containers, Filled, Mark, Marked, Stamped};
use tree::{Forms, Node};
use types::{
    Converted, Defaults, Either, Even, Flattened, Gap, Holes, Keeping, Lent, Many, Middle, Oneof,
    Required, Scalars, Shaped, Way,
};

const WIRE: Wire = Wire::MsgPack;

/// What the header of a kept array in the long form is shown as.
const KEPT: &str = "221, 0, 0";

/// What a value is written as, with the shortest header for each array: what is kept has the headers that it came with.
fn written<'de, T: Decode<'de>>(value: &T) -> Vec<u8> {
    Forms::of(&Node::of(&WIRE.encode(value).unwrap())).short
}

/// An error without its offset.
fn without_offset(error: &Error) -> (String, String) {
    let (shown, offset) = (error.to_string(), error.offset());
    let debug = format!("{error:?}");
    (
        shown.replace(&format!("byte {offset})"), "byte)"),
        debug.replace(&format!("offset: {offset}"), "offset"),
    )
}

/// Checks that both forms had the same answer.
fn same<'de, T>(forms: &Forms, short: &Result<T, Error>, long: &Result<T, Error>)
where
    T: Decode<'de> + PartialEq + Debug,
{
    let shown = || everwire_tests::show(WIRE, &forms.short);
    match (short, long) {
        (Ok(short), Ok(long)) => {
            assert_eq!(written(short), written(long), "{}", shown());
            if short != long {
                let (short, long) = (format!("{short:?}"), format!("{long:?}"));
                assert!(short == long || long.contains(KEPT), "{}: {short}", shown());
            }
        }
        (Err(short), Err(long)) => {
            assert_eq!(without_offset(short), without_offset(long), "{}", shown());
            if !short.is_validation() {
                let offset = forms.in_long(short.offset());
                assert_eq!(offset, long.offset(), "{}: {short}", shown());
            }
        }
        (short, long) => panic!("{}: {short:?} and {long:?}", shown()),
    }
}

/// Reads both forms in all ways, over `over` in those that read over something; returns the value, if it is one.
fn alike<'de, T>(forms: &'de Forms, over: &T) -> Option<T>
where
    T: Decode<'de> + Clone + PartialEq + Debug,
{
    let decoded = WIRE.decode::<T>(&forms.short);
    same(forms, &decoded, &WIRE.decode(&forms.long));
    let read = |bytes: &'de [u8], mode: fn(&Options<'static>, Wire, &mut T, &'de [u8]) -> _| {
        let mut value = over.clone();
        let read: Result<(), Error> = mode(&Options::new(), WIRE, &mut value, bytes);
        read.map(|()| value)
    };
    for mode in [Options::decode_into::<T>, Options::merge::<T>] {
        same(forms, &read(&forms.short, mode), &read(&forms.long, mode));
    }
    decoded.ok()
}

/// Changes what `value` is written as, and reads it over what came before.
fn mutated<'de, T>(value: &T, rounds: usize, arena: &'de mut Vec<Forms>)
where
    T: Decode<'de> + Clone + PartialEq + Debug,
{
    let good = Node::of(&WIRE.encode(value).unwrap());
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    arena.push(Forms::of(&good));
    for _ in 0..rounds {
        let mut node = good.clone();
        node.mutate(&mut random);
        arena.push(Forms::of(&node));
    }
    let (mut over, mut values) = (value.clone(), 0);
    for forms in &*arena {
        if let Some(value) = alike(forms, &over) {
            over = value;
            values += 1;
        }
    }
    assert!(values > rounds / 20, "{values} of {rounds}");
}

fn inner() -> Inner {
    Inner {
        sku: "A-1".into(),
        quantity: 300,
        unknown: UnknownFields::new(),
    }
}

fn scalars() -> Scalars {
    Scalars {
        flag: true,
        small: 200,
        signed: -3,
        long: i64::MIN,
        single: 0.5,
        double: 1e300,
        letter: 'é',
        text: "größe".into(),
        closed: Closed::One,
        open: Open::Other(-7),
        maybe: Some(70_000),
        kind: Some(Closed::One),
        wide: u64::MAX,
    }
}

fn keeping() -> Keeping {
    Keeping {
        closed: Closed::One,
        kind: Some(Closed::Zero),
        count: 5,
        shape: Some(Shaped::Kind(Closed::One)),
        unknown: UnknownFields::new(),
    }
}

fn full() -> Containers {
    Containers {
        numbers: vec![1, 2],
        texts: vec!["t".into()],
        queue: [3].into(),
        set: [4].into(),
        map: [(5, 6)].into(),
        bytes: vec![7],
        text: "text".into(),
        inner: inner(),
        boxed: [8].into(),
        shared: ["s".into()].into(),
        owned: inner().into(),
        last: 11,
        unknown: UnknownFields::new(),
    }
}

fn many() -> Many {
    Many {
        b: -1,
        c: 300,
        h: -70_000,
        i: Some(Closed::One),
        k: Open::Other(9),
        m: 0.5,
        o: "o".repeat(40),
        p: Some("p".into()),
        q: 7,
        ..Many::default()
    }
}

#[test]
fn messages_with_everything_are_alike_in_both_forms() {
    mutated(&everything(), 2_000, &mut Vec::new());
    mutated(&full(), 3_000, &mut Vec::new());
    mutated(&borrowed(), 2_000, &mut Vec::new());
    mutated(&keyed(), 2_000, &mut Vec::new());
}

#[test]
fn messages_of_scalars_are_alike_in_both_forms() {
    mutated(&scalars(), 4_000, &mut Vec::new());
    mutated(&many(), 4_000, &mut Vec::new());
    mutated(&keeping(), 4_000, &mut Vec::new());
    let lent = Lent {
        name: "größe",
        maybe: Some(""),
        either: "x".repeat(33).into(),
        number: 300,
    };
    mutated(&lent, 3_000, &mut Vec::new());
}

#[test]
fn holes_and_defaults_are_alike_in_both_forms() {
    let holes = Holes {
        first: 1,
        middle: Some("m".into()),
        closed: Closed::One,
        last: -300,
        unknown: UnknownFields::new(),
    };
    mutated(&holes, 4_000, &mut Vec::new());
    let gap = Gap {
        before: 9,
        after: Closed::One,
    };
    mutated(&gap, 2_000, &mut Vec::new());
    let defaults = Defaults {
        closed: Closed::Zero,
        signed: 0,
        skipped: 7,
        text: String::new(),
        flag: false,
        last: Some(-1),
        unknown: UnknownFields::new(),
    };
    mutated(&defaults, 4_000, &mut Vec::new());
    let filled = Filled {
        numbers: vec![3],
        named: [(4, 5)].into(),
        inner: inner(),
        pair: (1, None, "p".into()),
        shape: Shaped::Kind(Closed::Zero),
        listed: [7, 8].into(),
        last: 6,
        unknown: UnknownFields::new(),
    };
    mutated(&filled, 4_000, &mut Vec::new());
}

#[test]
fn variants_and_required_fields_are_alike_in_both_forms() {
    for either in [
        Either::Number(1),
        Either::Kind(Closed::One),
        Either::Inner(inner()),
        Either::Nothing,
    ] {
        let required = Required {
            id: 1,
            either: either.clone(),
            closed: Closed::One,
            inner: inner(),
            name: "n".into(),
        };
        mutated(&required, 2_000, &mut Vec::new());
        mutated(&Some(required), 1_000, &mut Vec::new());
        let oneof = Oneof {
            before: 1,
            either: Some(either),
            after: Some(true),
            unknown: UnknownFields::new(),
        };
        mutated(&oneof, 2_000, &mut Vec::new());
    }
    let shape = |shape| Keeping {
        shape: Some(shape),
        ..keeping()
    };
    mutated(&shape(Shaped::Inner(inner())), 2_000, &mut Vec::new());
    mutated(&shape(Shaped::Empty), 2_000, &mut Vec::new());
}

#[test]
fn flattened_and_converted_fields_are_alike_in_both_forms() {
    for way in [None, Some(Way::Number(300)), Some(Way::Kind(Closed::One))] {
        let flattened = Flattened {
            first: -1,
            middle: Middle {
                closed: Closed::One,
                text: "t".into(),
                way,
            },
            last: 0.5,
            unknown: UnknownFields::new(),
        };
        mutated(&flattened, 2_000, &mut Vec::new());
    }
    let converted = Converted {
        even: Even(4),
        opposite: Closed::Zero,
        nothing: 3,
        evens: vec![Even(0), Even(200)],
        short: "abc".into(),
        pair: (7, Some(Closed::One), "p".into()),
        unknown: UnknownFields::new(),
    };
    mutated(&converted, 6_000, &mut Vec::new());
}

#[test]
fn what_is_nil_itself_is_alike_in_both_forms() {
    let marked = Marked {
        mark: Mark,
        unit: (),
        boxed: Box::new(Some(1)),
        shape: Some(Shape::Kind(Closed::One)),
    };
    mutated(&marked, 3_000, &mut Vec::new());
    mutated(&Stamped { id: 1, mark: Mark }, 1_000, &mut Vec::new());
}

#[test]
fn messages_in_lists_and_maps_are_alike_in_both_forms() {
    mutated(&vec![keeping(); 20], 800, &mut Vec::new());
    mutated(&vec![Some(scalars()), None], 2_000, &mut Vec::new());
    mutated(&(scalars(), Some(keeping())), 1_000, &mut Vec::new());
    let map = BTreeMap::from([(1, many()), (300, many())]);
    mutated(&map, 1_000, &mut Vec::new());
}

#[test]
fn what_is_cut_is_truncated_in_both_forms() {
    let forms = Forms::of(&Node::of(&WIRE.encode(&vec![many(); 3]).unwrap()));
    for end in 0..forms.short.len() {
        let short = WIRE.decode::<Vec<Many>>(&forms.short[..end]).unwrap_err();
        let long = &forms.long[..forms.in_long(end)];
        let long = WIRE.decode::<Vec<Many>>(long).unwrap_err();
        assert!(short.is_truncated(), "{short}");
        assert!(long.is_truncated(), "{long}");
    }
}
