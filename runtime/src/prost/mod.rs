//! Everwire beside prost: types of Everwire's as messages of prost's, and types of prost's on Everwire's wires.
//!
//! 1. `message` and `field` are behind `#[codec(prost)]`: what `prost::Message` does, done on the protobuf wire.
//! 2. `adaptor`, `enumeration` and `wrapper` are behind `#[prost(…)]` attributes: the values that prost holds as another Rust type than
//!    the one that they are on the wires.
//! 3. `types` has the well-known types of the crate `prost-types`.

mod adaptor;
mod enumeration;
#[cfg(feature = "prost")]
mod field;
#[cfg(feature = "prost")]
pub mod message;
#[cfg(feature = "prost-types")]
mod types;
mod wrapper;

pub use adaptor::{Adapted, Adaptor, Own, adapted, adapted_mut, adapted_payload, drafted};
pub use enumeration::{Enumeration, NotNamed, StrName, ValueName};
pub use wrapper::Wrapper;
