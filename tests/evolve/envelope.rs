//! The envelope: its layout to the byte, what opens it, and what is told of one that does not open.

use everwire::{Codec, Envelope, Options, Registry, UnknownFields, Wire, open, seal};
use everwire_tests::{hex, unhex};

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "shop.v1.Line", version = 300)]
struct Line {
    #[codec(1)]
    sku: String,
    #[codec(2)]
    quantity: u32,
}

fn line() -> Line {
    Line {
        sku: "A-1".into(),
        quantity: 2,
    }
}

/// What was sealed once. Never changed.
const FROZEN: [(Wire, &str); 3] = [
    (
        Wire::Protobuf,
        "c145 10 00 f806215a35e63ae0 ac02 07 0a03412d311002",
    ),
    (
        Wire::MsgPack,
        "c145 11 00 f806215a35e63ae0 ac02 06 92a3412d3102",
    ),
    (
        Wire::Json,
        "c145 12 00 f806215a35e63ae0 ac02 1a 7b22736b75223a22412d31222c227175616e74697479223a327d",
    ),
];

#[test]
fn the_layout_is_frozen() {
    for (wire, frozen) in FROZEN {
        let blob = seal(&line(), wire).unwrap();
        assert_eq!(hex(&blob), hex(&unhex(frozen)), "{wire}");
        let envelope = Envelope::parse(&blob).unwrap();
        assert_eq!(envelope.wire(), wire);
        assert_eq!(envelope.version(), 300);
        assert_eq!(envelope.type_id(), Line::SCHEMA.type_id());
        assert_eq!(envelope.payload(), wire.encode(&line()).unwrap());
        assert_eq!(open::<Line>(&blob).unwrap(), line());
    }
}

#[test]
fn the_id_of_a_type_is_the_fnv_1a_hash_of_its_name() {
    #[derive(Codec)]
    #[codec(name = "a")]
    struct A {
        #[codec(1)]
        id: u32,
    }
    // The published value for "a".
    assert_eq!(A::SCHEMA.type_id(), 0xaf63_dc4c_8601_ec8c);
    let _ = A { id: 0 }.id;
}

#[test]
fn a_header_is_shorter_than_16_bytes() {
    #[derive(Codec)]
    #[codec(name = "test.Text", version = 7)]
    struct Text {
        #[codec(1)]
        text: String,
    }
    for (len, header) in [(0, 14), (100, 14), (127, 15), (16_000, 15), (17_000, 16)] {
        let text = Text {
            text: "x".repeat(len),
        };
        let blob = seal(&text, Wire::MsgPack).unwrap();
        let payload = Wire::MsgPack.encode(&text).unwrap();
        assert_eq!(blob.len() - payload.len(), header, "{len}");
        assert_eq!(open::<Text>(&blob).unwrap().text.len(), len);
    }
}

#[test]
fn a_blob_that_is_cut_short_anywhere_says_so() {
    for wire in Wire::ALL {
        let blob = seal(&line(), wire).unwrap();
        for len in 0..blob.len() {
            let error = open::<Line>(&blob[..len]).unwrap_err();
            assert!(error.is_truncated(), "{wire} {len}: {error}");
        }
    }
}

#[test]
fn what_follows_the_payload_is_told() {
    for wire in Wire::ALL {
        let mut blob = seal(&line(), wire).unwrap();
        blob.push(0);
        let error = open::<Line>(&blob).unwrap_err();
        assert!(error.is_trailing() && !error.is_truncated(), "{error}");
    }
}

