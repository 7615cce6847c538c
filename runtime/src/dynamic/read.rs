//! What reads a value of a type that is data: each leaf as the Rust type of that name reads it, and the rest by the drivers.

use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;
use std::time::SystemTime;

use super::check::accepts;
use super::fields::Variant;
use super::message::{has_default, set_oneof};
use super::value::knows;
use super::{Key, Message, Value};
use crate::codec::{Codec, Decode, Elements, Entries, Mode, Place, Reader, Row, Writer, info};
use crate::error::{Error, Fault};
use crate::private::{unknown_value, verify};
use crate::schema::{Int, Presence, Schema, Type};
use crate::validate::Validate;

/// Where a value of a type is read to: what is there, and then what came.
#[derive(Debug)]
pub(super) struct Slot {
    ty: Type,
    pub(super) value: Option<Value>,
}

impl Slot {
    /// A slot that holds nothing.
    pub(super) const fn new(ty: Type) -> Self {
        Self { ty, value: None }
    }

    /// A slot that holds what is there.
    pub(super) const fn over(ty: Type, value: Option<Value>) -> Self {
        Self { ty, value }
    }

    /// Reads a value that stands at a place.
    pub(super) fn read<'de, R: Reader<'de>>(
        &mut self,
        r: &mut R,
        at: Row<'_>,
        mode: Mode,
    ) -> Result<(), Error> {
        let prior = match mode {
            Mode::Merge if self.ty.is_merged() => self.value.take(),
            _ => None,
        };
        self.value = Some(match self.ty {
            Type::Bool => Value::Bool(bool::decode(r, at)?),
            Type::Int(int) => integer(int, r, at)?,
            Type::Float32 => Value::Float32(f32::decode(r, at)?),
            Type::Float64 => Value::Float64(f64::decode(r, at)?),
            Type::Char => Value::Char(char::decode(r, at)?),
            Type::String => Value::String(String::decode(r, at)?),
            Type::Bytes => Value::Bytes(Vec::decode(r, at)?),
            Type::Uuid => Value::Uuid(r.uuid(at)?),
            Type::Duration => {
                let mut span = match prior {
                    Some(Value::Duration(span)) => span,
                    _ => Duration::ZERO,
                };
                span.decode_into(r, at, mode)?;
                Value::Duration(span)
            }
            Type::Timestamp => {
                let mut time = match prior {
                    Some(Value::Timestamp(time)) => time,
                    _ => SystemTime::UNIX_EPOCH,
                };
                time.decode_into(r, at, mode)?;
                Value::Timestamp(time)
            }
            Type::Opaque => Value::Opaque(r.opaque(at)?),
            Type::Unit => {
                r.unit(at)?;
                Value::Unit
            }
            Type::Enum(link) => enumeration(link.schema(), r, at)?,
            Type::Message(link) => message(link.schema(), prior, r, at, mode)?,
            Type::Union(link) => union(link.schema(), prior, r, at)?,
            Type::List(element) => {
                let mut elements = match prior {
                    Some(Value::List(elements)) => elements,
                    _ => Vec::new(),
                };
                r.list(at, &mut List::of(*element, &mut elements))?;
                Value::List(elements)
            }
            Type::Fixed(inner, len) => array(*inner, len, r, at)?,
            Type::Map(key, value) => {
                let mut map = Map::of(*key, *value);
                if let Some(Value::Map(entries)) = prior {
                    map.entries = entries;
                }
                r.map(at, &mut map)?;
                Value::Map(map.entries)
            }
            Type::Option(inner) => {
                let prior = prior.filter(|value| *value != Value::Null);
                let mut held = Some(Slot::over(*inner, prior));
                let read = r.option(at, &mut held, mode);
                let value = held.and_then(|slot| slot.value);
                if let Err(error) = read {
                    // What was there stays, where this is a value that an enum does not know.
                    self.value = value;
                    return Err(error);
                }
                value.unwrap_or(Value::Null)
            }
        });
        Ok(())
    }
}

