//! Whether what was read is what was written, where the two sides are different types.
//!
//! A number is the same number whatever holds it, text the same as its bytes, one value the same as a list of it. What is absent is what the
//! reader takes it for. Members that only the writer has are none of the reader's business; those that only the reader has are absent.

use everwire::dynamic::{Key, Message, Value};
use everwire::schema::{Presence, Schema};
use everwire::{Field, Type, Wire};

use super::diff::counterpart;
use super::show::uuid;

/// What makes two values one.
#[derive(Clone, Copy)]
pub(super) struct Agree {
    /// The wire that they went over.
    pub(super) wire: Wire,
}

impl Agree {
    /// Whether a value of one type was read as the same value of another.
    pub(super) fn values(self, written: &Value, ty: &Type, read: &Value, read_ty: &Type) -> bool {
        let (ty, read_ty) = (plain(ty), plain(read_ty));
        match (written, read) {
            (Value::Null, read) => is_zero(read),
            (written, Value::Null) => is_zero(written),
            (Value::Unit, read) | (read, Value::Unit) => {
                is_zero(read) || matches!(read, Value::Unit)
            }
            (Value::Message(written), Value::Message(read)) => self.messages(written, read),
            (Value::Union(written), Value::Union(read)) => match (written.get(), read.get()) {
                (Some((variant, value)), Some((other, held))) => {
                    let paired = paired(variant, written.schema(), read.schema());
                    paired.map(Field::number) == Some(other.number())
                        && self.values(value, &variant.ty(), held, &other.ty())
                }
                (None, None) => true,
                _ => false,
            },
            (Value::List(written), Value::List(read)) => {
                let (ty, read_ty) = (element(ty), element(read_ty));
                written.len() == read.len()
                    && written
                        .iter()
                        .zip(read)
                        .all(|(one, other)| self.values(one, ty, other, read_ty))
            }
            (Value::Map(written), Value::Map(read)) => {
                let (Type::Map(key_ty, ty), Type::Map(read_key_ty, read_ty)) = (ty, read_ty) else {
                    return false;
                };
                let same = |key: &Key, other: &Key| {
                    let text = key_text(other).filter(|_| self.wire == Wire::Json);
                    text.is_some_and(|text| Some(text) == key_text(key))
                        || scalars(
                            &key.clone().into(),
                            &other.clone().into(),
                            key_ty,
                            read_key_ty,
                        )
                };
                let found = |key: &Key| {
                    // Most keys are found as they are; an enum's may be another value there.
                    let at_once = read.get(key).filter(|_| !matches!(key, Key::Enum(_)));
                    at_once.or_else(|| {
                        let mut entries = read.iter();
                        entries
                            .find(|(other, _)| same(key, other))
                            .map(|(_, value)| value)
                    })
                };
                written.len() == read.len()
                    && written.iter().all(|(key, value)| {
                        found(key).is_some_and(|held| self.values(value, ty, held, read_ty))
                    })
            }
            (Value::Map(entries), Value::List(list)) => self.entries(entries.iter(), ty, list),
            (Value::List(list), Value::Map(entries)) => {
                let is_same = |(key, value): (&Key, &Value), entry: &Value| {
                    self.is_entry(key, value, read_ty, entry)
                };
                list.len() == entries.len()
                    && entries
                        .iter()
                        .zip(list)
                        .all(|(one, entry)| is_same(one, entry))
            }
            (Value::List(written), read) => match &written[..] {
                [] => is_zero(read),
                [one] => self.values(one, element(ty), read, read_ty),
                _ => false,
            },
            (written, Value::List(read)) => match &read[..] {
                [] => is_zero(written),
                [one] => self.values(written, ty, one, element(read_ty)),
                _ => false,
            },
            // A wrapper: a message that holds the value in its first field.
            (Value::Message(written), read) => {
                let is_held = match only(written) {
                    None => is_zero(read),
                    Some((field, value)) => {
                        field.number() == 1 && self.values(value, &field.ty(), read, read_ty)
                    }
                };
                is_held || self.is_encoded(written, read)
            }
            (written, Value::Message(read)) => {
                let is_held = match only(read) {
                    None => is_zero(written),
                    Some((field, value)) => {
                        field.number() == 1 && self.values(written, ty, value, &field.ty())
                    }
                };
                is_held || self.is_encoded(read, written)
            }
            (written, read) => scalars(written, read, ty, read_ty),
        }
    }

