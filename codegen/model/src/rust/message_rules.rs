//! `rule(oneof(…))` on a type: rules of the message as a whole.

use proc_macro2::TokenStream;

use super::Reader;
use super::known::{Level, refuse};
use super::setting::{self, Value};
use crate::check::duplicate_attribute;
use crate::model::Located;
use crate::model::raw::{MessageOneof, MessageOneofField};

/// The rules in `rule(…)` on a type.
pub(super) fn list(tokens: &TokenStream, reader: &mut Reader) -> Vec<MessageOneof> {
    let mut rules = Vec::new();
    for setting in setting::of_tokens(tokens.clone(), reader) {
        match (setting.name.as_str(), &setting.value) {
            ("oneof", Value::List(tokens, _)) => {
                let faults = reader.found.len();
                let mut rule = MessageOneof {
                    at: setting.at,
                    fields: Vec::new(),
                    required: None,
                };
                for part in setting::of_tokens(tokens.clone(), reader) {
                    fill(&mut rule, &part, reader);
                }
                if reader.found.len() == faults {
                    rules.push(rule);
                }
            }
            ("oneof", _) => setting.refuse(reader, "fields", "oneof(a, b)"),
            _ => refuse(reader, Level::MessageRules, &setting),
        }
    }
    rules
}

/// A field, or the word `required`; a field of that name is written `r#required`.
fn fill(rule: &mut MessageOneof, part: &setting::Setting, reader: &mut Reader) {
    match (part.name.as_str(), &part.value, rule.required) {
        ("number", Value::Expr(_), _)
        | (_, Value::Expr(_) | Value::Type(_) | Value::List(..), _) => {
            part.refuse_field(reader);
        }
        ("required", Value::None, None) => rule.required = Some(part.at),
        ("required", Value::None, Some(first)) => {
            reader.report(duplicate_attribute::diagnostic("required", part.at, first));
        }
        (name, Value::None, _) => rule.fields.push(MessageOneofField {
            name: Located::new(name.trim_start_matches("r#").to_owned(), part.at),
            number: None,
        }),
    }
}
