//! Why a request is refused.

use core::fmt;

use axum_core::response::{IntoResponse, Response};
use http::header::{ACCEPT, ACCEPT_ENCODING, Entry, VARY};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use super::problem::{Problem, TEXT};
use super::settings::Settings;
use crate::Error;
use crate::cut::cut;

/// Why a request is refused, and the response that says so. A handler that takes `Result<Body<T>, Refused>` can answer in its own way.
///
/// | status | what | besides the problem |
/// |---|---|---|
/// | 400 | the bytes of the body are no such message, or there is no body | `wire`, `offset`, `path` |
/// | 406 | no wire of the route is acceptable | `Vary: Accept` |
/// | 413 | the body or what it holds is larger than the limits of axum or [`Limits`](crate::Limits) have it | |
/// | 415 | the body has another media type, or a content coding | `Accept` or `Accept-Encoding` |
/// | 422 | the message breaks its rules | `violations` |
/// | 500 | the answer cannot be written | |
pub struct Refused(Box<Inner>);

struct Inner {
    problem: Problem,
    header: Option<(HeaderName, HeaderValue)>,
    error: Option<Error>,
}

impl Refused {
    #[cold]
    pub(super) fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            problem: Problem::new(status, detail),
            header: None,
            error: None,
        }))
    }

    /// The message cannot be read.
    #[cold]
    pub(super) fn unreadable(error: Error) -> Self {
        Self(Box::new(Inner {
            problem: Problem::from(&error),
            header: None,
            error: Some(error),
        }))
    }

    /// The answer cannot be written, which is not the client's fault, whatever is wrong with it.
    #[cold]
    pub(super) fn unwritable(error: Error) -> Self {
        let detail = cut(format!("the answer cannot be written: {error}"), TEXT);
        let mut refused = Self::new(StatusCode::INTERNAL_SERVER_ERROR, detail);
        refused.0.error = Some(error);
        refused
    }

    #[cold]
    pub(super) fn too_large(limit: Option<usize>) -> Self {
        let detail = match limit {
            Some(limit) => format!("the body is longer than {limit} bytes"),
            None => "the body is longer than this route takes".to_owned(),
        };
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, detail)
    }

    /// RFC 9110, section 15.5.16: `Accept` says what would do.
    #[cold]
    pub(super) fn unknown_type(what: impl fmt::Display, settings: &Settings) -> Self {
        let types = settings.media_types();
        let detail = format!("{what}: help: send one of {types}");
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail)
            .with(ACCEPT, HeaderValue::from_str(&types).ok())
    }

    /// RFC 9110, section 15.5.16: `Accept-Encoding` says what would do.
    #[cold]
    pub(super) fn unknown_coding(coding: &[u8]) -> Self {
        let detail = format!(
            "the body has the content coding `{}`: help: send it without",
            shown(coding)
        );
        let identity = HeaderValue::from_static("identity");
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail).with(ACCEPT_ENCODING, Some(identity))
    }

    /// RFC 9110, section 15.5.7.
    #[cold]
    pub(super) fn not_acceptable(settings: &Settings) -> Self {
        let types = settings.media_types();
        let detail = format!("nothing that `Accept` names is here: help: accept one of {types}");
        Self::new(StatusCode::NOT_ACCEPTABLE, detail).with(VARY, Some(VARY_ACCEPT))
    }

    /// Nothing chose the wire of an answer.
    #[cold]
    pub(super) fn not_negotiated() -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "the handler answers with `everwire::axum::Body`, and nothing says which wire the request accepts: help: add \
             `.layer(everwire::axum::negotiate())` to the route, or take `everwire::axum::Accept` and answer with `accept.respond(&value)`",
        )
    }

    fn with(mut self, name: HeaderName, value: Option<HeaderValue>) -> Self {
        self.0.header = value.map(|value| (name, value));
        self
    }

    /// The status of the response.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.0.problem.status_code()
    }

    /// What the response says.
    #[must_use]
    pub fn problem(&self) -> &Problem {
        &self.0.problem
    }

    /// What the response says, to be changed; its headers stay.
    pub fn problem_mut(&mut self) -> &mut Problem {
        &mut self.0.problem
    }

    /// What reading the message came to, where it came to that.
    #[must_use]
    pub fn error(&self) -> Option<&Error> {
        self.0.error.as_ref()
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let mut response = self.0.problem.into_response();
        if let Some((name, value)) = self.0.header {
            response.headers_mut().insert(name, value);
        }
        response
    }
}

/// The detail.
impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.problem.detail)
    }
}

impl fmt::Debug for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Refused")
            .field("problem", &self.0.problem)
            .finish_non_exhaustive()
    }
}

impl core::error::Error for Refused {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        self.0.error.as_ref().map(|error| error as _)
    }
}

/// What a client sent, as far as an answer shows it.
pub(super) fn shown(text: &[u8]) -> impl fmt::Display {
    text[..text.len().min(64)].escape_ascii()
}

const VARY_ACCEPT: HeaderValue = HeaderValue::from_static("Accept");

/// Says that `Accept` chose the response (RFC 9110, section 12.5.5), besides what else did.
pub(super) fn vary_by_accept(headers: &mut HeaderMap) {
    let mut lines = match headers.entry(VARY) {
        Entry::Vacant(vacant) => {
            vacant.insert(VARY_ACCEPT);
            return;
        }
        Entry::Occupied(lines) => lines,
    };
    let is_said = lines.iter().any(|line| {
        let mut names = line.as_bytes().split(|byte| *byte == b',');
        names.any(|name| {
            let name = name.trim_ascii();
            name == b"*" || name.eq_ignore_ascii_case(b"accept")
        })
    });
    if !is_said {
        lines.append(VARY_ACCEPT);
    }
}
