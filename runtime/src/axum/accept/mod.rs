//! Which wire a request accepts: RFC 9110, sections 12.4 and 12.5.1.
//!
//! 1. [`element`] cuts the lines of a header into elements; a comma in quotes is none.
//! 2. [`range`] reads an element: a media range, its parameters and its [`weight`].
//! 3. [`precedence`] says whether a range applies to a media type, and how specific it is.
//! 4. [`name`] has what the wires are called.
//! 5. [`choose`] takes the wire whose weight is the highest.
//!
//! Invariants: nothing here allocates or fails; what cannot be read is passed over.

mod choose;
mod element;
mod name;
mod precedence;
mod range;
#[cfg(test)]
mod tests;
mod weight;

pub(super) use choose::{Chosen, Offer};
pub(super) use range::Range;
