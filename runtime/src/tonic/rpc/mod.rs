//! `google.rpc.Status` and what its details say of a bad request, as googleapis declares them
//! (<https://github.com/googleapis/googleapis/tree/master/google/rpc>).
//!
//! `generated` holds the types, as the compiler of schemas writes them out of `rpc.proto`.

#[rustfmt::skip]
mod generated;

pub use generated::{BadRequest, LocalizedMessage, Status, bad_request};
