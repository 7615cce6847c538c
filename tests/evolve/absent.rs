//! Promise 1: an absent field reads as its wire default on every wire.

use std::collections::BTreeMap;

use everwire::{Codec, Wire};
use everwire_tests::{hex, show, unhex};

/// A message without fields on each wire.
const EMPTY: [(Wire, &[u8]); 3] = [
    (Wire::Protobuf, b""),
    (Wire::MsgPack, b"\x90"),
    (Wire::Json, b"{}"),
];

#[derive(Codec, Clone, Debug, PartialEq)]
struct Everything {
    #[codec(1)]
    number: i64,
    #[codec(2)]
    text: String,
    #[codec(3)]
    bytes: Vec<u8>,
    #[codec(4)]
    list: Vec<u32>,
    #[codec(5)]
    map: BTreeMap<u32, u32>,
    #[codec(6)]
    option: Option<u32>,
    #[codec(7)]
    status: Status,
    #[codec(8)]
    inner: Inner,
    #[codec(9)]
    pair: (u8, String),
    #[codec(10)]
    array: [u16; 2],
    #[codec(11)]
    duration: std::time::Duration,
    #[codec(12)]
    character: char,
    #[codec(13)]
    truth: bool,
    #[codec(14)]
    float: f32,
    #[codec(15)]
    wide: u128,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Inner {
    #[codec(1, default = 5)]
    five: u32,
    #[codec(2)]
    text: String,
}

/// Its own `Default` is not its wire default.
impl Default for Inner {
    fn default() -> Self {
        Self {
            five: 100,
            text: "default".into(),
        }
    }
}

#[derive(Codec, Clone, Copy, Debug, Default, PartialEq)]
enum Status {
    #[codec(0)]
    Draft,
    #[default]
    #[codec(1)]
    Paid,
}

#[test]
fn absent_is_zero_or_empty_and_never_the_default_impl() {
    let expected = Everything {
        number: 0,
        text: String::new(),
        bytes: vec![],
        list: vec![],
        map: BTreeMap::new(),
        option: None,
        status: Status::Draft,
        inner: Inner {
            five: 5,
            text: String::new(),
        },
        pair: (0, String::new()),
        array: [0, 0],
        duration: std::time::Duration::ZERO,
        character: '\0',
        truth: false,
        float: 0.0,
        wide: 0,
    };
    for (wire, bytes) in EMPTY {
        let read: Everything = wire.decode(bytes).unwrap();
        assert_eq!(read, expected, "{wire}");
    }
    let nils: Vec<u8> = std::iter::once(0x9f).chain([0xc0; 15]).collect();
    assert_eq!(Wire::MsgPack.decode::<Everything>(&nils).unwrap(), expected);
    let nulls = br#"{"number":null,"text":null,"bytes":null,"list":null,"map":null,"option":null,"status":null,
        "inner":null,"pair":null,"array":null,"duration":null,"character":null,"truth":null,"float":null,"wide":null}"#;
    assert_eq!(Wire::Json.decode::<Everything>(nulls).unwrap(), expected);
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Defaults {
    #[codec(1, default = 1)]
    copies: u32,
    #[codec(2, default = "EUR")]
    currency: String,
    #[codec(3, default = true)]
    truth: bool,
    #[codec(4, default = -1.5)]
    float: f64,
    #[codec(5, default = Colour::Blue)]
    colour: Colour,
    #[codec(6, default = 0)]
    zero: u32,
    #[codec(7, default = 3)]
    option: Option<u32>,
}

#[derive(Codec, Clone, Copy, Debug, PartialEq)]
enum Colour {
    #[codec(1)]
    Red,
    #[codec(2)]
    Blue,
}

#[test]
fn an_absent_field_with_a_default_reads_as_that() {
    for (wire, bytes) in EMPTY {
        let read: Defaults = wire.decode(bytes).unwrap();
        let expected = Defaults {
            copies: 1,
            currency: "EUR".into(),
            truth: true,
            float: -1.5,
            colour: Colour::Blue,
            zero: 0,
            option: None,
        };
        assert_eq!(read, expected, "{wire}");
    }
}

#[test]
fn a_field_with_a_default_that_is_not_zero_is_always_written() {
    let zeros = Defaults {
        copies: 0,
        currency: String::new(),
        truth: false,
        float: 0.0,
        colour: Colour::Red,
        zero: 0,
        option: None,
    };
    let bytes = Wire::Protobuf.encode(&zeros).unwrap();
    assert_eq!(hex(&bytes), "0800120018002100000000000000002801".to_owned());
    for wire in Wire::ALL {
        let bytes = wire.encode(&zeros).unwrap();
        assert_eq!(
            wire.decode::<Defaults>(&bytes).unwrap(),
            zeros,
            "{wire}: {}",
            show(wire, &bytes)
        );
    }
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Required {
    #[codec(1, required)]
    id: u32,
    #[codec(2)]
    name: String,
    #[codec(3, required)]
    inner: Inner,
}

#[test]
fn an_absent_required_field_is_an_error() {
    for (wire, bytes) in EMPTY {
        let error = wire.decode::<Required>(bytes).unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("Required.id: the field is required, and absent"),
            "{wire}: {error}"
        );
    }
    let error = Wire::MsgPack
        .decode::<Required>(&unhex("92 c0 a161"))
        .unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("Required.id: the field is required, and absent"),
        "{error}"
    );
    let error = Wire::Json.decode::<Required>(br#"{"id":1}"#).unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("Required.inner: the field is required, and absent"),
        "{error}"
    );
}

