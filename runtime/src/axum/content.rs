//! What a request's headers say of its body (RFC 9110, sections 8.3 and 8.4).

use axum_core::extract::Request;
use http::HeaderMap;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE};

use super::accept::Range;
use super::refused::{Refused, shown};
use super::settings::Settings;
use crate::Wire;

/// The wire of a request's body; none where there is no `Content-Type`.
pub(super) fn wire_of(request: &Request, settings: &Settings) -> Result<Option<Wire>, Refused> {
    let headers = request.headers();
    if let Some(coding) = coding(headers) {
        return Err(Refused::unknown_coding(coding));
    }
    let mut lines = headers.get_all(CONTENT_TYPE).iter();
    let Some(line) = lines.next() else {
        return Ok(None);
    };
    if lines.next().is_some() {
        let what = "the request has more than one content type";
        return Err(Refused::unknown_type(what, settings));
    }
    match wire(line.as_bytes()) {
        Some(wire) if settings.wires.contains(&wire) => Ok(Some(wire)),
        _ => {
            let shown = shown(line.as_bytes());
            let what = format_args!("the content type `{shown}` is not taken here");
            Err(Refused::unknown_type(what, settings))
        }
    }
}

/// The wire of the request's own body, as far as an answer goes by it.
pub(super) fn own_wire(headers: &HeaderMap) -> Option<Wire> {
    wire(headers.get(CONTENT_TYPE)?.as_bytes())
}

/// The wire of a media type. JSON in another charset than that of all JSON (RFC 8259, section 8.1) is none.
fn wire(content_type: &[u8]) -> Option<Wire> {
    for wire in Wire::ALL {
        if content_type == wire.content_type().as_bytes() {
            return Some(wire);
        }
    }
    let content_type = content_type.trim_ascii();
    let media_type = Range::of_type(content_type)?;
    let wire = Wire::from_content_type(core::str::from_utf8(content_type).ok()?)?;
    let mut parameters = media_type.parameters();
    let is_other = wire == Wire::Json
        && parameters.any(|parameter| {
            let is_charset = parameter.name.eq_ignore_ascii_case(b"charset");
            is_charset && !parameter.is(b"utf-8") && !parameter.is(b"us-ascii")
        });
    (!is_other).then_some(wire)
}

/// The first content coding that is one: what decodes a body takes its name away.
fn coding(headers: &HeaderMap) -> Option<&[u8]> {
    let lines = headers.get_all(CONTENT_ENCODING).iter();
    let mut codings = lines.flat_map(|line| line.as_bytes().split(|byte| *byte == b','));
    codings.find_map(|coding| {
        let coding = coding.trim_ascii();
        let is_none = coding.is_empty() || coding.eq_ignore_ascii_case(b"identity");
        (!is_none).then_some(coding)
    })
}
