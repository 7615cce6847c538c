//! Records one behind the other: how they are framed, what is told where a stream or a record is not whole, and what memory they take.

use std::io::{self, Read};

use everwire::stream::{Framing, Reader, Writer};
use everwire::{Codec, Limits, Options, Wire};

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "shop.v1.Line")]
struct Line {
    #[codec(1)]
    sku: String,
    #[codec(2)]
    quantity: u32,
}

fn lines() -> Vec<Line> {
    let line = |quantity: u32| Line {
        sku: "é\n".repeat(quantity as usize % 90),
        quantity,
    };
    (0..200).map(line).collect()
}

fn written(wire: Wire, framing: Framing) -> Vec<u8> {
    let mut writer = Writer::new(Vec::new(), wire).framing(framing);
    for line in lines() {
        writer.write(&line).unwrap();
    }
    writer.flush().unwrap();
    assert_eq!(writer.records(), 200);
    let bytes = writer.bytes();
    let stream = writer.into_inner();
    assert_eq!(stream.len() as u64, bytes);
    stream
}

/// A stream that gives a few bytes at a time, and is interrupted in between.
struct Slow<'a> {
    rest: &'a [u8],
    calls: usize,
}

impl Read for Slow<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.calls += 1;
        if self.calls.is_multiple_of(3) {
            return Err(io::ErrorKind::Interrupted.into());
        }
        let len = (self.calls % 5 + 1).min(into.len()).min(self.rest.len());
        let (now, rest) = self.rest.split_at(len);
        into[..len].copy_from_slice(now);
        self.rest = rest;
        Ok(len)
    }
}

/// The framings that a wire has.
fn framings() -> [(Wire, Framing); 4] {
    [
        (Wire::Protobuf, Framing::Length),
        (Wire::MsgPack, Framing::Length),
        (Wire::Json, Framing::Length),
        (Wire::Json, Framing::Line),
    ]
}

#[test]
fn records_come_back_in_order() {
    for (wire, framing) in framings() {
        let stream = written(wire, framing);
        let slow = Slow {
            rest: &stream,
            calls: 0,
        };
        let mut reader = Reader::new(slow, wire).framing(framing);
        let mut line = Line::default();
        for expected in lines() {
            assert!(reader.read_into(&mut line).unwrap(), "{wire}");
            assert_eq!(line, expected, "{wire}");
        }
        assert!(!reader.read_into(&mut line).unwrap());
        assert_eq!(reader.read::<Line>().unwrap(), None);
        assert_eq!((reader.count(), reader.bytes()), (200, stream.len() as u64));

        let records = Reader::new(&stream[..], wire).framing(framing).records();
        let all: Result<Vec<Line>, _> = records.collect();
        assert_eq!(all.unwrap(), lines());
    }
}

#[test]
fn the_framing_is_that_of_others() {
    // What prost writes with `encode_length_delimited`.
    let mut theirs = Vec::new();
    for line in lines() {
        let bytes = Wire::Protobuf.encode(&line).unwrap();
        prost::encoding::encode_varint(bytes.len() as u64, &mut theirs);
        theirs.extend(bytes);
    }
    assert_eq!(written(Wire::Protobuf, Framing::Length), theirs);
    // What serde_json writes, a line each.
    let mut theirs = String::new();
    for line in lines() {
        theirs += &serde_json::json!({"sku": line.sku, "quantity": line.quantity}).to_string();
        theirs.push('\n');
    }
    let ours = String::from_utf8(written(Wire::Json, Framing::Line)).unwrap();
    let sorted = |text: &str| -> Vec<serde_json::Value> {
        text.lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    };
    assert_eq!(sorted(&ours), sorted(&theirs));
    assert_eq!(ours.lines().count(), 200);
    assert_eq!(Framing::of(Wire::Json), Framing::Line);
    assert_eq!(Framing::of(Wire::MsgPack), Framing::Length);
}

#[test]
fn a_record_may_borrow_from_the_reader() {
    #[derive(Codec, Debug, PartialEq)]
    struct Borrowed<'a> {
        #[codec(1)]
        sku: &'a str,
        #[codec(2)]
        quantity: u32,
    }
    let stream = written(Wire::MsgPack, Framing::Length);
    let mut reader = Reader::new(&stream[..], Wire::MsgPack);
    for line in lines() {
        let read: Borrowed<'_> = reader.read_borrowed().unwrap().unwrap();
        assert_eq!(
            (read.sku, read.quantity),
            (line.sku.as_str(), line.quantity)
        );
    }
    assert_eq!(reader.read_borrowed::<Borrowed<'_>>().unwrap(), None);
}

#[test]
fn a_record_that_is_none_leaves_the_next_ones() {
    let text = b"{\"sku\":\"a\"}\n\n  \r\n{\"sku\":1}\r\nnull\n{\"sku\":\"b\",\"quantity\":2}";
    let mut reader = Reader::new(&text[..], Wire::Json);
    assert_eq!(reader.read::<Line>().unwrap().unwrap().sku, "a");
    let error = reader.read::<Line>().unwrap_err();
    assert_eq!((error.record(), error.offset()), (1, 17));
    assert_eq!(
        error.to_string(),
        "record 1 at byte 17: Line.sku: expected string, found number (json, byte 7)"
    );
    assert!(error.io_error().is_none());
    assert!(reader.read::<Line>().is_err());
    assert_eq!(reader.read::<Line>().unwrap().unwrap().quantity, 2);
    assert_eq!(reader.read::<Line>().unwrap(), None);
    assert_eq!(reader.count(), 4);
}

