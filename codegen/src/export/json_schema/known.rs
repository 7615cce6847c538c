//! The types of google.protobuf, which have forms of their own (<https://protobuf.dev/programming-guides/json/#format>).

use everwire::dynamic::Shape;
use everwire::schema::Int;
use serde_json::json;

use super::value::{moment, span};
use super::{Document, Object, object};
use crate::export::types::WELL_KNOWN;

impl Document<'_> {
    /// The schema of a type of google.protobuf.
    pub(super) fn known(&self, name: &str) -> Option<Object> {
        let own = name.strip_prefix(WELL_KNOWN)?;
        Some(match own {
            // Without a type it holds nothing.
            "Any" => object(json!({
                "type": "object",
                "properties": { "@type": { "type": "string" } },
                "anyOf": [{ "required": ["@type"] }, { "maxProperties": 0 }],
            })),
            "Duration" => span(),
            "Empty" => object(json!({ "type": "object" })),
            "FieldMask" => object(json!({ "type": "string" })),
            "Struct" => object(json!({ "type": "object" })),
            "Value" => Object::new(),
            "ListValue" => object(json!({ "type": "array" })),
            "NullValue" => object(json!({ "type": "null" })),
            "Timestamp" => moment(),
            "BoolValue" => self.value(&Shape::Bool),
            "BytesValue" => self.value(&Shape::Bytes),
            "DoubleValue" => self.value(&Shape::Float64),
            "FloatValue" => self.value(&Shape::Float32),
            "Int32Value" => self.value(&Shape::Int(Int::I32)),
            "Int64Value" => self.value(&Shape::Int(Int::I64)),
            "StringValue" => self.value(&Shape::String),
            "UInt32Value" => self.value(&Shape::Int(Int::U32)),
            "UInt64Value" => self.value(&Shape::Int(Int::U64)),
            _ => return None,
        })
    }
}
