//! [`Adaptor`]: how values stand on the wires that are held as another Rust type than the one that they are there.
//!
//! An adaptor of a value is one of an `Option`, a list, a map and a box of such values too. [`Adapted`] is a value beside its adaptor,
//! which a walk takes for any other value.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::convert::Infallible;
#[cfg(feature = "std")]
use core::hash::{BuildHasher, Hash};
use core::marker::PhantomData;
#[cfg(feature = "std")]
use std::collections::HashMap;

use crate::codec::{Codec, Decode, Elements, Entries, MapKey, Mode, Place, Reader, Writer};
use crate::error::{Error, Fault};
use crate::schema::{Schema, Type};
use crate::validate::{Checker, Rules, Subject, Validate, map};

/// How a `T` stands on the wires, where that is not as `T` itself does.
pub trait Adaptor<T>: Sized {
    /// What it is there.
    const TYPE: Type;
    /// The schema of that.
    const SCHEMA: &'static Schema = &Schema::value(Self::TYPE);
    /// [`Codec::IS_KNOWN`].
    const IS_KNOWN: bool = true;
    /// Whether an absent value reads as what the wires leave out: zero, empty, or nothing.
    const ABSENT: bool = true;

    /// [`Validate::check_value`].
    fn check_value<R: Rules, C: Checker>(value: &T, rules: &R, c: &mut C);

    /// [`Validate::is_zero`].
    fn is_zero(value: &T) -> bool;

    /// [`Validate::subject`].
    fn subject(_value: &T) -> Option<Subject<'_>> {
        None
    }

    /// [`Codec::encode`].
    fn encode<W: Writer, P: Place>(value: &T, w: &mut W, at: P);

    /// [`Codec::encode_fields`].
    fn encode_fields<W: Writer>(_value: &T, _w: &mut W) {}

    /// [`Decode::absent`].
    fn absent() -> Option<T>;

    /// [`Decode::decode`].
    ///
    /// # Errors
    ///
    /// If the input does not hold such a value.
    fn decode<'de, R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<T, Error>;

    /// [`Decode::decode_into`].
    ///
    /// # Errors
    ///
    /// If the input does not hold such a value.
    fn decode_into<'de, R: Reader<'de>, P: Place>(
        value: &mut T,
        r: &mut R,
        at: P,
        _mode: Mode,
    ) -> Result<(), Error> {
        *value = Self::decode(r, at)?;
        Ok(())
    }

    /// [`Decode::clear`].
    fn clear(value: &mut T) -> bool {
        match Self::absent() {
            Some(absent) => {
                *value = absent;
                true
            }
            None => false,
        }
    }
}

/// What holds a value: the value itself, or a reference to it.
pub trait Holds {
    /// The value.
    type Value;

    /// The value.
    fn value(&self) -> &Self::Value;
}

/// A value itself.
#[derive(Debug)]
pub struct Own<T>(T);

impl<T> Holds for Own<T> {
    type Value = T;

    fn value(&self) -> &T {
        &self.0
    }
}

impl<T> Holds for &T {
    type Value = T;

    fn value(&self) -> &T {
        self
    }
}

impl<T> Holds for &mut T {
    type Value = T;

    fn value(&self) -> &T {
        self
    }
}

/// What holds a value, beside the value's adaptor.
#[derive(Debug)]
pub struct Adapted<H, A>(H, PhantomData<fn() -> A>);

impl<T, A> Adapted<Own<T>, A> {
    /// A value beside its adaptor.
    pub fn of(value: T) -> Self {
        Adapted(Own(value), PhantomData)
    }

    /// The value.
    pub fn into_value(self) -> T {
        self.0.0
    }
}

/// A value that is written through an adaptor.
pub fn adapted<A: Adaptor<T>, T>(value: &T) -> Adapted<&T, A> {
    Adapted(value, PhantomData)
}

/// A value that is read through an adaptor.
pub fn adapted_mut<A: Adaptor<T>, T>(value: &mut T) -> Adapted<&mut T, A> {
    Adapted(value, PhantomData)
}

impl<H: Holds, A: Adaptor<H::Value>> Validate for Adapted<H, A> {
    fn check_value<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
        A::check_value(self.0.value(), rules, c);
    }

    fn is_zero(&self) -> bool {
        A::is_zero(self.0.value())
    }

    fn subject(&self) -> Option<Subject<'_>> {
        A::subject(self.0.value())
    }
}

impl<H: Holds, A: Adaptor<H::Value>> Codec for Adapted<H, A> {
    const TYPE: Type = A::TYPE;
    const SCHEMA: &'static Schema = A::SCHEMA;
    const IS_KNOWN: bool = A::IS_KNOWN;

    #[inline]
    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        A::encode(self.0.value(), w, at);
    }

    #[inline]
    fn encode_fields<W: Writer>(&self, w: &mut W) {
        A::encode_fields(self.0.value(), w);
    }

    fn encode_known<W: Writer>(&self, w: &mut W) {
        A::encode_fields(self.0.value(), w);
    }
}

