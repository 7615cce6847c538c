//! What stands in a message that is a plain field reads as it does at the root.

use std::sync::Arc;
use std::time::Duration;

use everwire::{Codec, DecodeOwned, UnknownFields, Upgrade, Wire, stream};
use everwire_tests::twin::agree;
use everwire_tests::unhex;

#[derive(Codec, Clone, Debug, PartialEq)]
struct Kept {
    #[codec(1)]
    a: u32,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Holder {
    #[codec(1)]
    kept: Kept,
    #[codec(2)]
    z: u32,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Holders {
    #[codec(1)]
    boxed: Box<Kept>,
    #[codec(2)]
    pair: (Kept, u32),
    #[codec(3)]
    list: Vec<Holder>,
    #[codec(4)]
    shared: Arc<Kept>,
}

/// Reads `next` over what `first` holds.
fn over<T: Codec + DecodeOwned + Clone + std::fmt::Debug + PartialEq>(
    wire: Wire,
    first: &[u8],
    next: &[u8],
) {
    let mut value: T = wire.decode(first).unwrap();
    let read: T = wire.decode(next).unwrap();
    wire.decode_into(&mut value, next).unwrap();
    assert_eq!(value, read, "{wire} {}", next.escape_ascii());
    let bytes = wire.encode(&value).unwrap();
    assert_eq!(bytes, wire.encode(&read).unwrap(), "{wire}");
}

#[test]
fn what_was_kept_in_a_field_goes_with_its_value() {
    for (wire, first, next) in [
        (
            Wire::Protobuf,
            &b"\x0a\x04\x08\x01\x48\x05"[..],
            &b"\x10\x07"[..],
        ),
        (Wire::MsgPack, b"\x92\x92\x01\x05\x02", b"\x92\xc0\x07"),
        (Wire::Json, br#"{"kept":{"a":1,"secret":5}}"#, br#"{"z":7}"#),
    ] {
        let full: Holder = wire.decode(first).unwrap();
        assert_eq!(full.kept.unknown.len(), 1, "{wire}");
        over::<Holder>(wire, first, next);
        agree::<Holder>(wire, first);
        let mut value = full;
        wire.decode_into(&mut value, next).unwrap();
        let nothing = UnknownFields::new();
        let kept = Kept {
            a: 0,
            unknown: nothing,
        };
        assert_eq!(value, Holder { kept, z: 7 }, "{wire}");
    }
    let kept = "08014805";
    let full = unhex(&format!(
        "0a04{kept} 1206 0a04{kept} 1a06 0a04{kept} 2204{kept}"
    ));
    for next in ["", "1a021001", "12021003"] {
        over::<Holders>(Wire::Protobuf, &full, &unhex(next));
    }
    let full = unhex("94 920105 92 920105 03 91 9292010507 920105");
    for next in ["90", "94 c0 c0 91 92c001 c0"] {
        over::<Holders>(Wire::MsgPack, &full, &unhex(next));
    }
    let kept = r#"{"a":1,"s":5}"#;
    let full = format!(
        r#"{{"boxed":{kept},"pair":[{kept},3],"list":[{{"kept":{kept}}}],"shared":{kept}}}"#
    );
    for next in [r#"{}"#, r#"{"list":[{"z":1}],"pair":[null,3]}"#] {
        over::<Holders>(Wire::Json, full.as_bytes(), next.as_bytes());
    }
}

#[test]
fn a_stream_hands_no_unknown_fields_on() {
    let lines = b"{\"kept\":{\"a\":1,\"secret\":5}}\n{\"z\":7}\n";
    let mut reader = stream::Reader::new(&lines[..], Wire::Json);
    let mut value: Holder = Wire::Json.decode(b"{}").unwrap();
    let mut seen = Vec::new();
    while reader.read_into(&mut value).unwrap() {
        seen.push(everwire::json::to_string(&value).unwrap());
    }
    assert_eq!(
        seen,
        [
            r#"{"kept":{"a":1,"secret":5},"z":0}"#,
            r#"{"kept":{"a":0},"z":7}"#
        ]
    );
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Point {
    #[codec(1)]
    x: u32,
    #[codec(2)]
    y: u32,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Preset {
    #[codec(1, default = Point { x: 7, y: 8 })]
    point: Point,
    #[codec(2, default = Duration::new(5, 6))]
    span: Duration,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Alike(Preset);

#[derive(Codec, Clone, Debug, PartialEq)]
struct Flat {
    #[codec(flatten)]
    part: Single,
    #[codec(9)]
    z: u32,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Single {
    #[codec(1)]
    inner: Preset,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Outer {
    #[codec(1)]
    plain: Preset,
    #[codec(2)]
    boxed: Box<Preset>,
    #[codec(3)]
    shared: Arc<Preset>,
    #[codec(4)]
    pair: (u32, Preset),
    #[codec(5)]
    alike: Alike,
    #[codec(6)]
    single: Single,
    #[codec(7)]
    flat: Flat,
    #[codec(8)]
    option: Option<Preset>,
    #[codec(9)]
    list: Vec<Single>,
}

#[derive(Codec)]
struct Said {
    #[codec(1)]
    x: u32,
}

#[derive(Codec)]
struct Partly {
    #[codec(1)]
    point: Said,
}

#[test]
fn nothing_is_merged_into_the_default_of_a_field_within() {
    // `Preset { point: Point { x: 1, .. }, span: 3 ns }`, within each kind of field.
    let part = "0a020801 12021003";
    let held = format!("0a08{part}");
    let bytes = unhex(&format!(
        "0a08{part} 1208{part} 1a08{part} 220a1208{part} 2a08{part} 320a{held} 3a0a{held} 4208{part} 4a0a{held}"
    ));
    let outer: Outer = Wire::Protobuf.decode(&bytes).unwrap();
    let part = || Preset {
        point: Point { x: 1, y: 0 },
        span: Duration::from_nanos(3),
    };
    let single = || Single { inner: part() };
    let expected = Outer {
        plain: part(),
        boxed: Box::new(part()),
        shared: Arc::new(part()),
        pair: (0, part()),
        alike: Alike(part()),
        single: single(),
        flat: Flat {
            part: single(),
            z: 0,
        },
        option: Some(part()),
        list: vec![single()],
    };
    assert_eq!(outer, expected);
    agree::<Outer>(Wire::Protobuf, &bytes);
    for wire in Wire::ALL {
        let bytes = wire.encode(&expected).unwrap();
        assert_eq!(wire.decode::<Outer>(&bytes).unwrap(), expected, "{wire}");
        let mut over: Outer = wire.decode(&bytes).unwrap();
        wire.decode_into(&mut over, &bytes).unwrap();
        assert_eq!(over, expected, "{wire}");
        agree::<Outer>(wire, &bytes);
        // What an absent field reads as is its default still.
        let old = wire
            .encode(&(Partly {
                point: Said { x: 1 },
            },))
            .unwrap();
        let read: Single = wire.decode(&old).unwrap();
        assert_eq!(
            (read.inner.point, read.inner.span),
            (part().point, Duration::new(5, 6)),
            "{wire}"
        );
    }
    // A second part is merged into the first.
    let bytes = unhex("0a06 0a040a020801 0a06 0a040a021002");
    let read: (Single,) = Wire::Protobuf.decode(&bytes).unwrap();
    assert_eq!(read.0.inner.point, Point { x: 1, y: 2 });
    agree::<(Single,)>(Wire::Protobuf, &bytes);
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(upgrade = counted)]
struct Counted {
    #[codec(1)]
    id: u32,
    #[codec(2)]
    total: Option<u32>,
    #[codec(skip)]
    calls: u32,
}

fn counted(value: &mut Counted, upgrade: &Upgrade<'_>) {
    value.calls += 1;
    if upgrade.is_absent(2) {
        value.total = Some(value.id * 10);
    }
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct One {
    #[codec(1)]
    it: Counted,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Many {
    #[codec(1)]
    plain: Counted,
    #[codec(2)]
    shared: Arc<Counted>,
    #[codec(3)]
    pair: (Counted, u32),
    #[codec(flatten)]
    flat: FlatOne,
    #[codec(5)]
    option: Option<Counted>,
    #[codec(6, required)]
    required: Counted,
    #[codec(7)]
    one: One,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct FlatOne {
    #[codec(4)]
    it: Counted,
}

#[derive(Codec)]
struct Old {
    #[codec(1)]
    id: u32,
}

#[derive(Codec)]
struct OldMany {
    #[codec(1)]
    plain: Old,
    #[codec(2)]
    shared: Old,
    #[codec(3)]
    pair: (Old, u32),
    #[codec(4)]
    it: Old,
    #[codec(5)]
    option: Old,
    #[codec(6)]
    required: Old,
    #[codec(7)]
    one: (Old,),
}

#[test]
fn an_upgrade_is_called_once_in_each_kind_of_field() {
    let old = OldMany {
        plain: Old { id: 1 },
        shared: Old { id: 2 },
        pair: (Old { id: 3 }, 9),
        it: Old { id: 4 },
        option: Old { id: 5 },
        required: Old { id: 6 },
        one: (Old { id: 7 },),
    };
    let counted = |id| Counted {
        id,
        total: Some(id * 10),
        calls: 1,
    };
    let expected = Many {
        plain: counted(1),
        shared: Arc::new(counted(2)),
        pair: (counted(3), 9),
        flat: FlatOne { it: counted(4) },
        option: Some(counted(5)),
        required: counted(6),
        one: One { it: counted(7) },
    };
    for wire in Wire::ALL {
        let bytes = wire.encode(&old).unwrap();
        assert_eq!(wire.decode::<Many>(&bytes).unwrap(), expected, "{wire}");
        let mut over = expected.clone();
        wire.decode_into(&mut over, &bytes).unwrap();
        assert_eq!(over, expected, "{wire}");
    }
}
