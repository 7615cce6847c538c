//! A message that holds a list, seen without its type; and elements, of which all bits count.

use std::fmt::Debug;

use everwire::{Codec, DecodeOwned, Error, Limits, Options, Wire};

/// An element, equal to another if its bits are.
pub trait Item: Codec + Copy + Debug + 'static {
    /// Values at the edges of each form that an element can have on a wire, small ones first.
    fn edges() -> Vec<Self>;

    fn bits(self) -> u64;
}

macro_rules! integers {
    ($($ty:ident)*) => {$(
        impl Item for $ty {
            fn edges() -> Vec<Self> {
                let mut edges: Vec<Self> = vec![0, 1, 5, 127];
                for bits in [5, 6, 7, 8, 13, 14, 15, 16, 20, 21, 27, 28, 31, 32, 34, 35, 42, 48, 49, 56, 62, 63] {
                    for near in [-1_i128, 0, 1] {
                        let edge = (1_i128 << bits) + near;
                        edges.extend(Self::try_from(edge).ok());
                        edges.extend(Self::try_from(-edge).ok());
                    }
                }
                edges.extend([Self::MAX, Self::MAX - 1, Self::MIN, Self::MIN + 1]);
                edges
            }

            fn bits(self) -> u64 {
                self as u64
            }
        }
    )*};
}

integers!(u16 u32 u64 usize i8 i16 i32 i64 isize);

impl Item for bool {
    fn edges() -> Vec<Self> {
        vec![false, true, true]
    }

    fn bits(self) -> u64 {
        self.into()
    }
}

macro_rules! floats {
    ($($ty:ident: $($bits:literal)*;)*) => {$(
        impl Item for $ty {
            fn edges() -> Vec<Self> {
                let mut edges = vec![0.0, -0.0, 1.0, -1.0, 0.1, 1.5, 1e21, 1e-7, 123_456.79, 16_777_216.0];
                edges.extend([Self::MAX, Self::MIN, Self::MIN_POSITIVE, Self::EPSILON]);
                edges.extend([Self::INFINITY, Self::NEG_INFINITY, Self::NAN, -Self::NAN]);
                edges.extend([$(Self::from_bits($bits)),*]);
                edges
            }

            fn bits(self) -> u64 {
                self.to_bits().into()
            }
        }
    )*};
}

floats! {
    f32: 1 0x007f_ffff 0x7f80_0001 0xff80_1234 0x7fc0_0001 0xffff_ffff;
    f64: 1 0x000f_ffff_ffff_ffff 0x7ff0_0000_0000_0001 0xfff0_0000_1234_5678 0x7ff8_0000_0000_0001 0xffff_ffff_ffff_ffff;
}

/// A message that holds a list and a text after it.
pub trait Listing: Codec + DecodeOwned {
    type Item: Item;

    fn new(list: &[Self::Item], tail: &str) -> Self;

    fn parts(&self) -> (Vec<Self::Item>, &str);
}

/// What was read: the elements' bits and the text, or the error's.
pub type Read = Result<(Vec<u64>, String), String>;

/// How a [`Listing`] is written and read.
#[derive(Clone, Copy)]
pub struct Way<T> {
    pub write: fn(Wire, &[T], &str) -> Vec<u8>,
    /// As JSON with line breaks.
    pub write_pretty: fn(&[T], &str) -> String,
    /// Decodes, and decodes over a message that holds something.
    pub read: fn(Wire, &Options, &[u8]) -> [Read; 2],
    /// Merges into a message that holds something.
    pub merge: fn(Wire, &[u8]) -> Read,
}

impl<T: Item> Way<T> {
    pub const fn of<L: Listing<Item = T>>() -> Self {
        Self {
            write: |wire, list, tail| wire.encode(&L::new(list, tail)).unwrap(),
            write_pretty: |list, tail| {
                everwire::json::to_string_pretty(&L::new(list, tail)).unwrap()
            },
            read: |wire, options, bytes| {
                [
                    told(options.decode::<L>(wire, bytes)),
                    over::<L>(|held| options.decode_into(wire, held, bytes)),
                ]
            },
            merge: |wire, bytes| over::<L>(|held| Options::new().merge(wire, held, bytes)),
        }
    }
}

/// What a message has before another is read over it.
pub fn held<T: Item>() -> (Vec<T>, &'static str) {
    (T::edges().into_iter().rev().take(3).collect(), "held")
}

fn over<L: Listing>(read: impl Fn(&mut L) -> Result<(), Error>) -> Read {
    let (list, tail) = held();
    let mut held = L::new(&list, tail);
    told(read(&mut held).map(|()| held))
}

fn told<L: Listing>(value: Result<L, Error>) -> Read {
    match value {
        Ok(value) => {
            let (list, tail) = value.parts();
            let bits = list.iter().map(|item| item.bits()).collect();
            Ok((bits, tail.to_owned()))
        }
        Err(error) => Err(error.to_string()),
    }
}

/// What a list is read with: only protobuf's varints know strictness.
pub fn options(wire: Wire) -> &'static [Options<'static>] {
    const BOTH: [Options; 2] = [Options::new(), Options::new().strict_integers(true)];
    if wire == Wire::Protobuf {
        &BOTH
    } else {
        &BOTH[..1]
    }
}

/// With a bound for the number of elements.
pub fn at_most(elements: usize) -> Options<'static> {
    Options::new().limits(Limits {
        elements,
        ..Limits::default()
    })
}
