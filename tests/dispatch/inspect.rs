//! What people see of bytes that hold more than the type knows.

use everwire::{Codec, Wire, inspect};
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
