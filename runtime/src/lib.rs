//! One definition of a struct, three wires, and bytes that can still be read years from now.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;
extern crate self as everwire;

pub mod codec;
mod dispatch;
mod error;
mod inspect;
pub mod json;
mod limits;
pub mod msgpack;
mod options;
pub mod private;
pub mod protobuf;
mod registry;
pub mod schema;
mod transcode;
mod unknown;
pub mod validate;
pub mod wire;

pub use codec::{Codec, Decode, DecodeOwned};
pub use dispatch::Wire;
pub use error::{Error, Fault};
pub use inspect::inspect;
pub use limits::Limits;
pub use options::Options;
pub use registry::{Entry, Message, Registry};
pub use schema::{Field, Schema, Type};
pub use transcode::{Transcoded, transcode};
pub use unknown::{Key, UnknownFields};
pub use validate::{Validate, Violation, Violations};

#[cfg(feature = "derive")]
pub use everwire_derive::Codec;

/// Includes what `everwire_codegen::Build` wrote in `build.rs`: one module for each part of the packages' names.
///
/// ```ignore
/// mod schema {
///     everwire::include_schema!();
/// }
/// ```
#[macro_export]
macro_rules! include_schema {
    () => {
        include!(concat!(env!("OUT_DIR"), "/everwire.rs"));
    };
}
