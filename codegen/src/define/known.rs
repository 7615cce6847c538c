//! The types of the standard library and of the runtime that Everwire knows.

use everwire::dynamic::Definition;
use everwire::schema::Int;
use everwire::{Codec, Schema, wkt};

use super::resolve::RUNTIME;

/// A type that is declared elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    Bool,
    Int(Int),
    Float32,
    Float64,
    Char,
    String,
    Duration,
    Timestamp,
    /// `Option<T>`.
    Option,
    /// What has the schema of the one thing that it points to.
    Pointer,
    /// `Vec<T>`, whose bytes are bytes.
    Vec,
    /// A list in which bytes are numbers: sets, `VecDeque`.
    List,
    /// A map.
    Map,
    /// A type of the runtime, by its name in the module `wkt`.
    OfRuntime(&'static str),
    /// `UnknownFields`.
    UnknownFields,
}

/// The type at a path, which begins with its crate.
pub(super) fn of(path: &[String]) -> Option<Known> {
    let parts: Vec<&str> = path.iter().map(String::as_str).collect();
    match parts.as_slice() {
        [RUNTIME, "wkt", own] => WELL_KNOWN
            .iter()
            .find(|(name, _)| name == own)
            .map(|(name, _)| Known::OfRuntime(name)),
        [RUNTIME, "Text"] => Some(Known::String),
        [RUNTIME, "UnknownFields"] | [RUNTIME, "private", "UnknownFields"] => {
            Some(Known::UnknownFields)
        }
        [RUNTIME, "private", own] => standard(own),
        [RUNTIME, ..] => None,
        [_, .., own] => standard(own),
        _ => None,
    }
}

/// Whether a module of a known crate has a known type of that name.
pub(super) fn is_known(module: &[String], own: &str) -> bool {
    of(&[module, &[own.to_owned()]].concat()).is_some()
}

fn standard(own: &str) -> Option<Known> {
    Some(match own {
        "bool" => Known::Bool,
        "u8" => Known::Int(Int::U8),
        "u16" => Known::Int(Int::U16),
        "u32" => Known::Int(Int::U32),
        "u64" => Known::Int(Int::U64),
        "u128" => Known::Int(Int::U128),
        "usize" => Known::Int(Int::Usize),
        "i8" => Known::Int(Int::I8),
        "i16" => Known::Int(Int::I16),
        "i32" => Known::Int(Int::I32),
        "i64" => Known::Int(Int::I64),
        "i128" => Known::Int(Int::I128),
        "isize" => Known::Int(Int::Isize),
        "f32" => Known::Float32,
        "f64" => Known::Float64,
        "char" => Known::Char,
        "str" | "String" => Known::String,
        "Duration" => Known::Duration,
        "SystemTime" => Known::Timestamp,
        "Option" => Known::Option,
        "Box" | "Rc" | "Arc" | "Cow" => Known::Pointer,
        "Vec" => Known::Vec,
        "VecDeque" | "HashSet" | "BTreeSet" => Known::List,
        "HashMap" | "BTreeMap" => Known::Map,
        _ => return None,
    })
}

/// The types of the module `wkt`.
const WELL_KNOWN: &[(&str, &Schema)] = &[
    ("Any", wkt::Any::SCHEMA),
    ("BoolValue", wkt::BoolValue::SCHEMA),
    ("BytesValue", wkt::BytesValue::SCHEMA),
    ("DoubleValue", wkt::DoubleValue::SCHEMA),
    ("Duration", wkt::Duration::SCHEMA),
    ("Empty", wkt::Empty::SCHEMA),
    ("FieldMask", wkt::FieldMask::SCHEMA),
    ("FloatValue", wkt::FloatValue::SCHEMA),
    ("Int32Value", wkt::Int32Value::SCHEMA),
    ("Int64Value", wkt::Int64Value::SCHEMA),
    ("ListValue", wkt::ListValue::SCHEMA),
    ("NullValue", wkt::NullValue::SCHEMA),
    ("StringValue", wkt::StringValue::SCHEMA),
    ("Struct", wkt::Struct::SCHEMA),
    ("Timestamp", wkt::Timestamp::SCHEMA),
    ("UInt32Value", wkt::UInt32Value::SCHEMA),
    ("UInt64Value", wkt::UInt64Value::SCHEMA),
    ("Value", wkt::Value::SCHEMA),
];

/// What the schema of a type of the module `wkt` says, and all that it leads to.
pub(super) fn definitions(own: &str) -> Vec<Definition> {
    let known = WELL_KNOWN.iter().find(|(name, _)| *name == own);
    known.map_or_else(Vec::new, |(_, schema)| Definition::all(schema))
}
