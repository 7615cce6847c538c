//! Requests, and how long they take: all targets in turns, round by round.

use std::pin::pin;
use std::thread;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use bytes::Bytes;
use cpu_time::ProcessTime;
use http::{Method, Request, Response};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::client::conn::{http1, http2};
use hyper::rt::{Executor, Read, Write};
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::LocalSet;
use tower::ServiceExt;

use crate::Result;

/// How many connections, each with a request at a time.
const CONNECTIONS: usize = 4;

/// What is sent, and what must come back.
pub struct Target {
    pub name: &'static str,
    pub path: &'static str,
    pub content_type: &'static str,
    pub request: Bytes,
    pub response: Bytes,
}

/// The way that requests take.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Connections of this machine, the server on a thread of its own.
    Loopback,
    /// HTTP through memory, client and server on one thread.
    Memory,
    /// The router is called.
    Call,
}

/// What connections speak.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    Http1,
    /// As gRPC has it.
    Http2,
}

#[derive(Clone, Copy)]
pub struct Kind {
    pub way: Way,
    pub protocol: Protocol,
    pub rounds: usize,
    /// Requests in a turn.
    pub count: usize,
}

/// What was measured of a target, each round.
#[derive(Default)]
pub struct Times {
    /// Seconds for a request, all connections together.
    pub each: Vec<f64>,
    /// Microseconds of processors for a request, those of the client too.
    pub cpu: Vec<f64>,
    /// Microseconds until an answer is there.
    pub p50: Vec<f64>,
    pub p99: Vec<f64>,
}

pub fn measure(router: Router, targets: &[Target], kind: Kind) -> Result<Vec<Times>> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    LocalSet::new().block_on(&runtime, async {
        let mut clients = match kind.way {
            Way::Loopback => over_loopback(router.clone(), kind.protocol).await?,
            Way::Memory => through_memory(&router, kind.protocol).await?,
            Way::Call => Vec::new(),
        };
        let mut all: Vec<Times> = targets.iter().map(|_| Times::default()).collect();
        for round in 0..=kind.rounds {
            for turn in 0..targets.len() {
                // Each round begins with another target.
                let at = (round + turn) % targets.len();
                let turn = match kind.way {
                    Way::Call => call(&router, &targets[at], kind.count).await?,
                    _ => send(&mut clients, &targets[at], kind).await?,
                };
                // The first round warms up.
                if round > 0 || kind.rounds == 1 {
                    let mut waits = turn.waits;
                    waits.sort_unstable();
                    let of = |part: usize| waits[waits.len() * part / 100].as_secs_f64() * 1e6;
                    let each = |time: Duration| time.as_secs_f64() / waits.len() as f64;
                    all[at].each.push(each(turn.wall));
                    all[at].cpu.push(each(turn.cpu) * 1e6);
                    all[at].p50.push(of(50));
                    all[at].p99.push(of(99));
                }
            }
        }
        Ok(all)
    })
}

/// A connection.
enum Client {
    One(http1::SendRequest<Full<Bytes>>),
    Two(http2::SendRequest<Full<Bytes>>),
}

impl Client {
    async fn send(&mut self, request: Request<Full<Bytes>>) -> Result<Response<Incoming>> {
        Ok(match self {
            Client::One(client) => {
                client.ready().await?;
                client.send_request(request).await?
            }
            Client::Two(client) => {
                client.ready().await?;
                client.send_request(request).await?
            }
        })
    }
}

/// Runs what a connection needs on this thread.
#[derive(Clone, Copy)]
struct Here;

impl<F: Future<Output: 'static> + 'static> Executor<F> for Here {
    fn execute(&self, future: F) {
        tokio::task::spawn_local(future);
    }
}

async fn over_loopback(router: Router, protocol: Protocol) -> Result<Vec<Client>> {
    let listener = std::net::TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    listener.set_nonblocking(true)?;
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        runtime.block_on(async {
            let listener = TcpListener::from_std(listener)?;
            axum::serve(
                axum::serve::ListenerExt::tap_io(listener, |stream| {
                    let _ = stream.set_nodelay(true);
                }),
                router,
            )
            .await
        })
    });
    let mut clients = Vec::new();
    for _ in 0..CONNECTIONS {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        clients.push(client(TokioIo::new(stream), protocol).await?);
    }
    Ok(clients)
}

