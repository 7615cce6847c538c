//! Breaks that are wanted.

use super::diagnostic::At;

/// A break of a type or of one of its members that is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accept {
    /// The change that breaks; not empty.
    pub change: String,
    /// Why it is wanted; not empty.
    pub reason: String,
    /// Where that is written.
    pub at: At,
}
