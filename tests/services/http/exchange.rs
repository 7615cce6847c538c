//! What was negotiated stays with its request: on one thread, across waits, through services in services.

use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use everwire::Wire;
use everwire::axum::{Body, negotiate};
use tower::ServiceExt;

use crate::messages::{Order, order};
use crate::server::Server;

/// Waits, so that others run on the thread meanwhile.
async fn slow() -> Body<Order> {
    for _ in 0..5 {
        tokio::time::sleep(Duration::from_millis(3)).await;
        tokio::task::yield_now().await;
    }
    Body(order())
}

async fn pass(request: Request, next: Next) -> Response {
    tokio::task::yield_now().await;
    let response = next.run(request).await;
    tokio::task::yield_now().await;
    response
}

/// Asks another service of this process, on another wire, before and after it waits.
async fn outer() -> Response {
    let ask = |wire: Wire| {
        let inner = Router::new().route("/", get(slow)).layer(negotiate());
        let request = Request::get("/")
            .header("accept", wire.content_type())
            .body(axum::body::Body::empty());
        inner.oneshot(request.unwrap())
    };
    for wire in Wire::ALL {
        let response = ask(wire).await.unwrap();
        assert_eq!(response.headers()["content-type"], wire.content_type());
    }
    let both = tokio::join!(ask(Wire::MsgPack), ask(Wire::Protobuf));
    assert_eq!(
        both.0.unwrap().headers()["content-type"],
        "application/msgpack"
    );
    assert_eq!(
        both.1.unwrap().headers()["content-type"],
        "application/protobuf"
    );
    Body(order()).into_response()
}

fn server() -> Server {
    let moved = || async {
        tokio::spawn(async { Body(order()).into_response() })
            .await
            .unwrap()
    };
    let router = Router::new()
        .route("/slow", get(slow))
        .route("/outer", get(outer))
        .route("/moved", get(moved))
        .route(
            "/nested",
            get(slow).layer(negotiate().wires(&[Wire::Protobuf])),
        )
        .layer(from_fn(pass))
        .route_layer(negotiate());
    Server::start(router)
}

#[test]
fn requests_of_one_thread_keep_their_wires() {
    let server = server();
    std::thread::scope(|scope| {
        for at in 0..24 {
            let server = &server;
            scope.spawn(move || {
                let wire = Wire::ALL[at % 3];
                let path = if at % 2 == 0 {
                    "GET /slow"
                } else {
                    "GET /outer"
                };
                let reply = server.send(path, &[("Accept", wire.content_type())], b"");
                assert_eq!(
                    (reply.status, reply.header("content-type")),
                    (200, wire.content_type())
                );
                assert_eq!(reply.body, wire.encode(&order()).unwrap());
            });
        }
    });
}

#[test]
fn the_innermost_layer_decides() {
    let server = server();
    let reply = server.send("GET /nested", &[], b"");
    assert_eq!(reply.header("content-type"), "application/protobuf");
    assert_eq!(reply.all("vary"), ["Accept"]);
    server
        .send("GET /nested", &[("Accept", "application/json")], b"")
        .problem(406);
}

/// A service that answers when it is called, not when it is polled, and one whose response is a message itself.
#[tokio::test]
async fn services_of_tower_may_answer_at_once() {
    use std::convert::Infallible;
    use std::future::ready;
    use tower::Layer;

    let request = |wire: Wire| {
        let request = Request::get("/").header("accept", wire.content_type());
        request.body(()).unwrap()
    };
    for wire in Wire::ALL {
        let at_once = tower::service_fn(|_: axum::http::Request<()>| {
            ready(Ok::<_, Infallible>(Body(order()).into_response()))
        });
        let message = tower::service_fn(|_: axum::http::Request<()>| async {
            Ok::<_, Infallible>(Body(order()))
        });
        let at_once = negotiate().layer(at_once).oneshot(request(wire));
        let message = negotiate().layer(message).oneshot(request(wire));
        for response in [at_once.await.unwrap(), message.await.unwrap()] {
            assert_eq!(response.headers()["content-type"], wire.content_type());
            let body = axum::body::to_bytes(response.into_body(), 1000).await;
            assert_eq!(wire.decode::<Order>(&body.unwrap()).unwrap(), order());
        }
    }
}

/// An answer that another task makes knows no request, and says so.
#[test]
fn an_answer_of_another_task_is_loud() {
    server().send("GET /moved", &[], b"").problem(500);
}
