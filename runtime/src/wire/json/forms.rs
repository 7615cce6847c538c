//! The kinds of JSON values, and which of them a type's values are.

use crate::schema::{Form, Type};
use crate::wire::forms::Forms;

const NULLS: Forms = Forms::one(0);
const BOOLS: Forms = Forms::one(1);
const NUMBERS: Forms = Forms::one(2);
const STRINGS: Forms = Forms::one(3);
const ARRAYS: Forms = Forms::one(4);
const OBJECTS: Forms = Forms::one(5);

/// The forms in which the reader takes a value of a type, those of well-known types apart.
pub(crate) const fn forms(ty: &Type) -> Forms {
    match ty {
        Type::Bool => BOOLS,
        Type::Int(_) | Type::Float32 | Type::Float64 | Type::Enum(_) => NUMBERS.or(STRINGS),
        Type::Char | Type::String | Type::Uuid => STRINGS,
        Type::Bytes => STRINGS.or(ARRAYS),
        Type::Duration | Type::Timestamp => STRINGS.or(ARRAYS).or(OBJECTS),
        Type::Opaque => Forms::ALL,
        Type::Unit => NULLS.or(ARRAYS).or(OBJECTS),
        Type::Message(_) => OBJECTS.or(ARRAYS),
        Type::Union(_) => OBJECTS.or(STRINGS),
        Type::List(_) => ARRAYS,
        Type::Map(..) => OBJECTS,
        Type::Fixed(inner, _) | Type::Option(inner) => forms(inner),
    }
}

/// The forms that the writer of the native dialect gives a value of a type.
pub(crate) const fn written(ty: &Type) -> Forms {
    match ty {
        Type::Int(_) | Type::Float32 | Type::Float64 => NUMBERS,
        Type::Bytes | Type::Duration | Type::Timestamp | Type::Enum(_) => STRINGS,
        Type::Unit => NULLS,
        Type::Message(_) | Type::Union(_) => OBJECTS,
        Type::Fixed(inner, _) | Type::Option(inner) => written(inner),
        ty => forms(ty),
    }
}

/// [`forms`], where a well-known type may be any value.
pub(super) fn forms_of(ty: &Type) -> Forms {
    let held = match ty {
        Type::Option(held) => held,
        other => other,
    };
    match held.schema() {
        Some(schema) if schema.form() != Form::Plain => Forms::ALL,
        _ => forms(held),
    }
}

/// The form of the value that begins with a byte.
pub(super) const fn form(first: u8) -> Forms {
    match first {
        b'n' => NULLS,
        b't' | b'f' => BOOLS,
        b'-' | b'0'..=b'9' => NUMBERS,
        b'"' => STRINGS,
        b'[' => ARRAYS,
        b'{' => OBJECTS,
        _ => Forms::NONE,
    }
}
