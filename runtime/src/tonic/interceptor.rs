//! [`Intercepted`]: a server whose requests somebody looks at first.

use core::convert::Infallible;
use core::fmt;
use core::future::ready;
use core::task::{Context, Poll};

use ::tonic::codegen::Service;
use ::tonic::metadata::MetadataMap;
use ::tonic::server::NamedService;
pub use ::tonic::service::Interceptor;
use ::tonic::{Request, Status};
use alloc::boxed::Box;

use super::content::ContentSubtype;
use super::server::Answer;

/// A [`Server`](super::Server) behind a function that looks at each request first, and may refuse it.
///
/// As tonic's [`InterceptedService`](super::InterceptedService), but for the answer to a request that is refused, which is in the words of the request
/// as any other.
#[derive(Clone, Copy)]
pub struct Intercepted<S, F> {
    server: S,
    interceptor: F,
}

impl<S, F: Interceptor> Intercepted<S, F> {
    /// A server behind a function.
    pub fn new(server: S, interceptor: F) -> Self {
        Self {
            server,
            interceptor,
        }
    }
}

impl<S: fmt::Debug, F> fmt::Debug for Intercepted<S, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Intercepted").field(&self.server).finish()
    }
}

impl<S: NamedService, F> NamedService for Intercepted<S, F> {
    const NAME: &'static str = S::NAME;
}

impl<S, F, B> Service<http::Request<B>> for Intercepted<S, F>
where
    S: Service<
            http::Request<B>,
            Response = http::Response<::tonic::body::Body>,
            Error = Infallible,
            Future = Answer,
        >,
    F: Interceptor,
{
    type Response = S::Response;
    type Error = Infallible;
    type Future = Answer;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.server.poll_ready(cx)
    }

    fn call(&mut self, request: http::Request<B>) -> Answer {
        let subtype = ContentSubtype::from_headers(request.headers()).unwrap_or_default();
        let (mut parts, body) = request.into_parts();
        let metadata = MetadataMap::from_headers(parts.headers);
        let seen = Request::from_parts(metadata, parts.extensions, ());
        match self.interceptor.call(seen) {
            Ok(seen) => {
                let (metadata, extensions, ()) = seen.into_parts();
                parts.headers = metadata.into_headers();
                parts.extensions = extensions;
                self.server.call(http::Request::from_parts(parts, body))
            }
            Err(status) => refused(status, subtype),
        }
    }
}

#[cold]
fn refused(status: Status, subtype: ContentSubtype) -> Answer {
    Box::pin(ready(Ok(subtype.named(status.into_http()))))
}
