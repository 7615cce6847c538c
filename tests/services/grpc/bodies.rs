//! Bodies of one message, frame by frame: what our server makes of them, beside tonic's with prost.

use bytes::{BufMut, Bytes};
use everwire::tonic::{Answer as Answering, Call, Methods, RequestBody, Server};
use everwire::{Options, Wire};
use everwire_services::peer;
use everwire_services::shop::v1::orders_server::OrdersServer;
use everwire_services::shop::v1::{Filter, Order, Summary};
use http::{HeaderMap, HeaderValue};
use http_body::Frame;
use http_body_util::{BodyExt, StreamBody};
use tokio_stream::iter;
use tonic::body::Body;
use tonic::codec::CompressionEncoding::Gzip;
use tonic::codegen::Service;
use tonic::{Request, Response, Status, Streaming};

use crate::peers::Peer;
use crate::server::{Shop, order, serve};

type Sent = Vec<Result<Frame<Bytes>, Status>>;

/// What comes of a request.
#[derive(Debug, PartialEq)]
struct Answer {
    /// gRPC's status, wherever it stands.
    status: String,
    headers: HeaderMap,
    body: Bytes,
    trailers: HeaderMap,
}

async fn ask(
    path: &str,
    encoding: Option<&str>,
    mut server: impl Service<
        http::Request<Body>,
        Response = http::Response<Body>,
        Error = std::convert::Infallible,
    >,
    frames: Sent,
) -> Answer {
    let mut request = http::Request::post(path).header("content-type", "application/grpc");
    if let Some(encoding) = encoding {
        request = request.header("grpc-encoding", encoding);
    }
    let body = Body::new(StreamBody::new(iter(frames)));
    let request = request.body(body).unwrap();
    let response = server.call(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let collected = body.collect().await.unwrap();
    let trailers = collected.trailers().cloned().unwrap_or_default();
    let mut all = parts.headers.clone();
    all.extend(trailers.clone());
    Answer {
        status: all["grpc-status"].to_str().unwrap().to_owned(),
        headers: parts.headers,
        body: collected.to_bytes(),
        trailers,
    }
}

const PLACE: &str = "/shop.v1.Orders/Place";

async fn ours(frames: Sent) -> Answer {
    ask(PLACE, None, OrdersServer::new(Shop::default()), frames).await
}

async fn theirs(frames: Sent) -> Answer {
    ask(
        PLACE,
        None,
        peer::orders_server::OrdersServer::new(Peer),
        frames,
    )
    .await
}

/// The bytes of a message behind those of its prefix.
fn body(flag: u8, told: usize, message: &[u8]) -> Vec<u8> {
    let mut body = vec![flag];
    body.put_u32(u32::try_from(told).unwrap());
    body.extend(message);
    body
}

fn message() -> Vec<u8> {
    let order = order(7, "Ann", &[2, 3]);
    let message = Wire::Protobuf.encode(&order).unwrap();
    body(0, message.len(), &message)
}

fn data(bytes: &[u8]) -> Result<Frame<Bytes>, Status> {
    Ok(Frame::data(Bytes::copy_from_slice(bytes)))
}

fn trailers() -> HeaderMap {
    HeaderMap::from_iter([(
        http::header::HeaderName::from_static("trace"),
        HeaderValue::from_static("7"),
    )])
}

#[tokio::test]
async fn a_message_comes_in_any_pieces() {
    let message = message();
    let expected = theirs(vec![data(&message)]).await;
    assert_eq!(expected.status, "0");
    assert_eq!(expected.body.len(), 5 + 9);
    assert_eq!(ours(vec![data(&message)]).await, expected);
    for cut in 0..=message.len() {
        let (left, right) = message.split_at(cut);
        let halves = || vec![data(left), data(b""), data(right), data(b"")];
        assert_eq!(ours(halves()).await, expected, "cut at {cut}");

        let mut with_trailers = halves();
        with_trailers.push(Ok(Frame::trailers(trailers())));
        let answer = ours(with_trailers).await;
        assert_eq!(answer.headers["trace"], "7", "cut at {cut}");
        assert_eq!(answer.body, expected.body, "cut at {cut}");
    }
    let bytes = message.iter().map(|byte| data(&[*byte])).collect();
    assert_eq!(ours(bytes).await, expected);
}

#[tokio::test]
async fn long_messages_come_in_any_pieces() {
    for wire_len in [20_000, 300_000] {
        let order = order(7, &"a".repeat(wire_len), &[2, 3]);
        let message = Wire::Protobuf.encode(&order).unwrap();
        let message = body(0, message.len(), &message);
        let expected = theirs(vec![data(&message)]).await;
        assert_eq!(expected.status, "0");
        for size in [3, 1000, 16_384, wire_len] {
            let pieces = message.chunks(size).map(data).collect();
            assert_eq!(ours(pieces).await, expected, "{size} bytes at a time");
        }
    }
}

#[tokio::test]
async fn a_body_that_is_no_message_has_the_status_that_tonic_has() {
    let whole = message();
    let two = [whole.clone(), whole.clone()].concat();
    for (what, frames, own, tonic) in [
        ("nothing within a prefix", vec![data(&[0, 0])], "13", "13"),
        ("half a message", vec![data(&whole[..20])], "13", "13"),
        ("a prefix alone", vec![data(&whole[..5])], "13", "13"),
        (
            "compressed, it does not say how",
            vec![data(&body(1, 0, b""))],
            "13",
            "13",
        ),
        ("no flag", vec![data(&body(2, 0, b""))], "13", "13"),
        ("too long", vec![data(&body(0, 5 << 20, b"a"))], "11", "11"),
        (
            "an error of the connection",
            vec![data(&whole[..9]), Err(Status::aborted("gone"))],
            "10",
            "10",
        ),
        // The list of gRPC's codes has UNIMPLEMENTED for requests of another number of messages than one.
        ("nothing", vec![], "12", "13"),
        (
            "trailers",
            vec![Ok(Frame::trailers(trailers()))],
            "12",
            "13",
        ),
        ("two messages in one frame", vec![data(&two)], "12", "0"),
        (
            "two messages in two frames",
            vec![data(&whole), data(&whole)],
            "12",
            "0",
        ),
        (
            "two messages, cut elsewhere",
            vec![data(&two[..3]), data(&two[3..])],
            "12",
            "0",
        ),
    ] {
        let copy = frames.iter().map(|frame| match frame {
            Ok(frame) => match frame.data_ref() {
                Some(bytes) => data(bytes),
                None => Ok(Frame::trailers(trailers())),
            },
            Err(status) => Err(status.clone()),
        });
        let tonics = theirs(copy.collect()).await;
        let answer = ours(frames).await;
        assert_eq!(
            (answer.status.as_str(), tonics.status.as_str()),
            (own, tonic),
            "{what}"
        );
        assert_eq!(answer.headers["content-type"], "application/grpc", "{what}");
        assert_eq!(answer.body, "", "{what}");
    }
}

/// So it is with every method that takes one message, compressed or not.
#[tokio::test]
async fn one_message_is_neither_none_nor_two() {
    let whole = message();
    for path in [PLACE, "/shop.v1.Orders/Watch"] {
        for encoding in [None, Some("identity"), Some("gzip")] {
            for (frames, status) in [
                (vec![], "12"),
                (vec![data(&whole)], "0"),
                (vec![data(&whole), data(&whole)], "12"),
            ] {
                let server = OrdersServer::new(Shop::default()).accept_compressed(Gzip);
                // A filter has another first field, and passes over those of an order.
                let frames = match path {
                    PLACE => frames,
                    _ => frames.iter().map(|_| data(&[0, 0, 0, 0, 0])).collect(),
                };
                let answer = ask(path, encoding, server, frames).await;
                assert_eq!(answer.status, status, "{path}, {encoding:?}");
            }
        }
        let refused = ask(path, Some("br"), OrdersServer::new(Shop::default()), vec![]).await;
        assert_eq!(
            (&*refused.status, &refused.headers["grpc-accept-encoding"]),
            ("12", &HeaderValue::from_static("identity"))
        );
        let server = OrdersServer::new(Shop::default()).accept_compressed(Gzip);
        let refused = ask(path, Some("br"), server, vec![]).await;
        assert_eq!(refused.headers["grpc-accept-encoding"], "gzip,identity");
    }
}

#[tokio::test]
async fn what_a_service_said_stays_with_an_answer_that_is_too_long() {
    let server = OrdersServer::new(Shop::default()).max_encoding_message_size(1);
    let mut frames = vec![data(&message())];
    frames.push(Ok(Frame::trailers(trailers())));
    let answer = ask(PLACE, None, server, frames).await;
    assert_eq!(
        (&*answer.status, &answer.headers["trace"]),
        ("11", &HeaderValue::from_static("7"))
    );
}

/// A service that goes on when a message cannot be read, and says how many there were of both.
struct Patient;

struct PatientMethods;

impl Methods<Patient> for PatientMethods {
    const NAME: &'static str = "shop.v1.Orders";

    fn call<B: RequestBody>(call: Call<Patient, B>) -> Answering {
        call.client_streaming(|_, request: Request<Streaming<Order>>| async move {
            let mut orders = request.into_inner();
            let mut summary = Summary::default();
            while let Some(order) = orders.message().await.transpose() {
                match order {
                    Ok(_) => summary.orders += 1,
                    Err(_) => summary.items += 1,
                }
                assert!(summary.items < 10);
            }
            Ok(Response::new(summary))
        })
    }
}

/// tonic hands over what comes behind a message that cannot be read as if it were that message, and an empty one again and again.
#[tokio::test]
async fn what_cannot_be_read_ends_a_stream() {
    let (empty, broken) = (body(0, 0, b""), body(0, 3, &[0xff; 3]));
    for last in [&empty, &broken] {
        let all = [&message(), last, &message(), &message()[..30]].concat();
        for size in [1, 7, 50, all.len()] {
            let server = Server::<_, PatientMethods>::new(Patient);
            let frames = all.chunks(size).map(data).collect();
            let answer = ask(PLACE, None, server, frames).await;
            assert_eq!(answer.status, "0");
            let summary: Summary = Wire::Protobuf.decode(&answer.body[5..]).unwrap();
            assert_eq!((summary.orders, summary.items), (1, 1), "{size}");
        }
    }
}

/// A service that has three orders, and one that breaks a rule.
struct Careless;

struct CarelessMethods;

impl Methods<Careless> for CarelessMethods {
    const NAME: &'static str = "shop.v1.Orders";

    fn call<B: RequestBody>(call: Call<Careless, B>) -> Answering {
        call.server_streaming(|_, _: Request<Filter>| async {
            let orders = [("Ann", 1), ("Bob", 2), ("Cyd", 3), ("", 4), ("Eve", 5)];
            let orders = orders.map(|(customer, id)| Ok(order(id, customer, &[1])));
            Ok(Response::new(iter(orders)))
        })
    }
}

/// tonic drops what its encoder wrote of other messages before.
#[tokio::test]
async fn what_stands_before_a_message_that_cannot_be_written_is_sent() {
    let options = Options::new().validate_on_encode(true);
    let server = Server::<_, CarelessMethods>::new(Careless).options(options);
    let answer = ask(PLACE, None, server.clone(), vec![data(&[0; 5])]).await;
    let orders = [("Ann", 1), ("Bob", 2), ("Cyd", 3)].map(|(customer, id)| {
        let message = Wire::Protobuf.encode(&order(id, customer, &[1])).unwrap();
        body(0, message.len(), &message)
    });
    assert_eq!(answer.body, orders.concat());
    assert_eq!(answer.status, "13");
    assert!(answer.trailers.contains_key("grpc-status-details-bin"));

    // Compressed, too, which a client reads.
    let channel = serve(server.send_compressed(Gzip)).await;
    let client = everwire_services::shop::v1::orders_client::OrdersClient::new(channel);
    let mut client = client.accept_compressed(Gzip);
    let mut found = client.watch(Filter::default()).await.unwrap().into_inner();
    for id in 1..=3 {
        assert_eq!(found.message().await.unwrap().unwrap().id, id);
    }
    let status = found.message().await.unwrap_err();
    assert_eq!(
        status.message(),
        "customer: must have at least 1 character (string.min_len)"
    );
    assert!(everwire::tonic::violations(&status).is_some());
}
