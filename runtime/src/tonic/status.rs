//! Errors as statuses, and what a status tells of rules.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;

use ::tonic::{Code, Status};

use super::rpc;
use super::rpc::bad_request::FieldViolation;
use crate::cut::cut;
use crate::dispatch::Wire;
use crate::error::Error;
use crate::validate::{Violation, Violations, proto};
use crate::wkt::Any;

/// Who is asked to do better by a message that breaks rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// The client reads, or its own message is at fault: nothing that the caller of the server did.
    Client,
    /// The server reads what a client sent.
    Server,
}

/// The status of a request that cannot be taken: what a [`Server`](super::Server) answers by itself, for handlers that decode or validate too.
///
/// ```
/// use everwire::Codec;
/// use everwire::tonic::{status, violations};
///
/// #[derive(Codec)]
/// struct Line { #[codec(1, min_len = 1)] sku: String }
///
/// let broken = Line { sku: String::new() }.validate().unwrap_err();
/// let status = status(broken.clone().into());
/// assert_eq!(status.code(), tonic::Code::InvalidArgument);
/// assert_eq!(status.message(), "sku: must have at least 1 character (string.min_len)");
/// assert_eq!(violations(&status), Some(broken));
/// ```
#[must_use]
pub fn status(error: Error) -> Status {
    status_on(error, Side::Server)
}

/// The status of an error. What breaks rules is the client's fault where a server reads it, and otherwise the program's own.
#[cold]
pub(super) fn status_on(error: Error, side: Side) -> Status {
    let (code, message, details) = match error.violations() {
        Some(violations) => {
            let code = match side {
                Side::Client => Code::Internal,
                Side::Server => Code::InvalidArgument,
            };
            let message = sentence(violations);
            let details = details(violations, code, &message);
            (code, message, details)
        }
        None => {
            // The list of gRPC's codes: "Error parsing request proto", "Error parsing response proto".
            let code = match error.is_limit() {
                true => Code::ResourceExhausted,
                false => Code::Internal,
            };
            (code, cut(error.to_string(), MESSAGE), Vec::new())
        }
    };
    let mut status = Status::with_details(code, message, details.into());
    status.set_source(Arc::new(error));
    status
}

/// A status travels in headers, which others than tonic refuse when they are longer than 8 KiB (gRPC over HTTP/2, "Responses"): so many violations are
/// in a message, so many in the details, and so many bytes have the message and the details at the most. Base64 makes four bytes of three, and
/// what is no letter or digit may take three for each in a message.
const TOLD: usize = 8;
const LISTED: usize = 64;
const MESSAGE: usize = 600;
const DETAILS: usize = 4 << 10;

/// The first violations, a line each, and how many more there are.
fn sentence(violations: &[Violation]) -> String {
    let told = violations.iter().take(TOLD).map(ToString::to_string);
    let mut text = told.collect::<Vec<_>>().join("\n");
    if let more @ 1.. = violations.len().saturating_sub(TOLD) {
        text = cut(text, MESSAGE);
        text.push_str(&format!("\nand {more} more"));
        return text;
    }
    cut(text, MESSAGE)
}

/// The bytes of `google.rpc.Status`: as many violations as there is room for, in both forms.
fn details(violations: &[Violation], code: Code, message: &str) -> Vec<u8> {
    let mut count = violations.len().min(LISTED);
    while count > 0 {
        let bytes = packed(&violations[..count], code, message).unwrap_or_default();
        if bytes.len() <= DETAILS {
            return bytes;
        }
        count /= 2;
    }
    Vec::new()
}

fn packed(violations: &[Violation], code: Code, message: &str) -> Result<Vec<u8>, Error> {
    let bad_request = rpc::BadRequest {
        field_violations: violations.iter().map(field_violation).collect(),
    };
    let all = proto::Violations {
        violations: violations.iter().map(proto::Violation::from).collect(),
    };
    let status = rpc::Status {
        code: code as i32,
        message: message.to_string(),
        details: vec![Any::pack(&bad_request)?, Any::pack(&all)?],
    };
    Wire::Protobuf.encode(&status)
}

fn field_violation(violation: &Violation) -> FieldViolation {
    FieldViolation {
        field: violation.path.as_str().to_string(),
        description: violation.message.to_string(),
        reason: reason(&violation.rule_id),
        localized_message: None,
    }
}

