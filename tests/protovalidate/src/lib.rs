//! The messages that protovalidate's conformance cases send, compiled, and what became of each.
//!
//! Without `EVERWIRE_TEST_DATA` it is empty.

#![cfg(has_data)]

mod subject;

/// The messages whose schemas `codegen` takes, with those of the test itself.
pub mod schema {
    everwire::include_schema!();
}

pub use subject::{Compiled, Subject};

/// Where the cases are.
pub const RESULTS: &str = env!("PROTOVALIDATE_RESULTS");

include!(concat!(env!("OUT_DIR"), "/cases.rs"));
