//! Messages: those that are written, with what stands beside the field that is looked at, and those within them.

use everwire::dynamic::{Message, Union, Value};
use everwire::schema::{Kind, Schema};
use everwire::{Field, Type};

use super::sample::{typical, values};

/// How deep messages within messages are filled.
const DEPTH: usize = 3;

/// How deep what stands beside the field that is looked at is filled.
const CONTEXT: usize = 1;

/// Messages of a schema to write: boundary values of the field of that number, alone and among others; of each field a few where there is
/// no such field. The smallest that say something come first.
pub(super) fn roots(
    schema: &'static Schema,
    focus: Option<u32>,
    other: Option<&Field>,
) -> Vec<Value> {
    roots_with(schema, focus, other, &|_| Vec::new())
}

/// [`roots`] with more values of the field that is looked at.
pub(super) fn roots_with(
    schema: &'static Schema,
    focus: Option<u32>,
    other: Option<&Field>,
    more: &dyn Fn(&Type) -> Vec<Value>,
) -> Vec<Value> {
    if let Kind::Union(_) = schema.kind() {
        return union_roots(schema, focus, other);
    }
    let Some(base) = least(schema, CONTEXT) else {
        return Vec::new();
    };
    let mut all = Vec::new();
    let mut add = |message: Message| {
        let value = Value::Message(message);
        if !all.contains(&value) {
            all.push(value);
        }
    };
    let whole = full(schema, CONTEXT);
    let fields = schema.fields().iter().enumerate();
    let focused = fields
        .clone()
        .find(|(_, field)| Some(field.number()) == focus);
    if let Some((index, field)) = focused {
        let other = other.map(Field::ty);
        let mut values = values(&field.ty(), other.as_ref(), DEPTH - 1);
        values.extend(more(&field.ty()));
        for message in [Some(&base), whole.as_ref()].into_iter().flatten() {
            for value in &values {
                let mut message = message.clone();
                message.put(index, Some(value.clone()));
                add(message);
            }
        }
    } else {
        for (index, field) in fields {
            for value in values(&field.ty(), None, DEPTH - 1).into_iter().take(4) {
                let mut message = base.clone();
                message.put(index, Some(value));
                add(message);
            }
        }
    }
    whole.into_iter().for_each(&mut add);
    add(base);
    all
}

fn union_roots(schema: &'static Schema, focus: Option<u32>, other: Option<&Field>) -> Vec<Value> {
    let mut all = Vec::new();
    for variant in schema.fields() {
        let is_focus = focus.is_none_or(|focus| focus == variant.number());
        let count = if is_focus { usize::MAX } else { 1 };
        let other = other.filter(|_| is_focus).map(Field::ty);
        for value in values(&variant.ty(), other.as_ref(), DEPTH - 1)
            .into_iter()
            .take(count)
        {
            all.extend(Union::new(schema, variant.name(), value).map(Value::from));
        }
    }
    all
}

/// A message in which only what must be there is.
pub(super) fn least(schema: &'static Schema, depth: usize) -> Option<Message> {
    let mut message = Message::new(schema);
    for (index, field) in schema.fields().iter().enumerate() {
        let is_there = field.oneof().is_some() || matches!(field.ty(), Type::Option(_));
        if !is_there && message.read(index).is_none() {
            let value = typical(&field.ty(), field.number(), depth.saturating_sub(1))?;
            message.put(index, Some(value));
        }
    }
    for oneof in schema
        .oneofs()
        .iter()
        .filter(|oneof| oneof.default().is_none())
    {
        let first = schema
            .fields()
            .iter()
            .enumerate()
            .find(|(_, field)| field.oneof() == Some(oneof.name()))?;
        message.put(
            first.0,
            typical(&first.1.ty(), first.1.number(), depth.saturating_sub(1)),
        );
    }
    Some(message)
}

/// A message in which everything is set, as far as it can be at once.
pub(super) fn full(schema: &'static Schema, depth: usize) -> Option<Message> {
    let mut message = least(schema, depth)?;
    for (index, field) in schema.fields().iter().enumerate() {
        if let Some(value) = typical(&field.ty(), field.number(), depth.saturating_sub(1)) {
            message.put(index, Some(value));
        }
    }
    Some(message)
}

/// Values of a message: each field alone and all of them.
pub(super) fn of(schema: &'static Schema, depth: usize) -> Vec<Value> {
    let Some(base) = least(schema, depth) else {
        return Vec::new();
    };
    let mut all: Vec<Value> = full(schema, depth)
        .map(Value::Message)
        .into_iter()
        .collect();
    for (index, field) in schema.fields().iter().enumerate() {
        if let Some(value) = typical(&field.ty(), field.number(), depth.saturating_sub(1)) {
            let mut message = base.clone();
            message.put(index, Some(value));
            all.push(Value::Message(message));
        }
    }
    all.push(Value::Message(base));
    all
}

pub(super) fn of_union(schema: &'static Schema, depth: usize) -> Vec<Value> {
    let mut all = Vec::new();
    for variant in schema.fields() {
        let held = match depth {
            0 | 1 => typical(&variant.ty(), variant.number(), depth.saturating_sub(1))
                .into_iter()
                .collect(),
            _ => values(&variant.ty(), None, depth - 1),
        };
        all.extend(
            held.into_iter()
                .filter_map(|value| Union::new(schema, variant.name(), value))
                .map(Value::from),
        );
    }
    all
}
