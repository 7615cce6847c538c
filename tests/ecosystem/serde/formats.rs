//! What is written is read again, in formats for people and in others.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::types::{Event, Numbers, Order, Size, Status, Wide};

type Both<T> = (fn(&T) -> Vec<u8>, fn(&[u8]) -> Result<T, String>);

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// Every format, with a name.
fn formats<T: Serialize + DeserializeOwned>() -> Vec<(&'static str, Both<T>)> {
    vec![
        (
            "json",
            (
                |value| serde_json::to_vec(value).unwrap(),
                |bytes| serde_json::from_slice(bytes).map_err(|error| error.to_string()),
            ),
        ),
        (
            "json value",
            (
                |value| serde_json::to_value(value).unwrap().to_string().into(),
                |bytes| {
                    let value: serde_json::Value = serde_json::from_slice(bytes).unwrap();
                    serde_json::from_value(value).map_err(|error| error.to_string())
                },
            ),
        ),
        (
            "yaml",
            (
                |value| serde_saphyr::to_string(value).unwrap().into(),
                |bytes| serde_saphyr::from_slice(bytes).map_err(|error| error.to_string()),
            ),
        ),
        (
            "ron",
            (
                |value| ron::to_string(value).unwrap().into(),
                |bytes| ron::de::from_bytes(bytes).map_err(|error| error.to_string()),
            ),
        ),
        (
            "cbor",
            (
                |value| {
                    let mut bytes = Vec::new();
                    ciborium::into_writer(value, &mut bytes).unwrap();
                    bytes
                },
                |bytes| ciborium::from_reader(bytes).map_err(|error| error.to_string()),
            ),
        ),
        (
            "msgpack",
            (
                |value| rmp_serde::to_vec(value).unwrap(),
                |bytes| rmp_serde::from_slice(bytes).map_err(|error| error.to_string()),
            ),
        ),
        (
            "msgpack named",
            (
                |value| rmp_serde::to_vec_named(value).unwrap(),
                |bytes| rmp_serde::from_slice(bytes).map_err(|error| error.to_string()),
            ),
        ),
        (
            "postcard",
            (
                |value| postcard::to_stdvec(value).unwrap(),
                |bytes| postcard::from_bytes(bytes).map_err(|error| error.to_string()),
            ),
        ),
    ]
}

fn toml<T: Serialize + DeserializeOwned>() -> Vec<(&'static str, Both<T>)> {
    vec![(
        "toml",
        (
            |value| toml::to_string(value).unwrap().into(),
            |bytes| toml::from_str(text(bytes)).map_err(|error| error.to_string()),
        ),
    )]
}

fn back<T: Debug + PartialEq>(values: &[T], formats: Vec<(&'static str, Both<T>)>) {
    for (name, (write, read)) in formats {
        for value in values {
            let bytes = write(value);
            match read(&bytes) {
                Ok(read) => assert_eq!(&read, value, "{name}: {}", bytes.escape_ascii()),
                Err(error) => panic!("{name}: {error}: {}", bytes.escape_ascii()),
            }
        }
    }
}

#[test]
fn numbers_of_all_widths() {
    back(&Numbers::all(), formats());
    back(&Numbers::all(), toml());
}

#[test]
fn messages_of_all_shapes() {
    back(&Order::all(), formats());
}

#[test]
fn numbers_beyond_64_bits() {
    let ends = [
        Wide {
            u64: u64::MAX,
            u128: u128::MAX,
            i128: i128::MIN,
        },
        Wide {
            u64: 0,
            u128: 0,
            i128: -1,
        },
    ];
    let formats = formats().into_iter();
    // A tree of `serde_json::Value` has floats for them.
    back(
        &ends,
        formats.filter(|(name, _)| *name != "json value").collect(),
    );
}

#[test]
fn enums_at_the_root() {
    back(&Event::all(), formats());
    back(&[Status::Draft, Status::PaidOut], formats());
    back(&[Size::Small, Size::Large, Size::Other(-9)], formats());
}

#[test]
fn configuration_in_toml() {
    let orders = Order::all().into_iter().map(|order| Order {
        // TOML has no null.
        maybe: Vec::new(),
        pair: None,
        payment: order
            .payment
            .filter(|payment| *payment != crate::types::Payment::Free),
        ..order
    });
    let orders: Vec<_> = orders.collect();
    back(&orders, toml());
}

#[test]
fn dates_and_times_of_toml_are_taken() {
    let order: Order = toml::from_str("at = 2000-02-29T00:00:00.000005Z\n").unwrap();
    assert_eq!(order.at, Order::full(crate::types::Payment::Free).at);
}

#[test]
fn elements_of_xml_are_taken() {
    let text = "<Order><id>7</id><customer>Ann</customer><status>paid_out</status><lines><sku>A-1</sku></lines>\
                <lines><sku>B-2</sku><note>n</note></lines><at>2000-02-29T00:00:00.000005Z</at></Order>";
    let order: Order = quick_xml::de::from_str(text).unwrap();
    let full = Order::full(crate::types::Payment::Free);
    assert_eq!(
        (order.id.0, &*order.customer, order.status, order.at),
        (7, "Ann", Status::PaidOut, full.at)
    );
    let names: Vec<_> = order.lines.iter().map(|line| &*line.sku).collect();
    assert_eq!(names, ["A-1", "B-2"]);
    let numbers: Numbers =
        quick_xml::de::from_str("<Numbers><f64>-1.5</f64><i8>-1</i8></Numbers>").unwrap();
    assert_eq!((numbers.f64, numbers.i8), (-1.5, -1));
}
