//! A reader that is slow holds up the writer.

use std::time::Duration;

use everwire::Wire;
use everwire::stream::Framing;
use everwire::tokio_util::{Frame, Frames};
use futures_util::{FutureExt, SinkExt, StreamExt};
use tokio_util::codec::{Framed, FramedRead, FramedWrite};

use super::written;

const PIPE: usize = 1000;
const BOUNDARY: usize = 3000;

#[tokio::test]
async fn a_slow_reader_holds_up_the_writer() {
    for wire in Wire::ALL {
        let (ours, theirs) = tokio::io::duplex(PIPE);
        let mut write = FramedWrite::new(ours, Frames::<String>::new(wire));
        write.set_backpressure_boundary(BOUNDARY);
        let record = "x".repeat(200);
        let len = written(wire, Framing::of(wire), std::slice::from_ref(&record)).len();
        let mut fed = 0;
        while write.feed(&record).now_or_never().is_some() {
            fed += 1;
            assert!(fed < 1000, "{wire}");
        }
        // The buffer fills up to its boundary, and by the record that exceeds it; then all of it waits for the pipe.
        assert!(
            (BOUNDARY..BOUNDARY + len).contains(&(fed * len)),
            "{wire}: {fed} of {len}"
        );
        assert_eq!(write.write_buffer().len(), fed * len - PIPE, "{wire}");

        // Once somebody reads, it goes on, and nothing is lost.
        let writer = tokio::spawn(async move {
            for _ in 0..500 {
                write.feed(&record).await.unwrap();
            }
            SinkExt::<&String>::close(&mut write).await.unwrap();
        });
        let mut read = FramedRead::new(theirs, Frames::<String>::new(wire));
        let mut came = 0;
        while let Some(record) = read.next().await {
            assert_eq!(record.unwrap().len(), 200);
            came += 1;
            if came % 100 == 0 {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        }
        writer.await.unwrap();
        assert_eq!(came, fed + 500, "{wire}");
    }
}

#[tokio::test]
async fn a_proxy_hands_on_what_it_does_not_know() {
    let (client, left) = tokio::io::duplex(37);
    let (right, server) = tokio::io::duplex(53);
    let (to_right, mut from_left) = (
        Framed::new(right, Frames::<Frame>::new(Wire::MsgPack)),
        Framed::new(left, Frames::<Frame>::new(Wire::MsgPack)),
    );
    let (mut to_server, mut from_server) = to_right.split();
    let proxy = tokio::spawn(async move {
        while let Some(frame) = from_left.next().await {
            to_server.send(frame.unwrap()).await.unwrap();
            let answer = from_server.next().await.unwrap().unwrap();
            from_left.send(answer).await.unwrap();
        }
    });
    let server = tokio::spawn(async move {
        let mut server = Framed::new(server, Frames::<String, usize>::new(Wire::MsgPack));
        while let Some(text) = server.next().await {
            server.send(text.unwrap().len()).await.unwrap();
        }
    });
    let mut client = Framed::new(client, Frames::<usize, String>::new(Wire::MsgPack));
    for len in [0, 1, 31, 32, 300, 70_000] {
        client.send("x".repeat(len)).await.unwrap();
        assert_eq!(client.next().await.unwrap().unwrap(), len);
    }
    drop(client);
    proxy.await.unwrap();
    server.await.unwrap();
}