#[test]
fn a_required_field_is_written_where_it_is_zero() {
    let zero = Required {
        id: 0,
        name: String::new(),
        inner: Inner {
            five: 0,
            text: String::new(),
        },
    };
    assert_eq!(hex(&Wire::Protobuf.encode(&zero).unwrap()), "08001a020800");
    for wire in Wire::ALL {
        assert_eq!(
            wire.decode::<Required>(&wire.encode(&zero).unwrap())
                .unwrap(),
            zero,
            "{wire}"
        );
    }
}

#[test]
fn a_plain_message_field_is_always_written() {
    #[derive(Codec, Debug, PartialEq)]
    struct Outer {
        #[codec(1)]
        middle: Middle,
    }
    #[derive(Codec, Debug, PartialEq)]
    struct Middle {
        #[codec(1)]
        text: String,
    }
    let outer = Outer {
        middle: Middle {
            text: String::new(),
        },
    };
    assert_eq!(hex(&Wire::Protobuf.encode(&outer).unwrap()), "0a00");
    assert_eq!(hex(&Wire::MsgPack.encode(&outer).unwrap()), "9191a0");
    assert_eq!(
        Wire::Json.encode(&outer).unwrap(),
        br#"{"middle":{"text":""}}"#
    );
}

/// What comes first for a field takes the place of its default, also where a second one is merged into that.
#[test]
fn nothing_is_merged_into_a_default() {
    use std::time::Duration;

    #[derive(Codec, Clone, Debug, PartialEq)]
    struct Inner {
        #[codec(1)]
        sku: String,
        #[codec(2)]
        sizes: Vec<u32>,
    }
    type Sizes = Vec<u32>;
    fn inner() -> Inner {
        Inner {
            sku: "A".into(),
            sizes: vec![1],
        }
    }
    #[derive(Codec, Clone, Debug, PartialEq)]
    struct Defaults {
        #[codec(1, default = Duration::from_secs(30))]
        wait: Duration,
        #[codec(2, default = inner())]
        inner: Inner,
        #[codec(3, default = vec![1, 2])]
        sizes: Sizes,
        #[codec(4)]
        next: Option<Box<Defaults>>,
        #[codec(5)]
        list: Vec<Defaults>,
    }
    let leaf = |wait, sku: &str, sizes: &[u32]| Defaults {
        wait,
        inner: Inner {
            sku: sku.into(),
            sizes: Vec::new(),
        },
        sizes: sizes.to_vec(),
        next: None,
        list: Vec::new(),
    };
    let first = leaf(Duration::from_millis(500), "", &[3]);
    let second = leaf(Duration::ZERO, "B", &[4, 5]);
    let value = Defaults {
        next: Some(Box::new(second.clone())),
        list: vec![second.clone(), first.clone()],
        ..first.clone()
    };
    everwire_tests::survives(&value, &second);
    everwire_tests::survives(&second, &value);

    // In protobuf a second one is merged into the first, and not into the default.
    let twice = [
        Wire::Protobuf.encode(&first).unwrap(),
        Wire::Protobuf.encode(&second).unwrap(),
    ];
    let read: Defaults = Wire::Protobuf.decode(&twice.concat()).unwrap();
    assert_eq!(read.wait, Duration::from_millis(500));
    assert_eq!((read.inner.sku.as_str(), read.sizes), ("B", vec![3, 4, 5]));
    // What is there is no default.
    let mut merged = first;
    let options = everwire::Options::new();
    options
        .merge(Wire::Protobuf, &mut merged, &twice[1])
        .unwrap();
    assert_eq!(merged.sizes, [3, 4, 5]);
    for wire in Wire::ALL {
        everwire_tests::twin::agree::<Defaults>(wire, &wire.encode(&merged).unwrap());
    }
    everwire_tests::twin::agree::<Defaults>(Wire::Protobuf, &twice.concat());
}
