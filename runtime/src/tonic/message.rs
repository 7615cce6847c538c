//! One message, as the body of a request or an answer that is not compressed.
//!
//! tonic reads every body through a stream and writes it through another. Where a body is one message, there is less to do: what came in one frame is
//! read where it lies, and what goes out is written before the answer is made, so that what cannot be written is the answer's status.

use alloc::format;
use core::future::poll_fn;
use core::mem;
use core::pin::{Pin, pin};
use core::task::{Context, Poll};

use ::tonic::Status;
use bytes::{Buf, BufMut, Bytes, BytesMut};
use http::HeaderMap;
use http::header::{HeaderName, HeaderValue};
use http_body::Frame;

use super::codec::{Decoder, Encoder};
use super::server::RequestBody;
use crate::codec::{Codec as Type, DecodeOwned};

/// Before each message a byte says whether it is compressed, and four how long it is (gRPC over HTTP/2, "Length-Prefixed-Message").
pub(super) const PREFIX: usize = 5;

/// How many bytes a message that is read has at the most, unless a server was told otherwise; tonic's own.
const MAX_DECODING: usize = 4 << 20;

/// How many times as many bytes as came are reserved for those that a prefix promises.
const TRUST: usize = 8;

/// The message of a body, and what stands behind it.
pub(super) async fn read<B: RequestBody, U: DecodeOwned>(
    body: B,
    decoder: &Decoder<U>,
    limit: Option<usize>,
) -> Result<(U, Option<HeaderMap>), Status> {
    let mut body = pin!(body);
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
        None if held.is_empty() => Err(Status::unimplemented("the request holds no message")),
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
fn several() -> Status {
    Status::unimplemented("the request holds more than one message")
}

/// The body of an answer: a message, and that all is well.
pub(super) struct Written {
    data: Option<Bytes>,
    is_told: bool,
}

impl Written {
    /// What an encoder writes of a message.
    pub(super) fn new<T: Type>(
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