#[test]
fn each_thing_that_keeps_it_shut_is_another_error() {
    let blob = seal(&line(), Wire::MsgPack).unwrap();
    let change = |index: usize, byte: u8| {
        let mut blob = blob.clone();
        blob[index] = byte;
        open::<Line>(&blob).unwrap_err()
    };
    let error = change(0, b'{');
    assert!(error.is_no_envelope());
    assert_eq!(
        error.to_string(),
        "the bytes are no envelope: help: what `seal` made begins with the bytes c1 45"
    );
    assert!(change(1, 0).is_no_envelope());
    for (index, byte) in [
        (2, 0x21),
        (2, 0x01),
        (2, 0x13),
        (2, 0x1f),
        (3, 1),
        (3, 0x80),
    ] {
        let error = change(index, byte);
        assert!(error.is_unknown_layout(), "{error}");
        assert!(!error.is_other_type() && !error.is_no_envelope());
    }
    assert_eq!(
        change(2, 0x21).to_string(),
        "the envelope has layout 2 and wire 1, which this version does not know: help: upgrade `everwire`"
    );
    assert_eq!(
        change(3, 2).to_string(),
        "the envelope has the flags 02, which this version does not know: help: upgrade `everwire`"
    );
    let error = change(4, 0);
    assert!(error.is_other_type());
    assert_eq!(
        error.to_string(),
        "the envelope holds a value of another type than `shop.v1.Line`, whose id is 0006215a35e63ae0: help: give the type its former \
         names with `#[codec(alias = \"…\")]`"
    );
    // The layout is told before the rest is there.
    let error = Envelope::parse(&[0xc1, 0x45, 0x21]).unwrap_err();
    assert!(error.is_unknown_layout(), "{error}");
    // What the payload does not hold is the wire's affair.
    let mut broken = blob.clone();
    *broken.last_mut().unwrap() = 0xc1;
    let error = open::<Line>(&broken).unwrap_err();
    assert_eq!(error.path(), "Line.quantity");
    assert_eq!(error.wire(), Some(Wire::MsgPack));
}

#[test]
fn a_byte_that_changed_is_a_value_or_an_error() {
    let mut opened = 0;
    for wire in Wire::ALL {
        let blob = seal(&line(), wire).unwrap();
        for index in 0..blob.len() {
            for byte in 0..=u8::MAX {
                let mut changed = blob.clone();
                changed[index] = byte;
                match open::<Line>(&changed) {
                    Ok(read) => {
                        opened += 1;
                        let envelope = Envelope::parse(&changed).unwrap();
                        assert!(
                            envelope.is::<Line>() && index != 3 && !(4..12).contains(&index)
                                || byte == blob[index]
                        );
                        assert_eq!(envelope.open::<Line>().unwrap(), read);
                    }
                    Err(error) => assert!(!error.to_string().is_empty()),
                }
            }
        }
    }
    assert!(opened > 500, "{opened}");
}

#[test]
fn numbers_have_one_form() {
    // A version of 0, and one of 2^32, and a length with a needless byte.
    for (numbers, payload) in [
        ("8000 06", true),
        ("8080808010 06", true),
        ("01 8600", true),
    ] {
        let payload = if payload { "92a3412d3102" } else { "" };
        let blob = unhex(&format!("c145 11 00 f806215a35e63ae0 {numbers} {payload}"));
        let error = open::<Line>(&blob).unwrap_err();
        assert!(
            !error.is_truncated() && !error.is_trailing() && !error.is_other_type(),
            "{error}"
        );
    }
    let long = unhex("c145 11 00 f806215a35e63ae0 01 ffffffffffffffffffff01");
    assert!(open::<Line>(&long).is_err());
    let huge = unhex("c145 11 00 f806215a35e63ae0 01 ffffffffffffffffff01 00");
    assert!(open::<Line>(&huge).unwrap_err().is_truncated());
}

#[test]
fn a_former_name_opens_what_it_sealed() {
    #[derive(Codec, Debug, PartialEq)]
    #[codec(name = "shop.v2.Row", alias = "shop.v1.Line", version = 301)]
    struct Row {
        #[codec(1)]
        sku: String,
        #[codec(2)]
        quantity: u64,
        #[codec(3)]
        note: Option<String>,
    }
    let blob = seal(&line(), Wire::Protobuf).unwrap();
    let row: Row = open(&blob).unwrap();
    assert_eq!((row.sku.as_str(), row.quantity, row.note), ("A-1", 2, None));
    let newer = Row {
        sku: "A-2".into(),
        quantity: 3,
        note: None,
    };
    let blob = seal(&newer, Wire::Protobuf).unwrap();
    assert!(open::<Line>(&blob).unwrap_err().is_other_type());
}

