//! [`Value`]: what a value of a type that is data holds.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::cell::RefCell;
use core::time::Duration;
use std::time::SystemTime;

use super::{Message, Opaque, Union};
use crate::codec::MapKey;
use crate::dispatch::Wire;
use crate::options::Options;
use crate::schema::{Int, Kind, Schema, Type};
use crate::uuid;
use crate::validate::Literal;

/// A value whose type is known from a [`Type`] only.
///
/// ```
/// use everwire::dynamic::{Dynamic, Value};
/// use everwire::{Codec, Wire};
///
/// #[derive(Codec)]
/// struct Line { #[codec(1)] sku: String, #[codec(2)] sizes: Vec<u32> }
///
/// let bytes = Wire::MsgPack.encode(&Line { sku: "A-1".into(), sizes: vec![3, 200] })?;
/// let line = Dynamic::decode(Line::SCHEMA, Wire::MsgPack, &bytes)?;
/// let message = line.value().as_message().unwrap();
/// assert_eq!(message.get("sku"), Some(&Value::from("A-1")));
/// assert_eq!(message.get("sizes"), Some(&Value::List(vec![3.into(), 200.into()])));
/// # Ok::<(), everwire::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Value {
    /// An `Option` that holds nothing.
    Null,
    /// `()`, a unit struct, or a variant without data.
    Unit,
    /// `bool`.
    Bool(bool),
    /// An integer of any type but `u128`.
    Int(i128),
    /// A `u128`.
    Uint(u128),
    /// `f32`.
    Float32(f32),
    /// `f64`.
    Float64(f64),
    /// `char`.
    Char(char),
    /// Text.
    String(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// A UUID.
    Uuid([u8; 16]),
    /// A span of time.
    Duration(Duration),
    /// A point in time.
    Timestamp(SystemTime),
    /// A value whose form is another library's.
    Opaque(Opaque),
    /// The number of a value of an enum without data.
    Enum(i32),
    /// The elements of a list, an array or a set.
    List(Vec<Value>),
    /// The entries of a map, in the order of their keys.
    Map(BTreeMap<Key, Value>),
    /// A message.
    Message(Message),
    /// A variant of an enum with data.
    Union(Box<Union>),
}

/// The key of a map.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Key {
    /// `bool`.
    Bool(bool),
    /// An integer of any type but `u128`.
    Int(i128),
    /// A `u128`.
    Uint(u128),
    /// `char`.
    Char(char),
    /// Text.
    String(String),
    /// A UUID.
    Uuid([u8; 16]),
    /// The number of a value of an enum without data.
    Enum(i32),
}

/// How many defaults may be read within each other.
const DEFAULTS: usize = 64;

std::thread_local! {
    /// The defaults that are being read, by their types and bytes.
    static BEING_READ: RefCell<Vec<(String, Vec<u8>)>> = const { RefCell::new(Vec::new()) };
}

impl Value {
    /// What an absent field of this type reads as: zero, empty, or nothing. `None` where the type has no such value: a closed enum without
    /// 0, an enum with data, an array of those.
    ///
    /// ```
    /// use everwire::dynamic::Value;
    /// use everwire::{Codec, Type};
    ///
    /// assert_eq!(Value::absent(&String::TYPE), Some(Value::from("")));
    /// assert_eq!(Value::absent(&<Option<u32>>::TYPE), Some(Value::Null));
    /// assert_eq!(Value::absent(&<[bool; 2]>::TYPE), Some(Value::List(vec![false.into(), false.into()])));
    /// ```
    #[must_use]
    pub fn absent(ty: &Type) -> Option<Self> {
        Some(match ty {
            Type::Bool => Self::Bool(false),
            Type::Int(Int::U128) => Self::Uint(0),
            Type::Int(_) => Self::Int(0),
            Type::Float32 => Self::Float32(0.0),
            Type::Float64 => Self::Float64(0.0),
            Type::Char => Self::Char('\0'),
            Type::String => Self::String(String::new()),
            Type::Bytes => Self::Bytes(Vec::new()),
            Type::Uuid => Self::Uuid([0; 16]),
            Type::Duration => Self::Duration(Duration::ZERO),
            Type::Timestamp => Self::Timestamp(SystemTime::UNIX_EPOCH),
            Type::Opaque => Self::Opaque(Opaque::ABSENT),
            Type::Unit => Self::Unit,
            Type::Enum(link) => match knows(link.schema(), 0) {
                true => Self::Enum(0),
                false => return None,
            },
            Type::Message(link) => Self::Message(Message::absent(link.schema())?),
            Type::Union(_) => return None,
            Type::List(_) => Self::List(Vec::new()),
            Type::Map(..) => Self::Map(BTreeMap::new()),
            Type::Option(_) => Self::Null,
            Type::Fixed(Type::List(element), len) => {
                let mut elements = Vec::with_capacity(*len);
                for _ in 0..*len {
                    elements.push(Self::absent(element)?);
                }
                Self::List(elements)
            }
            Type::Fixed(_, len) => Self::Bytes(alloc::vec![0; *len]),
        })
    }

