//! Both directions over TCP.

use everwire::tokio_util::Frames;
use everwire::{Codec, Options};
use futures_util::{SinkExt, StreamExt, stream};
use tokio::net::{TcpListener, TcpStream};
use tokio_util::codec::{Framed, FramedRead, FramedWrite};

use super::{FRAMINGS, Line, lines};

#[derive(Codec, Clone, Debug, PartialEq)]
struct Reply {
    #[codec(1)]
    total: u64,
}

#[tokio::test]
async fn requests_and_replies_take_turns() {
    for (wire, framing) in FRAMINGS {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let server = tokio::spawn(async move {
            let (socket, _) = listener.accept().await.unwrap();
            let frames = Frames::<Line, Reply>::new(wire).framing(framing);
            let mut requests = Framed::new(socket, frames);
            let mut total = 0;
            while let Some(line) = requests.next().await {
                total += u64::from(line.unwrap().quantity);
                requests.send(Reply { total }).await.unwrap();
            }
        });
        let socket = TcpStream::connect(address).await.unwrap();
        let frames = Frames::<Reply, Line>::new(wire).framing(framing);
        let mut replies = Framed::new(socket, frames);
        let mut total = 0;
        for line in lines() {
            replies.send(&line).await.unwrap();
            total += u64::from(line.quantity);
            assert_eq!(replies.next().await.unwrap().unwrap(), Reply { total });
        }
        assert_eq!(
            (replies.codec().sent(), replies.codec().received()),
            (40, 40)
        );
        drop(replies);
        server.await.unwrap();
    }
}

#[tokio::test]
async fn many_records_cross_both_ways_at_once() {
    for (wire, framing) in FRAMINGS {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let echo = tokio::spawn(async move {
            let (socket, _) = listener.accept().await.unwrap();
            let (read, write) = socket.into_split();
            let frames = Frames::<Line>::new(wire).framing(framing);
            let read = FramedRead::new(read, frames.clone());
            read.forward(FramedWrite::new(write, frames)).await.unwrap();
        });
        let socket = TcpStream::connect(address).await.unwrap();
        let (read, write) = socket.into_split();
        let frames = Frames::<Line>::new(wire).framing(framing);
        let frames = frames.options(Options::new().validate_on_encode(true));
        let all: Vec<Line> = (0..50).flat_map(|_| lines()).collect();
        let sent = stream::iter(all.clone()).map(Ok);
        let sending = tokio::spawn(sent.forward(FramedWrite::new(write, frames.clone())));
        let back: Vec<Line> = FramedRead::new(read, frames)
            .map(Result::unwrap)
            .collect()
            .await;
        sending.await.unwrap().unwrap();
        echo.await.unwrap();
        assert_eq!(back, all, "{wire}");
    }
}
