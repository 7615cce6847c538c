//! What serde_json writes of a type is what native JSON is.

use std::collections::BTreeMap;

use everwire::Codec;
use everwire::wkt;
use serde::{Deserialize, Serialize};

use crate::types::{Event, Known, Line, Numbers, Order, Size, Status, Wide};

fn same<T: Codec + Serialize>(values: &[T]) {
    for value in values {
        assert_eq!(
            serde_json::to_string(value).unwrap(),
            everwire::json::to_string(value).unwrap()
        );
    }
}

#[test]
fn text_is_the_text_of_native_json() {
    same(&Numbers::all());
    same(&Order::all());
    same(&Event::all());
    same(&[Status::Draft, Status::PaidOut]);
    same(&[Size::Small, Size::Other(3)]);
    same(&[Wide {
        u64: u64::MAX,
        u128: u128::MAX,
        i128: i128::MIN,
    }]);
}

fn known() -> Vec<Known> {
    let settings: wkt::Struct = [("ratio", 0.5)].into_iter().collect();
    let nested: wkt::Value = serde_to_value(r#"{"a":[1,"x",null,true,{"b":{}}],"c":-0.25}"#);
    vec![
        everwire::protobuf::from_slice(b"").unwrap(),
        Known {
            at: Some("2000-02-29T00:00:00.500Z".parse().unwrap()),
            span: Some("-1.5s".parse().unwrap()),
            mask: Some(wkt::FieldMask {
                paths: vec!["a.b_c".into(), "d".into()],
            }),
            count: Some(wkt::Int64Value { value: -7 }),
            text: Some(wkt::StringValue {
                value: String::new(),
            }),
            blob: Some(wkt::BytesValue { value: vec![1, 2] }),
            settings: Some(settings),
            list: Some(wkt::ListValue {
                values: vec![nested.clone()],
            }),
            value: Some(nested),
            none: wkt::Empty {},
        },
        Known {
            value: Some(serde_to_value("null")),
            ..everwire::protobuf::from_slice(b"").unwrap()
        },
    ]
}

fn serde_to_value(text: &str) -> wkt::Value {
    everwire::json::from_str(text).unwrap()
}

#[test]
fn well_known_types_have_their_forms() {
    same(&known());
    for known in known() {
        let text = serde_json::to_string(&known).unwrap();
        assert_eq!(
            serde_json::from_str::<Known>(&text).unwrap(),
            known,
            "{text}"
        );
        let tree = serde_json::to_value(&known).unwrap();
        assert_eq!(
            serde_json::from_value::<Known>(tree).unwrap(),
            known,
            "{text}"
        );
        let yaml = serde_saphyr::to_string(&known).unwrap();
        assert_eq!(
            serde_saphyr::from_str::<Known>(&yaml).unwrap(),
            known,
            "{yaml}"
        );
    }
}

#[test]
fn a_value_that_holds_nothing_cannot_be_written() {
    let error = serde_json::to_string(&Known {
        value: Some(wkt::Value { kind: None }),
        ..everwire::protobuf::from_slice(b"").unwrap()
    });
    let text = "a `google.protobuf.Value` holds nothing: help: set it to null";
    assert_eq!(error.unwrap_err().to_string(), text);
}

/// A type of serde's with fields of Everwire's, with and without `#[codec(serde)]`.
#[derive(Debug, Deserialize, PartialEq, Serialize)]
struct Envelope {
    order: Order,
    #[serde(with = "everwire::serde")]
    audit: crate::types::Audit,
    lines: BTreeMap<String, everwire::serde::Serde<Line>>,
}

#[test]
fn types_stand_in_types_of_serde() {
    let line = Line {
        sku: "A".into(),
        note: None,
    };
    let envelope = Envelope {
        order: Order::empty(),
        audit: crate::types::Audit {
            by: "Bob".into(),
            tags: vec![],
        },
        lines: [("a".into(), everwire::serde::Serde(line))].into(),
    };
    let text = serde_json::to_string(&envelope).unwrap();
    assert!(
        text.ends_with(r#""audit":{"by":"Bob","tags":[]},"lines":{"a":{"sku":"A","note":null}}}"#),
        "{text}"
    );
    assert_eq!(serde_json::from_str::<Envelope>(&text).unwrap(), envelope);
}

#[test]
fn readers_take_former_names_any_order_and_what_is_unknown() {
    let text = r#"{"new": [1, {"a": null}], "status": "payed", "customer": "Ann", "id": 7, "copies": 2.0}"#;
    let order: Order = serde_json::from_str(text).unwrap();
    assert_eq!(
        (order.id.0, &*order.customer, order.status, order.copies),
        (7, "Ann", Status::PaidOut, 2)
    );
    let other: Order = serde_json::from_str(r#"{"size": 12, "status": "newer"}"#).unwrap();
    assert_eq!(
        (other.size, other.status, other.copies),
        (Size::Other(12), Status::Draft, 1)
    );
}

#[test]
fn text_is_lent() {
    #[derive(Codec, Debug, PartialEq)]
    #[codec(serde)]
    struct Lent<'a> {
        #[codec(1)]
        name: &'a str,
        #[codec(2)]
        note: std::borrow::Cow<'a, str>,
    }
    let text = r#"{"name":"Ann","note":"x"}"#;
    let lent: Lent<'_> = serde_json::from_str(text).unwrap();
    assert!(text.as_bytes().as_ptr_range().contains(&lent.name.as_ptr()));
    assert!(matches!(lent.note, std::borrow::Cow::Borrowed("x")));
    let error = serde_json::from_str::<Lent<'_>>(r#"{"name":"\n"}"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "Lent.name: the value does not stand in the input as it is, so `&str` cannot borrow it; use `Cow<str>` at line 1 column 13"
    );
}

#[test]
fn generic_types_have_the_traits() {
    #[derive(Codec, Debug, PartialEq)]
    #[codec(serde)]
    struct Page<T> {
        #[codec(1)]
        items: Vec<T>,
    }
    let page = Page {
        items: vec![Line {
            sku: "A".into(),
            note: None,
        }],
    };
    let text = serde_json::to_string(&page).unwrap();
    assert_eq!(text, r#"{"items":[{"sku":"A","note":null}]}"#);
    assert_eq!(serde_json::from_str::<Page<Line>>(&text).unwrap(), page);
}
