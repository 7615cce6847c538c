//! What is wrong with a message, told to the value.

use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use everwire::axum::{Body, Problem, Refused, Violation, negotiate};
use everwire::{Codec, Options, Wire};

use crate::messages::{Order, broken, order};
use crate::server::Server;

async fn create(Body(order): Body<Order>) -> Body<Order> {
    Body(order)
}

fn server() -> Server {
    let unchecked = Options::new().validate(false);
    let checked = Options::new().validate_on_encode(true);
    let own = |body: Result<Body<Order>, Refused>| async move {
        match body {
            Ok(_) => "taken".into_response(),
            Err(refused) => {
                let count = refused.error().and_then(|error| error.violations());
                let count = count.map_or(0, |all| all.len());
                (
                    StatusCode::IM_A_TEAPOT,
                    format!("{} {count}", refused.status()),
                )
                    .into_response()
            }
        }
    };
    let pay = |Body(order): Body<Order>| async move {
        match order.id {
            7 => Err(Problem::new(
                StatusCode::CONFLICT,
                "order 7 is paid already",
            )),
            _ => Ok(Body(order)),
        }
    };
    let by_hand = || async {
        let checked: Result<(), Problem> = broken().validate().map_err(Problem::from);
        checked.map(|()| "fine")
    };
    let router = Router::new()
        .route("/orders", post(create))
        .route("/own", post(own))
        .route("/pay", post(pay))
        .route("/by-hand", get(by_hand))
        .route(
            "/unchecked",
            post(create).layer(negotiate().options(unchecked)),
        )
        .route(
            "/checked",
            get(answer_broken).layer(negotiate().options(checked)),
        )
        .route_layer(negotiate());
    Server::start(router)
}

async fn answer_broken() -> Response {
    (StatusCode::CREATED, Body(broken())).into_response()
}

fn violation(
    path: &str,
    rule_path: &str,
    rule_id: &str,
    message: &str,
    for_key: bool,
) -> Violation {
    Violation {
        path: path.into(),
        rule_path: rule_path.into(),
        rule_id: rule_id.into(),
        message: message.into(),
        for_key,
    }
}

#[test]
fn violations_are_listed() {
    let server = server();
    for wire in Wire::ALL {
        // The problem is JSON, whatever the request is and accepts.
        let headers = [
            ("Content-Type", wire.content_type()),
            ("Accept", wire.content_type()),
        ];
        let body = wire.encode(&broken()).unwrap();
        let reply = server.send("POST /orders", &headers, &body);
        let problem = reply.problem(422);
        assert_eq!(problem.title, "Unprocessable Content");
        assert_eq!(
            problem.detail,
            "the message breaks its rules: 3 violations are listed"
        );
        assert_eq!(
            problem.violations,
            [
                violation(
                    "customer",
                    "string.min_len",
                    "string.min_len",
                    "must have at least 1 character",
                    false
                ),
                violation(
                    "lines[1].quantity",
                    "uint32.gt",
                    "uint32.gt",
                    "must be greater than 0",
                    false
                ),
                violation(
                    "labels[\"colour\"]",
                    "map.keys.string.max_len",
                    "string.max_len",
                    "must have at most 3 characters",
                    true
                ),
            ]
        );
        assert_eq!(
            (&*problem.wire, problem.offset, &*problem.path),
            ("", None, "")
        );
        assert_eq!(reply.header("vary"), "Accept");
    }
    let text = r#"{"id":1,"customer":""}"#.as_bytes();
    let reply = server.send(
        "POST /orders",
        &[("Content-Type", "application/json")],
        text,
    );
    assert_eq!(
        String::from_utf8(reply.body).unwrap(),
        concat!(
            r#"{"type":"about:blank","title":"Unprocessable Content","status":422,"detail":"the message breaks a rule","#,
            r#""violations":[{"path":"customer","rulePath":"string.min_len","ruleId":"string.min_len","#,
            r#""message":"must have at least 1 character"}]}"#
        )
    );
}

#[test]
fn malformed_bytes_are_told_where() {
    let server = server();
    let cut = |wire: Wire| {
        let mut bytes = wire.encode(&order()).unwrap();
        bytes.truncate(bytes.len() / 2);
        bytes
    };
    for (wire, body, offset, path, detail) in [
        (
            Wire::Json,
            br#"{"id":1,"lines":[{"sku":{}}]}"#.to_vec(),
            24,
            "Order.lines[0].sku",
            "Order.lines[0].sku: expected string, found object (json, byte 24)",
        ),
        (
            Wire::Json,
            b"{\"id\":-1}".to_vec(),
            6,
            "Order.id",
            "Order.id: the number does not fit `u64` (json, byte 6)",
        ),
        (
            Wire::Json,
            b"{\"id\":1}}".to_vec(),
            8,
            "Order",
            "Order: bytes follow the value (json, byte 8)",
        ),
        (Wire::MsgPack, b"\x91\xa1x".to_vec(), 1, "Order.id", ""),
        (
            Wire::Protobuf,
            b"\x08".to_vec(),
            1,
            "Order.id",
            "Order.id: the input ends within a value (protobuf, byte 1)",
        ),
    ] {
        let reply = server.send(
            "POST /orders",
            &[("Content-Type", wire.content_type())],
            &body,
        );
        let problem = reply.problem(400);
        assert_eq!(problem.title, "Bad Request");
        assert_eq!(problem.wire, wire.name(), "{}", problem.detail);
        assert_eq!(problem.offset, Some(offset), "{}", problem.detail);
        assert_eq!(problem.path, path, "{}", problem.detail);
        let error = wire.decode::<Order>(&body).unwrap_err().to_string();
        assert_eq!(problem.detail, error);
        assert!(
            detail.is_empty() || problem.detail == detail,
            "{}",
            problem.detail
        );
        assert_eq!(problem.violations, []);
    }
    for wire in Wire::ALL {
        let reply = server.send(
            "POST /orders",
            &[("Content-Type", wire.content_type())],
            &cut(wire),
        );
        assert_eq!(reply.problem(400).wire, wire.name());
    }
    // A wire is never guessed: JSON that says to be something else is malformed.
    let json = Wire::Json.encode(&order()).unwrap();
    for wire in [Wire::Protobuf, Wire::MsgPack] {
        server
            .send(
                "POST /orders",
                &[("Content-Type", wire.content_type())],
                &json,
            )
            .problem(400);
    }
}

