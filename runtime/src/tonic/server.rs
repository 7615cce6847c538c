//! [`Server`]: answers on the wire that a request names.

use alloc::boxed::Box;
use alloc::sync::Arc;
use core::convert::Infallible;
use core::fmt;
use core::future::{Future, ready};
use core::marker::PhantomData;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use ::tonic::body::Body;
use ::tonic::codegen::{CompressionEncoding, Service, StdError};
use ::tonic::server::NamedService;
use ::tonic::{Request, Response, Status, Streaming};
use http::header::CONTENT_TYPE;
use http::{HeaderMap, StatusCode};
use pin_project_lite::pin_project;

use super::Stream;
use super::codec::Codec;
use super::compression;
use super::content::{self, ContentSubtype};
use super::incoming::Incoming;
use super::interceptor::{Intercepted, Interceptor};
use super::outgoing::Outgoing;
use super::settings::Settings;
use super::status::unknown_content;
use crate::codec::{Codec as Type, DecodeOwned};
use crate::options::Options;

/// The body of a request, whatever server it comes through.
pub trait RequestBody:
    http_body::Body<Error: Into<StdError> + Send + 'static> + Send + 'static
{
}

impl<B> RequestBody for B where
    B: http_body::Body<Error: Into<StdError> + Send + 'static> + Send + 'static
{
}

/// What becomes of a request.
pub type Answer =
    Pin<Box<dyn Future<Output = Result<http::Response<Body>, Infallible>> + Send + 'static>>;

/// The methods of a service, which a generated module tells; `T` does the work.
pub trait Methods<T>: 'static {
    /// The full name of the service.
    const NAME: &'static str;

    /// Has a method answer a request, by its [`path`](Call::path).
    fn call<B: RequestBody>(call: Call<T, B>) -> Answer;
}

/// A service for tonic's router: `T` does the work, and `M` has its methods.
///
/// It answers each request on the wire that its `content-type` names, and in the same words.
pub struct Server<T, M> {
    service: Arc<T>,
    settings: Settings,
    methods: PhantomData<fn() -> M>,
}

impl<T, M> Server<T, M> {
    /// A server of a service.
    pub fn new(service: T) -> Self {
        Self::from_arc(Arc::new(service))
    }

    /// A server of a service that others hold too.
    pub fn from_arc(service: Arc<T>) -> Self {
        Self {
            service,
            settings: Settings::new(),
            methods: PhantomData,
        }
    }

    /// A server of a service, with a function that looks at each request first, and may refuse it.
    pub fn with_interceptor<F: Interceptor>(service: T, interceptor: F) -> Intercepted<Self, F> {
        Intercepted::new(Self::new(service), interceptor)
    }

    /// Reads and writes with options: limits, or no validation. A [context](Options::context) among them stays for as long as the program runs.
    #[must_use]
    pub fn options(mut self, options: Options<'static>) -> Self {
        self.settings.options = options.into();
        self
    }

    /// Takes requests that are compressed so.
    #[must_use]
    pub fn accept_compressed(mut self, encoding: CompressionEncoding) -> Self {
        self.settings.accepted.enable(encoding);
        self
    }

    /// Compresses answers to clients that take them so.
    #[must_use]
    pub fn send_compressed(mut self, encoding: CompressionEncoding) -> Self {
        self.settings.sent.enable(encoding);
        self
    }

    /// Limits how many bytes a message of a request has when it is decompressed; 4 MiB by default.
    #[must_use]
    pub fn max_decoding_message_size(mut self, limit: usize) -> Self {
        self.settings.max_decoding = Some(limit);
        self
    }

    /// Limits how many bytes a message of an answer has; by default it may have as many as there are.
    #[must_use]
    pub fn max_encoding_message_size(mut self, limit: usize) -> Self {
        self.settings.max_encoding = Some(limit);
        self
    }
}

impl<T, M> Clone for Server<T, M> {
    fn clone(&self) -> Self {
        Self {
            service: Arc::clone(&self.service),
            settings: self.settings.clone(),
            methods: PhantomData,
        }
    }
}

impl<T: fmt::Debug, M> fmt::Debug for Server<T, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Server").field(&self.service).finish()
    }
}

impl<T, M: Methods<T>> NamedService for Server<T, M> {
    const NAME: &'static str = M::NAME;
}

impl<T, M, B> Service<http::Request<B>> for Server<T, M>
where
    T: Send + Sync + 'static,
    M: Methods<T>,
    B: RequestBody,
{
    type Response = http::Response<Body>;
    type Error = Infallible;
    type Future = Answer;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: http::Request<B>) -> Answer {
        match ContentSubtype::from_headers(request.headers()) {
            Some(subtype) => M::call(Call {
                service: Arc::clone(&self.service),
                request,
                subtype,
                settings: self.settings.clone(),
            }),
            None => Box::pin(ready(Ok(refused(request.headers())))),
        }
    }
}

