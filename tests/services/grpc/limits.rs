//! Limits of tonic's and of ours, and memory that is shared.

use bytes::Bytes;
use everwire::tonic::Codec;
use everwire::{Limits, Options, Wire};
use everwire_services::shop::v1::orders_client::OrdersClient;
use everwire_services::shop::v1::orders_server::OrdersServer;
use tonic::Code;

use crate::server::{Shop, order, serve};

#[tokio::test]
async fn what_is_too_long_is_refused() {
    let server = || OrdersServer::new(Shop::default());
    let long = || order(1, &"a".repeat(10_000), &[1]);
    let by_tonic = serve(server().max_decoding_message_size(1000)).await;
    let few = Options::new().limits(Limits {
        message: 1000,
        ..Limits::DEFAULT
    });
    let by_us = serve(server().options(few)).await;
    for wire in Wire::ALL {
        let mut client = OrdersClient::new(by_tonic.clone()).wire(wire);
        let status = client.place(long()).await.unwrap_err();
        assert_eq!(status.code(), Code::OutOfRange, "{wire}: {status}");

        let mut client = OrdersClient::new(by_us.clone()).wire(wire);
        let status = client.place(long()).await.unwrap_err();
        assert_eq!(status.code(), Code::ResourceExhausted, "{wire}: {status}");
        assert!(client.place(order(1, "Ann", &[1])).await.is_ok());
    }
}

/// Two fields of bytes lie as far from each other as they do in the message: nothing was copied.
#[test]
fn bytes_of_long_messages_share_the_buffer() {
    use everwire::Codec as Derive;
    use tonic::codec::{Codec as _, Decoder};

    #[derive(Derive)]
    struct Pair {
        #[codec(1)]
        first: Bytes,
        #[codec(2)]
        second: Bytes,
    }

    for wire in [Wire::Protobuf, Wire::MsgPack] {
        let pair = Pair {
            first: vec![1; 5000].into(),
            second: vec![2; 5000].into(),
        };
        let mut body = vec![0];
        let message = wire.encode(&pair).unwrap();
        body.extend(u32::try_from(message.len()).unwrap().to_be_bytes());
        body.extend(&message);
        let decoder = Codec::<Pair, Pair>::new(wire).decoder();
        let found = tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap()
            .block_on(read(decoder, body));
        assert_eq!(
            (found.first.clone(), found.second.clone()),
            (pair.first, pair.second)
        );
        let apart = found.second.as_ptr() as usize - found.first.as_ptr() as usize;
        assert_eq!(apart, 5003, "{wire}");
    }

    async fn read<D>(decoder: D, body: Vec<u8>) -> Pair
    where
        D: Decoder<Item = Pair, Error = tonic::Status> + Send + 'static,
    {
        let body = http_body_util::Full::new(Bytes::from(body));
        let mut stream = tonic::Streaming::new_request(decoder, body, None, None);
        stream.message().await.unwrap().unwrap()
    }
}
