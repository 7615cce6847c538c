//! Lists of scalars: as many as there is room for, or as follow for sure, with one check.

use alloc::vec::Vec;

use super::decoder::Decoder;
use super::encoder::{Encoder, Out, alike, alike_signed, wide, wide_signed};
use super::slots::Slots;
use super::{integers, marker};
use crate::codec::run::{Kind, extend_chunks, extend_from};
use crate::codec::{Element, Mode, Place, Scalar, stand};
use crate::error::Error;
use crate::wire::input::Input;
use crate::wire::output::Follow;

/// The markers of integers that take one byte and two.
const NARROW: [u8; 2] = [marker::U8, marker::U16];

/// Writes a list of scalars.
pub(super) fn run_of<'o, 'b, S: Slots, T: Scalar>(
    out: Out<'o, 'b>,
    levels: usize,
    slots: S,
    items: &[T],
) -> (Out<'o, 'b>, S) {
    Encoder::on(out, levels, slots, |w| {
        w.put_array(items.len());
        w.nested(|w| match const { T::KIND } {
            Kind::Float32 => w.out.spaced_run::<_, 5>(items, |item| {
                let bits = (item.bits() as u32).swap_bytes();
                (u64::from(bits) << 8 | u64::from(marker::F32)).to_le_bytes()
            }),
            Kind::Float64 => w.out.tagged_run(
                items,
                T::bits,
                |_| (0, u64::MAX),
                |bits| (marker::F64, bits, Follow::Eight),
            ),
            Kind::Bool => w
                .out
                .fixed_run(items, |item| [marker::FALSE | item.bits() as u8]),
            Kind::Unsigned(_) => w.out.narrow_run(items, T::bits, NARROW, |out, items| {
                out.tagged_run(items, T::bits, alike, wide);
            }),
            Kind::Signed(_) => w.out.narrow_run(items, T::bits, NARROW, |out, items| {
                let alike = |bits| alike_signed(bits as i64);
                out.tagged_run(items, T::bits, alike, |bits| wide_signed(bits as i64));
            }),
        });
    })
}

impl<'de> Decoder<'de, '_> {
    /// Reads a list of scalars.
    #[inline]
    pub(super) fn run_of<P: Place, T: Scalar>(
        &mut self,
        at: P,
        into: &mut Vec<T>,
        mode: Mode,
    ) -> Result<(), Error> {
        let len = self.array()?;
        if mode == Mode::Replace {
            into.clear();
        }
        if len == 0 && self.depth > 0 {
            return Ok(());
        }
        let granted = self.cx.budget.grant(len, size_of::<T>());
        into.reserve(granted);
        let before = into.len();
        stand!(element = Element(at));
        self.nested(|r| {
            r.fill(len, into);
            for index in into.len() - before..len {
                match T::decode(r, element) {
                    Ok(item) => into.push(item),
                    Err(error) => return Err(error.at_index(index)),
                }
            }
            Ok(())
        })
    }

    /// Reads what stands in its usual form of `len` scalars, and stops before what does not.
    fn fill<T: Scalar>(&mut self, len: usize, into: &mut Vec<T>) {
        match const { T::KIND } {
            Kind::Float32 => self.fixed_items::<T, 5>(len, into, |&[byte, a, b, c, d]| {
                let bits = u32::from_be_bytes([a, b, c, d]);
                (byte == marker::F32).then_some(u64::from(bits))
            }),
            Kind::Float64 => {
                self.fixed_items::<T, 9>(len, into, |&[byte, a, b, c, d, e, f, g, h]| {
                    let bits = u64::from_be_bytes([a, b, c, d, e, f, g, h]);
                    (byte == marker::F64).then_some(bits)
                });
            }
            Kind::Bool => self.fixed_items::<T, 1>(len, into, |&[byte]| {
                (byte | 1 == marker::TRUE).then_some(u64::from(byte & 1))
            }),
            Kind::Unsigned(_) => self.integers(len, into, |input, chunk| {
                integers::read(input, chunk, T::of, |_| None)
            }),
            Kind::Signed(_) => self.integers(len, into, |input, chunk| {
                let signed = |value: i64| T::of(value.cast_unsigned());
                let unsigned = |value| i64::try_from(value).ok().and_then(signed);
                integers::read(input, chunk, unsigned, signed)
            }),
        }
    }

    /// Reads scalars of `N` bytes each.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn fixed_items<T: Scalar, const N: usize>(
        &mut self,
        len: usize,
        into: &mut Vec<T>,
        bits: impl Fn(&[u8; N]) -> Option<u64>,
    ) {
        let rest = self.input.rest().as_chunks::<N>().0;
        if let Some(items) = rest.get(..len)
            && extend_from(into, items, bits)
        {
            self.input.advance(len * N);
        }
    }

    /// Reads integers.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn integers<T: Scalar>(
        &mut self,
        len: usize,
        into: &mut Vec<T>,
        read: impl Fn(&mut Input<'de>, &mut [T]) -> usize,
    ) {
        let mut input = self.input;
        extend_chunks(into, len, |chunk| read(&mut input, chunk));
        self.input.go_on(&input);
    }
}
