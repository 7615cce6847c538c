//! How others do it: tokio-util's codecs, and a library that turns records into bytes.

use bytes::Bytes;
use futures_util::{SinkExt, StreamExt};
use prost::Message;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio_util::codec::{
    Decoder, Encoder, FramedRead, FramedWrite, LengthDelimitedCodec, LinesCodec,
};

use everwire::tokio_util::Frames;
use everwire::{Codec, DecodeOwned, Wire};

/// What everybody can send.
pub trait Record:
    Codec + DecodeOwned + Clone + PartialEq + Serialize + DeserializeOwned + Message + Default
{
}

impl<T: Codec + DecodeOwned + Clone + PartialEq + Serialize + DeserializeOwned + Message + Default>
    Record for T
{
}

/// Who sends and receives.
#[derive(Clone, Copy)]
pub enum Peer {
    Ours(Wire),
    Prost,
    Rmp,
    SerdeJson,
}

async fn send<T, I, E>(records: &[T], codec: E, into: Vec<u8>, item: impl Fn(&T) -> I) -> Vec<u8>
where
    E: Encoder<I>,
    E::Error: std::fmt::Debug,
{
    let mut write = FramedWrite::new(into, codec);
    for record in records {
        write.feed(item(record)).await.expect("a record");
    }
    SinkExt::<I>::flush(&mut write).await.expect("a stream");
    write.into_inner()
}

async fn receive<T, D: Decoder>(
    stream: &[u8],
    codec: D,
    item: impl Fn(D::Item) -> T,
    mut each: impl FnMut(T),
) where
    D::Error: std::fmt::Debug,
{
    let mut read = FramedRead::new(stream, codec);
    while let Some(frame) = read.next().await {
        each(item(frame.expect("a record")));
    }
}

/// tokio-util's lengths, of four bytes.
fn lengths() -> LengthDelimitedCodec {
    LengthDelimitedCodec::builder()
        .max_frame_length(1 << 30)
        .new_codec()
}

impl Peer {
    pub async fn send<T: Record>(self, records: &[T], into: Vec<u8>) -> Vec<u8> {
        match self {
            Self::Ours(wire) => {
                let mut write = FramedWrite::new(into, Frames::<T>::new(wire));
                for record in records {
                    write.feed(record).await.expect("a record");
                }
                SinkExt::<&T>::flush(&mut write).await.expect("a stream");
                write.into_inner()
            }
            Self::Prost => {
                send(records, lengths(), into, |record| {
                    Bytes::from(record.encode_to_vec())
                })
                .await
            }
            Self::Rmp => {
                let bytes = |record: &T| Bytes::from(rmp_serde::to_vec(record).expect("a record"));
                send(records, lengths(), into, bytes).await
            }
            Self::SerdeJson => {
                let text = |record: &T| serde_json::to_string(record).expect("a record");
                send(records, LinesCodec::new(), into, text).await
            }
        }
    }

    pub async fn receive<T: Record>(self, stream: &[u8], each: impl FnMut(T)) {
        match self {
            Self::Ours(wire) => {
                receive(stream, Frames::<T>::new(wire), |record| record, each).await
            }
            Self::Prost => {
                let record =
                    |frame: bytes::BytesMut| <T as Message>::decode(&frame[..]).expect("a record");
                receive(stream, lengths(), record, each).await;
            }
            Self::Rmp => {
                let record =
                    |frame: bytes::BytesMut| rmp_serde::from_slice(&frame).expect("a record");
                receive(stream, lengths(), record, each).await;
            }
            Self::SerdeJson => {
                let record = |line: String| serde_json::from_str(&line).expect("a record");
                receive(stream, LinesCodec::new(), record, each).await;
            }
        }
    }
}
