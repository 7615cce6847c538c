//! An answer on a wire.

use axum_core::body::Body;
use axum_core::response::Response;
use http::HeaderValue;
use http::header::CONTENT_TYPE;

use super::accept::Chosen;
use super::problem::in_place_of_answer;
use super::refused::Refused;
use super::settings::Settings;
use crate::{Codec, Error};

/// Writes an answer.
pub(super) fn respond<T: Codec>(value: &T, chosen: Chosen, settings: &Settings) -> Response {
    written(settings.options().encode(chosen.wire, value), chosen)
}

fn written(answer: Result<Vec<u8>, Error>, chosen: Chosen) -> Response {
    match answer {
        Ok(bytes) => {
            let mut response = Response::new(Body::from(bytes));
            let content_type = HeaderValue::from_static(chosen.content_type);
            response.headers_mut().insert(CONTENT_TYPE, content_type);
            response
        }
        Err(error) => in_place_of_answer(Refused::unwritable(error)),
    }
}
