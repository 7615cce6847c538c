//! Promise 5: the slot of a removed field is never used again, and holds its type's zero where that is given.

use everwire::{Codec, Wire};
use everwire_tests::hex;

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(reserved(2, type = u32), reserved(3), reserved(4, slot = 3, type = String), reserved(5, type = Vec<u8>), reserved(6, type = Vec<u32>))]
#[codec(reserved(8, type = bool), reserved(9, type = f64), reserved(10, type = f32), reserved(11, type = Inner), reserved(20))]
struct Removed {
    #[codec(1)]
    id: u32,
    #[codec(7)]
    last: u32,
    #[codec(12)]
    end: u32,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Inner {
    #[codec(1)]
    number: u32,
    #[codec(2)]
    text: String,
}

#[test]
fn a_writer_fills_the_slots_of_removed_fields_with_their_zeros() {
    let value = Removed {
        id: 1,
        last: 2,
        end: 3,
    };
    assert_eq!(
        hex(&Wire::MsgPack.encode(&value).unwrap()),
        "9c 01 00 c0 a0 c400 90 02 c2 cb0000000000000000 ca00000000 9200a0 03".replace(' ', "")
    );
    assert_eq!(hex(&Wire::Protobuf.encode(&value).unwrap()), "080138026003");
    assert_eq!(
        Wire::Json.encode(&value).unwrap(),
        br#"{"id":1,"last":2,"end":3}"#
    );
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Strict {
    #[codec(1, required)]
    id: u32,
    #[codec(2, required)]
    copies: u32,
    #[codec(4, required)]
    text: String,
}

#[test]
fn a_strict_old_reader_still_decodes() {
    let bytes = Wire::MsgPack
        .encode(&Removed {
            id: 1,
            last: 2,
            end: 3,
        })
        .unwrap();
    assert_eq!(
        Wire::MsgPack.decode::<Strict>(&bytes).unwrap(),
        Strict {
            id: 1,
            copies: 0,
            text: String::new()
        }
    );
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(reserved(3, slot = 2, type = u32))]
struct Tail {
    #[codec(1)]
    id: u32,
}

#[test]
fn a_removed_last_field_is_filled_too() {
    assert_eq!(
        hex(&Wire::MsgPack.encode(&Tail { id: 1 }).unwrap()),
        "9301c000"
    );
}