    fn entries<'v>(
        self,
        mut entries: impl ExactSizeIterator<Item = (&'v Key, &'v Value)>,
        ty: &Type,
        list: &[Value],
    ) -> bool {
        entries.len() == list.len()
            && entries.all(|(key, value)| {
                list.iter()
                    .any(|entry| self.is_entry(key, value, ty, entry))
            })
    }

    /// Whether a message is the entry of a map: its key is field 1, its value field 2.
    fn is_entry(self, key: &Key, value: &Value, map: &Type, entry: &Value) -> bool {
        let (Type::Map(key_ty, value_ty), Value::Message(entry)) = (map, entry) else {
            return false;
        };
        let held = |number: u32| {
            let fields = entry.schema().fields();
            let index = fields.iter().position(|field| field.number() == number)?;
            Some((entry.read(index).unwrap_or(Value::Null), fields[index].ty()))
        };
        let is_held = |number, value: &Value, ty: &Type| {
            held(number).is_some_and(|(other, other_ty)| self.values(value, ty, &other, &other_ty))
        };
        is_held(1, &key.clone().into(), key_ty) && is_held(2, value, value_ty)
    }

    /// Whether bytes are those of a message: protobuf frames both alike.
    fn is_encoded(self, message: &Message, bytes: &Value) -> bool {
        let Value::Bytes(bytes) = bytes else {
            return false;
        };
        let value =
            everwire::dynamic::Dynamic::new(message.schema(), Value::Message(message.clone()));
        self.wire == Wire::Protobuf
            && Wire::Protobuf
                .encode(&value)
                .is_ok_and(|encoded| encoded == *bytes)
    }

    pub(super) fn messages(self, written: &Message, read: &Message) -> bool {
        let fields = read.schema().fields();
        let mut known = vec![false; fields.len()];
        for (index, field) in written.schema().fields().iter().enumerate() {
            let Some(other) = paired(field, written.schema(), read.schema()) else {
                continue;
            };
            let Some(at) = fields.iter().position(|one| one.number() == other.number()) else {
                continue;
            };
            known[at] = true;
            let same = match (written.read(index), read.read(at)) {
                (None | Some(Value::Null), None | Some(Value::Null)) => true,
                (None | Some(Value::Null), Some(value)) => is_absent(other, read, &value),
                (Some(value), None | Some(Value::Null)) => {
                    field.presence() == Presence::Implicit && is_absent(field, written, &value)
                }
                (Some(value), Some(held)) => {
                    // Where zero is a value of an enum, it may be another one there.
                    let is_nothing = !holds_enum(&value) && is_zero(&value) && is_zero(&held);
                    is_nothing || self.values(&value, &field.ty(), &held, &other.ty())
                }
            };
            if !same {
                return false;
            }
        }
        let mut own = known.iter().enumerate().filter(|(_, known)| !**known);
        own.all(|(at, _)| {
            read.at(at)
                .is_none_or(|value| is_absent(&fields[at], read, value))
        })
    }
}

/// What a field or variant of the writer's is to the reader.
pub(super) fn paired(field: &Field, writer: &Schema, reader: &Schema) -> Option<&'static Field> {
    counterpart(field, writer.fields(), reader.fields())
}

/// Whether a value is one of an enum, or a message that may hold one.
fn holds_enum(value: &Value) -> bool {
    matches!(value, Value::Enum(_) | Value::Message(_))
}

/// A key as JSON writes it.
fn key_text(key: &Key) -> Option<String> {
    Some(match key {
        Key::Bool(key) => key.to_string(),
        Key::Int(key) => key.to_string(),
        Key::Uint(key) => key.to_string(),
        Key::Char(key) => key.to_string(),
        Key::String(key) => key.clone(),
        Key::Uuid(key) => uuid(key),
        _ => return None,
    })
}

/// The only field of a message that is not zero.
fn only(message: &Message) -> Option<(&'static Field, &Value)> {
    let mut set = message.iter().filter(|(_, value)| !is_zero(value));
    let only = set.next()?;
    set.next().is_none().then_some(only)
}

/// Whether a value is what the field reads as where it is absent.
fn is_absent(field: &Field, message: &Message, value: &Value) -> bool {
    let position = message
        .schema()
        .fields()
        .iter()
        .position(|other| other.number() == field.number());
    let absent = position.and_then(|at| Message::new(message.schema()).read(at));
    match absent {
        Some(absent) => absent == *value,
        None => is_zero(value),
    }
}

