//! The buffers of the crate `bytes`: bytes, and what is read out of a [`Bytes`] shares its memory.

use alloc::borrow::Cow;

use ::bytes::{Bytes, BytesMut};

use crate::codec::{Codec, Decode, Mode, Place, Reader, Writer};
use crate::error::Error;
use crate::schema::Type;
use crate::validate::{Checker, Rules, Subject, Validate};

macro_rules! buffer {
    ($($ty:ty)*) => {$(
        impl Validate for $ty {
            fn check_value<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
                <[u8]>::check_value(self, rules, c);
            }
            fn is_zero(&self) -> bool {
                self.is_empty()
            }
            fn subject(&self) -> Option<Subject<'_>> {
                Some(Subject::Bytes(self))
            }
        }

        impl Codec for $ty {
            const TYPE: Type = Type::Bytes;
            const IS_KNOWN: bool = true;

            #[inline]
            fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
                w.bytes(at, self);
            }
        }
    )*};
}

buffer!(Bytes BytesMut);

impl<'de> Decode<'de> for Bytes {
    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        Ok(match r.bytes(at)? {
            Cow::Borrowed(bytes) => match r.buffer().and_then(|buffer| part(buffer, bytes)) {
                Some(shared) => shared,
                None => Self::copy_from_slice(bytes),
            },
            Cow::Owned(bytes) => bytes.into(),
        })
    }
}

/// The part of a buffer that lies where a slice does; what was unpacked or converted before it was read lies elsewhere.
fn part(buffer: &Bytes, bytes: &[u8]) -> Option<Bytes> {
    let from = bytes.as_ptr().addr().checked_sub(buffer.as_ptr().addr())?;
    let to = from.checked_add(bytes.len())?;
    (to <= buffer.len()).then(|| buffer.slice(from..to))
}

impl<'de> Decode<'de> for BytesMut {
    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        Ok(Self::from(&*r.bytes(at)?))
    }

    fn decode_into<R: Reader<'de>, P: Place>(
        &mut self,
        r: &mut R,
        at: P,
        _mode: Mode,
    ) -> Result<(), Error> {
        let bytes = r.bytes(at)?;
        self.clear();
        self.extend_from_slice(&bytes);
        Ok(())
    }

    fn clear(&mut self) -> bool {
        Self::clear(self);
        true
    }
}
