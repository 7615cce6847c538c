//! Data of types that only sources have.

use std::cell::Cell;
use std::fs;
use std::io::{self, Read, Write};

use everwire::Wire;
use everwire::stream::Framing;

use super::convert::{Conversion, Converted, convert};
use super::{Carrier, Frame, Known, Stop, Typed};
use crate::disk;
use crate::options::Options;

const TEXT: &str = "#[derive(Codec)] #[codec(name = \"M\")]
                    struct M { #[codec(1)] a: u32, #[codec(2)] b: Vec<M>, #[codec(unknown)] rest: UnknownFields }
                    use everwire::UnknownFields;";

fn known(test: &str) -> Known {
    let directory = disk::scratch(test);
    fs::write(directory.join("m.rs"), TEXT).unwrap();
    let known = Known::read(&Options::default(), std::slice::from_ref(&directory)).unwrap();
    fs::remove_dir_all(directory).unwrap();
    known
}

fn between(from: Wire, to: Wire, frame: Frame) -> Conversion {
    Conversion {
        from: Carrier::Wire(from),
        to,
        from_frame: frame,
        to_frame: frame,
        keeps_going: false,
    }
}

const LENGTHS: Frame = Frame::Many(Framing::Length);

#[test]
fn records_come_back_from_every_wire() {
    let known = known("data-wires");
    let schema = Some(known.schema("M", None).unwrap());
    let typed = Typed {
        known: &known,
        schema,
        json: None,
    };
    let run = |from, to, bytes: &[u8]| {
        let mut output = Vec::new();
        let converted = convert(
            &between(from, to, LENGTHS),
            &typed,
            bytes,
            &mut output,
            |_| {},
        );
        (output, converted.unwrap().written)
    };
    let json = b"\x08{\"a\":1}\n\x19{\"a\":2,\"b\":[{\"a\":3}]}   \n".as_slice();
    let (first, count) = run(Wire::Json, Wire::Protobuf, json);
    assert_eq!(
        (first.as_slice(), count),
        (&b"\x02\x08\x01\x06\x08\x02\x12\x02\x08\x03"[..], 2)
    );
    let (second, _) = run(Wire::Protobuf, Wire::MsgPack, &first);
    assert_eq!(second, b"\x03\x92\x01\x90\x06\x92\x02\x91\x92\x03\x90");
    assert_eq!(run(Wire::MsgPack, Wire::Protobuf, &second).0, first);
}

#[test]
fn unknown_fields_stay_on_their_wire_and_are_counted_where_they_do_not() {
    let known = known("data-unknown");
    let schema = Some(known.schema("M", None).unwrap());
    let typed = Typed {
        known: &known,
        schema,
        json: None,
    };
    for (to, expected, dropped) in [
        (Wire::Protobuf, &b"\x08\x01\x38\x05"[..], 0),
        (Wire::MsgPack, b"\x92\x01\x90", 1),
    ] {
        let mut output = Vec::new();
        let conversion = between(Wire::Protobuf, to, Frame::Single);
        let input = b"\x38\x05\x08\x01".as_slice();
        let converted = convert(&conversion, &typed, input, &mut output, |_| {}).unwrap();
        let one = Converted {
            written: 1,
            dropped,
            ..Converted::default()
        };
        assert_eq!((output.as_slice(), converted), (expected, one));
    }
}

#[test]
fn a_closed_pipe_is_what_it_is() {
    struct Closed;
    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let known = known("data-closed");
    let schema = Some(known.schema("M", None).unwrap());
    let typed = Typed {
        known: &known,
        schema,
        json: None,
    };
    for frame in [Frame::Single, LENGTHS] {
        let conversion = between(Wire::Protobuf, Wire::Json, frame);
        let stop = convert(&conversion, &typed, b"\x00".as_slice(), Closed, |_| {});
        match (stop, frame) {
            (Err(Stop::Io(error)), LENGTHS) => assert_eq!(error.kind(), io::ErrorKind::BrokenPipe),
            (Err(Stop::Record(_)), Frame::Single) => {}
            (other, _) => panic!("{other:?}"),
        }
    }
}

#[test]
fn no_more_is_held_than_a_buffer_and_the_largest_record() {
    /// Records without end, until there were enough; what was handed out and is not yet written is held.
    struct Endless<'t> {
        record: &'t [u8],
        left: usize,
        held: &'t Cell<usize>,
        at: usize,
    }
    impl Read for Endless<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let rest = &self.record[self.at..];
            let count = rest.len().min(into.len()).min(self.left);
            into[..count].copy_from_slice(&rest[..count]);
            self.at = (self.at + count) % self.record.len();
            self.left -= count;
            self.held.set(self.held.get() + count);
            Ok(count)
        }
    }
    struct Counted<'t> {
        held: &'t Cell<usize>,
        most: usize,
        written: usize,
    }
    impl Write for Counted<'_> {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.most = self.most.max(self.held.get());
            self.held.set(self.held.get().saturating_sub(bytes.len()));
            self.written += bytes.len();
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    const COUNT: usize = 20_000;
    let known = known("data-memory");
    let schema = Some(known.schema("M", None).unwrap());
    let typed = Typed {
        known: &known,
        schema,
        json: None,
    };
    // A length, then `a` = 1 and 250 empty messages in `b`; as an array it is a little shorter.
    let mut record = vec![0xf6, 0x03, 0x08, 0x01];
    record.extend(b"\x12\x00".repeat(250));
    let held = Cell::new(0);
    let input = Endless {
        record: &record,
        left: record.len() * COUNT,
        held: &held,
        at: 0,
    };
    let mut output = Counted {
        held: &held,
        most: 0,
        written: 0,
    };
    let conversion = between(Wire::Protobuf, Wire::Protobuf, LENGTHS);
    let converted = convert(&conversion, &typed, input, &mut output, |_| {}).unwrap();
    assert_eq!(converted.written, COUNT as u64);
    assert_eq!(output.written, record.len() * COUNT);
    assert!(output.most <= 256 * 1024, "{} bytes were held", output.most);
}

