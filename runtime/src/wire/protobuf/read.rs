//! The protobuf driver that reads: one method for each word of the schema's vocabulary.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::decoder::{Decoder, Group, error, keep_value, no_text};
use super::message::accepts;
use super::place::{Held, Run, is_wrapped};
use super::tag::{expected, is_group};
use super::varint::unzigzag;
use crate::codec::impls::decode_some;
use crate::codec::{
    Choice, Decode, Elements, Entries, Fields, Framed, Info, Mode, Place, Reader, Scalar, info,
    stand, when,
};
use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::limits::Limits;
use crate::options::Options;
use crate::schema::Schema;
use crate::unknown::UnknownFields;
use crate::wire::input::{copy_text, text};

impl Framed for Decoder<'_, '_> {
    type Frame = Group;
}

impl<'de> Reader<'de> for Decoder<'de, '_> {
    const MERGES: bool = true;
    const WIRE: Wire = Wire::Protobuf;

    #[inline]
    fn may_be(&self, place: &Info) -> bool {
        accepts(place, self.wire_type)
    }

    fn is_outermost(&self) -> bool {
        self.cx.budget.is_outermost(self.cx.budget.depth())
    }

    fn left(&self) -> Limits {
        self.cx.budget.limits_at(self.cx.budget.depth())
    }

