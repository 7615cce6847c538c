//! [`Outgoing`]: what an answer holds.
//!
//! Where an answer is one message, it is written before the answer is made, so that what cannot be written is the answer's status; messages of a stream
//! are written as they come. What is compressed is tonic's body, of messages that are encoded: an encoder of tonic's that fails takes with it what
//! stands before, and tonic makes a sentence of its status.

use core::mem;
use core::pin::Pin;
use core::task::{Context, Poll};

use ::tonic::body::Body;
use ::tonic::codec::{EncodeBody, EncodeBuf, SingleMessageCompressionOverride as Override};
use ::tonic::codegen::CompressionEncoding;
use ::tonic::codegen::tokio_stream::{self, StreamExt};
use ::tonic::metadata::MetadataMap;
use ::tonic::{Response, Status};
use bytes::{BufMut, Bytes, BytesMut};
use http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use http::{Extensions, HeaderMap};
use http_body::Frame;
use pin_project_lite::pin_project;

use super::Stream;
use super::codec::Encoder;
use super::compression;
use super::content::{ContentSubtype, unreserved};
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
        self,
        metadata: MetadataMap,
        messages: S,
        extensions: Extensions,
        over: Override,
    ) -> http::Response<Body>
    where
        S: Stream<Item = Result<T, Status>> + Send + 'static,
    {
        let (encoder, limit) = (self.encoder.clone(), self.limit);
        let body = match self.encoding {
            None => Body::new(Writing::new(messages, encoder, limit)),
            encoding => {
                let encoded = messages.map(move |message| encoder.encoded(&message?));
                Body::new(EncodeBody::new_server(
                    Encoded, encoded, encoding, over, limit,
                ))
            }
        };
        self.response(metadata, body, extensions)
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

/// The trailers of an answer.
fn trailers(status: &Status) -> Result<Frame<Bytes>, Status> {
    let mut trailers = HeaderMap::new();
    status.add_header(&mut trailers)?;
    Ok(Frame::trailers(trailers))
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
        let mut buffer = BytesMut::new();
        encoder.frame(message, limit, &mut buffer)?;
        Ok(Self {
            data: Some(buffer.freeze()),
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

/// From how many bytes on what was written is sent, though more messages are there.
const ENOUGH: usize = 32 << 10;

pin_project! {
    /// The body of an answer: messages as they come, and how they end. What stands before a message that cannot be written is sent.
    struct Writing<S, T> {
        #[pin]
        messages: S,
        encoder: Encoder<T>,
        limit: Option<usize>,
        buffer: BytesMut,
        state: State,
    }
}

/// How far a stream of messages is.
enum State {
    Open,
    Reached(Status),
    Told,
}

impl<S, T> Writing<S, T> {
    fn new(messages: S, encoder: Encoder<T>, limit: Option<usize>) -> Self {
        Self {
            messages,
            encoder,
            limit,
            buffer: BytesMut::new(),
            state: State::Open,
        }
    }
}

impl<S: Stream<Item = Result<T, Status>>, T: Type> http_body::Body for Writing<S, T> {
    type Data = Bytes;
    type Error = Status;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Status>>> {
        let mut this = self.project();
        while let State::Open = this.state {
            let message = match this.messages.as_mut().poll_next(cx) {
                Poll::Pending if this.buffer.is_empty() => return Poll::Pending,
                Poll::Pending => break,
                Poll::Ready(message) => message,
            };
            let written = match message {
                Some(Ok(message)) => this.encoder.frame(&message, *this.limit, this.buffer),
                Some(Err(status)) => Err(status),
                None => Err(Status::ok("")),
            };
            if let Err(status) = written {
                *this.state = State::Reached(status);
            } else if this.buffer.len() >= ENOUGH {
                break;
            }
        }
        if !this.buffer.is_empty() {
            let data = this.buffer.split().freeze();
            return Poll::Ready(Some(Ok(Frame::data(data))));
        }
        match mem::replace(this.state, State::Told) {
            State::Reached(status) => Poll::Ready(Some(trailers(&status))),
            _ => Poll::Ready(None),
        }
    }

    fn is_end_stream(&self) -> bool {
        matches!(self.state, State::Told)
    }
}

/// What hands encoded messages on, to be compressed.
struct Encoded;

impl ::tonic::codec::Encoder for Encoded {
    type Item = Bytes;
    type Error = Status;

    fn encode(&mut self, message: Bytes, buffer: &mut EncodeBuf<'_>) -> Result<(), Status> {
        buffer.put(message);
        Ok(())
    }
}
