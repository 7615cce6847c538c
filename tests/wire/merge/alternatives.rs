//! Enums with data and shared values that a second part is merged into where they stand.

use std::rc::Rc;
use std::sync::Arc;

use everwire::{Codec, DecodeOwned, Options, Wire};
use everwire_tests::twin::agree;
use everwire_tests::{hex, unhex};

#[derive(Codec, Clone, Debug, PartialEq)]
struct Point {
    #[codec(1)]
    x: u32,
    #[codec(2)]
    y: u32,
}

#[derive(Codec, Clone, Debug, PartialEq)]
enum Figure {
    #[codec(1)]
    Number(u32),
    #[codec(2)]
    Point(Point),
    #[codec(3)]
    List(Vec<u32>),
    #[codec(4)]
    Fields {
        #[codec(1)]
        a: u32,
        #[codec(2)]
        b: Option<Point>,
        #[codec(3, default = 5)]
        c: u32,
    },
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Defaulted {
    #[codec(1, default = Figure::Number(1))]
    figure: Figure,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Required {
    #[codec(1, required)]
    figure: Figure,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Boxed {
    #[codec(1, required)]
    figure: Box<Figure>,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Alike(Figure);

#[derive(Codec, Clone, Debug, PartialEq)]
struct Renamed {
    #[codec(1, required)]
    figure: Alike,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Oneof {
    #[codec(oneof(1, 2, 3, 4))]
    figure: Figure,
}

/// Two parts of one figure, and what both are together.
fn parts() -> [(&'static str, &'static str, Figure); 5] {
    [
        ("12020801", "12021002", Figure::Point(Point { x: 1, y: 2 })),
        ("1a030a0101", "1a030a0102", Figure::List(vec![1, 2])),
        (
            "220408011807",
            "220412021003",
            Figure::Fields {
                a: 1,
                b: Some(Point { x: 0, y: 3 }),
                c: 7,
            },
        ),
        ("12020801", "0807", Figure::Number(7)),
        ("0807", "12021002", Figure::Point(Point { x: 0, y: 2 })),
    ]
}

fn held(part: &str) -> String {
    format!("0a{:02x}{part}", part.len() / 2)
}

fn joins<T: Codec + DecodeOwned + Clone + std::fmt::Debug + PartialEq>(
    first: &str,
    second: &str,
    expected: &T,
) {
    let bytes = unhex(&format!("{first}{second}"));
    let read: T = Wire::Protobuf.decode(&bytes).unwrap();
    assert_eq!(&read, expected, "{}", hex(&bytes));
    agree::<T>(Wire::Protobuf, &bytes);
    let mut merged: T = Wire::Protobuf.decode(&unhex(first)).unwrap();
    Options::new()
        .merge(Wire::Protobuf, &mut merged, &unhex(second))
        .unwrap();
    assert_eq!(&merged, expected, "merged: {}", hex(&bytes));
}

#[test]
fn the_parts_of_a_variant_are_joined_where_it_stands() {
    for (first, second, figure) in parts() {
        joins(first, second, &figure);
        joins(first, second, &Alike(figure.clone()));
        joins(first, second, &Box::new(figure.clone()));
        let oneof = Oneof {
            figure: figure.clone(),
        };
        joins(first, second, &oneof);
        let (first, second) = (held(first), held(second));
        let (a, b, c, d) = (
            figure.clone(),
            Box::new(figure.clone()),
            Alike(figure.clone()),
            figure,
        );
        joins(&first, &second, &Defaulted { figure: a });
        joins(&first, &second, &Boxed { figure: b });
        joins(&first, &second, &Renamed { figure: c });
        joins(&first, &second, &Required { figure: d });
    }
}

#[test]
fn elsewhere_what_comes_takes_the_place_of_a_variant() {
    for (wire, bytes) in [
        (Wire::MsgPack, &b"\x92\x02\x92\xc0\x02"[..]),
        (Wire::Json, br#"{"Point":{"y":2}}"#),
    ] {
        let mut figure = Figure::Point(Point { x: 1, y: 1 });
        Options::new().merge(wire, &mut figure, bytes).unwrap();
        assert_eq!(figure, Figure::Point(Point { x: 0, y: 2 }), "{wire}");
    }
}

#[derive(Codec, Clone, Debug, PartialEq)]
enum Strict {
    #[codec(1)]
    Fields {
        #[codec(1, required)]
        figure: Figure,
    },
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Shared {
    #[codec(1)]
    plain: Arc<Point>,
    #[codec(2)]
    option: Option<Rc<Point>>,
    #[codec(3)]
    text: Arc<u32>,
}

#[test]
fn what_cannot_be_joined_is_told() {
    let mut strict: Strict = Wire::Protobuf.decode(&unhex("0a040a020801")).unwrap();
    let error = Options::new()
        .merge(Wire::Protobuf, &mut strict, &unhex("0a040a020802"))
        .unwrap_err();
    assert!(error.to_string().contains("no wire default"), "{error}");

    let bytes = unhex("0a020801 12020801 1801");
    let first: Shared = Wire::Protobuf.decode(&bytes).unwrap();
    let mut alone = first.clone();
    let again = first.clone();
    let error = Options::new().merge(Wire::Protobuf, &mut alone, &unhex("0a021002"));
    let told = "Shared.plain: the parts of this value cannot be joined where it is shared (protobuf, byte 1)";
    assert_eq!(error.unwrap_err().to_string(), told);
    let error = Options::new().merge(Wire::Protobuf, &mut alone, &unhex("12021002"));
    assert!(error.unwrap_err().to_string().contains("Shared.option"));
    let mut alone = again;
    Options::new()
        .merge(Wire::Protobuf, &mut alone, &unhex("1805"))
        .unwrap();
    assert_eq!((*alone.text, *first.text), (5, 1));
    for wire in Wire::ALL {
        // What is replaced may be shared.
        let mut over = first.clone();
        let next = wire.encode(&alone).unwrap();
        wire.decode_into(&mut over, &next).unwrap();
        assert_eq!(over, alone, "{wire}");
    }
    drop((first, alone));
    let bytes = unhex("0a020801 0a021002 12020801 12021002");
    let read: Shared = Wire::Protobuf.decode(&bytes).unwrap();
    assert_eq!(*read.plain, Point { x: 1, y: 2 });
    assert_eq!(read.option.as_deref(), Some(&Point { x: 1, y: 2 }));
}
