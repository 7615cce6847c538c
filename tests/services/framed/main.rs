//! Frames of tokio-util over pipes and sockets: what is received and sent, piece by piece, within limits, beside what others read and write.

mod errors;
mod interop;
mod pieces;
mod pressure;
mod sockets;

use bytes::{Bytes, BytesMut};
use everwire::stream::{Error, Framing, Writer};
use everwire::tokio_util::{Frames, Received};
use everwire::{Codec, Wire};
use tokio_util::codec::Decoder;

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "shop.v1.Line")]
struct Line {
    #[codec(1)]
    sku: String,
    #[codec(2, lte = 1000)]
    quantity: u32,
    #[codec(3)]
    image: Bytes,
}

fn lines() -> Vec<Line> {
    let line = |quantity: u32| Line {
        sku: "é\n\"".repeat(quantity as usize % 7 * quantity as usize % 90),
        quantity,
        image: vec![b'\n'; quantity as usize % 5].into(),
    };
    (0..40).map(line).collect()
}

/// The framings that a wire has.
const FRAMINGS: [(Wire, Framing); 4] = [
    (Wire::Protobuf, Framing::Length),
    (Wire::MsgPack, Framing::Length),
    (Wire::Json, Framing::Length),
    (Wire::Json, Framing::Line),
];

/// What `stream::Writer` writes.
fn written<T: Codec>(wire: Wire, framing: Framing, values: &[T]) -> Vec<u8> {
    let mut writer = Writer::new(Vec::new(), wire).framing(framing);
    for value in values {
        writer.write(value).unwrap();
    }
    writer.into_inner()
}

/// What is received where these pieces come, and what is said then.
fn received<'p, T: Received>(
    frames: &mut Frames<T>,
    pieces: impl IntoIterator<Item = &'p [u8]>,
) -> (Vec<T>, Option<Error>) {
    let (mut buffer, mut all) = (BytesMut::new(), Vec::new());
    for piece in pieces {
        buffer.extend_from_slice(piece);
        loop {
            match frames.decode(&mut buffer) {
                Ok(Some(value)) => all.push(value),
                Ok(None) => break,
                Err(error) => return (all, Some(error)),
            }
        }
    }
    loop {
        match frames.decode_eof(&mut buffer) {
            Ok(Some(value)) => all.push(value),
            Ok(None) => return (all, None),
            Err(error) => return (all, Some(error)),
        }
    }
}
