//! Tags: field numbers and wire types at the ends of their ranges, and values of another wire type than the field's.

use std::collections::BTreeMap;
use std::time::Duration;

use everwire::{Codec, UnknownFields, Wire};
use everwire_tests::{hex, unhex};

use super::binary;
use super::compiled::test::edges::{Colour, Edges, edges::Choice};
use super::compiled::test::unusual::{Closed, Unusual};

#[derive(Codec, Debug, Default, PartialEq)]
struct Derived {
    #[codec(1)]
    number: i32,
    #[codec(14)]
    numbers: Vec<i32>,
    #[codec(35, unpacked)]
    loose: Vec<i32>,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[test]
fn field_numbers_end_where_protobuf_ends_them() {
    for digits in [
        "f8ffffff0f 01",
        "fdffffff0f 01020304",
        "faffffff0f 00",
        "fbffffff0f fcffffff0f",
        "8080808001 01",
    ] {
        let compiled: Edges = binary(digits).unwrap();
        let derived: Derived = binary(digits).unwrap();
        assert_eq!(compiled.unknown.len(), 1, "{digits}");
        assert_eq!(Wire::Protobuf.encode(&compiled).unwrap(), unhex(digits));
        assert_eq!(Wire::Protobuf.encode(&derived).unwrap(), unhex(digits));
    }
    for (digits, why) in [
        ("00 01", "field number outside"),
        ("02 00", "field number outside"),
        ("07", "field number outside"),
        ("8000 01", "field number outside"),
        ("8080808010 01", "field number outside"),
        ("8880808010 01", "field number outside"),
        ("8880808080808080 8001 01", "field number outside"),
        ("ffffffffffffffffff01 01", "field number outside"),
        ("888080808000 01", "longer than five bytes"),
        ("88808080808080808000 01", "longer than five bytes"),
        ("0e 01", "wire type 6 or 7"),
        ("0f 01", "wire type 6 or 7"),
        ("0c", "a group ends that did not begin"),
        ("0b 14", "another field's number"),
        ("0b", "ends"),
        ("88", "ends"),
    ] {
        let error = binary::<Edges>(digits).unwrap_err();
        assert!(error.to_string().contains(why), "{digits}: {error}");
        let error = binary::<Derived>(digits).unwrap_err();
        assert!(error.to_string().contains(why), "{digits}: {error}");
        let within = format!("6a {:02x} {digits}", unhex(digits).len());
        assert!(binary::<Edges>(&within).is_err(), "{within}");
    }
}

#[test]
fn a_tag_may_be_longer_than_it_need_be() {
    for digits in [
        "8800 07",
        "888000 07",
        "8880808000 07",
        "08 8780808000",
        "08 87808080808080808000",
    ] {
        assert_eq!(binary::<Edges>(digits).unwrap().int32, 7, "{digits}");
        assert_eq!(binary::<Derived>(digits).unwrap().number, 7, "{digits}");
    }
}

#[derive(Codec, Debug, Default, PartialEq)]
struct Within {
    #[codec(1)]
    counts: BTreeMap<String, i32>,
    #[codec(2)]
    numbers: Option<Vec<u32>>,
    #[codec(3)]
    maybes: Vec<Option<u32>>,
    #[codec(4)]
    span: Duration,
}

#[test]
fn a_tag_within_an_entry_a_wrapper_or_a_time_may_be_longer_too() {
    let counts = |key: &str, value| Within {
        counts: BTreeMap::from([(key.into(), value)]),
        ..Within::default()
    };
    for (digits, expected) in [
        ("0a 06 8a00 01 61 10 07", counts("a", 7)),
        ("0a 06 0a 01 61 9000 07", counts("a", 7)),
        ("0a 09 908000 07 8a8000 01 61", counts("a", 7)),
        ("0a 07 10 05 9000 00 1800", counts("", 0)),
        (
            "12 05 8a00 02 07 08",
            Within {
                numbers: Some(vec![7, 8]),
                ..Within::default()
            },
        ),
        (
            "12 06 8800 07 0a 01 08",
            Within {
                numbers: Some(vec![7, 8]),
                ..Within::default()
            },
        ),
        (
            "1a 03 8800 07",
            Within {
                maybes: vec![Some(7)],
                ..Within::default()
            },
        ),
        (
            "22 03 8800 07",
            Within {
                span: Duration::from_secs(7),
                ..Within::default()
            },
        ),
    ] {
        assert_eq!(binary::<Within>(digits).unwrap(), expected, "{digits}");
    }
}

#[test]
fn what_has_another_wire_type_is_unknown() {
    for digits in [
        "0d 01020304",
        "09 0102030405060708",
        "0a 00",
        "0b 0c",
        "68 01",
        "50 01",
        "52 00 68 01",
    ] {
        let value: Edges = binary(digits).unwrap();
        assert_eq!(value.unknown.len(), 1, "{digits}");
        assert_eq!(
            (value.int32, value.string.as_str(), value.child.is_none()),
            (0, "", true)
        );
        let again = Wire::Protobuf.encode(&value).unwrap();
        assert!(digits.replace(' ', "").ends_with(&hex(&again)), "{digits}");
    }
    for digits in ["10 01", "11 0102030405060708", "13 14"] {
        let value: Unusual = binary(digits).unwrap();
        assert_eq!(
            value.unknown.len(),
            usize::from(digits != "13 14"),
            "{digits}"
        );
    }
}

#[test]
fn packed_and_unpacked_are_both_read() {
    for digits in [
        "72 02 01 02",
        "70 01 70 02",
        "72 01 01 70 02",
        "72 00 70 01 72 00 72 01 02",
    ] {
        assert_eq!(binary::<Edges>(digits).unwrap().numbers, [1, 2], "{digits}");
        assert_eq!(
            binary::<Derived>(digits).unwrap().numbers,
            [1, 2],
            "{digits}"
        );
    }
    for digits in [
        "98 02 01 98 02 02",
        "9a 02 02 01 02",
        "98 02 01 9a 02 01 02",
    ] {
        assert_eq!(binary::<Edges>(digits).unwrap().loose, [1, 2], "{digits}");
        assert_eq!(binary::<Derived>(digits).unwrap().loose, [1, 2], "{digits}");
    }
    let written = Wire::Protobuf.encode(&binary::<Edges>("70 01 70 02 9a 02 02 01 02").unwrap());
    assert_eq!(hex(&written.unwrap()), "72020102980201980202");
    assert!(binary::<Edges>("72 02 01 80").is_err());
}

#[test]
fn of_several_members_of_a_oneof_the_last_one_wins() {
    let choice = |digits: &str| binary::<Edges>(digits).unwrap().choice.unwrap();
    assert_eq!(choice("98 01 07 a2 01 01 61"), Choice::Text("a".into()));
    assert_eq!(choice("a2 01 01 61 98 01 07"), Choice::Number(7));
    let Choice::Branch(branch) = choice("aa 01 02 08 07 aa 01 02 18 08") else {
        panic!("another branch");
    };
    assert_eq!(
        (branch.int32, branch.uint32),
        (7, 8),
        "a message merges with itself"
    );
    let Choice::Branch(branch) = choice("aa 01 02 08 07 98 01 01 aa 01 02 18 08") else {
        panic!("another branch");
    };
    assert_eq!(
        (branch.int32, branch.uint32),
        (0, 8),
        "and not over another member"
    );
}

#[test]
fn numbers_of_enums_that_nobody_knows() {
    let open: Edges = binary("60 63 92 02 02 01 63").unwrap();
    assert_eq!(open.colour, Colour::Other(99));
    assert_eq!(open.colours, [Colour::Green, Colour::Other(99)]);
    assert!(open.unknown.is_empty());
    assert_eq!(
        Edges::default().colour,
        Colour::Red,
        "the first value, not the least"
    );
    let negative: Edges = binary("60 feffffffffffffffff01").unwrap();
    assert_eq!(negative.colour, Colour::Blue);
    let closed: Unusual = binary("18 63 22 02 01 63 2a 04 0a 00 10 63").unwrap();
    assert_eq!(
        (closed.closed, closed.several.as_slice()),
        (None, &[Closed::One][..])
    );
    assert!(closed.by_name.is_empty());
    let again = Wire::Protobuf.encode(&closed).unwrap();
    assert_eq!(hex(&again), "22010118632063 2a040a001063".replace(' ', ""));
}
