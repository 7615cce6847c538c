//! The protobuf driver that reads: one method for each word of the schema's vocabulary.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::decoder::{Decoder, Group, error, keep_value};
use super::place::{Held, Run, is_wrapped};
use super::tag::{START, expected, is_root};
use super::varint::unzigzag;
use crate::codec::impls::decode_some;
use crate::codec::{
    Choice, Decode, Elements, Entries, Fields, Framed, Mode, Place, Reader, Role, Scalar, info,
};
use crate::error::{Error, Fault};
use crate::options::Options;
use crate::schema::{Encoding, Schema};

impl Framed for Decoder<'_, '_> {
    type Frame = Group;
}

impl<'de> Reader<'de> for Decoder<'de, '_> {
    const MERGES: bool = true;

    #[inline(always)]
    fn bool<P: Place>(&mut self, _at: P) -> Result<bool, Error> {
        Ok(self.varint()? != 0)
    }

    #[inline(always)]
    fn u64<P: Place>(&mut self, at: P) -> Result<u64, Error> {
        match info(&at).encoding {
            Encoding::Fixed => Ok(u64::from_le_bytes(self.fixed()?)),
            _ => self.varint(),
        }
    }

    #[inline(always)]
    fn i64<P: Place>(&mut self, at: P) -> Result<i64, Error> {
        match info(&at).encoding {
            Encoding::Fixed => Ok(i64::from_le_bytes(self.fixed()?)),
            Encoding::Zigzag => Ok(unzigzag(self.varint()?)),
            _ => Ok(self.varint()? as i64),
        }
    }

    #[inline(always)]
    fn u32<P: Place>(&mut self, at: P) -> Result<u32, Error> {
        match info(&at).encoding {
            Encoding::Fixed => Ok(u32::from_le_bytes(self.fixed()?)),
            _ => {
                let value = self.varint()?;
                if u32::try_from(value).is_err() && self.cx.options().strict_integers {
                    return Err(self.error(Fault::OutOfRange { ty: "u32" }));
                }
                Ok(value as u32)
            }
        }
    }

    #[inline(always)]
    fn i32<P: Place>(&mut self, at: P) -> Result<i32, Error> {
        match info(&at).encoding {
            Encoding::Fixed => Ok(i32::from_le_bytes(self.fixed()?)),
            Encoding::Zigzag => {
                let value = self.varint()?;
                if u32::try_from(value).is_err() && self.cx.options().strict_integers {
                    return Err(self.error(Fault::OutOfRange { ty: "i32" }));
                }
                Ok(unzigzag(u64::from(value as u32)) as i32)
            }
            _ => self.narrow(),
        }
    }

    #[inline(always)]
    fn u128<P: Place>(&mut self, _at: P) -> Result<u128, Error> {
        self.far(Self::wide)
    }

    #[inline(always)]
    fn i128<P: Place>(&mut self, at: P) -> Result<i128, Error> {
        Ok(self.u128(at)? as i128)
    }

    #[inline(always)]
    fn f32<P: Place>(&mut self, _at: P) -> Result<f32, Error> {
        Ok(f32::from_le_bytes(self.fixed()?))
    }

    #[inline(always)]
    fn f64<P: Place>(&mut self, _at: P) -> Result<f64, Error> {
        Ok(f64::from_le_bytes(self.fixed()?))
    }

