//! `attribute-value`: an attribute is followed by what it does not take.
//!
//! Flags such as `required` stand alone, `rename` takes a string, `slot` an integer, `oneof` a
//! list in parentheses.
//!
//! ```text
//! #[codec(rename = id)]   // write rename = "id"
//! order_id: u64,
//! ```

use crate::model::{At, Diagnostic};

pub(crate) const ID: &str = "attribute-value";

/// `name` at `at` takes something else; `how` spells it.
pub(crate) fn diagnostic(at: At, name: &str, takes: &str, how: &str) -> Diagnostic {
    Diagnostic::new(ID, at, format!("`{name}` takes {takes}")).help(format!("write `{how}`"))
}

/// One of several words was expected.
pub(crate) fn word(at: At, name: &str, written: &str, words: &[&str]) -> Diagnostic {
    let list: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    Diagnostic::new(ID, at, format!("`{name}` does not know `{written}`"))
        .help(format!("write one of {}", list.join(", ")))
}

/// A number was written that is no integer.
pub(crate) fn number(at: At) -> Diagnostic {
    Diagnostic::new(ID, at, "a number is an integer without quotes").help("write `#[codec(1)]`")
}

/// An integer is beyond all that an attribute takes.
pub(crate) fn too_large(at: At, name: &str) -> Diagnostic {
    let text = match name {
        "number" => "this number has too many digits".to_owned(),
        _ => format!("the value of `{name}` has too many digits"),
    };
    Diagnostic::new(ID, at, text).help("write a smaller one: numbers end at 536870911")
}

/// An expression stands where its value must be known at once.
pub(crate) fn literal(at: At, name: &str) -> Diagnostic {
    Diagnostic::new(ID, at, format!("`{name}` takes a literal"))
        .help("write the value itself: the attribute is read before constants are known")
}

/// `default` stands without a value.
pub(crate) fn default(at: At) -> Diagnostic {
    Diagnostic::new(ID, at, "`default` takes a value")
        .help("write `default = VALUE`, or leave it out: what is absent reads as zero or empty")
}
