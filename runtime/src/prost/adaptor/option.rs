//! `Option`: explicit presence.

use super::{Adapted, Adaptor, Own, adapted};
use crate::codec::{Mode, Place, Reader, Writer};
use crate::error::Error;
use crate::schema::Type;
use crate::validate::{Checker, Rules, Validate};

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
