//! The messages of `google/protobuf/wrappers.proto` and `Empty`, which prost holds as the values in them.

use alloc::string::String;
use alloc::vec::Vec;

use super::{Adaptor, adapted};
use crate::codec::{Codec, Decode, DecodeOwned, Mode, Place, Reader, Writer, nth};
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
    type Message: DecodeOwned;

    /// The message that holds the value.
    fn wrap(self) -> Self::Message;

    /// The value that the message holds.
    fn unwrap(message: Self::Message) -> Self;

    /// Tells the writer the fields of the message.
    fn encode_value<W: Writer>(&self, w: &mut W);
}

macro_rules! wrapped {
    ($($ty:ty => $message:ident;)*) => {$(
        impl Wrapped for $ty {
            type Message = $message;

            fn wrap(self) -> $message {
                $message { value: self }
            }

            fn unwrap(message: $message) -> Self {
                message.value
            }

            #[inline]
            fn encode_value<W: Writer>(&self, w: &mut W) {
                self.encode(w, nth::<$message, 0>());
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
}

impl Wrapped for () {
    type Message = Empty;

    fn wrap(self) -> Empty {
        Empty {}
    }

    fn unwrap(_: Empty) {}

    fn encode_value<W: Writer>(&self, _w: &mut W) {}
}

macro_rules! adapts {
    ($($ty:ty)*) => {$(
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
                Decode::decode(r, at).map(<$ty as Wrapped>::unwrap)
            }

            fn decode_into<'de, R: Reader<'de>, P: Place>(
                value: &mut $ty,
                r: &mut R,
                at: P,
                mode: Mode,
            ) -> Result<(), Error> {
                let mut message = Wrapped::wrap(core::mem::take(value));
                let read = Decode::decode_into(&mut message, r, at, mode);
                *value = <$ty as Wrapped>::unwrap(message);
                read
            }
        }
    )*};
}

adapts!(bool i32 i64 u32 u64 f32 f64 String Vec<u8> ());
