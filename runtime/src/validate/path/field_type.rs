//! The protobuf types of fields, as `google.protobuf.FieldDescriptorProto.Type` numbers them.

use crate::codec::Info;
use crate::schema::{Encoding, Int, Type};
use crate::wire::protobuf::is_wrapped;

/// The type of a field in protobuf: `google.protobuf.FieldDescriptorProto.Type`, by its numbers (`google/protobuf/descriptor.proto`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
#[allow(missing_docs, reason = "each variant is the protobuf type of its name")]
pub enum FieldType {
    Double = 1,
    Float = 2,
    Int64 = 3,
    Uint64 = 4,
    Int32 = 5,
    Fixed64 = 6,
    Fixed32 = 7,
    Bool = 8,
    String = 9,
    Group = 10,
    Message = 11,
    Bytes = 12,
    Uint32 = 13,
    Enum = 14,
    Sfixed32 = 15,
    Sfixed64 = 16,
    Sint32 = 17,
    Sint64 = 18,
}

impl FieldType {
    /// All types, by number.
    pub const ALL: [FieldType; 18] = [
        FieldType::Double,
        FieldType::Float,
        FieldType::Int64,
        FieldType::Uint64,
        FieldType::Int32,
        FieldType::Fixed64,
        FieldType::Fixed32,
        FieldType::Bool,
        FieldType::String,
        FieldType::Group,
        FieldType::Message,
        FieldType::Bytes,
        FieldType::Uint32,
        FieldType::Enum,
        FieldType::Sfixed32,
        FieldType::Sfixed64,
        FieldType::Sint32,
        FieldType::Sint64,
    ];

    /// The number of the type.
    #[must_use]
    pub const fn number(self) -> i32 {
        self as i32
    }

    /// The type of that number.
    #[must_use]
    pub fn from_number(number: i32) -> Option<FieldType> {
        FieldType::ALL.into_iter().find(|ty| ty.number() == number)
    }

    /// What stands at a place, as protobuf has it: of a list it is the type of the elements, of a map that of its entries.
    pub(super) const fn at(info: &Info) -> FieldType {
        if is_wrapped(info) {
            return FieldType::Message;
        }
        match info.ty {
            Type::Option(_) => FieldType::at(&info.some()),
            Type::List(_) => FieldType::at(&info.element()),
            Type::Map(..) | Type::Message(_) | Type::Union(_) if info.is_group() => {
                FieldType::Group
            }
            ty => FieldType::of(ty, info.encoding),
        }
    }

    const fn of(ty: Type, encoding: Encoding) -> FieldType {
        match (ty, encoding) {
            (Type::Bool, _) => FieldType::Bool,
            (Type::Int(int), encoding) => FieldType::of_integer(int, encoding),
            (Type::Float32, _) => FieldType::Float,
            (Type::Float64, _) => FieldType::Double,
            (Type::Char | Type::String, _) => FieldType::String,
            (Type::Bytes | Type::Uuid | Type::Opaque, _) => FieldType::Bytes,
            (Type::Enum(_), _) => FieldType::Enum,
            _ => FieldType::Message,
        }
    }

    const fn of_integer(int: Int, encoding: Encoding) -> FieldType {
        match (int, encoding) {
            (Int::U128 | Int::I128, _) => FieldType::Bytes,
            (Int::U64 | Int::Usize, Encoding::Fixed) => FieldType::Fixed64,
            (Int::U64 | Int::Usize, _) => FieldType::Uint64,
            (Int::U8 | Int::U16 | Int::U32, Encoding::Fixed) => FieldType::Fixed32,
            (Int::U8 | Int::U16 | Int::U32, _) => FieldType::Uint32,
            (Int::I64 | Int::Isize, Encoding::Fixed) => FieldType::Sfixed64,
            (Int::I64 | Int::Isize, Encoding::Zigzag) => FieldType::Sint64,
            (Int::I64 | Int::Isize, _) => FieldType::Int64,
            (Int::I8 | Int::I16 | Int::I32, Encoding::Fixed) => FieldType::Sfixed32,
            (Int::I8 | Int::I16 | Int::I32, Encoding::Zigzag) => FieldType::Sint32,
            (Int::I8 | Int::I16 | Int::I32, _) => FieldType::Int32,
        }
    }

    /// The type of a map's keys: protobuf has integers for those that are enums here.
    pub(super) const fn at_key(map: &Info) -> FieldType {
        match FieldType::at(&map.map_key()) {
            FieldType::Enum => FieldType::Int32,
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Field;

    fn of(ty: Type, encoding: Encoding) -> FieldType {
        let field = Field::new(1, "a", ty).with_encoding(encoding);
        FieldType::at(&Info::of(&field, 0))
    }

    #[test]
    fn types_are_protobufs() {
        const I32: Type = Type::Int(Int::I32);
        const LIST: Type = Type::List(&I32);
        const ENTRIES: Type = Type::Map(&Type::String, &I32);
        for (ty, encoding, expected) in [
            (I32, Encoding::Default, FieldType::Int32),
            (I32, Encoding::Zigzag, FieldType::Sint32),
            (LIST, Encoding::Fixed, FieldType::Sfixed32),
            (Type::Int(Int::U16), Encoding::Fixed, FieldType::Fixed32),
            (Type::Int(Int::Usize), Encoding::Default, FieldType::Uint64),
            (Type::Int(Int::U128), Encoding::Default, FieldType::Bytes),
            (ENTRIES, Encoding::Default, FieldType::Message),
            (Type::List(&LIST), Encoding::Default, FieldType::Message),
            (
                Type::List(&Type::Option(&I32)),
                Encoding::Default,
                FieldType::Message,
            ),
            (Type::Option(&LIST), Encoding::Default, FieldType::Message),
            (
                Type::Option(&Type::Char),
                Encoding::Default,
                FieldType::String,
            ),
            (Type::Duration, Encoding::Default, FieldType::Message),
            (Type::Uuid, Encoding::Default, FieldType::Bytes),
            (Type::Unit, Encoding::Group, FieldType::Message),
        ] {
            assert_eq!(of(ty, encoding), expected, "{ty:?} {encoding:?}");
        }
        for (number, ty) in (1..).zip(FieldType::ALL) {
            assert_eq!(
                (ty.number(), FieldType::from_number(number)),
                (number, Some(ty))
            );
        }
    }
}
