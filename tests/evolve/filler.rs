//! Promise 5: what fills the slot of a removed field is that type's zero, and no unknown field.

use everwire::{Codec, Options, UnknownFields, Wire, transcode};
use everwire_tests::{hex, unhex};

#[derive(Codec, Clone, Copy, Debug, PartialEq)]
enum Closed {
    #[codec(0)]
    Zero,
    #[codec(1)]
    One,
}

#[derive(Codec, Clone, Copy, Debug, PartialEq)]
enum FromOne {
    #[codec(1)]
    One,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Part {
    #[codec(1)]
    list: [u8; 2],
    #[codec(2, required)]
    number: u32,
    #[codec(3)]
    one: Option<FromOne>,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(reserved(2, type = [u32; 3]), reserved(3, type = [u8; 4]), reserved(4, type = [[Closed; 2]; 1]))]
#[codec(reserved(5, type = Part), reserved(6, type = Option<FromOne>), reserved(7, type = Box<[u8; 1]>))]
struct New {
    #[codec(1)]
    id: u32,
    #[codec(8)]
    last: u32,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Strict {
    #[codec(1, required)]
    id: u32,
    #[codec(2)]
    array: [u32; 3],
    #[codec(3, required)]
    bytes: [u8; 4],
    #[codec(4)]
    nested: [[Closed; 2]; 1],
    #[codec(5, required)]
    part: Part,
    #[codec(6)]
    one: Option<FromOne>,
    #[codec(7, required)]
    boxed: Box<[u8; 1]>,
    #[codec(8, required)]
    last: u32,
}

fn new() -> New {
    New {
        id: 1,
        last: 2,
        unknown: UnknownFields::new(),
    }
}

#[test]
fn an_array_is_filled_to_its_length() {
    let bytes = Wire::MsgPack.encode(&new()).unwrap();
    assert_eq!(
        hex(&bytes),
        hex(&unhex(
            "98 01 93000000 c40400000000 91920000 93c4020000 00c0 c0 c40100 02"
        ))
    );
    let strict: Strict = Wire::MsgPack.decode(&bytes).unwrap();
    let part = Part {
        list: [0; 2],
        number: 0,
        one: None,
    };
    assert_eq!((strict.id, strict.last), (1, 2));
    assert_eq!((strict.array, strict.bytes), ([0; 3], [0; 4]));
    assert_eq!((strict.nested, strict.part), ([[Closed::Zero; 2]], part));
    assert_eq!((strict.one, strict.boxed), (None, Box::new([0])));
}

#[test]
fn a_filler_is_no_unknown_field() {
    let bytes = Wire::MsgPack.encode(&new()).unwrap();
    assert_eq!(Wire::MsgPack.decode::<New>(&bytes).unwrap(), new());
    for to in Wire::ALL {
        let crossed = transcode::<New>(Wire::MsgPack, to, &bytes).unwrap();
        assert!(crossed.dropped.is_empty(), "{to}");
    }
    let strict = Options::new().refuse_loss(true);
    assert!(
        strict
            .transcode::<New>(Wire::MsgPack, Wire::Json, &bytes)
            .is_ok()
    );
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(reserved(2, slot = 1, type = String))]
struct Text {
    #[codec(1)]
    id: u32,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[test]
fn another_value_in_a_reserved_slot_is_kept() {
    let none: Text = Wire::MsgPack.decode(&unhex("92 01 a0")).unwrap();
    assert!(none.unknown.is_empty());
    let none: Text = Wire::MsgPack.decode(&unhex("92 01 c0")).unwrap();
    assert!(none.unknown.is_empty());
    for kept in ["92 01 a178", "92 01 00", "93 01 a178 05"] {
        let text: Text = Wire::MsgPack.decode(&unhex(kept)).unwrap();
        assert!(!text.unknown.is_empty(), "{kept}");
        let again = Wire::MsgPack.encode(&text).unwrap();
        assert_eq!(hex(&again), hex(&unhex(kept)));
    }
    let text: Text = Wire::MsgPack.decode(&unhex("93 01 a0 05")).unwrap();
    assert_eq!(text.unknown.len(), 1);
    assert_eq!(
        hex(&Wire::MsgPack.encode(&text).unwrap()),
        hex(&unhex("93 01 a0 05"))
    );
}

/// What is removed holds the type that it is removed from, by way of another one.
#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(reserved(2, "left", slot = 1, type = Branch), reserved(3, "right", slot = 2, type = Branch))]
struct Tree {
    #[codec(1)]
    id: u32,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Branch {
    #[codec(1)]
    tree: Tree,
    #[codec(2)]
    last: u32,
}

#[test]
fn a_zero_that_holds_itself_is_nil() {
    let tree = Tree {
        id: 7,
        unknown: UnknownFields::new(),
    };
    let bytes = Wire::MsgPack.encode(&tree).unwrap();
    // Within a branch's zero, a tree has the zeros of no further branches.
    let branch = "92 93 00 c0 c0 00";
    assert_eq!(
        hex(&bytes),
        hex(&unhex(&format!("93 07 {branch} {branch}")))
    );
    assert_eq!(Wire::MsgPack.decode::<Tree>(&bytes).unwrap(), tree);
}
