//! The well-known types in derived structs: messages to the binary wires, their own forms in JSON of either dialect.

use everwire::wkt::{
    Any, Duration, Empty, FieldMask, Int64Value, Struct, Timestamp, Value, register,
};
use everwire::{Codec, Options, Registry, Wire};

#[derive(Codec, Clone, Debug, PartialEq)]
struct Event {
    at: Timestamp,
    within: Option<Duration>,
    data: Struct,
    mask: FieldMask,
    count: Option<Int64Value>,
    first: Option<Value>,
    nothing: Empty,
}

fn event() -> Event {
    Event {
        at: Timestamp {
            seconds: -1,
            nanos: 500_000_000,
        },
        within: Some("-1.5s".parse().unwrap()),
        data: [("a", Value::from(vec![true]))].into_iter().collect(),
        mask: ["id", "ship_to.city"].into_iter().collect(),
        count: Some(Int64Value::from(7)),
        first: Some(Value::from(())),
        nothing: Empty {},
    }
}

#[test]
fn json_has_their_own_forms() {
    let json = r#"{"at":"1969-12-31T23:59:59.500Z","within":"-1.500s","data":{"a":[true]},"mask":"id,shipTo.city","count":"7","first":null,"nothing":{}}"#;
    let native = everwire::json::to_string(&event()).unwrap();
    assert_eq!(native, json.replace("\"7\"", "7"));
    for text in [json, &native] {
        assert_eq!(everwire::json::from_str::<Event>(text).unwrap(), event());
    }
}

#[test]
fn they_are_messages_to_protobuf() {
    let bytes = Wire::Protobuf.encode(&event().at).unwrap();
    assert_eq!(
        bytes,
        b"\x08\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01\x10\x80\xca\xb5\xee\x01"
    );
    assert_eq!(
        Wire::Protobuf.decode::<Timestamp>(&bytes).unwrap(),
        event().at
    );
    let null = Wire::Protobuf.encode(&Value::from(())).unwrap();
    assert_eq!(null, b"\x08\x00");
}

#[test]
fn they_come_back_from_every_wire() {
    for wire in Wire::ALL {
        let bytes = wire.encode(&event()).unwrap();
        assert_eq!(wire.decode::<Event>(&bytes).unwrap(), event(), "{wire}");
    }
}

#[test]
fn any_holds_derived_structs_in_json() {
    #[derive(Codec, Debug, PartialEq)]
    #[codec(name = "shop.v1.Line", alias = "shop.Line")]
    struct Line {
        sku: String,
    }
    let line = Line { sku: "A-1".into() };
    let mut registry = Registry::new();
    register(&mut registry).unwrap();
    registry.register::<Line>().unwrap();
    let options = Options::new().registry(Box::leak(Box::new(registry)));
    for (any, json) in [
        (
            Any::pack(&line).unwrap(),
            r#"{"@type":"type.googleapis.com/shop.v1.Line","sku":"A-1"}"#,
        ),
        (
            Any::pack(&event().within.unwrap()).unwrap(),
            r#"{"@type":"type.googleapis.com/google.protobuf.Duration","value":"-1.500s"}"#,
        ),
    ] {
        let text = options.encode(Wire::Json, &any).unwrap();
        assert_eq!(std::str::from_utf8(&text).unwrap(), json);
        assert_eq!(options.decode::<Any>(Wire::Json, &text).unwrap(), any);
    }
    let former = Any {
        type_url: "example.com/shop.Line".into(),
        ..Any::pack(&line).unwrap()
    };
    assert_eq!(former.unpack::<Line>().unwrap(), Some(line));
}
