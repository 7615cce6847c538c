//! Everwire by its public interface, with default options; once more without validation, and once more keeping unknown fields.

use everwire::{Options, Wire};

use super::{Library, Result, cannot};
use crate::data::Set;
use crate::operation::Operation;

pub struct Protobuf;
pub struct MsgPack;
pub struct Json;

/// The library on one wire.
macro_rules! library {
    ($name:ident: $module:ident) => {
        impl<S: Set> Library<S> for $name {
            const NAME: &'static str = "everwire";
            const OPERATIONS: &'static [Operation] = &Operation::ALL;

            super::own_types!();
            type Kept = ();

            #[inline]
            fn encode_into(value: &S::Owned, (): &mut (), buffer: &mut Vec<u8>) -> Result<usize> {
                buffer.clear();
                everwire::$module::encode_into(value, buffer)?;
                Ok(buffer.len())
            }

            #[inline]
            fn encode(value: &S::Owned) -> Result<Vec<u8>> {
                Ok(everwire::$module::to_vec(value)?)
            }

            #[inline]
            fn decode(bytes: &[u8], (): &mut ()) -> Result<S::Owned> {
                Ok(everwire::$module::from_slice(bytes)?)
            }

            #[inline]
            fn borrow<'a>(bytes: &'a [u8], (): &'a mut ()) -> Result<S::Borrowed<'a>> {
                Ok(everwire::$module::from_slice(bytes)?)
            }

            #[inline]
            fn decode_into(value: &mut S::Owned, bytes: &[u8], (): &mut ()) -> Result<()> {
                Ok(everwire::$module::decode_into(value, bytes)?)
            }
        }

        impl<S: Set> Library<S> for Unvalidated<$name> {
            const NAME: &'static str = "everwire, not validating";
            const OPERATIONS: &'static [Operation] =
                &[Operation::Decode, Operation::Borrow, Operation::Into];

            super::own_types!();
            type Kept = ();

            fn encode_into(_: &S::Owned, (): &mut (), _: &mut Vec<u8>) -> Result<usize> {
                cannot()
            }

            fn encode(value: &S::Owned) -> Result<Vec<u8>> {
                Ok(everwire::$module::to_vec(value)?)
            }

            #[inline]
            fn decode(bytes: &[u8], (): &mut ()) -> Result<S::Owned> {
                Ok(OPTIONS.decode(Wire::$name, bytes)?)
            }

            #[inline]
            fn borrow<'a>(bytes: &'a [u8], (): &'a mut ()) -> Result<S::Borrowed<'a>> {
                Ok(OPTIONS.decode(Wire::$name, bytes)?)
            }

            #[inline]
            fn decode_into(value: &mut S::Owned, bytes: &[u8], (): &mut ()) -> Result<()> {
                Ok(OPTIONS.decode_into(Wire::$name, value, bytes)?)
            }
        }

        impl<S: Set> Library<S> for Keeping<$name> {
            const NAME: &'static str = "everwire, keeping unknown";
            const OPERATIONS: &'static [Operation] = &[
                Operation::Encode,
                Operation::Fresh,
                Operation::Decode,
                Operation::Into,
            ];

            type Value = S::Keeping;
            type Borrowed<'a> = ();
            type Kept = ();

            fn value(message: &S::Owned) -> Result<S::Keeping> {
                let bytes = everwire::$module::to_vec(message)?;
                Ok(everwire::$module::from_slice(&bytes)?)
            }

            fn owned(value: &S::Keeping) -> Result<S::Owned> {
                let bytes = everwire::$module::to_vec(value)?;
                Ok(everwire::$module::from_slice(&bytes)?)
            }

            fn owned_of((): &()) -> Result<S::Owned> {
                cannot()
            }

            #[inline]
            fn encode_into(value: &S::Keeping, (): &mut (), buffer: &mut Vec<u8>) -> Result<usize> {
                buffer.clear();
                everwire::$module::encode_into(value, buffer)?;
                Ok(buffer.len())
            }

            #[inline]
            fn encode(value: &S::Keeping) -> Result<Vec<u8>> {
                Ok(everwire::$module::to_vec(value)?)
            }

            #[inline]
            fn decode(bytes: &[u8], (): &mut ()) -> Result<S::Keeping> {
                Ok(everwire::$module::from_slice(bytes)?)
            }

            fn borrow<'a>(_: &'a [u8], (): &'a mut ()) -> Result<()> {
                cannot()
            }

            #[inline]
            fn decode_into(value: &mut S::Keeping, bytes: &[u8], (): &mut ()) -> Result<()> {
                Ok(everwire::$module::decode_into(value, bytes)?)
            }
        }
    };
}

/// The same library, where decoding does not look at rules.
pub struct Unvalidated<L>(std::marker::PhantomData<L>);

/// The same library, with types that keep the fields that they do not know.
pub struct Keeping<L>(std::marker::PhantomData<L>);

const OPTIONS: Options = Options::new().validate(false);

library!(Protobuf: protobuf);
library!(MsgPack: msgpack);
library!(Json: json);
