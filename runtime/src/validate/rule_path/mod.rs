//! Where a rule stands in `buf.validate.FieldRules`: the path that a violation names it by, with protobuf's numbers and types.
//!
//! The numbers are those of `buf/validate/validate.proto` (<https://protovalidate.com>). An id is its rule's name, or begins with it:
//! `gt_lte` is a violation of `gt`, `uuid_empty` one of `uuid`, `well_known_regex.header_name` one of `well_known_regex`.

mod table;
#[cfg(test)]
mod tests;

use alloc::vec;
use alloc::vec::Vec;

use super::{FieldType, PathElement};
use table::{RULES, Rows};

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
    let row = RULES.iter().find(|(name, ..)| *name == kind);
    let place = match row {
        Some((_, number, _)) => PathElement::field(*number, kind, FieldType::Message),
        None => PathElement::named(kind),
    };
    let rule = match row.and_then(|(.., rows)| rule(kind, id, rows)) {
        Some((name, number, ty)) => PathElement::field(number, name, ty),
        None => PathElement::named(alloc::string::String::from(id)),
    };
    vec![place, rule]
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
fn rule(kind: &str, id: &str, rows: Rows) -> Option<Row> {
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(['_', '.']);
    let begins = |name: &str| id.strip_prefix(name).is_some_and(ends);
    let longest = || {
        let found = rows.iter().filter(|(name, ..)| begins(name));
        found.max_by_key(|(name, ..)| name.len())
    };
    let own = rows.iter().find(|(name, ..)| *name == id).or_else(longest);
    own.map(|&(name, number, ty)| (name, number, ty.unwrap_or_else(|| scalar(kind))))
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
