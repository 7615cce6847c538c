//! The wires: one folder each, which knows its format and nothing of any type.
//!
//! [`input`] and [`output`] are the cursors that all of them share, `budget` the limits, `context` and [`reading`] what a writer and a reader hold beside
//! theirs, `present` what kept values go by, `forms` what tells a value of a former type, `known` the forms of the well-known types, `format`
//! each wire as a type, `source` what is read.

mod budget;
mod context;
pub(crate) mod format;
pub(crate) mod forms;
pub mod input;
mod known;
pub mod output;
mod present;
pub mod reading;
pub(crate) mod source;

pub mod json;
pub mod msgpack;
pub mod protobuf;
#[cfg(feature = "serde")]
pub(crate) mod serde;

/// Refuses an input that is longer than the limit `message`.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn admit(
    limits: &crate::Limits,
    len: usize,
    wire: crate::Wire,
) -> Result<(), crate::Error> {
    if len > limits.message {
        let fault = crate::error::Fault::Limit {
            limit: "message",
            value: limits.message,
        };
        return Err(crate::Error::new(fault, Some(wire), 0));
    }
    Ok(())
}