#[test]
fn a_handler_may_answer_a_refused_request_itself() {
    let server = server();
    let json = [("Content-Type", "application/json")];
    for (content_type, body, text) in [
        (
            "application/json",
            &Wire::Json.encode(&broken()).unwrap()[..],
            "422 Unprocessable Entity 3",
        ),
        ("application/json", b"{", "400 Bad Request 0"),
        ("text/plain", b"{}", "415 Unsupported Media Type 0"),
    ] {
        let reply = server.send("POST /own", &[("Content-Type", content_type)], body);
        assert_eq!(
            (reply.status, String::from_utf8(reply.body).unwrap()),
            (418, text.to_owned())
        );
    }
    let taken = server.send("POST /own", &json, &Wire::Json.encode(&order()).unwrap());
    assert_eq!(taken.body, b"taken");
}

#[test]
fn handlers_have_problems_of_their_own() {
    let server = server();
    let mut order = order();
    let send = |order: &Order| {
        let body = Wire::MsgPack.encode(order).unwrap();
        server.send(
            "POST /pay",
            &[("Content-Type", "application/msgpack")],
            &body,
        )
    };
    let problem = send(&order).problem(409);
    assert_eq!(
        (&*problem.title, &*problem.detail),
        ("Conflict", "order 7 is paid already")
    );
    order.id = 8;
    assert_eq!(send(&order).message::<Order>(), order);
    assert_eq!(
        server
            .send("GET /by-hand", &[], b"")
            .problem(422)
            .violations
            .len(),
        3
    );
}

#[test]
fn a_route_may_validate_or_not() {
    let server = server();
    let body = Wire::Json.encode(&broken()).unwrap();
    let reply = server.send(
        "POST /unchecked",
        &[("Content-Type", "application/json")],
        &body,
    );
    assert_eq!((reply.status, reply.body), (200, body));

    // An answer that breaks its rules is the server's fault; 201 is not said of it.
    let problem = server.send("GET /checked", &[], b"").problem(500);
    assert_eq!(problem.title, "Internal Server Error");
    assert!(
        problem
            .detail
            .starts_with("the answer cannot be written: customer: must have"),
        "{}",
        problem.detail
    );
}

/// An answer is not many times as long as what it answers.
#[test]
fn no_more_than_a_thousand_violations_are_listed() {
    let mut order = order();
    order.lines = vec![order.lines[0].clone(); 1001];
    for line in &mut order.lines {
        // A short message has no room for so many violations.
        (line.sku, line.quantity) = ("x".repeat(100), 0);
    }
    let server = server();
    let headers = [("Content-Type", "application/msgpack")];
    let send = |order: &Order| {
        let body = Wire::MsgPack.encode(order).unwrap();
        server.send("POST /orders", &headers, &body).problem(422)
    };
    let problem = send(&order);
    let detail = "the message breaks its rules: the first 1000 violations are listed";
    assert_eq!((problem.violations.len(), &*problem.detail), (1000, detail));
    assert_eq!(problem.violations[999].path, "lines[999].quantity");
    order.lines.pop();
    let problem = send(&order);
    let detail = "the message breaks its rules: 1000 violations are listed";
    assert_eq!((problem.violations.len(), &*problem.detail), (1000, detail));
}

/// Paths hold keys, which a client makes as long as it likes.
#[test]
fn what_a_client_sent_is_not_sent_back_at_length() {
    let mut order = order();
    order.lines = vec![order.lines[0].clone(); 20_000];
    for at in 0..600 {
        let key = format!("{at}{}", "\u{1}".repeat(1000));
        order.labels.insert(key, String::new());
    }
    let server = server();
    let headers = [("Content-Type", "application/msgpack")];
    let body = Wire::MsgPack.encode(&order).unwrap();
    let reply = server.send("POST /orders", &headers, &body);
    let (len, problem) = (reply.body.len(), reply.problem(422));
    assert!((200..400).contains(&problem.violations.len()));
    let detail = format!(
        "the first {} violations are listed",
        problem.violations.len()
    );
    assert!(problem.detail.ends_with(&detail), "{}", problem.detail);
    let path = &problem.violations[0].path;
    assert!(path.len() < 1030 && path.ends_with('…'), "{path}");
    assert!(len < 1 << 19, "{len} bytes");

    // The path of what cannot be read, too.
    let text = format!("{{\"labels\":{{\"{}\":1}}}}", "k".repeat(100_000));
    let headers = [("Content-Type", "application/json")];
    let reply = server.send("POST /orders", &headers, text.as_bytes());
    let (len, problem) = (reply.body.len(), reply.problem(400));
    assert!(problem.path.starts_with("Order.labels[") && problem.path.ends_with('…'));
    assert!(len < 4000, "{len} bytes");
}
