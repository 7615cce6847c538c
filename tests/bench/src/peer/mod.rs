//! The libraries, each through the interface that its documentation recommends.

/// The types of a library that encodes Everwire's types by serde or by a derive of its own.
macro_rules! own_types {
    () => {
        type Value = S::Owned;
        type Borrowed<'a> = S::Borrowed<'a>;

        fn value(message: &S::Owned) -> crate::peer::Result<S::Owned> {
            Ok(message.clone())
        }

        fn owned(value: &S::Owned) -> crate::peer::Result<S::Owned> {
            Ok(value.clone())
        }

        fn owned_of(borrowed: &S::Borrowed<'_>) -> crate::peer::Result<S::Owned> {
            let bytes = everwire::protobuf::to_vec(borrowed)?;
            Ok(everwire::protobuf::from_slice(&bytes)?)
        }
    };
}
use own_types;

mod buffa;
mod everwire;
mod flexon;
mod limit;
mod prost;
mod quick_protobuf;
mod rmp_serde;
mod serde_json;
mod simd_json;
mod simd_json_derive;
mod sonic_rs;
mod types;
mod zerompk;

use std::error::Error;

use crate::data::Set;
use crate::operation::Operation;

pub use self::buffa::Buffa;
pub use self::everwire::{Json, Keeping, MsgPack, Protobuf, Unvalidated};
pub use self::flexon::Flexon;
pub use self::limit::{clone, memcpy};
pub use self::prost::Prost;
pub use self::quick_protobuf::{Quick, QuickOwned};
pub use self::rmp_serde::RmpSerde;
pub use self::serde_json::SerdeJson;
pub use self::simd_json::SimdJson;
pub use self::simd_json_derive::SimdJsonDerive;
pub use self::sonic_rs::SonicRs;
pub use self::types::{buffa as buffa_types, keeping, prost as prost_types, quick, quick_owned};
pub use self::zerompk::Zerompk;

pub type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// A library, with its types for a set.
pub trait Library<S: Set> {
    const NAME: &'static str;
    /// What it can do; what it cannot is not called.
    const OPERATIONS: &'static [Operation];

    /// An owned message.
    type Value: 'static;
    /// A message that borrows from its input.
    type Borrowed<'a>;
    /// What a program would keep between calls beside a buffer.
    type Kept: Default + 'static;

    /// The library's form of a message.
    fn value(message: &S::Owned) -> Result<Self::Value>;
    /// The message that a value of the library means.
    fn owned(value: &Self::Value) -> Result<S::Owned>;
    /// The message that a borrowed value means.
    fn owned_of(borrowed: &Self::Borrowed<'_>) -> Result<S::Owned>;

    /// Encodes to the beginning of the buffer, and returns the length.
    fn encode_into(
        value: &Self::Value,
        kept: &mut Self::Kept,
        buffer: &mut Vec<u8>,
    ) -> Result<usize>;
    fn encode(value: &Self::Value) -> Result<Vec<u8>>;
    fn decode(bytes: &[u8], kept: &mut Self::Kept) -> Result<Self::Value>;
    /// Decodes to a value that borrows what it can; a library that cannot borrow decodes to an owned one.
    fn borrow<'a>(bytes: &'a [u8], kept: &'a mut Self::Kept) -> Result<Self::Borrowed<'a>>;
    /// Decodes over a value; a library that only makes new ones drops the old one.
    fn decode_into(value: &mut Self::Value, bytes: &[u8], kept: &mut Self::Kept) -> Result<()>;
}

/// Says that the library does not do this.
fn cannot<T>() -> Result<T> {
    Err("the library does not do this".into())
}
