//! Messages in requests and answers, on each wire, however they come in.

use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::routing::{get, post};
use axum::{Router, body};
use bytes::Bytes;
use everwire::axum::{Body, negotiate};
use everwire::{Codec, Wire};
use tower::ServiceExt;

use crate::messages::{Order, Point, order};
use crate::server::{Server, head};

async fn echo(body: Body<Order>) -> Body<Order> {
    body
}

async fn point(Body(point): Body<Point>) -> Body<Point> {
    Body(point)
}

fn server() -> Server {
    let create = |Body(order): Body<Order>| async move {
        let location = format!("/orders/{}", order.id);
        (StatusCode::CREATED, [(LOCATION, location)], Body(order))
    };
    let maybe = |body: Option<Body<Point>>| async move {
        body.map_or("none".to_owned(), |Body(point)| format!("x {}", point.x))
    };
    let router = Router::new()
        .route("/echo", post(echo))
        .route(
            "/orders",
            post(create).get(|| async { Body(vec![order()]) }),
        )
        .route("/point", post(point))
        .route("/maybe", post(maybe))
        .route("/nothing", get(|| async { StatusCode::NO_CONTENT }))
        .route_layer(negotiate());
    Server::start(router)
}

#[test]
fn each_wire_is_answered_on_each_wire() {
    let server = server();
    for from in Wire::ALL {
        for to in Wire::ALL {
            let headers = [
                ("Content-Type", from.content_type()),
                ("Accept", to.content_type()),
            ];
            let body = from.encode(&order()).unwrap();
            let reply = server.send("POST /echo", &headers, &body);
            assert_eq!(
                (reply.status, reply.header("content-type")),
                (200, to.content_type())
            );
            assert_eq!(reply.header("vary"), "Accept");
            assert_eq!(reply.body, to.encode(&order()).unwrap());
            assert_eq!(reply.header("content-length"), reply.body.len().to_string());
        }
        // `Accept` leaves the choice: the wire of the request's own body.
        for accept in [&[][..], &[("Accept", "*/*")]] {
            let headers = [&[("Content-Type", from.content_type())], accept].concat();
            let body = from.encode(&order()).unwrap();
            let reply = server.send("POST /echo", &headers, &body);
            assert_eq!(reply.header("content-type"), from.content_type());
            assert_eq!(reply.message::<Order>(), order());
        }
        let reply = server.send("GET /orders", &[("Accept", from.content_type())], b"");
        assert_eq!(reply.message::<Vec<Order>>(), [order()]);
    }
    assert_eq!(
        server.send("GET /orders", &[], b"").header("content-type"),
        "application/json"
    );
}

#[test]
fn status_and_headers_compose() {
    let body = Wire::MsgPack.encode(&order()).unwrap();
    let headers = [
        ("Content-Type", "application/msgpack"),
        ("Accept", "application/json"),
    ];
    let reply = server().send("POST /orders", &headers, &body);
    assert_eq!((reply.status, reply.header("location")), (201, "/orders/7"));
    assert_eq!(reply.message::<Order>(), order());
    assert_eq!(server().send("GET /nothing", &[], b"").status, 204);
}

#[test]
fn a_body_may_come_in_pieces() {
    let server = server();
    for wire in Wire::ALL {
        let body = wire.encode(&order()).unwrap();
        let headers = [("Content-Type", wire.content_type())];
        let bytes: Vec<&[u8]> = body.chunks(1).collect();
        let reply = server.send_chunks("POST /echo", &headers, &bytes);
        assert_eq!((reply.status, &reply.body), (200, &body));
        for size in [7, body.len()] {
            let chunks: Vec<&[u8]> = body.chunks(size).collect();
            let reply = server.send_chunks("POST /echo", &headers, &chunks);
            assert_eq!((reply.status, &reply.body), (200, &body));
        }

        let mut head = head("POST /echo", &headers);
        head.extend(format!("Content-Length: {}\r\n\r\n", body.len()).bytes());
        let (first, rest) = body.split_at(body.len() / 3);
        let reply = server.send_pieces(&[&head, first, rest]);
        assert_eq!((reply.status, &reply.body), (200, &body));
    }
}

