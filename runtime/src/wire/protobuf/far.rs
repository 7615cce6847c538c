//! What is read far from the walk over a message, in a function for all types: times, wide integers, enums with data.

use super::decoder::{Decoder, Group};
use super::skip::{read_tag, skip};
use super::tag::VARINT;
use crate::codec::{Choice, Reader};
use crate::error::{Error, Fault};
use crate::unknown::{self, UnknownFields};

impl<'de> Decoder<'de, '_> {
    /// An integer of 128 bits.
    #[inline(never)]
    pub(super) fn wide(&mut self) -> Result<u128, Error> {
        let bytes = self.raw()?;
        match <[u8; 16]>::try_from(bytes) {
            Ok(bytes) => Ok(u128::from_be_bytes(bytes)),
            Err(_) => Err(self.error(Fault::Length {
                expected: 16,
                found: bytes.len(),
            })),
        }
    }

    /// A struct without fields.
    #[inline(never)]
    pub(super) fn nothing(&mut self, root: bool) -> Result<(), Error> {
        if root {
            self.input.advance(usize::MAX);
        } else {
            self.raw()?;
        }
        Ok(())
    }

    /// A span of time.
    #[inline(never)]
    pub(super) fn span(&mut self, root: bool) -> Result<(i64, i32), Error> {
        let (secs, nanos) = self.time(root)?;
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

    /// A point in time.
    #[inline(never)]
    pub(super) fn instant(&mut self, root: bool) -> Result<(i64, u32), Error> {
        let (secs, nanos) = self.time(root)?;
        match u32::try_from(nanos) {
            Ok(nanos) if nanos < 1_000_000_000 => Ok((secs, nanos)),
            _ => Err(self.error(Fault::OutOfRange { ty: "Timestamp" })),
        }
    }

    /// Seconds and nanoseconds.
    fn time(&mut self, root: bool) -> Result<(i64, i64), Error> {
        let outer = if root { None } else { Some(self.enter()?) };
        let (mut secs, mut nanos) = (0, 0);
        while !self.input.is_empty() {
            let tag = read_tag(&mut self.input);
            match self.ok(tag)? {
                (1, VARINT) => secs = self.varint()? as i64,
                (2, VARINT) => nanos = i64::from(self.narrow()?),
                (number, wire_type) => {
                    let skipped = skip(&mut self.input, number, wire_type, &self.cx.budget);
                    self.ok(skipped)?;
                }
            }
        }
        if let Some(outer) = outer {
            self.input.leave(outer);
        }
        Ok((secs, nanos))
    }

    /// Reads an enum with data.
    pub(super) fn union_to<U: Choice<'de>>(
        &mut self,
        root: bool,
        into: &mut U,
    ) -> Result<(), Error> {
        let outer = if root { None } else { Some(self.enter()?) };
        let keeps = core::mem::replace(&mut self.keeps, true);
        let outer_kept = self.cx.replace_kept(UnknownFields::new());
        let mut failed = None;
        let read = self.nested(|r| {
            while let Some(index) = r.next(&mut Group::default(), into.schema())? {
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
        self.keeps = keeps;
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
}
