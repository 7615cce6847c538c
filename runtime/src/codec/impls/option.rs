//! `Option`: explicit presence.

use crate::codec::{Codec, Decode, Mode, Place, Reader, Writer, with_absent};
use crate::error::{Error, Fault};
use crate::schema::Type;

impl<T: Codec> Codec for Option<T> {
    const TYPE: Type = {
        assert!(
            !T::TYPE.is_nilable(),
            "an `Option` cannot hold what may itself be nil (`Option`, `()`, a unit struct): help: use `bool` or an enum"
        );
        Type::Option(&T::TYPE)
    };
    const IS_KNOWN: bool = T::IS_KNOWN;

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        match self {
            Some(value) => w.some(at, value),
            None => w.absent(at),
        }
    }
}

impl<'de, T: Decode<'de>> Decode<'de> for Option<T> {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn absent() -> Option<Self> {
        Some(None)
    }

    #[inline]
    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        let mut value = None;
        r.option(at, &mut value, Mode::Merge)?;
        Ok(value)
    }

    #[inline]
    fn decode_into<R: Reader<'de>, P: Place>(
        &mut self,
        r: &mut R,
        at: P,
        mode: Mode,
    ) -> Result<(), Error> {
        r.option(at, self, mode)
    }
}

/// Reads what an `Option` holds, where it is known to hold something.
#[inline]
pub(crate) fn decode_some<'de, R, P, T>(
    into: &mut Option<T>,
    r: &mut R,
    at: P,
    mode: Mode,
) -> Result<(), Error>
where
    R: Reader<'de>,
    P: Place,
    T: Decode<'de>,
{
    if const { T::IN_PLACE } {
        let mut mode = mode;
        if into.is_none() && with_absent(|absent| *into = Some(absent)).is_some() {
            mode = Mode::Fresh;
        }
        return match into {
            Some(value) => value.decode_into(r, at, mode),
            None => Err(r.error(Fault::NoDefault)),
        };
    }
    match (into.as_mut(), mode) {
        (None, _) => *into = Some(T::decode(r, at)?),
        (Some(value), mode) if mode == Mode::Replace || const { !T::TYPE.is_merged() } => {
            value.decode_into(r, at, mode)?;
        }
        (Some(_), _) => {
            *into = match into.take() {
                Some(value) => Some(value.merge(r, at)?),
                None => None,
            }
        }
    }
    Ok(())
}
