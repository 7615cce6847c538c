//! Enums of prost's: a field is an `i32`, which may be a number that the enum does not know.

use core::marker::PhantomData;

use super::Adaptor;
use crate::codec::{Codec, Place, Reader, Writer};
use crate::error::Error;
use crate::schema::{Schema, Type};
use crate::validate::{Checker, Rules, Subject};

/// The adaptor of an `i32` that is a value of the enum `E`: JSON has the value's name, or its number where `E` does not know it.
#[derive(Debug)]
pub struct Enumeration<E>(PhantomData<fn() -> E>);

/// The number of the first value, which is prost's default.
const fn first<E: Codec>() -> i32 {
    match E::SCHEMA.values() {
        [first, ..] => first.number(),
        [] => 0,
    }
}

impl<E: Codec + TryFrom<i32>> Adaptor<i32> for Enumeration<E> {
    const TYPE: Type = E::TYPE;
    const SCHEMA: &'static Schema = E::SCHEMA;
    const IS_KNOWN: bool = false;
    const ABSENT: bool = first::<E>() == 0;

    fn check_value<R: Rules, C: Checker>(value: &i32, rules: &R, c: &mut C) {
        if let Some(subject) = <Self as Adaptor<i32>>::subject(value) {
            subject.check(rules.plan(), c);
        }
    }

    fn is_zero(value: &i32) -> bool {
        *value == 0
    }

    fn subject(value: &i32) -> Option<Subject<'_>> {
        Some(Subject::Enum {
            number: *value,
            defined: E::try_from(*value).is_ok(),
        })
    }

    #[inline]
    fn encode<W: Writer, P: Place>(value: &i32, w: &mut W, at: P) {
        match E::try_from(*value) {
            Ok(known) => known.encode(w, at),
            Err(_) => w.enumeration(at, *value, None),
        }
    }

    fn absent() -> Option<i32> {
        Some(first::<E>())
    }

    #[inline]
    fn decode<'de, R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<i32, Error> {
        r.enumeration(at, E::SCHEMA)
    }
}

/// What a method `as_str_name` says, which prost-build gives the enums that it writes: the name that a value has in its schema.
pub trait ValueName {
    /// That name, or `own` where there is no such method.
    fn or(self, own: &'static str) -> &'static str;
}

impl ValueName for &'static str {
    fn or(self, _own: &'static str) -> &'static str {
        self
    }
}

/// That an enum has no method `as_str_name`.
#[derive(Clone, Copy, Debug)]
pub struct NotNamed;

impl ValueName for NotNamed {
    fn or(self, own: &'static str) -> &'static str {
        own
    }
}

/// The method `as_str_name` of enums that have none of their own, which would come first.
pub trait StrName {
    /// Nothing.
    fn as_str_name(&self) -> NotNamed {
        NotNamed
    }
}

impl<E> StrName for E {}
