//! Lists: `[T]`, `Vec`, `VecDeque`, `LinkedList` is not one of them.

use alloc::collections::VecDeque;
use alloc::vec::Vec;

use crate::codec::{Codec, Decode, Elements, Mode, Place, Reader, Writer, with_absent};
use crate::error::{Error, Fault};
use crate::schema::Type;

impl<T: Codec> Codec for [T] {
    const TYPE: Type = T::LIST;
    const IS_KNOWN: bool = true;

    #[inline]
    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        T::encode_list(self, w, at);
    }
}

impl<T: Codec> Codec for Vec<T> {
    const TYPE: Type = T::LIST;
    const IS_KNOWN: bool = true;

    #[inline]
    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        T::encode_list(self, w, at);
    }
}

impl<T: Codec> Codec for VecDeque<T> {
    const TYPE: Type = Type::List(&T::TYPE);

    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        w.list(at, self.iter());
    }
}

impl<'de, T: Decode<'de>> Decode<'de> for Vec<T> {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        let mut list = Self::new();
        T::decode_list(&mut list, r, at, Mode::Merge)?;
        Ok(list)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn decode_into<R: Reader<'de>, P: Place>(
        &mut self,
        r: &mut R,
        at: P,
        mode: Mode,
    ) -> Result<(), Error> {
        T::decode_list(self, r, at, mode)
    }

    #[inline]
    fn clear(&mut self) -> bool {
        Self::clear(self);
        true
    }
}

impl<'de, T: Decode<'de>> Decode<'de> for VecDeque<T> {
    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        let mut list = Vec::new();
        r.list(
            at,
            &mut Appended {
                list: &mut list,
                next: 0,
            },
        )?;
        Ok(list.into())
    }

    fn decode_into<R: Reader<'de>, P: Place>(
        &mut self,
        r: &mut R,
        at: P,
        mode: Mode,
    ) -> Result<(), Error> {
        let mut list = Vec::from(core::mem::take(self));
        decode_vec(&mut list, r, at, mode)?;
        *self = list.into();
        Ok(())
    }

    fn clear(&mut self) -> bool {
        Self::clear(self);
        true
    }
}

/// Reads the elements of a list into a `Vec`: over those that are there, or after them.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn decode_vec<'de, R, P, T>(
    into: &mut Vec<T>,
    r: &mut R,
    at: P,
    mode: Mode,
) -> Result<(), Error>
where
    R: Reader<'de>,
    P: Place,
    T: Decode<'de>,
{
    let next = if mode == Mode::Replace { 0 } else { into.len() };
    let mut appended = Appended { list: into, next };
    let result = r.list(at, &mut appended);
    let len = appended.next;
    into.truncate(len);
    result
}

/// A `Vec` that is read over from the element `next` on.
struct Appended<'v, T> {
    list: &'v mut Vec<T>,
    next: usize,
}

impl<'de, T: Decode<'de>> Elements<'de> for Appended<'_, T> {
    const SIZE: usize = size_of::<T>();
    const IS_KNOWN: bool = T::IS_KNOWN;

    #[inline]
    fn reserve(&mut self, additional: usize) {
        let spare = self.list.capacity() - self.next;
        if additional > spare {
            self.list
                .reserve(additional - (self.list.len() - self.next));
        }
    }

    #[inline]
    fn element<R: Reader<'de>, P: Place>(&mut self, r: &mut R, at: P) -> Result<(), Error> {
        if let Some(value) = self.list.get_mut(self.next) {
            value.decode_into(r, at, Mode::Replace)?;
        } else if const { T::IN_PLACE } {
            if with_absent(|absent| self.list.push(absent)).is_none() {
                return Err(r.error(Fault::NoDefault));
            }
            // Apart from the way above, for the sake of small messages: where nothing is replaced, nobody asks what has come.
            if let Some(value) = self.list.last_mut() {
                value.decode_into(r, at, Mode::Fresh)?;
            }
        } else {
            self.list.push(T::decode(r, at)?);
        }
        self.next += 1;
        Ok(())
    }
}
