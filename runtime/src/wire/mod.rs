//! The wires: one folder each, which knows its format and nothing of any type.
//!
//! [`input`] and [`output`] are the cursors that all of them share, `budget` the limits, `context` and [`reading`] what a writer and a reader hold beside
//! theirs, `present` what kept values go by.

mod budget;
mod context;
pub mod input;
pub mod output;
mod present;
pub mod reading;

pub mod json;
pub mod msgpack;
pub mod protobuf;

/// What was met at the beginning of decoding, before any value: made into an error of the wire.
fn begin(
    limits: crate::Limits,
    len: usize,
    wire: crate::Wire,
) -> Result<budget::Budget, crate::Error> {
    budget::Budget::new(limits, len).map_err(|fault| crate::Error::new(fault, Some(wire), 0))
}
