//! sonic-rs, from bytes that it checks for UTF-8.

use super::{Library, Result};
use crate::data::Set;
use crate::operation::Operation;

pub struct SonicRs;

impl<S: Set> Library<S> for SonicRs {
    const NAME: &'static str = "sonic-rs";
    const OPERATIONS: &'static [Operation] = &Operation::ALL;

    super::own_types!();
    type Kept = ();

    #[inline]
    fn encode_into(value: &S::Owned, (): &mut (), buffer: &mut Vec<u8>) -> Result<usize> {
        buffer.clear();
        sonic_rs::to_writer(&mut *buffer, value)?;
        Ok(buffer.len())
    }

    #[inline]
    fn encode(value: &S::Owned) -> Result<Vec<u8>> {
        Ok(sonic_rs::to_vec(value)?)
    }

    #[inline]
    fn decode(bytes: &[u8], (): &mut ()) -> Result<S::Owned> {
        Ok(sonic_rs::from_slice(bytes)?)
    }

    #[inline]
    fn borrow<'a>(bytes: &'a [u8], (): &'a mut ()) -> Result<S::Borrowed<'a>> {
        Ok(sonic_rs::from_slice(bytes)?)
    }

    #[inline]
    fn decode_into(value: &mut S::Owned, bytes: &[u8], kept: &mut Self::Kept) -> Result<()> {
        *value = <Self as Library<S>>::decode(bytes, kept)?;
        Ok(())
    }
}
