//! Structs with flattened fields beside their twins, which hold the same fields themselves: what is reserved and what stands in a
//! far slot come out the same.

use std::fmt::Debug;

use everwire::schema::Layout;
use everwire::{Codec, DecodeOwned, Schema, UnknownFields, Wire};
use everwire_tests::{hex, show, unhex};

/// Writes both alike, and reads of either what the other wrote.
fn alike<F, P>(flattened: &F, plain: &P, msgpack: &str)
where
    F: Codec + DecodeOwned + Debug + PartialEq,
    P: Codec + DecodeOwned + Debug + PartialEq,
{
    for wire in Wire::ALL {
        let bytes = wire.encode(flattened).unwrap();
        assert_eq!(bytes, wire.encode(plain).unwrap(), "{wire}");
        let shown = show(wire, &bytes);
        assert_eq!(&wire.decode::<F>(&bytes).unwrap(), flattened, "{shown}");
        assert_eq!(&wire.decode::<P>(&bytes).unwrap(), plain, "{shown}");
    }
    let bytes = Wire::MsgPack.encode(flattened).unwrap();
    assert_eq!(hex(&bytes), msgpack.replace(' ', ""));
    assert_eq!(rows(F::SCHEMA), rows(P::SCHEMA));
    assert_eq!(F::SCHEMA.layout(), P::SCHEMA.layout());
    assert_eq!(F::SCHEMA.slots(), P::SCHEMA.slots());
}

/// Reads the same of both, and writes it back the same.
fn reads<F, P>(bytes: &str, kept: &str)
where
    F: Codec + DecodeOwned,
    P: Codec + DecodeOwned,
{
    let read = unhex(bytes);
    let flattened: F = Wire::MsgPack.decode(&read).unwrap();
    let plain: P = Wire::MsgPack.decode(&read).unwrap();
    for written in [
        Wire::MsgPack.encode(&flattened),
        Wire::MsgPack.encode(&plain),
    ] {
        assert_eq!(hex(&written.unwrap()), kept.replace(' ', ""), "{bytes}");
    }
}

