//! `Accept` and what answers it: 406, `Vary`, the name of the media type.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, ETAG, VARY};
use axum::routing::{get, post};
use everwire::Wire;
use everwire::axum::{Body, negotiate};

use crate::messages::{Order, order};
use crate::server::Server;

type Count = Arc<AtomicUsize>;

async fn create(State(count): State<Count>, Body(order): Body<Order>) -> Body<Order> {
    count.fetch_add(1, Ordering::SeqCst);
    Body(order)
}

async fn read() -> Body<Order> {
    Body(order())
}

fn server() -> (Server, Count) {
    let count = Count::default();
    let lenient = negotiate().fallback(Wire::MsgPack);
    let binary = negotiate()
        .wires(&[Wire::Protobuf, Wire::MsgPack])
        .mirror(false);
    let options = || async { ([("allow", "GET, OPTIONS")], StatusCode::NO_CONTENT) };
    let router = Router::new()
        .route("/orders", post(create).get(read).options(options))
        .route("/binary", post(create).get(read))
        .layer(negotiate());
    let others = Router::new()
        .route(
            "/only-binary",
            post(create).get(read).options(read).layer(binary),
        )
        .route(
            "/origin",
            get(|| async { ([(VARY, "Origin")], Body(order())) }),
        )
        .route(
            "/said",
            get(|| async { ([(VARY, "origin, ACCEPT")], Body(order())) }),
        )
        .route("/star", get(|| async { ([(VARY, "*")], Body(order())) }))
        .route(
            "/unchanged",
            get(|| async { (StatusCode::NOT_MODIFIED, [(ETAG, "\"1\"")]) }),
        )
        .route(
            "/renamed",
            get(|| async { ([(CONTENT_TYPE, "application/vnd.shop+json")], Body(order())) }),
        )
        .route_layer(negotiate());
    let lenient = Router::new().route("/lenient", get(read).layer(lenient));
    let router = router
        .merge(others)
        .merge(lenient)
        .with_state(count.clone());
    (Server::start(router), count)
}

#[test]
fn the_answer_is_what_was_asked_for() {
    let (server, _) = server();
    for (accept, content_type) in [
        (&["application/json"][..], "application/json"),
        (&["application/x-protobuf"], "application/x-protobuf"),
        (
            &["application/vnd.msgpack, */*;q=0.1"],
            "application/vnd.msgpack",
        ),
        (&["text/json"], "text/json"),
        (
            &["text/html, application/msgpack;q=0.9, */*;q=0.8"],
            "application/msgpack",
        ),
        (&["application/json;q=0, */*"], "application/msgpack"),
        (
            &["application/json;q=0.3", "application/protobuf;q=0.4"],
            "application/protobuf",
        ),
        (&["text/html", "application/*;q=0.1"], "application/json"),
        (
            &["text/html;x=\"a,b\", application/protobuf"],
            "application/protobuf",
        ),
        (&[], "application/json"),
        (&[""], "application/json"),
    ] {
        let headers: Vec<_> = accept.iter().map(|line| ("Accept", *line)).collect();
        let reply = server.send("GET /orders", &headers, b"");
        assert_eq!(
            (reply.status, reply.header("content-type")),
            (200, content_type),
            "{accept:?}"
        );
        assert_eq!(reply.message::<Order>(), order());
        assert_eq!(reply.header("vary"), "Accept");
    }
}

#[test]
fn what_nobody_accepts_is_refused_before_the_handler_runs() {
    let (server, count) = server();
    let body = Wire::Json.encode(&order()).unwrap();
    for accept in [
        "text/html",
        "*/*;q=0",
        "application/json;q=0",
        "application/json;version=2",
        "image/*",
    ] {
        let headers = [("Content-Type", "application/json"), ("Accept", accept)];
        let reply = server.send("POST /orders", &headers, &body);
        let problem = reply.problem(406);
        assert_eq!(problem.title, "Not Acceptable");
        assert_eq!(
            problem.detail,
            "nothing that `Accept` names is here: help: accept one of application/json, application/msgpack, application/protobuf"
        );
        assert_eq!(reply.header("vary"), "Accept", "{accept}");
    }
    assert_eq!(count.load(Ordering::SeqCst), 0);
    let headers = [
        ("Content-Type", "application/json"),
        ("Accept", "text/html, */*;q=0.1"),
    ];
    assert_eq!(server.send("POST /orders", &headers, &body).status, 200);
    assert_eq!(count.load(Ordering::SeqCst), 1);
}

