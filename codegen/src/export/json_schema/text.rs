//! Rules of text: lengths, patterns and formats.

use everwire::validate::{Literal, Rule};
use serde_json::json;

use super::rules::{also, say};
use super::{Object, pattern};

/// Says a rule; the answer is whether nothing is missing.
pub(super) fn rule(rule: &Rule, schema: &mut Object) -> bool {
    let escaped = |literal: &Literal| match literal {
        Literal::Str(text) => Some(pattern::escape(text)),
        _ => None,
    };
    let matching = |schema: &mut Object, pattern: Option<String>| match pattern {
        Some(pattern) => say(schema, "pattern", pattern.into()),
        None => false,
    };
    match rule {
        Rule::Len(count) => {
            say(schema, "minLength", (*count).into()) && say(schema, "maxLength", (*count).into())
        }
        Rule::MinLen(count) => say(schema, "minLength", (*count).into()),
        Rule::MaxLen(count) => say(schema, "maxLength", (*count).into()),
        // A character has up to four bytes; the rest no word tells.
        Rule::MinBytes(count) => {
            say(schema, "minLength", count.div_ceil(4).into());
            *count <= 1
        }
        Rule::MaxBytes(count) => {
            say(schema, "maxLength", (*count).into());
            *count == 0
        }
        Rule::Pattern(one) => matching(schema, pattern::ecma(one.pattern().source())),
        Rule::Prefix(value) => matching(schema, escaped(value).map(|text| format!("^{text}"))),
        Rule::Suffix(value) => matching(schema, escaped(value).map(|text| format!("{text}$"))),
        Rule::Contains(value) => matching(schema, escaped(value)),
        Rule::NotContains(value) => match escaped(value) {
            Some(text) => also(schema, json!({ "not": { "pattern": text } })),
            None => false,
        },
        Rule::Email => {
            say(schema, "format", "email".into());
            matching(schema, Some(pattern::EMAIL.to_owned()))
        }
        Rule::Uuid => {
            say(schema, "format", "uuid".into());
            matching(schema, Some(pattern::UUID.to_owned()))
        }
        Rule::Hostname => {
            say(schema, "format", "hostname".into());
            false
        }
        Rule::Ip => {
            let formats = json!([{ "format": "ipv4" }, { "format": "ipv6" }]);
            also(schema, json!({ "anyOf": formats }));
            false
        }
        Rule::Ipv4 => {
            say(schema, "format", "ipv4".into());
            matching(schema, Some(pattern::IPV4.to_owned()))
        }
        Rule::Ipv6 => {
            say(schema, "format", "ipv6".into());
            false
        }
        Rule::Uri => {
            say(schema, "format", "uri".into());
            false
        }
        Rule::UriRef => {
            say(schema, "format", "uri-reference".into());
            false
        }
        _ => false,
    }
}
