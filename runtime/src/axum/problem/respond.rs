//! A problem as a response.

use axum_core::body::Body;
use axum_core::response::{IntoResponse, Response};
use http::header::CONTENT_TYPE;
use http::{HeaderValue, StatusCode};

use super::Problem;
use crate::Wire;

const PROBLEM: HeaderValue = HeaderValue::from_static("application/problem+json");

/// A response of this status, whatever the request accepts.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        // Nothing in a problem is without a form in JSON.
        let body = Wire::Json.encode(&self).unwrap_or_default();
        let mut response = Response::new(Body::from(body));
        *response.status_mut() = self.status_code();
        response.headers_mut().insert(CONTENT_TYPE, PROBLEM);
        response
    }
}

/// A status that an outer part of a response may not put another in place of, as `(StatusCode::CREATED, Body(value))` does.
#[derive(Clone, Copy)]
struct Kept(StatusCode);

/// The response of a problem in place of an answer; [`restore`] sees to its status.
pub(in crate::axum) fn in_place_of_answer(response: impl IntoResponse) -> Response {
    let mut response = response.into_response();
    let kept = Kept(response.status());
    response.extensions_mut().insert(kept);
    response
}

pub(in crate::axum) fn restore(response: &mut Response) {
    if let Some(Kept(status)) = response.extensions_mut().remove() {
        *response.status_mut() = status;
    }
}
