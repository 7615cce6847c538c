//! What the fuzz targets share: types with every feature, and what must hold for whatever bytes a stranger sends.
//!
//! `everything` and `parts` are the types that own what they hold, `borrowed` those that lend it, `extended` the one with
//! extensions, `values` those of other crates. `wires` says what holds on one wire, `crossing` what holds from one wire to another, `twin` what holds
//! between a type and its schema, `formats` what holds between the formats of rules. What is compared with a peer stands in its own target.

pub mod any;
pub mod borrowed;
pub mod crossing;
pub mod everything;
pub mod extended;
pub mod formats;
pub mod parts;
pub mod twin;
pub mod values;
pub mod wires;