impl<'de, T, A: Adaptor<T>> Decode<'de> for Adapted<Own<T>, A> {
    fn absent() -> Option<Self> {
        A::absent().map(Self::of)
    }

    #[inline]
    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        A::decode(r, at).map(Self::of)
    }

    #[inline]
    fn decode_into<R: Reader<'de>, P: Place>(
        &mut self,
        r: &mut R,
        at: P,
        mode: Mode,
    ) -> Result<(), Error> {
        A::decode_into(&mut self.0.0, r, at, mode)
    }

    fn clear(&mut self) -> bool {
        A::clear(&mut self.0.0)
    }
}

/// What is there is read into; without it there is no place for a value.
impl<'de, T, A: Adaptor<T>> Decode<'de> for Adapted<&mut T, A> {
    #[cold]
    fn decode<R: Reader<'de>, P: Place>(r: &mut R, _at: P) -> Result<Self, Error> {
        Err(r.error(Fault::NoDefault))
    }

    #[inline]
    fn decode_into<R: Reader<'de>, P: Place>(
        &mut self,
        r: &mut R,
        at: P,
        mode: Mode,
    ) -> Result<(), Error> {
        A::decode_into(self.0, r, at, mode)
    }

    fn clear(&mut self) -> bool {
        A::clear(self.0)
    }
}

/// A value that was read for a place that holds nothing until it has come.
///
/// # Errors
///
/// None.
pub fn drafted<A: Adaptor<T>, T>(value: Adapted<Own<T>, A>) -> Result<Option<T>, Infallible> {
    Ok(Some(value.into_value()))
}

/// Reads a variant's payload: into what came before if that was the same variant.
///
/// # Errors
///
/// If the input does not hold such a payload.
pub fn adapted_payload<'de, A, T, R, P>(prior: Option<T>, r: &mut R, at: P) -> Result<T, Error>
where
    A: Adaptor<T>,
    R: Reader<'de>,
    P: Place,
{
    let prior = prior.map(Adapted::<Own<T>, A>::of);
    crate::private::payload(prior, r, at).map(Adapted::into_value)
}

/// The values of a sequence, as they are written.
fn all<'v, T: 'v, A: Adaptor<T>>(values: impl Iterator<Item = &'v T>) -> Vec<Adapted<&'v T, A>> {
    values.map(adapted).collect()
}

impl<T, A: Adaptor<T>> Adaptor<Option<T>> for A {
    const TYPE: Type = Type::Option(&A::TYPE);
    const IS_KNOWN: bool = A::IS_KNOWN;

    fn check_value<R: Rules, C: Checker>(value: &Option<T>, rules: &R, c: &mut C) {
        value.as_ref().map(adapted::<A, T>).check_value(rules, c);
    }

    fn is_zero(value: &Option<T>) -> bool {
        value.is_none()
    }

    #[inline]
    fn encode<W: Writer, P: Place>(value: &Option<T>, w: &mut W, at: P) {
        match value {
            Some(value) => w.some(at, &adapted::<A, T>(value)),
            None => w.absent(at),
        }
    }

    fn absent() -> Option<Option<T>> {
        Some(None)
    }

    fn decode<'de, R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Option<T>, Error> {
        let mut value = None;
        <A as Adaptor<Option<T>>>::decode_into(&mut value, r, at, Mode::Merge)?;
        Ok(value)
    }

    #[inline]
    fn decode_into<'de, R: Reader<'de>, P: Place>(
        value: &mut Option<T>,
        r: &mut R,
        at: P,
        mode: Mode,
    ) -> Result<(), Error> {
        let mut own = value.take().map(Adapted::<Own<T>, A>::of);
        let read = r.option(at, &mut own, mode);
        *value = own.map(Adapted::into_value);
        read
    }
}

impl<T, A: Adaptor<T>> Adaptor<Box<T>> for A {
    const TYPE: Type = A::TYPE;
    const SCHEMA: &'static Schema = A::SCHEMA;
    const IS_KNOWN: bool = A::IS_KNOWN;

    fn check_value<R: Rules, C: Checker>(value: &Box<T>, rules: &R, c: &mut C) {
        A::check_value(value, rules, c);
    }

    fn is_zero(value: &Box<T>) -> bool {
        A::is_zero(value)
    }

    fn subject(value: &Box<T>) -> Option<Subject<'_>> {
        A::subject(value)
    }

    fn encode<W: Writer, P: Place>(value: &Box<T>, w: &mut W, at: P) {
        A::encode(value, w, at);
    }

    fn encode_fields<W: Writer>(value: &Box<T>, w: &mut W) {
        A::encode_fields(value, w);
    }

    fn absent() -> Option<Box<T>> {
        A::absent().map(Box::new)
    }

    fn decode<'de, R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Box<T>, Error> {
        A::decode(r, at).map(Box::new)
    }

    fn decode_into<'de, R: Reader<'de>, P: Place>(
        value: &mut Box<T>,
        r: &mut R,
        at: P,
        mode: Mode,
    ) -> Result<(), Error> {
        A::decode_into(&mut **value, r, at, mode)
    }
}

