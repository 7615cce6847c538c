//! [`Client`]: requests on the wire that it was given.

use alloc::format;
use alloc::vec::Vec;
use core::task::{Context, Poll};

use ::tonic::body::Body;
use ::tonic::client::{Grpc, GrpcService};
use ::tonic::codegen::{CompressionEncoding, Service, StdError, tokio_stream};
use ::tonic::metadata::MetadataMap;
use ::tonic::{GrpcMethod, Request, Response, Status, Streaming};
use bytes::Bytes;
use http::Uri;
use http::header::{CONTENT_TYPE, HeaderValue};
use http::uri::PathAndQuery;

use super::Stream;
use super::codec::{Codec, Failure};
use super::content::{ContentSubtype, is_grpc};
use super::settings::Settings;
use crate::codec::{Codec as Type, DecodeOwned};
use crate::dispatch::Wire;
use crate::options::Options;

/// What carries requests: tonic's `Channel`, one with an interceptor, or any service of tower's that takes and gives such bodies.
pub trait Transport:
    GrpcService<
        Body,
        Error: Into<StdError>,
        ResponseBody: http_body::Body<Data = Bytes, Error: Into<StdError> + Send> + Send + 'static,
    >
{
}

impl<T> Transport for T where
    T: GrpcService<
            Body,
            Error: Into<StdError>,
            ResponseBody: http_body::Body<Data = Bytes, Error: Into<StdError> + Send>
                              + Send
                              + 'static,
        >
{
}

/// What a generated client sends its requests with, on one wire; protobuf by default.
#[derive(Clone, Debug)]
pub struct Client<T> {
    transport: T,
    origin: Uri,
    wire: Wire,
    settings: Settings,
    send: Option<CompressionEncoding>,
    accept: Vec<CompressionEncoding>,
}

impl<T> Client<T> {
    /// A client that sends through `transport`.
    #[must_use]
    pub fn new(transport: T) -> Self {
        Self::with_origin(transport, Uri::default())
    }

    /// A client that sends through `transport`, to the URIs below `origin`.
    #[must_use]
    pub fn with_origin(transport: T, origin: Uri) -> Self {
        Self {
            transport,
            origin,
            wire: Wire::Protobuf,
            settings: Settings::new(),
            send: None,
            accept: Vec::new(),
        }
    }

    /// Sends on a wire, and asks for it. Only a [`Server`](super::Server) answers on others than protobuf.
    #[must_use]
    pub fn wire(mut self, wire: Wire) -> Self {
        self.wire = wire;
        self
    }

    /// Reads and writes with options; a [context](Options::context) among them stays for as long as the program runs.
    #[must_use]
    pub fn options(mut self, options: Options<'static>) -> Self {
        self.settings.options = options.into();
        self
    }

    /// Compresses requests. A server that does not take them so answers with `UNIMPLEMENTED`.
    #[must_use]
    pub fn send_compressed(mut self, encoding: CompressionEncoding) -> Self {
        self.send = Some(encoding);
        self
    }

    /// Takes answers that are compressed so.
    #[must_use]
    pub fn accept_compressed(mut self, encoding: CompressionEncoding) -> Self {
        self.accept.push(encoding);
        self
    }

    /// Limits how many bytes an answer has when it is decompressed; 4 MiB by default.
    #[must_use]
    pub fn max_decoding_message_size(mut self, limit: usize) -> Self {
        self.settings.max_decoding = Some(limit);
        self
    }

    /// Limits how many bytes a request has; by default it may have as many as there are.
    #[must_use]
    pub fn max_encoding_message_size(mut self, limit: usize) -> Self {
        self.settings.max_encoding = Some(limit);
        self
    }
}

impl<T: Transport> Client<T> {
    /// Sends one message, and waits for one. `path` is that of the method: `/shop.v1.Orders/Place`.
    ///
    /// # Errors
    ///
    /// The status with which the server refuses it; or what kept the request from being sent, or its answer from being read.
    pub async fn unary<I, O>(
        &mut self,
        request: Request<I>,
        path: &'static str,
    ) -> Result<Response<O>, Status>
    where
        I: Type + Send + Sync + 'static,
        O: DecodeOwned + Send + Sync + 'static,
    {
        self.only(request.map(tokio_stream::once), path).await
    }

    /// Sends a stream of messages, and waits for one.
    ///
    /// # Errors
    ///
    /// As [`unary`](Self::unary).
    pub async fn client_streaming<S, O>(
        &mut self,
        request: Request<S>,
        path: &'static str,
    ) -> Result<Response<O>, Status>
    where
        S: Stream<Item: Type + Send + Sync + 'static> + Send + 'static,
        O: DecodeOwned + Send + Sync + 'static,
    {
        self.only(request, path).await
    }

    /// Sends one message, and takes a stream of them.
    ///
    /// # Errors
    ///
    /// As [`unary`](Self::unary).
    pub async fn server_streaming<I, O>(
        &mut self,
        request: Request<I>,
        path: &'static str,
    ) -> Result<Response<Streaming<O>>, Status>
    where
        I: Type + Send + Sync + 'static,
        O: DecodeOwned + Send + Sync + 'static,
    {
        let answer = self.call(request.map(tokio_stream::once), path);
        answer.await.map(|(response, _)| response)
    }

