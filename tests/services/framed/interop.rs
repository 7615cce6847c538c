//! The frames of others: prost's delimited messages, serde_json's lines.

use bytes::BytesMut;
use everwire::tokio_util::Frames;
use everwire::{Codec, Wire};
use futures_util::{SinkExt, StreamExt};
use prost::Message as _;
use serde_json::json;
use tokio_util::codec::{Decoder, Encoder, Framed, LinesCodec};

#[derive(Codec, Clone, Debug, PartialEq)]
struct Point {
    #[codec(1)]
    name: String,
    #[codec(2)]
    x: i32,
}

#[derive(Clone, PartialEq, prost::Message)]
struct Theirs {
    #[prost(string, tag = "1")]
    name: String,
    #[prost(int32, tag = "2")]
    x: i32,
}

fn points() -> Vec<Point> {
    let name = |x: i32| "é\u{2028}\n\t".repeat(x as usize % 40);
    (0..60)
        .map(|x| Point {
            name: name(x),
            x: x - 30,
        })
        .collect()
}

#[test]
fn prost_reads_and_writes_the_same_bytes() {
    let mut frames = Frames::<Point>::new(Wire::Protobuf);
    let (mut ours, mut theirs) = (BytesMut::new(), Vec::new());
    for Point { name, x } in points() {
        let message = Theirs {
            name: name.clone(),
            x,
        };
        message.encode_length_delimited(&mut theirs).unwrap();
        frames.encode(Point { name, x }, &mut ours).unwrap();
    }
    assert_eq!(&ours[..], theirs);
    let mut rest = &ours[..];
    for Point { name, x } in points() {
        let message = Theirs::decode_length_delimited(&mut rest).unwrap();
        assert_eq!(message, Theirs { name, x });
    }
    for point in points() {
        assert_eq!(frames.decode(&mut ours).unwrap(), Some(point));
    }
}

#[tokio::test]
async fn serde_json_reads_and_writes_the_same_lines() {
    let (ours, theirs) = tokio::io::duplex(50);
    let mut ours = Framed::new(ours, Frames::<Point>::new(Wire::Json));
    let mut theirs = Framed::new(theirs, LinesCodec::new());
    for Point { name, x } in points() {
        let value = json!({ "name": name, "x": x });
        let point = Point { name, x };
        let (sent, line) = tokio::join!(ours.send(&point), theirs.next());
        sent.unwrap();
        let line = line.unwrap().unwrap();
        assert_eq!(line, serde_json::to_string(&value).unwrap());
        let (sent, back) = tokio::join!(theirs.send(line), ours.next());
        sent.unwrap();
        assert_eq!(back.unwrap().unwrap(), point);
    }
}