/// A rule's id in the form that `google.rpc` asks of a reason: `STRING_MIN_LEN`, with 63 characters at the most.
fn reason(rule_id: &str) -> String {
    let letter = |c: char| match c {
        'a'..='z' => c.to_ascii_uppercase(),
        'A'..='Z' | '0'..='9' => c,
        _ => '_',
    };
    let text: String = rule_id.chars().map(letter).take(63).collect();
    text.trim_matches('_').to_string()
}

/// The violations that the details of a status list, if they list any: those of `buf.validate.Violations`, else what `google.rpc.BadRequest`
/// tells of them, where a reason stands for the rule's id.
#[must_use]
pub fn violations(status: &Status) -> Option<Violations> {
    let details = rpc_details(status)?;
    let exact = details
        .iter()
        .find_map(|any| any.unpack::<proto::Violations>().ok()?);
    if let Some(exact) = exact {
        return Some(exact.into());
    }
    let bad = details
        .iter()
        .find_map(|any| any.unpack::<rpc::BadRequest>().ok()?)?;
    let told = bad.field_violations.into_iter().map(|one| {
        let violation = Violation::new(one.reason, one.description);
        violation.at(one.field)
    });
    Some(told.collect())
}

/// The messages in the details of a status.
fn rpc_details(status: &Status) -> Option<Vec<Any>> {
    if status.details().is_empty() {
        return None;
    }
    let whole: rpc::Status = Wire::Protobuf.decode(status.details()).ok()?;
    Some(whole.details)
}

/// As [`status`] has it.
impl From<Error> for Status {
    fn from(error: Error) -> Self {
        status(error)
    }
}

/// As [`status`] has it.
impl From<Violations> for Status {
    fn from(violations: Violations) -> Self {
        status(Error::from(violations))
    }
}

/// The status of what is not there for a request of this content type.
pub(super) fn unknown_content(content_type: Option<&http::HeaderValue>) -> Status {
    let said = content_type.map_or("", |value| value.to_str().unwrap_or("not text"));
    let said = cut(said.to_string(), 64);
    Status::unimplemented(format!(
        "the content type `{}` is none of this service: help: send `application/grpc`, `application/grpc+proto`, `application/grpc+json` or \
         `application/grpc+msgpack`",
        said.escape_default()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What HTTP/2 counts of headers: of each its name, its value, and 32 bytes.
    fn size(status: &Status) -> usize {
        let mut headers = http::HeaderMap::new();
        status.add_header(&mut headers).unwrap();
        let sizes = headers
            .iter()
            .map(|(name, value)| name.as_str().len() + value.len() + 32);
        sizes.sum()
    }

    /// What a client takes, without what else an answer has.
    const MOST: usize = (8 << 10) - 400;

    #[test]
    fn a_status_fits_into_headers() {
        for (count, len) in [(1, 1), (1, 100_000), (100, 10), (100, 100), (5000, 100)] {
            let broken = (0..count).map(|index| {
                let path = format!("names[{index}].{}", "€".repeat(len));
                Violation::new("name.known", "ünknown").at(path)
            });
            let status = status(Error::from(broken.collect::<Violations>()));
            assert!(size(&status) < MOST, "{}", size(&status));
            let told = violations(&status);
            assert_eq!(told.is_some(), len < 100_000, "{count}, {len}");
        }
        let long = status(Error::custom("€".repeat(100_000)));
        assert!(size(&long) < MOST, "{}", size(&long));
        assert_eq!(long.message().chars().last(), Some('…'));
    }

    #[test]
    fn a_reason_is_a_constant() {
        for (id, expected) in [
            ("string.min_len", "STRING_MIN_LEN"),
            ("uint32.gt_lt_exclusive", "UINT32_GT_LT_EXCLUSIVE"),
            ("copies.even!", "COPIES_EVEN"),
            ("", ""),
        ] {
            assert_eq!(reason(id), expected);
        }
        assert_eq!(reason(&"a".repeat(100)).len(), 63);
    }

    #[test]
    fn a_code_says_whose_fault_it_is() {
        let broken = || Error::from(Violations(vec![Violation::new("a", "b")]));
        let of_request = status_on(broken(), Side::Server);
        assert_eq!(of_request.code(), Code::InvalidArgument);
        assert_eq!(status_on(broken(), Side::Client).code(), Code::Internal);
        let short = Wire::Protobuf.decode::<rpc::Status>(b"\x08").unwrap_err();
        assert_eq!(status(short).code(), Code::Internal);
        let deep = Wire::Json.decode::<crate::wkt::Value>(&[b'['; 1000]);
        let deep = deep.unwrap_err();
        assert!(deep.is_limit(), "{deep}");
        assert_eq!(status(deep).code(), Code::ResourceExhausted);
    }
}
