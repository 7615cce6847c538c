//! MessagePack as Python's msgspec writes it with `array_like=True`.
//!
//! `vectors/msgspec_array.json` was written by msgspec 0.22.0.

use everwire::{Codec, Wire};
use everwire_tests::{hex, unhex};
use serde::Deserialize;

#[derive(Deserialize)]
struct Vectors {
    cases: Vec<Case>,
    rejects: Vec<Reject>,
}

/// The fields of the vectors' struct `A`.
type Fields = (i64, String, f64, Vec<String>, Option<String>);

#[derive(Deserialize)]
struct Case {
    r#type: String,
    json: Option<Fields>,
    msgpack: String,
    #[serde(rename = "old_reader_A1")]
    old_reader: Option<(i64, String)>,
    #[serde(rename = "new_reader_A")]
    new_reader: Option<Fields>,
}

#[derive(Deserialize)]
struct Reject {
    hex: String,
    why: String,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct A {
    id: i64,
    name: String,
    score: f64,
    tags: Vec<String>,
    email: Option<String>,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct A1 {
    id: i64,
    name: String,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Strict {
    #[codec(required)]
    id: i64,
    #[codec(required)]
    name: String,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Tagged {
    tag: String,
    number: u32,
}

fn vectors() -> Vectors {
    serde_json::from_str(include_str!("vectors/msgspec_array.json")).unwrap()
}

fn a((id, name, score, tags, email): (i64, String, f64, Vec<String>, Option<String>)) -> A {
    A {
        id,
        name,
        score,
        tags,
        email,
    }
}

#[test]
fn its_bytes_decode_and_come_out_the_same() {
    let mut seen = 0;
    for case in vectors().cases {
        let bytes = unhex(&case.msgpack);
        if let Some(expected) = case.json.map(a) {
            let read: A = Wire::MsgPack.decode(&bytes).unwrap();
            assert_eq!(read, expected, "{}", case.msgpack);
            assert_eq!(read.score.to_bits(), expected.score.to_bits());
            assert_eq!(hex(&Wire::MsgPack.encode(&read).unwrap()), case.msgpack);
            seen += 1;
        }
        if let Some((id, name)) = case.old_reader {
            assert_eq!(Wire::MsgPack.decode::<A1>(&bytes).unwrap(), A1 { id, name });
            seen += 1;
        }
        if let Some(expected) = case.new_reader.map(a) {
            assert_eq!(Wire::MsgPack.decode::<A>(&bytes).unwrap(), expected);
            let read: A1 = Wire::MsgPack.decode(&bytes).unwrap();
            assert_eq!(hex(&Wire::MsgPack.encode(&read).unwrap()), case.msgpack);
            seen += 1;
        }
        if case.r#type == "T tagged" {
            let read: Tagged = Wire::MsgPack.decode(&bytes).unwrap();
            assert_eq!(
                read,
                Tagged {
                    tag: "t".into(),
                    number: 3
                }
            );
            assert_eq!(hex(&Wire::MsgPack.encode(&read).unwrap()), case.msgpack);
            seen += 1;
        }
    }
    assert_eq!(seen, 8);
}

/// msgspec refuses all of these; a struct of required fields refuses them too, but reads the map.
#[test]
fn what_it_rejects_is_rejected_where_fields_are_required() {
    let rejects = vectors().rejects;
    assert_eq!(rejects.len(), 5);
    for reject in rejects {
        let read = Wire::MsgPack.decode::<Strict>(&unhex(&reject.hex));
        if reject.why == "map instead of array" {
            assert_eq!(
                read.unwrap(),
                Strict {
                    id: 1,
                    name: "a".into()
                }
            );
        } else {
            assert!(read.is_err(), "{}: {read:?}", reject.why);
        }
    }
}
