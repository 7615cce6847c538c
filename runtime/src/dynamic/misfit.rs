//! What keeps a value from being one of a type, told before anything is written.

use alloc::format;
use alloc::string::String;

use super::message::{Active, has_default};
use super::value::knows;
use super::{Message, Union, Value};
use crate::error::{Error, Fault};
use crate::schema::{Int, Presence, Schema, Type};

/// How many levels are looked at. What lies deeper meets the limit of what is written, or is told without its path.
const LEVELS: usize = 512;

/// What keeps a value from being one of that type.
pub(super) fn value(value: &Value, ty: &Type) -> Option<Error> {
    within(value, ty, LEVELS)
}

/// What keeps a message from being one of its schema.
pub(super) fn message(message: &Message) -> Option<Error> {
    fields(message, LEVELS)
}

/// What keeps an enum with data from being one of its schema.
pub(super) fn union(union: &Union) -> Option<Error> {
    payload(union, LEVELS)
}

/// A value stands where one of that type is wanted.
#[cold]
pub(super) fn of(value: &Value, ty: &Type) -> Error {
    let found = match value {
        Value::Int(number) => format!("{number}"),
        Value::Uint(number) => format!("{number}"),
        Value::Message(message) => format!("{}", message.schema().full_name()),
        Value::Union(union) => format!("{}", union.schema().full_name()),
        other => String::from(other.kind()),
    };
    custom(format!("expected {ty}, found {found}"))
}

fn custom(text: String) -> Error {
    Error::new(Fault::Custom(text.into()), None, 0)
}

fn within(value: &Value, ty: &Type, levels: usize) -> Option<Error> {
    let levels = levels.checked_sub(1)?;
    let fits = match (ty, value) {
        (Type::Option(_), Value::Null)
        | (Type::Bool, Value::Bool(_))
        | (Type::Float32, Value::Float32(_))
        | (Type::Float64, Value::Float64(_))
        | (Type::Char, Value::Char(_))
        | (Type::String, Value::String(_))
        | (Type::Bytes, Value::Bytes(_))
        | (Type::Uuid, Value::Uuid(_))
        | (Type::Duration, Value::Duration(_))
        | (Type::Timestamp, Value::Timestamp(_))
        | (Type::Opaque, Value::Opaque(_))
        | (Type::Unit, Value::Unit)
        | (Type::Int(Int::U128), Value::Uint(_)) => true,
        (Type::Int(int), Value::Int(number)) => holds(*int, *number),
        (Type::Enum(link), Value::Enum(number)) => {
            let schema = link.schema();
            if !knows(schema, *number) {
                let name = schema.full_name();
                return Some(custom(format!(
                    "`{name}` has no value of the number {number}"
                )));
            }
            true
        }
        (Type::Message(link), Value::Message(message)) => {
            if is_of(link.schema(), message.schema()) {
                return fields(message, levels);
            }
            false
        }
        (Type::Union(link), Value::Union(union)) => {
            if is_of(link.schema(), union.schema()) {
                return payload(union, levels);
            }
            false
        }
        (Type::List(element), Value::List(elements)) => {
            let misfit = |(index, value)| Some(within(value, element, levels)?.at_index(index));
            return elements.iter().enumerate().find_map(misfit);
        }
        (Type::Map(of_key, of_value), Value::Map(entries)) => {
            return entries.iter().find_map(|(key, value)| {
                let misfit = within(&key.clone().into(), of_key, levels);
                let misfit = misfit.or_else(|| within(value, of_value, levels))?;
                Some(misfit.at_key(key.text(of_key)))
            });
        }
        (Type::Fixed(inner, len), held) => {
            let found = match held {
                Value::List(elements) => elements.len(),
                Value::Bytes(bytes) => bytes.len(),
                _ => *len,
            };
            if found != *len {
                let fault = Fault::Length {
                    expected: *len,
                    found,
                };
                return Some(Error::new(fault, None, 0));
            }
            return within(held, inner, levels);
        }
        (Type::Option(inner), held) => return within(held, inner, levels),
        _ => false,
    };
    (!fits).then(|| of(value, ty))
}

fn fields(message: &Message, levels: usize) -> Option<Error> {
    let schema = message.schema();
    for (index, field) in schema.fields().iter().enumerate() {
        let misfit = match message.at(index) {
            Some(value) => within(value, &field.ty(), levels),
            None if has_default(field) => None,
            None if field.presence() == Presence::Required => {
                return Some(Error::new(Fault::Missing(field.name()), None, 0));
            }
            None => Some(Error::new(Fault::NoDefault, None, 0)),
        };
        if let Some(misfit) = misfit {
            return Some(misfit.within(field.name()));
        }
    }
    let set = |name: &str| message.iter().any(|(field, _)| field.oneof() == Some(name));
    let mut oneofs = schema.oneofs().iter();
    let missing = oneofs.find(|oneof| oneof.default().is_none() && !set(oneof.name()))?;
    Some(Error::new(Fault::Missing(missing.name()), None, 0))
}

fn payload(union: &Union, levels: usize) -> Option<Error> {
    match &union.active {
        Active::Known(index, value) => {
            let variant = union.schema().fields().get(*index)?;
            within(value, &variant.ty(), levels)
        }
        Active::Unknown(_) => None,
    }
}

/// Whether a value of the one schema can stand where the other is asked for: its fields stand where those of the other do.
fn is_of(asked: &'static Schema, own: &'static Schema) -> bool {
    let table = |schema: &'static Schema| {
        let fields = schema.fields().iter();
        fields.map(|field| (field.number(), field.slot(), field.name()))
    };
    core::ptr::eq(asked, own) || asked.full_name() == own.full_name() && table(asked).eq(table(own))
}

/// Whether an integer type holds a number.
fn holds(int: Int, number: i128) -> bool {
    match int {
        Int::U8 => u8::try_from(number).is_ok(),
        Int::U16 => u16::try_from(number).is_ok(),
        Int::U32 => u32::try_from(number).is_ok(),
        Int::U64 => u64::try_from(number).is_ok(),
        Int::U128 => u128::try_from(number).is_ok(),
        Int::Usize => usize::try_from(number).is_ok(),
        Int::I8 => i8::try_from(number).is_ok(),
        Int::I16 => i16::try_from(number).is_ok(),
        Int::I32 => i32::try_from(number).is_ok(),
        Int::I64 => i64::try_from(number).is_ok(),
        Int::I128 => true,
        Int::Isize => isize::try_from(number).is_ok(),
    }
}
