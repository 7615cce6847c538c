//! Where a rule stands in `buf.validate.FieldRules`: the path that a violation names it by, with protobuf's numbers and types.
//!
//! The numbers are those of `buf/validate/validate.proto` (<https://protovalidate.com>). An id is its rule's name, or begins with it:
//! `gt_lte` is a violation of `gt`, `uuid_empty` one of `uuid`, `well_known_regex.header_name` one of `well_known_regex`.

use alloc::vec;
use alloc::vec::Vec;

use super::{FieldType, PathElement};

/// What of a field a rule is about, where it is not the field itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The elements of a list.
    Items,
    /// The keys of a map.
    Keys,
    /// The values of a map.
    Values,
}

type Row = (&'static str, u32, FieldType);

/// The path of the rule that an id of a kind names.
pub(super) fn of(kind: &'static str, id: &str) -> Vec<PathElement> {
    let place = |number| PathElement::field(number, kind, FieldType::Message);
    let element = match RULES.iter().find(|(name, ..)| *name == kind) {
        Some((_, number, _)) => place(*number),
        None => PathElement::named(kind),
    };
    let rule = match rule(kind, id) {
        Some((name, number, ty)) => PathElement::field(number, name, ty),
        None => PathElement::named(alloc::string::String::from(id)),
    };
    vec![element, rule]
}

/// The path of `required`.
pub(super) fn required() -> Vec<PathElement> {
    vec![PathElement::field(25, "required", FieldType::Bool)]
}

/// The two elements that lead to the rules on a part of a field.
pub(super) fn part(part: Part) -> [PathElement; 2] {
    let message = |number, name| PathElement::field(number, name, FieldType::Message);
    match part {
        Part::Items => [message(18, "repeated"), message(4, "items")],
        Part::Keys => [message(19, "map"), message(4, "keys")],
        Part::Values => [message(19, "map"), message(5, "values")],
    }
}

/// The rule whose name an id is, or else the one with the longest name that it begins with.
fn rule(kind: &str, id: &str) -> Option<Row> {
    let (_, _, rows) = RULES.iter().find(|(name, ..)| *name == kind)?;
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(['_', '.']);
    let begins = |name: &str| id.strip_prefix(name).is_some_and(ends);
    let found = rows.iter().filter(|(name, ..)| begins(name));
    let own = found.max_by_key(|(name, ..)| name.len()).copied();
    own.map(|(name, number, ty)| (name, number, ty.unwrap_or_else(|| scalar(kind))))
}

/// The type of a literal of a kind.
fn scalar(kind: &str) -> FieldType {
    match kind {
        "float" => FieldType::Float,
        "double" => FieldType::Double,
        "int64" => FieldType::Int64,
        "uint32" => FieldType::Uint32,
        "uint64" => FieldType::Uint64,
        "sint32" => FieldType::Sint32,
        "sint64" => FieldType::Sint64,
        "fixed32" => FieldType::Fixed32,
        "fixed64" => FieldType::Fixed64,
        "sfixed32" => FieldType::Sfixed32,
        "sfixed64" => FieldType::Sfixed64,
        "bool" => FieldType::Bool,
        "string" => FieldType::String,
        "bytes" => FieldType::Bytes,
        "duration" | "timestamp" | "field_mask" => FieldType::Message,
        _ => FieldType::Int32,
    }
}

/// The rules of a kind: each by its name, with its number, and its type where that is not the kind's own.
type Rows = &'static [(&'static str, u32, Option<FieldType>)];

const BOOL: Option<FieldType> = Some(FieldType::Bool);
const COUNT: Option<FieldType> = Some(FieldType::Uint64);
const TEXT: Option<FieldType> = Some(FieldType::String);
const OWN: Option<FieldType> = None;

/// The kinds: each by its name, with its number in `FieldRules` and its rules.
const RULES: &[(&str, u32, Rows)] = &[
    ("float", 1, FLOATS),
    ("double", 2, FLOATS),
    ("int32", 3, NUMBERS),
    ("int64", 4, NUMBERS),
    ("uint32", 5, NUMBERS),
    ("uint64", 6, NUMBERS),
    ("sint32", 7, NUMBERS),
    ("sint64", 8, NUMBERS),
    ("fixed32", 9, NUMBERS),
    ("fixed64", 10, NUMBERS),
    ("sfixed32", 11, NUMBERS),
    ("sfixed64", 12, NUMBERS),
    ("bool", 13, &[("const", 1, OWN)]),
    ("string", 14, STRINGS),
    ("bytes", 15, BYTES),
    ("enum", 16, ENUMS),
    ("repeated", 18, LISTS),
    ("map", 19, MAPS),
    ("any", 20, &[("in", 2, TEXT), ("not_in", 3, TEXT)]),
    ("duration", 21, DURATIONS),
    ("timestamp", 22, TIMESTAMPS),
    (
        "field_mask",
        28,
        &[("const", 1, OWN), ("in", 2, TEXT), ("not_in", 3, TEXT)],
    ),
];

const NUMBERS: Rows = &[
    ("const", 1, OWN),
    ("lt", 2, OWN),
    ("lte", 3, OWN),
    ("gt", 4, OWN),
    ("gte", 5, OWN),
    ("in", 6, OWN),
    ("not_in", 7, OWN),
];

