//! Rules of messages and values, in protobuf and in JSON Schema.

use everwire::{Codec, wkt};
use serde_json::{Value, json};

use super::*;

#[derive(Codec)]
enum Paid {
    #[codec(5)]
    Cents(u32),
    #[codec(6)]
    Points(u32),
}

#[allow(
    clippy::duplicated_attributes,
    reason = "one field stands in two rules"
)]
#[derive(Codec)]
#[codec(
    name = "a.Order",
    rule(oneof(email, phone, required)),
    rule(oneof(note, phone))
)]
struct Order {
    #[codec(1)]
    email: String,
    #[codec(2, json_name = "tel")]
    phone: Option<u32>,
    #[codec(3)]
    note: Vec<u8>,
    #[codec(oneof(5, 6), rule(required))]
    paid: Option<Paid>,
}

#[derive(Codec)]
#[codec(name = "a.Values")]
struct Values {
    #[codec(1, min_len = 2, ignore = "if_zero_value")]
    nick: String,
    #[codec(2, gt = 5, ignore = "always")]
    never: u32,
    #[codec(3, example("ann", "bob"))]
    name: String,
    #[codec(4, in("type.googleapis.com/a.A", "type.googleapis.com/a.B"))]
    held: Option<wkt::Any>,
    #[codec(5, in("a", "b.c"))]
    mask: Option<wkt::FieldMask>,
    #[codec(6, gt = 7)]
    wrapped: Option<wkt::Int32Value>,
    #[codec(7, ulid)]
    ulid: String,
    #[codec(8, ipv4_prefix)]
    net: String,
    #[codec(9, well_known_regex = "http_header_name", strict = false)]
    header: String,
    #[codec(10, tuuid)]
    short: String,
    #[codec(11, items(ulid, ignore = "if_zero_value"))]
    all: Vec<String>,
}

fn properties(schema: &'static everwire::Schema, name: &str) -> Value {
    let exported = Export::new().types([schema]).json_schema().unwrap();
    serde_json::from_str(&exported.files[name]).unwrap()
}

#[test]
fn rules_of_messages_are_written_of_compiled_types() {
    let exported = Export::new().types([Order::SCHEMA]).proto().unwrap();
    let text = &exported.files["a/a.proto"];
    for said in [
        "  option (everwire.message).validate.oneof = { fields: [\"email\", \"phone\"], required: true };\n",
        "  option (everwire.message).validate.oneof = { fields: [\"note\", \"phone\"] };\n",
        "  oneof paid {\n    option (everwire.oneof).required = true;\n",
    ] {
        assert!(text.contains(said), "{said}{text}");
    }
    assert_eq!(exported.left_out, [""; 0]);
}

#[test]
fn rules_of_messages_say_which_objects_are_accepted() {
    let schema = properties(Order::SCHEMA, "a.Order.schema.json");
    let all = schema["allOf"].as_array().unwrap();
    let set =
        |name: &str, value: Value| json!({ "required": [name], "properties": { name: value } });
    let there = || json!({ "not": { "type": "null" } });
    let email =
        json!({ "anyOf": [set("email", json!({ "not": { "type": "null" }, "minLength": 1 }))] });
    let phone = json!({ "anyOf": [set("phone", there()), set("tel", there())] });
    let note =
        json!({ "anyOf": [set("note", json!({ "not": { "type": "null" }, "minLength": 4 }))] });
    let none = json!({ "not": { "anyOf": [note, phone] } });
    for wanted in [
        json!({ "oneOf": [email, phone] }),
        json!({ "oneOf": [note, phone, none] }),
        json!({ "anyOf": [
            { "anyOf": [set("Cents", there())] },
            { "anyOf": [set("Points", there())] },
        ] }),
    ] {
        assert!(all.contains(&wanted), "{wanted:#}\n{schema:#}");
    }
}

#[test]
fn rules_of_values_are_written_in_protobuf() {
    let exported = Export::new().types([Values::SCHEMA]).proto().unwrap();
    let text = &exported.files["a/a.proto"];
    let one: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "(everwire.field).validate.ignore = IGNORE_IF_ZERO_VALUE",
        "(everwire.field).validate.string.min_len = 2",
        "(everwire.field).validate.ignore = IGNORE_ALWAYS",
        "(everwire.field).validate.uint32.gt = 5",
        "(everwire.field).validate.string = { example: [\"ann\", \"bob\"] }",
        "(everwire.field).validate.any = { in: [\"type.googleapis.com/a.A\", \"type.googleapis.com/a.B\"] }",
        "(everwire.field).validate.field_mask = { in: [\"a\", \"b.c\"] }",
        "(everwire.field).validate.int32.gt = 7",
        "(everwire.field).validate.string.ulid = true",
        "(everwire.field).validate.string.ipv4_prefix = true",
        "(everwire.field).validate.string = { well_known_regex: KNOWN_REGEX_HTTP_HEADER_NAME, strict: false }",
        "(everwire.field).validate.string.tuuid = true",
        "(everwire.field).validate.repeated.items = { ignore: IGNORE_IF_ZERO_VALUE, string: { ulid: true } }",
    ] {
        assert!(one.contains(said), "{said}\n{text}");
    }
    assert_eq!(exported.left_out, [""; 0]);
}

#[test]
fn rules_of_values_accept_in_json_what_they_accept() {
    let exported = Export::new().types([Values::SCHEMA]).json_schema().unwrap();
    assert_eq!(
        exported.left_out,
        [
            "a.Values.mask: in(\"a\", \"b.c\")",
            "a.Values.ulid: ulid",
            "a.Values.net: ipv4_prefix",
            "a.Values.header: http_header_name_loose",
            "a.Values.short: tuuid",
            "a.Values.all[]: ulid",
        ]
    );
    let schema = properties(Values::SCHEMA, "a.Values.schema.json");
    let properties = &schema["properties"];
    // What is ignored where it is zero is zero, or what the rules accept.
    assert_eq!(
        properties["nick"]["anyOf"],
        json!([
            { "allOf": [{ "type": "string" }], "not": { "type": "string", "minLength": 1 } },
            { "type": "string", "minLength": 2 },
        ])
    );
    assert_eq!(properties["never"].get("exclusiveMinimum"), None);
    assert_eq!(properties["name"]["examples"], json!(["ann", "bob"]));
    assert_eq!(
        properties["held"]["allOf"],
        json!([{ "properties": { "@type": { "enum": [
            "type.googleapis.com/a.A",
            "type.googleapis.com/a.B",
        ] } } }])
    );
    assert_eq!(
        properties["wrapped"],
        json!({
            "type": ["integer", "null"],
            "exclusiveMinimum": 7,
            "minimum": i32::MIN,
            "maximum": i32::MAX,
        })
    );
}
