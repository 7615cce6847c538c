//! [`Adaptor`]: how values stand on the wires that are held as another Rust type than the one that they are there.
//!
//! An adaptor of a value is one of an `Option`, a list, a map and a box of such values too: a file for each. `adapted` is a value beside its
//! adaptor, which a walk takes for any other value.

mod adapted;
mod boxed;
mod list;
mod map;
mod option;

pub use adapted::{Adapted, Own, adapted, adapted_mut, adapted_payload, drafted};

use alloc::vec::Vec;

use crate::codec::{Mode, Place, Reader, Writer};
use crate::error::Error;
use crate::schema::{Schema, Type};
use crate::validate::{Checker, Rules, Subject};

/// How a `T` stands on the wires, where that is not as `T` itself does.
pub trait Adaptor<T>: Sized {
    /// What it is there.
    const TYPE: Type;
    /// The schema of that.
    const SCHEMA: &'static Schema = &Schema::value(Self::TYPE);
    /// [`Codec::IS_KNOWN`](crate::Codec::IS_KNOWN).
    const IS_KNOWN: bool = true;
    /// Whether an absent value reads as what the wires leave out: zero, empty, or nothing.
    const ABSENT: bool = true;

    /// [`Validate::check_value`](crate::validate::Validate::check_value).
    fn check_value<R: Rules, C: Checker>(value: &T, rules: &R, c: &mut C);

    /// [`Validate::is_zero`](crate::validate::Validate::is_zero).
    fn is_zero(value: &T) -> bool;

    /// [`Validate::subject`](crate::validate::Validate::subject).
    fn subject(_value: &T) -> Option<Subject<'_>> {
        None
    }

    /// [`Codec::encode`](crate::Codec::encode).
    fn encode<W: Writer, P: Place>(value: &T, w: &mut W, at: P);

    /// [`Codec::encode_fields`](crate::Codec::encode_fields).
    fn encode_fields<W: Writer>(_value: &T, _w: &mut W) {}

    /// [`Decode::absent`](crate::Decode::absent).
    fn absent() -> Option<T>;

    /// [`Decode::decode`](crate::Decode::decode).
    ///
    /// # Errors
    ///
    /// If the input does not hold such a value.
    fn decode<'de, R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<T, Error>;

    /// [`Decode::decode_into`](crate::Decode::decode_into).
    ///
    /// # Errors
    ///
    /// If the input does not hold such a value.
    fn decode_into<'de, R: Reader<'de>, P: Place>(
        value: &mut T,
        r: &mut R,
        at: P,
        _mode: Mode,
    ) -> Result<(), Error> {
        *value = Self::decode(r, at)?;
        Ok(())
    }

    /// [`Decode::clear`](crate::Decode::clear).
    fn clear(value: &mut T) -> bool {
        match Self::absent() {
            Some(absent) => {
                *value = absent;
                true
            }
            None => false,
        }
    }
}

/// The values of a sequence, as they are written.
fn all<'v, T: 'v, A: Adaptor<T>>(values: impl Iterator<Item = &'v T>) -> Vec<Adapted<&'v T, A>> {
    values.map(adapted).collect()
}
