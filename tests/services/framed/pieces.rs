//! Records that come piece by piece.

use bytes::BytesMut;
use everwire::Wire;
use everwire::stream::{Framing, Reader};
use everwire::tokio_util::{Frame, Frames};
use tokio_util::codec::{Decoder, Encoder};

use super::{FRAMINGS, Line, lines, received, written};

#[test]
fn what_is_sent_is_what_a_writer_writes() {
    for (wire, framing) in FRAMINGS {
        let mut frames = Frames::<Line>::new(wire).framing(framing);
        let mut buffer = BytesMut::new();
        for line in lines() {
            frames.encode(&line, &mut buffer).unwrap();
        }
        assert_eq!(&buffer[..], written(wire, framing, &lines()), "{wire}");
        assert_eq!(frames.sent(), 40);
    }
}

#[test]
fn a_stream_may_be_cut_at_any_byte() {
    let lines = &lines()[..12];
    for (wire, framing) in FRAMINGS {
        let stream = written(wire, framing, lines);
        for at in 0..=stream.len() {
            let (first, second) = stream.split_at(at);
            let mut frames = Frames::<Line>::new(wire).framing(framing);
            let (all, error) = received(&mut frames, [first, second]);
            assert!(error.is_none(), "{wire} at {at}");
            assert_eq!(all, lines, "{wire} at {at}");
        }
        for size in 1..20 {
            let mut frames = Frames::<Line>::new(wire).framing(framing);
            let (all, error) = received(&mut frames, stream.chunks(size));
            assert!(error.is_none(), "{wire} by {size}");
            assert_eq!(all, lines, "{wire} by {size}");
        }
    }
}

#[test]
fn a_stream_may_end_at_any_byte() {
    let lines = &lines()[..8];
    for (wire, framing) in FRAMINGS {
        let stream = written(wire, framing, lines);
        for at in 0..=stream.len() {
            let mut reader = Reader::new(&stream[..at], wire).framing(framing);
            let mut expected = Vec::new();
            let mut said = None;
            loop {
                match reader.read::<Line>() {
                    Ok(Some(line)) => expected.push(line),
                    Ok(None) => break,
                    Err(error) => {
                        said = Some(error.to_string());
                        break;
                    }
                }
            }
            let mut frames = Frames::<Line>::new(wire).framing(framing);
            let (all, error) = received(&mut frames, [&stream[..at]]);
            assert_eq!(all, expected, "{wire} at {at}");
            let error = error.map(|error| error.to_string());
            assert_eq!(error, said, "{wire} at {at}");
        }
    }
}

#[test]
fn lines_end_as_people_end_them() {
    for (text, expected) in [
        (&b"1\n2\n"[..], &[1, 2][..]),
        (b"1\r\n2\r\n", &[1, 2]),
        (b"\n\n1\n \t\r\n\r\n2", &[1, 2]),
        (b"1\n2\n\n", &[1, 2]),
        (b"1\n2\r", &[1, 2]),
        (b"\n", &[]),
        (b" ", &[]),
        (b"", &[]),
    ] {
        for size in 1..=text.len().max(1) {
            let mut frames = Frames::<u32>::new(Wire::Json);
            let (all, error) = received(&mut frames, text.chunks(size));
            assert!(error.is_none(), "{text:?} by {size}");
            assert_eq!(all, expected, "{text:?} by {size}");
        }
    }
}

#[test]
fn bytes_share_what_was_read() {
    let line = Line {
        sku: "A-1".into(),
        quantity: 1,
        image: vec![7; 300].into(),
    };
    for wire in [Wire::Protobuf, Wire::MsgPack] {
        let stream = written(wire, Framing::Length, std::slice::from_ref(&line));
        let mut buffer = BytesMut::from(&stream[..]);
        let at = buffer.as_ptr_range();
        let mut frames = Frames::<Line>::new(wire);
        let received = frames.decode(&mut buffer).unwrap().unwrap();
        assert_eq!(received, line);
        assert!(at.contains(&received.image.as_ptr()), "{wire}");
    }
}

#[test]
fn a_record_can_be_handed_on_as_it_came() {
    for (wire, framing) in FRAMINGS {
        let stream = written(wire, framing, &lines());
        let mut frames = Frames::<Frame>::new(wire).framing(framing);
        let (all, error) = received(&mut frames, stream.chunks(100));
        assert!(error.is_none());
        assert_eq!(all.len(), 40);
        let line: Line = wire.decode(&all[7].0).unwrap();
        assert_eq!(line, lines()[7]);
        let mut buffer = BytesMut::new();
        for frame in all {
            frames.encode(frame, &mut buffer).unwrap();
        }
        assert_eq!(&buffer[..], stream, "{wire}");
    }
}

#[test]
fn a_frame_over_lines_is_one_line() {
    let mut frames = Frames::<Frame>::new(Wire::Json);
    let mut buffer = BytesMut::new();
    let pretty = Frame(b"[\n  1,\r\n  2\n]"[..].into());
    frames.encode(&pretty, &mut buffer).unwrap();
    assert_eq!(&buffer[..], b"[   1,    2 ]\n");
    // It would not be told from an empty line, which is none.
    for blank in [&b""[..], b" \n\t"] {
        let error = frames.encode(Frame(blank.into()), &mut buffer).unwrap_err();
        assert_eq!((error.record(), error.offset()), (1, 14));
        assert_eq!(buffer.len(), 14);
    }
}

#[test]
fn a_record_is_written_where_it_stays() {
    // Long and short ones by turns, so that what stands before them is of another length each time.
    let mut frames = Frames::<Vec<u32>>::new(Wire::Protobuf);
    let values: Vec<Vec<u32>> = (0..60)
        .map(|at| vec![at; at as usize * at as usize % 997 * 20])
        .collect();
    let mut buffer = BytesMut::from(&b"before"[..]);
    for value in &values {
        frames.encode(value, &mut buffer).unwrap();
    }
    let expected = written(Wire::Protobuf, Framing::Length, &values);
    assert_eq!(&buffer[..6], b"before");
    assert_eq!(&buffer[6..], expected);
    // What is usual for a type is reserved, so that a buffer that is used up has room for the next value at once.
    let mut buffer = BytesMut::new();
    frames.encode(&values[31], &mut buffer).unwrap();
    let capacity = buffer.capacity();
    for _ in 0..20 {
        buffer.clear();
        frames.encode(&values[31], &mut buffer).unwrap();
    }
    assert!(buffer.capacity() <= capacity.max(buffer.len() * 3));
}
