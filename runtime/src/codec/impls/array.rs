//! Arrays: lists of a fixed length, bytes for `[u8; N]`.

use alloc::vec::Vec;

use crate::codec::{Codec, Decode, Elements, Mode, Place, Reader, Writer};
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
        let (mut elements, mut beyond) = (Vec::new(), 0);
        if matches!(T::LIST, Type::Bytes) {
            T::decode_list(&mut elements, r, at, Mode::Merge)?;
        } else {
            let mut first = First {
                elements: &mut elements,
                max: N,
                beyond: 0,
            };
            r.list(at, &mut first)?;
            beyond = first.beyond;
        }
        let found = elements.len() + beyond;
        match Self::try_from(elements) {
            Ok(array) if beyond == 0 => Ok(array),
            _ => Err(r.error(Fault::Length { expected: N, found })),
        }
    }
}

/// The first elements of a list. What comes beyond them is read and counted, and not held.
struct First<'v, T> {
    elements: &'v mut Vec<T>,
    max: usize,
    beyond: usize,
}

impl<'de, T: Decode<'de>> Elements<'de> for First<'_, T> {
    const SIZE: usize = size_of::<T>();

    #[inline]
    fn reserve(&mut self, additional: usize) {
        let room = self.max - self.elements.len();
        self.elements.reserve_exact(additional.min(room));
    }

    #[inline]
    fn element<R: Reader<'de>, P: Place>(&mut self, r: &mut R, at: P) -> Result<(), Error> {
        let element = T::decode(r, at)?;
        if self.elements.len() < self.max {
            self.elements.push(element);
        } else {
            self.beyond += 1;
        }
        Ok(())
    }
}
