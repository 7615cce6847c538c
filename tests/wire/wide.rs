//! Fields beyond the sixty-fourth, which have no bit of their own while a message is read.

use everwire::{Codec, Options, Wire};

use everwire_tests::round_trip;

macro_rules! wide {
    ($($name:ident)*) => {
        /// Seventy numbers, then a list.
        #[derive(Codec, Clone, Debug, Default, PartialEq)]
        struct Wide {
            $($name: u32,)*
            list: Vec<u32>,
        }
    };
}

wide! {
    a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 b0 b1 b2 b3 b4 b5 b6 b7 b8 b9 c0 c1 c2 c3 c4 c5 c6 c7 c8 c9 d0 d1 d2 d3 d4
    d5 d6 d7 d8 d9 e0 e1 e2 e3 e4 e5 e6 e7 e8 e9 f0 f1 f2 f3 f4 f5 f6 f7 f8 f9 g0 g1 g2 g3 g4 g5 g6 g7 g8 g9
}

#[test]
fn a_list_that_comes_twice_in_json_is_the_last_one() {
    let twice: Wide = Wire::Json.decode(br#"{"list":[1,2],"list":[3]}"#).unwrap();
    assert_eq!(twice.list, [3]);
}

#[test]
fn parts_of_a_list_are_joined_in_protobuf_whatever_was_there() {
    // Field 71: the tag is 0xba 0x04.
    let parts = b"\xba\x04\x01\x01\x08\x07\xba\x04\x01\x02";
    let fresh: Wide = Wire::Protobuf.decode(parts).unwrap();
    assert_eq!((fresh.a0, &fresh.list[..]), (7, &[1, 2][..]));
    let mut reused = Wide {
        a1: 5,
        list: vec![8, 9],
        ..Wide::default()
    };
    Wire::Protobuf.decode_into(&mut reused, parts).unwrap();
    assert_eq!(reused, fresh);
}

#[test]
fn all_of_it_comes_back() {
    let value = Wide {
        a0: 1,
        g9: 2,
        list: vec![3],
        ..Wide::default()
    };
    for wire in Wire::ALL {
        round_trip(wire, &value);
    }
}

#[test]
fn merging_replaces_a_field_except_in_protobuf() {
    let mut value = Wide {
        a0: 1,
        list: vec![1],
        ..Wide::default()
    };
    Options::new()
        .merge(Wire::Json, &mut value, br#"{"list":[2]}"#)
        .unwrap();
    assert_eq!((value.a0, &value.list[..]), (1, &[2][..]));
    Options::new()
        .merge(Wire::Protobuf, &mut value, b"\xba\x04\x01\x03")
        .unwrap();
    assert_eq!((value.a0, &value.list[..]), (1, &[2, 3][..]));
}
