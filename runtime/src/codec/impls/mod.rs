//! The traits for std's types: one file for each kind of shape.

mod array;
mod map;
mod option;
mod pointer;
mod scalar;
mod sequence;
mod set;
mod text;
mod time;
mod tuple;

pub(crate) use option::decode_some;
pub(crate) use sequence::decode_vec;

use core::fmt::Display;

use super::scope::unconvertible;
use super::{Decode, Place, Reader};
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
    match convert(U::decode(r, at)?) {
        Ok(value) => Ok(value),
        Err(error) => Err(unconvertible(r, &error)),
    }
}

/// The most that a hash table reserves for an entry of `size` bytes: a byte of its own, a seventh of all buckets empty, and
/// their number a power of two.
const fn bucket(size: usize) -> usize {
    (size + 1) * 16 / 7 + 1
}
