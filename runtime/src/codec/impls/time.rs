//! `Duration` and `SystemTime`: google.protobuf.Duration and Timestamp.

use core::time::Duration;
#[cfg(feature = "std")]
use std::time::SystemTime;

use crate::codec::{Codec, Decode, Mode, Place, Reader, Writer};
use crate::error::{Error, Fault};
use crate::schema::Type;
use crate::time::{Parts, span};
#[cfg(feature = "std")]
use crate::time::{instant, since_epoch};

impl Codec for Duration {
    const TYPE: Type = Type::Duration;

    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        match i64::try_from(self.as_secs()) {
            Ok(secs) => w.duration(at, secs, self.subsec_nanos() as i32),
            Err(_) => w.fail(Error::new(
                Fault::Unwritable("the duration exceeds 2^63 seconds"),
                None,
                0,
            )),
        }
    }
}

impl<'de> Decode<'de> for Duration {
    fn absent() -> Option<Self> {
        Some(Self::ZERO)
    }

    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        let parts = r.duration(at)?;
        span(parts).ok_or_else(|| r.error(Fault::OutOfRange { ty: "Duration" }))
    }

    fn decode_into<R: Reader<'de>, P: Place>(
        &mut self,
        r: &mut R,
        at: P,
        mode: Mode,
    ) -> Result<(), Error> {
        if !R::MERGES || mode == Mode::Replace || self.is_zero() {
            *self = Self::decode(r, at)?;
            return Ok(());
        }
        let parts = (self.as_secs() as i64, self.subsec_nanos() as i32);
        let parts = Parts::merge(parts, r, at)?;
        *self = span(parts).ok_or_else(|| r.error(Fault::OutOfRange { ty: "Duration" }))?;
        Ok(())
    }
}

#[cfg(feature = "std")]
impl Codec for SystemTime {
    const TYPE: Type = Type::Timestamp;

    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        match since_epoch(self) {
            Some((secs, nanos)) => w.timestamp(at, secs, nanos as u32),
            None => w.fail(Error::new(
                Fault::Unwritable("the time exceeds 2^63 seconds"),
                None,
                0,
            )),
        }
    }
}

#[cfg(feature = "std")]
impl<'de> Decode<'de> for SystemTime {
    fn absent() -> Option<Self> {
        Some(Self::UNIX_EPOCH)
    }

    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        let (secs, nanos) = r.timestamp(at)?;
        instant((secs, nanos as i32)).ok_or_else(|| r.error(Fault::OutOfRange { ty: "SystemTime" }))
    }

    fn decode_into<R: Reader<'de>, P: Place>(
        &mut self,
        r: &mut R,
        at: P,
        mode: Mode,
    ) -> Result<(), Error> {
        let prior = match mode {
            Mode::Merge if R::MERGES && *self != Self::UNIX_EPOCH => since_epoch(self),
            _ => None,
        };
        *self = match prior {
            None => Self::decode(r, at)?,
            Some(prior) => {
                let parts = Parts::merge(prior, r, at)?;
                instant(parts).ok_or_else(|| r.error(Fault::OutOfRange { ty: "SystemTime" }))?
            }
        };
        Ok(())
    }
}
