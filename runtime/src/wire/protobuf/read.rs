//! The protobuf driver that reads: one method for each word of the schema's vocabulary.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::decoder::{Decoder, Frame};
use super::place::{Held, Run, is_wrapped};
use super::tag::{START, expected, is_root};
use super::varint::unzigzag;
use crate::codec::impls::decode_some;
use crate::codec::{
    Choice, Decode, Elements, Entries, Fields, Framed, Mode, Place, Reader, Role, Scalar, info,
};
use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::options::Options;
use crate::schema::{Encoding, Schema};
use crate::unknown::{self, UnknownFields};
impl Framed for Decoder<'_, '_> {
    type Frame = ();
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
                if self.cx.options().strict_integers && u32::try_from(value).is_err() {
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
                if self.cx.options().strict_integers && u32::try_from(value).is_err() {
                    return Err(self.error(Fault::OutOfRange { ty: "i32" }));
                }
                Ok(unzigzag(u64::from(value as u32)) as i32)
            }
            _ => self.narrow(),
        }
    }

    #[inline(never)]
    fn u128<P: Place>(&mut self, _at: P) -> Result<u128, Error> {
        let bytes = self.raw()?;
        match <[u8; 16]>::try_from(bytes) {
            Ok(bytes) => Ok(u128::from_be_bytes(bytes)),
            Err(_) => Err(self.error(Fault::Length {
                expected: 16,
                found: bytes.len(),
            })),
        }
    }

    #[inline(never)]
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

    #[inline]
    fn str<P: Place>(&mut self, _at: P) -> Result<Cow<'de, str>, Error> {
        let len = self.length()?;
        let fits = self.cx.budget.string(len);
        self.ok(fits)?;
        match self.input.text(len) {
            Some(Some(text)) => Ok(Cow::Borrowed(text)),
            Some(None) => Err(Error::new(
                Fault::InvalidUtf8,
                Some(Wire::Protobuf),
                self.input.position() - len,
            )),
            None => Err(self.error(Fault::Truncated)),
        }
    }

    #[inline]
    fn unverified<P: Place>(&mut self, _at: P) -> Result<Cow<'de, [u8]>, Error> {
        self.delimited().map(Cow::Borrowed)
    }

    #[inline]
    fn bytes<P: Place>(&mut self, _at: P) -> Result<Cow<'de, [u8]>, Error> {
        self.delimited().map(Cow::Borrowed)
    }

    #[inline(never)]
    fn duration<P: Place>(&mut self, at: P) -> Result<(i64, i32), Error> {
        let (secs, nanos) = self.time(is_root(&at))?;
        match i32::try_from(nanos) {
            Ok(nanos)
                if nanos.unsigned_abs() < 1_000_000_000
                    && (secs == 0 || nanos == 0 || (secs < 0) == (nanos < 0)) =>
            {
                Ok((secs, nanos))
            }
            _ => Err(self.error(Fault::OutOfRange { ty: "Duration" })),
        }
    }

    #[inline(never)]
    fn timestamp<P: Place>(&mut self, at: P) -> Result<(i64, u32), Error> {
        let (secs, nanos) = self.time(is_root(&at))?;
        match u32::try_from(nanos) {
            Ok(nanos) if nanos < 1_000_000_000 => Ok((secs, nanos)),
            _ => Err(self.error(Fault::OutOfRange { ty: "Timestamp" })),
        }
    }

    #[inline(never)]
    fn unit<P: Place>(&mut self, at: P) -> Result<(), Error> {
        if is_root(&at) {
            self.input.advance(usize::MAX);
        } else {
            self.raw()?;
        }
        Ok(())
    }

    #[inline]
    fn enumeration<P: Place>(&mut self, _at: P, _schema: &'static Schema) -> Result<i32, Error> {
        self.narrow()
    }

    #[inline]
    fn option<P: Place, T: Decode<'de>>(
        &mut self,
        at: P,
        into: &mut Option<T>,
        mode: Mode,
    ) -> Result<(), Error> {
        if matches!(info(&at).role, Role::Element | Role::Value) {
            return self.wrapped(at, into, mode);
        }
        decode_some(into, self, Held(at), mode)
    }

    #[inline]
    fn list<P: Place, S: Elements<'de>>(&mut self, at: P, into: &mut S) -> Result<(), Error> {
        if is_wrapped(&info(&at)) {
            return self.within(&Run(at), |r| r.items(at, into));
        }
        self.items(at, into)
    }

    #[inline]
    fn run<P: Place, T: Scalar>(
        &mut self,
        at: P,
        into: &mut Vec<T>,
        mode: Mode,
    ) -> Result<(), Error> {
        self.run_of(at, into, mode)
    }

    fn map<P: Place, S: Entries<'de>>(&mut self, at: P, into: &mut S) -> Result<(), Error> {
        if is_wrapped(&info(&at)) {
            return self.within(&Run(at), |r| r.entries(at, into));
        }
        self.entries(at, into)
    }

    #[inline]
    fn message<P: Place, M: Fields<'de>>(
        &mut self,
        at: P,
        into: &mut M,
        mode: Mode,
    ) -> Result<(), Error> {
        if is_root(&at) {
            self.body(into, mode, 0)
        } else if self.wire_type == START {
            self.body(into, mode, info(&at).number)
        } else {
            self.message_in(into, mode)
        }
    }

    fn union<P: Place, U: Choice<'de>>(&mut self, at: P, into: &mut U) -> Result<(), Error> {
        let outer = if is_root(&at) {
            None
        } else {
            Some(self.enter()?)
        };
        let frame = Frame {
            group: 0,
            keep: true,
        };
        let outer_frame = core::mem::replace(&mut self.frame, frame);
        let outer_kept = self.cx.replace_kept(UnknownFields::new());
        let mut failed = None;
        let read = self.nested(|r| {
            while let Some(index) = r.next(&mut (), into.schema())? {
                failed = match into.nth(index, true, r) {
                    Ok(()) => None,
                    Err(error) => {
                        let error = error.in_variant(into.schema(), index);
                        if !error.is_unknown_value() {
                            return Err(error);
                        }
                        Some(error)
                    }
                };
            }
            Ok(())
        });
        let unknown = self.cx.replace_kept(outer_kept);
        self.frame = outer_frame;
        read?;
        if let Some(outer) = outer {
            self.input.leave(outer);
        }
        if !into.is_set() {
            if let Some(error) = failed {
                return Err(error);
            }
            let number = match unknown.iter().next() {
                Some((unknown::Key::Number(number), _)) => alloc::format!("{number}").into(),
                _ => "set".into(),
            };
            if !into.other(unknown) {
                return Err(self.error(Fault::UnknownValue(number)));
            }
        }
        Ok(())
    }

    #[inline(always)]
    fn at<P: Place>(&mut self, _: &mut (), at: P) -> Result<bool, Error> {
        Ok(self.skip_tag(&at))
    }

    #[inline(always)]
    fn next(&mut self, _: &mut (), schema: &'static Schema) -> Result<Option<usize>, Error> {
        if self.input.is_empty() && self.frame.group == 0 {
            return Ok(None);
        }
        self.find(schema)
    }

    #[cold]
    fn keep<P: Place>(&mut self, _: &(), at: P, start: usize) {
        if self.frame.keep {
            let (tag, _) = expected(&at);
            let mut bytes = alloc::vec::Vec::from(tag.as_slice());
            bytes.extend_from_slice(self.input.between(start, self.input.position()));
            self.cx.keep(
                Wire::Protobuf,
                unknown::Key::Number(info(&at).number),
                &bytes,
            );
        }
    }

    #[inline(always)]
    fn offset(&self) -> usize {
        self.input.position()
    }

    #[cold]
    #[inline(never)]
    fn error(&self, fault: Fault) -> Error {
        Error::new(fault, Some(Wire::Protobuf), self.input.position())
    }

    #[inline(always)]
    fn options(&self) -> &Options {
        self.cx.options()
    }

    fn refuse(&mut self) {
        self.cx.refuse();
    }

    fn grant(&mut self, count: usize, size: usize) -> usize {
        self.cx.budget.grant(count, size)
    }
}
