//! Values as a witness shows them: like JSON, without what says nothing.

use std::fmt::Write;

use everwire::Type;
use everwire::dynamic::{Key, Message, Value};
use everwire::schema::Schema;

use super::agree::is_zero;

/// A value on one line. Of a message it shows what is not zero, and the field that is looked at.
pub(super) fn value(value: &Value, schema: &'static Schema, focus: Option<u32>) -> String {
    let mut text = String::new();
    match value {
        Value::Message(one) => message(one, focus, &mut text),
        Value::Union(_) => any(value, &Type::Unit, &mut text),
        Value::Enum(number) => enumeration(*number, Some(schema), &mut text),
        other => any(other, &Type::Unit, &mut text),
    }
    text
}

fn message(message: &Message, focus: Option<u32>, text: &mut String) {
    text.push('{');
    let mut is_first = true;
    for (index, field) in message.schema().fields().iter().enumerate() {
        let Some(held) = message.read(index) else {
            continue;
        };
        if is_zero(&held) && Some(field.number()) != focus {
            continue;
        }
        if !is_first {
            text.push_str(", ");
        }
        is_first = false;
        let _ = write!(text, "{}: ", field.name());
        any(&held, &field.ty(), text);
    }
    text.push('}');
}

/// A UUID as its text.
pub(super) fn uuid(uuid: &[u8; 16]) -> String {
    let digits = crate::lock::hex(uuid);
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
    let parts = [part(0, 8), part(8, 12), part(12, 16), part(16, 20)];
    format!("{}-{}", parts.join("-"), part(20, 32))
}

fn any(value: &Value, ty: &Type, text: &mut String) {
    let ty = match ty {
        Type::Option(inner) => inner,
        ty => ty,
    };
    let _ = match value {
        Value::Null => write!(text, "none"),
        Value::Unit => write!(text, "()"),
        Value::Bool(value) => write!(text, "{value}"),
        Value::Int(value) => write!(text, "{value}"),
        Value::Uint(value) => write!(text, "{value}"),
        Value::Float32(value) => write!(text, "{value:?}"),
        Value::Float64(value) => write!(text, "{value:?}"),
        Value::Char(value) => write!(text, "{value:?}"),
        Value::String(value) if value.chars().count() > 40 => {
            let start: String = value.chars().take(20).collect();
            write!(text, "{start:?}… ({} bytes)", value.len())
        }
        Value::String(value) => write!(text, "{value:?}"),
        Value::Bytes(value) => write!(text, "0x{}", crate::lock::hex(value)),
        Value::Opaque(value) => write!(text, "0x{}", crate::lock::hex(value.as_bytes())),
        Value::Uuid(value) => write!(text, "{}", uuid(value)),
        Value::Duration(value) => write!(text, "{value:?}"),
        Value::Timestamp(value) => match value.duration_since(std::time::SystemTime::UNIX_EPOCH) {
            Ok(after) => write!(text, "1970 + {after:?}"),
            Err(before) => write!(text, "1970 - {:?}", before.duration()),
        },
        Value::Enum(number) => {
            let schema = match ty {
                Type::Enum(link) => Some(link.schema()),
                _ => None,
            };
            enumeration(*number, schema, text);
            Ok(())
        }
        Value::List(list) => {
            let element = match ty {
                Type::List(element) | Type::Fixed(Type::List(element), _) => element,
                ty => ty,
            };
            text.push('[');
            for (at, one) in list.iter().enumerate() {
                if at > 0 {
                    text.push_str(", ");
                }
                any(one, element, text);
            }
            write!(text, "]")
        }
        Value::Map(map) => {
            let (key_ty, value_ty) = match ty {
                Type::Map(key, value) => (*key, *value),
                _ => (&Type::Unit, &Type::Unit),
            };
            text.push('{');
            for (at, (key, held)) in map.iter().enumerate() {
                if at > 0 {
                    text.push_str(", ");
                }
                any(&Value::from(Key::clone(key)), key_ty, text);
                text.push_str(": ");
                any(held, value_ty, text);
            }
            write!(text, "}}")
        }
        Value::Message(one) => {
            message(one, None, text);
            Ok(())
        }
        Value::Union(union) => match union.get() {
            Some((variant, held)) => {
                let _ = write!(text, "{}(", variant.name());
                any(held, &variant.ty(), text);
                write!(text, ")")
            }
            None => write!(text, "an unknown variant"),
        },
        other => write!(text, "{other:?}"),
    };
}

fn enumeration(number: i32, schema: Option<&Schema>, text: &mut String) {
    let values = schema.map_or(&[][..], Schema::values);
    let _ = match values.iter().find(|value| value.number() == number) {
        // The wires differ in which of the two they go by.
        Some(value) => write!(text, "{} ({number})", value.name()),
        None => write!(text, "{number}"),
    };
}
