//! The service of the tests, and where it listens.

use std::convert::Infallible;
use std::sync::atomic::{AtomicU64, Ordering};

use everwire::wkt::Empty;
use everwire_services::shop::v1::orders_server::Orders;
use everwire_services::shop::v1::{Filter, Line, Order, Receipt, Summary};
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::{ReceiverStream, TcpListenerStream};
use tonic::codegen::{Service, http};
use tonic::server::NamedService;
use tonic::transport::{Channel, Endpoint, Server};
use tonic::{Request, Response, Status, Streaming};

/// A shop: what an order costs, and how many it took.
#[derive(Debug, Default)]
pub struct Shop {
    orders: AtomicU64,
}

pub fn order(id: u64, customer: &str, quantities: &[u32]) -> Order {
    Order {
        id,
        customer: customer.into(),
        lines: quantities
            .iter()
            .map(|quantity| Line {
                sku: format!("SKU-{quantity}"),
                quantity: *quantity,
                ..Line::default()
            })
            .collect(),
        signature: vec![u8::try_from(id % 256).unwrap(); 3].into(),
        ..Order::default()
    }
}

pub fn receipt(order: &Order) -> Receipt {
    Receipt {
        order_id: order.id,
        cents: order
            .lines
            .iter()
            .map(|line| u64::from(line.quantity))
            .sum(),
        signature: order.signature.clone(),
        ..Receipt::default()
    }
}

impl Shop {
    fn count(&self) -> u64 {
        self.orders.fetch_add(1, Ordering::Relaxed) + 1
    }
}

impl Orders for Shop {
    async fn place(&self, request: Request<Order>) -> Result<Response<Receipt>, Status> {
        self.count();
        let mut response = Response::new(receipt(request.get_ref()));
        if let Some(trace) = request.metadata().get("trace") {
            response.metadata_mut().insert("trace", trace.clone());
        }
        Ok(response)
    }

    type WatchStream = ReceiverStream<Result<Order, Status>>;

    async fn watch(&self, request: Request<Filter>) -> Result<Response<Self::WatchStream>, Status> {
        let (sender, receiver) = mpsc::channel(2);
        let customer = request.into_inner().customer;
        tokio::spawn(async move {
            for id in 1..=5 {
                let one = order(id, &customer, &[u32::try_from(id).unwrap()]);
                if sender.send(Ok(one)).await.is_err() {
                    return;
                }
            }
            if customer == "Eve" {
                let _ = sender.send(Err(Status::aborted("closed"))).await;
            }
        });
        Ok(Response::new(ReceiverStream::new(receiver)))
    }

    async fn import(
        &self,
        request: Request<Streaming<Order>>,
    ) -> Result<Response<Summary>, Status> {
        let mut orders = request.into_inner();
        let mut summary = Summary::default();
        while let Some(order) = orders.message().await? {
            self.count();
            summary.orders += 1;
            summary.items += receipt(&order).cents;
        }
        Ok(Response::new(summary))
    }

    type ExchangeStream =
        std::pin::Pin<Box<dyn tokio_stream::Stream<Item = Result<Receipt, Status>> + Send>>;

    async fn exchange(
        &self,
        request: Request<Streaming<Order>>,
    ) -> Result<Response<Self::ExchangeStream>, Status> {
        let orders = request.into_inner();
        let receipts = orders.map(|order| order.map(|order| receipt(&order)));
        Ok(Response::new(Box::pin(receipts)))
    }

    async fn count(&self, _: Request<Empty>) -> Result<Response<Summary>, Status> {
        Ok(Response::new(Summary {
            orders: self.orders.load(Ordering::Relaxed),
            ..Summary::default()
        }))
    }
}

/// Serves on a free port until the test ends, and connects to it.
pub async fn serve<S>(service: S) -> Channel
where
    S: Service<
            http::Request<tonic::body::Body>,
            Response: axum::response::IntoResponse,
            Error = Infallible,
            Future: Send + 'static,
        > + NamedService
        + Clone
        + Send
        + Sync
        + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = Server::builder().add_service(service);
    tokio::spawn(router.serve_with_incoming(TcpListenerStream::new(listener)));
    let endpoint = Endpoint::new(format!("http://{address}")).unwrap();
    endpoint.connect().await.unwrap()
}
