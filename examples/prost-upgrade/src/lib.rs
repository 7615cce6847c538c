//! Types and services that prost-build and tonic write, with Everwire's wires, rules and schemas.

#![allow(missing_docs, reason = "the schemas say what there is")]

mod service;

pub use service::serve;

/// What the depot's schema declares.
pub mod depot {
    pub mod v1 {
        tonic::include_proto!("depot.v1");
    }
}

/// One of everything that schemas can say.
pub mod kinds {
    pub mod v1 {
        tonic::include_proto!("kinds.v1");
    }
}
