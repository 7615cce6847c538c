//! Types of Everwire in formats of serde.

#![allow(missing_docs)]

mod errors;
mod fields;
mod formats;
mod json;
mod types;
