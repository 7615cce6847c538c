//! The list of the crate `smallvec`: what `Vec` is, bytes where its elements are `u8`.

use alloc::vec::Vec;

use ::smallvec::{Array, SmallVec};

use crate::codec::{Codec, Decode, Mode, Place, Reader, Writer};
use crate::error::Error;
use crate::schema::Type;
use crate::validate::{Checker, Rules, Subject, Validate};

impl<A: Array<Item: Validate>> Validate for SmallVec<A> {
    const DESCENDS: bool = <A::Item as Validate>::DESCENDS;

    fn check_value<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
        <[A::Item]>::check_value(self, rules, c);
    }
    fn is_zero(&self) -> bool {
        self.is_empty()
    }
    fn subject(&self) -> Option<Subject<'_>> {
        <[A::Item]>::subject(self)
    }
}

impl<A: Array<Item: Codec>> Codec for SmallVec<A> {
    const TYPE: Type = <A::Item as Codec>::LIST;
    const IS_KNOWN: bool = true;

    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        <A::Item as Codec>::encode_list(self, w, at);
    }
}

impl<'de, A: Array<Item: Decode<'de>>> Decode<'de> for SmallVec<A> {
    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        Ok(Vec::decode(r, at)?.into_iter().collect())
    }

    fn decode_into<R: Reader<'de>, P: Place>(
        &mut self,
        r: &mut R,
        at: P,
        mode: Mode,
    ) -> Result<(), Error> {
        let mut list = core::mem::take(self).into_vec();
        let result = list.decode_into(r, at, mode);
        self.extend(list);
        result
    }

    fn clear(&mut self) -> bool {
        Self::clear(self);
        true
    }
}
