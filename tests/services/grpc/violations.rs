//! Values that break rules, on either side.

use everwire::tonic::violations;
use everwire::{Codec, Options, Wire};
use everwire_services::peer;
use everwire_services::shop::v1::orders_client::OrdersClient;
use everwire_services::shop::v1::orders_server::OrdersServer;
use tokio_stream::iter;
use tonic::codec::CompressionEncoding::Gzip;
use tonic::{Code, Status};
use tonic_types::StatusExt;

use crate::server::{Shop, order, serve};

#[tokio::test]
async fn a_request_that_breaks_rules_is_an_invalid_argument() {
    let channel = serve(OrdersServer::new(Shop::default())).await;
    let broken = order(7, "", &[1, 0]);
    let expected = broken.validate().unwrap_err();
    for wire in Wire::ALL {
        let mut client = OrdersClient::new(channel.clone()).wire(wire);
        let one = client.place(broken.clone()).await.unwrap_err();
        let in_stream = client.import(iter([order(1, "Ann", &[1]), broken.clone()]));
        for status in [one, in_stream.await.unwrap_err()] {
            assert_eq!(status.code(), Code::InvalidArgument, "{wire}");
            assert_eq!(
                status.message(),
                "customer: must have at least 1 character (string.min_len)\n\
                 lines[1].quantity: must be greater than 0 (uint32.gt)"
            );
            let told = violations(&status).unwrap();
            assert_eq!(told.to_string(), expected.to_string());
            assert_eq!(told[1].path.elements(), expected[1].path.elements());
            assert_eq!(told[1].rule_path, expected[1].rule_path);
            is_bad_request(&status);
        }
    }
}

/// What another implementation reads of the same details.
fn is_bad_request(status: &Status) {
    let details = status.get_error_details();
    let bad = details.bad_request().unwrap();
    let told: Vec<_> = bad
        .field_violations
        .iter()
        .map(|one| (one.field.as_str(), one.description.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("customer", "must have at least 1 character"),
            ("lines[1].quantity", "must be greater than 0"),
        ]
    );
}

#[tokio::test]
async fn a_client_of_prost_reads_what_is_wrong() {
    let channel = serve(OrdersServer::new(Shop::default())).await;
    let mut client = peer::orders_client::OrdersClient::new(channel);
    let broken = peer::Order {
        lines: vec![
            peer::Line {
                sku: "A".into(),
                quantity: 1,
            },
            peer::Line::default(),
        ],
        ..peer::Order::default()
    };
    let status = client.place(broken).await.unwrap_err();
    assert_eq!(status.code(), Code::InvalidArgument);
    is_bad_request(&status);
}

/// What another implementation writes is read too.
#[test]
fn details_of_others_are_read() {
    let mut details = tonic_types::ErrorDetails::new();
    details.add_bad_request_violation("lines[0].sku", "is not in stock");
    let status = Status::with_error_details(Code::InvalidArgument, "no", details);
    let told = violations(&status).unwrap();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].path.as_str(), "lines[0].sku");
    assert_eq!(told[0].message, "is not in stock");
    assert_eq!(violations(&Status::aborted("")), None);
    let noise = Status::with_details(Code::InvalidArgument, "", b"\xff\xff".as_slice().into());
    assert_eq!(violations(&noise), None);
}

/// A status travels in headers, which clients do not take at any length.
#[tokio::test]
async fn many_violations_fit_into_headers() {
    let channel = serve(OrdersServer::new(Shop::default())).await;
    let mut client = OrdersClient::new(channel);
    let status = client.place(order(7, "", &[0; 300])).await.unwrap_err();
    assert_eq!(status.code(), Code::InvalidArgument);
    assert!(
        status.message().ends_with("\nand 293 more"),
        "{}",
        status.message()
    );
    let told = violations(&status).unwrap();
    assert!((8..=64).contains(&told.len()), "{}", told.len());
    assert_eq!(told[1].path.as_str(), "lines[0].quantity");
}

#[tokio::test]
async fn an_answer_that_breaks_rules_is_no_fault_of_the_caller() {
    let unchecked = OrdersServer::new(Shop::default()).options(Options::new().validate(false));
    let channel = serve(unchecked).await;
    let filter = everwire_services::shop::v1::Filter::default();
    for wire in Wire::ALL {
        // The customer of each order is the filter's, which is empty.
        let mut client = OrdersClient::new(channel.clone()).wire(wire);
        let mut orders = client.watch(filter.clone()).await.unwrap().into_inner();
        let status = orders.message().await.unwrap_err();
        assert_eq!(status.code(), Code::Internal, "{wire}");
        assert_eq!(violations(&status).unwrap()[0].path.as_str(), "customer");

        let mut trusting = client.options(Options::new().validate(false));
        let mut orders = trusting.watch(filter.clone()).await.unwrap().into_inner();
        assert_eq!(orders.message().await.unwrap().unwrap().customer, "");
    }
}

/// tonic makes a sentence of what an encoder says, with all that its source holds; what is told is the status.
#[tokio::test]
async fn what_cannot_be_written_is_told_as_it_is() {
    let checked = || Options::new().validate_on_encode(true);
    for compressed in [false, true] {
        let mut server = OrdersServer::new(Shop::default()).options(checked());
        if compressed {
            server = server.accept_compressed(Gzip).send_compressed(Gzip);
        }
        let channel = serve(server).await;
        for wire in Wire::ALL {
            let mut client = OrdersClient::new(channel.clone()).wire(wire);
            if compressed {
                client = client.accept_compressed(Gzip).send_compressed(Gzip);
            }
            let filter = everwire_services::shop::v1::Filter::default();
            let mut orders = client.watch(filter).await.unwrap().into_inner();
            let streamed = orders.message().await.unwrap_err();

            // There is a limit to what a receipt costs.
            let one = client
                .place(order(1, "Ann", &[2_000_000_000]))
                .await
                .unwrap_err();
            for (status, path) in [(streamed, "customer"), (one, "cents")] {
                assert_eq!(status.code(), Code::Internal, "{wire}: {status}");
                assert!(status.message().starts_with(path), "{status}");
                assert!(!status.message().contains("source"), "{status}");
                assert_eq!(violations(&status).unwrap()[0].path.as_str(), path);
            }

            // Nor does a client send what it checks and finds broken.
            let mut careful = client.options(checked());
            let status = careful.place(order(1, "", &[1])).await.unwrap_err();
            assert_eq!(status.code(), Code::Internal, "{wire}: {status}");
            assert_eq!(violations(&status).unwrap()[0].path.as_str(), "customer");
            let orders = iter([order(1, "Ann", &[1]), order(1, "", &[1])]);
            let status = careful.import(orders).await.unwrap_err();
            assert_eq!(violations(&status).unwrap()[0].path.as_str(), "customer");
        }
    }
}
