//! Types by name.

use std::collections::BTreeMap;

use everwire::{Codec, Registry, Wire};

use super::{Line, Order, order};

mod other {
    use everwire::Codec;

    #[derive(Codec, Debug)]
    #[codec(name = "shop.v1.Line")]
    pub struct Line {
        #[codec(1)]
        pub sku: u32,
    }
}

#[derive(Codec, Debug)]
#[codec(name = "shop.v2.Box", alias = "shop.v1.Crate", alias = "shop.v1.Chest")]
struct Renamed {
    #[codec(1)]
    width: u32,
}

#[derive(Codec, Debug)]
#[codec(name = "shop.v2.Chest", alias = "shop.v1.Chest")]
struct Taken {
    #[codec(1)]
    width: u32,
}

#[derive(Codec, Debug)]
#[codec(name = "shop.v1.Page")]
struct Page<T> {
    #[codec(1)]
    items: Vec<T>,
}

fn registry() -> Registry {
    let mut registry = Registry::new();
    registry
        .register::<Order>()
        .unwrap()
        .register::<Line>()
        .unwrap()
        .register::<Renamed>()
        .unwrap();
    registry
}

#[test]
fn types_go_by_their_full_names_and_former_ones() {
    let registry = registry();
    assert_eq!(
        registry.names().collect::<Vec<_>>(),
        [
            "shop.v1.Chest",
            "shop.v1.Crate",
            "shop.v1.Line",
            "shop.v1.Order",
            "shop.v2.Box"
        ]
    );
    assert_eq!(
        registry.get("shop.v1.Crate").unwrap().schema().full_name(),
        "shop.v2.Box"
    );
    assert!(registry.get("Order").is_none());
    assert!(registry.get("").is_none());
}

#[test]
fn two_types_of_one_name_are_an_error() {
    let mut registry = registry();
    registry.register::<Line>().unwrap();
    let error = registry.register::<other::Line>().unwrap_err();
    assert_eq!(
        error.to_string(),
        "two types are called `shop.v1.Line`: help: give one of them another name with `#[codec(name = \"…\")]`"
    );
    let error = registry.register::<Taken>().unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("two types are called `shop.v1.Chest`"),
        "{error}"
    );
    assert!(
        registry.get("shop.v2.Chest").is_none(),
        "a type that is refused leaves no name behind"
    );
    let error = registry.register::<u32>().unwrap_err();
    assert_eq!(
        error.to_string(),
        "a type without a name cannot be registered: help: derive `Codec` for a struct around it"
    );
}

#[test]
fn a_generic_types_name_includes_its_arguments() {
    let mut registry = Registry::new();
    registry
        .register::<Page<u32>>()
        .unwrap()
        .register::<Page<Line>>()
        .unwrap();
    let names: Vec<_> = registry.names().collect();
    assert_eq!(names.len(), 2, "{names:?}");
    assert!(
        names.iter().all(|name| name.starts_with("shop.v1.Page")),
        "{names:?}"
    );
}

#[test]
fn a_type_that_is_known_by_name_can_do_all_that_it_can() {
    let registry = registry();
    let entry = registry.get("shop.v1.Order").unwrap();
    for from in Wire::ALL {
        let bytes = from.encode(&order()).unwrap();
        let message = entry.decode(from, &bytes).unwrap();
        assert_eq!(message.as_any().downcast_ref::<Order>(), Some(&order()));
        assert_eq!(message.schema().full_name(), "shop.v1.Order");
        assert!(message.validate().is_ok());
        for to in Wire::ALL {
            assert_eq!(message.encode(to).unwrap(), to.encode(&order()).unwrap());
            assert_eq!(
                entry.transcode(from, to, &bytes).unwrap().bytes,
                to.encode(&order()).unwrap()
            );
        }
        let text = entry.inspect(from, &bytes).unwrap();
        assert!(
            text.starts_with("0000  shop.v1.Order (") && text.contains("customer: \"Ann\""),
            "{text}"
        );
        let error = entry.decode(from, b"\xc1").err().unwrap();
        assert_eq!(error.wire(), Some(from));
    }
}

#[test]
fn validation_by_name_is_that_of_the_type() {
    let registry = registry();
    let entry = registry.get("shop.v1.Order").unwrap();
    let invalid = br#"{"customer":"Annabel"}"#;
    assert!(
        entry
            .decode(Wire::Json, invalid)
            .err()
            .unwrap()
            .is_validation()
    );
    let options = everwire::Options::new().validate(false);
    let message = entry.decode_with(&options, Wire::Json, invalid).unwrap();
    assert_eq!(
        message.validate().unwrap_err().to_string(),
        "customer: must have at most 5 characters (string.max_len)"
    );
}

#[test]
fn bytes_after_the_value_are_not_inspected_away() {
    let registry = registry();
    let entry = registry.get("shop.v1.Line").unwrap();
    for (wire, bytes) in [
        (Wire::MsgPack, &b"\x91\xa1a\xc0"[..]),
        (Wire::Json, br#"{"sku":"a"} x"#),
    ] {
        assert!(entry.decode(wire, bytes).is_err());
        let error = entry.inspect(wire, bytes).unwrap_err();
        assert!(
            error.to_string().contains("bytes follow the value"),
            "{error}"
        );
    }
}

#[test]
fn values_that_are_no_messages_are_inspected_as_they_are_written() {
    for wire in Wire::ALL {
        let text = everwire::inspect(wire, u32::SCHEMA, &wire.encode(&300_u32).unwrap()).unwrap();
        assert!(text.contains("300"), "{text}");
        let lists = vec![vec!["a".to_owned()], vec![]];
        let text = everwire::inspect(
            wire,
            <Vec<Vec<String>>>::SCHEMA,
            &wire.encode(&lists).unwrap(),
        )
        .unwrap();
        assert!(text.contains("\"a\""), "{text}");
    }
}

#[derive(Codec, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Closed {
    #[codec(0)]
    No,
    #[codec(1)]
    Yes,
}

/// What an enum does not know as a key is left out with its value, whatever that is.
#[test]
fn entries_that_are_left_out_are_inspected_as_such() {
    #[derive(Codec, Debug, PartialEq)]
    #[codec(name = "Votes")]
    struct Votes {
        #[codec(1)]
        by: BTreeMap<Closed, bool>,
    }
    for (wire, bytes, shown) in [
        (
            Wire::Protobuf,
            &b"\x0a\x04\x08\x01\x10\x01\x0a\x04\x08\x09\x14\x00"[..],
            "0000  Votes (protobuf, 12 bytes)\n0001    1 @0 by: 2 entries\n0005      [1 (Yes)]: true\n0009      [9]: left out\n....    unknown 1: 0a 04 08 09 14 00\n",
        ),
        (
            Wire::MsgPack,
            b"\x91\x82\x01\xc3\x09\xa1x",
            "0000  Votes (msgpack, 7 bytes)\n0001    1 @0 by: 2 entries\n0003      [1 (Yes)]: true\n0004      [9]: left out\n",
        ),
        (
            Wire::Json,
            br#"{"by":{"Yes":true,"Perhaps":[]}}"#,
            "0000  Votes (json, 32 bytes)\n0006    1 @0 by: 2 entries\n0013      [1 (Yes)]: true\n0018      [unknown \"Perhaps\"]: left out\n",
        ),
    ] {
        let votes: Votes = wire.decode(bytes).unwrap();
        assert_eq!(votes.by, BTreeMap::from([(Closed::Yes, true)]));
        assert_eq!(
            everwire::inspect(wire, Votes::SCHEMA, bytes).unwrap(),
            shown
        );
    }
}
