//! Maps: their values are adapted, their keys are what they are.

use alloc::collections::BTreeMap;
#[cfg(feature = "std")]
use core::hash::{BuildHasher, Hash};
use core::marker::PhantomData;
#[cfg(feature = "std")]
use std::collections::HashMap;

use super::{Adapted, Adaptor, Own, all};
use crate::codec::impls::{Added, Entered};
use crate::codec::{Decode, MapKey, Mode, Place, Reader, Writer};
use crate::error::Error;
use crate::schema::Type;
use crate::validate::{Checker, Rules, Validate, map};

macro_rules! map {
    ($(#[$cfg:meta])* [$($params:tt)*] [$($bounds:tt)*] $ty:ty) => {
        $(#[$cfg])*
        impl<A: Adaptor<T>, $($params)*> Adaptor<$ty> for A
        where
            K: for<'k> Decode<'k> + MapKey + Validate,
            $($bounds)*
        {
            const TYPE: Type = Type::Map(&K::TYPE, &A::TYPE);

            fn check_value<R: Rules, C: Checker>(value: &$ty, rules: &R, c: &mut C) {
                let values = all::<T, A>(value.values());
                map::check(Pairs(value.keys(), values.iter()), rules, c);
            }

            fn is_zero(value: &$ty) -> bool {
                value.is_empty()
            }

            fn encode<W: Writer, P: Place>(value: &$ty, w: &mut W, at: P) {
                let values = all::<T, A>(value.values());
                w.map(at, Pairs(value.keys(), values.iter()));
            }

            fn absent() -> Option<$ty> {
                Some(Default::default())
            }

            fn decode<'de, R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<$ty, Error> {
                let mut map = Default::default();
                <A as Adaptor<$ty>>::decode_into(&mut map, r, at, Mode::Merge)?;
                Ok(map)
            }

            fn decode_into<'de, R: Reader<'de>, P: Place>(
                value: &mut $ty,
                r: &mut R,
                at: P,
                mode: Mode,
            ) -> Result<(), Error> {
                if mode == Mode::Replace {
                    value.clear();
                }
                let mut through = Through::<$ty, A>(value, PhantomData);
                r.map(at, &mut Entered::<_, K, Adapted<Own<T>, A>>::new(&mut through))
            }

            fn clear(value: &mut $ty) -> bool {
                value.clear();
                true
            }
        }
    };
}

/// A map that adapted values are added to.
struct Through<'m, M, A>(&'m mut M, PhantomData<fn() -> A>);

impl<M: Added<K, T>, K, T, A> Added<K, Adapted<Own<T>, A>> for Through<'_, M, A> {
    const SIZE: usize = M::SIZE;

    fn reserve(&mut self, additional: usize) {
        self.0.reserve(additional);
    }

    fn add(&mut self, key: K, value: Adapted<Own<T>, A>) {
        self.0.add(key, value.into_value());
    }
}

/// Keys beside their values.
#[derive(Clone)]
struct Pairs<I, J>(I, J);

impl<I: Iterator, J: ExactSizeIterator> Iterator for Pairs<I, J> {
    type Item = (I::Item, J::Item);

    fn next(&mut self) -> Option<Self::Item> {
        Some((self.0.next()?, self.1.next()?))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.1.size_hint()
    }
}

impl<I: Iterator, J: ExactSizeIterator> ExactSizeIterator for Pairs<I, J> {}

map!([K, T] [K: Ord] BTreeMap<K, T>);
map!(#[cfg(feature = "std")] [K, T, H] [K: Eq + Hash, H: BuildHasher + Default] HashMap<K, T, H>);
