//! The choice of a wire without a layer.

use std::sync::Arc;

use axum_core::extract::FromRequestParts;
use axum_core::response::Response;
use http::StatusCode;
use http::request::Parts;

use super::accept::Chosen;
use super::negotiate::choose;
use super::refused::{Refused, vary_by_accept};
use super::respond::respond;
use super::settings::Settings;
use crate::{Codec, Wire};

/// What a request accepts, for handlers that answer by it themselves. A request that accepts no wire is refused with 406.
///
/// It goes by what [`negotiate`](super::negotiate()) was told, if that is there too.
///
/// ```
/// use axum_core::response::Response;
/// use everwire::{Codec, axum::Accept};
///
/// #[derive(Codec)]
/// struct Price { #[codec(1)] cents: u64 }
///
/// async fn price(accept: Accept) -> Response {
///     accept.respond(&Price { cents: 420 })
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Accept {
    chosen: Chosen,
    settings: Arc<Settings>,
}

impl Accept {
    /// The wire that an answer has.
    #[must_use]
    pub fn wire(&self) -> Wire {
        self.chosen.wire
    }

    /// The media type that an answer has.
    #[must_use]
    pub fn content_type(&self) -> &'static str {
        self.chosen.content_type
    }

    /// An answer on the wire that the request accepts. What cannot be written is 500; so that it stays that, another status than 200 is set by
    /// [`respond_with`](Self::respond_with), not by a tuple around this.
    #[must_use]
    pub fn respond<T: Codec>(&self, value: &T) -> Response {
        self.respond_with(StatusCode::OK, value)
    }

    /// An answer of a status. What cannot be written is 500, whatever the status is.
    ///
    /// ```
    /// use axum_core::response::Response;
    /// use everwire::{Codec, axum::Accept};
    /// use http::StatusCode;
    ///
    /// #[derive(Codec)]
    /// struct Price { #[codec(1)] cents: u64 }
    ///
    /// async fn create(accept: Accept) -> Response {
    ///     accept.respond_with(StatusCode::CREATED, &Price { cents: 420 })
    /// }
    /// ```
    #[must_use]
    pub fn respond_with<T: Codec>(&self, status: StatusCode, value: &T) -> Response {
        let mut response = respond(value, self.chosen, &self.settings);
        if response.status() == StatusCode::OK {
            *response.status_mut() = status;
        }
        vary_by_accept(response.headers_mut());
        response
    }
}

impl<S: Sync> FromRequestParts<S> for Accept {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refused> {
        let settings = Settings::of(&parts.extensions);
        match choose(&parts.method, &parts.headers, &settings) {
            Some(chosen) => Ok(Self { chosen, settings }),
            None => Err(Refused::not_acceptable(&settings)),
        }
    }
}
