//! Tags: a field's number and the wire type of its value (protobuf encoding, "Message Structure").

use super::place::is_wrapped;
use crate::codec::{Info, Place, Role};
use crate::schema::{Encoding, Int, Type};
use crate::wire::forms::Forms;

pub(super) const VARINT: u8 = 0;
pub(super) const I64: u8 = 1;
pub(super) const LEN: u8 = 2;
pub(super) const START: u8 = 3;
pub(super) const END: u8 = 4;
pub(super) const I32: u8 = 5;

/// A tag as it stands on the wire.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag {
    pub(super) bytes: [u8; 8],
    pub(super) len: usize,
}

impl Tag {
    const EMPTY: Self = Self {
        bytes: [0; 8],
        len: 0,
    };

    pub(super) const fn new(number: u32, wire_type: u8) -> Self {
        let mut bytes = [0; 8];
        let mut value = ((number as u64) << 3) | wire_type as u64;
        let mut len = 0;
        while value >= 0x80 {
            bytes[len] = value as u8 | 0x80;
            value >>= 7;
            len += 1;
        }
        bytes[len] = value as u8;
        Self {
            bytes,
            len: len + 1,
        }
    }

    /// The bytes as one little-endian word.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) const fn word(self) -> u64 {
        u64::from_le_bytes(self.bytes)
    }

    #[inline]
    pub(super) fn as_slice(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }
}

/// What is written before a value of a wire type at a place: a constant where the place is one. Nothing stands before an element
/// of a packed list.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn tag<P: Place, const WIRE_TYPE: u8>(at: &P) -> Tag {
    const fn of(info: Info, wire_type: u8) -> Tag {
        if matches!(info.role, Role::Element) && info.packed && is_packable(&info.ty) {
            return Tag::EMPTY;
        }
        Tag::new(info.number, wire_type)
    }
    if const { P::INFO.is_some() } {
        return const {
            match P::INFO {
                Some(info) => of(info, WIRE_TYPE),
                None => Tag::EMPTY,
            }
        };
    }
    apart(at, |at| of(at.info(), WIRE_TYPE))
}

/// The tag that a writer of this library gives the place, and its wire type.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn expected<P: Place>(at: &P) -> (Tag, u8) {
    const fn of(info: Info) -> (Tag, u8) {
        let wire_type = wire_type(&info);
        (Tag::new(info.number, wire_type), wire_type)
    }
    if const { P::INFO.is_some() } {
        return const {
            match P::INFO {
                Some(info) => of(info),
                None => (Tag::EMPTY, LEN),
            }
        };
    }
    apart(at, |at| of(at.info()))
}

/// Calls a function in a frame of its own, so that an [`Info`] takes none of the caller's.
#[inline(never)]
fn apart<P, R>(at: &P, body: impl FnOnce(&P) -> R) -> R {
    body(at)
}

/// The wire type of a place.
pub(super) const fn wire_type(info: &Info) -> u8 {
    if is_wrapped(info) {
        return LEN;
    }
    match info.ty {
        Type::List(element) if !(is_packable(element) && info.packed) => {
            scalar(element, info.encoding)
        }
        Type::Option(inner) => scalar(inner, info.encoding),
        ref ty => scalar(ty, info.encoding),
    }
}

/// The wire type of one value of a type.
pub(super) const fn scalar(ty: &Type, encoding: Encoding) -> u8 {
    match (ty, encoding) {
        (Type::Bool | Type::Enum(_), _) => VARINT,
        (Type::Int(int), encoding) if !int.is_128() => match encoding {
            Encoding::Fixed if is_wide(*int) => I64,
            Encoding::Fixed => I32,
            _ => VARINT,
        },
        (Type::Float32, _) => I32,
        (Type::Float64, _) => I64,
        (Type::Message(_), Encoding::Group) => START,
        _ => LEN,
    }
}

const fn is_wide(int: Int) -> bool {
    int.is_wide()
}

/// The wire type that a writer gives a value at a place.
pub(crate) const fn written(info: &Info) -> Forms {
    Forms::one(wire_type(info))
}

/// The wire types that a value at a place may have: a list of numbers may be packed or not.
pub(crate) const fn forms(info: &Info) -> Forms {
    let own = written(info);
    match info.ty {
        Type::List(element) if !is_wrapped(info) && is_packable(element) => own
            .or(Forms::one(LEN))
            .or(Forms::one(scalar(element, info.encoding))),
        _ => own,
    }
}

/// Whether a list of such elements may be packed.
pub(super) const fn is_packable(element: &Type) -> bool {
    match element {
        Type::Bool | Type::Enum(_) | Type::Float32 | Type::Float64 => true,
        Type::Int(int) => !int.is_128(),
        _ => false,
    }
}

/// Whether a place's values are groups.
pub(super) const fn is_group(info: &Info) -> bool {
    wire_type(info) == START
}

/// Whether the elements of a list at a place are packed.
pub(super) const fn is_packed(list: &Info) -> bool {
    let item = list.element();
    is_packable(&item.ty) && item.packed
}

/// Whether a value at a place may have one wire type or another: a list, packed or not, and a field that had another type.
pub(super) const fn has_wire_types(info: &Info) -> bool {
    if info.was {
        return true;
    }
    let ty = match info.ty {
        Type::Option(held) => held.plain(),
        ty => ty,
    };
    matches!(ty, Type::List(_))
}

/// Whether the elements of a list at a place may be packed.
pub(super) const fn holds_packable(list: &Info) -> bool {
    is_packable(&list.element().ty)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_varints() {
        assert_eq!(Tag::new(1, VARINT).as_slice(), [0x08]);
        assert_eq!(Tag::new(15, LEN).as_slice(), [0x7a]);
        assert_eq!(Tag::new(16, LEN).as_slice(), [0x82, 0x01]);
        assert_eq!(
            Tag::new(536_870_911, I32).as_slice(),
            [0xfd, 0xff, 0xff, 0xff, 0x0f]
        );
    }
}
