//! The rules of `buf/validate/validate.proto`: names, numbers, types.

use super::FieldType;

/// The rules of a kind: each by its name, with its number, and its type where that is not the kind's own.
pub(super) type Rows = &'static [(&'static str, u32, Option<FieldType>)];

const BOOL: Option<FieldType> = Some(FieldType::Bool);
const COUNT: Option<FieldType> = Some(FieldType::Uint64);
const TEXT: Option<FieldType> = Some(FieldType::String);
const OWN: Option<FieldType> = None;

/// The kinds: each by its name, with its number in `FieldRules` and its rules.
pub(super) const RULES: &[(&str, u32, Rows)] = &[
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