    /// The value of a literal in a field of this type.
    pub(super) fn literal(literal: Literal, ty: &Type) -> Option<Self> {
        let ty = match ty {
            Type::Option(inner) => inner,
            ty => ty,
        };
        Some(match (literal, ty) {
            (Literal::Bool(value), _) => Self::Bool(value),
            (Literal::Int(number), Type::Enum(_)) => Self::Enum(number.try_into().ok()?),
            (Literal::Int(number), Type::Int(Int::U128)) => Self::Uint(number.try_into().ok()?),
            (Literal::Int(number), Type::Float32) => Self::Float32(number as f32),
            (Literal::Int(number), Type::Float64) => Self::Float64(number as f64),
            (Literal::Int(number), _) => Self::Int(number),
            (Literal::Uint(number), Type::Int(Int::U128)) => Self::Uint(number),
            (Literal::Uint(number), _) => Self::Int(number.try_into().ok()?),
            (Literal::Float(value), Type::Float32) => Self::Float32(value as f32),
            (Literal::Float(value), _) => Self::Float64(value),
            (Literal::Str(text), Type::Char) => Self::Char(text.chars().next()?),
            (Literal::Str(text), _) => Self::String(text.into()),
            (Literal::Bytes(bytes), _) => Self::Bytes(bytes.into()),
            _ => return None,
        })
    }

    /// The value of a type whose bytes on MessagePack these are.
    pub(super) fn from_msgpack(ty: &Type, bytes: &[u8]) -> Option<Self> {
        let own = (ty.to_string(), Vec::from(bytes));
        // A default that is needed while it is read has no end.
        let is_new = BEING_READ.with_borrow_mut(|being_read| {
            let is_new = being_read.len() < DEFAULTS && !being_read.contains(&own);
            if is_new {
                being_read.push(own);
            }
            is_new
        });
        if !is_new {
            return None;
        }
        let options = Options::new().validate(false);
        let read = super::root::read(*ty, Wire::MsgPack, bytes, &options);
        BEING_READ.with_borrow_mut(Vec::pop);
        read.ok()?.0
    }

    /// Whether [`absent`](Self::absent) makes a value, without making it.
    pub(super) fn has_absent(ty: &Type) -> bool {
        match ty {
            Type::Enum(link) => knows(link.schema(), 0),
            Type::Message(link) => super::message::has_absent(link.schema()),
            Type::Union(_) => false,
            Type::Fixed(Type::List(element), len) => *len == 0 || Self::has_absent(element),
            _ => true,
        }
    }