impl Validate for Slot {}

impl Codec for Slot {
    /// One whose values are merged; what is not merged is replaced by [`Slot::read`].
    const TYPE: Type = Type::Option(&Type::Unit);
    /// What is there is read over, and stays where what comes is a value that an enum does not know.
    const IN_PLACE: bool = true;

    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        match &self.value {
            Some(value) => value.encode(w, at),
            None => w.absent(at),
        }
    }
}

impl<'de> Decode<'de> for Slot {
    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        let place = info(&at);
        let mut slot = Self::new(place.ty);
        slot.read(r, Row(&place), Mode::Merge)?;
        Ok(slot)
    }

    fn decode_into<R: Reader<'de>, P: Place>(
        &mut self,
        r: &mut R,
        at: P,
        mode: Mode,
    ) -> Result<(), Error> {
        let place = info(&at);
        self.read(r, Row(&place), mode)
    }

    fn clear(&mut self) -> bool {
        self.value = None;
        true
    }
}

fn integer<'de, R: Reader<'de>>(int: Int, r: &mut R, at: Row<'_>) -> Result<Value, Error> {
    macro_rules! of {
        ($($variant:ident: $ty:ty),*) => {
            match int {
                $(Int::$variant => <$ty>::decode(r, at)?.into(),)*
                Int::Usize => Value::Int(usize::decode(r, at)? as i128),
                Int::Isize => Value::Int(isize::decode(r, at)? as i128),
            }
        };
    }
    Ok(
        of!(U8: u8, U16: u16, U32: u32, U64: u64, U128: u128, I8: i8, I16: i16, I32: i32, I64: i64, I128: i128),
    )
}

fn enumeration<'de, R: Reader<'de>>(
    schema: &'static Schema,
    r: &mut R,
    at: Row<'_>,
) -> Result<Value, Error> {
    let number = r.enumeration(at, schema)?;
    match knows(schema, number) {
        true => Ok(Value::Enum(number)),
        false => Err(unknown_value(r, number)),
    }
}

fn message<'de, R: Reader<'de>>(
    schema: &'static Schema,
    prior: Option<Value>,
    r: &mut R,
    at: Row<'_>,
    mode: Mode,
) -> Result<Value, Error> {
    let mut message = match prior {
        Some(Value::Message(message)) if message.schema().name() == schema.name() => message,
        _ => Message::new(schema),
    };
    r.message(at, &mut message, mode)?;
    finish(&mut message, r)?;
    Ok(Value::Message(message))
}

/// Refuses a message that lacks what must be there, and gives a oneof its default.
fn finish<'de, R: Reader<'de>>(message: &mut Message, r: &R) -> Result<(), Error> {
    let schema = message.schema();
    for (field, value) in schema.fields().iter().zip(&message.values) {
        if value.is_some() || field.oneof().is_some() {
            continue;
        }
        if field.presence() == Presence::Required {
            return Err(r.error(Fault::Missing(field.name())));
        }
        if !has_default(field) {
            return Err(r.error(Fault::NoDefault).within(field.name()));
        }
    }
    for oneof in schema.oneofs() {
        if !set_oneof(message, oneof) {
            return Err(r.error(Fault::Missing(oneof.name())));
        }
    }
    Ok(())
}

fn union<'de, R: Reader<'de>>(
    schema: &'static Schema,
    prior: Option<Value>,
    r: &mut R,
    at: Row<'_>,
) -> Result<Value, Error> {
    let mut choice = Variant {
        schema,
        union: match prior {
            Some(Value::Union(union)) => Some(*union),
            _ => None,
        },
    };
    r.union(at, &mut choice)?;
    let Some(union) = choice.union else {
        return Err(r.error(Fault::Missing("")));
    };
    verify(r, |context| accepts(&union, context));
    Ok(union.into())
}