#[test]
fn a_stream_that_is_cut_short_says_so_and_is_over() {
    for (wire, framing) in framings() {
        let mut writer = Writer::new(Vec::new(), wire).framing(framing);
        writer.write(&lines()[3]).unwrap();
        let whole = writer.bytes() as usize;
        writer.write(&lines()[80]).unwrap();
        let stream = writer.into_inner();
        for len in 0..stream.len() {
            // A line may do without its end, but not without its last byte.
            let end = if framing == Framing::Line { 1 } else { 0 };
            let complete = [whole - end, stream.len() - end];
            let complete = complete.iter().filter(|end| len >= **end).count();
            let is_whole = [0, whole, whole - end, stream.len() - end].contains(&len);
            let mut reader = Reader::new(&stream[..len], wire).framing(framing);
            for line in [3, 80].iter().take(complete) {
                assert_eq!(
                    reader.read().unwrap().as_ref(),
                    Some(&lines()[*line]),
                    "{wire} {len}"
                );
            }
            if !is_whole {
                let error = reader.read::<Line>().unwrap_err();
                assert!(
                    error.codec().unwrap().is_truncated(),
                    "{wire} {len}: {error}"
                );
                assert_eq!(error.record(), complete as u64);
            }
            assert_eq!(reader.read::<Line>().unwrap(), None, "{wire} {len}");
        }
    }
}

#[test]
fn a_length_alone_takes_no_memory() {
    // Two gigabytes are announced, three bytes come.
    let stream = b"\xff\xff\xff\xff\x07abc";
    let mut reader = Reader::new(&stream[..], Wire::Protobuf);
    let error = reader.next_record().unwrap_err();
    assert!(error.codec().unwrap().is_truncated());

    let limits = Limits {
        message: 10,
        ..Limits::DEFAULT
    };
    let options = Options::new().limits(limits);
    let mut reader = Reader::new(&b"\x0b0123456789a\x00"[..], Wire::Protobuf).options(options);
    let error = reader.next_record().unwrap_err();
    assert!(error.codec().unwrap().is_limit(), "{error}");
    assert_eq!(reader.next_record().unwrap(), None);
    let mut reader = Reader::new(&b"\x0a0123456789\x00"[..], Wire::Protobuf).options(options);
    assert_eq!(reader.next_record().unwrap(), Some(&b"0123456789"[..]));
    assert_eq!(reader.next_record().unwrap(), Some(&b""[..]));

    for (text, fits) in [
        ("0123456789\n1", true),
        ("0123456789", true),
        ("0123456789a\n1", false),
        ("0123456789ab", false),
    ] {
        let mut reader = Reader::new(text.as_bytes(), Wire::Json).options(options);
        match reader.next_record() {
            Ok(line) => assert!(fits && line == Some(b"0123456789"), "{text}"),
            Err(error) => assert!(!fits && error.codec().unwrap().is_limit(), "{text}"),
        }
    }
}

#[test]
fn a_length_has_ten_bytes_at_most() {
    for stream in [
        &b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\x7f"[..],
        b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01",
    ] {
        let mut reader = Reader::new(stream, Wire::MsgPack);
        let error = reader.next_record().unwrap_err();
        assert_eq!(
            error.to_string(),
            "record 0 at byte 0: the length of a record is too long (msgpack, byte 0)"
        );
    }
}

#[test]
fn binary_records_are_no_lines() {
    let mut writer = Writer::new(Vec::new(), Wire::MsgPack).framing(Framing::Line);
    let error = writer.write(&Line::default()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "record 0 at byte 0: records of msgpack cannot be lines: help: use `Framing::Length`"
    );
    assert!(writer.into_inner().is_empty());
    let mut reader = Reader::new(&b"x\n"[..], Wire::Protobuf).framing(Framing::Line);
    assert!(reader.next_record().is_err());
}

#[test]
fn what_cannot_be_encoded_is_not_written() {
    let deep = Options::new().limits(Limits {
        depth: 0,
        ..Limits::DEFAULT
    });
    let mut writer = Writer::new(Vec::new(), Wire::Json).options(deep);
    let nested = vec![vec![1_u32]];
    let error = writer.write(&nested).unwrap_err();
    assert!(error.codec().unwrap().is_limit());
    assert_eq!((writer.records(), writer.bytes()), (0, 0));
    assert!(writer.into_inner().is_empty());
}

