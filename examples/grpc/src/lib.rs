//! A shop that takes orders over gRPC.

mod store;

everwire::include_schema!();

use tokio::net::TcpListener;
use tokio_stream::wrappers::TcpListenerStream;
use tonic::codec::CompressionEncoding::Gzip;
use tonic::transport::{Error, Server};

use shop::v1::orders_server::OrdersServer;
use store::Store;

/// Answers all that come, each on the wire that it asks for.
///
/// # Errors
///
/// If the connections cannot be served any more.
pub async fn serve(listener: TcpListener) -> Result<(), Error> {
    let orders = OrdersServer::new(Store::default())
        .accept_compressed(Gzip)
        .send_compressed(Gzip);
    Server::builder()
        .add_service(orders)
        .serve_with_incoming(TcpListenerStream::new(listener))
        .await
}
