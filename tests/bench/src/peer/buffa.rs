//! buffa: owned messages, and views that borrow; the cache of sizes is kept with the buffer.

use buffa::{HasMessageView, Message, MessageView, SizeCache};

use super::{Library, Result};
use crate::data::Set;
use crate::operation::Operation;

pub struct Buffa;

impl<S: Set> Library<S> for Buffa {
    const NAME: &'static str = "buffa";
    const OPERATIONS: &'static [Operation] = &Operation::ALL;

    type Value = S::Buffa;
    type Borrowed<'a> = <S::Buffa as HasMessageView>::View<'a>;
    type Kept = SizeCache;

    fn value(message: &S::Owned) -> Result<S::Buffa> {
        Ok(S::Buffa::decode_from_slice(&everwire::protobuf::to_vec(
            message,
        )?)?)
    }

    fn owned(value: &S::Buffa) -> Result<S::Owned> {
        Ok(everwire::protobuf::from_slice(&value.encode_to_vec())?)
    }

    fn owned_of(borrowed: &Self::Borrowed<'_>) -> Result<S::Owned> {
        let value: S::Buffa = borrowed.to_owned_message()?;
        <Self as Library<S>>::owned(&value)
    }

    #[inline]
    fn encode_into(value: &S::Buffa, kept: &mut SizeCache, buffer: &mut Vec<u8>) -> Result<usize> {
        buffer.clear();
        value.try_encode_with_cache(kept, buffer)?;
        Ok(buffer.len())
    }

    #[inline]
    fn encode(value: &S::Buffa) -> Result<Vec<u8>> {
        Ok(value.try_encode_to_vec()?)
    }

    #[inline]
    fn decode(bytes: &[u8], _: &mut SizeCache) -> Result<S::Buffa> {
        Ok(S::Buffa::decode_from_slice(bytes)?)
    }

    #[inline]
    fn borrow<'a>(bytes: &'a [u8], _: &'a mut SizeCache) -> Result<Self::Borrowed<'a>> {
        Ok(S::Buffa::decode_view(bytes)?)
    }

    #[inline]
    fn decode_into(value: &mut S::Buffa, bytes: &[u8], _: &mut SizeCache) -> Result<()> {
        value.clear();
        Ok(value.merge_from_slice(bytes)?)
    }
}
