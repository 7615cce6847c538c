//! [`Shape`]: the type of a value, owned.

use alloc::boxed::Box;
use alloc::string::String;

use crate::schema::{Int, Type};

/// The type of a value: a [`Type`] whose links are names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[allow(missing_docs, reason = "each is the `Type` of its name")]
pub enum Shape {
    Bool,
    Int(Int),
    Float32,
    Float64,
    Char,
    String,
    Bytes,
    Uuid,
    Duration,
    Timestamp,
    Opaque,
    Unit,
    /// A message or an enum, by its full name.
    Named(String),
    List(Box<Shape>),
    Fixed(Box<Shape>, usize),
    Map(Box<Shape>, Box<Shape>),
    Option(Box<Shape>),
}

impl Shape {
    /// Calls `told` with the full name of each type that it names.
    pub fn each_name<'s>(&'s self, told: &mut impl FnMut(&'s str)) {
        match self {
            Self::Named(name) => told(name),
            Self::List(inner) | Self::Fixed(inner, _) | Self::Option(inner) => {
                inner.each_name(told)
            }
            Self::Map(key, value) => {
                key.each_name(told);
                value.each_name(told);
            }
            _ => {}
        }
    }

    /// What a type says.
    #[must_use]
    pub fn of(ty: &Type) -> Self {
        let inner = |ty: &Type| Box::new(Self::of(ty));
        match ty {
            Type::Bool => Self::Bool,
            Type::Int(int) => Self::Int(*int),
            Type::Float32 => Self::Float32,
            Type::Float64 => Self::Float64,
            Type::Char => Self::Char,
            Type::String => Self::String,
            Type::Bytes => Self::Bytes,
            Type::Uuid => Self::Uuid,
            Type::Duration => Self::Duration,
            Type::Timestamp => Self::Timestamp,
            Type::Opaque => Self::Opaque,
            Type::Unit => Self::Unit,
            Type::Enum(link) | Type::Message(link) | Type::Union(link) => {
                Self::Named(link.schema().full_name().into_owned())
            }
            Type::List(element) => Self::List(inner(element)),
            Type::Fixed(list, len) => Self::Fixed(inner(list), *len),
            Type::Map(key, value) => Self::Map(inner(key), inner(value)),
            Type::Option(held) => Self::Option(inner(held)),
        }
    }
}

/// As a [`Type`] stands in a generic type's full name.
impl core::fmt::Display for Shape {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Bool => f.write_str("bool"),
            Self::Int(int) => f.write_str(int.name()),
            Self::Float32 => f.write_str("f32"),
            Self::Float64 => f.write_str("f64"),
            Self::Char => f.write_str("char"),
            Self::String => f.write_str("string"),
            Self::Bytes => f.write_str("bytes"),
            Self::Uuid => f.write_str("uuid"),
            Self::Duration => f.write_str("duration"),
            Self::Timestamp => f.write_str("timestamp"),
            Self::Opaque => f.write_str("opaque"),
            Self::Unit => f.write_str("unit"),
            Self::Named(name) => f.write_str(name),
            Self::List(element) => write!(f, "list<{element}>"),
            Self::Fixed(inner, len) => match &**inner {
                Self::List(element) => write!(f, "array<{element},{len}>"),
                inner => write!(f, "{inner}<{len}>"),
            },
            Self::Map(key, value) => write!(f, "map<{key},{value}>"),
            Self::Option(inner) => write!(f, "option<{inner}>"),
        }
    }
}
