//! What the tests of services share: one schema, compiled by us and by others.

// This package's own types of messages, with the clients and servers that our compiler writes.
everwire::include_schema!();

/// The code of the page on gRPC.
#[cfg(doctest)]
#[doc = include_str!("../../runtime/docs/grpc.md")]
pub struct Grpc;

/// The code of the page on HTTP.
#[cfg(doctest)]
#[doc = include_str!("../../runtime/docs/http.md")]
pub struct Http;

/// What prost and tonic's own stubs make of the same schema.
pub mod peer {
    include!(concat!(env!("OUT_DIR"), "/peer/shop.v1.rs"));
}

/// A type without a schema.
#[derive(everwire::Codec, Clone, Debug, PartialEq)]
#[codec(name = "bank.v1.Entry")]
pub struct Entry {
    #[codec(1, min_len = 1)]
    pub account: String,
    #[codec(2)]
    pub cents: i64,
}

/// tonic's own stubs of a service without a schema, on that type and our codec.
pub mod manual {
    include!(concat!(env!("OUT_DIR"), "/manual/bank.v1.Ledger.rs"));
}

/// tonic's own stubs, on our types and our codec.
pub mod stubs {
    include!(concat!(env!("OUT_DIR"), "/stubs/shop.v1.rs"));
}
