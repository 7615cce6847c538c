//! tonic: with prost's codec and stubs, beside ours.

use axum::Router;
use bytes::{BufMut, Bytes, BytesMut};
use everwire::Wire;
use tonic::service::Routes;
use tonic::{Request, Response};

use crate::Result;
use crate::load::{Protocol, Target};
use crate::messages::order;
use crate::subject::Subject;

#[allow(dead_code, clippy::all, reason = "a schema decides what is in it")]
mod ours {
    everwire::include_schema!();
}

#[allow(clippy::all, reason = "other people's code")]
mod theirs {
    include!(concat!(env!("OUT_DIR"), "/shop.v1.rs"));
}

use ours::shop::v1 as everwires;

struct Shop;

impl everwires::shop_server::Shop for Shop {
    async fn place(
        &self,
        request: Request<everwires::Order>,
    ) -> tonic::Result<Response<everwires::Order>> {
        let mut order = request.into_inner();
        order.id += 1;
        Ok(Response::new(order))
    }
}

#[tonic::async_trait]
impl theirs::peer_server::Peer for Shop {
    async fn place(
        &self,
        request: Request<theirs::Order>,
    ) -> tonic::Result<Response<theirs::Order>> {
        let mut order = request.into_inner();
        order.id += 1;
        Ok(Response::new(order))
    }
}

/// What is compared, and the wire of its requests.
const CELLS: [(&str, &str, Wire); 4] = [
    ("tonic-prost", "application/grpc", Wire::Protobuf),
    ("**Everwire, protobuf**", "application/grpc", Wire::Protobuf),
    (
        "**Everwire, MessagePack**",
        "application/grpc+msgpack",
        Wire::MsgPack,
    ),
    ("**Everwire, JSON**", "application/grpc+json", Wire::Json),
];

/// Both services, on tonic's router.
fn router() -> Router {
    Routes::new(theirs::peer_server::PeerServer::new(Shop))
        .add_service(everwires::shop_server::ShopServer::new(Shop))
        .into_axum_router()
}

/// A message behind its five bytes.
fn framed(message: &[u8]) -> Result<Bytes> {
    let mut body = BytesMut::with_capacity(5 + message.len());
    body.put_u8(0);
    body.put_u32(u32::try_from(message.len())?);
    body.put_slice(message);
    Ok(body.freeze())
}

fn targets(lines: u32) -> Result<Vec<Target>> {
    let target = |(at, (name, content_type, wire)): (usize, (&'static str, &'static str, Wire))| {
        // The messages of the other tables, by the types of the schema.
        let bytes = Wire::Protobuf.encode(&order(lines))?;
        let mut order: everwires::Order = Wire::Protobuf.decode(&bytes)?;
        let request = framed(&wire.encode(&order)?)?;
        order.id += 1;
        Ok(Target {
            name,
            path: match at {
                0 => "/shop.v1.Peer/Place",
                _ => "/shop.v1.Shop/Place",
            },
            content_type,
            request,
            response: framed(&wire.encode(&order)?)?,
        })
    };
    CELLS.into_iter().enumerate().map(target).collect()
}

/// What is measured.
pub const SUBJECT: Subject = Subject {
    protocol: Protocol::Http2,
    router,
    targets,
};