impl<T, A: Adaptor<T>> Adaptor<Vec<T>> for A {
    const TYPE: Type = Type::List(&A::TYPE);

    fn check_value<R: Rules, C: Checker>(value: &Vec<T>, rules: &R, c: &mut C) {
        all::<T, A>(value.iter()).check_value(rules, c);
    }

    fn is_zero(value: &Vec<T>) -> bool {
        value.is_empty()
    }

    fn encode<W: Writer, P: Place>(value: &Vec<T>, w: &mut W, at: P) {
        w.list(at, all::<T, A>(value.iter()).iter());
    }

    fn absent() -> Option<Vec<T>> {
        Some(Vec::new())
    }

    fn decode<'de, R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Vec<T>, Error> {
        let mut list = Vec::new();
        <A as Adaptor<Vec<T>>>::decode_into(&mut list, r, at, Mode::Merge)?;
        Ok(list)
    }

    fn decode_into<'de, R: Reader<'de>, P: Place>(
        value: &mut Vec<T>,
        r: &mut R,
        at: P,
        mode: Mode,
    ) -> Result<(), Error> {
        if mode == Mode::Replace {
            value.clear();
        }
        r.list(at, &mut Appended::<T, A>(value, PhantomData))
    }

    fn clear(value: &mut Vec<T>) -> bool {
        value.clear();
        true
    }
}

/// A list whose elements are appended.
struct Appended<'v, T, A>(&'v mut Vec<T>, PhantomData<fn() -> A>);

impl<'de, T, A: Adaptor<T>> Elements<'de> for Appended<'_, T, A> {
    const SIZE: usize = size_of::<T>();
    const IS_KNOWN: bool = A::IS_KNOWN;

    fn reserve(&mut self, additional: usize) {
        self.0.reserve(additional);
    }

    fn element<R: Reader<'de>, P: Place>(&mut self, r: &mut R, at: P) -> Result<(), Error> {
        self.0.push(A::decode(r, at)?);
        Ok(())
    }
}

macro_rules! map {
    ($(#[$cfg:meta])* [$($params:tt)*] [$($bounds:tt)*] $ty:ty, $reserve:expr, $size:expr) => {
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
                r.map(at, &mut Entered { map: value, key: None, value: None, adaptor: PhantomData::<fn() -> A> })
            }

            fn clear(value: &mut $ty) -> bool {
                value.clear();
                true
            }
        }

        $(#[$cfg])*
        impl<'de, A: Adaptor<T>, $($params)*> Entries<'de> for Entered<'_, $ty, K, T, A>
        where
            K: Decode<'de> + MapKey,
            $($bounds)*
        {
            const SIZE: usize = $size;

            fn reserve(&mut self, additional: usize) {
                let reserve: fn(&mut $ty, usize) = $reserve;
                reserve(self.map, additional);
            }

            fn start(&mut self) {
                (self.key, self.value) = (None, None);
            }

            fn key<R: Reader<'de>, P: Place>(&mut self, r: &mut R, at: P) -> Result<(), Error> {
                self.key = Some(K::decode(r, at)?);
                Ok(())
            }

            fn value<R: Reader<'de>, P: Place>(&mut self, r: &mut R, at: P) -> Result<(), Error> {
                match &mut self.value {
                    Some(value) if R::MERGES => A::decode_into(value, r, at, Mode::Merge)?,
                    _ => self.value = Some(A::decode(r, at)?),
                }
                Ok(())
            }

            fn text(&self) -> String {
                self.key.as_ref().map(MapKey::text).unwrap_or_default()
            }

            fn insert<R: Reader<'de>>(&mut self, r: &mut R) -> Result<(), Error> {
                let value = self.value.take().or_else(A::absent);
                let key = self.key.take().or_else(K::absent);
                let (Some(key), Some(value)) = (key, value) else {
                    return Err(r.error(Fault::NoDefault));
                };
                self.map.insert(key, value);
                Ok(())
            }
        }
    };
}

/// A map whose entries are added.
struct Entered<'m, M, K, T, A> {
    map: &'m mut M,
    key: Option<K>,
    value: Option<T>,
    adaptor: PhantomData<fn() -> A>,
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

map!([K, T] [K: Ord] BTreeMap<K, T>, |_, _| (), size_of::<(K, T)>());
map!(#[cfg(feature = "std")] [K, T, H] [K: Eq + Hash, H: BuildHasher + Default] HashMap<K, T, H>, |map, n| map.reserve(n), crate::codec::impls::bucket(size_of::<(K, T)>()));
