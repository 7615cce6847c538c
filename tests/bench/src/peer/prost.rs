//! prost: two passes, owned messages. Decoding into a message clears it, which keeps what its lists and strings hold.

use prost::Message;

use super::{Library, Result};
use crate::data::Set;
use crate::operation::Operation;

pub struct Prost;

impl<S: Set> Library<S> for Prost {
    const NAME: &'static str = "prost";
    const OPERATIONS: &'static [Operation] = &Operation::ALL;

    type Value = S::Prost;
    /// It has no messages that borrow.
    type Borrowed<'a> = S::Prost;
    type Kept = ();

    fn value(message: &S::Owned) -> Result<S::Prost> {
        Ok(S::Prost::decode(
            everwire::protobuf::to_vec(message)?.as_slice(),
        )?)
    }

    fn owned(value: &S::Prost) -> Result<S::Owned> {
        Ok(everwire::protobuf::from_slice(&value.encode_to_vec())?)
    }

    fn owned_of(borrowed: &S::Prost) -> Result<S::Owned> {
        <Self as Library<S>>::owned(borrowed)
    }

    #[inline]
    fn encode_into(value: &S::Prost, (): &mut (), buffer: &mut Vec<u8>) -> Result<usize> {
        buffer.clear();
        value.encode(buffer)?;
        Ok(buffer.len())
    }

    #[inline]
    fn encode(value: &S::Prost) -> Result<Vec<u8>> {
        Ok(value.encode_to_vec())
    }

    #[inline]
    fn decode(bytes: &[u8], (): &mut ()) -> Result<S::Prost> {
        Ok(S::Prost::decode(bytes)?)
    }

    #[inline]
    fn borrow<'a>(bytes: &'a [u8], (): &'a mut ()) -> Result<S::Prost> {
        Ok(S::Prost::decode(bytes)?)
    }

    #[inline]
    fn decode_into(value: &mut S::Prost, bytes: &[u8], (): &mut ()) -> Result<()> {
        value.clear();
        Ok(value.merge(bytes)?)
    }
}
