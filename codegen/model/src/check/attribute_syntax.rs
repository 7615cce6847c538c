//! `attribute-syntax`: the text of an attribute cannot be read.
//!
//! Attributes are words, `word = value` and `word(…)`, with commas between them.
//!
//! ```text
//! #[codec(1; sint)]   // write #[codec(1, sint)]
//! count: i32,
//! ```

use crate::model::{At, Diagnostic};

pub(crate) const ID: &str = "attribute-syntax";

/// What the parser of Rust's syntax says of the text at `at`.
pub(crate) fn diagnostic(at: At, message: &str) -> Diagnostic {
    Diagnostic::new(ID, at, format!("cannot read the attribute: {message}"))
        .help("write words, `word = value` and `word(…)`, with commas between them")
}
