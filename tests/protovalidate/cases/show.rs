//! Violations as text.

use std::fmt::Write;

use protovalidate_conformance::schema::buf::validate::{
    FieldPath, Violation, field_path_element::Subscript,
};

/// A path as protovalidate spells it: `lines[2].sku`, `labels["k"]`.
pub fn path(path: Option<&FieldPath>) -> String {
    let mut text = String::new();
    for element in path.into_iter().flat_map(|path| &path.elements) {
        if !text.is_empty() {
            text.push('.');
        }
        text.push_str(element.field_name.as_deref().unwrap_or_default());
        // Writing to a string does not fail.
        let _ = match &element.subscript {
            None => Ok(()),
            Some(Subscript::Index(index)) => write!(text, "[{index}]"),
            Some(Subscript::BoolKey(key)) => write!(text, "[{key}]"),
            Some(Subscript::IntKey(key)) => write!(text, "[{key}]"),
            Some(Subscript::UintKey(key)) => write!(text, "[{key}]"),
            Some(Subscript::StringKey(key)) => write!(text, "[{key:?}]"),
        };
    }
    text
}

/// A violation on one line: `path (rule id, rule path, key)`.
pub fn violation(violation: &Violation) -> String {
    let key = if violation.for_key == Some(true) {
        ", key"
    } else {
        ""
    };
    format!(
        "{:?} ({}, {:?}{key})",
        path(violation.field.as_ref()),
        violation.rule_id.as_deref().unwrap_or_default(),
        path(violation.rule.as_ref()),
    )
}
