//! Types of serde as fields, on every wire.

use std::collections::{BTreeMap, HashMap};

use everwire::dynamic::Dynamic;
use everwire::{Codec, Limits, Options, Wire};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
enum Theme {
    Dark,
    Tinted { hue: u16 },
    Pair(u8, String),
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
struct Settings {
    theme: Theme,
    ratio: f32,
    names: BTreeMap<String, Vec<Option<i64>>>,
    #[serde(with = "serde_bytes")]
    blob: Vec<u8>,
    unit: (),
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Profile {
    #[codec(1)]
    name: String,
    #[codec(2, with = everwire::serde)]
    theme: Option<Theme>,
    #[codec(3, required, with = everwire::serde)]
    settings: Settings,
    #[codec(4, with = everwire::serde)]
    extra: HashMap<String, serde_json::Value>,
    #[codec(5)]
    last: u32,
    #[codec(unknown)]
    unknown: everwire::UnknownFields,
}

fn profile(theme: Option<Theme>) -> Profile {
    Profile {
        name: "Ann".into(),
        theme,
        settings: Settings {
            theme: Theme::Pair(200, "p".into()),
            ratio: 0.5,
            names: [("a".into(), vec![Some(i64::MIN), None])].into(),
            blob: vec![1, 2, 255],
            unit: (),
        },
        extra: [("k".into(), serde_json::json!({"a": [1, "x", null]}))].into(),
        last: 7,
        unknown: everwire::UnknownFields::new(),
    }
}

fn profiles() -> [Profile; 3] {
    [None, Some(Theme::Dark), Some(Theme::Tinted { hue: 40 })].map(profile)
}

/// The same, with serde alone.
#[derive(Serialize)]
struct Whole<'a>(
    &'a str,
    &'a Option<Theme>,
    &'a Settings,
    &'a HashMap<String, serde_json::Value>,
    u32,
);

#[test]
fn fields_are_what_rmp_serde_and_serde_json_write() {
    for one in profiles() {
        let whole = Whole(&one.name, &one.theme, &one.settings, &one.extra, one.last);
        assert_eq!(
            everwire::msgpack::to_vec(&one).unwrap(),
            rmp_serde::to_vec(&whole).unwrap()
        );
        let text = everwire::json::to_string(&one).unwrap();
        let tree: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(
            tree["settings"],
            serde_json::to_value(&one.settings).unwrap()
        );
        assert_eq!(tree["theme"], serde_json::to_value(&one.theme).unwrap());
        let settings = format!(
            ",\"settings\":{},",
            serde_json::to_string(&one.settings).unwrap()
        );
        assert!(text.contains(&settings), "{text}");
    }
}

#[test]
fn fields_come_back_on_every_wire() {
    for one in profiles() {
        for wire in Wire::ALL {
            let bytes = wire.encode(&one).unwrap();
            assert_eq!(wire.decode::<Profile>(&bytes).unwrap(), one, "{wire}");
            let mut other = profile(Some(Theme::Dark));
            Options::new()
                .decode_into(wire, &mut other, &bytes)
                .unwrap();
            assert_eq!(other, one, "{wire}");
        }
    }
}

#[test]
fn protobuf_has_bytes_that_hold_messagepack() {
    #[derive(Codec)]
    struct Bytes {
        #[codec(2)]
        theme: Vec<u8>,
    }
    let one = profile(Some(Theme::Tinted { hue: 40 }));
    let bytes = everwire::protobuf::to_vec(&one).unwrap();
    let seen: Bytes = everwire::protobuf::from_slice(&bytes).unwrap();
    assert_eq!(seen.theme, rmp_serde::to_vec(&one.theme).unwrap());
}

#[test]
fn what_is_absent_is_zero_and_empty() {
    #[derive(Debug, Default, Deserialize, PartialEq, Serialize)]
    struct Zero {
        number: i8,
        list: Vec<u8>,
        nested: (f64, char, Option<Theme>),
    }
    #[derive(Codec, Debug, PartialEq)]
    struct Holder {
        #[codec(1, with = everwire::serde)]
        zero: Zero,
        #[codec(2, with = everwire::serde)]
        value: serde_json::Value,
        #[codec(3, with = everwire::serde)]
        theme: Theme,
    }
    for (wire, nothing) in [
        (Wire::Protobuf, &b""[..]),
        (Wire::MsgPack, b"\x90"),
        (Wire::Json, b"{}"),
    ] {
        let holder: Holder = wire.decode(nothing).unwrap();
        assert_eq!(
            holder,
            Holder {
                zero: Zero::default(),
                value: serde_json::Value::Null,
                theme: Theme::Dark
            }
        );
    }
    let error = everwire::json::from_str::<Profile>("{}").unwrap_err();
    assert_eq!(
        error.to_string(),
        "Profile.settings: the field is required, and absent (json, byte 0)"
    );
}

#[test]
fn errors_have_the_path_and_where_they_are() {
    let fails = |text: &str, expected: &str| {
        let error = everwire::json::from_str::<Profile>(text).unwrap_err();
        assert_eq!(error.to_string(), expected);
    };
    fails(
        r#"{"name": "Ann", "theme": {"Tinted": {"hue": true}}}"#,
        "Profile.theme: invalid type: boolean `true`, expected u16 (json, byte 47)",
    );
    fails(
        "{\"theme\":\n{\"Tinted\":\n {}}}",
        "Profile.theme: missing field `hue` (json, byte 23)",
    );
    fails(
        r#"{"theme": {"Dark" 1}}"#,
        "Profile.theme: expected `:` (json, byte 18)",
    );
    let bytes = [&b"\x92\xa3Ann"[..], b"\x81\xa6Tinted\x91\xc3"].concat();
    let error = everwire::msgpack::from_slice::<Profile>(&bytes).unwrap_err();
    assert_eq!(
        error.to_string(),
        "Profile.theme: invalid type: boolean `true`, expected u16 (msgpack, byte 5)"
    );
    for cut in 5..bytes.len() {
        let error = everwire::msgpack::from_slice::<Profile>(&bytes[..cut]).unwrap_err();
        assert!(error.is_truncated(), "{cut}: {error}");
    }
    let error = everwire::protobuf::from_slice::<Profile>(b"\x12\x02\xc3\xc3").unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("Profile.theme: bytes follow the value (protobuf"),
        "{error}"
    );
}

