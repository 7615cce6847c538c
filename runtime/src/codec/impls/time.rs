//! `Duration` and `SystemTime`: google.protobuf.Duration and Timestamp.

use core::time::Duration;
#[cfg(feature = "std")]
use std::time::SystemTime;

use crate::codec::{Codec, Decode, Place, Reader, Writer};
use crate::error::{Error, Fault};
use crate::schema::Type;

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
        let (secs, nanos) = r.duration(at)?;
        match (u64::try_from(secs), u32::try_from(nanos)) {
            (Ok(secs), Ok(nanos)) if nanos < 1_000_000_000 => Ok(Self::new(secs, nanos)),
            _ => Err(r.error(Fault::OutOfRange { ty: "Duration" })),
        }
    }
}

#[cfg(feature = "std")]
impl Codec for SystemTime {
    const TYPE: Type = Type::Timestamp;

    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        let (secs, nanos) = match self.duration_since(Self::UNIX_EPOCH) {
            Ok(after) => (i64::try_from(after.as_secs()).ok(), after.subsec_nanos()),
            Err(before) => {
                let before = before.duration();
                let secs = i64::try_from(before.as_secs()).ok();
                match before.subsec_nanos() {
                    0 => (secs.map(|secs| -secs), 0),
                    nanos => (secs.map(|secs| -secs - 1), 1_000_000_000 - nanos),
                }
            }
        };
        match secs {
            Some(secs) => w.timestamp(at, secs, nanos),
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
        let whole = Duration::from_secs(secs.unsigned_abs());
        let time = if secs < 0 {
            Self::UNIX_EPOCH.checked_sub(whole)
        } else {
            Self::UNIX_EPOCH.checked_add(whole)
        };
        time.and_then(|time| time.checked_add(Duration::from_nanos(u64::from(nanos))))
            .ok_or_else(|| r.error(Fault::OutOfRange { ty: "SystemTime" }))
    }
}
