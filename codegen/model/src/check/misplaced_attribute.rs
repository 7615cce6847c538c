//! `misplaced-attribute`: an attribute stands on a type, a field or a variant where it belongs on
//! another of them.
//!
//! ```text
//! #[codec(transparent)]   // belongs on the struct
//! meters: f64,
//! ```

use crate::model::{At, Diagnostic};

pub(crate) const ID: &str = "misplaced-attribute";

/// `name` stands on `here` (`a field`) and belongs on `there`.
pub(crate) fn diagnostic(at: At, name: &str, here: &str, there: &[&str]) -> Diagnostic {
    let text = match name {
        "number" => format!("a number does not belong on {here}"),
        name => format!("`{name}` does not belong on {here}"),
    };
    Diagnostic::new(ID, at, text).help(format!("it belongs on {}", there.join(" or ")))
}
