//! Sets: lists whose order does not matter.

use alloc::collections::BTreeSet;
#[cfg(any(feature = "std", feature = "hashbrown", feature = "indexmap"))]
use core::hash::{BuildHasher, Hash};
#[cfg(feature = "std")]
use std::collections::HashSet;

use crate::codec::{Codec, Decode, Elements, Mode, Place, Reader, Writer};
use crate::error::Error;
use crate::schema::Type;

macro_rules! set {
    ($(#[$cfg:meta])* [$($params:tt)*] [$($bounds:tt)*] $ty:ty, $reserve:expr, $element:ty) => {
        $(#[$cfg])*
        impl<$($params)*> Codec for $ty
        where
            T: Codec,
        {
            const TYPE: Type = Type::List(&T::TYPE);

            fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
                w.list(at, self.iter());
            }
        }

        $(#[$cfg])*
        impl<'de, $($params)*> Decode<'de> for $ty
        where
            T: Decode<'de>,
            $($bounds)*
        {
            fn absent() -> Option<Self> {
                Some(Self::default())
            }

            fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
                let mut set = Self::default();
                r.list(at, &mut Inserted(&mut set))?;
                Ok(set)
            }

            fn decode_into<R: Reader<'de>, P: Place>(&mut self, r: &mut R, at: P, mode: Mode) -> Result<(), Error> {
                if mode == Mode::Replace {
                    self.clear();
                }
                r.list(at, &mut Inserted(self))
            }

            fn clear(&mut self) -> bool {
                <$ty>::clear(self);
                true
            }
        }

        $(#[$cfg])*
        impl<'de, $($params)*> Elements<'de> for Inserted<'_, $ty>
        where
            T: Decode<'de>,
            $($bounds)*
        {
            const SIZE: usize = super::bucket(size_of::<$element>());

            fn reserve(&mut self, additional: usize) {
                let reserve: fn(&mut $ty, usize) = $reserve;
                reserve(self.0, additional);
            }

            fn element<R: Reader<'de>, P: Place>(&mut self, r: &mut R, at: P) -> Result<(), Error> {
                self.0.insert(T::decode(r, at)?);
                Ok(())
            }
        }
    };
}

struct Inserted<'s, S>(&'s mut S);

set!([T] [T: Ord] BTreeSet<T>, |_, _| (), T);
set!(#[cfg(feature = "std")] [T, H] [T: Eq + Hash, H: BuildHasher + Default] HashSet<T, H>, |set, n| set.reserve(n), T);
set!(#[cfg(feature = "hashbrown")] [T, H] [T: Eq + Hash, H: BuildHasher + Default] hashbrown::HashSet<T, H>, |set, n| set.reserve(n), T);
// It keeps the hash of each element, and where that stands.
set!(#[cfg(feature = "indexmap")] [T, H] [T: Eq + Hash, H: BuildHasher + Default] indexmap::IndexSet<T, H>, |set, n| set.reserve(n), (usize, usize, T));
