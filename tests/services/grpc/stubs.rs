//! Stubs that tonic-build writes, with our codec: types of ours in a service that is there already.

use everwire_services::shop::v1::{Filter, Order, Receipt, Summary};
use everwire_services::{peer, stubs};
use tokio_stream::iter;
use tonic::{Request, Response, Status, Streaming};

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
