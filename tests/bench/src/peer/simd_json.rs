//! simd-json by serde. It parses in place: the input is copied into a kept buffer first, within the time.

use simd_json::Buffers;

use super::{Library, Result};
use crate::data::Set;
use crate::operation::Operation;

pub struct SimdJson;

/// The input, which is parsed in place, and the parser's own buffers.
#[derive(Default)]
pub struct Kept {
    input: Vec<u8>,
    buffers: Buffers,
}

impl Kept {
    /// The input in a buffer that may be changed.
    #[inline]
    pub fn fill(&mut self, bytes: &[u8]) -> (&mut [u8], &mut Buffers) {
        self.input.clear();
        self.input.extend_from_slice(bytes);
        (&mut self.input, &mut self.buffers)
    }
}

impl<S: Set> Library<S> for SimdJson {
    const NAME: &'static str = "simd-json";
    const OPERATIONS: &'static [Operation] = &Operation::ALL;

    super::own_types!();
    type Kept = Kept;

    #[inline]
    fn encode_into(value: &S::Owned, _: &mut Kept, buffer: &mut Vec<u8>) -> Result<usize> {
        buffer.clear();
        simd_json::to_writer(&mut *buffer, value)?;
        Ok(buffer.len())
    }

    #[inline]
    fn encode(value: &S::Owned) -> Result<Vec<u8>> {
        Ok(simd_json::to_vec(value)?)
    }

    #[inline]
    fn decode(bytes: &[u8], kept: &mut Kept) -> Result<S::Owned> {
        Ok({
            let (input, buffers) = kept.fill(bytes);
            simd_json::serde::from_slice_with_buffers(input, buffers)?
        })
    }

    #[inline]
    fn borrow<'a>(bytes: &'a [u8], kept: &'a mut Kept) -> Result<S::Borrowed<'a>> {
        Ok({
            let (input, buffers) = kept.fill(bytes);
            simd_json::serde::from_slice_with_buffers(input, buffers)?
        })
    }

    #[inline]
    fn decode_into(value: &mut S::Owned, bytes: &[u8], kept: &mut Self::Kept) -> Result<()> {
        *value = <Self as Library<S>>::decode(bytes, kept)?;
        Ok(())
    }
}
