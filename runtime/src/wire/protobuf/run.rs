//! Packed lists of scalars: fixed-width ones as a whole, varints as many as there is room for, or as follow for sure, with one
//! check.

use alloc::vec::Vec;

use super::decoder::Decoder;
use super::place::{Item, Run, is_wrapped};
use super::tag::{LEN, VARINT, is_packable, scalar};
use super::varint::{self, unzigzag, zigzag};
use super::write::Encoder;
use crate::codec::impls::decode_vec;
use crate::codec::run::Kind;
use crate::codec::{Info, Mode, Place, Scalar, info};
use crate::error::Error;
use crate::schema::Encoding;

/// How the elements of a packed list stand on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Fixed32,
    Fixed64,
    Varint,
    Zigzag,
}

/// The form of a list that is packed and stands in no message of its own; `None` for any other, which is read and written
/// element by element.
const fn form(list: &Info, item: &Info, kind: Kind) -> Option<Form> {
    if is_wrapped(list) || !item.packed || !is_packable(&item.ty) {
        return None;
    }
    Some(match (kind, item.encoding) {
        (Kind::Float32, _) => Form::Fixed32,
        (Kind::Float64, _) => Form::Fixed64,
        (Kind::Unsigned(64) | Kind::Signed(64), Encoding::Fixed) => Form::Fixed64,
        (Kind::Unsigned(_) | Kind::Signed(_), Encoding::Fixed) => Form::Fixed32,
        (Kind::Signed(_), Encoding::Zigzag) => Form::Zigzag,
        _ => Form::Varint,
    })
}

#[inline(always)]
fn form_of<P: Place, T: Scalar>(at: P) -> Option<Form> {
    form(&info(&at), &info(&Item(at)), T::KIND)
}

impl Encoder<'_, '_> {
    /// Writes the elements of a packed list.
    fn packed<T: Scalar>(&mut self, form: Form, items: &[T]) {
        match form {
            Form::Fixed32 => self
                .out
                .fixed_run(items, |item| (item.bits() as u32).to_le_bytes()),
            Form::Fixed64 => self.out.fixed_run(items, |item| item.bits().to_le_bytes()),
            Form::Varint if matches!(T::KIND, Kind::Bool | Kind::Unsigned(..=32)) => {
                self.out.varied_run(items, |item| varint::word(item.bits()));
            }
            Form::Varint => self
                .out
                .varied_run(items, |item| varint::bytes(item.bits())),
            Form::Zigzag if matches!(T::KIND, Kind::Signed(..=32)) => {
                self.out.varied_run(items, |item| {
                    varint::word(zigzag(item.bits().cast_signed()))
                });
            }
            Form::Zigzag => {
                self.out.varied_run(items, |item| {
                    varint::bytes(zigzag(item.bits().cast_signed()))
                });
            }
        }
    }

    /// Writes a list of scalars, if it is packed.
    #[inline(always)]
    pub(super) fn put_run<P: Place, T: Scalar>(&mut self, at: P, items: &[T]) -> bool {
        let Some(form) = form_of::<P, T>(at) else {
            return false;
        };
        if !items.is_empty() {
            self.put_delimited(&Run(at), |w| w.apart(|w| w.packed(form, items)));
        }
        true
    }
}