/// Whether a value says nothing: zero, empty, or a message in which nothing is set.
pub(super) fn is_zero(value: &Value) -> bool {
    match value {
        Value::Null | Value::Unit => true,
        Value::Bool(value) => !value,
        Value::Int(value) => *value == 0,
        Value::Uint(value) => *value == 0,
        Value::Float32(value) => value.to_bits() == 0,
        Value::Float64(value) => value.to_bits() == 0,
        Value::Char(value) => *value == '\0',
        Value::String(value) => value.is_empty(),
        Value::Bytes(value) => value.iter().all(|byte| *byte == 0),
        Value::Uuid(value) => *value == [0; 16],
        Value::Duration(value) => value.is_zero(),
        Value::Timestamp(value) => *value == std::time::SystemTime::UNIX_EPOCH,
        Value::Opaque(value) => value.as_bytes().is_empty(),
        Value::Enum(value) => *value == 0,
        Value::List(value) => value.is_empty(),
        Value::Map(value) => value.is_empty(),
        Value::Message(message) => message.iter().all(|(_, value)| is_zero(value)),
        _ => false,
    }
}

fn scalars(written: &Value, read: &Value, ty: &Type, read_ty: &Type) -> bool {
    if let (Value::Enum(written), Value::Enum(read)) = (written, read) {
        return enums(*written, *read, ty, read_ty);
    }
    match (number(written), number(read)) {
        (Some(written), Some(read)) => return written == read,
        (Some(Number::Whole(number)), None) => return is_named(ty, number, read),
        (None, Some(Number::Whole(number))) => return is_named(read_ty, number, written),
        _ => {}
    }
    if let (Value::Uuid(one), Value::String(text)) | (Value::String(text), Value::Uuid(one)) =
        (written, read)
    {
        return uuid(one) == *text;
    }
    match (text(written), text(read)) {
        (Some(written), Some(read)) => written == read,
        _ => match (written, read) {
            (Value::Float32(_) | Value::Float64(_), Value::Float32(_) | Value::Float64(_)) => {
                match (float(written), float(read)) {
                    (Some(written), Some(read)) => {
                        written.to_bits() == read.to_bits() || written.is_nan() && read.is_nan()
                    }
                    _ => false,
                }
            }
            (written, read) => written == read,
        },
    }
}

/// Whether two numbers are one value of an enum: what one side lists, by what it is on the other, and otherwise the number itself.
fn enums(written: i32, read: i32, ty: &Type, read_ty: &Type) -> bool {
    let (Type::Enum(link), Type::Enum(read_link)) = (ty, read_ty) else {
        return written == read;
    };
    let (own, others) = (link.schema().values(), read_link.schema().values());
    let Some(value) = own.iter().find(|value| value.number() == written) else {
        return written == read;
    };
    match counterpart(value, own, others) {
        Some(other) => other.number() == read,
        None => written == read && others.iter().all(|other| other.number() != read),
    }
}

/// Whether text is the name of an enum's value.
fn is_named(ty: &Type, number: i128, value: &Value) -> bool {
    let (Type::Enum(link), Value::String(name)) = (ty, value) else {
        return false;
    };
    let mut values = link.schema().values().iter();
    values.any(|value| i128::from(value.number()) == number && value.name() == name)
}

#[derive(PartialEq)]
enum Number {
    Whole(i128),
    Large(u128),
}

/// The whole number that a value is; a float is one where nothing is lost.
fn number(value: &Value) -> Option<Number> {
    Some(match value {
        Value::Bool(value) => Number::Whole((*value).into()),
        Value::Int(value) => Number::Whole(*value),
        Value::Uint(value) => i128::try_from(*value).map_or(Number::Large(*value), Number::Whole),
        Value::Enum(value) => Number::Whole((*value).into()),
        Value::Float32(_) | Value::Float64(_) => {
            let float = float(value)?;
            let is_whole = float.fract() == 0.0
                && float.abs() < 1e38
                && !(float == 0.0 && float.is_sign_negative());
            is_whole.then_some(Number::Whole(float as i128))?
        }
        _ => return None,
    })
}

fn float(value: &Value) -> Option<f64> {
    match value {
        Value::Float32(value) => Some(f64::from(*value)),
        Value::Float64(value) => Some(*value),
        _ => None,
    }
}

fn text(value: &Value) -> Option<Vec<u8>> {
    match value {
        Value::String(text) => Some(text.clone().into_bytes()),
        Value::Char(letter) => Some(letter.to_string().into_bytes()),
        Value::Bytes(bytes) => Some(bytes.clone()),
        Value::Opaque(value) => Some(value.as_bytes().to_vec()),
        Value::Uuid(uuid) => Some(uuid.to_vec()),
        _ => None,
    }
}

fn plain(ty: &Type) -> &Type {
    match ty {
        Type::Option(inner) => inner,
        ty => ty,
    }
}

fn element(ty: &Type) -> &Type {
    match ty {
        Type::List(element) | Type::Fixed(Type::List(element), _) => element,
        ty => ty,
    }
}
