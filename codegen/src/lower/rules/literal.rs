//! Values in rules, as the model has them.

use everwire_model::model::Literal;
use prost_reflect::{DynamicMessage, ReflectMessage, Value};

/// A value; none of a list, a map, or a message that is no literal.
pub(super) fn literal(value: &Value) -> Option<Literal> {
    Some(match value {
        Value::Bool(value) => Literal::Bool(*value),
        Value::I32(value) | Value::EnumNumber(value) => Literal::Int(i128::from(*value)),
        Value::I64(value) => Literal::Int(i128::from(*value)),
        Value::U32(value) => Literal::Int(i128::from(*value)),
        Value::U64(value) => Literal::Int(i128::from(*value)),
        Value::F32(value) => Literal::Float(f64::from(*value)),
        Value::F64(value) => Literal::Float(*value),
        Value::String(value) => Literal::Str(value.clone()),
        Value::Bytes(value) => Literal::Bytes(value.to_vec()),
        Value::Message(message) => known(message)?,
        Value::List(_) | Value::Map(_) => return None,
    })
}

fn known(message: &DynamicMessage) -> Option<Literal> {
    let descriptor = message.descriptor();
    if descriptor.full_name() == "google.protobuf.FieldMask" {
        let paths = message.get_field_by_name("paths")?;
        let paths = paths.as_list()?.iter().filter_map(Value::as_str);
        return Some(Literal::Paths(paths.map(str::to_owned).collect()));
    }
    let seconds = message.get_field_by_name("seconds")?.as_i64()?;
    let nanos = message.get_field_by_name("nanos")?.as_i32()?;
    match descriptor.full_name() {
        "google.protobuf.Duration" => Some(Literal::Duration { seconds, nanos }),
        "google.protobuf.Timestamp" => Some(Literal::Timestamp { seconds, nanos }),
        _ => None,
    }
}

/// The word of a value of an enum of rules; none of the one that says nothing.
pub(super) fn word(part: &str, number: i32) -> Result<Option<&'static str>, ()> {
    match (part, number) {
        (_, 0) => Ok(None),
        ("ignore", 1) => Ok(Some("if_zero_value")),
        ("ignore", 3) => Ok(Some("always")),
        ("well_known_regex", 1) => Ok(Some("http_header_name")),
        ("well_known_regex", 2) => Ok(Some("http_header_value")),
        _ => Err(()),
    }
}
