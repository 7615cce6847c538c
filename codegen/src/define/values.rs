//! The types of other crates that have a form on every wire, each behind a feature of the runtime.

use super::known::Known;

/// The type at a path, which begins with its crate.
pub(super) fn of(path: &[String]) -> Option<Known> {
    let path = path.join("::");
    let mut values = VALUES.iter();
    values
        .find(|(one, _)| *one == path)
        .map(|(_, known)| *known)
}

/// Whether a path leads to a crate or module that has some of them.
pub(super) fn is_module(path: &[String]) -> bool {
    let path = format!("{}::", path.join("::"));
    VALUES.iter().any(|(one, _)| one.starts_with(&path))
}

/// The types, by every path that they have.
const VALUES: &[(&str, Known)] = &[
    ("bytes::Bytes", Known::Bytes),
    ("bytes::BytesMut", Known::Bytes),
    ("chrono::DateTime", Known::DateTime),
    ("chrono::Duration", Known::Duration),
    ("chrono::FixedOffset", Known::FixedOffset),
    ("chrono::NaiveDate", Known::String),
    ("chrono::NaiveDateTime", Known::String),
    ("chrono::NaiveTime", Known::String),
    ("chrono::TimeDelta", Known::Duration),
    ("chrono::Utc", Known::Utc),
    ("chrono::naive::NaiveDate", Known::String),
    ("chrono::naive::NaiveDateTime", Known::String),
    ("chrono::naive::NaiveTime", Known::String),
    ("chrono::offset::FixedOffset", Known::FixedOffset),
    ("chrono::offset::Utc", Known::Utc),
    ("chrono::prelude::DateTime", Known::DateTime),
    ("chrono::prelude::FixedOffset", Known::FixedOffset),
    ("chrono::prelude::NaiveDate", Known::String),
    ("chrono::prelude::NaiveDateTime", Known::String),
    ("chrono::prelude::NaiveTime", Known::String),
    ("chrono::prelude::Utc", Known::Utc),
    ("compact_str::CompactString", Known::String),
    ("hashbrown::HashMap", Known::Map),
    ("hashbrown::HashSet", Known::List),
    ("hashbrown::hash_map::HashMap", Known::Map),
    ("hashbrown::hash_set::HashSet", Known::List),
    ("indexmap::IndexMap", Known::Map),
    ("indexmap::IndexSet", Known::List),
    ("indexmap::map::IndexMap", Known::Map),
    ("indexmap::set::IndexSet", Known::List),
    ("ipnet::IpNet", Known::String),
    ("ipnet::Ipv4Net", Known::String),
    ("ipnet::Ipv6Net", Known::String),
    ("jiff::SignedDuration", Known::Duration),
    ("jiff::Timestamp", Known::Timestamp),
    ("jiff::Zoned", Known::String),
    ("jiff::civil::Date", Known::String),
    ("jiff::civil::DateTime", Known::String),
    ("jiff::civil::Time", Known::String),
    ("prost::bytes::Bytes", Known::Bytes),
    ("rust_decimal::Decimal", Known::String),
    ("rust_decimal::prelude::Decimal", Known::String),
    ("serde_json::Map", Known::OfRuntime("Struct")),
    ("serde_json::Value", Known::OfRuntime("Value")),
    ("serde_json::map::Map", Known::OfRuntime("Struct")),
    ("serde_json::value::Map", Known::OfRuntime("Struct")),
    ("serde_json::value::Value", Known::OfRuntime("Value")),
    ("smallvec::SmallVec", Known::SmallVec),
    ("smol_str::SmolStr", Known::String),
    ("time::Date", Known::String),
    ("time::Duration", Known::Duration),
    ("time::OffsetDateTime", Known::String),
    ("time::PlainDateTime", Known::String),
    ("time::PrimitiveDateTime", Known::String),
    ("time::SignedDuration", Known::Duration),
    ("time::Time", Known::String),
    ("time::UtcDateTime", Known::Timestamp),
    ("uuid::Uuid", Known::Uuid),
];
