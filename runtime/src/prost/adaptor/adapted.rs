//! [`Adapted`]: a value beside its adaptor, which has the traits that the value itself lacks.

use core::convert::Infallible;
use core::marker::PhantomData;

use super::Adaptor;
use crate::codec::{Codec, Decode, Mode, Place, Reader, Writer};
use crate::error::{Error, Fault};
use crate::schema::{Schema, Type};
use crate::validate::{Checker, Rules, Subject, Validate};

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