    /// What this holds, in a word, for an error.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Unit => "unit",
            Self::Bool(_) => "bool",
            Self::Int(_) | Self::Uint(_) => "integer",
            Self::Float32(_) => "f32",
            Self::Float64(_) => "f64",
            Self::Char(_) => "char",
            Self::String(_) => "string",
            Self::Bytes(_) => "bytes",
            Self::Uuid(_) => "uuid",
            Self::Duration(_) => "duration",
            Self::Timestamp(_) => "timestamp",
            Self::Opaque(_) => "opaque",
            Self::Enum(_) => "enum",
            Self::List(_) => "list",
            Self::Map(_) => "map",
            Self::Message(_) => "message",
            Self::Union(_) => "enum with data",
        }
    }

    /// The message, if this is one.
    #[must_use]
    pub fn as_message(&self) -> Option<&Message> {
        match self {
            Self::Message(message) => Some(message),
            _ => None,
        }
    }

    /// The message, if this is one.
    #[must_use]
    pub fn as_message_mut(&mut self) -> Option<&mut Message> {
        match self {
            Self::Message(message) => Some(message),
            _ => None,
        }
    }

    /// The active variant, if this is an enum with data.
    #[must_use]
    pub fn as_union(&self) -> Option<&Union> {
        match self {
            Self::Union(union) => Some(union),
            _ => None,
        }
    }

    /// The elements, if this is a list.
    #[must_use]
    pub fn as_list(&self) -> Option<&[Value]> {
        match self {
            Self::List(elements) => Some(elements),
            _ => None,
        }
    }

    /// The entries, if this is a map.
    #[must_use]
    pub fn as_map(&self) -> Option<&BTreeMap<Key, Value>> {
        match self {
            Self::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// The elements, if this is a list.
    #[must_use]
    pub fn as_list_mut(&mut self) -> Option<&mut Vec<Value>> {
        match self {
            Self::List(elements) => Some(elements),
            _ => None,
        }
    }

    /// The entries, if this is a map.
    #[must_use]
    pub fn as_map_mut(&mut self) -> Option<&mut BTreeMap<Key, Value>> {
        match self {
            Self::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// The text, if this is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The number, if this is an integer within `i128`, or the number of an enum's value.
    #[must_use]
    pub fn as_int(&self) -> Option<i128> {
        match self {
            Self::Int(number) => Some(*number),
            Self::Uint(number) => (*number).try_into().ok(),
            Self::Enum(number) => Some((*number).into()),
            _ => None,
        }
    }
}

/// Whether an enum without data has a value of that number, or keeps any.
pub(super) fn knows(schema: &Schema, number: i32) -> bool {
    let open = matches!(schema.kind(), Kind::Enum { open: true, .. });
    open || schema.values().iter().any(|value| value.number() == number)
}

macro_rules! from {
    ($($ty:ty => $variant:ident;)*) => {$(
        impl From<$ty> for Value {
            fn from(value: $ty) -> Self {
                Self::$variant(value.into())
            }
        }
    )*};
}

from! {
    bool => Bool;
    u8 => Int;
    u16 => Int;
    u32 => Int;
    u64 => Int;
    i8 => Int;
    i16 => Int;
    i32 => Int;
    i64 => Int;
    i128 => Int;
    u128 => Uint;
    f32 => Float32;
    f64 => Float64;
    char => Char;
    &str => String;
    String => String;
    Duration => Duration;
    SystemTime => Timestamp;
    Vec<Value> => List;
    Vec<u8> => Bytes;
    Message => Message;
}

impl From<Union> for Value {
    fn from(union: Union) -> Self {
        Self::Union(Box::new(union))
    }
}

impl Key {
    /// The key of that text, as the path of an error has it, in a map whose keys are of this type.
    pub(super) fn text(&self, ty: &Type) -> String {
        match self {
            Self::Bool(key) => key.text(),
            Self::Int(key) => key.text(),
            Self::Uint(key) => key.text(),
            Self::Char(key) => key.text(),
            Self::String(key) => key.clone(),
            Self::Uuid(key) => uuid::string(key),
            Self::Enum(number) => {
                let schema = ty.schema();
                let values = schema.map_or(&[][..], Schema::values);
                let listed = values.iter().find(|value| value.number() == *number);
                listed.map_or_else(|| number.to_string(), |value| value.name().into())
            }
        }
    }
}

impl TryFrom<Value> for Key {
    type Error = Value;

    fn try_from(value: Value) -> Result<Self, Value> {
        Ok(match value {
            Value::Bool(key) => Self::Bool(key),
            Value::Int(key) => Self::Int(key),
            Value::Uint(key) => Self::Uint(key),
            Value::Char(key) => Self::Char(key),
            Value::String(key) => Self::String(key),
            Value::Uuid(key) => Self::Uuid(key),
            Value::Enum(key) => Self::Enum(key),
            other => return Err(other),
        })
    }
}

impl From<Key> for Value {
    fn from(key: Key) -> Self {
        match key {
            Key::Bool(key) => Self::Bool(key),
            Key::Int(key) => Self::Int(key),
            Key::Uint(key) => Self::Uint(key),
            Key::Char(key) => Self::Char(key),
            Key::String(key) => Self::String(key),
            Key::Uuid(key) => Self::Uuid(key),
            Key::Enum(key) => Self::Enum(key),
        }
    }
}