    fn swap_unknown(&mut self, unknown: &mut UnknownFields) {
        self.cx.swap_kept(unknown);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn bool<P: Place>(&mut self, _at: P) -> Result<bool, Error> {
        Ok(self.short_varint()? != 0)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn u64<P: Place>(&mut self, at: P) -> Result<u64, Error> {
        when!(at: P, Info::is_fixed => {
            Ok(u64::from_le_bytes(self.fixed()?))
        } else {
            self.varint()
        })
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn i64<P: Place>(&mut self, at: P) -> Result<i64, Error> {
        let bits = self.u64(at)?;
        when!(at: P, Info::is_zigzag => { Ok(unzigzag(bits)) } else { Ok(bits as i64) })
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn u32<P: Place>(&mut self, at: P) -> Result<u32, Error> {
        when!(at: P, Info::is_fixed => {
            Ok(u32::from_le_bytes(self.fixed()?))
        } else {
            self.narrow_unsigned("u32")
        })
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn i32<P: Place>(&mut self, at: P) -> Result<i32, Error> {
        when!(at: P, Info::is_fixed => {
            Ok(i32::from_le_bytes(self.fixed()?))
        } else {
            when!(at: P, Info::is_zigzag => {
                Ok(unzigzag(u64::from(self.narrow_unsigned("i32")?)) as i32)
            } else {
                self.narrow()
            })
        })
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn u128<P: Place>(&mut self, _at: P) -> Result<u128, Error> {
        self.far(Self::wide)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn i128<P: Place>(&mut self, at: P) -> Result<i128, Error> {
        Ok(self.u128(at)? as i128)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn f32<P: Place>(&mut self, _at: P) -> Result<f32, Error> {
        Ok(f32::from_le_bytes(self.fixed()?))
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn f64<P: Place>(&mut self, _at: P) -> Result<f64, Error> {
        Ok(f64::from_le_bytes(self.fixed()?))
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn str<P: Place>(&mut self, _at: P) -> Result<Cow<'de, str>, Error> {
        let bytes = self.delimited()?;
        match text(bytes) {
            Some(text) => Ok(Cow::Borrowed(text)),
            None => Err(no_text(self.offset() - bytes.len())),
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn string<P: Place>(&mut self, _at: P, into: &mut String) -> Result<(), Error> {
        let bytes = self.delimited()?;
        if copy_text(into, bytes) {
            return Ok(());
        }
        Err(no_text(self.offset() - bytes.len()))
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn unverified<P: Place>(&mut self, _at: P) -> Result<Cow<'de, [u8]>, Error> {
        self.delimited().map(Cow::Borrowed)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn bytes<P: Place>(&mut self, _at: P) -> Result<Cow<'de, [u8]>, Error> {
        self.delimited().map(Cow::Borrowed)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn duration<P: Place>(&mut self, at: P) -> Result<(i64, i32), Error> {
        self.far(|far| far.span(info(&at).is_root()))
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn timestamp<P: Place>(&mut self, at: P) -> Result<(i64, u32), Error> {
        self.far(|far| far.instant(info(&at).is_root()))
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn unit<P: Place>(&mut self, at: P) -> Result<(), Error> {
        self.far(|far| far.nothing(info(&at).is_root()))
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn enumeration<P: Place>(&mut self, _at: P, _schema: &'static Schema) -> Result<i32, Error> {
        let value = self.short_varint()?;
        self.narrowed(value)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn option<P: Place, T: Decode<'de>>(
        &mut self,
        at: P,
        into: &mut Option<T>,
        mode: Mode,
    ) -> Result<(), Error> {
        when!(at: P, Info::is_member => {
            stand!(held = Held(at));
            let mut mode = mode;
            self.far(|far| {
                far.within(&held, |r| {
                    decode_some(into, r, held, core::mem::replace(&mut mode, Mode::Merge))
                })
            })?;
            if mode == Mode::Replace {
                *into = None;
            }
            Ok(())
        } else {
            stand!(held = Held(at));
            decode_some(into, self, held, mode)
        })
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn list<P: Place, S: Elements<'de>>(&mut self, at: P, into: &mut S) -> Result<(), Error> {
        when!(at: P, is_wrapped => {
            self.far(|far| far.within(&Run(at), |r| r.items(at, into)))
        } else {
            self.far(|far| far.items(at, into))
        })
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn run<P: Place, T: Scalar>(
        &mut self,
        at: P,
        into: &mut Vec<T>,
        mode: Mode,
    ) -> Result<(), Error> {
        self.far(|far| far.run_of(at, into, mode))
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn map<P: Place, S: Entries<'de>>(&mut self, at: P, into: &mut S) -> Result<(), Error> {
        when!(at: P, is_wrapped => {
            self.far(|far| far.within(&Run(at), |r| r.entries(at, into)))
        } else {
            self.far(|far| far.entries(at, into))
        })
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn message<P: Place, M: Fields<'de>>(
        &mut self,
        at: P,
        into: &mut M,
        mode: Mode,
    ) -> Result<(), Error> {
        when!(at: P, Info::is_root => {
            self.message_until(0, into, mode)
        } else {
            when!(at: P, is_group => {
                self.message_until(at.number(), into, mode)
            } else {
                self.message_in(into, mode)
            })
        })
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn union<P: Place, U: Choice<'de>>(&mut self, at: P, into: &mut U) -> Result<(), Error> {
        self.far(|far| far.union_to(info(&at).is_root(), into))
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn at<P: Place>(&mut self, _: &mut Group, at: P) -> Result<bool, Error> {
        Ok(self.skip_tag(&at))
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn next(&mut self, group: &mut Group, schema: &'static Schema) -> Result<Option<usize>, Error> {
        if self.input.is_empty() && group.0 == 0 {
            return Ok(None);
        }
        let (found, wire_type) = self.far(|far| {
            let found = far.find(*group, schema)?;
            Ok((found, far.wire_type))
        })?;
        self.wire_type = wire_type;
        Ok(found)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn keep<P: Place>(&mut self, _: &Group, at: P, start: usize) {
        if self.keeps {
            keep_value(self.cx, at.number(), expected(&at).1, self.since(start));
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn offset(&self) -> usize {
        self.input.position()
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn error(&self, fault: Fault) -> Error {
        error(fault, self.offset())
    }

    #[cfg(feature = "bytes")]
    fn buffer(&self) -> Option<&bytes::Bytes> {
        self.cx.buffer()
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn options(&self) -> &Options<'_> {
        self.cx.options()
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn refuse(&mut self) {
        self.cx.refuse();
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn grant(&mut self, count: usize, size: usize) -> usize {
        self.cx.budget.grant(count, size)
    }
}