#[test]
fn a_route_gives_what_it_has() {
    let (server, count) = server();
    assert_eq!(
        server
            .send("GET /only-binary", &[], b"")
            .header("content-type"),
        "application/protobuf"
    );
    let reply = server.send("GET /only-binary", &[("Accept", "application/json")], b"");
    let detail = reply.problem(406).detail;
    assert!(
        detail.ends_with("accept one of application/protobuf, application/msgpack"),
        "{detail}"
    );

    // Without mirroring the route's own order holds.
    let body = Wire::MsgPack.encode(&order()).unwrap();
    let reply = server.send(
        "POST /only-binary",
        &[("Content-Type", "application/msgpack")],
        &body,
    );
    assert_eq!(reply.header("content-type"), "application/protobuf");
    assert_eq!(count.load(Ordering::SeqCst), 1);

    // Another wire in place of 406.
    let reply = server.send("GET /lenient", &[("Accept", "text/html")], b"");
    assert_eq!(
        (reply.status, reply.header("content-type")),
        (200, "application/msgpack")
    );
    assert_eq!(reply.header("vary"), "Accept");
    let reply = server.send("GET /lenient", &[("Accept", "application/protobuf")], b"");
    assert_eq!(reply.header("content-type"), "application/protobuf");
}

/// Caches tell answers apart by what `Vary` names, which is `Accept`.
#[test]
fn what_has_no_body_is_answered_by_accept_alone() {
    let (server, _) = server();
    for method in ["GET", "HEAD"] {
        let path = format!("{method} /lenient");
        let plain = server.send(&path, &[("Accept", "*/*")], b"");
        let typed = server.send(
            &path,
            &[("Accept", "*/*"), ("Content-Type", "application/protobuf")],
            b"",
        );
        assert_eq!(plain.header("content-type"), typed.header("content-type"));
    }
}

#[test]
fn vary_keeps_what_else_it_says() {
    let (server, _) = server();
    assert_eq!(
        server.send("GET /origin", &[], b"").all("vary"),
        ["Origin", "Accept"]
    );
    assert_eq!(
        server.send("GET /said", &[], b"").all("vary"),
        ["origin, ACCEPT"]
    );
    assert_eq!(server.send("GET /star", &[], b"").all("vary"), ["*"]);
    // Caches update what they hold by a 304 (RFC 9110, section 15.4.5).
    let reply = server.send("GET /unchanged", &[], b"");
    assert_eq!(
        (reply.status, reply.header("vary"), reply.header("etag")),
        (304, "Accept", "\"1\"")
    );
    let reply = server.send("GET /renamed", &[("Accept", "application/json")], b"");
    assert_eq!(reply.header("content-type"), "application/vnd.shop+json");
}

#[test]
fn other_methods_are_as_they_should() {
    let (server, _) = server();
    // HEAD is GET without the body.
    let get = server.send("GET /orders", &[("Accept", "application/msgpack")], b"");
    let head = server.send("HEAD /orders", &[("Accept", "application/msgpack")], b"");
    assert_eq!((head.status, &*head.body), (200, &b""[..]));
    for name in ["content-type", "content-length", "vary"] {
        assert_eq!(head.header(name), get.header(name), "{name}");
    }
    assert_eq!(
        server
            .send("HEAD /orders", &[("Accept", "text/html")], b"")
            .status,
        406
    );
    // OPTIONS is about the resource, and is answered whatever is accepted.
    let reply = server.send("OPTIONS /orders", &[("Accept", "text/html")], b"");
    assert_eq!((reply.status, reply.header("allow")), (204, "GET, OPTIONS"));
    // Unless the answer is a message.
    server
        .send("OPTIONS /only-binary", &[("Accept", "text/html")], b"")
        .problem(406);
    assert_eq!(server.send("DELETE /orders", &[], b"").status, 405);
}
