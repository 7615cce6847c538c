//! An answer on a wire.

use axum_core::body::Body;
use axum_core::response::Response;
use bytes::BytesMut;
use http::HeaderValue;
use http::header::CONTENT_TYPE;

use super::accept::Chosen;
use super::problem::in_place_of_answer;
use super::refused::Refused;
use super::settings::Settings;
use crate::Codec;
use crate::sizes::Size;

/// Writes an answer, into room that such answers took lately.
pub(super) fn respond<T: Codec>(value: &T, chosen: Chosen, settings: &Settings) -> Response {
    let size = Size::of::<T>(chosen.wire);
    let mut bytes = BytesMut::with_capacity(size.expected());
    match settings.options().append(chosen.wire, value, &mut bytes) {
        Ok(room) => {
            size.note(room);
            let mut response = Response::new(Body::from(bytes.freeze()));
            let content_type = HeaderValue::from_static(chosen.content_type);
            response.headers_mut().insert(CONTENT_TYPE, content_type);
            response
        }
        Err(error) => in_place_of_answer(Refused::unwritable(error)),
    }
}
