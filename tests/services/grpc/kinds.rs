//! Each kind of method, on each wire, with compression and without.

use everwire::Wire;
use everwire::wkt::Empty;
use everwire_services::shop::v1::orders_client::OrdersClient;
use everwire_services::shop::v1::orders_server::OrdersServer;
use everwire_services::shop::v1::{Filter, Summary};
use tokio_stream::{StreamExt, iter};
use tonic::codec::CompressionEncoding::Gzip;
use tonic::metadata::MetadataValue;
use tonic::transport::Channel;
use tonic::{Code, Request};

use crate::server::{Shop, order, receipt, serve};

/// Clients on every wire, which compress or do not, of servers that do or do not.
async fn clients() -> Vec<(String, OrdersClient<Channel>)> {
    let mut clients = Vec::new();
    for compressed in [false, true] {
        let mut server = OrdersServer::new(Shop::default());
        if compressed {
            server = server.accept_compressed(Gzip).send_compressed(Gzip);
        }
        let channel = serve(server).await;
        for wire in Wire::ALL {
            let mut client = OrdersClient::new(channel.clone()).wire(wire);
            if compressed {
                client = client.accept_compressed(Gzip).send_compressed(Gzip);
            }
            clients.push((format!("{wire}, compressed: {compressed}"), client));
        }
    }
    clients
}

#[tokio::test]
async fn one_message_for_one() {
    for (case, mut client) in clients().await {
        let sent = order(7, "Ann", &[2, 3]);
        let mut request = Request::new(sent.clone());
        let trace = MetadataValue::from_static("abc");
        request.metadata_mut().insert("trace", trace);
        let response = client.place(request).await.unwrap();
        assert_eq!(response.metadata().get("trace").unwrap(), "abc", "{case}");
        assert_eq!(response.into_inner(), receipt(&sent), "{case}");
    }
}

#[tokio::test]
async fn a_stream_for_one_message() {
    for (case, mut client) in clients().await {
        let filter = |customer: &str| Filter {
            customer: customer.into(),
            ..Filter::default()
        };
        let orders = client.watch(filter("Ann")).await.unwrap().into_inner();
        let orders: Vec<_> = orders.map(Result::unwrap).collect().await;
        let expected: Vec<_> = (1..=5).map(|id| order(id.into(), "Ann", &[id])).collect();
        assert_eq!(orders, expected, "{case}");

        let mut orders = client.watch(filter("Eve")).await.unwrap().into_inner();
        for _ in 0..5 {
            assert!(orders.message().await.unwrap().is_some(), "{case}");
        }
        let status = orders.message().await.unwrap_err();
        assert_eq!(
            (status.code(), status.message()),
            (Code::Aborted, "closed"),
            "{case}"
        );
    }
}

#[tokio::test]
async fn one_message_for_a_stream() {
    for (case, mut client) in clients().await {
        let orders = iter((1..=100).map(|id| order(id, "Ann", &[1, 2])));
        let summary = client.import(orders).await.unwrap().into_inner();
        let expected = Summary {
            orders: 100,
            items: 300,
            ..Summary::default()
        };
        assert_eq!(summary, expected, "{case}");
        let none = client.import(iter([])).await.unwrap().into_inner();
        assert_eq!(none, Summary::default(), "{case}");
    }
}

#[tokio::test]
async fn a_stream_for_a_stream() {
    for (case, mut client) in clients().await {
        let sent: Vec<_> = (1..=50).map(|id| order(id, "Ann", &[3])).collect();
        let receipts = client.exchange(iter(sent.clone())).await.unwrap();
        let receipts: Vec<_> = receipts.into_inner().map(Result::unwrap).collect().await;
        assert_eq!(
            receipts,
            sent.iter().map(receipt).collect::<Vec<_>>(),
            "{case}"
        );
    }
}

#[tokio::test]
async fn a_message_without_fields() {
    for (case, mut client) in clients().await {
        let before = client.count(Empty {}).await.unwrap().into_inner().orders;
        client.place(order(1, "Ann", &[1])).await.unwrap();
        let after = client.count(Empty {}).await.unwrap().into_inner().orders;
        assert_eq!(after, before + 1, "{case}");
    }
}

#[tokio::test]
async fn long_messages() {
    let quantities: Vec<u32> = (1..=20_000).collect();
    for (case, mut client) in clients().await {
        for times in [1, 10, 100, 10_000, 20_000] {
            let mut sent = order(9, "Ann", &quantities[..times]);
            sent.signature = vec![7; times * 10].into();
            let found = client.place(sent.clone()).await.unwrap().into_inner();
            assert_eq!(found, receipt(&sent), "{case}, {times} lines");
        }
    }
}

#[tokio::test]
async fn an_interceptor_may_refuse() {
    let refuse = |request: Request<()>| match request.metadata().get("token") {
        Some(_) => Ok(request),
        None => Err(tonic::Status::unauthenticated("no token")),
    };
    let channel = serve(OrdersServer::with_interceptor(Shop::default(), refuse)).await;
    for wire in Wire::ALL {
        let mut client = OrdersClient::new(channel.clone()).wire(wire);
        let status = client.place(order(1, "Ann", &[1])).await.unwrap_err();
        assert_eq!(status.code(), Code::Unauthenticated, "{wire}");
        let mut client =
            OrdersClient::with_interceptor(channel.clone(), |mut request: Request<()>| {
                let token = MetadataValue::from_static("1");
                request.metadata_mut().insert("token", token);
                Ok(request)
            });
        client = client.wire(wire);
        assert!(client.place(order(1, "Ann", &[1])).await.is_ok(), "{wire}");
    }
}
