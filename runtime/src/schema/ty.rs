//! [`Type`]: the type of a value.

use core::fmt;

use super::{Form, Link, Schema};

/// An integer type of Rust.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each variant is the Rust type of its name")]
pub enum Int {
    U8,
    U16,
    U32,
    U64,
    U128,
    Usize,
    I8,
    I16,
    I32,
    I64,
    I128,
    Isize,
}

/// The type of a value.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Type {
    /// `bool`.
    Bool,
    /// An integer.
    Int(Int),
    /// `f32`.
    Float32,
    /// `f64`.
    Float64,
    /// `char`.
    Char,
    /// UTF-8 text.
    String,
    /// Bytes.
    Bytes,
    /// A UUID: its 16 bytes, and text in JSON.
    Uuid,
    /// A span of time, google.protobuf.Duration.
    Duration,
    /// A point in time, google.protobuf.Timestamp.
    Timestamp,
    /// A value whose form is another library's: any on MessagePack and JSON, bytes on protobuf.
    Opaque,
    /// A struct without fields, or `()`.
    Unit,
    /// An enum without data.
    Enum(Link),
    /// A message.
    Message(Link),
    /// An enum with data.
    Union(Link),
    /// A list or set of elements.
    List(&'static Type),
    /// A list of elements, or bytes, of exactly that length: an array. Drivers find what is within; see
    /// [`plain`](Type::plain).
    Fixed(&'static Type, usize),
    /// A map from key to value.
    Map(&'static Type, &'static Type),
    /// A value that may be absent.
    Option(&'static Type),
}

impl Type {
    /// Whether nil stands for a value of this type, so that it cannot stand in an `Option`.
    #[must_use]
    #[inline]
    pub const fn is_nilable(&self) -> bool {
        matches!(self, Type::Option(_) | Type::Unit)
    }

    /// Whether this is a list or a map.
    #[must_use]
    #[inline]
    pub const fn is_collection(&self) -> bool {
        matches!(self.plain(), Type::List(_) | Type::Map(..))
    }

    /// The type without a fixed length: what a wire writes is the same.
    #[must_use]
    #[inline]
    pub const fn plain(&self) -> Type {
        match self {
            Type::Fixed(inner, _) => **inner,
            other => *other,
        }
    }

    /// Whether a second value is merged into the first where a wire does that, rather than put in its place.
    #[must_use]
    #[inline]
    pub const fn is_merged(&self) -> bool {
        matches!(
            self,
            Type::Duration
                | Type::Timestamp
                | Type::Message(_)
                | Type::Union(_)
                | Type::List(_)
                | Type::Map(..)
                | Type::Option(_)
        )
    }

    /// A message, by the function that gives its schema.
    #[must_use]
    #[inline]
    pub const fn message(schema: fn() -> &'static Schema) -> Self {
        Type::Message(Link::to(schema))
    }

    /// A well-known message, by its form and the function that gives its schema.
    #[must_use]
    #[inline]
    pub const fn known(form: Form, schema: fn() -> &'static Schema) -> Self {
        Type::Message(Link::to(schema).with_form(form))
    }

    /// An enum without data, by the function that gives its schema.
    #[must_use]
    #[inline]
    pub const fn enumeration(schema: fn() -> &'static Schema) -> Self {
        Type::Enum(Link::to(schema))
    }

    /// An enum with data, by the function that gives its schema.
    #[must_use]
    #[inline]
    pub const fn union(schema: fn() -> &'static Schema) -> Self {
        Type::Union(Link::to(schema))
    }

    /// The schema behind a message or an enum.
    #[must_use]
    pub fn schema(&self) -> Option<&'static Schema> {
        match self {
            Type::Enum(link) | Type::Message(link) | Type::Union(link) => Some(link.schema()),
            _ => None,
        }
    }
}

/// The type as it stands in a generic type's full name.
impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Type::Bool => f.write_str("bool"),
            Type::Int(int) => f.write_str(int.name()),
            Type::Float32 => f.write_str("f32"),
            Type::Float64 => f.write_str("f64"),
            Type::Char => f.write_str("char"),
            Type::String => f.write_str("string"),
            Type::Bytes => f.write_str("bytes"),
            Type::Uuid => f.write_str("uuid"),
            Type::Duration => f.write_str("duration"),
            Type::Timestamp => f.write_str("timestamp"),
            Type::Opaque => f.write_str("opaque"),
            Type::Unit => f.write_str("unit"),
            Type::Enum(link) | Type::Message(link) | Type::Union(link) => {
                f.write_str(&link.schema().full_name())
            }
            Type::List(element) => write!(f, "list<{element}>"),
            Type::Fixed(Type::List(element), len) => write!(f, "array<{element},{len}>"),
            Type::Fixed(inner, len) => write!(f, "{inner}<{len}>"),
            Type::Map(key, value) => write!(f, "map<{key},{value}>"),
            Type::Option(inner) => write!(f, "option<{inner}>"),
        }
    }
}

impl Int {
    /// The Rust type's name.
    #[must_use]
    #[inline]
    pub const fn name(self) -> &'static str {
        match self {
            Int::U8 => "u8",
            Int::U16 => "u16",
            Int::U32 => "u32",
            Int::U64 => "u64",
            Int::U128 => "u128",
            Int::Usize => "usize",
            Int::I8 => "i8",
            Int::I16 => "i16",
            Int::I32 => "i32",
            Int::I64 => "i64",
            Int::I128 => "i128",
            Int::Isize => "isize",
        }
    }

    /// Whether protobuf and ProtoJSON treat the integer as one of 64 bits.
    #[must_use]
    #[inline]
    pub const fn is_wide(self) -> bool {
        matches!(self, Int::U64 | Int::I64 | Int::Usize | Int::Isize)
    }

    /// Whether this is `u128` or `i128`.
    #[must_use]
    #[inline]
    pub const fn is_128(self) -> bool {
        matches!(self, Int::U128 | Int::I128)
    }

    /// Whether negative values exist.
    #[must_use]
    #[inline]
    pub const fn is_signed(self) -> bool {
        matches!(
            self,
            Int::I8 | Int::I16 | Int::I32 | Int::I64 | Int::I128 | Int::Isize
        )
    }
}
