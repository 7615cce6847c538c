//! Spans and points of time: seconds and nanoseconds, as google.protobuf.Duration and Timestamp have them.
//!
//! In protobuf they are messages, so that they are merged, and never absent by being zero.

use crate::codec::{Decode, Mode, Place, Reader, Writer};
use crate::error::{Error, Fault};
use crate::time::Parts;

/// Says that a value is beyond what 64 bits of seconds hold.
pub(super) fn fail<W: Writer>(w: &mut W) {
    let fault = Fault::Unwritable("the time exceeds 2^63 seconds");
    w.fail(Error::new(fault, None, 0));
}

/// Whether nanoseconds are a part of a second, which nothing is carried from.
#[cfg(any(feature = "jiff", feature = "time"))]
pub(super) fn is_part(nanos: i32) -> bool {
    nanos.unsigned_abs() < 1_000_000_000
}

/// What parts are merged into; none, where they take the place of what is there.
pub(super) fn prior<'de, R: Reader<'de>>(mode: Mode, parts: Result<Parts, Parts>) -> Option<Parts> {
    let is_merged = R::MERGES && mode == Mode::Merge;
    parts.ok().filter(|parts| is_merged && *parts != (0, 0))
}

/// Reads parts into those that are there.
pub(super) fn merged<'de, R: Reader<'de>, P: Place>(
    prior: Parts,
    r: &mut R,
    at: P,
) -> Result<Parts, Error> {
    Parts::merge(prior, r, at)
}

/// Types that are a span of time (`duration`, `Duration`) or a point in time (`timestamp`, `Timestamp`): the parts of a value, or the nearest ones if it
/// is beyond them all, and the value of parts.
macro_rules! parts {
    ($ty:ty, $method:ident, $type:ident, $name:literal, $parts:expr, $of:expr) => {
        impl $crate::validate::Validate for $ty {
            #[inline]
            fn check_value<R: $crate::validate::Rules, C: $crate::validate::Checker>(
                &self,
                rules: &R,
                c: &mut C,
            ) {
                if let Some(subject) = self.subject() {
                    subject.check(rules.plan(), c);
                }
            }

            #[inline]
            fn subject(&self) -> Option<$crate::validate::Subject<'_>> {
                let parts: fn(&$ty) -> Result<$crate::time::Parts, $crate::time::Parts> = $parts;
                let (Ok((secs, nanos)) | Err((secs, nanos))) = parts(self);
                Some($crate::validate::Subject::$type { secs, nanos })
            }
        }

        impl $crate::codec::Codec for $ty {
            const TYPE: $crate::schema::Type = $crate::schema::Type::$type;

            fn encode<W: $crate::codec::Writer, P: $crate::codec::Place>(&self, w: &mut W, at: P) {
                let parts: fn(&$ty) -> Result<$crate::time::Parts, $crate::time::Parts> = $parts;
                match parts(self) {
                    Ok((secs, nanos)) => w.$method(at, secs, nanos as _),
                    Err(_) => $crate::values::span::fail(w),
                }
            }
        }

        impl<'de> $crate::codec::Decode<'de> for $ty {
            fn absent() -> Option<Self> {
                let of: fn($crate::time::Parts) -> Option<$ty> = $of;
                of((0, 0))
            }

            fn decode<R: $crate::codec::Reader<'de>, P: $crate::codec::Place>(
                r: &mut R,
                at: P,
            ) -> Result<Self, $crate::error::Error> {
                let (secs, nanos) = r.$method(at)?;
                let of: fn($crate::time::Parts) -> Option<$ty> = $of;
                of((secs, nanos as i32))
                    .ok_or_else(|| r.error($crate::error::Fault::OutOfRange { ty: $name }))
            }

            fn decode_into<R: $crate::codec::Reader<'de>, P: $crate::codec::Place>(
                &mut self,
                r: &mut R,
                at: P,
                mode: $crate::codec::Mode,
            ) -> Result<(), $crate::error::Error> {
                let parts: fn(&$ty) -> Result<$crate::time::Parts, $crate::time::Parts> = $parts;
                let Some(prior) = $crate::values::span::prior::<R>(mode, parts(self)) else {
                    *self = Self::decode(r, at)?;
                    return Ok(());
                };
                let of: fn($crate::time::Parts) -> Option<$ty> = $of;
                let merged = $crate::values::span::merged(prior, r, at)?;
                *self = of(merged)
                    .ok_or_else(|| r.error($crate::error::Fault::OutOfRange { ty: $name }))?;
                Ok(())
            }
        }
    };
}

pub(super) use parts;