async fn through_memory(router: &Router, protocol: Protocol) -> Result<Vec<Client>> {
    let mut clients = Vec::new();
    for _ in 0..CONNECTIONS {
        let (near, far) = tokio::io::duplex(1 << 18);
        let service = TowerToHyperService::new(router.clone());
        tokio::task::spawn_local(async move {
            let far = TokioIo::new(far);
            match protocol {
                Protocol::Http1 => {
                    let server = hyper::server::conn::http1::Builder::new();
                    let _ = server.serve_connection(far, service).await;
                }
                Protocol::Http2 => {
                    let server = hyper::server::conn::http2::Builder::new(Here);
                    let _ = server.serve_connection(far, service).await;
                }
            }
        });
        clients.push(client(TokioIo::new(near), protocol).await?);
    }
    Ok(clients)
}

async fn client(io: impl Read + Write + Unpin + 'static, protocol: Protocol) -> Result<Client> {
    match protocol {
        Protocol::Http1 => {
            let (client, connection) = http1::handshake(io).await?;
            Here.execute(connection);
            Ok(Client::One(client))
        }
        Protocol::Http2 => {
            let (client, connection) = http2::handshake(Here, io).await?;
            Here.execute(connection);
            Ok(Client::Two(client))
        }
    }
}

fn request<B>(target: &Target, body: impl FnOnce(Bytes) -> B) -> Result<Request<B>> {
    Ok(Request::builder()
        .method(Method::POST)
        .uri(format!("http://localhost{}", target.path))
        .header("host", "localhost")
        .header("content-type", target.content_type)
        .header("accept", target.content_type)
        .body(body(target.request.clone()))?)
}

/// How long a turn took, and each of its requests.
struct Turn {
    wall: Duration,
    cpu: Duration,
    waits: Vec<Duration>,
}

/// A turn over connections.
async fn send(clients: &mut [Client], target: &Target, kind: Kind) -> Result<Turn> {
    let (wall, cpu) = (Instant::now(), ProcessTime::now());
    let mut waits = Vec::with_capacity(kind.count);
    let each = kind.count / clients.len();
    let turns = clients.iter_mut().map(|client| async move {
        let mut waits = Vec::with_capacity(each);
        for _ in 0..each {
            let start = Instant::now();
            let response = client.send(request(target, Full::new)?).await?;
            let body = response.into_body().collect().await?.to_bytes();
            waits.push(start.elapsed());
            same(target, &body)?;
        }
        Result::Ok(waits)
    });
    for turn in together(turns).await {
        waits.extend(turn?);
    }
    Ok(Turn {
        wall: wall.elapsed(),
        cpu: cpu.elapsed(),
        waits,
    })
}

/// A turn of calls of the router.
async fn call(router: &Router, target: &Target, count: usize) -> Result<Turn> {
    let (wall, cpu) = (Instant::now(), ProcessTime::now());
    let mut waits = Vec::with_capacity(count);
    for _ in 0..count {
        let start = Instant::now();
        let response = router.clone().oneshot(request(target, Body::from)?).await?;
        let body = response.into_body().collect().await?.to_bytes();
        waits.push(start.elapsed());
        same(target, &body)?;
    }
    Ok(Turn {
        wall: wall.elapsed(),
        cpu: cpu.elapsed(),
        waits,
    })
}

/// Polls all in turns on this task.
async fn together<F: Future>(futures: impl Iterator<Item = F>) -> Vec<F::Output> {
    let mut running: Vec<_> = futures.map(|future| (Box::pin(future), None)).collect();
    let mut all = pin!(std::future::poll_fn(|cx| {
        let mut is_done = true;
        for (future, output) in &mut running {
            if output.is_none() {
                match future.as_mut().poll(cx) {
                    std::task::Poll::Ready(ready) => *output = Some(ready),
                    std::task::Poll::Pending => is_done = false,
                }
            }
        }
        match is_done {
            true => std::task::Poll::Ready(()),
            false => std::task::Poll::Pending,
        }
    }));
    all.as_mut().await;
    running
        .into_iter()
        .filter_map(|(_, output)| output)
        .collect()
}

fn same(target: &Target, body: &Bytes) -> Result<()> {
    if *body == target.response {
        return Ok(());
    }
    Err(format!(
        "{} answers with other bytes: {}",
        target.name,
        body.escape_ascii()
    )
    .into())
}
