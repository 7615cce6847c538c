//! Arrays: lists of a fixed length, bytes for `[u8; N]`.

use alloc::vec::Vec;

use crate::codec::{Codec, Decode, Mode, Place, Reader, Writer};
use crate::error::{Error, Fault};
use crate::schema::Type;

impl<T: Codec, const N: usize> Codec for [T; N] {
    const TYPE: Type = Type::Fixed(&T::LIST, N);
    const ABSENT: bool = T::ABSENT;

    #[inline]
    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        T::encode_list(self, w, at);
    }
}

impl<'de, T: Decode<'de>, const N: usize> Decode<'de> for [T; N] {
    fn absent() -> Option<Self> {
        let mut elements = Vec::with_capacity(N);
        for _ in 0..N {
            elements.push(T::absent()?);
        }
        Self::try_from(elements).ok()
    }

    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        let mut elements = Vec::new();
        T::decode_list(&mut elements, r, at, Mode::Merge)?;
        Self::try_from(elements).map_err(|elements| {
            r.error(Fault::Length {
                expected: N,
                found: elements.len(),
            })
        })
    }
}
