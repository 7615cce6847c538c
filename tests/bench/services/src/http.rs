//! axum: its own `Json` beside `everwire::axum::Body`.

use axum::handler::Handler;
use axum::routing::post;
use axum::{Json, Router};
use bytes::Bytes;
use everwire::Wire;
use everwire::axum::{Accept, Body, negotiate};

use crate::Result;
use crate::load::{self, Kind, Protocol, Target, Way};
use crate::messages::{Order, SIZES, order};
use crate::table;

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

/// Prints a table for each way that requests take.
pub fn measure(only: &str, rounds: usize) -> Result<()> {
    for way in [Way::Loopback, Way::Memory, Way::Call] {
        let mut rows = Vec::new();
        for (size, lines) in SIZES.into_iter().filter(|(size, _)| size.contains(only)) {
            let targets = targets(lines)?;
            let count = if lines > 1000 { 200 } else { 2000 };
            let kind = Kind {
                way,
                protocol: Protocol::Http1,
                rounds,
                count,
            };
            rows.push((size, load::measure(router(), &targets, kind)?, targets));
        }
        print!("{}", table::markdown(way, Protocol::Http1, &rows));
    }
    Ok(())
}

/// Serves one target again and again.
pub fn profile(only: &str, cell: usize, count: usize) -> Result<()> {
    for (_, lines) in SIZES.into_iter().filter(|(size, _)| size.contains(only)) {
        let targets = targets(lines)?;
        let kind = Kind {
            way: Way::Call,
            protocol: Protocol::Http1,
            rounds: 1,
            count,
        };
        load::measure(router(), &targets[cell..=cell], kind)?;
    }
    Ok(())
}
