//! The types of other crates that Everwire knows: those of the standard library and of the runtime here, others in `values`.

use everwire::dynamic::Definition;
use everwire::schema::Int;
use everwire::{Codec, Schema, wkt};

use super::resolve::{RUNTIME, STANDARD, is_known};
use super::values;

/// A type that is declared elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    Bool,
    Int(Int),
    Float32,
    Float64,
    Char,
    String,
    Bytes,
    Uuid,
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
    /// A `Vec` of the elements of the array that is its argument.
    SmallVec,
    /// A point in time, or text, as the zone that is its argument says.
    DateTime,
    /// The zone that a point in time needs no offset for.
    Utc,
    /// The zone of any offset.
    FixedOffset,
    /// A type of the runtime, by its name in the module `wkt`.
    OfRuntime(&'static str),
    /// A type of serde's.
    Opaque,
    /// `UnknownFields`.
    UnknownFields,
}

/// The crate whose `alloc` is the standard library's, as prost-build writes it.
const PROST: &str = "prost";

/// The crate that has the well-known types as prost's.
const PROST_TYPES: &str = "prost_types";

/// Those of them that are what the runtime has.
const OF_PROST_TYPES: &[&str] = &[
    "Any",
    "Duration",
    "FieldMask",
    "ListValue",
    "NullValue",
    "Struct",
    "Timestamp",
    "Value",
];

/// The type at a path, which begins with its crate.
pub(super) fn of(path: &[String]) -> Option<Known> {
    let (first, rest) = path.split_first()?;
    match (first.as_str(), rest) {
        (RUNTIME, [module, own]) if module == "wkt" => WELL_KNOWN
            .iter()
            .find(|(name, _)| name == own)
            .map(|(name, _)| Known::OfRuntime(name)),
        (RUNTIME, [module, own]) if module == "serde" && own == "Foreign" => Some(Known::Opaque),
        (RUNTIME, [own]) if own == "Text" => Some(Known::String),
        (RUNTIME, [own]) if own == "UnknownFields" => Some(Known::UnknownFields),
        (RUNTIME, [module, own]) if module == "private" => match own.as_str() {
            "BTreeMap" => Some(Known::Map),
            "UnknownFields" => Some(Known::UnknownFields),
            own => in_prelude(own),
        },
        (RUNTIME, _) => None,
        (PROST, [module, rest @ ..]) if module == "alloc" => standard(rest),
        (PROST_TYPES, [own]) => WELL_KNOWN
            .iter()
            .filter(|(name, _)| OF_PROST_TYPES.contains(name))
            .find(|(name, _)| name == own)
            .map(|(name, _)| Known::OfRuntime(name)),
        (crate_name, _) if STANDARD.contains(&crate_name) => standard(rest),
        _ => values::of(path),
    }
}

/// Whether types of a crate are known, so that a glob of it brings no other types that are values.
pub(super) fn has_types(crate_name: &str) -> bool {
    is_known(crate_name) || values::is_module(&[crate_name.to_owned()])
}

/// Whether a path leads to a module of a known crate that has known types.
pub(super) fn is_module(path: &[String]) -> bool {
    let Some((first, rest)) = path.split_first() else {
        return false;
    };
    let rest = format!("{}::", rest.join("::"));
    match first.as_str() {
        RUNTIME => rest == "wkt::" || rest == "serde::",
        one if STANDARD.contains(&one) => PATHS.iter().any(|(path, _)| path.starts_with(&rest)),
        _ => values::is_module(path),
    }
}

/// Whether a name is that of a type of the language.
pub(super) fn is_primitive(own: &str) -> bool {
    primitive(own).is_some()
}

/// The path of what every module has without a `use`.
pub(super) fn of_prelude(own: &str) -> Option<Vec<String>> {
    let path = match (is_primitive(own), in_prelude(own)) {
        (true, _) => format!("std::primitive::{own}"),
        (false, Some(_)) => format!("std::prelude::v1::{own}"),
        (false, None) => return None,
    };
    Some(path.split("::").map(str::to_owned).collect())
}

/// What a path in the standard library leads to; the libraries below it have a part of it.
fn standard(path: &[String]) -> Option<Known> {
    match path {
        // `u8` is a module there too, which hides no type.
        [own] => primitive(own),
        [module, own] if module == "primitive" => primitive(own),
        [module, _, own] if module == "prelude" => in_prelude(own),
        path => {
            let path = path.join("::");
            let mut paths = PATHS.iter();
            paths.find(|(one, _)| *one == path).map(|(_, known)| *known)
        }
    }
}

fn in_prelude(own: &str) -> Option<Known> {
    primitive(own).or(match own {
        "Box" => Some(Known::Pointer),
        "Option" => Some(Known::Option),
        "String" => Some(Known::String),
        "Vec" => Some(Known::Vec),
        _ => None,
    })
}

fn primitive(own: &str) -> Option<Known> {
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
        "str" => Known::String,
        _ => return None,
    })
}

/// The types of the standard library, by their paths in it.
const PATHS: &[(&str, Known)] = &[
    ("borrow::Cow", Known::Pointer),
    ("boxed::Box", Known::Pointer),
    ("collections::BTreeMap", Known::Map),
    ("collections::BTreeSet", Known::List),
    ("collections::HashMap", Known::Map),
    ("collections::HashSet", Known::List),
    ("collections::VecDeque", Known::List),
    ("collections::btree_map::BTreeMap", Known::Map),
    ("collections::btree_set::BTreeSet", Known::List),
    ("collections::hash_map::HashMap", Known::Map),
    ("collections::hash_set::HashSet", Known::List),
    ("collections::vec_deque::VecDeque", Known::List),
    ("net::IpAddr", Known::String),
    ("net::Ipv4Addr", Known::String),
    ("net::Ipv6Addr", Known::String),
    ("net::SocketAddr", Known::String),
    ("net::SocketAddrV4", Known::String),
    ("net::SocketAddrV6", Known::String),
    ("option::Option", Known::Option),
    ("rc::Rc", Known::Pointer),
    ("string::String", Known::String),
    ("sync::Arc", Known::Pointer),
    ("time::Duration", Known::Duration),
    ("time::SystemTime", Known::Timestamp),
    ("vec::Vec", Known::Vec),
];

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

/// What the schema of the type of google.protobuf of a full name says, and all that it leads to.
pub(crate) fn named(full_name: &str) -> Vec<Definition> {
    let known = WELL_KNOWN
        .iter()
        .find(|(_, schema)| schema.name() == full_name);
    known.map_or_else(Vec::new, |(_, schema)| Definition::all(schema))
}
