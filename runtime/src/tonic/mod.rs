//! gRPC with tonic: one service, on every wire.
//!
//! `codegen --tonic` and `Build::tonic` write a client and a server for each `service` of a schema, as tonic-build does, with the same names.
//! They run on these parts:
//!
//! 1. [`Codec`] is tonic's codec on a wire of ours; by itself it takes the place of prost's, also in stubs that tonic-build writes.
//! 2. [`ContentSubtype`] is what a request's `content-type` says about its wire.
//! 3. [`Server`] answers requests on the wire that each names, behind a function that looks at them first if it is [`Intercepted`]; [`Client`] sends
//!    them on the wire that it was given.
//! 4. [`violations`] reads what a [`Status`] tells of rules that are not met; [`rpc`] has the messages in which it does.
//!
//! | `content-type` | wire |
//! |---|---|
//! | `application/grpc`, `application/grpc+proto` | [`Wire::Protobuf`] |
//! | `application/grpc+json` | [`Wire::Json`] |
//! | `application/grpc+msgpack` | [`Wire::MsgPack`] |
//! | any other | the status `UNIMPLEMENTED` |
//!
//! What happens is a [`Status`]:
//!
//! | what | code |
//! |---|---|
//! | a request that breaks rules | `INVALID_ARGUMENT`, with `google.rpc.BadRequest` and `buf.validate.Violations` among its details |
//! | an answer that breaks rules | `INTERNAL`, with the same details |
//! | what exceeds [`Limits`](crate::Limits) | `RESOURCE_EXHAUSTED` |
//! | one message is asked for, and there is none, or several | `UNIMPLEMENTED` |
//! | bytes that hold no such message | `INTERNAL`, as gRPC's [list of codes](https://grpc.github.io/grpc/core/md_doc_statuscodes.html) has it |
//!
//! The page [`docs::grpc`](crate::docs::grpc) has a service from its schema to its tests.

mod client;
mod codec;
mod compression;
mod content;
mod incoming;
mod interceptor;
mod outgoing;
pub mod rpc;
mod server;
mod settings;
mod status;

pub use client::{Client, Transport};
pub use codec::{Codec, Decoder, Encoder};
pub use content::ContentSubtype;
pub use interceptor::{Intercepted, Interceptor};
pub use server::{Answer, Call, Methods, RequestBody, Server};
pub use status::{status, violations};

#[doc(hidden)]
pub use crate::{dispatch::Wire, options::Options};
pub use ::tonic::codec::{CompressionEncoding, Streaming};
#[doc(hidden)]
pub use ::tonic::codegen::StdError;
pub use ::tonic::codegen::tokio_stream::Stream;
pub use ::tonic::server::NamedService;
pub use ::tonic::service::interceptor::InterceptedService;
pub use ::tonic::{IntoRequest, IntoStreamingRequest, Request, Response, Status};
#[doc(hidden)]
pub use http::Uri;

/// Before each message a byte says whether it is compressed, and four how long it is (gRPC over HTTP/2, "Length-Prefixed-Message").
const PREFIX: usize = 5;
