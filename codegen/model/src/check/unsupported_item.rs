//! `unsupported-item`: the item is of a kind that has no form on the wires.
//!
//! Everwire knows structs and enums. A `union` does not say which of its fields is there.
//!
//! ```text
//! union Bits { int: u32, float: f32 }   // write an enum with data
//! ```

use crate::model::{At, Diagnostic};

pub(crate) const ID: &str = "unsupported-item";

/// The item is a `union`.
pub(crate) fn union(at: At) -> Diagnostic {
    Diagnostic::new(ID, at, "a `union` has no form on the wires")
        .help("use an enum with data, or a struct")
}
