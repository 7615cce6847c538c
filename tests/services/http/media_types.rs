//! What a request's headers say of its body: 415, and what would do.

use axum::Router;
use axum::routing::post;
use everwire::Wire;
use everwire::axum::{Body, negotiate};

use crate::messages::Point;
use crate::server::Server;

const ALL: &str = "application/json, application/msgpack, application/protobuf";

async fn x(Body(point): Body<Point>) -> String {
    point.x.to_string()
}

fn server() -> Server {
    let binary = negotiate().wires(&[Wire::Protobuf, Wire::MsgPack]);
    let router = Router::new()
        .route("/", post(x))
        .route("/binary", post(x).layer(binary));
    Server::start(router)
}

const POINT: Point = Point {
    x: 5,
    names: Vec::new(),
    inner: None,
};

#[test]
fn the_wire_is_that_of_the_content_type() {
    let server = server();
    for (content_type, wire) in [
        ("application/json", Wire::Json),
        ("application/json; charset=utf-8", Wire::Json),
        ("application/json;charset=\"UTF-8\"", Wire::Json),
        ("application/json; charset=us-ascii", Wire::Json),
        // Only a range has a weight.
        ("application/json; q=high", Wire::Json),
        ("application/json; q=0; q=2", Wire::Json),
        ("Application/JSON", Wire::Json),
        ("text/json", Wire::Json),
        ("application/x-json", Wire::Json),
        (
            "application/vnd.shop.v1+json; profile=\"a;b,c\"",
            Wire::Json,
        ),
        ("application/problem+json", Wire::Json),
        ("application/msgpack", Wire::MsgPack),
        ("application/x-msgpack", Wire::MsgPack),
        ("application/vnd.msgpack", Wire::MsgPack),
        ("application/vnd.shop.v1+msgpack", Wire::MsgPack),
        ("application/protobuf", Wire::Protobuf),
        (
            "application/x-protobuf; messageType=\"shop.v1.Point\"",
            Wire::Protobuf,
        ),
        ("application/vnd.google.protobuf", Wire::Protobuf),
        ("application/x-google-protobuf", Wire::Protobuf),
        ("application/vnd.shop+proto", Wire::Protobuf),
    ] {
        let body = wire.encode(&POINT).unwrap();
        let reply = server.send("POST /", &[("Content-Type", content_type)], &body);
        assert_eq!(
            (reply.status, &*reply.body),
            (200, &b"5"[..]),
            "{content_type}"
        );
    }
}

#[test]
fn other_media_types_are_told_what_is_taken() {
    let server = server();
    for content_type in [
        "text/plain",
        "text/html; charset=utf-8",
        "application/octet-stream",
        "application/x-www-form-urlencoded",
        "application/xml",
        "image/svg+xml",
        "+json",
        "+xml",
        "json",
        "application/",
        "application/+json",
        "/json",
        "*/*",
        "application/*",
        "application/json/x",
        "application/json, application/json",
        "application/json; charset=iso-8859-1",
        "application/json; charset=utf-16",
        "text/json; charset=latin1",
        "application/json charset=utf-8",
        "application/json; charset",
        "",
    ] {
        let reply = server.send("POST /", &[("Content-Type", content_type)], b"{\"x\":5}");
        let problem = reply.problem(415);
        assert_eq!(problem.title, "Unsupported Media Type");
        assert_eq!(
            problem.detail,
            format!(
                "the content type `{}` is not taken here: help: send one of {ALL}",
                content_type
            )
        );
        assert_eq!(reply.header("accept"), ALL, "{content_type}");
        assert_eq!(reply.header("accept-encoding"), "");
    }
    let reply = server.send("POST /", &[], b"{\"x\":5}");
    let detail = reply.problem(415).detail;
    assert_eq!(
        detail,
        format!("the body has no content type: help: send one of {ALL}")
    );
    assert_eq!(reply.header("accept"), ALL);

    let long = format!("text/{}", "x".repeat(3000));
    let detail = server
        .send("POST /", &[("Content-Type", &long)], b"{}")
        .problem(415)
        .detail;
    assert!(detail.starts_with(&format!("the content type `{}` is", &long[..64])));

    let twice = [
        ("Content-Type", "application/json"),
        ("Content-Type", "application/protobuf"),
    ];
    let detail = server
        .send("POST /", &twice, b"{\"x\":5}")
        .problem(415)
        .detail;
    assert_eq!(
        detail,
        format!("the request has more than one content type: help: send one of {ALL}")
    );
}

#[test]
fn a_route_takes_the_wires_that_it_has() {
    let server = server();
    let body = Wire::MsgPack.encode(&POINT).unwrap();
    let reply = server.send(
        "POST /binary",
        &[("Content-Type", "application/msgpack")],
        &body,
    );
    assert_eq!((reply.status, &*reply.body), (200, &b"5"[..]));
    let reply = server.send(
        "POST /binary",
        &[("Content-Type", "application/json")],
        b"{}",
    );
    reply.problem(415);
    assert_eq!(
        reply.header("accept"),
        "application/protobuf, application/msgpack"
    );
}

#[test]
fn a_coding_that_nothing_decoded_is_refused() {
    let server = server();
    let json = ("Content-Type", "application/json");
    for coding in ["gzip", "br", "x-gzip", "identity, gzip", "nonsense"] {
        let reply = server.send(
            "POST /",
            &[json, ("Content-Encoding", coding)],
            b"{\"x\":5}",
        );
        let problem = reply.problem(415);
        let last = coding.rsplit(' ').next().unwrap();
        assert_eq!(
            problem.detail,
            format!("the body has the content coding `{last}`: help: send it without")
        );
        assert_eq!(reply.header("accept-encoding"), "identity");
        assert_eq!(reply.header("accept"), "");
    }
    for coding in ["identity", "Identity", "", "identity, identity"] {
        let reply = server.send(
            "POST /",
            &[json, ("Content-Encoding", coding)],
            b"{\"x\":5}",
        );
        assert_eq!(reply.status, 200, "{coding}");
    }
}
