//! The protobuf type whose rules a value obeys: the first half of a rule id.

use core::fmt;

/// The protobuf type whose rules a value obeys; `uint32` in the rule id `uint32.gt`.
///
/// A Rust type has one by default (`u32` is [`Kind::Uint32`]); [`Rule::Kind`](super::Rule::Kind) names another where the
/// field is encoded differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum Kind {
    Bool,
    Int32,
    Int64,
    Uint32,
    Uint64,
    Sint32,
    Sint64,
    Fixed32,
    Fixed64,
    Sfixed32,
    Sfixed64,
    /// `i128`, which protobuf has no type for.
    Int128,
    /// `u128`, which protobuf has no type for.
    Uint128,
    Float,
    Double,
    String,
    Bytes,
    Enum,
    Duration,
    Timestamp,
    Repeated,
    Map,
    Any,
    FieldMask,
}

impl Kind {
    /// The name as it stands in a rule id, such as `sint32`.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Bool => "bool",
            Kind::Int32 => "int32",
            Kind::Int64 => "int64",
            Kind::Uint32 => "uint32",
            Kind::Uint64 => "uint64",
            Kind::Sint32 => "sint32",
            Kind::Sint64 => "sint64",
            Kind::Fixed32 => "fixed32",
            Kind::Fixed64 => "fixed64",
            Kind::Sfixed32 => "sfixed32",
            Kind::Sfixed64 => "sfixed64",
            Kind::Int128 => "int128",
            Kind::Uint128 => "uint128",
            Kind::Float => "float",
            Kind::Double => "double",
            Kind::String => "string",
            Kind::Bytes => "bytes",
            Kind::Enum => "enum",
            Kind::Duration => "duration",
            Kind::Timestamp => "timestamp",
            Kind::Repeated => "repeated",
            Kind::Map => "map",
            Kind::Any => "any",
            Kind::FieldMask => "field_mask",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
