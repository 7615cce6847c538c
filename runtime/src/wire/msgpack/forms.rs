//! The families of markers, and which of them a type's values begin with.

use super::marker::{
    ARRAY16, ARRAY32, BIN8, BIN32, EXT8, EXT32, F32, F64, FALSE, FIXEXT1, FIXEXT16, I64, MAP16,
    MAP32, NIL, STR8, STR32, TRUE, U8,
};
use crate::schema::Type;
use crate::wire::forms::Forms;

const NILS: Forms = Forms::one(0);
const BOOLS: Forms = Forms::one(1);
const INTEGERS: Forms = Forms::one(2);
const FLOATS: Forms = Forms::one(3);
const STRINGS: Forms = Forms::one(4);
const BYTES: Forms = Forms::one(5);
const ARRAYS: Forms = Forms::one(6);
const MAPS: Forms = Forms::one(7);
const EXTENSIONS: Forms = Forms::one(8);

/// The forms in which the reader takes a value of a type.
pub(crate) const fn forms(ty: &Type) -> Forms {
    match ty {
        Type::Bool => BOOLS,
        Type::Int(int) if int.is_128() => INTEGERS.or(BYTES),
        Type::Int(_) => INTEGERS,
        Type::Float32 | Type::Float64 => FLOATS.or(INTEGERS),
        Type::Char | Type::String => STRINGS,
        Type::Bytes | Type::Uuid => BYTES.or(STRINGS).or(ARRAYS),
        Type::Duration | Type::List(_) => ARRAYS,
        Type::Timestamp => EXTENSIONS.or(ARRAYS),
        Type::Opaque => Forms::ALL,
        Type::Unit => NILS.or(ARRAYS).or(MAPS),
        Type::Enum(_) => INTEGERS.or(STRINGS),
        Type::Message(_) => ARRAYS.or(MAPS),
        Type::Union(_) => ARRAYS.or(MAPS).or(STRINGS),
        Type::Map(..) => MAPS,
        Type::Fixed(inner, _) | Type::Option(inner) => forms(inner),
    }
}

/// The forms that the writer gives a value of a type.
pub(crate) const fn written(ty: &Type) -> Forms {
    match ty {
        Type::Int(int) if int.is_128() => BYTES,
        Type::Float32 | Type::Float64 => FLOATS,
        Type::Bytes | Type::Uuid => BYTES,
        Type::Timestamp => EXTENSIONS,
        Type::Enum(_) => INTEGERS,
        Type::Unit | Type::Union(_) => ARRAYS,
        Type::Fixed(inner, _) | Type::Option(inner) => written(inner),
        ty => forms(ty),
    }
}

/// The form of the value that begins with a marker.
pub(super) const fn form(marker: u8) -> Forms {
    match marker {
        NIL => NILS,
        FALSE | TRUE => BOOLS,
        0..=0x7f | U8..=I64 | 0xe0.. => INTEGERS,
        F32 | F64 => FLOATS,
        0xa0..=0xbf | STR8..=STR32 => STRINGS,
        BIN8..=BIN32 => BYTES,
        0x90..=0x9f | ARRAY16 | ARRAY32 => ARRAYS,
        0x80..=0x8f | MAP16 | MAP32 => MAPS,
        EXT8..=EXT32 | FIXEXT1..=FIXEXT16 => EXTENSIONS,
        _ => Forms::NONE,
    }
}
