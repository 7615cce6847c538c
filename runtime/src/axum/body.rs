//! A message as the body of a request or a response.

use core::ops::{Deref, DerefMut};

use axum_core::extract::{FromRequest, OptionalFromRequest, Request};
use axum_core::response::{IntoResponse, Response};
use bytes::Bytes;
use http::StatusCode;

use super::collect::collect;
use super::content::wire_of;
use super::exchange;
use super::problem::in_place_of_answer;
use super::refused::Refused;
use super::respond::respond;
use super::settings::Settings;
use crate::{Codec, DecodeOwned, Wire};

/// A message as the body of a request, on the wire that `Content-Type` names, or of a response, on the one that `Accept` asks for.
///
/// As an extractor it needs nothing else, and shares its input with fields of type [`Bytes`]; a request that is not such a message is [`Refused`].
/// `Option<Body<T>>` is none where there is neither a body nor a content type. As a response it needs [`negotiate`](super::negotiate()), and composes as
/// axum's `Json` does: `(StatusCode::CREATED, Body(order))`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Body<T>(pub T);

impl<T, S> FromRequest<S> for Body<T>
where
    T: DecodeOwned,
    S: Sync,
{
    type Rejection = Refused;

    async fn from_request(request: Request, _: &S) -> Result<Self, Refused> {
        let settings = Settings::of(request.extensions());
        match read(request, &settings).await? {
            Some((wire, bytes)) => decode(wire, &bytes, &settings),
            None => Err(Refused::new(
                StatusCode::BAD_REQUEST,
                "the request has no body: help: send a message, and its media type as `Content-Type`",
            )),
        }
    }
}

impl<T, S> OptionalFromRequest<S> for Body<T>
where
    T: DecodeOwned,
    S: Sync,
{
    type Rejection = Refused;

    async fn from_request(request: Request, _: &S) -> Result<Option<Self>, Refused> {
        let settings = Settings::of(request.extensions());
        match read(request, &settings).await? {
            Some((wire, bytes)) => decode(wire, &bytes, &settings).map(Some),
            None => Ok(None),
        }
    }
}

/// The body and its wire; none where there is neither a content type nor a byte.
async fn read(request: Request, settings: &Settings) -> Result<Option<(Wire, Bytes)>, Refused> {
    let wire = wire_of(&request, settings)?;
    let bytes = collect(request, settings.options().limits.message).await?;
    match wire {
        Some(wire) => Ok(Some((wire, bytes))),
        None if bytes.is_empty() => Ok(None),
        None => Err(Refused::unknown_type(
            "the body has no content type",
            settings,
        )),
    }
}

fn decode<T: DecodeOwned>(
    wire: Wire,
    bytes: &Bytes,
    settings: &Settings,
) -> Result<Body<T>, Refused> {
    match settings.options().decode_bytes(wire, bytes) {
        Ok(value) => Ok(Body(value)),
        Err(error) => Err(Refused::unreadable(error)),
    }
}

impl<T: Codec> IntoResponse for Body<T> {
    fn into_response(self) -> Response {
        let Some(exchange) = exchange::current() else {
            return in_place_of_answer(Refused::not_negotiated());
        };
        match exchange.chosen {
            Some(chosen) => respond(&self.0, chosen, &exchange.settings),
            None => in_place_of_answer(Refused::not_acceptable(&exchange.settings)),
        }
    }
}

impl<T> From<T> for Body<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T> Deref for Body<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Body<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}
