//! Lists.

use alloc::vec::Vec;
use core::marker::PhantomData;

use super::{Adaptor, all};
use crate::codec::{Elements, Mode, Place, Reader, Writer};
use crate::error::Error;
use crate::schema::Type;
use crate::validate::{Checker, Rules, Validate};

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