#[test]
fn limits_hold_within() {
    #[derive(Codec, Debug, PartialEq)]
    struct Held {
        #[codec(1, with = everwire::serde)]
        value: serde_json::Value,
    }
    let deep = (0..50).fold(serde_json::json!(1), |value, _| serde_json::json!([value]));
    let wide = Held {
        value: vec![1; 1000].into(),
    };
    let long = Held {
        value: "x".repeat(1000).into(),
    };
    let deep = Held { value: deep };
    for wire in Wire::ALL {
        for (held, limits, name) in [
            (
                &deep,
                Limits {
                    depth: 40,
                    ..Limits::DEFAULT
                },
                "depth",
            ),
            (
                &wide,
                Limits {
                    elements: 999,
                    ..Limits::DEFAULT
                },
                "elements",
            ),
            (
                &long,
                Limits {
                    string: 999,
                    ..Limits::DEFAULT
                },
                "string",
            ),
        ] {
            let bytes = wire.encode(held).unwrap();
            assert_eq!(&wire.decode::<Held>(&bytes).unwrap(), held);
            let error = Options::new()
                .limits(limits)
                .decode::<Held>(wire, &bytes)
                .unwrap_err();
            assert!(
                error.is_limit() && error.to_string().contains(name),
                "{wire}: {error}"
            );
        }
    }
}

#[test]
fn a_table_holds_them_as_they_came() {
    let one = profile(Some(Theme::Dark));
    for wire in Wire::ALL {
        let bytes = wire.encode(&one).unwrap();
        let held = Dynamic::decode(Profile::SCHEMA, wire, &bytes).unwrap();
        assert_eq!(wire.encode(&held).unwrap(), bytes, "{wire}");
        let crossed = Wire::Json.encode(&held);
        match wire {
            Wire::Json => assert_eq!(crossed.unwrap(), bytes),
            _ => {
                let error = crossed.unwrap_err().to_string();
                assert!(error.contains("crosses to no other wire"), "{error}");
            }
        }
    }
}

#[test]
fn types_of_either_hold_types_of_the_other() {
    #[derive(Codec, Debug, PartialEq)]
    #[codec(serde)]
    struct Outer {
        #[codec(1)]
        themes: Vec<everwire::serde::Foreign<Theme>>,
        #[codec(2, with = everwire::serde)]
        map: BTreeMap<u8, everwire::serde::Serde<crate::types::Line>>,
    }
    let line = crate::types::Line {
        sku: "A".into(),
        note: None,
    };
    let outer = Outer {
        themes: vec![
            everwire::serde::Foreign(Theme::Dark),
            everwire::serde::Foreign(Theme::Tinted { hue: 1 }),
        ],
        map: [(1, everwire::serde::Serde(line))].into(),
    };
    let text = r#"{"themes":["Dark",{"Tinted":{"hue":1}}],"map":{"1":{"sku":"A","note":null}}}"#;
    assert_eq!(serde_json::to_string(&outer).unwrap(), text);
    assert_eq!(everwire::json::to_string(&outer).unwrap(), text);
    assert_eq!(serde_json::from_str::<Outer>(text).unwrap(), outer);
    for wire in Wire::ALL {
        assert_eq!(
            wire.decode::<Outer>(&wire.encode(&outer).unwrap()).unwrap(),
            outer,
            "{wire}"
        );
    }
}

#[test]
fn values_of_serde_json_are_made_of_types_and_back() {
    for order in crate::types::Order::all() {
        let value = everwire::serde::to_value(&order).unwrap();
        assert_eq!(
            value,
            serde_json::from_str::<serde_json::Value>(&everwire::json::to_string(&order).unwrap())
                .unwrap()
        );
        assert_eq!(
            everwire::serde::from_value::<crate::types::Order>(value).unwrap(),
            order
        );
    }
    let error = everwire::serde::from_value::<crate::types::Order>(
        serde_json::json!({"lines": [{"sku": 1}]}),
    );
    assert_eq!(
        error.unwrap_err().to_string(),
        "Order.lines[0].sku: invalid type: integer `1`, expected text"
    );
}
