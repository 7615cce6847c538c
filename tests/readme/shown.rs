//! The errors that the README shows are those that are printed.

use everwire::{Codec, UnknownFields, Wire};

use crate::{files, is_shown, scratch};

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "shop.v1.Order")]
struct Order {
    #[codec(1)]
    id: u64,
    #[codec(2, min_len = 1)]
    customer: String,
    #[codec(3)]
    lines: Vec<Line>,
    #[codec(4)]
    note: Option<String>,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Line {
    #[codec(1)]
    sku: String,
    #[codec(2, gt = 0)]
    quantity: u32,
}

#[test]
fn of_a_schema() {
    let root = scratch("mistaken");
    let schema = &files()["schemas/order.proto"];
    let mistaken = schema.replace("uint32.gt = 0", "uint32 = { gt: 10, lt: 11 }");
    assert_ne!(*schema, mistaken);
    std::fs::write(root.join("schemas/order.proto"), mistaken).unwrap();
    let options = everwire_codegen::Options {
        schemas: vec![root.join("schemas")],
        ..Default::default()
    };
    let error = everwire_codegen::compile(&options).unwrap_err().to_string();
    let error = error.replace(&format!("{}/", root.display()), "");
    assert!(is_shown(&error), "{error}");
}

#[test]
fn of_a_change() {
    let root = scratch("changed");
    let check = everwire_codegen::Check::new()
        .lock(root.join("everwire.lock"))
        .sources([root.join("schemas")]);
    check.record(Some("v1.0")).unwrap();
    let schema = files()["schemas/order.proto"].replace("uint64 id", "uint32 id");
    std::fs::write(root.join("schemas/order.proto"), schema).unwrap();
    let error = check.record(None).unwrap_err().to_string();
    let error = error.replace(&format!("{}/", root.display()), "");
    let first: Vec<_> = error
        .lines()
        .take_while(|line| !line.contains("msgpack"))
        .collect();
    assert!(is_shown(&first.join("\n")), "{error}");
}

#[test]
fn of_bytes() {
    let text = br#"{"id":7,"customer":"Ann","lines":[{"sku":"TEA-0412","quantity":"two"}]}"#;
    let error = Wire::Json.decode::<Order>(text).unwrap_err().to_string();
    assert!(is_shown(&error), "{error}");
}

#[test]
fn of_a_value() {
    let order = Order {
        id: 7,
        customer: String::new(),
        lines: vec![Line {
            sku: "TEA-0412".into(),
            quantity: 0,
        }],
        note: None,
        unknown: UnknownFields::new(),
    };
    let violations = order.validate().unwrap_err().to_string();
    assert!(is_shown(&violations), "{violations}");
}
