//! What went wrong with a request, told to programs and to people: `application/problem+json` (RFC 9457).
//!
//! `generated` holds the types, as the compiler of schemas writes them out of `problem.proto`; `convert` is between them and our errors,
//! `respond` makes them responses.

mod convert;
#[rustfmt::skip]
mod generated;
mod respond;

pub(super) use convert::TEXT;
pub(super) use respond::{in_place_of_answer, restore};

pub use generated::{Problem, Violation};
