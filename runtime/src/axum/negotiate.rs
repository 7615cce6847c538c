//! The layer that negotiates before a handler runs.

use std::sync::Arc;

use core::any::Any;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use axum_core::response::{IntoResponse, Response};
use http::header::ACCEPT;
use http::{HeaderMap, HeaderValue, Method, Request};
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

use super::accept::{Chosen, Offer};
use super::content::own_wire;
use super::exchange::{Exchange, during};
use super::problem::restore;
use super::refused::{Refused, vary_by_accept};
use super::settings::Settings;
use crate::{Options, Wire};

/// A layer that chooses the wire of answers by `Accept`. A request that accepts none is refused with 406 before its handler runs.
pub fn negotiate() -> Negotiate {
    Negotiate {
        settings: Settings::shared(),
    }
}

/// What [`negotiate`] returns: a layer, and what a route may tell it.
///
/// Every response that goes through it has `Vary: Accept`, since another `Accept` may have had another. It stands where all handlers speak Everwire:
/// `MethodRouter::route_layer` leaves alone what is no handler's of the route, `Router::route_layer` what no route matches. Of two, the inner one
/// chooses, among what the outer one lets through.
#[derive(Clone, Debug)]
#[must_use]
pub struct Negotiate {
    settings: Arc<Settings>,
}

impl Negotiate {
    /// The wires that requests and answers may have, the best first; by default JSON, MessagePack, protobuf. The order decides between wires that a
    /// request accepts alike. An empty list is the default.
    pub fn wires(mut self, wires: &'static [Wire]) -> Self {
        Arc::make_mut(&mut self.settings).set_wires(wires);
        self
    }

    /// Whether the wire of a request's own body goes before all others in its answer, where `Accept` leaves the choice; on by default. Requests with
    /// `GET` and `HEAD` have none.
    pub fn mirror(mut self, mirror: bool) -> Self {
        Arc::make_mut(&mut self.settings).set_mirror(mirror);
        self
    }

    /// The wire of answers to requests that accept none, in place of 406: RFC 9110, section 12.5.1, allows that.
    pub fn fallback(mut self, wire: Wire) -> Self {
        Arc::make_mut(&mut self.settings).set_fallback(wire);
        self
    }

    /// How requests are decoded and answers encoded: limits, validation, unknown fields. [`Options::validate_on_encode`] makes an answer that
    /// breaks its rules 500.
    pub fn options(mut self, options: Options<'static>) -> Self {
        Arc::make_mut(&mut self.settings).set_options(options);
        self
    }

    /// A value of the program's that hooks are given: [`Options::context`], which can only lend it.
    pub fn context<T: Any + Send + Sync>(mut self, context: Arc<T>) -> Self {
        Arc::make_mut(&mut self.settings).set_context(context);
        self
    }
}

impl<S> Layer<S> for Negotiate {
    type Service = Negotiated<S>;

    fn layer(&self, inner: S) -> Negotiated<S> {
        Negotiated {
            inner,
            settings: Arc::clone(&self.settings),
        }
    }
}

/// A service behind [`Negotiate`].
#[derive(Clone, Debug)]
pub struct Negotiated<S> {
    inner: S,
    settings: Arc<Settings>,
}

impl<S, B> Service<Request<B>> for Negotiated<S>
where
    S: Service<Request<B>, Response: IntoResponse>,
{
    type Response = Response;
    type Error = S::Error;
    type Future = Negotiating<S::Future>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, mut request: Request<B>) -> Self::Future {
        let settings = &self.settings;
        let chosen = choose(request.method(), request.headers(), settings);
        if chosen.is_none() && !is_served(request.method()) {
            let response = Refused::not_acceptable(settings).into_response();
            return Negotiating::Refused {
                response: Some(response),
            };
        }
        settings.attach(request.extensions_mut());
        let mut exchange = Some(Exchange {
            chosen,
            settings: Arc::clone(settings),
        });
        let inner = during(&mut exchange, || self.inner.call(request));
        Negotiating::Serving { inner, exchange }
    }
}

pin_project! {
    /// The response of [`Negotiated`].
    #[project = Projected]
    #[doc(hidden)]
    pub enum Negotiating<F> {
        Serving {
            #[pin]
            inner: F,
            exchange: Option<Exchange>,
        },
        Refused {
            response: Option<Response>,
        },
    }
}

impl<F, R, E> Future for Negotiating<F>
where
    F: Future<Output = Result<R, E>>,
    R: IntoResponse,
{
    type Output = Result<Response, E>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        match self.project() {
            Projected::Serving { inner, exchange } => {
                let polled = during(exchange, || {
                    inner
                        .poll(cx)
                        .map(|ready| ready.map(IntoResponse::into_response))
                });
                let mut response = ready!(polled)?;
                restore(&mut response);
                vary_by_accept(response.headers_mut());
                Poll::Ready(Ok(response))
            }
            Projected::Refused { response } => match response.take() {
                Some(response) => Poll::Ready(Ok(response)),
                None => Poll::Pending,
            },
        }
    }
}

/// What the answer to these headers is written as. What a `Content-Type` says counts where there may be a body: caches hold what `GET` is answered,
/// and look at no other header than `Vary` names.
pub(super) fn choose(method: &Method, headers: &HeaderMap, settings: &Settings) -> Option<Chosen> {
    let mirror = settings.mirror && !matches!(*method, Method::GET | Method::HEAD);
    let own = || own_wire(headers).filter(|_| mirror);
    let wires = settings.wires;
    let lines = || headers.get_all(ACCEPT).iter().map(HeaderValue::as_bytes);
    Offer { own, wires }
        .choose(lines)
        .or(settings.fallback.map(Chosen::from))
}

/// Whether a handler is asked though the request accepts nothing that there is: what these methods answer is about the connection or the
/// resource, and `Accept` is not about that.
fn is_served(method: &Method) -> bool {
    matches!(*method, Method::OPTIONS | Method::TRACE | Method::CONNECT)
}
