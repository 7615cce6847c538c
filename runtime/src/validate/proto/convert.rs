//! Between our violations and protobuf's messages of them. What only ours know, what was compared, does not cross.

use alloc::string::String;
use alloc::vec::Vec;

use super::super::{self as validate, FieldType, Path, PathElement, Subscript};
use super::{FieldPath, FieldPathElement, Type, Violation, Violations, field_path_element};
use crate::dispatch::Wire;
use crate::error::Error;

impl validate::Violations {
    /// The bytes of `buf.validate.Violations`, as other implementations of protovalidate write them.
    ///
    /// # Errors
    ///
    /// As [`Wire::encode`]; none is known.
    pub fn to_protobuf(&self) -> Result<Vec<u8>, Error> {
        Wire::Protobuf.encode(&Violations::from(self))
    }

    /// Reads the bytes of `buf.validate.Violations`.
    ///
    /// # Errors
    ///
    /// If the bytes are no such message.
    pub fn from_protobuf(bytes: &[u8]) -> Result<Self, Error> {
        Wire::Protobuf.decode::<Violations>(bytes).map(Self::from)
    }
}

impl From<&validate::Violations> for Violations {
    fn from(all: &validate::Violations) -> Self {
        Violations {
            violations: all.iter().map(Violation::from).collect(),
        }
    }
}

impl From<Violations> for validate::Violations {
    fn from(all: Violations) -> Self {
        all.violations.into_iter().map(Into::into).collect()
    }
}

impl From<&validate::Violation> for Violation {
    fn from(one: &validate::Violation) -> Self {
        Violation {
            rule_id: said(&one.rule_id),
            message: said(&one.message),
            for_key: one.for_key.then_some(true),
            field: path(&one.path),
            rule: path(&one.rule_path),
        }
    }
}

impl From<Violation> for validate::Violation {
    fn from(one: Violation) -> Self {
        let of = |path: Option<FieldPath>| {
            let elements = path.unwrap_or_default().elements;
            Path::of(elements.into_iter().map(Into::into).collect())
        };
        let id = one.rule_id.unwrap_or_default();
        let mut violation = validate::Violation::new(id, one.message.unwrap_or_default());
        violation.path = of(one.field);
        violation.rule_path = of(one.rule);
        violation.for_key = one.for_key.unwrap_or_default();
        violation
    }
}

/// A text; what is empty is absent.
fn said(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.into())
}

/// A path; what is empty is absent.
fn path(path: &Path) -> Option<FieldPath> {
    let elements: Vec<_> = path.elements().iter().map(FieldPathElement::from).collect();
    (!elements.is_empty()).then_some(FieldPath { elements })
}

impl From<&PathElement> for FieldPathElement {
    fn from(one: &PathElement) -> Self {
        use field_path_element::Subscript as Of;
        FieldPathElement {
            // Numbers end at 2^29 - 1.
            field_number: one
                .field_number
                .and_then(|number| i32::try_from(number).ok()),
            field_name: Some(one.field_name.clone().into()),
            field_type: one.field_type.map(Type::from),
            key_type: one.key_type.map(Type::from),
            value_type: one.value_type.map(Type::from),
            subscript: one.subscript.as_ref().map(|subscript| match subscript {
                Subscript::Index(index) => Of::Index(*index),
                Subscript::Bool(key) => Of::BoolKey(*key),
                Subscript::Int(key) => Of::IntKey(*key),
                Subscript::Uint(key) => Of::UintKey(*key),
                Subscript::Str(key) => Of::StringKey(key.clone()),
            }),
        }
    }
}

impl From<FieldPathElement> for PathElement {
    fn from(one: FieldPathElement) -> Self {
        use field_path_element::Subscript as Of;
        PathElement {
            field_number: one
                .field_number
                .and_then(|number| u32::try_from(number).ok()),
            field_name: one.field_name.unwrap_or_default().into(),
            field_type: one.field_type.map(FieldType::from),
            key_type: one.key_type.map(FieldType::from),
            value_type: one.value_type.map(FieldType::from),
            subscript: one.subscript.map(|subscript| match subscript {
                Of::Index(index) => Subscript::Index(index),
                Of::BoolKey(key) => Subscript::Bool(key),
                Of::IntKey(key) => Subscript::Int(key),
                Of::UintKey(key) => Subscript::Uint(key),
                Of::StringKey(key) => Subscript::Str(key),
            }),
        }
    }
}

macro_rules! types {
    ($($name:ident)*) => {
        impl From<FieldType> for Type {
            fn from(ty: FieldType) -> Self {
                match ty {
                    $(FieldType::$name => Type::$name,)*
                }
            }
        }

        impl From<Type> for FieldType {
            fn from(ty: Type) -> Self {
                match ty {
                    $(Type::$name => FieldType::$name,)*
                }
            }
        }
    };
}

types! {
    Double Float Int64 Uint64 Int32 Fixed64 Fixed32 Bool String Group Message Bytes Uint32 Enum Sfixed32 Sfixed64 Sint32 Sint64
}
