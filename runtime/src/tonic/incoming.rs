//! [`Incoming`]: what a request holds.
//!
//! tonic reads every body through a stream. Where a body is one message and not compressed, there is less to do: what came in one frame is read where
//! it lies.

use alloc::format;
use alloc::sync::Arc;
use core::future::poll_fn;
use core::pin::{Pin, pin};
use core::sync::atomic::{AtomicBool, Ordering};
use core::task::{Context, Poll, ready};

use ::tonic::codegen::EnabledCompressionEncodings;
use ::tonic::metadata::MetadataMap;
use ::tonic::{Request, Status, Streaming};
use bytes::{Buf, BufMut, BytesMut};
use http::HeaderMap;
use http_body::{Frame, SizeHint};
use pin_project_lite::pin_project;

use super::PREFIX;
use super::codec::Decoder;
use super::compression;
use super::server::RequestBody;
use crate::codec::DecodeOwned;

/// How many bytes a message that is read has at the most, unless a server was told otherwise; tonic's own.
const MAX_DECODING: usize = 4 << 20;

/// How many times as many bytes as came are reserved for those that a prefix promises.
const TRUST: usize = 8;

/// A request, before its messages are read.
pub(super) struct Incoming<B, U> {
    pub(super) request: http::Request<B>,
    pub(super) decoder: Decoder<U>,
    /// How messages are compressed that are taken.
    pub(super) accepted: EnabledCompressionEncodings,
    pub(super) limit: Option<usize>,
}

impl<B: RequestBody, U: DecodeOwned + Send + 'static> Incoming<B, U> {
    /// The request of a method that takes one message.
    pub(super) async fn one(self) -> Result<Request<U>, Status> {
        let encoding = compression::of_request(self.request.headers(), self.accepted)?;
        let (limit, (parts, body)) = (self.limit, self.request.into_parts());
        let (message, trailers) = match encoding {
            None => read(pin!(body), &self.decoder, limit).await?,
            Some(_) => {
                let mut stream = Streaming::new_request(self.decoder, body, encoding, limit);
                let message = stream.message().await?.ok_or_else(none)?;
                if stream.message().await?.is_some() {
                    return Err(several());
                }
                let trailers = stream.trailers().await?;
                (message, trailers.map(MetadataMap::into_headers))
            }
        };
        let mut headers = parts.headers;
        if let Some(trailers) = trailers {
            headers.extend(trailers);
        }
        let metadata = MetadataMap::from_headers(headers);
        Ok(Request::from_parts(metadata, parts.extensions, message))
    }

    /// The request of a method that takes a stream.
    pub(super) fn stream(self) -> Result<Request<Streaming<U>>, Status> {
        let encoding = compression::of_request(self.request.headers(), self.accepted)?;
        let (limit, (parts, body)) = (self.limit, self.request.into_parts());
        let end = End::default();
        let mut decoder = self.decoder;
        decoder.end = Some(end.clone());
        let stream = Streaming::new_request(decoder, Ending { body, end }, encoding, limit);
        let metadata = MetadataMap::from_headers(parts.headers);
        Ok(Request::from_parts(metadata, parts.extensions, stream))
    }
}

/// Whether a stream of messages is over, since one of them could not be read.
#[derive(Clone, Debug, Default)]
pub(super) struct End(Arc<AtomicBool>);

impl End {
    pub(super) fn note(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    fn is_noted(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

pin_project! {
    /// A body of messages that is over where one of them cannot be read: tonic does not know where the next one begins then, and tells whoever goes on
    /// asking for it that the body ends too early, without an end. A request that is cancelled ends its stream.
    struct Ending<B> {
        #[pin]
        body: B,
        end: End,
    }
}

impl<B: RequestBody> http_body::Body for Ending<B> {
    type Data = B::Data;
    type Error = Status;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<B::Data>, Status>>> {
        let this = self.project();
        if this.end.is_noted() {
            return Poll::Ready(Some(Err(Status::cancelled("the stream is over"))));
        }
        let frame = ready!(this.body.poll_frame(cx));
        Poll::Ready(frame.map(|frame| frame.map_err(|error| Status::from_error(error.into()))))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// The message of a body, and what stands behind it.
async fn read<B: RequestBody, U: DecodeOwned>(
    mut body: Pin<&mut B>,
    decoder: &Decoder<U>,
    limit: Option<usize>,
) -> Result<(U, Option<HeaderMap>), Status> {
    let mut trailers: Option<HeaderMap> = None;
    let mut message = None;
    let mut held = BytesMut::new();
    let limit = limit.unwrap_or(MAX_DECODING);
    while let Some(frame) = poll_fn(|cx| body.as_mut().poll_frame(cx)).await {
        let frame = frame.map_err(|error| Status::from_error(error.into()))?;
        let mut data = match frame.into_data() {
            Ok(data) => data,
            Err(frame) => {
                trailers = frame.into_trailers().ok();
                break;
            }
        };
        if message.is_some() {
            match data.has_remaining() {
                true => return Err(several()),
                false => continue,
            }
        }
        if held.is_empty() && data.chunk().len() == data.remaining() {
            let whole = prefix(data.chunk(), limit)?;
            if whole == Some(data.remaining()) {
                data.advance(PREFIX);
                message = Some(decoder.decoded(&mut data)?);
                continue;
            }
        }
        held.put(data);
        if let Some(whole) = prefix(&held, limit)? {
            let missing = whole.saturating_sub(held.len());
            if missing == 0 {
                held.advance(PREFIX);
                message = Some(decoder.decoded(&mut held)?);
            } else {
                held.reserve(missing.min(held.len().saturating_mul(TRUST)));
            }
        }
    }
    match message {
        Some(message) => Ok((message, trailers)),
        None if held.is_empty() => Err(none()),
        None => Err(Status::internal("the request ends within its message")),
    }
}

/// How long a message is with its prefix; none if less than a prefix is there.
fn prefix(bytes: &[u8], limit: usize) -> Result<Option<usize>, Status> {
    let Some((&[flag, ref len @ ..], rest)) = bytes.split_first_chunk::<PREFIX>() else {
        return Ok(None);
    };
    if flag != 0 {
        return Err(Status::internal(match flag {
            1 => "the message is compressed, and the request has no `grpc-encoding`".into(),
            _ => format!("{flag} is no flag for whether a message is compressed"),
        }));
    }
    let len = u32::from_be_bytes(*len) as usize;
    if len > limit {
        return Err(Status::out_of_range(format!(
            "the message has {len} bytes, and the limit is {limit}"
        )));
    }
    match rest.len() > len {
        true => Err(several()),
        false => Ok(Some(PREFIX + len)),
    }
}

/// gRPC's list of codes: "Request cardinality violation".
#[cold]
fn none() -> Status {
    Status::unimplemented("the request holds no message")
}

#[cold]
fn several() -> Status {
    Status::unimplemented("the request holds more than one message")
}
