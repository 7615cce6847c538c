//! Runs: lists of scalars, read and written in loops of their own.

use alloc::vec::Vec;

use super::dialect::Dialect;
use super::float;
use super::number;
use super::read::Decoder;
use super::store;
use super::value::is_wide;
use super::write::{Encoder, Out};
use crate::codec::run::Kind;
use crate::codec::{Place, Root, Scalar};
use crate::error::Error;

/// Writes a list of scalars.
pub(super) fn run_of<'o, 'b, D: Dialect, P: Place, T: Scalar>(
    out: Out<'o, 'b>,
    levels: usize,
    at: &P,
    items: &[T],
) -> Out<'o, 'b> {
    Encoder::<D>::on(out, levels, |w| {
        if !items.is_empty() || !w.omits(at) {
            let quoted = D::PROTO && is_wide(&Root::<T>::new());
            w.level(at, b'[', b']', |w, _| store::run(&mut w.out, items, quoted));
        }
    })
}

impl Decoder<'_, '_> {
    /// Reads a list of scalars after those that are there.
    #[inline(never)]
    pub(super) fn scalars<T: Scalar>(&mut self, into: &mut Vec<T>) -> Result<(), Error> {
        let (start, first) = (self.position(), into.len());
        self.open(b'[', "array")?;
        if !self.tokens.skip_if(b']') {
            loop {
                self.usual_scalars(into)?;
                self.count()?;
                self.begun = self.position();
                match T::decode(self, Root::<T>::new()) {
                    Ok(value) => into.push(value),
                    Err(error) => return Err(error.at_index(into.len() - first)),
                }
                if !self.tokens.goes_on(b']')? {
                    break;
                }
            }
        }
        self.begun = start;
        self.tokens.budget.leave();
        Ok(())
    }

    /// Reads elements for as long as they are as most are, and a comma follows at once.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn usual_scalars<T: Scalar>(&mut self, into: &mut Vec<T>) -> Result<(), Error> {
        let bytes = self.tokens.input.rest();
        let mut at = 0;
        let mut result = Ok(());
        while let Some((value, len)) = bytes.get(at..).and_then(usual::<T>)
            && bytes.get(at + len) == Some(&b',')
        {
            if let Err(fault) = self.tokens.budget.elements(1) {
                result = Err(fault);
                break;
            }
            into.push(value);
            at += len + 1;
        }
        self.tokens.input.advance(at);
        self.tokens.space();
        result.map_err(|fault| self.tokens.here(fault))
    }
}

/// The scalar at the start of `bytes`, if it has its usual form, and the length of its text.
#[cfg_attr(not(debug_assertions), inline(always))]
fn usual<T: Scalar>(bytes: &[u8]) -> Option<(T, usize)> {
    let (bits, len) = match T::KIND {
        Kind::Bool => return None,
        Kind::Unsigned(_) => number::digits(bytes)?,
        Kind::Signed(_) => {
            let negative = bytes.first() == Some(&b'-');
            let sign = usize::from(negative);
            let (magnitude, len) = number::digits(bytes.get(sign..)?)?;
            let value = i64::try_from(magnitude).ok()?;
            ((if negative { -value } else { value }) as u64, len + sign)
        }
        Kind::Float32 => {
            let (value, len) = float::usual::<f32>(bytes)?;
            (u64::from(value.to_bits()), len)
        }
        Kind::Float64 => {
            let (value, len) = float::usual::<f64>(bytes)?;
            (value.to_bits(), len)
        }
    };
    Some((T::of(bits)?, len))
}