const FLOATS: Rows = &[
    ("const", 1, OWN),
    ("lt", 2, OWN),
    ("lte", 3, OWN),
    ("gt", 4, OWN),
    ("gte", 5, OWN),
    ("in", 6, OWN),
    ("not_in", 7, OWN),
    ("finite", 8, BOOL),
];

const STRINGS: Rows = &[
    ("const", 1, OWN),
    ("len", 19, COUNT),
    ("min_len", 2, COUNT),
    ("max_len", 3, COUNT),
    ("len_bytes", 20, COUNT),
    ("min_bytes", 4, COUNT),
    ("max_bytes", 5, COUNT),
    ("pattern", 6, OWN),
    ("prefix", 7, OWN),
    ("suffix", 8, OWN),
    ("contains", 9, OWN),
    ("not_contains", 23, OWN),
    ("in", 10, OWN),
    ("not_in", 11, OWN),
    ("email", 12, BOOL),
    ("hostname", 13, BOOL),
    ("ip", 14, BOOL),
    ("ipv4", 15, BOOL),
    ("ipv6", 16, BOOL),
    ("uri", 17, BOOL),
    ("uri_ref", 18, BOOL),
    ("address", 21, BOOL),
    ("uuid", 22, BOOL),
    ("tuuid", 33, BOOL),
    ("ip_with_prefixlen", 26, BOOL),
    ("ipv4_with_prefixlen", 27, BOOL),
    ("ipv6_with_prefixlen", 28, BOOL),
    ("ip_prefix", 29, BOOL),
    ("ipv4_prefix", 30, BOOL),
    ("ipv6_prefix", 31, BOOL),
    ("host_and_port", 32, BOOL),
    ("ulid", 35, BOOL),
    ("protobuf_fqn", 37, BOOL),
    ("protobuf_dot_fqn", 38, BOOL),
    ("well_known_regex", 24, Some(FieldType::Enum)),
];

const BYTES: Rows = &[
    ("const", 1, OWN),
    ("len", 13, COUNT),
    ("min_len", 2, COUNT),
    ("max_len", 3, COUNT),
    ("pattern", 4, TEXT),
    ("prefix", 5, OWN),
    ("suffix", 6, OWN),
    ("contains", 7, OWN),
    ("in", 8, OWN),
    ("not_in", 9, OWN),
    ("ip", 10, BOOL),
    ("ipv4", 11, BOOL),
    ("ipv6", 12, BOOL),
    ("uuid", 15, BOOL),
];

const ENUMS: Rows = &[
    ("const", 1, OWN),
    ("defined_only", 2, BOOL),
    ("in", 3, OWN),
    ("not_in", 4, OWN),
];

const LISTS: Rows = &[
    ("min_items", 1, COUNT),
    ("max_items", 2, COUNT),
    ("unique", 3, BOOL),
];

const MAPS: Rows = &[("min_pairs", 1, COUNT), ("max_pairs", 2, COUNT)];

const DURATIONS: Rows = &[
    ("const", 2, OWN),
    ("lt", 3, OWN),
    ("lte", 4, OWN),
    ("gt", 5, OWN),
    ("gte", 6, OWN),
    ("in", 7, OWN),
    ("not_in", 8, OWN),
];

const TIMESTAMPS: Rows = &[
    ("const", 2, OWN),
    ("lt", 3, OWN),
    ("lte", 4, OWN),
    ("lt_now", 7, BOOL),
    ("gt", 5, OWN),
    ("gte", 6, OWN),
    ("gt_now", 8, BOOL),
    ("within", 9, OWN),
];

#[cfg(test)]
mod tests {
    use super::super::Path;
    use super::*;
    use alloc::format;

    fn spelt(kind: &'static str, id: &str) -> alloc::string::String {
        let path = of(kind, id);
        let numbers: Vec<_> = path
            .iter()
            .map(|one| one.field_number.unwrap_or(0))
            .collect();
        let ty = path[1].field_type;
        format!("{} {numbers:?} {ty:?}", Path::of(path))
    }

    #[test]
    fn an_id_names_its_rule() {
        for (kind, id, expected) in [
            ("int32", "gt", "int32.gt [3, 4] Some(Int32)"),
            (
                "sfixed64",
                "gte_lt_exclusive",
                "sfixed64.gte [12, 5] Some(Sfixed64)",
            ),
            ("timestamp", "gt_lte", "timestamp.gt [22, 5] Some(Message)"),
            ("timestamp", "gt_now", "timestamp.gt_now [22, 8] Some(Bool)"),
            (
                "string",
                "len_bytes",
                "string.len_bytes [14, 20] Some(Uint64)",
            ),
            (
                "string",
                "ip_prefix_empty",
                "string.ip_prefix [14, 29] Some(Bool)",
            ),
            (
                "string",
                "well_known_regex.header_name_empty",
                "string.well_known_regex [14, 24] Some(Enum)",
            ),
            ("bytes", "pattern", "bytes.pattern [15, 4] Some(String)"),
            ("enum", "in", "enum.in [16, 3] Some(Int32)"),
            ("uint128", "lt", "uint128.lt [0, 0] None"),
        ] {
            assert_eq!(spelt(kind, id), expected);
        }
    }
}
