//! Maps.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
#[cfg(any(feature = "std", feature = "hashbrown", feature = "indexmap"))]
use core::hash::{BuildHasher, Hash};
#[cfg(feature = "std")]
use std::collections::HashMap;

use crate::codec::{Codec, Decode, Entries, MapKey, Mode, Place, Reader, Writer};
use crate::error::{Error, Fault};
use crate::schema::Type;

macro_rules! map {
    ($(#[$cfg:meta])* [$($params:tt)*] [$($bounds:tt)*] $ty:ty, $reserve:expr, $entry:ty) => {
        $(#[$cfg])*
        impl<$($params)*> Codec for $ty
        where
            K: Codec + MapKey,
            V: Codec,
        {
            const TYPE: Type = Type::Map(&K::TYPE, &V::TYPE);
            const IS_KNOWN: bool = true;

            fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
                w.map(at, self.iter());
            }
        }

        $(#[$cfg])*
        impl<'de, $($params)*> Decode<'de> for $ty
        where
            K: Decode<'de> + MapKey,
            V: Decode<'de>,
            $($bounds)*
        {
            fn absent() -> Option<Self> {
                Some(Self::default())
            }

            #[inline]
            fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
                let mut map = Self::default();
                r.map(at, &mut Entered::new(&mut map))?;
                Ok(map)
            }

            #[inline]
            fn decode_into<R: Reader<'de>, P: Place>(&mut self, r: &mut R, at: P, mode: Mode) -> Result<(), Error> {
                if mode == Mode::Replace {
                    self.clear();
                }
                r.map(at, &mut Entered::new(self))
            }

            fn clear(&mut self) -> bool {
                <$ty>::clear(self);
                true
            }
        }

        $(#[$cfg])*
        impl<$($params)*> Added<K, V> for $ty
        where
            $($bounds)*
        {
            const SIZE: usize = super::bucket(size_of::<$entry>());

            #[inline]
            fn reserve(&mut self, additional: usize) {
                let reserve: fn(&mut $ty, usize) = $reserve;
                reserve(self, additional);
            }

            #[inline]
            fn add(&mut self, key: K, value: V) {
                self.insert(key, value);
            }
        }
    };
}

/// A map that entries are added to.
pub(crate) trait Added<K, V> {
    /// The most that it reserves for one entry, in bytes.
    const SIZE: usize;

    fn reserve(&mut self, additional: usize);

    /// Adds an entry, in the place of one of the same key.
    fn add(&mut self, key: K, value: V);
}

/// A map, and the entry that is read.
pub(crate) struct Entered<'m, M, K, V> {
    map: &'m mut M,
    key: Option<K>,
    value: Option<V>,
}

impl<'m, M, K, V> Entered<'m, M, K, V> {
    pub(crate) fn new(map: &'m mut M) -> Self {
        Self {
            map,
            key: None,
            value: None,
        }
    }
}

impl<'de, M, K, V> Entries<'de> for Entered<'_, M, K, V>
where
    M: Added<K, V>,
    K: Decode<'de> + MapKey,
    V: Decode<'de>,
{
    const SIZE: usize = M::SIZE;

    fn reserve(&mut self, additional: usize) {
        self.map.reserve(additional);
    }

    fn start(&mut self) {
        (self.key, self.value) = (None, None);
    }

    fn key<R: Reader<'de>, P: Place>(&mut self, r: &mut R, at: P) -> Result<(), Error> {
        self.key = Some(K::decode(r, at)?);
        Ok(())
    }

    fn value<R: Reader<'de>, P: Place>(&mut self, r: &mut R, at: P) -> Result<(), Error> {
        self.value = Some(match self.value.take() {
            Some(value) if R::MERGES => value.merge(r, at)?,
            _ => V::decode(r, at)?,
        });
        Ok(())
    }

    fn text(&self) -> String {
        self.key.as_ref().map(MapKey::text).unwrap_or_default()
    }

    fn insert<R: Reader<'de>>(&mut self, r: &mut R) -> Result<(), Error> {
        let Some(value) = self.value.take().or_else(V::absent) else {
            return Err(r.error(Fault::NoDefault));
        };
        let Some(key) = self.key.take().or_else(K::absent) else {
            return Err(r.error(Fault::NoDefault));
        };
        self.map.add(key, value);
        Ok(())
    }
}

map!([K, V] [K: Ord] BTreeMap<K, V>, |_, _| (), (K, V));
map!(#[cfg(feature = "std")] [K, V, H] [K: Eq + Hash, H: BuildHasher + Default] HashMap<K, V, H>, |map, n| map.reserve(n), (K, V));
map!(#[cfg(feature = "hashbrown")] [K, V, H] [K: Eq + Hash, H: BuildHasher + Default] hashbrown::HashMap<K, V, H>, |map, n| map.reserve(n), (K, V));
// It keeps the hash of each entry, and where that stands.
map!(#[cfg(feature = "indexmap")] [K, V, H] [K: Eq + Hash, H: BuildHasher + Default] indexmap::IndexMap<K, V, H>, |map, n| map.reserve(n), (usize, usize, K, V));

macro_rules! keys {
    ($($ty:ty)*) => {$(
        impl MapKey for $ty {
            fn text(&self) -> String {
                self.to_string()
            }
        }
    )*};
}

keys!(bool u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize char str String);

macro_rules! pointers {
    ($([$($params:tt)*] $ty:ty;)*) => {$(
        impl<$($params)*> MapKey for $ty {
            fn text(&self) -> String {
                (**self).text()
            }
        }
    )*};
}

pointers! {
    [T: MapKey + ?Sized] &T;
    [T: MapKey + ?Sized] alloc::boxed::Box<T>;
    [T: MapKey + ?Sized] alloc::rc::Rc<T>;
    [T: MapKey + ?Sized] alloc::sync::Arc<T>;
    [T: MapKey + alloc::borrow::ToOwned + ?Sized] alloc::borrow::Cow<'_, T>;
}
