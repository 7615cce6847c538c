//! The well-known types, each in its own form (ProtoJSON, "Representation of each type").
//!
//! `bare` writes a message as its one field; `any` holds messages of other types, which a registry knows; what is no matter of
//! JSON's text stands in [`known`](crate::wire::known).

mod any;
mod bare;
mod read;
mod write;

pub(super) use any::below;
pub(crate) use any::embedded;
