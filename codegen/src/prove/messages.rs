//! Messages: those that are written, with what stands beside the field that is looked at, and those within them.

use everwire::dynamic::{Message, Union, Value};
use everwire::schema::{Oneof, Schema};
use everwire::validate::MessageRule;
use everwire::{Field, Type};

use super::agree::paired;
use super::other::{Other, Tried};
use super::sample::{typical, values, within};
use super::{lawful, rules};

/// How deep messages within messages are filled.
const DEPTH: usize = 3;

/// How deep what stands beside the field that is looked at is filled.
const CONTEXT: usize = 1;

/// The messages and enums with data around a value: what holds itself without end is not made.
pub(super) struct Above<'a> {
    schema: &'static Schema,
    above: Option<&'a Above<'a>>,
}

impl<'a> Above<'a> {
    /// One more around it; `None` where it is there already.
    pub(super) fn with(schema: &'static Schema, above: Option<&'a Self>) -> Option<Self> {
        let mut all = std::iter::successors(above, |one| one.above);
        let is_new = all.all(|one| !std::ptr::eq(one.schema, schema));
        is_new.then_some(Self { schema, above })
    }
}

/// What is looked at of the messages that are written.
#[derive(Clone, Copy)]
pub(super) enum Focus<'a> {
    /// Nothing in particular: of each field a few values.
    Few,
    /// The field of that number, which on the other side may be another.
    Field(u32, Option<&'a Field>),
    /// All fields, each with what that schema has in its place.
    All(&'static Schema),
    /// The rules of the message as a whole, which on the other side are these: of each field a few values, and sets of those that are named.
    Rules(&'static [MessageRule]),
}

/// Messages of a schema to write: boundary values of what is looked at, alone and among others; `more` values of the field that is looked
/// at. The smallest that say something come first.
pub(super) fn roots(
    schema: &'static Schema,
    focus: Focus<'_>,
    more: &dyn Fn(&Type) -> Vec<Value>,
) -> Vec<Value> {
    let Some(base) = least(schema, CONTEXT, None) else {
        return Vec::new();
    };
    let mut all = Vec::new();
    let mut add = |message: Message| {
        let value = Value::Message(message);
        if !all.contains(&value) {
            all.push(value);
        }
    };
    // Beside a field that is not there, each that is says something.
    let has = |number: u32| schema.fields().iter().any(|one| one.number() == number);
    let focus = match focus {
        Focus::Field(number, _) if !has(number) => Focus::Few,
        focus => focus,
    };
    let tried = Tried::default();
    let of = |field: &Field, other: Option<Type>| {
        let other = other.as_ref().map(|ty| Other::new(ty, &tried));
        values(&field.ty(), other, DEPTH - 1)
    };
    let (base, whole) = (lawful::within(base), full(schema, CONTEXT));
    let whole = whole.map(lawful::within);
    for (index, field) in schema.fields().iter().enumerate() {
        let (values, contexts) = match focus {
            Focus::Field(number, other) if number == field.number() => {
                let mut values = of(field, other.map(Field::ty));
                values.extend(more(&field.ty()));
                (values, [Some(&base), whole.as_ref()])
            }
            Focus::Field(..) => continue,
            Focus::All(reader) => {
                let other = paired(field, schema, reader).map(Field::ty);
                (of(field, other), [Some(&base), None])
            }
            Focus::Few | Focus::Rules(_) => {
                let mut values = of(field, None);
                values.truncate(4);
                (values, [Some(&base), None])
            }
        };
        for message in contexts.into_iter().flatten() {
            for value in &values {
                let mut message = message.clone();
                message.put(index, Some(value.clone()));
                add(message);
            }
        }
    }
    if let Focus::Rules(others) = focus {
        sets(&base, others).into_iter().for_each(&mut add);
    }
    whole.into_iter().for_each(&mut add);
    add(base);
    all
}

/// How many fields are tried in each set that there is of them; of more, one and two at a time.
const EACH_SET: usize = 6;

/// Messages in which sets of the fields are there that rules name.
fn sets(base: &Message, others: &[MessageRule]) -> Vec<Message> {
    let schema = base.schema();
    let rules = || schema.rules().iter().chain(others);
    let is_named = |field: &Field| {
        rules().any(|rule| match rule {
            MessageRule::Oneof { fields, .. } => fields.contains(&field.name()),
            MessageRule::Variant { oneof } => field.oneof() == Some(oneof),
            _ => false,
        })
    };
    let named = schema.fields().iter().enumerate();
    let named = named.filter(|(_, field)| is_named(field));
    let named: Vec<(usize, Value)> = named
        .filter_map(|(index, field)| Some((index, typical(&field.ty(), field.number(), CONTEXT)?)))
        .collect();
    let with = |set: &dyn Fn(usize) -> bool| {
        let mut message = base.clone();
        for (at, (index, value)) in named.iter().enumerate() {
            message.put(*index, set(at).then(|| value.clone()));
        }
        message
    };
    if named.len() <= EACH_SET {
        let sets = 0..1_usize << named.len();
        return sets.map(|set| with(&|at| set >> at & 1 == 1)).collect();
    }
    let mut all = vec![with(&|_| false)];
    for one in 0..named.len() {
        all.extend((one..named.len()).map(|two| with(&|at| at == one || at == two)));
    }
    all
}

/// A message in which only what must be there is.
pub(super) fn least(
    schema: &'static Schema,
    depth: usize,
    above: Option<&Above<'_>>,
) -> Option<Message> {
    let mut message = Message::new(schema);
    let depth = depth.saturating_sub(1);
    for (index, field) in schema.fields().iter().enumerate() {
        let is_there = field.oneof().is_some() || matches!(field.ty(), Type::Option(_));
        if !is_there && message.read(index).is_none() {
            let value = within(&field.ty(), field.number(), depth, above)?;
            message.put(index, Some(value));
        }
    }
    let must_be_set = |oneof: &&Oneof| oneof.default().is_none();
    for oneof in schema.oneofs().iter().filter(must_be_set) {
        let variants = schema.fields().iter().enumerate();
        let mut variants = variants.filter(|(_, field)| field.oneof() == Some(oneof.name()));
        let (index, value) = variants.find_map(|(index, field)| {
            Some((index, within(&field.ty(), field.number(), depth, above)?))
        })?;
        message.put(index, Some(value));
    }
    Some(message)
}

/// A message in which everything is set, as far as it can be at once.
pub(super) fn full(schema: &'static Schema, depth: usize) -> Option<Message> {
    let mut message = least(schema, depth, None)?;
    for (index, field) in schema.fields().iter().enumerate() {
        if let Some(value) = typical(&field.ty(), field.number(), depth.saturating_sub(1)) {
            message.put(index, Some(value));
        }
    }
    Some(message)
}

/// Values of a message: each field alone and all of them. Where another type stands in its place, boundary values of each field.
pub(super) fn of(schema: &'static Schema, other: Option<Other<'_>>, depth: usize) -> Vec<Value> {
    let Some(base) = least(schema, depth, None).map(lawful::lawful) else {
        return Vec::new();
    };
    let replaced = other.and_then(|other| other.instead_of(schema));
    let mut all: Vec<Value> = full(schema, depth)
        .map(lawful::lawful)
        .map(Value::Message)
        .into_iter()
        .collect();
    for (index, field) in schema.fields().iter().enumerate() {
        let held = match replaced {
            Some(replaced) => {
                let there = replaced.field(field, schema);
                let ty = there.map(Field::ty);
                let other = ty.as_ref().map(|ty| replaced.other(ty));
                let mut values = values(&field.ty(), other, depth.saturating_sub(1));
                values.extend(ruled(field, there));
                values
            }
            None => typical(&field.ty(), field.number(), depth.saturating_sub(1))
                .into_iter()
                .collect(),
        };
        all.extend(held.into_iter().map(|value| {
            let mut message = base.clone();
            message.put(index, Some(value));
            Value::Message(message)
        }));
    }
    all.push(Value::Message(base));
    all
}

/// Values at which the rules of a member differ from those of the one on the other side.
fn ruled(field: &Field, other: Option<&Field>) -> Vec<Value> {
    let others = other.map_or(&[][..], Field::rules);
    match [field.rules(), others].concat() {
        rules if rules.is_empty() => Vec::new(),
        rules => rules::values(&field.ty(), &rules),
    }
}

/// Values of an enum with data: of each variant. Where another type stands in its place, boundary values of each.
pub(super) fn of_union(
    schema: &'static Schema,
    other: Option<Other<'_>>,
    depth: usize,
) -> Vec<Value> {
    let is_replaced = other.is_some_and(|other| other.instead_of(schema).is_some());
    let there = other.and_then(Other::there);
    let mut all = Vec::new();
    for variant in schema.fields() {
        let held = match depth {
            0 | 1 if !is_replaced => {
                typical(&variant.ty(), variant.number(), depth.saturating_sub(1))
                    .into_iter()
                    .collect()
            }
            _ => {
                let paired = there.and_then(|one| one.field(variant, schema));
                let ty = paired.map(Field::ty);
                let other = there.zip(ty.as_ref()).map(|(one, ty)| one.other(ty));
                let mut values = values(&variant.ty(), other, depth.saturating_sub(1));
                values.extend(ruled(variant, paired));
                values
            }
        };
        let made = held
            .into_iter()
            .filter_map(|value| Union::new(schema, variant.name(), value));
        all.extend(made.map(Value::from));
    }
    all
}
