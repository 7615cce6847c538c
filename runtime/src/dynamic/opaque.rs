//! [`Opaque`]: a value whose form is another library's, as it stood on a wire.

use alloc::vec::Vec;

use crate::codec;
use crate::codec::FromOpaque;
use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::limits::Limits;

/// A value whose form is another library's: what stood for it on a wire, since nothing else is known of it.
///
/// It is written to that wire only, as a field that `#[codec(with = everwire::serde)]` reads is known to the program that has its type alone. One that holds
/// nothing, which an absent field reads as, is nil and null.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Opaque {
    /// Where it stood; nowhere, if the bytes are its form on all wires.
    wire: Option<Wire>,
    bytes: Vec<u8>,
}

impl Opaque {
    /// What an absent field reads as.
    pub(super) const ABSENT: Self = Self {
        wire: None,
        bytes: Vec::new(),
    };

    /// A value from the bytes that stand for it on a wire: one value of MessagePack, one of JSON, or the contents of protobuf's `bytes`, which are
    /// MessagePack.
    #[must_use]
    pub const fn new(wire: Wire, bytes: Vec<u8>) -> Self {
        let wire = Some(wire);
        Self { wire, bytes }
    }

    /// A digit, which is an integer on all wires: 0 to 9 in JSON, and 48 to 57 in MessagePack.
    #[must_use]
    pub fn digit(digit: u8) -> Self {
        Self {
            wire: None,
            bytes: alloc::vec![b'0' + digit % 10],
        }
    }

    /// Where it stood; none if the bytes are its form on all wires.
    #[must_use]
    pub const fn wire(&self) -> Option<Wire> {
        self.wire
    }

    /// The bytes that stand for it; none if it is absent.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }
}

impl codec::Opaque for Opaque {
    fn write(&self, wire: Wire, into: &mut Vec<u8>) -> Result<(), Error> {
        match (self.wire, wire) {
            _ if self.bytes.is_empty() => into.extend_from_slice(match wire {
                Wire::Json => b"null",
                Wire::MsgPack => b"\xc0",
                Wire::Protobuf => b"",
            }),
            (None, _)
            | (Some(Wire::Json), Wire::Json)
            | (Some(Wire::MsgPack | Wire::Protobuf), Wire::MsgPack | Wire::Protobuf) => {
                into.extend_from_slice(&self.bytes);
            }
            _ => {
                let why = "a value whose form is another library's crosses to no other wire: help: only a program that has its type can do \
                           that";
                return Err(Error::new(Fault::Unwritable(why), Some(wire), 0));
            }
        }
        Ok(())
    }

    #[cfg(feature = "serde")]
    fn serialize<S: serde_core::Serializer>(&self, _s: S) -> Result<S::Ok, S::Error> {
        Err(serde_core::ser::Error::custom(
            "a value whose form is another library's cannot be told to a serializer",
        ))
    }
}

impl<'de> FromOpaque<'de> for Opaque {
    fn read(wire: Wire, bytes: &'de [u8], _limits: &Limits) -> Result<Self, (Fault, usize)> {
        Ok(Self::new(wire, bytes.into()))
    }

    #[cfg(feature = "serde")]
    fn deserialize<D: serde_core::Deserializer<'de>>(_d: D) -> Result<Self, D::Error> {
        Err(serde_core::de::Error::custom(
            "a value whose form is another library's cannot be asked of a deserializer",
        ))
    }
}
