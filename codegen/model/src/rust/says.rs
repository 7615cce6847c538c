//! What a field says of its value and its name, and a variant of its payload.

use quote::ToTokens;

use super::accept;
use super::rules;
use super::setting::{self, Setting, Value};
use super::{Reader, value, was};
use crate::check::{attribute_value, duplicate_attribute};
use crate::model::raw::{Default, Says};
use crate::model::{Encoding, Located, RuleName};

/// Takes a setting in; the answer is whether it was one of these.
pub(super) fn apply(says: &mut Says, setting: &Setting, reader: &mut Reader) -> bool {
    let (name, at) = (setting.name.as_str(), setting.at);
    match name {
        "accept" => says.accepts.extend(accept::lower(setting, reader)),
        "rename" => {
            let (value, at) = (setting.string(reader), setting.value_at);
            reader.once(&mut says.rename, name, at, value);
        }
        "json_name" => {
            let (value, at) = (setting.string(reader), setting.value_at);
            reader.once(&mut says.json_name, name, at, value);
        }
        "alias" => {
            let (value, at) = (setting.string(reader), setting.value_at);
            says.aliases
                .extend(value.map(|value| Located::new(value, at)));
        }
        "since" => {
            let (value, at) = (setting.integer(reader), setting.value_at);
            reader.once(&mut says.since, name, at, value);
        }
        "default" => default(says, setting, reader),
        "required" => {
            if setting.alone(reader) {
                reader.flag(&mut says.required, name, at);
            }
        }
        "unpacked" => {
            if setting.alone(reader) {
                reader.flag(&mut says.unpacked, name, at);
            }
        }
        "sint" | "fixed" | "group" => {
            if setting.alone(reader) {
                reader.once(&mut says.encoding, name, at, encoding(name));
            }
        }
        "key" => {
            let value = inner_encoding(setting, reader);
            reader.once(&mut says.key, name, at, value);
        }
        "value" => {
            let value = inner_encoding(setting, reader);
            reader.once(&mut says.value, name, at, value);
        }
        "with" => {
            let value = setting.path(reader);
            reader.once(&mut says.with, name, at, value);
        }
        "was" => says.was.extend(was::lower(setting, reader)),
        "validate" => {
            let value = setting.path(reader);
            says.hooks
                .extend(value.map(|value| Located::new(value, at)));
        }
        "rule" => match &setting.value {
            Value::List(tokens, _) if !tokens.is_empty() => {
                says.rules.extend(rules::list(tokens, reader))
            }
            _ => setting.refuse(reader, "rules", "rule(required)"),
        },
        _ => match RuleName::from_name(name) {
            Some(rule) => says.rules.extend(rules::lower(rule, setting, reader)),
            None => return false,
        },
    }
    true
}

fn default(says: &mut Says, setting: &Setting, reader: &mut Reader) {
    let Value::Expr(expr) = &setting.value else {
        reader.report(attribute_value::default(setting.at));
        return;
    };
    let at = setting.value_at;
    match &says.default {
        Some(first) => reader.report(duplicate_attribute::diagnostic("default", at, first.at)),
        None => {
            says.default = Some(Default {
                at,
                expr: expr.to_token_stream(),
                literal: value::literal(expr),
                stored: None,
            });
        }
    }
}

fn encoding(name: &str) -> Option<Encoding> {
    match name {
        "sint" => Some(Encoding::Zigzag),
        "fixed" => Some(Encoding::Fixed),
        "group" => Some(Encoding::Group),
        _ => None,
    }
}

/// The encoding in `key(sint)`.
fn inner_encoding(setting: &Setting, reader: &mut Reader) -> Option<Encoding> {
    let how = format!("{}(sint)", setting.name);
    if let Value::List(tokens, _) = &setting.value {
        let faults = reader.found.len();
        let inside = setting::of_tokens(tokens.clone(), reader);
        if let [one] = inside.as_slice() {
            let known = encoding(&one.name).filter(|one| *one != Encoding::Group);
            if let (Some(encoding), Value::None) = (known, &one.value) {
                return Some(encoding);
            }
        }
        if reader.found.len() > faults {
            return None;
        }
    }
    setting.refuse(reader, "`sint` or `fixed` in parentheses", &how);
    None
}
