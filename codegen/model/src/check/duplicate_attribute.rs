//! `duplicate-attribute`: an attribute that may stand once stands twice.
//!
//! ```text
//! #[codec(1, rename = "a", rename = "b")]   // keep one
//! id: u64,
//! ```

use crate::model::{At, Diagnostic};

pub(crate) const ID: &str = "duplicate-attribute";

/// `name` stands at `at` and, earlier, at `first`.
pub(crate) fn diagnostic(name: &str, at: At, first: At) -> Diagnostic {
    let text = match name {
        "number" => "a second number".to_owned(),
        name => format!("`{name}` stands twice"),
    };
    Diagnostic::new(ID, at, text)
        .label(first, "the first one")
        .help("keep one of them")
}
