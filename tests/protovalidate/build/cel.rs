//! Which messages cannot be validated without CEL.

use everwire::{Key, UnknownFields};

use crate::descriptors::{FieldRules, Message};
use crate::schema::Schema;

/// Rules of a schema's own stand in the extensions of protovalidate's; each is an expression.
const EXTENSIONS: u32 = 1000;

/// Why a message needs CEL, or nothing: an expression, or a predefined rule, somewhere in it or in a message that it holds. Whether `ignore`
/// keeps an expression from being asked does not matter: it stands in the schema, and whoever compiles that has to read it.
pub fn needed(schema: &Schema, full_name: &str) -> Result<Option<String>, String> {
    for name in schema.reach(full_name)? {
        let message = schema.message(&name)?;
        if let Some(what) = of_message(message) {
            return Ok(Some(format!("{what} in `{name}`")));
        }
    }
    Ok(None)
}

fn of_message(message: &Message) -> Option<&'static str> {
    let rules = message
        .options
        .as_ref()
        .and_then(|options| options.rules.as_ref());
    if rules.is_some_and(|rules| !rules.cel.is_empty() || !rules.cel_expression.is_empty()) {
        return Some("an expression");
    }
    let options = message
        .fields
        .iter()
        .filter_map(|field| field.options.as_ref());
    options
        .filter_map(|options| options.rules.as_deref())
        .find_map(of_field)
}

fn of_field(rules: &FieldRules) -> Option<&'static str> {
    if !rules.cel.is_empty() || !rules.cel_expression.is_empty() {
        return Some("an expression");
    }
    let (repeated, map) = (rules.repeated.as_ref(), rules.map.as_ref());
    let mut others = rules
        .of_type()
        .map(|rules| &rules.fields)
        .chain(repeated.map(|rules| &rules.others))
        .chain(map.map(|rules| &rules.others));
    if others.any(is_extended) {
        return Some("a predefined rule");
    }
    let items = repeated.and_then(|rules| rules.items.as_deref());
    let (keys, values) = (
        map.and_then(|rules| rules.keys.as_deref()),
        map.and_then(|rules| rules.values.as_deref()),
    );
    [items, keys, values]
        .into_iter()
        .flatten()
        .find_map(of_field)
}

fn is_extended(fields: &UnknownFields) -> bool {
    fields
        .iter()
        .any(|(key, _)| matches!(key, Key::Number(number) if number >= EXTENSIONS))
}