/// What is reserved, in one order.
fn rows(schema: &Schema) -> Vec<String> {
    let rows = schema.reserved().iter();
    let mut rows: Vec<_> = rows.map(|row| format!("{row:?}")).collect();
    rows.sort();
    rows
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Third {
    #[codec(3)]
    x: u32,
}

/// The outer struct reserves a slot before that of a flattened field, and one behind it.
#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(reserved(2, "old", type = u32), reserved(4, type = String))]
struct Outer {
    #[codec(1)]
    a: u32,
    #[codec(flatten)]
    third: Third,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(reserved(2, "old", type = u32), reserved(4, type = String))]
struct OuterTwin {
    #[codec(1)]
    a: u32,
    #[codec(3)]
    x: u32,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[test]
fn the_outer_struct_reserves() {
    #[derive(Codec, Clone, Debug, PartialEq)]
    #[codec(reserved(2, type = u32))]
    struct Before {
        #[codec(1)]
        a: u32,
        #[codec(flatten)]
        third: Third,
        #[codec(unknown)]
        unknown: UnknownFields,
    }
    let before = Before {
        a: 1,
        third: Third { x: 3 },
        unknown: UnknownFields::new(),
    };
    let bytes = unhex("93 01 00 03");
    assert_eq!(Wire::MsgPack.encode(&before).unwrap(), bytes);
    let read: Before = Wire::MsgPack.decode(&bytes).unwrap();
    assert!(read.unknown.is_empty());

    let outer = Outer {
        a: 1,
        third: Third { x: 3 },
        unknown: UnknownFields::new(),
    };
    let twin = OuterTwin {
        a: 1,
        x: 3,
        unknown: UnknownFields::new(),
    };
    alike(&outer, &twin, "94 01 00 03 a0");
    for (bytes, kept) in [
        ("93 01 00 03", "94 01 00 03 a0"),
        ("93 01 c0 03", "94 01 00 03 a0"),
        ("93 01 07 03", "94 01 07 03 a0"),
        ("94 01 00 03 a178", "94 01 00 03 a178"),
        ("95 01 a0 03 00 05", "95 01 a0 03 00 05"),
        ("95 01 00 03 a0 05", "95 01 00 03 a0 05"),
        ("96 01 00 03 a0 00 05", "96 01 00 03 a0 00 05"),
        ("91 01", "94 01 00 00 a0"),
        ("82 01 01 03 03", "94 01 00 03 a0"),
    ] {
        reads::<Outer, OuterTwin>(bytes, kept);
    }
}

/// A flattened struct reserves slots before, between and behind its fields.
#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(reserved(2, type = bool), reserved(4, "old", type = [u8; 2]), reserved(6, slot = 7, type = f32), reserved(30..=40))]
struct Inner {
    #[codec(3)]
    x: u32,
    #[codec(5)]
    y: Option<u32>,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(reserved(20, "gone"))]
struct Around<T> {
    #[codec(1)]
    a: u32,
    #[codec(flatten)]
    inner: T,
    #[codec(unknown)]
    unknown: UnknownFields,
}

/// Two that are flattened, one of them in another.
#[derive(Codec, Clone, Debug, PartialEq)]
struct Above {
    #[codec(flatten)]
    middle: Box<Middle>,
    #[codec(flatten)]
    last: Last,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(reserved(20, "gone"))]
struct Middle {
    #[codec(1)]
    a: u32,
    #[codec(flatten)]
    inner: Inner,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(reserved(11, type = u32))]
struct Last {
    #[codec(10)]
    z: u32,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(reserved(2, type = bool), reserved(4, "old", type = [u8; 2]), reserved(6, slot = 7, type = f32), reserved(30..=40))]
#[codec(reserved(20, "gone"))]
struct AroundTwin {
    #[codec(1)]
    a: u32,
    #[codec(3)]
    x: u32,
    #[codec(5)]
    y: Option<u32>,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(reserved(2, type = bool), reserved(4, "old", type = [u8; 2]), reserved(6, slot = 7, type = f32), reserved(30..=40))]
#[codec(reserved(20, "gone"), reserved(11, type = u32))]
struct AboveTwin {
    #[codec(1)]
    a: u32,
    #[codec(3)]
    x: u32,
    #[codec(5)]
    y: Option<u32>,
    #[codec(10)]
    z: u32,
    #[codec(unknown)]
    unknown: UnknownFields,
}

/// Fields of a variant, which stand in a struct of their own.
#[derive(Codec, Clone, Debug, PartialEq)]
enum Either {
    #[codec(1)]
    #[codec(reserved(20, "gone"))]
    Fields {
        #[codec(1)]
        a: u32,
        #[codec(flatten)]
        inner: Inner,
    },
}

#[derive(Codec, Clone, Debug, PartialEq)]
enum EitherTwin {
    #[codec(1)]
    Fields(AroundTwin),
}

fn inner() -> Inner {
    Inner { x: 3, y: Some(5) }
}

fn around_twin() -> AroundTwin {
    AroundTwin {
        a: 1,
        x: 3,
        y: Some(5),
        unknown: UnknownFields::new(),
    }
}

#[test]
fn a_flattened_struct_reserves() {
    let around = Around {
        a: 1,
        inner: inner(),
        unknown: UnknownFields::new(),
    };
    let bytes = "98 01 c2 03 c4020000 05 c0 c0 ca00000000";
    alike(&around, &around_twin(), bytes);
    for (bytes, kept) in [
        ("90", "98 00 c2 00 c4020000 c0 c0 c0 ca00000000"),
        (bytes, bytes),
        (
            "98 01 c3 03 c4020001 05 c0 c0 ca00000001",
            "98 01 c3 03 c4020001 05 c0 c0 ca00000001",
        ),
        (
            "99 01 c2 03 c4020000 05 c0 00 ca00000000 c2",
            "99 01 c2 03 c4020000 05 c0 00 ca00000000 c2",
        ),
    ] {
        reads::<Around<Inner>, AroundTwin>(bytes, kept);
        reads::<Around<Box<Inner>>, AroundTwin>(bytes, kept);
    }
}

#[test]
fn a_parameter_may_reserve_much() {
    #[derive(Codec, Clone, Debug, PartialEq)]
    #[codec(reserved(2, 4, 5, 6, 7, 8, 9, 10, 11), reserved(12, type = bool))]
    struct Much {
        #[codec(3)]
        x: u32,
    }
    let around = Around {
        a: 1,
        inner: Much { x: 3 },
        unknown: UnknownFields::new(),
    };
    let bytes = unhex("9c 01 c0 03 c0 c0 c0 c0 c0 c0 c0 c0 c2");
    assert_eq!(Wire::MsgPack.encode(&around).unwrap(), bytes);
    let read: Around<Much> = Wire::MsgPack.decode(&bytes).unwrap();
    assert_eq!(read, around);
    assert_eq!(Around::<Much>::SCHEMA.reserved().len(), 23);
}

#[test]
fn two_flattened_structs_reserve() {
    let above = Above {
        middle: Box::new(Middle {
            a: 1,
            inner: inner(),
        }),
        last: Last { z: 9 },
        unknown: UnknownFields::new(),
    };
    let twin = AboveTwin {
        a: 1,
        x: 3,
        y: Some(5),
        z: 9,
        unknown: UnknownFields::new(),
    };
    let bytes = "9b 01 c2 03 c4020000 05 c0 c0 ca00000000 c0 09 00";
    alike(&above, &twin, bytes);
    reads::<Above, AboveTwin>(bytes, bytes);
    let other = "9b 01 c3 03 c4020000 05 c0 c0 00 c0 09 01";
    reads::<Above, AboveTwin>(other, other);
}

#[test]
fn the_fields_of_a_variant_reserve() {
    let either = Either::Fields {
        a: 1,
        inner: inner(),
    };
    let bytes = "92 01 98 01 c2 03 c4020000 05 c0 c0 ca00000000";
    assert_eq!(
        hex(&Wire::MsgPack.encode(&either).unwrap()),
        bytes.replace(' ', "")
    );
    let twin = EitherTwin::Fields(around_twin());
    for wire in [Wire::Protobuf, Wire::MsgPack] {
        let bytes = wire.encode(&twin).unwrap();
        assert_eq!(wire.encode(&either).unwrap(), bytes);
        assert_eq!(wire.decode::<Either>(&bytes).unwrap(), either);
    }
}

/// Nothing is filled or kept for a reserved slot of a message that stands beside the one that reserves it.
#[test]
fn nested_messages_reserve_for_themselves() {
    #[derive(Codec, Clone, Debug, PartialEq)]
    #[codec(reserved(2, type = u32))]
    struct Holder {
        #[codec(1)]
        outer: Outer,
        #[codec(flatten)]
        third: Third,
        #[codec(5)]
        more: Vec<Outer>,
        #[codec(unknown)]
        unknown: UnknownFields,
    }
    for (bytes, kept) in [
        (
            "95 94 01 00 03 a0 00 07 c0 92 94 01 00 03 a0 94 01 00 03 a0",
            "95 94 01 00 03 a0 00 07 c0 92 94 01 00 03 a0 94 01 00 03 a0",
        ),
        (
            "95 94 01 05 03 a0 00 07 a0 91 94 01 00 03 00",
            "95 94 01 05 03 a0 00 07 a0 91 94 01 00 03 00",
        ),
        ("91 91 01", "95 94 01 00 00 a0 00 00 c0 90"),
    ] {
        let read: Holder = Wire::MsgPack.decode(&unhex(bytes)).unwrap();
        let written = Wire::MsgPack.encode(&read).unwrap();
        assert_eq!(hex(&written), kept.replace(' ', ""));
    }
    let plain = unhex("95 94 01 00 03 a0 00 07 c0 90");
    let read: Holder = Wire::MsgPack.decode(&plain).unwrap();
    assert!(read.unknown.is_empty() && read.outer.unknown.is_empty());
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Far {
    #[codec(300)]
    x: u32,
}

#[test]
fn a_far_slot_makes_a_map() {
    #[derive(Codec, Clone, Debug, PartialEq)]
    struct Near {
        #[codec(1)]
        a: u32,
        #[codec(flatten)]
        far: Far,
    }
    #[derive(Codec, Clone, Debug, PartialEq)]
    struct NearTwin {
        #[codec(1)]
        a: u32,
        #[codec(300)]
        x: u32,
    }
    let near = Near {
        a: 1,
        far: Far { x: 3 },
    };
    let bytes = "82 01 01 cd012c 03";
    alike(&near, &NearTwin { a: 1, x: 3 }, bytes);
    let generic = Around {
        a: 1,
        inner: Far { x: 3 },
        unknown: UnknownFields::new(),
    };
    assert_eq!(
        hex(&Wire::MsgPack.encode(&generic).unwrap()),
        bytes.replace(' ', "")
    );
    for bytes in [bytes, "83 01 01 cd012c 03 20 c3"] {
        let read: Around<Far> = Wire::MsgPack.decode(&unhex(bytes)).unwrap();
        assert_eq!((read.a, read.inner.x), (1, 3));
        let written = Wire::MsgPack.encode(&read).unwrap();
        assert_eq!(hex(&written), bytes.replace(' ', ""));
    }
}

#[test]
fn the_last_slot_of_an_array_is_255() {
    #[derive(Codec)]
    struct At255 {
        #[codec(256)]
        x: u32,
    }
    #[derive(Codec)]
    struct At256 {
        #[codec(1, slot = 256)]
        x: u32,
    }
    #[derive(Codec)]
    struct Moved {
        #[codec(300, slot = 1)]
        x: u32,
    }
    #[derive(Codec)]
    #[codec(msgpack = "map")]
    struct Map {
        #[codec(2)]
        x: u32,
    }
    #[derive(Codec)]
    struct Array<T> {
        #[codec(9, slot = 0)]
        a: u32,
        #[codec(flatten)]
        inner: T,
    }
    #[derive(Codec)]
    #[codec(msgpack = "map")]
    struct Mapped {
        #[codec(1)]
        a: u32,
        #[codec(flatten)]
        inner: Third,
    }
    assert_eq!(Array::<At255>::SCHEMA.layout(), Layout::Array);
    assert_eq!(Array::<At256>::SCHEMA.layout(), Layout::Map);
    assert_eq!(Array::<Moved>::SCHEMA.layout(), Layout::Array);
    assert_eq!(Array::<Map>::SCHEMA.layout(), Layout::Array);
    assert_eq!(Mapped::SCHEMA.layout(), Layout::Map);
    let mapped = Mapped {
        a: 1,
        inner: Third { x: 3 },
    };
    assert_eq!(hex(&Wire::MsgPack.encode(&mapped).unwrap()), "8201010303");
    let array = Array {
        a: 1,
        inner: At255 { x: 7 },
    };
    let bytes = Wire::MsgPack.encode(&array).unwrap();
    assert_eq!(bytes[..4], [0xdc, 1, 0, 1]);
    assert_eq!((bytes.len(), bytes[258]), (259, 7));
}
