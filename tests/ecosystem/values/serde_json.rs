//! Values of serde_json: google.protobuf.Value and Struct, and in JSON what serde_json writes.
//!
//! With the feature `precise` of this package, the same with serde_json's `arbitrary_precision` and `preserve_order`.

use everwire::wkt;
use everwire::{Codec, Limits, Options, Wire};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Number, Value, json};

use super::on;

#[derive(Codec, Serialize, Deserialize, Clone, Debug, Default, PartialEq)]
#[codec(name = "Page")]
struct Page {
    #[codec(1)]
    value: Value,
    #[codec(2)]
    object: Map<String, Value>,
    #[codec(3)]
    list: Vec<Value>,
    #[codec(4)]
    #[serde(skip_serializing_if = "Option::is_none")]
    some: Option<Value>,
}

#[derive(Codec, Debug, PartialEq)]
#[codec(name = "Page")]
struct WellKnown {
    #[codec(1)]
    value: wkt::Value,
    #[codec(2)]
    object: wkt::Struct,
    #[codec(3)]
    list: Vec<wkt::Value>,
    #[codec(4)]
    some: Option<wkt::Value>,
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        other => panic!("{other} is no object"),
    }
}

/// No number among these is an integer, which MessagePack tells from a double.
fn page() -> Page {
    Page {
        value: json!({"a": [null, true, false, 1.5, -0.5, "text", {}, []], "b": {"c": {"d": "é\n"}}}),
        object: object(json!({"": null, "k": [[[0.25]]]})),
        list: vec![Value::Null, json!(""), json!({"x": 1e300}), json!([false])],
        some: Some(Value::Null),
    }
}

#[test]
fn they_are_the_well_known_types() {
    for page in [page(), Page::default()] {
        let theirs = on(&page);
        for (wire, bytes) in Wire::ALL.into_iter().zip(&theirs) {
            let known: WellKnown = wire.decode(bytes).unwrap();
            let encoded = wire.encode(&known).unwrap();
            // A `Struct` has the order of its keys; serde_json may have another.
            if !cfg!(feature = "precise") {
                assert_eq!(&encoded, bytes, "{wire}");
            }
            assert_eq!(wire.decode::<Page>(&encoded).unwrap(), page);
        }
        assert_eq!(
            String::from_utf8(theirs[2].clone()).unwrap(),
            serde_json::to_string(&page).unwrap()
        );
    }
    assert!(std::ptr::eq(Value::SCHEMA, wkt::Value::SCHEMA));
}

#[test]
fn roots_are_values_too() {
    for value in [
        json!(null),
        json!(7),
        json!("a"),
        json!([1, [2]]),
        json!({"a": {"b": [3]}}),
    ] {
        on(&value);
        on(&vec![value.clone()]);
        let [_, _, json] = on(&value);
        assert_eq!(String::from_utf8(json).unwrap(), value.to_string());
    }
    on(&object(json!({"a": 1, "b": [2.5]})));
}

#[test]
fn numbers_are_exact_or_refused() {
    let max = 1_u64 << 53;
    for (value, fits) in [
        (json!(0), true),
        (json!(-1), true),
        (json!(max), true),
        (json!(-(max as i64)), true),
        (json!(max + 1), false),
        (json!(u64::MAX), false),
        (json!(i64::MIN), false),
        (json!(i64::MIN + 1), false),
    ] {
        for wire in [Wire::MsgPack, Wire::Json] {
            let bytes = wire.encode(&value).unwrap();
            assert_eq!(wire.decode::<Value>(&bytes).unwrap(), value, "{wire}");
        }
        match Wire::Protobuf.encode(&value) {
            Ok(bytes) if fits => {
                assert_eq!(Wire::Protobuf.decode::<Value>(&bytes).unwrap(), value);
            }
            // -2^63 is a double, which is too large to be told from one that was rounded.
            Ok(bytes) => {
                assert_eq!(value, json!(i64::MIN));
                let read: Value = Wire::Protobuf.decode(&bytes).unwrap();
                assert_eq!(read.as_f64(), value.as_f64());
            }
            Err(error) => assert!(!fits && error.to_string().contains("no double"), "{error}"),
        }
    }
}

#[test]
fn msgpack_tells_an_integer_from_a_double_and_protobuf_does_not() {
    assert_eq!(on_wires(&json!(1.0))[1], json!(1.0));
    assert_eq!(on_wires(&json!(1))[1], json!(1));
    assert_eq!(on_wires(&json!(1.0))[0], json!(1));
    assert_eq!(on_wires(&json!(1))[0], json!(1));
    let zero = &on_wires(&json!(-0.0))[0];
    assert!(zero.as_f64().is_some_and(f64::is_sign_negative), "{zero}");
    assert_eq!(on_wires(&json!(1e16))[0], json!(1e16));
    // An integer in the place of a double is read where it is exact, by the well-known type as well.
    let bytes = Wire::MsgPack.encode(&json!(u64::MAX)).unwrap();
    assert!(Wire::MsgPack.decode::<wkt::Value>(&bytes).is_err());
    let bytes = Wire::MsgPack.encode(&json!(300)).unwrap();
    let known: wkt::Value = Wire::MsgPack.decode(&bytes).unwrap();
    assert_eq!(known.as_f64(), Some(300.0));
}

fn on_wires(value: &Value) -> [Value; 3] {
    Wire::ALL.map(|wire| wire.decode(&wire.encode(value).unwrap()).unwrap())
}

