//! flexon, from bytes that it checks for UTF-8.

use super::{Library, Result};
use crate::data::Set;
use crate::operation::Operation;

pub struct Flexon;

impl<S: Set> Library<S> for Flexon {
    const NAME: &'static str = "flexon";
    const OPERATIONS: &'static [Operation] = &Operation::ALL;

    super::own_types!();
    type Kept = ();

    #[inline]
    fn encode_into(value: &S::Owned, (): &mut (), buffer: &mut Vec<u8>) -> Result<usize> {
        buffer.clear();
        flexon::to_writer(&mut *buffer, value)?;
        Ok(buffer.len())
    }

    #[inline]
    fn encode(value: &S::Owned) -> Result<Vec<u8>> {
        Ok(flexon::to_vec(value)?)
    }

    #[inline]
    fn decode(bytes: &[u8], (): &mut ()) -> Result<S::Owned> {
        Ok(flexon::from_slice(bytes)?)
    }

    #[inline]
    fn borrow<'a>(bytes: &'a [u8], (): &'a mut ()) -> Result<S::Borrowed<'a>> {
        Ok(flexon::from_slice(bytes)?)
    }

    #[inline]
    fn decode_into(value: &mut S::Owned, bytes: &[u8], kept: &mut Self::Kept) -> Result<()> {
        *value = <Self as Library<S>>::decode(bytes, kept)?;
        Ok(())
    }
}
