//! The `content-type` of requests and answers, as gRPC over HTTP/2 has it.

use bytes::{BufMut, Bytes, BytesMut};
use everwire::Wire;
use everwire_services::shop::v1::Receipt;
use everwire_services::shop::v1::orders_server::OrdersServer;
use http_body_util::{BodyExt, Full};
use tonic::codegen::{Service, http};
use tonic::transport::Channel;

use crate::server::{Shop, order, receipt, serve};

/// A message behind its five bytes.
fn framed(message: &[u8]) -> Bytes {
    let mut body = BytesMut::new();
    body.put_u8(0);
    body.put_u32(u32::try_from(message.len()).unwrap());
    body.put_slice(message);
    body.freeze()
}

/// What comes of a request: its status, its content type, gRPC's status, and the body.
struct Answer {
    http: u16,
    content_type: String,
    grpc: String,
    message: String,
    body: Bytes,
}

async fn ask(channel: &Channel, path: &str, content_type: Option<&str>, body: Bytes) -> Answer {
    let mut request =
        http::Request::post(format!("http://localhost{path}")).header("te", "trailers");
    if let Some(content_type) = content_type {
        request = request.header("content-type", content_type);
    }
    let body = Full::new(body).map_err(|never| match never {});
    let request = request.body(tonic::body::Body::new(body)).unwrap();
    let mut channel = channel.clone();
    std::future::poll_fn(|cx| Service::poll_ready(&mut channel, cx))
        .await
        .unwrap();
    let response = channel.call(request).await.unwrap();
    let (head, body) = response.into_parts();
    let collected = body.collect().await.unwrap();
    let mut headers = head.headers;
    headers.extend(collected.trailers().cloned().unwrap_or_default());
    let text = |name: &str| {
        let value = headers.get(name);
        value.map_or(String::new(), |value| value.to_str().unwrap().to_owned())
    };
    Answer {
        http: head.status.as_u16(),
        content_type: text("content-type"),
        grpc: text("grpc-status"),
        message: text("grpc-message"),
        body: collected.to_bytes(),
    }
}

#[tokio::test]
async fn an_answer_has_the_wire_and_the_words_of_its_request() {
    let channel = serve(OrdersServer::new(Shop::default())).await;
    let sent = order(7, "Ann", &[2, 3]);
    for (content_type, wire, echoed) in [
        (Some("application/grpc"), Wire::Protobuf, "application/grpc"),
        (None, Wire::Protobuf, "application/grpc"),
        (
            Some("application/grpc+proto"),
            Wire::Protobuf,
            "application/grpc+proto",
        ),
        (
            Some("application/grpc+json"),
            Wire::Json,
            "application/grpc+json",
        ),
        (
            Some("application/grpc+JSON; a=b"),
            Wire::Json,
            "application/grpc+json",
        ),
        (
            Some("application/grpc+msgpack"),
            Wire::MsgPack,
            "application/grpc+msgpack",
        ),
    ] {
        let body = framed(&wire.encode(&sent).unwrap());
        let answer = ask(&channel, "/shop.v1.Orders/Place", content_type, body).await;
        assert_eq!(
            (answer.http, answer.grpc.as_str()),
            (200, "0"),
            "{content_type:?}"
        );
        assert_eq!(answer.content_type, echoed);
        assert_eq!(answer.body, framed(&wire.encode(&receipt(&sent)).unwrap()));
        let found: Receipt = wire.decode(&answer.body[5..]).unwrap();
        assert_eq!(found, receipt(&sent));

        // An error has the same words, and so has a method that is none.
        let answer = ask(
            &channel,
            "/shop.v1.Orders/Place",
            content_type,
            framed(b"\xff"),
        )
        .await;
        assert_eq!(
            (answer.http, answer.grpc.as_str()),
            (200, "13"),
            "{content_type:?}"
        );
        assert_eq!(answer.content_type, echoed);
        let answer = ask(
            &channel,
            "/shop.v1.Orders/Refund",
            content_type,
            framed(b""),
        )
        .await;
        assert_eq!(
            (answer.http, answer.grpc.as_str()),
            (200, "12"),
            "{content_type:?}"
        );
        assert_eq!(answer.content_type, echoed);
    }
}

#[tokio::test]
async fn other_content_types_are_not_implemented() {
    let channel = serve(OrdersServer::new(Shop::default())).await;
    for (content_type, http) in [
        ("application/grpc+thrift", 200),
        ("application/grpc-web", 200),
        ("application/json", 415),
        ("text/plain", 415),
    ] {
        let answer = ask(
            &channel,
            "/shop.v1.Orders/Place",
            Some(content_type),
            framed(b""),
        )
        .await;
        assert_eq!(
            (answer.http, answer.grpc.as_str()),
            (http, "12"),
            "{content_type}"
        );
        let said = format!("the content type `{content_type}` is none of this service")
            .replace(' ', "%20");
        let message = answer.message.replace("%60", "`");
        assert!(message.starts_with(&said), "{message}");
    }
}

/// tonic's own answer of an interceptor that refuses names no subtype.
#[tokio::test]
async fn what_an_interceptor_refuses_is_answered_in_the_words_of_its_request() {
    let refuse = |_| Err(tonic::Status::unauthenticated("no token"));
    let channel = serve(OrdersServer::with_interceptor(Shop::default(), refuse)).await;
    for (content_type, echoed) in [
        ("application/grpc", "application/grpc"),
        ("application/grpc+proto", "application/grpc+proto"),
        ("application/grpc+JSON", "application/grpc+json"),
        ("application/grpc+msgpack", "application/grpc+msgpack"),
        ("application/grpc+thrift", "application/grpc"),
    ] {
        let path = "/shop.v1.Orders/Place";
        let answer = ask(&channel, path, Some(content_type), framed(b"")).await;
        assert_eq!((answer.http, answer.grpc.as_str()), (200, "16"));
        assert_eq!(answer.content_type, echoed);
    }
}
