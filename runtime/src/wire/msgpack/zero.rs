//! What stands in the slots of removed fields: the zero of the field's type, so that strict old readers still decode.

use alloc::vec::Vec;

use super::encoder::Encoder;
use super::slots::Slots;
use super::{marker, time};
use crate::options::Options;
use crate::schema::{Kind, Layout, Presence, Reserved, Schema, Type};

/// The type of the removed field whose slot this was.
fn removed(reserved: &'static [Reserved], slot: u32) -> Option<Type> {
    reserved
        .iter()
        .find_map(|reserved| match reserved.as_slot() {
            Some((reserved, ty)) if reserved == slot => ty,
            _ => None,
        })
}

/// Whether `value` is what a writer puts into a reserved slot, rather than a value of a field.
pub(super) fn is_filler(reserved: &'static [Reserved], slot: u32, value: &[u8]) -> bool {
    let Some(ty) = removed(reserved, slot) else {
        return false;
    };
    // A zero that cannot be so short is never made.
    if least(&ty, None, value.len()).is_none() {
        return false;
    }
    let mut zero = Vec::new();
    let written = Encoder::write(&mut zero, &Options::new(), |w| w.put_zero(Some(ty), None));
    written.is_ok() && zero == value
}

/// The messages around a zero.
#[derive(Clone, Copy)]
struct Around<'a> {
    schema: &'static Schema,
    outer: Option<&'a Around<'a>>,
}

/// Whether a message stands within one of its own type: a zero that holds itself has no end, and is none.
fn is_within(schema: &'static Schema, around: Option<&Around<'_>>) -> bool {
    core::iter::successors(around, |around| around.outer)
        .any(|around| core::ptr::eq(around.schema, schema))
}

/// What is left of so much room behind a length that the zero of a type has at least; `None` where it is longer.
fn least(ty: &Type, around: Option<&Around<'_>>, room: usize) -> Option<usize> {
    match ty {
        Type::Fixed(Type::List(element), len) => {
            (0..*len).try_fold(room.checked_sub(1)?, |room, _| least(element, around, room))
        }
        Type::Fixed(_, len) => room.checked_sub(*len),
        Type::Message(link) if !is_within(link.schema(), around) => {
            let schema = link.schema();
            let room = room.checked_sub(1)?;
            if schema.layout() == Layout::Map {
                return Some(room);
            }
            let around = Around {
                schema,
                outer: around,
            };
            (0..schema.slots()).try_fold(room, |room, slot| match zero_at(schema, slot) {
                Some(ty) => least(&ty, Some(&around), room),
                None => room.checked_sub(1),
            })
        }
        _ => room.checked_sub(1),
    }
}

/// The type whose zero stands in a slot of a message that is zero; none where that is nil.
fn zero_at(schema: &'static Schema, slot: u32) -> Option<Type> {
    let mut fields = schema.fields().iter();
    match fields.find(|field| field.slot() == slot) {
        Some(field) if field.presence() == Presence::Explicit => None,
        Some(field) => Some(field.ty()),
        None => removed(schema.reserved(), slot),
    }
}

impl<S: Slots> Encoder<'_, '_, S> {
    /// What stands in a slot that is no field's.
    pub(super) fn put_filler(&mut self, reserved: &'static [Reserved], slot: u32) {
        self.put_zero(removed(reserved, slot), None);
    }

    /// The zero of a type, such that a reader of that type takes it; nil for a type that has none.
    fn put_zero(&mut self, ty: Option<Type>, around: Option<&Around<'_>>) {
        if self.out.cx().has_failed() {
            return;
        }
        match ty {
            Some(Type::Bool) => self.out.byte(marker::FALSE),
            Some(Type::Uuid) => self.put_bytes(&[0; 16]),
            Some(Type::Int(int)) if int.is_128() => {
                self.out.bytes(&[marker::BIN8, 16]);
                self.out.bytes(&[0; 16]);
            }
            Some(Type::Int(_)) => self.out.byte(0),
            Some(Type::Enum(link)) if has_zero(link.schema()) => self.out.byte(0),
            Some(Type::Float32) => self.out.put([marker::F32, 0, 0, 0, 0], 5),
            Some(Type::Float64) => self.out.put([marker::F64, 0, 0, 0, 0, 0, 0, 0, 0], 9),
            Some(Type::Char) => self.out.put([0xa1, 0], 2),
            Some(Type::String) => self.out.byte(0xa0),
            Some(Type::Bytes) => self.out.put([marker::BIN8, 0], 2),
            Some(Type::Duration) => self.out.put([0x92, 0, 0], 3),
            Some(Type::Timestamp) => time::write(&mut self.out, 0, 0),
            Some(Type::Unit | Type::List(_)) => self.out.byte(marker::EMPTY),
            Some(Type::Fixed(Type::List(element), len)) => {
                self.put_array(len);
                self.nested(|w| (0..len).for_each(|_| w.put_zero(Some(**element), around)));
            }
            Some(Type::Fixed(_, len)) => self.put_bytes(&alloc::vec![0; len]),
            Some(Type::Map(..)) => self.out.byte(0x80),
            Some(Type::Message(link)) if !is_within(link.schema(), around) => {
                let around = Around {
                    schema: link.schema(),
                    outer: around,
                };
                self.put_zero_message(&around);
            }
            Some(
                Type::Opaque | Type::Enum(_) | Type::Option(_) | Type::Union(_) | Type::Message(_),
            )
            | None => {
                self.out.byte(marker::NIL);
            }
        }
    }

    fn put_zero_message(&mut self, around: &Around<'_>) {
        let schema = around.schema;
        if schema.layout() == Layout::Map {
            return self.put_zero_entries(around);
        }
        self.put_array(schema.slots() as usize);
        self.nested(|w| {
            for slot in 0..schema.slots() {
                w.put_zero(zero_at(schema, slot), Some(around));
            }
        });
    }

    /// The map form leaves out what reads as absent, but for what must come.
    fn put_zero_entries(&mut self, around: &Around<'_>) {
        let required = || {
            let fields = around.schema.fields().iter();
            fields.filter(|field| field.presence() == Presence::Required)
        };
        self.put_map(required().count());
        self.nested(|w| {
            for field in required() {
                w.put_unsigned(u64::from(field.number()));
                w.put_zero(Some(field.ty()), Some(around));
            }
        });
    }
}

/// Whether 0 is a value of an enum.
fn has_zero(schema: &'static Schema) -> bool {
    match schema.kind() {
        Kind::Enum { values, open } => open || values.iter().any(|value| value.number() == 0),
        _ => false,
    }
}