#[test]
fn a_large_body_comes_and_goes_whole() {
    let server = server();
    let names: Vec<String> = (0..40_000).map(|number| format!("name {number}")).collect();
    let large = Point {
        x: -1,
        names,
        inner: None,
    };
    for wire in Wire::ALL {
        let body = wire.encode(&large).unwrap();
        let reply = server.send(
            "POST /point",
            &[("Content-Type", wire.content_type())],
            &body,
        );
        assert_eq!(reply.status, 200);
        assert!(
            reply.body == body,
            "{wire}: {} bytes of {}",
            reply.body.len(),
            body.len()
        );
    }
}

#[test]
fn a_body_of_no_bytes_is_a_message_of_protobuf() {
    let server = server();
    let empty = Point {
        x: 0,
        names: vec![],
        inner: None,
    };
    let headers = [
        ("Content-Type", "application/protobuf"),
        ("Accept", "application/json"),
    ];
    let reply = server.send("POST /point", &headers, b"");
    assert_eq!((reply.status, reply.message::<Point>()), (200, empty));
    for wire in [Wire::Json, Wire::MsgPack] {
        let reply = server.send("POST /point", &[("Content-Type", wire.content_type())], b"");
        assert_eq!(reply.problem(400).wire, wire.name());
    }
}

#[test]
fn a_body_may_be_left_out_where_it_is_optional() {
    let server = server();
    let json = [("Content-Type", "application/json")];
    let text = |reply: crate::server::Reply| String::from_utf8(reply.body).unwrap();
    assert_eq!(text(server.send("POST /maybe", &[], b"")), "none");
    assert_eq!(text(server.send_chunks("POST /maybe", &[], &[])), "none");
    assert_eq!(text(server.send("POST /maybe", &json, b"{\"x\":3}")), "x 3");
    assert_eq!(
        server.send("POST /maybe", &json, b"{").problem(400).offset,
        Some(1)
    );
    server.send("POST /maybe", &[], b"{\"x\":3}").problem(415);
    server
        .send_chunks("POST /maybe", &[], &[b"{", b"}"])
        .problem(415);

    let detail = server.send("POST /point", &[], b"").problem(400).detail;
    assert_eq!(
        detail,
        "the request has no body: help: send a message, and its media type as `Content-Type`"
    );
}

/// A connection that ends within a body leaves the server as it was.
#[test]
fn a_client_that_goes_away_harms_nobody() {
    use std::io::Write;

    let server = server();
    for _ in 0..3 {
        let mut stream = server.connect();
        let mut request = head("POST /echo", &[("Content-Type", "application/json")]);
        request.extend(b"Content-Length: 100\r\n\r\n{\"id\":");
        stream.write_all(&request).unwrap();
        drop(stream);
    }
    assert_eq!(server.send("GET /orders", &[], b"").status, 200);
}

#[derive(Codec, Debug)]
#[codec(name = "shop.v1.Blob")]
struct Blob {
    #[codec(1)]
    name: String,
    #[codec(2)]
    data: Bytes,
}

/// The field holds the memory of the request's body, not a copy of it.
#[tokio::test]
async fn bytes_share_the_body() {
    async fn where_it_is(Body(blob): Body<Blob>) -> String {
        format!("{} {:?}", blob.name, blob.data.as_ptr())
    }
    for wire in [Wire::Protobuf, Wire::MsgPack] {
        let blob = Blob {
            name: "photo".into(),
            data: Bytes::from(vec![7; 5000]),
        };
        let bytes = Bytes::from(wire.encode(&blob).unwrap());
        let router = Router::new()
            .route("/", post(where_it_is))
            .layer(DefaultBodyLimit::max(6000));
        let request = axum::http::Request::post("/")
            .header("content-type", wire.content_type())
            .body(body::Body::from(bytes.clone()))
            .unwrap();
        let response = router.oneshot(request).await.unwrap();
        let text = body::to_bytes(response.into_body(), 100).await.unwrap();
        let at = bytes.len() - 5000;
        assert_eq!(text, format!("photo {:?}", bytes[at..].as_ptr()));
    }
}
