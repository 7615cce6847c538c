//! The function `register` of compiled schemas: all messages, nested ones too, and no enums.

use everwire::{Registry, Wire};

use super::compiled;

#[test]
fn every_compiled_message_is_registered() {
    let mut registry = Registry::new();
    compiled::register(&mut registry).unwrap();
    let names: Vec<_> = registry.names().collect();
    assert_eq!(
        names,
        [
            "shop.v1.Address",
            "shop.v1.Cancelled",
            "shop.v1.Line",
            "shop.v1.Order",
            "shop.v1.Placed",
            "shop.v1.Point",
            "test.edges.Edges",
            "test.edition.Legacy",
            "test.edition.Legacy.Several",
            "test.edition.Legacy.Single",
            "test.extended.Gift",
            "test.extended.Order",
            "test.extended.Route",
            "test.extended.Set",
            "test.loose.Loose",
            "test.ruled.Ruled",
            "test.unusual.Unusual",
            "test.v1.Choice",
            "test.v1.Lists",
            "test.v1.Maps",
            "test.v1.Optionals",
            "test.v1.Point",
            "test.v1.Scalars",
            "test.v1.Tree",
            "test.v1.Unpacked",
            "test.v2.Legacy",
            "test.v2.Legacy.Several",
            "test.v2.Legacy.Single",
        ]
    );
    let placed = registry.get("shop.v1.Placed").unwrap();
    let json = placed.transcode(Wire::Protobuf, Wire::Json, b"\x08\x07");
    assert_eq!(json.unwrap().bytes, br#"{"at":"7"}"#);
}

#[test]
fn other_types_of_the_names_are_refused() {
    let mut registry = Registry::new();
    registry.register::<super::derived::Line>().unwrap();
    assert_eq!(
        compiled::register(&mut registry).unwrap_err().to_string(),
        "two types are called `shop.v1.Line`: help: give one of them another name with `#[codec(name = \"…\")]`"
    );
}
