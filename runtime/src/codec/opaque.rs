//! Values whose form is the affair of another library: a wire gives them a place, and says nothing of what stands there.

use alloc::vec::Vec;

use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::limits::Limits;

/// A value that another library writes.
pub trait Opaque {
    /// Appends the value as it stands on a wire: one value of MessagePack, one of JSON, or the contents of protobuf's `bytes`.
    ///
    /// # Errors
    ///
    /// If the value has no such form.
    fn write(&self, wire: Wire, into: &mut Vec<u8>) -> Result<(), Error>;

    /// Tells the value to a serializer.
    ///
    /// # Errors
    ///
    /// Those of the serializer.
    #[cfg(feature = "serde")]
    fn serialize<S: serde_core::Serializer>(&self, s: S) -> Result<S::Ok, S::Error>;
}

/// A value that another library reads.
pub trait FromOpaque<'de>: Sized {
    /// Reads the value from the bytes that stand for it on a wire. They are one value of the wire, within the limits; on protobuf none
    /// may stand for what an absent field reads as.
    ///
    /// # Errors
    ///
    /// If they are no such value; and where among them.
    fn read(wire: Wire, bytes: &'de [u8], limits: &Limits) -> Result<Self, (Fault, usize)>;

    /// Asks a deserializer for the value.
    ///
    /// # Errors
    ///
    /// Those of the deserializer.
    #[cfg(feature = "serde")]
    fn deserialize<D: serde_core::Deserializer<'de>>(d: D) -> Result<Self, D::Error>;
}
