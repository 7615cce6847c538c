//! Without the layer: what goes wrong says so, and what goes right takes `Accept` itself.

use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use everwire::Wire;
use everwire::axum::{Accept, Body, negotiate};

use crate::messages::{Order, Point, order};
use crate::server::Server;

async fn explicit(accept: Accept, Body(order): Body<Order>) -> (StatusCode, Response) {
    (StatusCode::CREATED, accept.respond(&order))
}

/// A status that is not said of what cannot be written.
async fn created(accept: Accept, Body(order): Body<Order>) -> Response {
    accept.respond_with(StatusCode::CREATED, &order)
}

/// Deeper than is written.
async fn deep(accept: Accept) -> Response {
    let nested = |inner, _| Point {
        x: 1,
        names: Vec::new(),
        inner: Some(Box::new(inner)),
    };
    let point = Point {
        x: 1,
        names: Vec::new(),
        inner: None,
    };
    accept.respond_with(StatusCode::CREATED, &(0..200).fold(point, nested))
}

fn server() -> Server {
    let told =
        |accept: Accept| async move { format!("{} {}", accept.wire(), accept.content_type()) };
    let router = Router::new()
        .route("/missing", get(|| async { Body(order()) }))
        .route("/explicit", post(explicit))
        .route("/created", post(created))
        .route("/deep", get(deep))
        .route("/told", get(told))
        .route(
            "/both",
            get(|accept: Accept| async move { accept.respond(&order()).into_response() })
                .layer(negotiate()),
        )
        .route(
            "/binary",
            get(told).layer(negotiate().wires(&[Wire::Protobuf])),
        );
    Server::start(router)
}

#[test]
fn a_missing_layer_is_loud() {
    let reply = server().send("GET /missing", &[("Accept", "application/json")], b"");
    let detail = reply.problem(500).detail;
    assert!(
        detail.contains("add `.layer(everwire::axum::negotiate())` to the route"),
        "{detail}"
    );
    assert!(
        detail.contains("answer with `accept.respond(&value)`"),
        "{detail}"
    );
}

#[test]
fn a_status_is_said_of_what_is_written_alone() {
    let server = server();
    let body = Wire::Json.encode(&order()).unwrap();
    let headers = [("Content-Type", "application/json")];
    let reply = server.send("POST /created", &headers, &body);
    assert_eq!((reply.status, reply.header("vary")), (201, "Accept"));
    assert_eq!(reply.message::<Order>(), order());

    let reply = server.send("GET /deep", &[], b"");
    let detail = reply.problem(500).detail;
    assert!(
        detail.starts_with("the answer cannot be written: "),
        "{detail}"
    );
    assert_eq!(reply.header("vary"), "Accept");
}

#[test]
fn a_handler_may_negotiate_itself() {
    let server = server();
    let body = Wire::Protobuf.encode(&order()).unwrap();
    let send = |accept| {
        let headers = [("Content-Type", "application/protobuf"), ("Accept", accept)];
        server.send("POST /explicit", &headers, &body)
    };
    for (accept, content_type) in [
        ("*/*", "application/protobuf"),
        ("application/x-msgpack", "application/x-msgpack"),
        ("application/json, */*;q=0.1", "application/json"),
    ] {
        let reply = send(accept);
        assert_eq!(
            (reply.status, reply.header("content-type")),
            (201, content_type)
        );
        assert_eq!(reply.header("vary"), "Accept");
        assert_eq!(reply.message::<Order>(), order());
    }
    let reply = send("text/html");
    reply.problem(406);
    assert_eq!(reply.header("vary"), "Accept");

    let told = |path: &str, accept| server.send(path, &[("Accept", accept)], b"").body;
    assert_eq!(
        told("GET /told", "application/x-msgpack"),
        b"msgpack application/x-msgpack"
    );
    assert_eq!(told("GET /binary", "*/*"), b"protobuf application/protobuf");
    let reply = server.send("GET /both", &[("Accept", "application/msgpack")], b"");
    assert_eq!(
        (reply.header("vary"), reply.message::<Order>()),
        ("Accept", order())
    );
}
