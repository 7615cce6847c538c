//! `discriminant`: a variant's number is Rust's own, but it is not written out.
//!
//! Where no variant has `#[codec(N)]`, an enum takes the numbers after `=`. They must be integers,
//! because an expression is not known before the program is compiled.
//!
//! ```text
//! enum Status { Draft = FIRST, Paid = 1 }   // write #[codec(0)] Draft, #[codec(1)] Paid
//! ```

use crate::model::{At, Diagnostic};

pub(crate) const ID: &str = "discriminant";

/// The discriminant of `name`, at `at`, is an expression.
pub(crate) fn diagnostic(at: At, name: &str) -> Diagnostic {
    let text = format!("the number of `{name}` is an expression, which is not known yet");
    Diagnostic::new(ID, at, text).help("write `#[codec(N)]` on every variant")
}
