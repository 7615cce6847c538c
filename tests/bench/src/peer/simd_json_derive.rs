//! simd-json by its own derive, for the sets whose types it has.

use simd_json_derive::{Deserialize, Serialize};

use super::simd_json::Kept;
use super::{Library, Result};
use crate::data::Set;
use crate::operation::Operation;

pub struct SimdJsonDerive;

impl<S: Set> Library<S> for SimdJsonDerive
where
    S::Owned: Serialize + for<'a> Deserialize<'a>,
    for<'a> S::Borrowed<'a>: Deserialize<'a>,
{
    const NAME: &'static str = "simd-json-derive";
    const OPERATIONS: &'static [Operation] = &Operation::ALL;

    super::own_types!();
    type Kept = Kept;

    #[inline]
    fn encode_into(value: &S::Owned, _: &mut Kept, buffer: &mut Vec<u8>) -> Result<usize> {
        buffer.clear();
        value.json_write(buffer)?;
        Ok(buffer.len())
    }

    #[inline]
    fn encode(value: &S::Owned) -> Result<Vec<u8>> {
        Ok(value.json_vec()?)
    }

    #[inline]
    fn decode(bytes: &[u8], kept: &mut Kept) -> Result<S::Owned> {
        Ok({
            let (input, buffers) = kept.fill(bytes);
            S::Owned::from_slice_with_buffers(input, buffers)?
        })
    }

    #[inline]
    fn borrow<'a>(bytes: &'a [u8], kept: &'a mut Kept) -> Result<S::Borrowed<'a>> {
        Ok({
            let (input, buffers) = kept.fill(bytes);
            S::Borrowed::from_slice_with_buffers(input, buffers)?
        })
    }

    #[inline]
    fn decode_into(value: &mut S::Owned, bytes: &[u8], kept: &mut Self::Kept) -> Result<()> {
        *value = <Self as Library<S>>::decode(bytes, kept)?;
        Ok(())
    }
}