#[test]
fn what_the_stream_says_is_handed_on() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::new(io::ErrorKind::ConnectionReset, "gone"))
        }
    }
    impl io::Write for Broken {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::Error::new(io::ErrorKind::StorageFull, "full"))
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    for (wire, framing) in framings() {
        let mut reader = Reader::new(Broken, wire).framing(framing);
        let error = reader.read::<Line>().unwrap_err();
        assert_eq!(error.to_string(), "record 0 at byte 0: gone");
        assert_eq!(
            error.io_error().unwrap().kind(),
            io::ErrorKind::ConnectionReset
        );
        let again = reader.read::<Line>().unwrap_err();
        assert_eq!(
            again.io_error().unwrap().kind(),
            io::ErrorKind::ConnectionReset
        );
        let mut records = Reader::new(Broken, wire).framing(framing).records::<Line>();
        assert!(records.next().unwrap().is_err());
        assert!(records.next().is_none());
        let mut writer = Writer::new(Broken, wire).framing(framing);
        let error = io::Error::from(writer.write(&Line::default()).unwrap_err());
        assert_eq!(error.kind(), io::ErrorKind::StorageFull);
    }
    let mut reader = Reader::new(&b"7\n"[..], Wire::Json);
    let error = io::Error::from(reader.read::<String>().unwrap_err());
    assert_eq!(error.kind(), io::ErrorKind::InvalidData);
}

#[test]
fn what_is_kept_does_not_break_a_line() {
    #[derive(Codec)]
    struct Keeping {
        #[codec(1)]
        sku: String,
        #[codec(unknown)]
        unknown: everwire::UnknownFields,
    }
    let text = b"{\"sku\":\"a\",\"new\":{\r\n \"b\": [1,\n2]}}";
    let kept: Keeping = Wire::Json.decode(text).unwrap();
    assert_eq!((kept.sku.as_str(), kept.unknown.len()), ("a", 1));
    let mut writer = Writer::new(Vec::new(), Wire::Json);
    writer.write(&kept).unwrap();
    writer.write(&kept).unwrap();
    let stream = writer.into_inner();
    assert_eq!(stream.iter().filter(|byte| **byte == b'\n').count(), 2);
    let mut reader = Reader::new(&stream[..], Wire::Json);
    for _ in 0..2 {
        let line = reader.next_record().unwrap().unwrap();
        let read: serde_json::Value = serde_json::from_slice(line).unwrap();
        assert_eq!(read["new"]["b"][1], 2);
    }
}

#[test]
fn what_is_not_there_yet_is_no_end() {
    struct Slow(u32);
    impl Read for Slow {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            self.0 += 1;
            match self.0 {
                1 => (&b"7\n8"[..]).read(into),
                _ => Err(io::ErrorKind::WouldBlock.into()),
            }
        }
    }
    let mut reader = Reader::new(Slow(0), Wire::Json);
    assert_eq!(reader.read::<u32>().unwrap(), Some(7));
    for _ in 0..3 {
        let error = reader.read::<u32>().unwrap_err();
        let kind = error.io_error().unwrap().kind();
        assert_eq!((kind, error.record()), (io::ErrorKind::WouldBlock, 1));
    }
}

#[test]
fn nothing_is_written_behind_a_part_of_a_record() {
    #[derive(Default)]
    struct Full(Vec<u8>);
    impl io::Write for Full {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if self.0.len() == 5 {
                self.0.push(0);
                return Err(io::ErrorKind::StorageFull.into());
            }
            let some = bytes.len().min(5 - self.0.len().min(5));
            let some = if self.0.len() > 5 { bytes.len() } else { some };
            self.0.extend(&bytes[..some]);
            Ok(some)
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    for (wire, framing) in framings() {
        let mut writer = Writer::new(Full::default(), wire).framing(framing);
        let error = writer.write(&"abcdefg").unwrap_err();
        let kind = error.io_error().unwrap().kind();
        assert_eq!(kind, io::ErrorKind::StorageFull, "{wire}");
        let error = writer.write(&"abcdefg").unwrap_err();
        assert_eq!(
            error.to_string(),
            "record 0 at byte 0: the stream failed before, and may hold a part of a record: help: begin another one"
        );
        assert_eq!((writer.records(), writer.into_inner().0.len()), (0, 6));
    }
}

#[test]
fn a_line_is_what_stands_before_its_end() {
    let limits = Limits {
        message: 10,
        ..Limits::DEFAULT
    };
    let options = Options::new().limits(limits);
    let mut reader = Reader::new(&b"1234567890\r\n 123456789\n"[..], Wire::Json).options(options);
    assert_eq!(reader.read::<u64>().unwrap(), Some(1_234_567_890));
    assert_eq!((reader.bytes(), reader.record()), (12, &b"1234567890"[..]));
    assert_eq!(reader.read::<u64>().unwrap(), Some(123_456_789));
    let mut reader = Reader::new(&b"12345678901\r\n"[..], Wire::Json).options(options);
    assert!(
        reader
            .next_record()
            .unwrap_err()
            .codec()
            .unwrap()
            .is_limit()
    );
    let mut reader = Reader::new(&b" \t\r\n\x0c\n7\n"[..], Wire::Json);
    let error = reader.read::<u64>().unwrap_err();
    assert_eq!((error.record(), error.offset()), (0, 4));
    assert_eq!(reader.read::<u64>().unwrap(), Some(7));
}
