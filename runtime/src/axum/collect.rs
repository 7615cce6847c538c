//! The bytes of a request's body, within its limits.

use core::error::Error as StdError;

use axum_core::RequestExt;
use axum_core::extract::Request;
use bytes::{Bytes, BytesMut};
use http::StatusCode;
use http_body::Body as _;
use http_body_util::{BodyExt, LengthLimitError};

use super::refused::Refused;

/// Reads the whole body, unless it is longer than `limit` or than axum's `DefaultBodyLimit` has it. What came in one piece is handed on as it is;
/// a length that a header claims reserves nothing, and pieces are not kept one by one, however small they are.
pub(super) async fn collect(request: Request, limit: usize) -> Result<Bytes, Refused> {
    let mut body = request.into_limited_body();
    if body.size_hint().lower() > limit as u64 {
        return Err(Refused::too_large(Some(limit)));
    }
    let mut first = Bytes::new();
    let mut whole = BytesMut::new();
    while let Some(frame) = body.frame().await {
        // Trailers are no part of the message.
        let Ok(data) = frame.map_err(broken)?.into_data() else {
            continue;
        };
        let len = first.len().max(whole.len());
        if data.len() > limit - len {
            return Err(Refused::too_large(Some(limit)));
        }
        if len == 0 {
            first = data;
            continue;
        }
        if whole.is_empty() {
            whole.reserve(2 * len + data.len());
            whole.extend_from_slice(&first);
        }
        whole.extend_from_slice(&data);
    }
    Ok(match whole.is_empty() {
        true => first,
        false => whole.freeze(),
    })
}

/// The body ended with an error: it was too long, or the connection broke.
#[cold]
fn broken(error: axum_core::Error) -> Refused {
    let mut cause: Option<&(dyn StdError + 'static)> = Some(&error);
    while let Some(one) = cause {
        if one.is::<LengthLimitError>() {
            return Refused::too_large(None);
        }
        cause = one.source();
    }
    let detail = format!("the body cannot be read: {error}");
    Refused::new(StatusCode::BAD_REQUEST, detail)
}
