//! rmp-serde, with a struct as an array, which is its default.

use super::{Library, Result};
use crate::data::Set;
use crate::operation::Operation;

pub struct RmpSerde;

impl<S: Set> Library<S> for RmpSerde {
    const NAME: &'static str = "rmp-serde";
    const OPERATIONS: &'static [Operation] = &Operation::ALL;

    super::own_types!();
    type Kept = ();

    #[inline]
    fn encode_into(value: &S::Owned, (): &mut (), buffer: &mut Vec<u8>) -> Result<usize> {
        buffer.clear();
        rmp_serde::encode::write(buffer, value)?;
        Ok(buffer.len())
    }

    #[inline]
    fn encode(value: &S::Owned) -> Result<Vec<u8>> {
        Ok(rmp_serde::to_vec(value)?)
    }

    #[inline]
    fn decode(bytes: &[u8], (): &mut ()) -> Result<S::Owned> {
        Ok(rmp_serde::from_slice(bytes)?)
    }

    #[inline]
    fn borrow<'a>(bytes: &'a [u8], (): &'a mut ()) -> Result<S::Borrowed<'a>> {
        Ok(rmp_serde::from_slice(bytes)?)
    }

    #[inline]
    fn decode_into(value: &mut S::Owned, bytes: &[u8], kept: &mut Self::Kept) -> Result<()> {
        *value = <Self as Library<S>>::decode(bytes, kept)?;
        Ok(())
    }
}
