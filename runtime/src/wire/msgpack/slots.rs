//! How a writer comes to the slot of a field: the forms that a message may have.
//!
//! A form is a type, so that the walk over a message whose fields stand one after the other, as nearly all do, keeps no account
//! of where it is.

use core::fmt::Debug;

use super::count::is_left_out;
use super::encoder::{Encoder, Out};
use crate::codec::{Codec, Place, constant_schema, of};
use crate::schema::{Layout, Schema};

/// How a writer comes to the slot of a field.
pub trait Slots: Copy + Debug {
    /// Whether a field that is absent is left out, rather than nil.
    const LEAVES_OUT: bool;

    /// Writes what stands before the field at a place; `true` if the field is left out, since its value is zero.
    fn reach<P: Place>(writer: &mut Encoder<'_, '_, Self>, at: &P, is_zero: bool) -> bool;

    /// The slots before `end` have been written.
    fn pass(writer: &mut Encoder<'_, '_, Self>, end: u32);
}

/// An array whose slots are those of the fields, each after the one before.
#[derive(Clone, Copy, Debug)]
pub struct InOrder;

/// An array with slots between the fields: the slot that is next, and the message.
#[derive(Clone, Copy, Debug)]
pub struct Sought(u32, &'static Schema);

/// A map keyed by number.
#[derive(Clone, Copy, Debug)]
pub struct Keyed;

impl Slots for InOrder {
    const LEAVES_OUT: bool = false;

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn reach<P: Place>(_: &mut Encoder<'_, '_, Self>, _: &P, _: bool) -> bool {
        false
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn pass(_: &mut Encoder<'_, '_, Self>, _: u32) {}
}

impl Slots for Sought {
    const LEAVES_OUT: bool = false;

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn reach<P: Place>(writer: &mut Encoder<'_, '_, Self>, at: &P, _: bool) -> bool {
        let slot = of!(at: P, slot);
        if writer.slots.0 != slot {
            writer.apart(|out, levels, slots| fill(out, levels, slots, slot));
        }
        writer.slots.0 = slot + 1;
        false
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn pass(writer: &mut Encoder<'_, '_, Self>, end: u32) {
        writer.slots.0 = end;
    }
}

impl Slots for Keyed {
    const LEAVES_OUT: bool = true;

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn reach<P: Place>(writer: &mut Encoder<'_, '_, Self>, at: &P, is_zero: bool) -> bool {
        let left_out = is_left_out(at, is_zero);
        if !left_out {
            writer.put_unsigned(u64::from(at.number()));
        }
        left_out
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn pass(_: &mut Encoder<'_, '_, Self>, _: u32) {}
}

impl Sought {
    /// The first slot of a message.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) const fn first(schema: &'static Schema) -> Self {
        Self(0, schema)
    }
}

/// Fills the slots before `end`: with the zero of a removed field's type, or with nil.
#[inline(never)]
pub(super) fn fill<'o, 'b>(
    out: Out<'o, 'b>,
    levels: usize,
    slots: Sought,
    end: u32,
) -> (Out<'o, 'b>, Sought) {
    Encoder::on(out, levels, slots, |w| {
        while w.slots.0 < end {
            w.put_filler(w.slots.1.reserved(), w.slots.0);
            w.slots.0 += 1;
        }
    })
}

/// The form of a message, with the number of its slots where it is an array.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    InOrder(u32),
    Sought(u32),
    Keyed,
}

/// The form of a message: a constant, unless its schema is one that is known as the program runs.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn form<M: Codec>(message: &M) -> Form {
    if const { constant_schema::<M>().is_some() } {
        return const { form_of(M::SCHEMA) };
    }
    form_of(message.schema())
}

impl Form {
    /// Whether a message may have the form of `other`: what it cannot have is not compiled.
    pub(super) const fn may_be<M: Codec>(other: Self) -> bool {
        match constant_schema::<M>() {
            Some(schema) => matches!(
                (form_of(schema), other),
                (Self::InOrder(_), Self::InOrder(_))
                    | (Self::Sought(_), Self::Sought(_))
                    | (Self::Keyed, Self::Keyed)
            ),
            None => true,
        }
    }
}

const fn form_of(schema: &Schema) -> Form {
    let slots = schema.slots();
    match schema.layout() {
        Layout::Map => Form::Keyed,
        Layout::Array if is_in_order(schema) => Form::InOrder(slots),
        Layout::Array => Form::Sought(slots),
    }
}

/// Whether the slots are the positions of the fields.
const fn is_in_order(schema: &Schema) -> bool {
    let fields = schema.fields();
    let mut i = 0;
    while i < fields.len() {
        if fields[i].slot() as usize != i {
            return false;
        }
        i += 1;
    }
    fields.len() == schema.slots() as usize
}
