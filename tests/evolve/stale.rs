//! Promise 3: a kept value is written back while its own field is absent, and no longer.

use everwire::{Codec, UnknownFields, Wire};
use everwire_tests::{hex, unhex};

#[derive(Codec, Clone, Copy, Debug, PartialEq)]
enum Closed {
    #[codec(0)]
    Zero,
    #[codec(1)]
    One,
}

#[derive(Codec, Clone, Debug, PartialEq)]
enum Event {
    #[codec(1)]
    C(Closed),
    #[codec(2)]
    S(String),
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Held {
    #[codec(oneof(1, 2))]
    o: Option<Event>,
    #[codec(unknown)]
    u: UnknownFields,
}

#[test]
fn a_kept_variant_gives_way_to_any_variant_of_its_oneof() {
    let cases: [(Wire, Vec<u8>, Vec<u8>); 3] = [
        (Wire::Protobuf, unhex("0809"), unhex("120173")),
        (Wire::MsgPack, unhex("9109"), unhex("92c0a173")),
        (
            Wire::Json,
            br#"{"C":"New"}"#.to_vec(),
            br#"{"S":"s"}"#.to_vec(),
        ),
    ];
    for (wire, kept, set) in cases {
        let mut held: Held = wire.decode(&kept).unwrap();
        assert_eq!((&held.o, held.u.len()), (&None, 1), "{wire}");
        let same: Held = wire.decode(&wire.encode(&held).unwrap()).unwrap();
        assert_eq!(same, held, "{wire}");
        held.o = Some(Event::S("s".into()));
        assert_eq!(hex(&wire.encode(&held).unwrap()), hex(&set), "{wire}");
        let read: Held = wire.decode(&set).unwrap();
        assert_eq!((read.o, read.u.len()), (held.o.clone(), 0), "{wire}");
        held.o = Some(Event::C(Closed::Zero));
        let read: Held = wire.decode(&wire.encode(&held).unwrap()).unwrap();
        assert_eq!((read.o, read.u.len()), (held.o, 0), "{wire}");
    }
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(msgpack = "map")]
struct Keyed {
    #[codec(1)]
    a: u32,
    #[codec(2)]
    c: Option<Closed>,
    #[codec(3)]
    p: Closed,
    #[codec(unknown)]
    u: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Listed {
    #[codec(1)]
    a: u32,
    #[codec(2)]
    c: Option<Closed>,
    #[codec(3, slot = 3)]
    p: Closed,
    #[codec(unknown)]
    u: UnknownFields,
}

#[test]
fn kept_values_survive_in_the_map_form() {
    let bytes = unhex("83 0101 0209 0309");
    let mut keyed: Keyed = Wire::MsgPack.decode(&bytes).unwrap();
    assert_eq!((keyed.a, keyed.c, keyed.p), (1, None, Closed::Zero));
    assert_eq!(hex(&Wire::MsgPack.encode(&keyed).unwrap()), hex(&bytes));
    keyed.c = Some(Closed::Zero);
    assert_eq!(
        hex(&Wire::MsgPack.encode(&keyed).unwrap()),
        hex(&unhex("83 0101 0200 0309"))
    );
    keyed.p = Closed::One;
    assert_eq!(
        hex(&Wire::MsgPack.encode(&keyed).unwrap()),
        hex(&unhex("83 0101 0200 0301"))
    );
}

#[test]
fn a_map_is_kept_as_a_map_and_becomes_an_array_when_nothing_kept_is_left() {
    let mut listed: Listed = Wire::MsgPack
        .decode(&unhex("83 0101 a163 09 0309"))
        .unwrap();
    assert_eq!((listed.a, listed.c, listed.p), (1, None, Closed::Zero));
    assert_eq!(
        hex(&Wire::MsgPack.encode(&listed).unwrap()),
        hex(&unhex("83 0101 0209 0309"))
    );
    (listed.c, listed.p) = (Some(Closed::One), Closed::One);
    assert_eq!(
        hex(&Wire::MsgPack.encode(&listed).unwrap()),
        hex(&unhex("94 01 01 c0 01"))
    );
}

#[derive(Codec, Debug, PartialEq)]
#[codec(msgpack = "map")]
struct Moved {
    #[codec(1)]
    a: u32,
    #[codec(9, slot = 1)]
    c: Option<Closed>,
    #[codec(unknown)]
    u: UnknownFields,
}

#[test]
fn what_came_in_a_slot_is_not_taken_for_the_field_of_that_number() {
    for (array, map) in [
        ("99 01 01 c0c0c0c0c0c0 07", "82 0101 0901"),
        ("99 01 c0 c0c0c0c0c0c0 07", "81 0101"),
        ("9a 01 01 c0c0c0c0c0c0 07 08", "83 0101 0901 0a08"),
    ] {
        let moved: Moved = Wire::MsgPack.decode(&unhex(array)).unwrap();
        assert_eq!((moved.a, moved.u.is_empty()), (1, false), "{array}");
        let encoded = Wire::MsgPack.encode(&moved).unwrap();
        assert_eq!(hex(&encoded), hex(&unhex(map)), "{array}");
    }
}

#[test]
fn of_two_unknown_values_for_one_field_the_last_is_written() {
    #[derive(Codec, Debug, PartialEq)]
    #[codec(msgpack = "map")]
    struct Twice {
        #[codec(1)]
        k: Option<Closed>,
        #[codec(2)]
        p: Closed,
        #[codec(unknown)]
        u: UnknownFields,
    }
    let bytes = unhex("86 0109 0108 0205 0206 0701 0702");
    let twice: Twice = Wire::MsgPack.decode(&bytes).unwrap();
    assert_eq!((twice.k, twice.p), (None, Closed::Zero));
    assert_eq!(
        hex(&Wire::MsgPack.encode(&twice).unwrap()),
        hex(&unhex("84 0108 0206 0701 0702"))
    );
}

#[test]
fn a_map_form_keys_by_number_what_came_in_slots() {
    let moved: Moved = Wire::MsgPack.decode(&unhex("93 01 05 07")).unwrap();
    assert_eq!((moved.a, moved.c, moved.u.len()), (1, None, 2));
    assert_eq!(
        hex(&Wire::MsgPack.encode(&moved).unwrap()),
        hex(&unhex("83 0101 0905 0307"))
    );
}

#[test]
fn a_field_that_holds_its_default_is_absent() {
    #[derive(Codec, Debug, PartialEq)]
    struct Plain {
        #[codec(1, default = 7)]
        n: u32,
        #[codec(2)]
        c: Closed,
        #[codec(unknown)]
        u: UnknownFields,
    }
    let cases: [(Wire, Vec<u8>); 3] = [
        (Wire::Protobuf, unhex("0807 1009")),
        (Wire::MsgPack, unhex("92 07 09")),
        (Wire::Json, br#"{"n":7,"c":"New"}"#.to_vec()),
    ];
    for (wire, bytes) in cases {
        let plain: Plain = wire.decode(&bytes).unwrap();
        assert_eq!((plain.n, plain.c), (7, Closed::Zero), "{wire}");
        assert_eq!(hex(&wire.encode(&plain).unwrap()), hex(&bytes), "{wire}");
    }
}

#[test]
fn a_closed_enum_that_holds_a_default_of_its_own_is_absent() {
    #[derive(Codec, Debug, PartialEq)]
    struct Own {
        #[codec(1)]
        n: u32,
        #[codec(2, default = Closed::One)]
        c: Closed,
        #[codec(3, default = Box::new(Closed::One))]
        boxed: Box<Closed>,
        #[codec(unknown)]
        u: UnknownFields,
    }
    let cases: [(Wire, Vec<u8>); 3] = [
        (Wire::Protobuf, unhex("0807 1009 1808")),
        (Wire::MsgPack, unhex("93 07 09 08")),
        (Wire::Json, br#"{"n":7,"c":"New","boxed":8}"#.to_vec()),
    ];
    for (wire, bytes) in cases {
        let mut own: Own = wire.decode(&bytes).unwrap();
        let read = (own.n, own.c, *own.boxed, own.u.len());
        assert_eq!(read, (7, Closed::One, Closed::One, 2), "{wire}");
        let written = match wire {
            // A field with a default is always written; what comes last, wins.
            Wire::Protobuf => unhex("0807 1001 1801 1009 1808"),
            _ => bytes,
        };
        assert_eq!(hex(&wire.encode(&own).unwrap()), hex(&written), "{wire}");

        (own.c, *own.boxed) = (Closed::Zero, Closed::Zero);
        let read: Own = wire.decode(&wire.encode(&own).unwrap()).unwrap();
        let read = (read.n, read.c, *read.boxed, read.u.len());
        assert_eq!(read, (7, Closed::Zero, Closed::Zero, 0), "{wire}");
    }
    let numbers = Own::SCHEMA.fields().iter().map(|f| f.default_number());
    assert_eq!(numbers.collect::<Vec<_>>(), [None, Some(1), Some(1)]);
}

#[test]
fn an_option_that_holds_a_default_is_set() {
    #[derive(Codec, Debug, PartialEq)]
    struct Optional {
        #[codec(2)]
        c: Option<Closed>,
        #[codec(unknown)]
        u: UnknownFields,
    }
    for wire in Wire::ALL {
        let mut optional: Optional = match wire {
            Wire::Json => wire.decode(br#"{"c":9}"#),
            Wire::Protobuf => wire.decode(&unhex("1009")),
            _ => wire.decode(&unhex("92 c0 09")),
        }
        .unwrap();
        assert_eq!((optional.c, optional.u.len()), (None, 1), "{wire}");
        optional.c = Some(Closed::Zero);
        let read: Optional = wire.decode(&wire.encode(&optional).unwrap()).unwrap();
        assert_eq!((read.c, read.u.len()), (Some(Closed::Zero), 0), "{wire}");
    }
}
