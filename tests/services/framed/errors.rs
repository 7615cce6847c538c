//! What is told where a stream or a record is not as it should be, and what comes then.

use bytes::BytesMut;
use everwire::stream::{Error, Framing};
use everwire::tokio_util::Frames;
use everwire::{Limits, Options, Wire};
use futures_util::{SinkExt, StreamExt};
use tokio_util::codec::{Decoder, Encoder, FramedRead, FramedWrite};

use super::{Line, received, written};

fn limited(message: usize) -> Options<'static> {
    let limits = Limits {
        message,
        ..Limits::default()
    };
    Options::new().limits(limits)
}

#[test]
fn a_length_beyond_the_limit_is_refused_before_anything_of_the_record_comes() {
    let mut frames = Frames::<Line>::new(Wire::MsgPack).options(limited(1000));
    let stream = [
        &written(Wire::MsgPack, Framing::Length, &[Line::default()])[..],
        &[0xe9, 0x07],
    ]
    .concat();
    let (all, error) = received(&mut frames, [&stream[..]]);
    assert_eq!(all, [Line::default()]);
    assert_eq!(
        error.unwrap().to_string(),
        "record 1 at byte 6: the limit `message` of 1000 is reached; raise it with `Options::limits` (msgpack, byte 0)"
    );
    // Nothing can be told apart any more.
    let mut buffer = BytesMut::from(&stream[..]);
    assert!(frames.decode(&mut buffer).unwrap().is_none());
    assert!(buffer.is_empty());
}

#[test]
fn a_record_has_eight_mebibytes_unless_told_otherwise() {
    // The length of the record, one more than that, and nothing of the record.
    let (whole, longer) = ([0x80, 0x80, 0x80, 0x04], [0x81, 0x80, 0x80, 0x04]);
    let new = Frames::<Line>::new;
    for (frames, is_longer_refused, is_whole_refused) in [
        (new(Wire::MsgPack), true, false),
        (new(Wire::MsgPack).options(Options::new()), true, false),
        (new(Wire::MsgPack).options(limited(9 << 20)), false, false),
        (new(Wire::MsgPack).options(limited(1000)), true, true),
    ] {
        for (length, is_refused) in [(longer, is_longer_refused), (whole, is_whole_refused)] {
            let mut buffer = BytesMut::from(&length[..]);
            assert_eq!(frames.clone().decode(&mut buffer).is_err(), is_refused);
        }
    }
    let mut buffer = BytesMut::new();
    let sent = Frames::<String>::new(Wire::Json).encode("a".repeat(8 << 20), &mut buffer);
    assert!(sent.unwrap_err().codec().unwrap().is_limit());
    assert!(buffer.is_empty());
}

#[test]
fn a_line_beyond_the_limit_is_refused_before_its_end_comes() {
    for (text, is_whole) in [
        (&b"12345"[..], true),
        (b"12345\n", true),
        (b"12345\r\n", true),
        (b"12345\r", false),
        (b"123456", false),
        (b"123456\n", false),
        (b"      \n", false),
        (b"    1\n", true),
    ] {
        for size in 1..=text.len() {
            let mut frames = Frames::<u32>::new(Wire::Json).options(limited(5));
            let (all, error) = received(&mut frames, text.chunks(size));
            assert_eq!(all.len(), usize::from(is_whole), "{text:?} by {size}");
            assert_eq!(error.is_none(), is_whole, "{text:?} by {size}");
        }
    }
    let mut frames = Frames::<u32>::new(Wire::Json).options(limited(5));
    let mut buffer = BytesMut::from(&b"123456"[..]);
    let error = frames.decode(&mut buffer).unwrap_err();
    assert!(error.codec().unwrap().is_limit());
}

#[test]
fn a_length_alone_reserves_little() {
    // Two gigabytes are announced, and are within the limit.
    let mut buffer = BytesMut::from(&[0xfe, 0xff, 0xff, 0xff, 0x07, 1, 2, 3][..]);
    let mut frames = Frames::<Line>::new(Wire::Protobuf).options(limited(usize::MAX));
    assert!(frames.decode(&mut buffer).unwrap().is_none());
    assert!(buffer.capacity() < 100_000);
    buffer.resize(1_000_000, 0);
    assert!(frames.decode(&mut buffer).unwrap().is_none());
    assert!(buffer.capacity() < 4_000_000);
    let error = frames.decode_eof(&mut buffer).unwrap_err();
    assert_eq!(
        error.to_string(),
        "record 0 at byte 0: the input ends within a value (protobuf, byte 0)"
    );
}

#[test]
fn a_length_that_is_none_is_an_error() {
    for bytes in [
        &[0xff; 11][..],
        &[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 2],
    ] {
        let mut frames = Frames::<Line>::new(Wire::Protobuf);
        let (all, error) = received(&mut frames, bytes.chunks(1));
        assert!(all.is_empty());
        let error = error.unwrap().to_string();
        assert_eq!(
            error,
            "record 0 at byte 0: the length of a record is too long (protobuf, byte 0)"
        );
    }
}

