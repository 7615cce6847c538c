//! Reports of other implementations: every one that protovalidate's conformance suite wants is read, and written again to the byte.

use std::env;
use std::path::PathBuf;

use everwire::validate::{PathElement, Subscript, proto};
use everwire::{Codec, Violations, Wire};

#[derive(Codec, Debug)]
struct ResultSet {
    #[codec(3)]
    suites: Vec<Suite>,
}

#[derive(Codec, Debug)]
struct Suite {
    #[codec(4)]
    cases: Vec<Case>,
}

#[derive(Codec, Debug)]
struct Case {
    #[codec(1)]
    name: String,
    #[codec(3)]
    wanted: Wanted,
}

#[derive(Codec, Debug)]
struct Wanted {
    #[codec(2)]
    violations: Option<Vec<u8>>,
}

#[test]
fn reports_of_others_are_read_and_written_to_the_byte() {
    let Some(data) = env::var_os("EVERWIRE_TEST_DATA") else {
        eprintln!("skipped: EVERWIRE_TEST_DATA is not set");
        return;
    };
    let file = PathBuf::from(data).join("protovalidate/results.binpb");
    let bytes = std::fs::read(file).unwrap();
    let results: ResultSet = Wire::Protobuf.decode(&bytes).unwrap();
    let (mut count, mut subscripts) = (0, 0);
    for case in results.suites.iter().flat_map(|suite| &suite.cases) {
        let Some(wanted) = &case.wanted.violations else {
            continue;
        };
        let mut message: proto::Violations = Wire::Protobuf.decode(wanted).unwrap();
        for wire in Wire::ALL {
            let bytes = wire.encode(&message).unwrap();
            assert!(wire != Wire::Protobuf || bytes == *wanted, "{}", case.name);
            let back: proto::Violations = wire.decode(&bytes).unwrap();
            assert_eq!(back, message, "{wire}");
        }
        let all = Violations::from_protobuf(wanted).unwrap();
        // Some of them have an empty message, others none; ours is absent where it is empty.
        for one in &mut message.violations {
            one.message = one.message.take().filter(|text| !text.is_empty());
        }
        let bytes = Wire::Protobuf.encode(&message).unwrap();
        assert_eq!(all.to_protobuf().unwrap(), bytes, "{}: {all}", case.name);
        for one in &all {
            count += 1;
            subscripts += one
                .path
                .elements()
                .iter()
                .filter(|one| one.subscript.is_some())
                .count();
            is_read_from_text(one.path.elements(), &one.path);
            is_read_from_text(one.rule_path.elements(), &one.rule_path);
        }
    }
    assert_eq!((count, subscripts > 50), (1_311, true));
}

/// Text has no numbers, no types, and no difference between an index and a key that is an integer.
#[track_caller]
fn is_read_from_text(elements: &[PathElement], text: &str) {
    let read = everwire::validate::Path::from(text);
    assert_eq!(read.elements().len(), elements.len(), "{text}");
    for (read, wanted) in read.elements().iter().zip(elements) {
        assert_eq!(read.field_name, wanted.field_name, "{text}");
        let is_text = |one: &Option<Subscript>| match one {
            Some(Subscript::Str(text)) => Some(text.clone()),
            _ => None,
        };
        assert_eq!(
            is_text(&read.subscript),
            is_text(&wanted.subscript),
            "{text}"
        );
    }
}

#[test]
fn bytes_are_those_of_the_schema() {
    let element = |name: &str| PathElement::named(name.to_owned());
    let mut one = everwire::Violation::new("a.b", "must be").at("é");
    one.for_key = true;
    let bytes = Violations::from(one).to_protobuf().unwrap();
    assert_eq!(
        bytes,
        b"\x0a\x18\x12\x03a.b\x1a\x07must be\x20\x01\x2a\x06\x0a\x04\x12\x02\xc3\xa9"
    );
    let read = Violations::from_protobuf(&bytes).unwrap();
    assert_eq!(read[0].path.elements(), [element("é")]);
    assert!(
        Violations::from_protobuf(b"\x0a\x18\x12")
            .unwrap_err()
            .is_truncated()
    );
    assert_eq!(Violations::default().to_protobuf().unwrap(), b"");
}