#[test]
fn floats_of_json_are_rounded_correctly() {
    for text in [
        "0.1",
        "-0",
        "1.5e3",
        "9007199254740993.0",
        "0.3000000000000000166533453693773481063544750213623046875",
        "179769313486231570e291",
        "2.2250738585072011e-308",
        "123456789.01234567891",
        "5e-324",
    ] {
        let value: Value = Wire::Json.decode(text.as_bytes()).unwrap();
        assert_eq!(value.as_f64(), text.parse().ok(), "{text}");
    }
    #[cfg(not(feature = "precise"))]
    assert!(Wire::Json.decode::<Value>(b"1e400").is_err());
    assert!(Wire::Json.decode::<Value>(b"1.").is_err());
    assert!(Wire::Json.decode::<Value>(b"01").is_err());
    for not in [f64::NAN, f64::INFINITY] {
        for wire in [Wire::Protobuf, Wire::MsgPack] {
            let bytes = wire.encode(&wkt::Value::from(not)).unwrap();
            let error = wire.decode::<Value>(&bytes).unwrap_err().to_string();
            assert!(error.contains("does not fit `Number`"), "{error}");
        }
    }
}

#[cfg(feature = "precise")]
#[test]
fn all_digits_are_kept_in_json_and_on_binary_wires_where_a_double_holds_them() {
    for (text, fits) in [
        ("1.50", true),
        ("100000000000000000000", true),
        ("123456789012345678901234567890", false),
        ("0.1000000000000000000000000000001", false),
        ("1e400", false),
        ("-1.0E+2", true),
    ] {
        let value: Value = Wire::Json.decode(text.as_bytes()).unwrap();
        assert_eq!(value, serde_json::from_str::<Value>(text).unwrap());
        let json = Wire::Json.encode(&value).unwrap();
        assert_eq!(json, serde_json::to_vec(&value).unwrap());
        for wire in [Wire::Protobuf, Wire::MsgPack] {
            match wire.encode(&value) {
                Ok(bytes) => {
                    assert!(fits, "{wire} {text}");
                    let read: Value = wire.decode(&bytes).unwrap();
                    assert_eq!(read.as_f64(), text.parse().ok(), "{wire} {text}");
                }
                Err(error) => assert!(!fits, "{wire} {text}: {error}"),
            }
        }
    }
}

#[cfg(feature = "precise")]
#[test]
fn members_keep_their_order() {
    let text = r#"{"b":1,"a":{"z":2,"y":3}}"#;
    let value: Value = Wire::Json.decode(text.as_bytes()).unwrap();
    for read in on_wires(&value) {
        assert_eq!(read.to_string(), text);
    }
}

#[test]
fn depth_is_limited() {
    let deep = |levels: usize| (0..levels).fold(json!(1), |inner, _| json!([inner]));
    for wire in Wire::ALL {
        let bytes = wire.encode(&deep(30)).unwrap();
        assert_eq!(wire.decode::<Value>(&bytes).unwrap(), deep(30));
        let error = wire.encode(&deep(200)).unwrap_err();
        assert!(error.is_limit(), "{wire} {error}");
        let options = Options::new().limits(Limits {
            depth: 1000,
            ..Limits::DEFAULT
        });
        let bytes = options.encode(wire, &deep(200)).unwrap();
        let error = wire.decode::<Value>(&bytes).unwrap_err();
        assert!(error.is_limit(), "{wire} {error}");
    }
}

#[test]
fn what_is_absent_or_empty_is_null() {
    for (wire, empty) in Wire::ALL.into_iter().zip([&b""[..], b"\x90", b"{}"]) {
        let page: Page = wire.decode(empty).unwrap();
        assert_eq!(page, Page::default());
    }
    // A value that holds nothing, which Google's JSON cannot write.
    let page: Page = Wire::Protobuf.decode(b"\x0a\x00\x22\x00").unwrap();
    assert_eq!((page.value, page.some), (Value::Null, Some(Value::Null)));
    let page: Page = Wire::Json.decode(br#"{"some": null}"#).unwrap();
    assert_eq!(page.some, Some(Value::Null));
}

#[test]
fn parts_are_merged_and_the_last_kind_wins() {
    let object = |json| {
        Wire::Protobuf
            .encode(&Page {
                value: json,
                ..Page::default()
            })
            .unwrap()
    };
    let both = [object(json!({"a": {"x": 1}})), object(json!({"b": 2}))].concat();
    let read: Page = Wire::Protobuf.decode(&both).unwrap();
    assert_eq!(read.value, json!({"a": {"x": 1}, "b": 2}));
    let both = [object(json!([1])), object(json!([2, 3]))].concat();
    let read: Page = Wire::Protobuf.decode(&both).unwrap();
    assert_eq!(read.value, json!([1, 2, 3]));
    let both = [object(json!([1])), object(json!("text"))].concat();
    let read: Page = Wire::Protobuf.decode(&both).unwrap();
    assert_eq!(read.value, json!("text"));
    // What is read over another value is what is read alone.
    for wire in Wire::ALL {
        let mut value = page();
        let other = Page {
            value: json!({"a": [1]}),
            ..Page::default()
        };
        wire.decode_into(&mut value, &wire.encode(&other).unwrap())
            .unwrap();
        assert_eq!(value, other, "{wire}");
    }
}

#[test]
fn errors_have_their_place() {
    let error = Wire::Json
        .decode::<Page>(br#"{"object":{"a":[1,{"b":tru}]}}"#)
        .unwrap_err();
    assert!(error.path().starts_with("Page.object"), "{error}");
    assert!(error.to_string().contains("json, byte 23"), "{error}");
    let error = Wire::Protobuf
        .encode(&Page {
            list: vec![json!(u64::MAX)],
            ..Page::default()
        })
        .unwrap_err();
    assert!(error.to_string().contains("no double"), "{error}");
    assert!(Number::from_f64(f64::NAN).is_none());
}
