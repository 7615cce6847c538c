//! The well-known types that have a form of their own in ProtoJSON
//! (<https://protobuf.dev/programming-guides/json/#format>).

#[cfg(test)]
mod tests;

use everwire_model::model::Form;

/// The types of the runtime's module `wkt`, sorted; all are of the package `google.protobuf`, and called the same in Rust.
pub(super) const TYPES: [&str; 18] = [
    "Any",
    "BoolValue",
    "BytesValue",
    "DoubleValue",
    "Duration",
    "Empty",
    "FieldMask",
    "FloatValue",
    "Int32Value",
    "Int64Value",
    "ListValue",
    "NullValue",
    "StringValue",
    "Struct",
    "Timestamp",
    "UInt32Value",
    "UInt64Value",
    "Value",
];

/// The form in JSON of the message or enum of a full name.
pub(super) fn form(full_name: &str) -> Form {
    let Some(name) = full_name.strip_prefix("google.protobuf.") else {
        return Form::Plain;
    };
    match name {
        "DoubleValue" | "FloatValue" | "Int64Value" | "UInt64Value" | "Int32Value"
        | "UInt32Value" | "BoolValue" | "StringValue" | "BytesValue" | "Struct" | "ListValue" => {
            Form::Bare
        }
        "Value" => Form::Value,
        "NullValue" => Form::Null,
        "Timestamp" => Form::Timestamp,
        "Duration" => Form::Duration,
        "FieldMask" => Form::FieldMask,
        "Any" => Form::Any,
        _ => Form::Plain,
    }
}