/// The answer to a request of a content type that no wire has.
#[cold]
fn refused(headers: &HeaderMap) -> http::Response<Body> {
    let mut response = unknown_content(headers.get(CONTENT_TYPE)).into_http();
    if !content::is_grpc(headers) {
        // gRPC over HTTP/2, "Content-Type": so that other clients do not take it for success.
        *response.status_mut() = StatusCode::UNSUPPORTED_MEDIA_TYPE;
    }
    response
}

/// A request, on its way to a method of `T`.
pub struct Call<T, B> {
    service: Arc<T>,
    request: http::Request<B>,
    subtype: ContentSubtype,
    settings: Settings,
}

impl<T, B> fmt::Debug for Call<T, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Call").field(&self.path()).finish()
    }
}

impl<T, B> Call<T, B> {
    /// The path, which names the method: `/shop.v1.Orders/Place`.
    pub fn path(&self) -> &str {
        self.request.uri().path()
    }

    /// Answers that there is no such method.
    pub fn unimplemented(self) -> Answer {
        let response = Status::unimplemented("").into_http();
        Box::pin(ready(Ok(self.subtype.named(response))))
    }
}

impl<T: Send + Sync + 'static, B: RequestBody> Call<T, B> {
    /// Has a function answer one message with one.
    pub fn unary<I, O, F, R>(self, answer: F) -> Answer
    where
        I: DecodeOwned + Send + 'static,
        O: Type + Send + 'static,
        F: Fn(Arc<T>, Request<I>) -> R + Send + 'static,
        R: Future<Output = Result<Response<O>, Status>> + Send,
    {
        let (service, incoming, outgoing) = self.parts();
        outgoing.subtype.answer(async move {
            let request = incoming.one().await?;
            outgoing.one(answer(service, request).await?)
        })
    }

    /// Has a function answer one message with a stream.
    pub fn server_streaming<I, O, S, F, R>(self, answer: F) -> Answer
    where
        I: DecodeOwned + Send + 'static,
        O: Type + Send + 'static,
        S: Stream<Item = Result<O, Status>> + Send + 'static,
        F: Fn(Arc<T>, Request<I>) -> R + Send + 'static,
        R: Future<Output = Result<Response<S>, Status>> + Send,
    {
        let (service, incoming, outgoing) = self.parts();
        outgoing.subtype.answer(async move {
            let request = incoming.one().await?;
            Ok(outgoing.stream(answer(service, request).await?))
        })
    }

    /// Has a function answer a stream with one message.
    pub fn client_streaming<I, O, F, R>(self, answer: F) -> Answer
    where
        I: DecodeOwned + Send + 'static,
        O: Type + Send + 'static,
        F: Fn(Arc<T>, Request<Streaming<I>>) -> R + Send + 'static,
        R: Future<Output = Result<Response<O>, Status>> + Send,
    {
        let (service, incoming, outgoing) = self.parts();
        outgoing.subtype.answer(async move {
            let request = incoming.stream()?;
            outgoing.one(answer(service, request).await?)
        })
    }

    /// Has a function answer a stream with a stream.
    pub fn streaming<I, O, S, F, R>(self, answer: F) -> Answer
    where
        I: DecodeOwned + Send + 'static,
        O: Type + Send + 'static,
        S: Stream<Item = Result<O, Status>> + Send + 'static,
        F: Fn(Arc<T>, Request<Streaming<I>>) -> R + Send + 'static,
        R: Future<Output = Result<Response<S>, Status>> + Send,
    {
        let (service, incoming, outgoing) = self.parts();
        outgoing.subtype.answer(async move {
            let request = incoming.stream()?;
            Ok(outgoing.stream(answer(service, request).await?))
        })
    }

    /// The service, the request and what its answer is written by.
    fn parts<I, O>(self) -> (Arc<T>, Incoming<B, I>, Outgoing<O>) {
        let Call {
            service,
            request,
            subtype,
            settings,
        } = self;
        let codec = Codec::told(subtype.wire(), &settings.options);
        let outgoing = Outgoing {
            subtype,
            encoder: codec.encoder,
            encoding: compression::of_answer(request.headers(), settings.sent),
            limit: settings.max_encoding,
        };
        let incoming = Incoming {
            request,
            decoder: codec.decoder,
            accepted: settings.accepted,
            limit: settings.max_decoding,
        };
        (service, incoming, outgoing)
    }
}

impl ContentSubtype {
    /// An answer, which is in the words of its request where it is a status, too.
    fn answer<F>(self, answer: F) -> Answer
    where
        F: Future<Output = Result<http::Response<Body>, Status>> + Send + 'static,
    {
        let subtype = self;
        Box::pin(Answering { answer, subtype })
    }
}

pin_project! {
    struct Answering<F> {
        #[pin]
        answer: F,
        subtype: ContentSubtype,
    }
}

impl<F: Future<Output = Result<http::Response<Body>, Status>>> Future for Answering<F> {
    type Output = Result<http::Response<Body>, Infallible>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let answer = ready!(this.answer.poll(cx));
        Poll::Ready(Ok(answer.unwrap_or_else(|status| {
            let response = status.into_http();
            this.subtype.named(response)
        })))
    }
}
