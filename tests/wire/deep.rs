//! Lists in lists, far down: what a type costs to compile grows with its depth, not with its power.

use everwire::{Codec, UnknownFields, Wire};

type Two<T> = Vec<Vec<T>>;
type Eight<T> = Two<Two<Two<Two<T>>>>;

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Deep {
    #[codec(3)]
    plain: Eight<u32>,
    #[codec(4)]
    optional: Option<Two<Option<Two<Option<String>>>>>,
}

fn eight<T>(value: T) -> Eight<T> {
    vec![vec![vec![vec![vec![vec![vec![vec![value]]]]]]]]
}

#[test]
fn eight_lists_deep() {
    let deep = Deep {
        plain: eight(300),
        optional: Some(vec![vec![
            None,
            Some(vec![vec![None, Some("a".into())]]),
            Some(vec![]),
        ]]),
    };
    for wire in Wire::ALL {
        let bytes = wire.encode(&deep).unwrap();
        assert_eq!(wire.decode::<Deep>(&bytes).unwrap(), deep, "{wire}");
    }
    let bytes = Wire::Protobuf
        .encode(&Deep {
            plain: eight(300),
            ..Deep::default()
        })
        .unwrap();
    assert_eq!(
        bytes,
        b"\x1a\x10\x0a\x0e\x0a\x0c\x0a\x0a\x0a\x08\x0a\x06\x0a\x04\x0a\x02\xac\x02"
    );
}

#[derive(Codec, Clone, Copy, Debug, PartialEq)]
enum Closed {
    #[codec(0)]
    Off,
    #[codec(1)]
    On,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Rows {
    #[codec(1)]
    name: String,
    #[codec(2)]
    rows: Vec<Vec<Closed>>,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[test]
fn an_unknown_value_in_a_wrapper_is_not_kept_as_the_messages_own() {
    let bytes = b"\x12\x05\x0a\x03\x01\x07\x00";
    let rows: Rows = Wire::Protobuf.decode(bytes).unwrap();
    assert_eq!(rows.rows, [[Closed::On, Closed::Off]]);
    assert!(rows.unknown.is_empty());
    assert_eq!(
        Wire::Protobuf.encode(&rows).unwrap(),
        b"\x12\x04\x0a\x02\x01\x00"
    );
}
