//! The traits for std's types: one file for each kind of shape.

mod array;
mod map;
mod option;
mod pointer;
mod scalar;
mod sequence;
mod set;
mod text;
mod tuple;

pub(crate) use map::{Added, Entered};
pub(crate) use option::decode_some;
pub(crate) use sequence::decode_vec;
pub(crate) use text::{replace, replace_apart};

use core::fmt::Display;

use super::scope::unconvertible;
use super::{Decode, Mode, Place, Reader};
use crate::error::Error;

/// Reads a `U` and converts it; a failed conversion is an error at the value.
pub(crate) fn convert<'de, R, P, U, T, E>(
    r: &mut R,
    at: P,
    convert: impl FnOnce(U) -> Result<T, E>,
) -> Result<T, Error>
where
    R: Reader<'de>,
    P: Place,
    U: Decode<'de>,
    E: Display,
{
    let value = U::decode(r, at)?;
    converted(r, value, convert)
}

/// Reads a `U` and merges it into what the value that came before is as a `U`, and converts the whole.
pub(crate) fn convert_into<'de, R, P, U, T, E>(
    r: &mut R,
    at: P,
    mode: Mode,
    prior: impl FnOnce() -> U,
    convert: impl FnOnce(U) -> Result<T, E>,
) -> Result<T, Error>
where
    R: Reader<'de>,
    P: Place,
    U: Decode<'de>,
    E: Display,
{
    let value = if R::MERGES && mode == Mode::Merge && const { U::TYPE.is_merged() } {
        prior().merge(r, at)?
    } else {
        U::decode(r, at)?
    };
    converted(r, value, convert)
}

#[cfg_attr(not(debug_assertions), inline(always))]
fn converted<'de, R: Reader<'de>, U, T, E: Display>(
    r: &R,
    value: U,
    convert: impl FnOnce(U) -> Result<T, E>,
) -> Result<T, Error> {
    match convert(value) {
        Ok(value) => Ok(value),
        Err(error) => Err(unconvertible(r, &error)),
    }
}

/// The most that a hash table reserves for an entry of `size` bytes: a byte of its own, a seventh of all buckets empty, and
/// their number a power of two.
pub(crate) const fn bucket(size: usize) -> usize {
    (size + 1) * 16 / 7 + 1
}