#[test]
fn what_a_newer_version_sealed_is_read_and_kept() {
    #[derive(Codec)]
    #[codec(name = "shop.v1.Line", version = 301)]
    struct Newer {
        #[codec(1)]
        sku: String,
        #[codec(3)]
        note: String,
    }
    #[derive(Codec)]
    #[codec(name = "shop.v1.Line", version = 300)]
    struct Keeping {
        #[codec(1)]
        sku: String,
        #[codec(unknown)]
        unknown: UnknownFields,
    }
    for wire in Wire::ALL {
        let newer = Newer {
            sku: "A-1".into(),
            note: "soon".into(),
        };
        let blob = seal(&newer, wire).unwrap();
        let envelope = Envelope::parse(&blob).unwrap();
        assert_eq!(envelope.version(), 301);
        let mut kept: Keeping = envelope.open().unwrap();
        kept.sku = "A-2".into();
        assert_eq!(kept.unknown.len(), 1);
        let back: Newer = open(&seal(&kept, wire).unwrap()).unwrap();
        assert_eq!((back.sku.as_str(), back.note.as_str()), ("A-2", "soon"));
    }
}

#[test]
fn a_value_without_a_name_is_not_sealed() {
    let error = seal(&7_u32, Wire::Json).unwrap_err();
    assert!(error.to_string().contains("without a name"), "{error}");
    let mut buffer = b"before".to_vec();
    assert!(
        Options::new()
            .seal_into(&vec![1_u32], Wire::Json, &mut buffer)
            .is_err()
    );
    assert_eq!(buffer, b"before");
}

#[test]
fn what_cannot_be_written_leaves_the_buffer_alone() {
    #[derive(Codec)]
    #[codec(name = "test.Deep")]
    struct Deep {
        #[codec(1)]
        deeper: Option<Box<Deep>>,
    }
    let mut deep = Deep { deeper: None };
    for _ in 0..200 {
        deep = Deep {
            deeper: Some(Box::new(deep)),
        };
    }
    let mut buffer = b"before".to_vec();
    let error = Options::new().seal_into(&deep, Wire::MsgPack, &mut buffer);
    assert!(error.unwrap_err().is_limit());
    assert_eq!(buffer, b"before");
}

#[test]
fn options_say_what_is_taken_from_outside() {
    let blob = seal(&line(), Wire::Json).unwrap();
    let binary = Options::new().accept(&[Wire::Protobuf, Wire::MsgPack], &[]);
    let error = binary.open::<Line>(&blob).unwrap_err();
    assert!(error.is_refused());
    assert_eq!(
        error.to_string(),
        "json is not among the wires that are accepted"
    );
    let others = Options::new().accept(&[], &["shop.v1.Order"]);
    let error = others.open::<Line>(&blob).unwrap_err();
    assert!(error.is_refused());
    assert_eq!(
        error.to_string(),
        "`shop.v1.Line` is not among the types that are accepted"
    );
    let both = Options::new().accept(&[Wire::Json], &["shop.v1.Order", "shop.v1.Line"]);
    assert_eq!(both.open::<Line>(&blob).unwrap(), line());
}

#[test]
fn a_registry_opens_what_it_knows() {
    #[derive(Codec, Debug, PartialEq)]
    #[codec(name = "shop.v1.Order", alias = "shop.Order")]
    struct Order {
        #[codec(1)]
        id: u64,
    }
    #[derive(Codec)]
    #[codec(name = "shop.Order")]
    struct Former {
        #[codec(1)]
        id: u64,
    }
    let mut registry = Registry::new();
    registry.register::<Line>().unwrap();
    registry.register::<Order>().unwrap();
    let opened = registry
        .open(&seal(&line(), Wire::MsgPack).unwrap())
        .unwrap();
    assert_eq!(opened.as_any().downcast_ref::<Line>(), Some(&line()));
    let opened = registry
        .open(&seal(&Former { id: 7 }, Wire::Json).unwrap())
        .unwrap();
    assert_eq!(
        opened.as_any().downcast_ref::<Order>(),
        Some(&Order { id: 7 })
    );

    let mut none = Registry::new();
    none.register::<Order>().unwrap();
    let blob = seal(&line(), Wire::MsgPack).unwrap();
    let error = none.open(&blob).err().unwrap();
    assert!(error.is_other_type());
    assert_eq!(
        error.to_string(),
        "the envelope holds a value of a type that is not registered, whose id is f806215a35e63ae0: help: `register` it"
    );
    let options = Options::new().accept(&[], &["shop.v1.Order"]);
    assert!(
        registry
            .open_with(&options, &blob)
            .err()
            .unwrap()
            .is_refused()
    );
}
