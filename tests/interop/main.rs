//! Byte by byte with other people's implementations, in both directions.

mod msgspec;
mod rmp;
mod serde_text;

mod proto;
