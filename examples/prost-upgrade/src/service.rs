//! The service, which checks what it receives by the rules of its type.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Mutex, PoisonError};

use everwire::Codec;
use tokio::net::TcpListener;
use tokio_stream::wrappers::TcpListenerStream;
use tonic::transport::Server;
use tonic::{Request, Response, Status};

use crate::depot::v1::depot_server::{Depot, DepotServer};
use crate::depot::v1::parcel::Stage;
use crate::depot::v1::{Parcel, Receipt, StockReply, TrackRequest};

/// The parcels in the depot, by their ids.
#[derive(Debug, Default)]
struct Shelf(Mutex<BTreeMap<String, Parcel>>);

#[tonic::async_trait]
impl Depot for Shelf {
    async fn receive(&self, request: Request<Parcel>) -> Result<Response<Receipt>, Status> {
        let parcel = request.into_inner();
        if let Err(violations) = parcel.validate() {
            return Err(Status::invalid_argument(violations.to_string()));
        }
        let id = parcel.id.clone();
        let mut parcels = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        parcels.insert(id.clone(), parcel);
        Ok(Response::new(Receipt { id }))
    }

    type TrackStream = tokio_stream::Iter<std::vec::IntoIter<Result<Parcel, Status>>>;

    async fn track(
        &self,
        request: Request<TrackRequest>,
    ) -> Result<Response<Self::TrackStream>, Status> {
        let parcels = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let parcel = parcels.get(&request.into_inner().id);
        let parcel = parcel.ok_or_else(|| Status::not_found("no such parcel"))?;
        let stages = [Stage::Accepted, Stage::OutForDelivery, Stage::Delivered];
        let states = stages.map(|stage| {
            Ok(Parcel {
                stage: stage.into(),
                ..parcel.clone()
            })
        });
        Ok(Response::new(tokio_stream::iter(Vec::from(states))))
    }

    async fn stock(&self, _request: Request<()>) -> Result<Response<StockReply>, Status> {
        let parcels = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let stages = parcels.values().map(|one| (one.id.clone(), one.stage));
        Ok(Response::new(StockReply {
            stages: stages.collect(),
        }))
    }
}

/// Serves on the loopback until the program ends; the answer is where.
///
/// # Errors
///
/// If there is no port.
pub async fn serve() -> std::io::Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let server = Server::builder().add_service(DepotServer::new(Shelf::default()));
    tokio::spawn(server.serve_with_incoming(TcpListenerStream::new(listener)));
    Ok(address)
}
