//! Lists of every length around that of a chunk, of values at every edge.

use everwire::{Options, Wire};

use super::TAILS;
use super::listing::{self, Item, Way};

const LENGTHS: [usize; 10] = [0, 1, 2, 63, 64, 65, 127, 128, 129, 200];

/// The lists that are written: all edges in turn, in leaps, only small values, and one edge again and again.
fn lists<T: Item>() -> Vec<Vec<T>> {
    let edges = T::edges();
    let mut lists = Vec::new();
    for len in LENGTHS {
        for leap in [1, 7, 31] {
            let at = |index| edges[(len + index * leap) % edges.len()];
            lists.push((0..len).map(at).collect());
        }
        lists.push((0..len).map(|index| edges[index % 3]).collect());
    }
    for &edge in &edges {
        lists.push(vec![edge; 10]);
        let mut list = vec![edges[0]; 65];
        list.push(edge);
        lists.push(list);
    }
    lists
}

/// The bits that a wire gives back: JSON has one NaN.
fn kept<T: Item>(wire: Wire, list: &[T]) -> Vec<u64> {
    let bits = list.iter().map(|item| {
        let is_nan = format!("{item:?}") == "NaN";
        match size_of::<T>() {
            4 if is_nan && wire == Wire::Json => f32::NAN.to_bits().into(),
            8 if is_nan && wire == Wire::Json => f64::NAN.to_bits(),
            _ => item.bits(),
        }
    });
    bits.collect()
}

pub fn values_come_back<T: Item>(ways: [Way<T>; 2]) {
    let (before, said) = listing::held::<T>();
    let before: Vec<u64> = before.iter().map(|item| item.bits()).collect();
    for list in lists::<T>() {
        for tail in TAILS {
            for wire in Wire::ALL {
                let [bytes, other] = ways.map(|way| (way.write)(wire, &list, tail));
                assert_eq!(bytes, other, "{wire}: {list:?}");
                let fresh = kept(wire, &list);
                let omits = NOTHING.contains(&&(ways[0].write)(wire, &[], "")[..]);
                let merged = match wire {
                    Wire::Protobuf => [before.clone(), fresh.clone()].concat(),
                    _ if omits && list.is_empty() => before.clone(),
                    _ => fresh.clone(),
                };
                let after = if omits && tail.is_empty() { said } else { tail };
                for way in ways {
                    let read = (way.read)(wire, &Options::new(), &bytes);
                    let expected = Ok((fresh.clone(), tail.to_owned()));
                    assert_eq!(read, [expected.clone(), expected], "{wire}: {list:?}");
                    let read = (way.merge)(wire, &bytes);
                    let expected = Ok((merged.clone(), after.to_owned()));
                    assert_eq!(read, expected, "{wire}: over {before:?}: {list:?}");
                }
            }
            let [pretty, other] = ways.map(|way| (way.write_pretty)(&list, tail));
            assert_eq!(pretty, other, "{list:?}");
        }
    }
}

/// Messages that hold nothing, of types that leave out what is empty.
const NOTHING: [&[u8]; 3] = [b"", b"\x80", b"{}"];
