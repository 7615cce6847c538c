//! Stubs that tonic-build writes, with our codec: types of ours in a service that is there already.

use everwire_services::shop::v1::{Filter, Order, Receipt, Summary};
use everwire_services::{Entry, manual, peer, stubs};
use tokio_stream::iter;
use tonic::{Code, Request, Response, Status, Streaming};

use crate::server::{order, receipt, serve};

struct Stub;

#[tonic::async_trait]
impl stubs::orders_server::Orders for Stub {
    async fn place(&self, request: Request<Order>) -> Result<Response<Receipt>, Status> {
        Ok(Response::new(receipt(request.get_ref())))
    }

    type WatchStream = tonic::codegen::BoxStream<Order>;

    async fn watch(&self, request: Request<Filter>) -> Result<Response<Self::WatchStream>, Status> {
        let one = order(1, &request.get_ref().customer, &[1]);
        Ok(Response::new(Box::pin(iter([Ok(one)]))))
    }

    async fn import(&self, _: Request<Streaming<Order>>) -> Result<Response<Summary>, Status> {
        Err(Status::unavailable("closed"))
    }

    type ExchangeStream = tonic::codegen::BoxStream<Receipt>;

    async fn exchange(
        &self,
        _: Request<Streaming<Order>>,
    ) -> Result<Response<Self::ExchangeStream>, Status> {
        Err(Status::unavailable("closed"))
    }

    async fn count(&self, _: Request<()>) -> Result<Response<Summary>, Status> {
        Ok(Response::new(Summary::default()))
    }
}

#[tokio::test]
async fn our_codec_in_stubs_of_tonic() {
    let channel = serve(stubs::orders_server::OrdersServer::new(Stub)).await;
    let mut ours = stubs::orders_client::OrdersClient::new(channel.clone());
    let sent = order(7, "Ann", &[2, 3]);
    let found = ours.place(sent.clone()).await.unwrap().into_inner();
    assert_eq!(found, receipt(&sent));
    assert_eq!(
        ours.count(()).await.unwrap().into_inner(),
        Summary::default()
    );

    let mut theirs = peer::orders_client::OrdersClient::new(channel);
    let filter = peer::Filter {
        customer: "Bob".into(),
    };
    let mut orders = theirs.watch(filter).await.unwrap().into_inner();
    assert_eq!(orders.message().await.unwrap().unwrap().customer, "Bob");
    assert_eq!(orders.message().await.unwrap(), None);
}

struct Bank;

#[tonic::async_trait]
impl manual::ledger_server::Ledger for Bank {
    async fn book(&self, request: Request<Entry>) -> Result<Response<Entry>, Status> {
        let mut entry = request.into_inner();
        entry.cents = -entry.cents;
        Ok(Response::new(entry))
    }
}

#[tokio::test]
async fn our_codec_in_a_service_without_a_schema() {
    let channel = serve(manual::ledger_server::LedgerServer::new(Bank)).await;
    let mut client = manual::ledger_client::LedgerClient::new(channel);
    let entry = |account: &str, cents| Entry {
        account: account.into(),
        cents,
    };
    let booked = client.book(entry("Ann", 7)).await.unwrap().into_inner();
    assert_eq!(booked, entry("Ann", -7));
    let status = client.book(entry("", 7)).await.unwrap_err();
    assert_eq!(status.code(), Code::InvalidArgument);
}