#[test]
fn a_descriptor_set_tells_types_as_its_sources_do() {
    let directory = disk::scratch("data-descriptors");
    let text = "syntax = \"proto3\"; package p; message M { uint32 a = 1; repeated M b = 2; E e = 3; } enum E { E_ZERO = 0; E_ONE = 1; }";
    fs::write(directory.join("m.proto"), text).unwrap();
    let mut compiler = protox::Compiler::new([&directory]).unwrap();
    compiler.open_file("m.proto").unwrap();
    let path = directory.join("set.binpb");
    fs::write(&path, compiler.encode_file_descriptor_set()).unwrap();
    let options = Options {
        descriptors: vec![path],
        ..Options::default()
    };
    let known = Known::read(&options, &[]).unwrap();
    fs::remove_dir_all(directory).unwrap();
    let schema = Some(known.schema("p.M", None).unwrap());
    let typed = Typed {
        known: &known,
        schema,
        json: None,
    };
    let mut output = Vec::new();
    let conversion = between(Wire::Protobuf, Wire::Json, Frame::Single);
    let input = b"\x08\x07\x12\x02\x18\x01".as_slice();
    convert(&conversion, &typed, input, &mut output, |_| {}).unwrap();
    assert_eq!(
        String::from_utf8(output).unwrap(),
        r#"{"a":7,"b":[{"e":"E_ONE"}]}"#
    );
}

/// What `everwire::seal` makes of a message `M`, on MessagePack.
fn sealed(version: u8, payload: &[u8]) -> Vec<u8> {
    let id = b"M".iter().fold(0xcbf2_9ce4_8422_2325_u64, |id, byte| {
        (id ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let length = payload.len().try_into().unwrap();
    [
        &[0xc1, 0x45, 0x11, 0],
        &id.to_be_bytes()[..],
        &[version, length],
        payload,
    ]
    .concat()
}

#[test]
fn an_envelope_is_read_by_the_generation_that_sealed_it() {
    let directory = disk::scratch("data-sealed");
    let lock = directory.join("everwire.lock");
    let text = "everwire lock 1\n\ngeneration 1\ngeneration 2\ngeneration 3\n\nM @1 message\nM 1 @1-1 name old\nM 1 @2-2 name middle\nM 1 @3 name new\nM 1 @1 type u32\n";
    fs::write(&lock, text).unwrap();
    let read = |generation: Option<&str>, name: Option<&str>, version: u8| {
        let known = Known::locked(&lock, generation).unwrap();
        let typed = Typed {
            known: &known,
            schema: name.map(|name| known.schema(name, None).unwrap()),
            json: None,
        };
        let conversion = Conversion {
            from: Carrier::Envelope,
            ..between(Wire::Json, Wire::Json, Frame::Single)
        };
        let (input, mut output) = (sealed(version, b"\x91\x07"), Vec::new());
        convert(&conversion, &typed, &*input, &mut output, |_| {}).unwrap();
        String::from_utf8(output).unwrap()
    };
    for name in [None, Some("M")] {
        assert_eq!(read(None, name, 1), "{\"old\":7}");
        assert_eq!(read(None, name, 2), "{\"middle\":7}");
        // What is unversioned, or of a generation to come.
        for version in [0, 3, 9] {
            assert_eq!(read(None, name, version), "{\"new\":7}");
        }
        assert_eq!(read(Some("2"), name, 1), "{\"middle\":7}");
    }
    fs::remove_dir_all(directory).unwrap();
}

#[test]
fn a_length_that_lies_is_told_in_words_of_the_program() {
    let known = known("data-length");
    let schema = Some(known.schema("M", None).unwrap());
    let typed = Typed {
        known: &known,
        schema,
        json: None,
    };
    let conversion = between(Wire::Protobuf, Wire::Json, LENGTHS);
    let input = b"\xff\xff\xff\xff\x7f\x08".as_slice();
    let stop = convert(&conversion, &typed, input, Vec::new(), |_| {}).unwrap_err();
    assert_eq!(
        stop.to_string(),
        "record 0 at byte 0: the limit `message` of 2147483647 is reached (protobuf, byte 0): help: see that the framing and the type are those that the data was written with"
    );
}
