//! axum: its own `Json` beside `everwire::axum::Body`.

use axum::handler::Handler;
use axum::routing::post;
use axum::{Json, Router};
use bytes::Bytes;
use everwire::Wire;
use everwire::axum::{Accept, Body, negotiate};

use crate::Result;
use crate::load::{Protocol, Target};
use crate::messages::{Order, order};
use crate::subject::Subject;

/// What is compared, and the wire of its requests.
const CELLS: [(&str, &str, Wire); 6] = [
    ("axum's `Json`", "/json", Wire::Json),
    ("**`Body`, JSON**", "/body", Wire::Json),
    ("the same, the layer on the handler", "/handler", Wire::Json),
    ("the same, by `Accept`", "/accept", Wire::Json),
    ("**`Body`, MessagePack**", "/body", Wire::MsgPack),
    ("**`Body`, protobuf**", "/body", Wire::Protobuf),
];

/// The same handler, with the one and with the other.
fn router() -> Router {
    fn handle(mut order: Order) -> Order {
        order.id += 1;
        order
    }
    let json = |Json(order): Json<Order>| async { Json(handle(order)) };
    let body = |Body(order): Body<Order>| async { Body(handle(order)) };
    let accept =
        |accept: Accept, Body(order): Body<Order>| async move { accept.respond(&handle(order)) };
    Router::new()
        .route("/json", post(json))
        .route("/body", post(body).layer(negotiate()))
        .route("/handler", post(body.layer(negotiate())))
        .route("/accept", post(accept))
}

fn targets(lines: u32) -> Result<Vec<Target>> {
    let target = |(name, path, wire): (&'static str, &'static str, Wire)| {
        let mut order = order(lines);
        let request = Bytes::from(wire.encode(&order)?);
        order.id += 1;
        Ok(Target {
            name,
            path,
            content_type: wire.content_type(),
            request,
            response: Bytes::from(wire.encode(&order)?),
        })
    };
    CELLS.into_iter().map(target).collect()
}

/// What is measured.
pub const SUBJECT: Subject = Subject {
    protocol: Protocol::Http1,
    router,
    targets,
};
