//! Types of Everwire in formats of serde.

#![allow(missing_docs)]

mod errors;
mod formats;
mod json;
mod types;
