//! Bodies of one message, frame by frame: what our server makes of them, beside tonic's with prost.

use bytes::{BufMut, Bytes};
use everwire::Wire;
use everwire_services::peer;
use everwire_services::shop::v1::orders_server::OrdersServer;
use http::{HeaderMap, HeaderValue};
use http_body::Frame;
use http_body_util::{BodyExt, StreamBody};
use tokio_stream::iter;
use tonic::Status;
use tonic::body::Body;
use tonic::codegen::Service;

use crate::peers::Peer;
use crate::server::{Shop, order};

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

async fn place(
    mut server: impl Service<
        http::Request<Body>,
        Response = http::Response<Body>,
        Error = std::convert::Infallible,
    >,
    frames: Sent,
) -> Answer {
    let request = http::Request::post("/shop.v1.Orders/Place")
        .header("content-type", "application/grpc")
        .body(Body::new(StreamBody::new(iter(frames))))
        .unwrap();
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

async fn ours(frames: Sent) -> Answer {
    place(OrdersServer::new(Shop::default()), frames).await
}

async fn theirs(frames: Sent) -> Answer {
    place(peer::orders_server::OrdersServer::new(Peer), frames).await
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