    #[inline(always)]
    fn str<P: Place>(&mut self, _at: P) -> Result<Cow<'de, str>, Error> {
        let len = self.length()?;
        let fits = self.cx.budget.string(len);
        self.ok(fits)?;
        match self.input.text(len) {
            Some(Some(text)) => Ok(Cow::Borrowed(text)),
            Some(None) => Err(error(Fault::InvalidUtf8, self.offset() - len)),
            None => Err(self.error(Fault::Truncated)),
        }
    }

    #[inline(always)]
    fn unverified<P: Place>(&mut self, _at: P) -> Result<Cow<'de, [u8]>, Error> {
        self.delimited().map(Cow::Borrowed)
    }

    #[inline(always)]
    fn bytes<P: Place>(&mut self, _at: P) -> Result<Cow<'de, [u8]>, Error> {
        self.delimited().map(Cow::Borrowed)
    }

    #[inline(always)]
    fn duration<P: Place>(&mut self, at: P) -> Result<(i64, i32), Error> {
        self.far(|far| far.span(is_root(&at)))
    }

    #[inline(always)]
    fn timestamp<P: Place>(&mut self, at: P) -> Result<(i64, u32), Error> {
        self.far(|far| far.instant(is_root(&at)))
    }

    #[inline(always)]
    fn unit<P: Place>(&mut self, at: P) -> Result<(), Error> {
        self.far(|far| far.nothing(is_root(&at)))
    }

    #[inline(always)]
    fn enumeration<P: Place>(&mut self, _at: P, _schema: &'static Schema) -> Result<i32, Error> {
        self.narrow()
    }

    #[inline(always)]
    fn option<P: Place, T: Decode<'de>>(
        &mut self,
        at: P,
        into: &mut Option<T>,
        mode: Mode,
    ) -> Result<(), Error> {
        if matches!(info(&at).role, Role::Element | Role::Value) {
            if P::INFO.is_none() {
                // What the type of `T` says of the value may be less than what its place does.
                return self
                    .far(|far| far.within(&Held(at), |r| decode_some(into, r, Held(at), mode)));
            }
            return self.far(|far| far.wrapped(at, into, mode));
        }
        decode_some(into, self, Held(at), mode)
    }

    #[inline(always)]
    fn list<P: Place, S: Elements<'de>>(&mut self, at: P, into: &mut S) -> Result<(), Error> {
        if is_wrapped(&info(&at)) {
            return self.far(|far| far.within(&Run(at), |r| r.items(at, into)));
        }
        self.far(|far| far.items(at, into))
    }

    #[inline(always)]
    fn run<P: Place, T: Scalar>(
        &mut self,
        at: P,
        into: &mut Vec<T>,
        mode: Mode,
    ) -> Result<(), Error> {
        self.far(|far| far.run_of(at, into, mode))
    }

    #[inline(always)]
    fn map<P: Place, S: Entries<'de>>(&mut self, at: P, into: &mut S) -> Result<(), Error> {
        if is_wrapped(&info(&at)) {
            return self.far(|far| far.within(&Run(at), |r| r.entries(at, into)));
        }
        self.far(|far| far.entries(at, into))
    }

    #[inline(always)]
    fn message<P: Place, M: Fields<'de>>(
        &mut self,
        at: P,
        into: &mut M,
        mode: Mode,
    ) -> Result<(), Error> {
        if is_root(&at) {
            self.message_until(0, into, mode)
        } else if expected(&at).1 == START {
            self.message_until(at.number(), into, mode)
        } else {
            self.message_in(into, mode)
        }
    }

    #[inline(always)]
    fn union<P: Place, U: Choice<'de>>(&mut self, at: P, into: &mut U) -> Result<(), Error> {
        self.far(|far| far.union_to(is_root(&at), into))
    }

    #[inline(always)]
    fn at<P: Place>(&mut self, _: &mut Group, at: P) -> Result<bool, Error> {
        Ok(self.skip_tag(&at))
    }

    #[inline(always)]
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

    #[inline(always)]
    fn keep<P: Place>(&mut self, _: &Group, at: P, start: usize) {
        if self.keeps {
            keep_value(
                self.cx,
                info(&at).number,
                expected(&at).1,
                self.since(start),
            );
        }
    }

    #[inline(always)]
    fn offset(&self) -> usize {
        self.input.position()
    }

    #[inline(always)]
    fn error(&self, fault: Fault) -> Error {
        error(fault, self.offset())
    }

    #[inline(always)]
    fn options(&self) -> &Options {
        self.cx.options()
    }

    #[inline(always)]
    fn refuse(&mut self) {
        self.cx.refuse();
    }

    #[inline(always)]
    fn grant(&mut self, count: usize, size: usize) -> usize {
        self.cx.budget.grant(count, size)
    }
}
