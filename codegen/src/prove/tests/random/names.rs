//! What is wrong with values of enums, seen by their names alone, and so not by what the proof compares with.

use everwire::Type;
use everwire::dynamic::{Message, Value};
use everwire::schema::Schema;

/// Whether a value of an enum was read as one of another name, though the reader has its own.
pub(super) fn differ(written: &Message, read: &Message) -> bool {
    let fields = written.schema().fields().iter().enumerate();
    fields.into_iter().any(|(index, field)| {
        let mut others = read.schema().fields().iter();
        let Some(at) = others.position(|other| other.name() == field.name()) else {
            return false;
        };
        let other = read.schema().fields()[at].ty();
        match (written.read(index), read.read(at)) {
            (Some(value), Some(held)) => is_other(&value, &field.ty(), &held, &other),
            _ => false,
        }
    })
}

fn is_other(written: &Value, ty: &Type, read: &Value, read_ty: &Type) -> bool {
    match (written, ty, read, read_ty) {
        (_, Type::Option(ty), _, _) => is_other(written, ty, read, read_ty),
        (_, _, _, Type::Option(read_ty)) => is_other(written, ty, read, read_ty),
        (Value::List(written), Type::List(ty), Value::List(read), Type::List(other)) => {
            let mut pairs = written.iter().zip(read);
            written.len() == read.len() && pairs.any(|(one, held)| is_other(one, ty, held, other))
        }
        (Value::Message(written), _, Value::Message(read), _) => differ(written, read),
        (Value::Enum(written), Type::Enum(from), Value::Enum(read), Type::Enum(to)) => {
            match (name(*written, from.schema()), name(*read, to.schema())) {
                (Some(name), Some(other)) => {
                    let mut others = to.schema().values().iter();
                    name != other && others.any(|value| value.name() == name)
                }
                _ => false,
            }
        }
        _ => false,
    }
}

fn name(number: i32, schema: &'static Schema) -> Option<&'static str> {
    let mut values = schema.values().iter();
    let value = values.find(|value| value.number() == number)?;
    Some(value.name())
}
