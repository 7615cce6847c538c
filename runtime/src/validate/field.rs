//! What a schema's field is on the wire, where the first half of its rule ids does not follow from the Rust type.

use super::Kind;
use crate::schema::{Encoding, Int, Type};

impl Kind {
    /// The kind of a field, or of a list's elements; `None` where the Rust type says it already.
    #[must_use]
    pub const fn of(ty: Type, encoding: Encoding) -> Option<Kind> {
        match (ty, encoding) {
            (Type::Option(inner) | Type::List(inner) | Type::Fixed(inner, _), _) => {
                Kind::of(*inner, encoding)
            }
            (Type::Int(Int::I8 | Int::I16 | Int::I32), Encoding::Zigzag) => Some(Kind::Sint32),
            (Type::Int(Int::I64 | Int::Isize), Encoding::Zigzag) => Some(Kind::Sint64),
            (Type::Int(Int::I8 | Int::I16 | Int::I32), Encoding::Fixed) => Some(Kind::Sfixed32),
            (Type::Int(Int::I64 | Int::Isize), Encoding::Fixed) => Some(Kind::Sfixed64),
            (Type::Int(Int::U8 | Int::U16 | Int::U32), Encoding::Fixed) => Some(Kind::Fixed32),
            (Type::Int(Int::U64 | Int::Usize), Encoding::Fixed) => Some(Kind::Fixed64),
            _ => None,
        }
    }

    /// The kind of a map's keys; `ty` is the map's.
    #[must_use]
    pub const fn of_key(ty: Type, encoding: Encoding) -> Option<Kind> {
        match ty {
            Type::Option(inner) => Kind::of_key(*inner, encoding),
            Type::Map(key, _) => Kind::of(*key, encoding),
            _ => None,
        }
    }

    /// The kind of a map's values; `ty` is the map's.
    #[must_use]
    pub const fn of_value(ty: Type, encoding: Encoding) -> Option<Kind> {
        match ty {
            Type::Option(inner) => Kind::of_value(*inner, encoding),
            Type::Map(_, value) => Kind::of(*value, encoding),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_are_named_as_they_are_encoded() {
        const I32: Type = Type::Int(Int::I32);
        const U64: Type = Type::Int(Int::U64);
        let cases = [
            (I32, Encoding::Default, None),
            (I32, Encoding::Zigzag, Some(Kind::Sint32)),
            (Type::List(&I32), Encoding::Fixed, Some(Kind::Sfixed32)),
            (Type::Option(&U64), Encoding::Fixed, Some(Kind::Fixed64)),
            (Type::Int(Int::Isize), Encoding::Zigzag, Some(Kind::Sint64)),
            (Type::Int(Int::U8), Encoding::Fixed, Some(Kind::Fixed32)),
            (Type::Int(Int::I64), Encoding::Fixed, Some(Kind::Sfixed64)),
            (Type::String, Encoding::Default, None),
        ];
        for (ty, encoding, expected) in cases {
            assert_eq!(Kind::of(ty, encoding), expected, "{ty:?} {encoding:?}");
        }
    }

    #[test]
    fn keys_and_values_have_their_own_encodings() {
        const MAP: Type = Type::Map(&Type::Int(Int::I32), &Type::Int(Int::U64));
        for ty in [MAP, Type::Option(&MAP)] {
            assert_eq!(Kind::of_key(ty, Encoding::Zigzag), Some(Kind::Sint32));
            assert_eq!(Kind::of_value(ty, Encoding::Fixed), Some(Kind::Fixed64));
            assert_eq!(Kind::of_value(ty, Encoding::Default), None);
        }
        assert_eq!(Kind::of_key(Type::String, Encoding::Fixed), None);
    }
}
