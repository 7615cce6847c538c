//! A client of prost's and our server, and the other way round.

use everwire::Wire;
use everwire::wkt::Empty;
use everwire_services::peer;
use everwire_services::shop::v1::Filter;
use everwire_services::shop::v1::orders_client::OrdersClient;
use everwire_services::shop::v1::orders_server::OrdersServer;
use tokio_stream::{StreamExt, iter};
use tonic::codec::CompressionEncoding::Gzip;
use tonic::{Code, Request, Response, Status, Streaming};

use crate::server::{Shop, order, receipt, serve};

fn theirs(id: u64, quantities: &[u32]) -> peer::Order {
    let ours = order(id, "Ann", quantities);
    peer::Order {
        id,
        customer: ours.customer,
        lines: ours
            .lines
            .into_iter()
            .map(|line| peer::Line {
                sku: line.sku,
                quantity: line.quantity,
            })
            .collect(),
        signature: ours.signature.to_vec(),
        note: None,
        placed_at: None,
    }
}

fn their_receipt(order: &peer::Order) -> peer::Receipt {
    peer::Receipt {
        order_id: order.id,
        cents: order
            .lines
            .iter()
            .map(|line| u64::from(line.quantity))
            .sum(),
        signature: order.signature.clone(),
    }
}

#[tokio::test]
async fn a_client_of_prost_and_our_server() {
    for compressed in [false, true] {
        let mut server = OrdersServer::new(Shop::default());
        if compressed {
            server = server.accept_compressed(Gzip).send_compressed(Gzip);
        }
        let mut client = peer::orders_client::OrdersClient::new(serve(server).await);
        if compressed {
            client = client.accept_compressed(Gzip).send_compressed(Gzip);
        }
        let sent = theirs(300, &[1, 2, 3]);
        let found = client.place(sent.clone()).await.unwrap().into_inner();
        assert_eq!(found, their_receipt(&sent));

        let filter = peer::Filter {
            customer: "Ann".into(),
        };
        let orders = client.watch(filter).await.unwrap().into_inner();
        let orders: Vec<_> = orders.map(Result::unwrap).collect().await;
        let expected: Vec<_> = (1..=5_u32).map(|id| theirs(id.into(), &[id])).collect();
        assert_eq!(orders, expected);

        let summary = client
            .import(iter([theirs(1, &[4]), theirs(2, &[5])]))
            .await;
        let expected = peer::Summary {
            orders: 2,
            items: 9,
        };
        assert_eq!(summary.unwrap().into_inner(), expected);

        let sent: Vec<_> = (1..=20).map(|id| theirs(id, &[2])).collect();
        let receipts = client.exchange(iter(sent.clone())).await.unwrap();
        let receipts: Vec<_> = receipts.into_inner().map(Result::unwrap).collect().await;
        assert_eq!(receipts, sent.iter().map(their_receipt).collect::<Vec<_>>());
        assert_eq!(client.count(()).await.unwrap().into_inner().orders, 3);
    }
}

/// A shop of prost's messages.
pub struct Peer;

#[tonic::async_trait]
impl peer::orders_server::Orders for Peer {
    async fn place(
        &self,
        request: Request<peer::Order>,
    ) -> Result<Response<peer::Receipt>, Status> {
        Ok(Response::new(their_receipt(request.get_ref())))
    }

    type WatchStream = tonic::codegen::BoxStream<peer::Order>;

    async fn watch(&self, _: Request<peer::Filter>) -> Result<Response<Self::WatchStream>, Status> {
        let orders = (1..=5_u32).map(|id| Ok(theirs(id.into(), &[id])));
        Ok(Response::new(Box::pin(iter(orders.collect::<Vec<_>>()))))
    }

    async fn import(
        &self,
        request: Request<Streaming<peer::Order>>,
    ) -> Result<Response<peer::Summary>, Status> {
        let mut summary = peer::Summary::default();
        let mut orders = request.into_inner();
        while let Some(order) = orders.message().await? {
            summary.orders += 1;
            summary.items += their_receipt(&order).cents;
        }
        Ok(Response::new(summary))
    }

    type ExchangeStream = tonic::codegen::BoxStream<peer::Receipt>;

    async fn exchange(
        &self,
        request: Request<Streaming<peer::Order>>,
    ) -> Result<Response<Self::ExchangeStream>, Status> {
        let receipts = request.into_inner();
        let receipts = receipts.map(|order| order.map(|order| their_receipt(&order)));
        Ok(Response::new(Box::pin(receipts)))
    }

    async fn count(&self, _: Request<()>) -> Result<Response<peer::Summary>, Status> {
        Ok(Response::new(peer::Summary::default()))
    }
}

#[tokio::test]
async fn our_client_and_a_server_of_prost() {
    for compressed in [false, true] {
        let mut server = peer::orders_server::OrdersServer::new(Peer);
        if compressed {
            server = server.accept_compressed(Gzip).send_compressed(Gzip);
        }
        let mut client = OrdersClient::new(serve(server).await);
        if compressed {
            client = client.accept_compressed(Gzip).send_compressed(Gzip);
        }
        let sent = order(300, "Ann", &[1, 2, 3]);
        let found = client.place(sent.clone()).await.unwrap().into_inner();
        assert_eq!(found, receipt(&sent));

        let orders = client.watch(Filter::default()).await.unwrap().into_inner();
        let orders: Vec<_> = orders.map(Result::unwrap).collect().await;
        let expected: Vec<_> = (1..=5).map(|id| order(id.into(), "Ann", &[id])).collect();
        assert_eq!(orders, expected);

        let sent: Vec<_> = (1..=20).map(|id| order(id, "Ann", &[2])).collect();
        let summary = client
            .import(iter(sent.clone()))
            .await
            .unwrap()
            .into_inner();
        assert_eq!((summary.orders, summary.items), (20, 40));
        let receipts = client.exchange(iter(sent.clone())).await.unwrap();
        let receipts: Vec<_> = receipts.into_inner().map(Result::unwrap).collect().await;
        assert_eq!(receipts, sent.iter().map(receipt).collect::<Vec<_>>());
        assert_eq!(client.count(Empty {}).await.unwrap().into_inner().orders, 0);
    }
}

/// A server that does not look at the subtype reads what it is not, or answers on the wire that it has.
#[tokio::test]
async fn a_server_that_knows_protobuf_alone_is_found_out() {
    let channel = serve(peer::orders_server::OrdersServer::new(Peer)).await;
    let mut client = OrdersClient::new(channel).wire(Wire::MsgPack);
    let status = client.watch(Filter::default()).await.unwrap_err();
    assert_eq!(status.code(), Code::Internal);
    // An array of one field is no message of protobuf.
    assert!(status.message().contains("decode"), "{status}");

    // It has nothing to read here, and answers.
    let mut client = client.wire(Wire::Json);
    let status = client.import(iter([])).await.unwrap_err();
    assert_eq!(status.code(), Code::Internal);
    assert_eq!(
        status.message(),
        "the server answers with `application/grpc`, and was asked for `application/grpc+json`: \
         help: leave `wire` out where a server knows protobuf alone"
    );
}
