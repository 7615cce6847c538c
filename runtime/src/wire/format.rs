//! [`Format`]: a wire, as one type each or as one of all that is chosen as the program runs.
//!
//! What is called for one wire compiles that wire's driver alone.

use alloc::vec::Vec;

use super::output::Target;
use super::source::Source;
use super::{json, msgpack, protobuf};
use crate::codec::{Codec, Decode, Mode};
use crate::dispatch::Wire;
use crate::error::Error;
use crate::options::Options;

/// What a wire does with a value.
pub(crate) trait Format: Copy + Into<Wire> {
    /// A buffer for what will be encoded.
    fn buffer(self) -> Vec<u8>;

    /// Encodes a value at the end of a target.
    fn encode<T: Codec>(
        self,
        value: &T,
        target: Target<'_>,
        options: &Options,
    ) -> Result<(), Error>;

    /// Decodes a value; also whether a message did not meet its rules.
    fn decode<'de, T: Decode<'de>>(
        self,
        source: Source<'de>,
        options: &Options,
    ) -> Result<(T, bool), Error>;

    /// Decodes a value into one that is there; whether a message did not meet its rules.
    fn decode_into<'de, T: Decode<'de>>(
        self,
        value: &mut T,
        source: Source<'de>,
        mode: Mode,
        options: &Options,
    ) -> Result<bool, Error>;
}

macro_rules! formats {
    ($($name:ident: $module:ident, $buffer:expr;)*) => {
        $(
            /// The wire of this name.
            #[derive(Clone, Copy, Debug)]
            pub(crate) struct $name;

            impl From<$name> for Wire {
                fn from(_: $name) -> Self {
                    Self::$name
                }
            }

            impl Format for $name {
                #[cfg_attr(not(debug_assertions), inline(always))]
                fn buffer(self) -> Vec<u8> {
                    $buffer
                }

                #[cfg_attr(not(debug_assertions), inline(always))]
                fn encode<T: Codec>(
                    self,
                    value: &T,
                    target: Target<'_>,
                    options: &Options,
                ) -> Result<(), Error> {
                    $module::encode(value, target, options)
                }

                #[cfg_attr(not(debug_assertions), inline(always))]
                fn decode<'de, T: Decode<'de>>(
                    self,
                    source: Source<'de>,
                    options: &Options,
                ) -> Result<(T, bool), Error> {
                    $module::decode(source, options)
                }

                #[cfg_attr(not(debug_assertions), inline(always))]
                fn decode_into<'de, T: Decode<'de>>(
                    self,
                    value: &mut T,
                    source: Source<'de>,
                    mode: Mode,
                    options: &Options,
                ) -> Result<bool, Error> {
                    $module::decode_into(value, source, mode, options)
                }
            }
        )*

        impl Format for Wire {
            #[cfg_attr(not(debug_assertions), inline(always))]
            fn buffer(self) -> Vec<u8> {
                match self {
                    $(Self::$name => $name.buffer(),)*
                }
            }

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn encode<T: Codec>(
                self,
                value: &T,
                target: Target<'_>,
                options: &Options,
            ) -> Result<(), Error> {
                match self {
                    $(Self::$name => $name.encode(value, target, options),)*
                }
            }

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn decode<'de, T: Decode<'de>>(
                self,
                source: Source<'de>,
                options: &Options,
            ) -> Result<(T, bool), Error> {
                match self {
                    $(Self::$name => $name.decode(source, options),)*
                }
            }

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn decode_into<'de, T: Decode<'de>>(
                self,
                value: &mut T,
                source: Source<'de>,
                mode: Mode,
                options: &Options,
            ) -> Result<bool, Error> {
                match self {
                    $(Self::$name => $name.decode_into(value, source, mode, options),)*
                }
            }
        }
    };
}

formats! {
    Protobuf: protobuf, Vec::new();
    MsgPack: msgpack, Vec::new();
    Json: json, json::buffer();
}
