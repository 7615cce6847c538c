//! `unsupported-item`: the item, or what a field holds, is of a kind that has no form on the wires.
//!
//! Everwire knows structs and enums. A `union` does not say which of its fields is there. A reference
//! can only be to what the input holds as it is: `&str` and `&[u8]`.
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

/// A reference to what no input holds as it is.
pub(crate) fn reference(at: At, target: &str) -> Diagnostic {
    Diagnostic::new(
        ID,
        at,
        format!(
            "no wire can lend a `{target}`: only text and bytes stand in the input as they are"
        ),
    )
    .help("hold the value itself; what can be lent is `&str`, `&[u8]`, and `Cow` of them")
}
