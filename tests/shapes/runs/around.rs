//! Lists within what may stand around them: an `Option`, a list, a map, a oneof, another pointer, and nothing at all.

use std::collections::{BTreeMap, VecDeque};
use std::fmt::Debug;

use everwire::{Codec, DecodeOwned, Wire};
use everwire_tests::show;

use super::listing::Item;

#[derive(Codec, Debug)]
struct Around<L> {
    #[codec(1)]
    option: Option<L>,
    #[codec(2)]
    lists: Vec<L>,
    #[codec(3)]
    map: BTreeMap<u32, L>,
    #[codec(4)]
    boxed: Box<L>,
    #[codec(oneof(5, 6))]
    choice: Option<Choice<L>>,
    #[codec(7)]
    last: L,
}

#[derive(Codec, Debug)]
enum Choice<L> {
    #[codec(5)]
    List(L),
    #[codec(6)]
    Nothing,
}

fn around<L: FromIterator<T>, T: Item>(lists: &[Vec<T>]) -> Around<L> {
    let list = |index: usize| lists[index].iter().copied().collect();
    Around {
        option: lists.first().map(|_| list(0)),
        lists: (0..lists.len()).map(list).collect(),
        map: (0..lists.len())
            .map(|index| (index as u32, list(index)))
            .collect(),
        boxed: Box::new(list(1)),
        choice: Some(Choice::List(list(2))),
        last: list(1),
    }
}

/// What a type reads: the value as it is shown, or the error.
fn told<L: DecodeOwned + Debug>(wire: Wire, bytes: &[u8]) -> Result<String, String> {
    match wire.decode::<L>(bytes) {
        Ok(value) => Ok(format!("{value:?}")),
        Err(error) => Err(error.to_string()),
    }
}

/// Cuts and changes the bytes of a value, which both types read.
fn alike<L, M>(whole: &L, apart: &M)
where
    L: Codec + DecodeOwned + Debug,
    M: Codec + DecodeOwned + Debug,
{
    for wire in Wire::ALL {
        let bytes = wire.encode(whole).unwrap();
        assert_eq!(bytes, wire.encode(apart).unwrap(), "{wire}");
        assert_eq!(told::<L>(wire, &bytes), Ok(format!("{whole:?}")), "{wire}");
        assert_eq!(told::<M>(wire, &bytes), Ok(format!("{apart:?}")), "{wire}");
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            for byte in [0, b',', 0x7f, 0x80, 0xc0, 0xff] {
                changed[at] = byte;
                let shown = show(wire, &changed);
                assert_eq!(
                    told::<L>(wire, &changed),
                    told::<M>(wire, &changed),
                    "{wire}: {shown}"
                );
            }
            let shown = show(wire, &bytes[..at]);
            assert_eq!(
                told::<L>(wire, &bytes[..at]),
                told::<M>(wire, &bytes[..at]),
                "{wire}: {shown}"
            );
        }
    }
}

/// Lists of each length at which something changes, around and alone.
fn anywhere<T>()
where
    T: Item + DecodeOwned,
{
    let edges = T::edges()
        .into_iter()
        .filter(|item| format!("{item:?}") != "NaN");
    let edges: Vec<T> = edges.collect();
    let list = |len: usize| edges.iter().copied().cycle().take(len).collect::<Vec<T>>();
    for lists in [[3, 0, 1], [0, 1, 2], [9, 2, 0], [1, 15, 16]] {
        let lists = lists.map(list);
        alike(
            &around::<Vec<T>, T>(&lists),
            &around::<VecDeque<T>, T>(&lists),
        );
        for list in &lists {
            alike(list, &list.iter().copied().collect::<VecDeque<T>>());
        }
    }
    let list = list(66);
    alike(&list, &list.iter().copied().collect::<VecDeque<T>>());
}

macro_rules! anywhere {
    ($($ty:ident)*) => {$(
        #[test]
        fn $ty() {
            anywhere::<$ty>();
        }
    )*};
}

anywhere! { bool u16 u32 u64 i8 i32 i64 f32 f64 }
