//! A box is what it holds.

use alloc::boxed::Box;

use super::Adaptor;
use crate::codec::{Mode, Place, Reader, Writer};
use crate::error::Error;
use crate::schema::{Schema, Type};
use crate::validate::{Checker, Rules, Subject};

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