impl<'de> Decoder<'de, '_> {
    /// Reads a list of scalars.
    pub(super) fn run_of<P: Place, T: Scalar>(
        &mut self,
        at: P,
        into: &mut Vec<T>,
        mode: Mode,
    ) -> Result<(), Error> {
        let Some(form) = form_of::<P, T>(at).filter(|_| self.wire_type == LEN) else {
            return decode_vec(into, self, at, mode);
        };
        if mode == Mode::Replace {
            into.clear();
        }
        let outer = self.enter()?;
        let element = info(&Item(at));
        let rest = self.input.rest();
        let count = match scalar(&element.ty, element.encoding) {
            VARINT => rest.iter().filter(|byte| **byte < 0x80).count(),
            super::tag::I64 => rest.len() / 8,
            _ => rest.len() / 4,
        };
        let counted = self.cx.budget.elements(count);
        self.ok(counted)?;
        let granted = self.cx.budget.grant(count, size_of::<T>());
        into.reserve(granted);
        let before = into.len();
        self.fill(form, count, into);
        for index in into.len() - before.. {
            if self.input.is_empty() {
                break;
            }
            match T::decode(self, Item(at)) {
                Ok(item) => into.push(item),
                Err(error) => return Err(error.at_index(index)),
            }
        }
        self.input.leave(outer);
        Ok(())
    }

    /// Reads the elements of a packed list that are as they should be, and stops before one that is not.
    #[inline(always)]
    fn fill<T: Scalar>(&mut self, form: Form, count: usize, into: &mut Vec<T>) {
        let Some(zero) = T::of(0) else { return };
        match form {
            Form::Fixed32 => {
                let items = self.input.rest().as_chunks::<4>().0;
                let signed = matches!(T::KIND, Kind::Signed(_));
                let fits = self.fixed_items(items, into, |bytes| {
                    let bits = u32::from_le_bytes(*bytes);
                    if signed {
                        i64::from(bits.cast_signed()).cast_unsigned()
                    } else {
                        u64::from(bits)
                    }
                });
                if fits {
                    self.input.advance(items.len() * 4);
                }
            }
            Form::Fixed64 => {
                let items = self.input.rest().as_chunks::<8>().0;
                if self.fixed_items(items, into, |bytes| u64::from_le_bytes(*bytes)) {
                    self.input.advance(items.len() * 8);
                }
            }
            Form::Varint | Form::Zigzag if self.cx.options().strict_integers => {}
            Form::Varint => self.varints(count, zero, into, |value| match T::KIND {
                Kind::Bool => T::of(u64::from(value != 0)),
                Kind::Unsigned(64) | Kind::Signed(64) => T::of(value),
                Kind::Unsigned(_) => T::of(u64::from(value as u32)),
                _ => T::of(i64::from(value as i32).cast_unsigned()),
            }),
            Form::Zigzag => self.varints(count, zero, into, |value| match T::KIND {
                Kind::Signed(64) => T::of(unzigzag(value).cast_unsigned()),
                _ => T::of(i64::from(unzigzag(u64::from(value as u32)) as i32).cast_unsigned()),
            }),
        }
    }

    /// Reads scalars of `N` bytes each; `false`, with the list as it was, if one does not fit its type.
    #[inline(always)]
    fn fixed_items<T: Scalar, const N: usize>(
        &mut self,
        items: &[[u8; N]],
        into: &mut Vec<T>,
        bits: impl Fn(&[u8; N]) -> u64,
    ) -> bool {
        let Some(zero) = T::of(0) else { return false };
        let before = into.len();
        let mut fits = true;
        into.extend(items.iter().map(|item| match T::of(bits(item)) {
            Some(item) => item,
            None => {
                fits = false;
                zero
            }
        }));
        if !fits {
            into.truncate(before);
        }
        fits
    }

    /// Reads varints in chunks.
    #[inline(always)]
    fn varints<T: Scalar>(
        &mut self,
        count: usize,
        zero: T,
        into: &mut Vec<T>,
        item: impl Fn(u64) -> Option<T>,
    ) {
        let (mut input, mut left) = (self.input, count);
        while left > 0 {
            let mut chunk = [zero; 64];
            let (mut filled, mut passed) = (0, input);
            for slot in chunk.iter_mut().take(left) {
                let Some(value) = varint::read(&mut input).and_then(&item) else {
                    break;
                };
                *slot = value;
                filled += 1;
                passed.go_on(&input);
            }
            into.extend_from_slice(chunk.get(..filled).unwrap_or_default());
            left -= filled;
            if filled < 64 {
                input = passed;
                break;
            }
        }
        self.input.go_on(&input);
    }
}
