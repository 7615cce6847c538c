//! Defaults that are bytes: each is a value of its field, and has an end.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::extent::LARGEST;
use super::message::Active;
use super::refused::Refused;
use super::{Message, Value, misfit};
use crate::schema::{Field, Presence, Schema, Type};

/// Checks the defaults of the types that were made.
pub(super) fn check(types: &BTreeMap<String, &'static Schema>) -> Result<(), Refused> {
    let mut sizes = Sizes::default();
    for (name, schema) in types {
        for field in schema.fields().iter().filter(|one| one.oneof().is_none()) {
            if let Some(bytes) = field.default_bytes() {
                fits(name, field.name(), field.ty(), &bytes, &mut sizes)?;
            }
        }
        for oneof in schema.oneofs() {
            if let Some((ty, bytes)) = oneof.default() {
                fits(name, oneof.name(), ty, &bytes, &mut sizes)?;
            }
        }
    }
    Ok(())
}

/// Checks one default. One without bytes is none that a table can have.
fn fits(name: &str, field: &str, ty: Type, bytes: &[u8], sizes: &mut Sizes) -> Result<(), Refused> {
    if bytes.is_empty() {
        return Ok(());
    }
    let value = Value::from_msgpack(&ty, bytes);
    let why = match value.map(|value| misfit::value(&value, &ty)) {
        None => "it cannot be read, or holds the message itself".into(),
        Some(Some(misfit)) => format!("{misfit}"),
        Some(None) => match sizes.of_bytes(&ty, bytes) {
            None => "it holds the message itself".into(),
            Some(size) if size > LARGEST => format!("it has more than {LARGEST} parts"),
            Some(_) => return Ok(()),
        },
    };
    let why = format!("the default of `{field}` does not fit: {why}");
    Err(Refused::new(name, &why))
}

/// Of how many parts values consist, with the defaults of all that is absent from them.
#[derive(Default)]
struct Sizes {
    /// The sizes of defaults, by their types and bytes; none of what is being counted.
    defaults: BTreeMap<(String, Vec<u8>), Option<usize>>,
    /// The same of absent messages, by where their schemas lie.
    messages: BTreeMap<usize, Option<usize>>,
}

impl Sizes {
    /// The size of a default; `None` where it has no end.
    fn of_bytes(&mut self, ty: &Type, bytes: &[u8]) -> Option<usize> {
        let own = (format!("{ty}"), Vec::from(bytes));
        if let Some(known) = self.defaults.get(&own) {
            return *known;
        }
        self.defaults.insert(own.clone(), None);
        let size = match Value::from_msgpack(ty, bytes) {
            Some(value) => self.of(&value)?,
            None => 1,
        };
        self.defaults.insert(own, Some(size));
        Some(size)
    }

    fn of(&mut self, value: &Value) -> Option<usize> {
        match value {
            Value::List(elements) => self.sum(elements.iter()),
            Value::Map(entries) => self.sum(entries.values()),
            Value::Message(message) => self.of_message(message),
            Value::Union(union) => match &union.active {
                Active::Known(_, value) => self.of(value),
                Active::Unknown(_) => Some(1),
            },
            _ => Some(1),
        }
    }

    fn sum<'v>(&mut self, mut values: impl Iterator<Item = &'v Value>) -> Option<usize> {
        values.try_fold(1_usize, |size, value| {
            Some(size.saturating_add(self.of(value)?))
        })
    }

    fn of_message(&mut self, message: &Message) -> Option<usize> {
        let schema = message.schema();
        let mut size = 1_usize;
        for (index, field) in schema.fields().iter().enumerate() {
            size = size.saturating_add(match message.at(index) {
                Some(value) => self.of(value)?,
                None => self.of_absent(field)?,
            });
        }
        let set = |name: &str| message.iter().any(|(field, _)| field.oneof() == Some(name));
        for oneof in schema.oneofs().iter().filter(|one| !set(one.name())) {
            if let Some((ty, bytes)) = oneof.default() {
                size = size.saturating_add(self.of_bytes(&ty, &bytes)?);
            }
        }
        Some(size)
    }

    fn of_absent(&mut self, field: &Field) -> Option<usize> {
        let ty = field.ty();
        if field.oneof().is_some()
            || field.presence() == Presence::Required
            || matches!(ty, Type::Option(_))
        {
            return Some(1);
        }
        match field.default_bytes() {
            Some(bytes) => self.of_bytes(&ty, &bytes),
            None => self.of_type(&ty),
        }
    }

    fn of_type(&mut self, ty: &Type) -> Option<usize> {
        match ty {
            Type::Message(link) => {
                let schema = link.schema();
                let own = core::ptr::from_ref(schema) as usize;
                if let Some(known) = self.messages.get(&own) {
                    return *known;
                }
                self.messages.insert(own, None);
                let size = self.of_message(&Message::new(schema))?;
                self.messages.insert(own, Some(size));
                Some(size)
            }
            Type::Fixed(Type::List(element), len) => {
                Some(self.of_type(element)?.saturating_mul(*len))
            }
            _ => Some(1),
        }
    }
}
