//! The messages of `google/protobuf/wrappers.proto` and `Empty`, which prost holds as the values in them.

use alloc::string::String;
use alloc::vec::Vec;

#[cfg(feature = "bytes")]
use ::bytes::Bytes;

use super::{Adaptor, adapted};
use crate::codec::{Codec, Fields, Mode, Place, Reader, Scope, Seen, Writer, constant_schema, nth};
use crate::error::Error;
use crate::schema::{Schema, Type};
use crate::validate::{Checker, Rules, Subject, Validate};
use crate::wkt::{
    BoolValue, BytesValue, DoubleValue, Empty, FloatValue, Int32Value, Int64Value, StringValue,
    UInt32Value, UInt64Value,
};

/// The adaptor of a value that is the one field of a message.
#[derive(Debug)]
pub struct Wrapper;

/// What is the one field of a message, or the whole of one without fields.
pub trait Wrapped: Codec + Default {
    /// The message.
    type Message: Codec;

    /// Tells the writer the fields of the message.
    fn encode_value<W: Writer>(&self, w: &mut W);

    /// Reads the fields of the message.
    ///
    /// # Errors
    ///
    /// If the input does not hold them.
    fn decode_value<'de, R: Reader<'de>>(&mut self, m: &mut Scope<'_, R>) -> Result<(), Error>;

    /// Makes the fields that were not seen absent.
    fn reset_value(&mut self, seen: Seen);
}

macro_rules! wrapped {
    ($($(#[$cfg:meta])* $ty:ty => $message:ident;)*) => {$(
        $(#[$cfg])*
        impl Wrapped for $ty {
            type Message = $message;

            #[inline]
            fn encode_value<W: Writer>(&self, w: &mut W) {
                self.encode(w, nth::<$message, 0>());
            }

            #[inline]
            fn decode_value<'de, R: Reader<'de>>(&mut self, m: &mut Scope<'_, R>) -> Result<(), Error> {
                m.field(nth::<$message, 0>(), self)
            }

            fn reset_value(&mut self, seen: Seen) {
                seen.clear(0, self);
            }
        }
    )*};
}

wrapped! {
    bool => BoolValue;
    i32 => Int32Value;
    i64 => Int64Value;
    u32 => UInt32Value;
    u64 => UInt64Value;
    f32 => FloatValue;
    f64 => DoubleValue;
    String => StringValue;
    Vec<u8> => BytesValue;
    #[cfg(feature = "bytes")]
    Bytes => BytesValue;
}

impl Wrapped for () {
    type Message = Empty;

    fn encode_value<W: Writer>(&self, _w: &mut W) {}

    fn decode_value<'de, R: Reader<'de>>(&mut self, _m: &mut Scope<'_, R>) -> Result<(), Error> {
        Ok(())
    }

    fn reset_value(&mut self, _seen: Seen) {}
}

/// The message around a value that is read.
struct Around<'v, T>(&'v mut T);

impl<'de, T: Wrapped> Fields<'de> for Around<'_, T> {
    const KNOWN: Option<&'static Schema> = constant_schema::<T::Message>();
    const IS_SMALL: bool = true;

    fn schema(&self) -> &'static Schema {
        <T::Message as Codec>::SCHEMA
    }

    #[inline]
    fn in_order<R: Reader<'de>>(&mut self, m: &mut Scope<'_, R>) -> Result<(), Error> {
        self.0.decode_value(m)
    }

    fn decode_known<R: Reader<'de>>(&mut self, m: &mut Scope<'_, R>) -> Result<(), Error> {
        self.0.decode_value(m)
    }

    fn reset(&mut self, seen: Seen) {
        self.0.reset_value(seen);
    }
}

macro_rules! adapts {
    ($($(#[$cfg:meta])* $ty:ty;)*) => {$(
        $(#[$cfg])*
        impl Adaptor<$ty> for Wrapper {
            const TYPE: Type = <<$ty as Wrapped>::Message as Codec>::TYPE;
            const SCHEMA: &'static Schema = <<$ty as Wrapped>::Message as Codec>::SCHEMA;

            fn check_value<R: Rules, C: Checker>(value: &$ty, rules: &R, c: &mut C) {
                Validate::check_value(value, rules, c);
            }

            fn is_zero(_value: &$ty) -> bool {
                false
            }

            fn subject(value: &$ty) -> Option<Subject<'_>> {
                Validate::subject(value)
            }

            fn encode<W: Writer, P: Place>(value: &$ty, w: &mut W, at: P) {
                w.message(at, &adapted::<Self, $ty>(value));
            }

            fn encode_fields<W: Writer>(value: &$ty, w: &mut W) {
                value.encode_value(w);
            }

            fn absent() -> Option<$ty> {
                Some(<$ty>::default())
            }

            fn decode<'de, R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<$ty, Error> {
                let mut value = <$ty>::default();
                r.message(at, &mut Around(&mut value), Mode::Fresh)?;
                Ok(value)
            }

            fn decode_into<'de, R: Reader<'de>, P: Place>(
                value: &mut $ty,
                r: &mut R,
                at: P,
                mode: Mode,
            ) -> Result<(), Error> {
                r.message(at, &mut Around(value), mode)
            }
        }
    )*};
}

adapts! {
    bool;
    i32;
    i64;
    u32;
    u64;
    f32;
    f64;
    String;
    Vec<u8>;
    #[cfg(feature = "bytes")]
    Bytes;
    ();
}
