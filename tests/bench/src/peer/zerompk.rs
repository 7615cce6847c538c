//! zerompk, whose own derive writes a struct as an array.

use super::{Library, Result};
use crate::data::Set;
use crate::operation::Operation;

pub struct Zerompk;

impl<S: Set> Library<S> for Zerompk {
    const NAME: &'static str = "zerompk";
    const OPERATIONS: &'static [Operation] = &Operation::ALL;

    super::own_types!();
    type Kept = ();

    #[inline]
    fn encode_into(value: &S::Owned, (): &mut (), buffer: &mut Vec<u8>) -> Result<usize> {
        loop {
            match zerompk::to_msgpack(value, buffer) {
                Err(zerompk::Error::BufferTooSmall) => buffer.resize(buffer.len() * 2 + 4096, 0),
                result => return Ok(result?),
            }
        }
    }

    #[inline]
    fn encode(value: &S::Owned) -> Result<Vec<u8>> {
        Ok(zerompk::to_msgpack_vec(value)?)
    }

    #[inline]
    fn decode(bytes: &[u8], (): &mut ()) -> Result<S::Owned> {
        Ok(zerompk::from_msgpack(bytes)?)
    }

    #[inline]
    fn borrow<'a>(bytes: &'a [u8], (): &'a mut ()) -> Result<S::Borrowed<'a>> {
        Ok(zerompk::from_msgpack(bytes)?)
    }

    #[inline]
    fn decode_into(value: &mut S::Owned, bytes: &[u8], kept: &mut Self::Kept) -> Result<()> {
        *value = <Self as Library<S>>::decode(bytes, kept)?;
        Ok(())
    }
}
