//! Tuple structs, which are arrays in JSON: what is absent keeps the place of what follows, and what has a name makes an object of them.

use everwire::dynamic::Dynamic;
use everwire::{Codec, UnknownFields, Wire, json};
use everwire_tests::twin::agree;
use everwire_tests::{round_trip, survives};

#[derive(Codec, Clone, Debug, PartialEq)]
enum Event {
    #[codec(1)]
    A(u32),
    #[codec(2)]
    B(String),
    #[codec(4)]
    C(bool),
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Choice(
    #[codec(oneof(1, 2, 4))] Option<Event>,
    #[codec(3)] u32,
    #[codec(5)] Option<u32>,
);

#[derive(Codec, Clone, Debug, PartialEq)]
struct Ends(#[codec(8)] u32, #[codec(oneof(1, 2, 4))] Option<Event>);

#[test]
fn a_variant_that_is_not_set_is_null_in_an_array() {
    let choice = |event, text: &str| {
        let value = Choice(event, 3, None);
        assert_eq!(json::to_string(&value).unwrap(), text);
        survives(&value, &Choice(Some(Event::B("x".into())), 1, Some(2)));
    };
    choice(None, "[null,null,3,null,null]");
    choice(Some(Event::A(7)), "[7,null,3,null,null]");
    choice(Some(Event::B("b".into())), r#"[null,"b",3,null,null]"#);
    choice(Some(Event::C(true)), "[null,null,3,true,null]");
    for (event, text) in [
        (None, "[null,null,null,3]"),
        (Some(Event::C(false)), "[null,null,false,3]"),
    ] {
        let value = Ends(3, event);
        assert_eq!(json::to_string(&value).unwrap(), text);
        assert_eq!(json::from_str::<Ends>(text).unwrap(), value);
        round_trip(Wire::Json, &value);
        let dynamic = Dynamic::decode(Ends::SCHEMA, Wire::Json, text.as_bytes()).unwrap();
        assert_eq!(Wire::Json.encode(&dynamic).unwrap(), text.as_bytes());
    }
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Keeping(
    #[codec(1)] u64,
    #[codec(2)] bool,
    #[codec(unknown)] UnknownFields,
);

#[derive(Codec, Clone, Debug, PartialEq)]
struct Keepers {
    #[codec(1)]
    one: Option<Keeping>,
    #[codec(2)]
    all: Vec<Keeping>,
}

#[test]
fn a_tuple_that_keeps_a_member_is_an_object() {
    let text = r#"{"f1":7,"zz":8}"#;
    let value: Keeping = json::from_str(text).unwrap();
    assert_eq!((value.0, value.1, value.2.len()), (7, false, 1));
    let written = json::to_string(&value).unwrap();
    assert_eq!(written, r#"{"f1":"7","zz":8}"#);
    assert_eq!(json::from_str::<Keeping>(&written).unwrap(), value);
    agree::<Keeping>(Wire::Json, text.as_bytes());
    let without = Keeping(7, false, UnknownFields::new());
    assert_eq!(json::to_string(&without).unwrap(), "[7,false]");
    let text = r#"{"one":{"zz":[1]},"all":[[1,true],{"f2":true,"zz":{}}]}"#;
    let all: Keepers = json::from_str(text).unwrap();
    assert_eq!(
        json::to_string(&all).unwrap(),
        r#"{"one":{"zz":[1]},"all":[[1,true],{"f2":true,"zz":{}}]}"#
    );
    agree::<Keepers>(Wire::Json, text.as_bytes());
    for (wire, bytes) in [
        (Wire::Protobuf, &b"\x08\x07\x48\x05"[..]),
        (Wire::MsgPack, b"\x93\x07\xc2\x05"),
    ] {
        let value: Keeping = wire.decode(bytes).unwrap();
        assert_eq!(value.2.len(), 1, "{wire}");
        assert_eq!(wire.encode(&value).unwrap(), bytes);
        assert_eq!(json::to_string(&value).unwrap(), "[7,false]");
    }
}