    /// Sends a stream of messages, and takes one.
    ///
    /// # Errors
    ///
    /// As [`unary`](Self::unary).
    pub async fn streaming<S, O>(
        &mut self,
        request: Request<S>,
        path: &'static str,
    ) -> Result<Response<Streaming<O>>, Status>
    where
        S: Stream<Item: Type + Send + Sync + 'static> + Send + 'static,
        O: DecodeOwned + Send + Sync + 'static,
    {
        let answer = self.call(request, path);
        answer.await.map(|(response, _)| response)
    }

    /// Sends messages, and waits for one. What kept the request from being written is more than what became of it.
    async fn only<S, O>(
        &mut self,
        request: Request<S>,
        path: &'static str,
    ) -> Result<Response<O>, Status>
    where
        S: Stream<Item: Type + Send + Sync + 'static> + Send + 'static,
        O: DecodeOwned + Send + Sync + 'static,
    {
        let (response, failure) = self.call(request, path).await?;
        only(response).await.map_err(|status| failure.or(status))
    }

    /// Sends messages; what comes back, and what may keep others of them from being written.
    async fn call<S, O>(
        &mut self,
        mut request: Request<S>,
        path: &'static str,
    ) -> Result<(Response<Streaming<O>>, Failure), Status>
    where
        S: Stream<Item: Type + Send + Sync + 'static> + Send + 'static,
        O: DecodeOwned + Send + Sync + 'static,
    {
        let (service, method) = parts(path);
        let extensions = request.extensions_mut();
        extensions.insert(GrpcMethod::new(service, method));
        let mut codec: Codec<S::Item, O> =
            Codec::told(self.wire, &self.settings.options).of_client();
        let failure = Failure::default();
        codec.encoder.failure = Some(failure.clone());
        let mut grpc = self.grpc();
        let ready = grpc.ready().await;
        ready.map_err(|error| {
            Status::unknown(format!("the transport is not ready: {}", error.into()))
        })?;
        let path = PathAndQuery::from_maybe_shared(Bytes::from_static(path.as_bytes()));
        let path = path.map_err(|error| Status::internal(format!("no path: {error}")))?;
        let response = grpc.streaming(request, path, codec).await;
        let response = response.map_err(|status| failure.or(status))?;
        is_answered(&response, self.wire)?;
        Ok((response, failure))
    }

    fn grpc(&mut self) -> Grpc<Named<'_, T>> {
        let named = Named {
            transport: &mut self.transport,
            subtype: ContentSubtype::of(self.wire),
        };
        let mut grpc = Grpc::with_origin(named, self.origin.clone());
        if let Some(encoding) = self.send {
            grpc = grpc.send_compressed(encoding);
        }
        for &encoding in &self.accept {
            grpc = grpc.accept_compressed(encoding);
        }
        if let Some(limit) = self.settings.max_decoding {
            grpc = grpc.max_decoding_message_size(limit);
        }
        if let Some(limit) = self.settings.max_encoding {
            grpc = grpc.max_encoding_message_size(limit);
        }
        grpc
    }
}

/// The service and the method of a path.
fn parts(path: &'static str) -> (&'static str, &'static str) {
    let path = path.strip_prefix('/').unwrap_or(path);
    path.rsplit_once('/').unwrap_or((path, ""))
}

/// Refuses an answer on another wire than it was asked for: what does not know subtypes answers with protobuf, whatever came. What is not gRPC's is
/// no answer, and tonic says so by its HTTP status.
fn is_answered<O>(response: &Response<O>, wire: Wire) -> Result<(), Status> {
    let headers = response.metadata().as_ref();
    let subtype = ContentSubtype::from_headers(headers);
    if !is_grpc(headers) || subtype.is_some_and(|subtype| subtype.wire() == wire) {
        return Ok(());
    }
    let said = headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes);
    Err(Status::internal(format!(
        "the server answers with `{}`, and was asked for `{}`: help: leave `wire` out where a server knows protobuf alone",
        said.unwrap_or_default().escape_ascii(),
        ContentSubtype::of(wire).content_type()
    )))
}

/// The one message of an answer; its trailers go among the metadata.
async fn only<O>(response: Response<Streaming<O>>) -> Result<Response<O>, Status> {
    let (mut metadata, mut body, extensions) = response.into_parts();
    let message = match body.message().await {
        Ok(Some(message)) => message,
        Ok(None) => return Err(Status::unimplemented("the answer holds no message")),
        Err(mut status) => {
            let own = core::mem::take(status.metadata_mut());
            *status.metadata_mut() = joined(own, metadata);
            return Err(status);
        }
    };
    // gRPC's list of codes: "Response cardinality violation".
    if body.message().await?.is_some() {
        return Err(Status::unimplemented(
            "the answer holds more than one message",
        ));
    }
    if let Some(trailers) = body.trailers().await? {
        metadata = joined(metadata, trailers);
    }
    Ok(Response::from_parts(metadata, message, extensions))
}

fn joined(metadata: MetadataMap, with: MetadataMap) -> MetadataMap {
    let mut headers = metadata.into_headers();
    headers.extend(with.into_headers());
    MetadataMap::from_headers(headers)
}

/// A transport whose requests say their wire.
#[derive(Debug)]
struct Named<'t, T> {
    transport: &'t mut T,
    subtype: ContentSubtype,
}

impl<T: Transport> Service<http::Request<Body>> for Named<'_, T> {
    type Response = http::Response<T::ResponseBody>;
    type Error = T::Error;
    type Future = T::Future;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), T::Error>> {
        self.transport.poll_ready(cx)
    }

    fn call(&mut self, mut request: http::Request<Body>) -> T::Future {
        let headers = request.headers_mut();
        headers.insert(CONTENT_TYPE, self.subtype.header());
        self.transport.call(request)
    }
}
