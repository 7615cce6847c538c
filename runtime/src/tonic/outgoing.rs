//! [`Outgoing`]: what an answer holds.
//!
//! Where an answer is one message and not compressed, it is written before the answer is made, so that what cannot be written is the answer's status.
//! Others are tonic's bodies, whose statuses of what cannot be written are ours.

use alloc::format;
use core::mem;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use ::tonic::body::Body;
use ::tonic::codec::{EncodeBody, SingleMessageCompressionOverride as Override};
use ::tonic::codegen::{CompressionEncoding, tokio_stream};
use ::tonic::metadata::MetadataMap;
use ::tonic::{Response, Status};
use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use http::{Extensions, HeaderMap};
use http_body::Frame;
use pin_project_lite::pin_project;

use super::codec::Encoder;
use super::compression::{self, Failure};
use super::content::{ContentSubtype, unreserved};
use super::{PREFIX, Stream};
use crate::codec::Codec as Type;

/// An answer, before its messages are written.
pub(super) struct Outgoing<T> {
    pub(super) subtype: ContentSubtype,
    pub(super) encoder: Encoder<T>,
    pub(super) encoding: Option<CompressionEncoding>,
    pub(super) limit: Option<usize>,
}

impl<T: Type + Send + 'static> Outgoing<T> {
    /// The answer of a method that gives one message.
    pub(super) fn one(self, response: Response<T>) -> Result<http::Response<Body>, Status> {
        let (metadata, message, extensions) = response.into_parts();
        if self.encoding.is_some() {
            let over = extensions.get().copied();
            let messages = tokio_stream::once(Ok(message));
            return Ok(self.messages(metadata, messages, extensions, over.unwrap_or_default()));
        }
        match Written::new(&message, &self.encoder, self.limit) {
            Ok(body) => Ok(self.response(metadata, Body::new(body), extensions)),
            Err(mut status) => {
                let mut headers = unreserved(metadata);
                headers.extend(mem::take(status.metadata_mut()).into_headers());
                *status.metadata_mut() = MetadataMap::from_headers(headers);
                Err(status)
            }
        }
    }

    /// The answer of a method that gives a stream.
    pub(super) fn stream<S>(self, response: Response<S>) -> http::Response<Body>
    where
        S: Stream<Item = Result<T, Status>> + Send + 'static,
    {
        let (metadata, messages, extensions) = response.into_parts();
        self.messages(metadata, messages, extensions, Override::default())
    }

    fn messages<S>(
        mut self,
        metadata: MetadataMap,
        messages: S,
        extensions: Extensions,
        over: Override,
    ) -> http::Response<Body>
    where
        S: Stream<Item = Result<T, Status>> + Send + 'static,
    {
        let failure = Failure::default();
        self.encoder.failure = Some(failure.clone());
        let encoder = self.encoder.clone();
        let body = EncodeBody::new_server(encoder, messages, self.encoding, over, self.limit);
        self.response(metadata, Body::new(Faithful { body, failure }), extensions)
    }

    fn response(
        &self,
        metadata: MetadataMap,
        body: Body,
        extensions: Extensions,
    ) -> http::Response<Body> {
        let mut response = http::Response::new(body);
        *response.version_mut() = http::Version::HTTP_2;
        *response.extensions_mut() = extensions;
        let mut headers = unreserved(metadata);
        headers.insert(CONTENT_TYPE, self.subtype.header());
        if let Some(encoding) = self.encoding {
            headers.insert(compression::ENCODING, compression::value(encoding));
        }
        *response.headers_mut() = headers;
        response
    }
}

pin_project! {
    /// The body of an answer whose last status is that of the encoder, where there is one: tonic makes a sentence of it.
    struct Faithful<B> {
        #[pin]
        body: B,
        failure: Failure,
    }
}

impl<B: http_body::Body<Data = Bytes, Error = Status>> http_body::Body for Faithful<B> {
    type Data = Bytes;
    type Error = Status;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Status>>> {
        let this = self.project();
        let frame = ready!(this.body.poll_frame(cx));
        if let Some(Ok(frame)) = &frame
            && frame.is_trailers()
            && let Some(status) = this.failure.take()
        {
            let mut trailers = HeaderMap::new();
            return Poll::Ready(Some(match status.add_header(&mut trailers) {
                Ok(()) => Ok(Frame::trailers(trailers)),
                Err(status) => Err(status),
            }));
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }
}

/// The body of an answer: a message, and that all is well.
struct Written {
    data: Option<Bytes>,
    is_told: bool,
}

impl Written {
    /// What an encoder writes of a message.
    fn new<T: Type>(
        message: &T,
        encoder: &Encoder<T>,
        limit: Option<usize>,
    ) -> Result<Self, Status> {
        let mut buffer = encoder.encoded(message, PREFIX)?;
        let len = buffer.len() - PREFIX;
        if let Some(limit) = limit.filter(|limit| len > *limit) {
            return Err(Status::out_of_range(format!(
                "the answer has {len} bytes, and the limit is {limit}"
            )));
        }
        let Ok(told) = u32::try_from(len) else {
            return Err(Status::resource_exhausted(format!(
                "the answer has {len} bytes, and gRPC has no more than 4 GiB in a message"
            )));
        };
        buffer[1..PREFIX].copy_from_slice(&told.to_be_bytes());
        Ok(Self {
            data: Some(buffer.into()),
            is_told: false,
        })
    }
}

impl http_body::Body for Written {
    type Data = Bytes;
    type Error = Status;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Status>>> {
        const STATUS: HeaderName = HeaderName::from_static("grpc-status");
        const OK: HeaderValue = HeaderValue::from_static("0");
        if let Some(data) = self.data.take() {
            return Poll::Ready(Some(Ok(Frame::data(data))));
        }
        if mem::replace(&mut self.is_told, true) {
            return Poll::Ready(None);
        }
        let mut trailers = HeaderMap::with_capacity(1);
        trailers.insert(STATUS, OK);
        Poll::Ready(Some(Ok(Frame::trailers(trailers))))
    }

    fn is_end_stream(&self) -> bool {
        self.is_told
    }
}
