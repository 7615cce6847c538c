//! Messages that rules accept: what is looked at is put into them, so that nothing else keeps it from being written.

use everwire::dynamic::{Dynamic, Message, Union, Value};
use everwire::schema::Schema;
use everwire::{Codec, Field, Type};

use super::{rules, sample};

/// Whether a schema, or one that it holds, has rules.
pub(super) fn has_rules(schema: &'static Schema) -> bool {
    let (mut seen, mut rest) = (Vec::new(), vec![schema]);
    while let Some(schema) = rest.pop() {
        if seen.iter().any(|one| std::ptr::eq(*one, schema)) {
            continue;
        }
        seen.push(schema);
        if !schema.rules().is_empty() {
            return true;
        }
        for field in schema.fields() {
            if !field.rules().is_empty() {
                return true;
            }
            held(&field.ty(), &mut rest);
        }
    }
    false
}

fn held(ty: &Type, schemas: &mut Vec<&'static Schema>) {
    match ty {
        Type::Message(link) | Type::Union(link) => schemas.push(link.schema()),
        Type::Option(inner) | Type::List(inner) | Type::Fixed(inner, _) => held(inner, schemas),
        Type::Map(_, value) => held(value, schemas),
        _ => {}
    }
}

/// A message in which each field that breaks a rule has another value, where one is found that does not.
pub(super) fn lawful(message: Message) -> Message {
    let mut message = within(message);
    for (index, field) in message.schema().fields().iter().enumerate() {
        if field.rules().is_empty() || !breaks(&message, field) {
            continue;
        }
        let mut values = rules::values(&field.ty(), field.rules());
        values.extend(sample::typical(&field.ty(), field.number(), 1));
        let mut tried = values.into_iter().map(|value| {
            let mut message = message.clone();
            message.put(index, Some(value));
            message
        });
        if let Some(found) = tried.find(|one| !breaks(one, field)) {
            message = found;
        }
    }
    message
}

/// A message in which those that it holds are [`lawful`].
pub(super) fn within(mut message: Message) -> Message {
    if !has_rules(message.schema()) {
        return message;
    }
    for (index, field) in message.schema().fields().iter().enumerate() {
        // A plain message is there, and what its fields say where they are absent is looked at.
        let is_plain = field.oneof().is_none() && matches!(field.ty(), Type::Message(_));
        let value = match message.at(index) {
            None if is_plain => message.read(index),
            value => value.cloned(),
        };
        let Some(value) = value else {
            continue;
        };
        let better = value_within(value.clone());
        if better != value {
            message.put(index, Some(better));
        }
    }
    message
}

fn value_within(value: Value) -> Value {
    match value {
        Value::Message(message) => Value::Message(lawful(message)),
        Value::List(list) => Value::List(list.into_iter().map(value_within).collect()),
        Value::Map(map) => {
            let entries = map.into_iter();
            Value::Map(entries.map(|(key, one)| (key, value_within(one))).collect())
        }
        Value::Union(union) => {
            let made = union.get().and_then(|(variant, value)| {
                Union::new(union.schema(), variant.name(), value_within(value.clone()))
            });
            made.map_or(Value::Union(union), Value::from)
        }
        value => value,
    }
}

/// Whether what a field says breaks a rule.
fn breaks(message: &Message, field: &Field) -> bool {
    let value = Dynamic::new(message.schema(), Value::Message(message.clone()));
    let Err(violations) = value.validate() else {
        return false;
    };
    violations.iter().any(|one| {
        let rest = one.path.strip_prefix(field.name());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    })
}
