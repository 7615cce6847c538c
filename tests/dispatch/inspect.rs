//! What people see of bytes that hold more than the type knows.

use std::collections::BTreeMap;

use everwire::{Codec, Wire, dissect, inspect};
use everwire_tests::unhex;

#[derive(Codec, Clone, Copy, Debug, PartialEq)]
enum Closed {
    #[codec(0)]
    Zero,
    #[codec(1)]
    One,
}

#[derive(Codec, Debug, PartialEq)]
#[codec(name = "Big")]
struct Big {
    #[codec(1)]
    cl: Closed,
    #[codec(2)]
    list: Vec<Closed>,
    #[codec(3)]
    text: String,
}

fn shown(wire: Wire, bytes: &[u8]) -> String {
    wire.decode::<Big>(bytes).unwrap();
    inspect(wire, Big::SCHEMA, bytes).unwrap()
}

#[test]
fn an_unknown_name_of_an_enum_is_shown() {
    assert_eq!(
        shown(Wire::Json, br#"{"cl":"New","list":["One","Two",7]}"#),
        "\
0000  Big (json, 35 bytes)
0006    1 @0 cl: unknown \"New\"
0019    2 @1 list: 3 elements
0020      [0]: 1 (One)
0026      [1]: unknown \"Two\"
0032      [2]: 7
"
    );
    assert_eq!(
        shown(Wire::MsgPack, b"\x92\xa3New\x92\x01\xa3Two"),
        "\
0000  Big (msgpack, 11 bytes)
0001    1 @0 cl: unknown \"New\"
0005    2 @1 list: 2 elements
0006      [0]: 1 (One)
0007      [1]: unknown \"Two\"
"
    );
    let root = inspect(Wire::Json, Closed::SCHEMA, b"\"New\"").unwrap();
    assert!(root.ends_with("0000    unknown \"New\"\n"), "{root}");
}

#[test]
fn an_error_says_where_it_is() {
    for (wire, bytes, path) in [
        (Wire::Json, br#"{"text":7}"#.to_vec(), "Big.text"),
        (Wire::Json, br#"{"list":[1,{}]}"#.to_vec(), "Big.list[1]"),
        (Wire::MsgPack, unhex("93c0c001"), "Big.text"),
        (Wire::Protobuf, unhex("1a0161 1a02"), "Big.text"),
    ] {
        let error = inspect(wire, Big::SCHEMA, &bytes).unwrap_err();
        assert_eq!(error.path(), path, "{error}");
    }
}

/// The type of a wrapped value is what its place says: field 1 of another wire type is unknown there, as it is to the decoder.
#[test]
fn a_wrapped_value_of_another_wire_type_is_passed_over() {
    #[derive(Codec, Debug, PartialEq)]
    #[codec(name = "Gaps")]
    struct Gaps {
        #[codec(1)]
        gaps: Vec<Option<u8>>,
    }
    let bytes = b"\x0a\x05\x0a\x03nnn\x0a\x07\x0a\x03nnn\x08\x05";
    let gaps: Gaps = Wire::Protobuf.decode(bytes).unwrap();
    assert_eq!(gaps.gaps, [None, Some(5)]);
    assert_eq!(
        inspect(Wire::Protobuf, Gaps::SCHEMA, bytes).unwrap(),
        "\
0000  Gaps (protobuf, 16 bytes)
0001    1 @0 gaps: 2 elements
0001      [0]: nil
0015      [1]: 5
"
    );
}

#[derive(Codec, Debug, PartialEq)]
#[codec(name = "Told")]
struct Told {
    #[codec(1)]
    small: u8,
    #[codec(2)]
    pair: [u32; 2],
    #[codec(3)]
    letter: char,
    #[codec(4)]
    map: BTreeMap<String, Vec<u8>>,
    #[codec(5, required)]
    id: u32,
}

#[test]
fn what_no_value_has_is_told_beside_its_parts() {
    for (wire, bytes) in [
        (Wire::Protobuf, &b"\x08\xac\x02\x12\x02\x01\x02\x28\x01"[..]),
        (Wire::Protobuf, b"\x12\x01\x01\x28\x01"),
        (Wire::Protobuf, b"\x12\x02\x01\x02\x1a\x02ab\x28\x01"),
        (Wire::Protobuf, b"\x12\x02\x01\x02"),
        (Wire::MsgPack, b"\x95\xcd\x01\x2c\x92\x01\x02\xa1a\x80\x01"),
        (Wire::MsgPack, b"\x95\x01\x91\x01\xa1a\x80\x01"),
        (Wire::MsgPack, b"\x94\x01\x92\x01\x02\xa1a\x80"),
        (Wire::MsgPack, b"\x95\x01\x92\x01\x02\xa1a\x81\xa1k\x01\x01"),
        (Wire::Json, br#"{"small":300,"id":1}"#),
        (Wire::Json, br#"{"pair":[1],"id":1}"#),
        (Wire::Json, br#"{"pair":[1,2]}"#),
        (Wire::Json, br#"{"pair":[1,2],"map":{"k":7},"id":1}"#),
        (Wire::Json, br#"{"id":1,"pair":[1,2],"id":1}"#),
    ] {
        let error = wire.decode::<Told>(bytes).unwrap_err();
        let dissected = dissect(wire, Told::SCHEMA, bytes);
        let told = dissected.error.map(|error| error.to_string());
        assert_eq!(told, Some(error.to_string()), "{wire}\n{}", dissected.text);
    }
}

#[test]
fn all_runs_of_a_root_are_shown() {
    let shown = inspect(
        Wire::Protobuf,
        Vec::<u32>::SCHEMA,
        &unhex("0a0101 0a020203"),
    );
    assert!(shown.unwrap().contains("[2]: 3"));
    let bytes = unhex("0a040801 1002 0a040803 1004");
    let shown = inspect(Wire::Protobuf, BTreeMap::<u32, u32>::SCHEMA, &bytes).unwrap();
    assert!(shown.contains("1]") && shown.contains("[3]"), "{shown}");
}