/// A list, or bytes, of exactly that length. What is beyond it is read and counted, and not held.
fn array<'de, R: Reader<'de>>(
    inner: Type,
    len: usize,
    r: &mut R,
    at: Row<'_>,
) -> Result<Value, Error> {
    let Type::List(element) = inner else {
        let bytes = Vec::<u8>::decode(r, at)?;
        let found = bytes.len();
        return match found == len {
            true => Ok(Value::Bytes(bytes)),
            false => Err(r.error(Fault::Length {
                expected: len,
                found,
            })),
        };
    };
    let mut elements = Vec::new();
    let mut list = List::of(*element, &mut elements);
    list.max = len;
    r.list(at, &mut list)?;
    let found = list.beyond + list.elements.len();
    match found == len {
        true => Ok(Value::List(elements)),
        false => Err(r.error(Fault::Length {
            expected: len,
            found,
        })),
    }
}

/// The elements of a list as they come.
struct List<'v> {
    ty: Type,
    elements: &'v mut Vec<Value>,
    max: usize,
    beyond: usize,
}

impl<'v> List<'v> {
    const fn of(ty: Type, elements: &'v mut Vec<Value>) -> Self {
        Self {
            ty,
            elements,
            max: usize::MAX,
            beyond: 0,
        }
    }
}

impl<'de> Elements<'de> for List<'_> {
    const SIZE: usize = size_of::<Value>();

    fn reserve(&mut self, additional: usize) {
        let room = self.max - self.elements.len().min(self.max);
        self.elements.reserve(additional.min(room));
    }

    fn element<R: Reader<'de>, P: Place>(&mut self, r: &mut R, at: P) -> Result<(), Error> {
        let mut slot = Slot::new(self.ty);
        slot.decode_into(r, at, Mode::Merge)?;
        match slot.value {
            Some(value) if self.elements.len() < self.max => self.elements.push(value),
            _ => self.beyond += 1,
        }
        Ok(())
    }
}

/// The entries of a map as they come.
struct Map {
    types: (Type, Type),
    entries: alloc::collections::BTreeMap<Key, Value>,
    key: Option<Key>,
    value: Option<Value>,
}

impl Map {
    const fn of(key: Type, value: Type) -> Self {
        Self {
            types: (key, value),
            entries: alloc::collections::BTreeMap::new(),
            key: None,
            value: None,
        }
    }
}

impl<'de> Entries<'de> for Map {
    const SIZE: usize = crate::codec::impls::bucket(size_of::<(Key, Value)>());

    fn reserve(&mut self, _additional: usize) {}

    fn start(&mut self) {
        (self.key, self.value) = (None, None);
    }

    fn key<R: Reader<'de>, P: Place>(&mut self, r: &mut R, at: P) -> Result<(), Error> {
        let mut slot = Slot::new(self.types.0);
        slot.decode_into(r, at, Mode::Merge)?;
        self.key = slot.value.and_then(|value| value.try_into().ok());
        Ok(())
    }

    fn value<R: Reader<'de>, P: Place>(&mut self, r: &mut R, at: P) -> Result<(), Error> {
        let prior = self.value.take().filter(|_| R::MERGES);
        let mut slot = Slot::over(self.types.1, prior);
        slot.decode_into(r, at, Mode::Merge)?;
        self.value = slot.value;
        Ok(())
    }

    fn text(&self) -> String {
        let key = self.key.as_ref();
        key.map(|key| key.text(&self.types.0)).unwrap_or_default()
    }

    fn insert<R: Reader<'de>>(&mut self, r: &mut R) -> Result<(), Error> {
        let (key, value) = self.types;
        let Some(value) = self.value.take().or_else(|| Value::absent(&value)) else {
            return Err(r.error(Fault::NoDefault));
        };
        let absent = || Value::absent(&key)?.try_into().ok();
        let Some(key) = self.key.take().or_else(absent) else {
            return Err(r.error(Fault::NoDefault));
        };
        self.entries.insert(key, value);
        Ok(())
    }
}