#[test]
fn binary_records_are_no_lines() {
    let mut frames = Frames::<u32>::new(Wire::MsgPack).framing(Framing::Line);
    let said =
        "record 0 at byte 0: records of msgpack cannot be lines: help: use `Framing::Length`";
    let mut buffer = BytesMut::new();
    assert_eq!(frames.encode(7, &mut buffer).unwrap_err().to_string(), said);
    assert!(buffer.is_empty());
    let mut buffer = BytesMut::from(&b"1\n"[..]);
    assert_eq!(frames.decode(&mut buffer).unwrap_err().to_string(), said);
}

#[test]
fn what_cannot_be_sent_leaves_the_buffer_as_it_was() {
    let mut frames = Frames::<Vec<Vec<u32>>>::new(Wire::MsgPack).options(limited(100));
    let mut buffer = BytesMut::new();
    frames.encode(vec![vec![1]], &mut buffer).unwrap();
    let before = buffer.clone();
    let error = frames.encode(vec![vec![1; 98]], &mut buffer).unwrap_err();
    assert!(error.codec().unwrap().is_limit());
    assert_eq!((error.record(), error.offset()), (1, 4));
    assert_eq!(buffer, before);
    frames.encode(vec![vec![1; 96]], &mut buffer).unwrap();
    assert_eq!(buffer.len(), before.len() + 1 + 100);

    let limits = Limits {
        depth: 0,
        ..Limits::default()
    };
    for framing in [Framing::Length, Framing::Line] {
        let mut frames = Frames::<Vec<Vec<u32>>>::new(Wire::Json).framing(framing);
        frames = frames.options(Options::new().limits(limits));
        let error = frames.encode(vec![vec![1; 500]], &mut buffer).unwrap_err();
        assert!(error.codec().unwrap().is_limit());
    }
    assert_eq!(buffer.len(), before.len() + 1 + 100);
}

/// Four records, of which the second is none, and the third breaks a rule.
fn spoilt(wire: Wire) -> Vec<u8> {
    let line = |quantity| Line {
        quantity,
        ..Line::default()
    };
    let framing = Framing::of(wire);
    let none = match wire {
        Wire::Protobuf => b"\x01\x0f".to_vec(),
        Wire::MsgPack => b"\x01\xc3".to_vec(),
        Wire::Json => b"{\"sku\": 1}\n".to_vec(),
    };
    [
        written(wire, framing, &[line(1)]),
        none,
        written(wire, framing, &[line(1001), line(4)]),
    ]
    .concat()
}

#[tokio::test]
async fn a_record_that_is_none_is_an_item_where_that_is_asked_for() {
    for wire in Wire::ALL {
        let stream = spoilt(wire);
        let frames = Frames::<Result<Line, Error>>::new(wire);
        let read = FramedRead::new(&stream[..], frames);
        let all: Vec<_> = read.map(Result::unwrap).collect().await;
        let quantities: Vec<_> = all
            .iter()
            .map(|line| line.as_ref().ok().map(|line| line.quantity))
            .collect();
        assert_eq!(quantities, [Some(1), None, None, Some(4)], "{wire}");
        let error = all[1].as_ref().unwrap_err();
        assert_eq!(error.record(), 1, "{wire}");
        assert_eq!(
            error.offset(),
            written(
                wire,
                Framing::of(wire),
                &[Line {
                    quantity: 1,
                    ..Line::default()
                }]
            )
            .len() as u64
        );
        let violation = all[2].as_ref().unwrap_err().codec().unwrap();
        assert!(violation.is_validation(), "{wire}");
    }
}

#[tokio::test]
async fn a_record_that_is_none_ends_a_stream_of_values() {
    for wire in Wire::ALL {
        let stream = spoilt(wire);
        let mut read = FramedRead::new(&stream[..], Frames::<Line>::new(wire));
        assert_eq!(read.next().await.unwrap().unwrap().quantity, 1);
        let error = read.next().await.unwrap().unwrap_err();
        assert_eq!(error.record(), 1, "{wire}");
        assert!(read.next().await.is_none(), "{wire}");
        // Who goes on all the same finds what follows.
        assert!(
            read.next()
                .await
                .unwrap()
                .unwrap_err()
                .codec()
                .unwrap()
                .is_validation()
        );
    }
}

#[tokio::test]
async fn what_the_stream_says_is_handed_on() {
    let (ours, theirs) = tokio::io::duplex(64);
    drop(theirs);
    let mut write = FramedWrite::new(ours, Frames::<u32>::new(Wire::MsgPack));
    let error = write.send(7).await.unwrap_err();
    let said = error.io_error().expect("of the stream");
    assert_eq!(said.kind(), std::io::ErrorKind::BrokenPipe);
    assert_eq!(error.to_string(), said.to_string());
    let kind = std::io::Error::from(error).kind();
    assert_eq!(kind, std::io::ErrorKind::BrokenPipe);
}
