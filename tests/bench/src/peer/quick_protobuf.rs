//! quick-protobuf: types with `Cow`, which borrow and which encode; and types without, which own.

use quick_protobuf::{BytesReader, MessageRead, MessageWrite, Writer};

use super::{Library, Result, cannot};
use crate::data::Set;
use crate::operation::Operation;

/// The types with `Cow`.
pub struct Quick;
/// The types without.
pub struct QuickOwned;

impl<S: Set> Library<S> for Quick {
    const NAME: &'static str = "quick-protobuf";
    const OPERATIONS: &'static [Operation] = &[Operation::Borrow];

    type Value = Vec<u8>;
    type Borrowed<'a> = S::Quick<'a>;
    type Kept = ();

    fn value(message: &S::Owned) -> Result<Vec<u8>> {
        Ok(everwire::protobuf::to_vec(message)?)
    }

    fn owned(value: &Vec<u8>) -> Result<S::Owned> {
        <Self as Library<S>>::owned_of(&<Self as Library<S>>::borrow(value, &mut ())?)
    }

    fn owned_of(borrowed: &S::Quick<'_>) -> Result<S::Owned> {
        Ok(everwire::protobuf::from_slice(&written(borrowed)?)?)
    }

    fn encode_into(_: &Vec<u8>, (): &mut (), _: &mut Vec<u8>) -> Result<usize> {
        cannot()
    }

    fn encode(value: &Vec<u8>) -> Result<Vec<u8>> {
        written(&<Self as Library<S>>::borrow(value, &mut ())?)
    }

    fn decode(_: &[u8], (): &mut ()) -> Result<Vec<u8>> {
        cannot()
    }

    #[inline]
    fn borrow<'a>(bytes: &'a [u8], (): &'a mut ()) -> Result<S::Quick<'a>> {
        Ok(S::Quick::from_reader(
            &mut BytesReader::from_bytes(bytes),
            bytes,
        )?)
    }

    fn decode_into(_: &mut Vec<u8>, _: &[u8], (): &mut ()) -> Result<()> {
        cannot()
    }
}

impl<S: Set> Library<S> for QuickOwned {
    const NAME: &'static str = "quick-protobuf";
    const OPERATIONS: &'static [Operation] = &[
        Operation::Encode,
        Operation::Fresh,
        Operation::Decode,
        Operation::Into,
    ];

    type Value = S::QuickOwned;
    type Borrowed<'a> = ();
    type Kept = ();

    fn value(message: &S::Owned) -> Result<S::QuickOwned> {
        <Self as Library<S>>::decode(&everwire::protobuf::to_vec(message)?, &mut ())
    }

    fn owned(value: &S::QuickOwned) -> Result<S::Owned> {
        Ok(everwire::protobuf::from_slice(&written(value)?)?)
    }

    fn owned_of((): &()) -> Result<S::Owned> {
        cannot()
    }

    #[inline]
    fn encode_into(value: &S::QuickOwned, (): &mut (), buffer: &mut Vec<u8>) -> Result<usize> {
        buffer.clear();
        value.write_message(&mut Writer::new(&mut *buffer))?;
        Ok(buffer.len())
    }

    #[inline]
    fn encode(value: &S::QuickOwned) -> Result<Vec<u8>> {
        written(value)
    }

    #[inline]
    fn decode(bytes: &[u8], (): &mut ()) -> Result<S::QuickOwned> {
        Ok(S::QuickOwned::from_reader(
            &mut BytesReader::from_bytes(bytes),
            bytes,
        )?)
    }

    fn borrow<'a>(_: &'a [u8], (): &'a mut ()) -> Result<()> {
        cannot()
    }

    #[inline]
    fn decode_into(value: &mut S::QuickOwned, bytes: &[u8], (): &mut ()) -> Result<()> {
        *value = <Self as Library<S>>::decode(bytes, &mut ())?;
        Ok(())
    }
}

/// The message in a buffer of its size, without the length that `serialize_into_vec` writes first.
#[inline]
fn written(message: &impl MessageWrite) -> Result<Vec<u8>> {
    let mut buffer = Vec::with_capacity(message.get_size());
    message.write_message(&mut Writer::new(&mut buffer))?;
    Ok(buffer)
}
