//! The well-known types, each in its own form (ProtoJSON, "Representation of each type").
//!
//! No type is known here by name: a schema says which form it has, and a walk over its fields does the rest. `parts` takes
//! the fields of a small message out by writing it, `given` puts them in by reading it; `bare` writes a message as its one
//! field; `any` holds messages of other types, which a registry knows.

mod any;
mod bare;
mod given;
mod mask;
mod parts;
mod read;
mod write;

pub(super) use any::below;
pub(crate) use any::embedded;
pub(super) use read::{holds_null, may_be_known};
