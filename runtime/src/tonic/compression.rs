//! How messages are compressed, by the headers of a request.

use alloc::format;
use alloc::string::ToString;
use core::iter;

use ::tonic::Status;
use ::tonic::codegen::{CompressionEncoding, EnabledCompressionEncodings};
use http::header::{HeaderMap, HeaderName, HeaderValue};

/// gRPC over HTTP/2, "Message-Encoding" and "Message-Accept-Encoding".
pub(super) const ENCODING: HeaderName = HeaderName::from_static("grpc-encoding");
const ACCEPTED: HeaderName = HeaderName::from_static("grpc-accept-encoding");

/// How the messages of a request are compressed.
///
/// # Errors
///
/// If that is none of those which are accepted; the status says which are.
pub(super) fn of_request(
    headers: &HeaderMap,
    accepted: EnabledCompressionEncodings,
) -> Result<Option<CompressionEncoding>, Status> {
    match headers.get(ENCODING) {
        None => Ok(None),
        Some(value) if value == "identity" => Ok(None),
        Some(value) => match named(value.as_bytes(), accepted) {
            Some(encoding) => Ok(Some(encoding)),
            None => Err(unknown(value, accepted)),
        },
    }
}

/// How the messages of an answer are compressed: by the first encoding that the client names and the server has.
pub(super) fn of_answer(
    headers: &HeaderMap,
    sent: EnabledCompressionEncodings,
) -> Option<CompressionEncoding> {
    if sent.is_empty() {
        return None;
    }
    let accepted = headers.get(ACCEPTED)?.as_bytes();
    let mut names = accepted.split(|byte| *byte == b',');
    names.find_map(|name| named(name.trim_ascii(), sent))
}

/// The name of an encoding, as a header has it.
pub(super) fn value(encoding: CompressionEncoding) -> HeaderValue {
    let name = encoding.to_string();
    HeaderValue::from_str(&name).unwrap_or(HeaderValue::from_static("identity"))
}

fn named(name: &[u8], among: EnabledCompressionEncodings) -> Option<CompressionEncoding> {
    all(among).find(|encoding| encoding.to_string().as_bytes() == name)
}

/// From the last that was enabled to the first.
fn all(mut encodings: EnabledCompressionEncodings) -> impl Iterator<Item = CompressionEncoding> {
    iter::from_fn(move || encodings.pop())
}

#[cold]
fn unknown(value: &HeaderValue, accepted: EnabledCompressionEncodings) -> Status {
    let said = value.as_bytes();
    let mut status = Status::unimplemented(format!(
        "the messages are compressed by `{}`, which is none of this service",
        said[..said.len().min(64)].escape_ascii()
    ));
    let mut names: Vec<_> = all(accepted).map(|encoding| encoding.to_string()).collect();
    names.reverse();
    names.push("identity".to_string());
    if let Ok(names) = names.join(",").parse() {
        status.metadata_mut().insert("grpc-accept-encoding", names);
    }
    status
}
