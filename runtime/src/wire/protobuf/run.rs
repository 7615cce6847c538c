//! Packed lists of scalars: fixed-width ones as a whole, varints as many as there is room for, or as follow for sure, with one
//! check.

use alloc::vec::Vec;

use super::decoder::Decoder;
use super::encoder::{Encoder, Out};
use super::place::{Item, Run, is_wrapped};
use super::tag::{LEN, VARINT, is_packable, scalar};
use super::varint::{self, unzigzag, zigzag};
use super::varints;
use crate::codec::impls::decode_vec;
use crate::codec::run::{Kind, extend_chunks, extend_from};
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

#[cfg_attr(not(debug_assertions), inline(always))]
fn form_of<P: Place, T: Scalar>(at: P) -> Option<Form> {
    form(&info(&at), &info(&Item(at)), T::KIND)
}

impl Encoder<'_, '_> {
    /// Writes a list of scalars, if it is packed.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn put_run<P: Place, T: Scalar>(&mut self, at: P, items: &[T]) -> bool {
        let Some(form) = form_of::<P, T>(at) else {
            return false;
        };
        if !items.is_empty() {
            self.put_delimited(&Run(at), |w| w.apart(|out, _| packed(out, form, items)));
        }
        true
    }
}

/// Writes the elements of a packed list.
fn packed<'o, 'b, T: Scalar>(out: Out<'o, 'b>, form: Form, items: &[T]) -> Out<'o, 'b> {
    let mut out = out.take();
    match form {
        Form::Fixed32 => out.fixed_run(items, |item| (item.bits() as u32).to_le_bytes()),
        Form::Fixed64 => out.fixed_run(items, |item| item.bits().to_le_bytes()),
        Form::Varint if matches!(T::KIND, Kind::Bool | Kind::Unsigned(..=32)) => {
            out.varied_run(items, |item| varint::word(item.bits()));
        }
        Form::Varint => out.varied_run(items, |item| varint::bytes(item.bits())),
        Form::Zigzag if matches!(T::KIND, Kind::Signed(..=32)) => {
            out.varied_run(items, |item| {
                varint::word(zigzag(item.bits().cast_signed()))
            });
        }
        Form::Zigzag => {
            out.varied_run(items, |item| {
                varint::bytes(zigzag(item.bits().cast_signed()))
            });
        }
    }
    out.hand()
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
            VARINT => varints::count(rest),
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
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn fill<T: Scalar>(&mut self, form: Form, count: usize, into: &mut Vec<T>) {
        match form {
            Form::Fixed32 => self.fixed_items(into, |bytes| {
                let bits = u32::from_le_bytes(*bytes);
                if matches!(T::KIND, Kind::Signed(_)) {
                    i64::from(bits.cast_signed()).cast_unsigned()
                } else {
                    u64::from(bits)
                }
            }),
            Form::Fixed64 => self.fixed_items(into, |bytes| u64::from_le_bytes(*bytes)),
            Form::Varint | Form::Zigzag if self.cx.options().strict_integers => {}
            Form::Varint => self.varints(count, into, |value| match T::KIND {
                Kind::Bool => T::of(u64::from(value != 0)),
                Kind::Unsigned(64) | Kind::Signed(64) => T::of(value),
                Kind::Unsigned(_) => T::of(u64::from(value as u32)),
                _ => T::of(i64::from(value as i32).cast_unsigned()),
            }),
            Form::Zigzag => self.varints(count, into, |value| match T::KIND {
                Kind::Signed(64) => T::of(unzigzag(value).cast_unsigned()),
                _ => T::of(i64::from(unzigzag(u64::from(value as u32)) as i32).cast_unsigned()),
            }),
        }
    }

    /// Reads scalars of `N` bytes each.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn fixed_items<T: Scalar, const N: usize>(
        &mut self,
        into: &mut Vec<T>,
        bits: impl Fn(&[u8; N]) -> u64,
    ) {
        let items = self.input.rest().as_chunks::<N>().0;
        if extend_from(into, items, |item| Some(bits(item))) {
            self.input.advance(items.len() * N);
        }
    }

    /// Reads varints.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn varints<T: Scalar>(
        &mut self,
        count: usize,
        into: &mut Vec<T>,
        item: impl Fn(u64) -> Option<T>,
    ) {
        let mut input = self.input;
        extend_chunks(into, count, |chunk| varints::read(&mut input, chunk, &item));
        self.input.go_on(&input);
    }
}
