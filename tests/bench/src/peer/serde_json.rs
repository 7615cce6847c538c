//! serde_json, whose floats are exact by the feature `float_roundtrip`.

use super::{Library, Result};
use crate::data::Set;
use crate::operation::Operation;

pub struct SerdeJson;

impl<S: Set> Library<S> for SerdeJson {
    const NAME: &'static str = "serde_json";
    const OPERATIONS: &'static [Operation] = &Operation::ALL;

    super::own_types!();
    type Kept = ();

    #[inline]
    fn encode_into(value: &S::Owned, (): &mut (), buffer: &mut Vec<u8>) -> Result<usize> {
        buffer.clear();
        serde_json::to_writer(&mut *buffer, value)?;
        Ok(buffer.len())
    }

    #[inline]
    fn encode(value: &S::Owned) -> Result<Vec<u8>> {
        Ok(serde_json::to_vec(value)?)
    }

    #[inline]
    fn decode(bytes: &[u8], (): &mut ()) -> Result<S::Owned> {
        Ok(serde_json::from_slice(bytes)?)
    }

    #[inline]
    fn borrow<'a>(bytes: &'a [u8], (): &'a mut ()) -> Result<S::Borrowed<'a>> {
        Ok(serde_json::from_slice(bytes)?)
    }

    #[inline]
    fn decode_into(value: &mut S::Owned, bytes: &[u8], kept: &mut Self::Kept) -> Result<()> {
        *value = <Self as Library<S>>::decode(bytes, kept)?;
        Ok(())
    }
}
