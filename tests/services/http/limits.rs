//! How large a body may be: axum's limit, and ours.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::post;
use everwire::axum::{Body, negotiate};
use everwire::{Limits, Options, Wire};

use crate::messages::Point;
use crate::server::{Server, head};

const JSON: [(&str, &str); 1] = [("Content-Type", "application/json")];

async fn names(Body(point): Body<Point>) -> String {
    point.names.len().to_string()
}

/// JSON of that length.
fn point(len: usize) -> Vec<u8> {
    let mut text = r#"{"x":1}"#.to_owned();
    text.push_str(&" ".repeat(len - text.len()));
    text.into_bytes()
}

#[test]
fn a_body_is_as_long_as_axum_allows() {
    let limited = Router::new()
        .route("/limited", post(names))
        .layer(DefaultBodyLimit::max(64));
    let open = Router::new()
        .route("/open", post(names))
        .layer(DefaultBodyLimit::disable());
    let router = limited.merge(open).route("/default", post(names));
    let server = Server::start(router);

    assert_eq!(server.send("POST /limited", &JSON, &point(64)).status, 200);
    let problem = server.send("POST /limited", &JSON, &point(65)).problem(413);
    assert_eq!(problem.detail, "the body is longer than this route takes");
    // In chunks nobody knows the length beforehand.
    let chunks = |body: &[u8]| {
        let chunks: Vec<&[u8]> = body.chunks(16).collect();
        server.send_chunks("POST /limited", &JSON, &chunks)
    };
    assert_eq!(chunks(&point(64)).status, 200);
    chunks(&point(65)).problem(413);
    chunks(&point(640)).problem(413);

    // axum's own limit is 2 MiB.
    let mebibyte = 1 << 20;
    assert_eq!(
        server
            .send("POST /default", &JSON, &point(2 * mebibyte))
            .status,
        200
    );
    server
        .send("POST /default", &JSON, &point(2 * mebibyte + 1))
        .problem(413);
    assert_eq!(
        server
            .send("POST /open", &JSON, &point(3 * mebibyte))
            .status,
        200
    );
}

#[test]
fn a_message_is_as_large_as_our_limits_allow() {
    let limits = Limits {
        message: 200,
        elements: 3,
        string: 10,
        depth: 4,
        ..Limits::default()
    };
    let options = Options::new().limits(limits);
    let router = Router::new()
        .route("/", post(names))
        .layer(negotiate().options(options));
    let server = Server::start(router);

    assert_eq!(server.send("POST /", &JSON, &point(200)).status, 200);
    let problem = server.send("POST /", &JSON, &point(201)).problem(413);
    assert_eq!(problem.detail, "the body is longer than 200 bytes");
    let body = point(201);
    let chunks: Vec<&[u8]> = body.chunks(50).collect();
    let problem = server.send_chunks("POST /", &JSON, &chunks).problem(413);
    assert_eq!(problem.detail, "the body is longer than 200 bytes");

    // A length that is too large is refused before the body is there.
    let mut request = head("POST /", &JSON);
    request.extend(b"Content-Length: 100000000\r\n\r\n");
    server.send_pieces(&[&request]).problem(413);

    for (body, status, limit, value) in [
        (r#"{"names":["a","b","c"]}"#, 200, "", 0),
        (r#"{"names":["a","b","c","d"]}"#, 413, "elements", 3),
        (r#"{"names":["0123456789"]}"#, 200, "", 0),
        (r#"{"names":["0123456789a"]}"#, 413, "string", 10),
        (r#"{"inner":{"inner":{"inner":{"inner":{}}}}}"#, 200, "", 0),
        (
            r#"{"inner":{"inner":{"inner":{"inner":{"inner":{}}}}}}"#,
            400,
            "depth",
            4,
        ),
    ] {
        let reply = server.send("POST /", &JSON, body.as_bytes());
        assert_eq!(reply.status, status, "{body}");
        if status != 200 {
            let problem = reply.problem(status);
            let told = format!("the limit `{limit}` of {value} is reached");
            assert!(problem.detail.contains(&told), "{}", problem.detail);
            assert_eq!(problem.wire, "json");
        }
    }
    let many = Point {
        x: 1,
        names: vec![String::new(); 4],
        inner: None,
    };
    for wire in Wire::ALL {
        let body = wire.encode(&many).unwrap();
        let reply = server.send("POST /", &[("Content-Type", wire.content_type())], &body);
        assert_eq!(reply.problem(413).wire, wire.name());
    }
}
