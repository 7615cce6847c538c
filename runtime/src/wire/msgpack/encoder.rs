//! What the MessagePack writer holds, and how it puts the format's pieces into the output.

use alloc::vec::Vec;

use super::count::is_left_out;
use super::marker;
use crate::codec::{Codec, Place, Role, info};
use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::options::Options;
use crate::schema::{Kind, Layout, Reserved};
use crate::unknown::{Key, UnknownFields};
use crate::wire::context::Context;
use crate::wire::output::Output;

/// Writes MessagePack. Made and driven by [`Wire::encode`]; public, so that other drivers may be built on it.
#[derive(Debug)]
pub struct Encoder<'o, 'c> {
    pub(super) out: Output<'o>,
    /// The slot that is next; [`MAP`] in the map form.
    pub(super) next: u32,
    /// Whether the message has unknown fields.
    pub(super) keeps: bool,
    pub(super) cx: &'c mut Context<Kept>,
}

/// The unknown fields of the message that is being written, where there are any, on their way back.
#[derive(Debug, Default)]
pub(super) struct Kept {
    fields: UnknownFields,
    /// Where in them the search for a slot goes on.
    position: usize,
}

impl Kept {
    pub(super) fn new(fields: UnknownFields) -> Self {
        Self {
            fields,
            position: 0,
        }
    }

    /// What was kept for a slot. Slots are asked for in ascending order.
    pub(super) fn slot(&mut self, slot: u32) -> Option<&[u8]> {
        self.fields.slot(slot, &mut self.position)
    }

    /// What was kept for a number; the last one, as readers take it.
    pub(super) fn number(&self, number: u32) -> Option<&[u8]> {
        let kept = self.fields.iter();
        let found = kept.filter(|(key, _)| *key == Key::Number(number));
        found.last().map(|(_, value)| value)
    }
}

/// No slot: the message is a map keyed by number.
pub(super) const MAP: u32 = u32::MAX;

impl Encoder<'_, '_> {
    /// Appends what `body` writes to a buffer.
    ///
    /// # Errors
    ///
    /// The first failure; the buffer's length is then as before.
    #[inline]
    pub fn write(
        buffer: &mut Vec<u8>,
        options: &Options,
        body: impl FnOnce(&mut Encoder<'_, '_>),
    ) -> Result<(), Error> {
        let mut context = Context::new(options, Kept::default());
        let mut encoder = Encoder {
            out: Output::new(buffer),
            next: 0,
            keeps: false,
            cx: &mut context,
        };
        body(&mut encoder);
        let out = encoder.out;
        context.result()?;
        out.finish();
        Ok(())
    }

    /// Runs `body` on a copy of this encoder, so that this one may stay in registers; see [`Output::apart`].
    #[inline(always)]
    pub(super) fn apart<R>(&mut self, body: impl FnOnce(&mut Encoder<'_, '_>) -> R) -> R {
        let (keeps, cx) = (self.keeps, &mut *self.cx);
        let (next, result) = self.out.apart(|out| {
            let mut copy = Encoder {
                out,
                next: self.next,
                keeps,
                cx,
            };
            let result = body(&mut copy);
            (copy.out, (copy.next, result))
        });
        self.next = next;
        result
    }

    /// Writes what stands before the value at a place: nils for the slots up to it, or its number.
    #[inline(always)]
    pub(super) fn prefix<P: Place>(&mut self, at: &P) {
        self.prefix_of(at, false);
    }

    /// As [`prefix`](Self::prefix), unless the value is zero and the message a map, which leaves it out: then `true`.
    #[inline(always)]
    pub(super) fn prefix_of<P: Place>(&mut self, at: &P, is_zero: bool) -> bool {
        match at.role() {
            Role::Field => {
                let slot = at.slot();
                if self.next != slot {
                    return self.seek(at, is_zero);
                }
                self.next = slot + 1;
            }
            Role::Variant => self.put_unsigned(u64::from(at.number())),
            Role::Root | Role::Element | Role::Key | Role::Value => {}
        }
        false
    }

    #[inline]
    fn seek<P: Place>(&mut self, at: &P, is_zero: bool) -> bool {
        if is_left_out(at, is_zero) && self.next == MAP {
            return true;
        }
        let place = info(at);
        self.apart(|w| w.go_to(place.slot, place.number, place.reserved));
        false
    }

    #[inline(never)]
    fn go_to(&mut self, slot: u32, number: u32, reserved: &'static [Reserved]) {
        if self.next == MAP {
            self.put_unsigned(u64::from(number));
        } else {
            self.fill(slot, reserved);
            self.next = slot + 1;
        }
    }

    /// Whether something was kept for the field at a place whose own value is absent; it is then written.
    #[inline(always)]
    pub(super) fn has_kept<P: Place>(&mut self, at: &P) -> bool {
        matches!(at.role(), Role::Field)
            && self.keeps
            && self.apart(|w| w.put_kept(at.slot(), at.number()))
    }

    #[inline(always)]
    pub(super) fn put_unsigned(&mut self, value: u64) {
        if value < 0x80 {
            return self.out.byte(value as u8);
        }
        let (marker, word, len) = wide(value);
        self.out.tagged(marker, word, len);
    }

    #[inline(always)]
    pub(super) fn put_signed(&mut self, value: i64) {
        if is_fixed(value) {
            return self.out.byte(value as u8);
        }
        let (marker, word, len) = wide_signed(value);
        self.out.tagged(marker, word, len);
    }

    /// A header of a length that has forms of 16 and 32 bits.
    #[inline(never)]
    fn put_len(&mut self, len: usize, form16: u8, form32: u8) {
        if let Ok(len) = u16::try_from(len) {
            let [a, b] = len.to_be_bytes();
            self.out.put([form16, a, b], 3);
        } else if let Ok(len) = u32::try_from(len) {
            let [a, b, c, d] = len.to_be_bytes();
            self.out.put([form32, a, b, c, d], 5);
        } else {
            self.cx.fail(Error::new(
                Fault::Unwritable("MessagePack has no length of 2^32 or more"),
                Some(Wire::MsgPack),
                self.out.position(),
            ));
        }
    }

    #[inline(always)]
    pub(super) fn put_array(&mut self, len: usize) {
        if len < 16 {
            self.out.byte(0x90 | len as u8);
        } else {
            self.apart(|w| w.put_len(len, marker::ARRAY16, marker::ARRAY32));
        }
    }

    #[inline(always)]
    pub(super) fn put_map(&mut self, len: usize) {
        if len < 16 {
            self.out.byte(0x80 | len as u8);
        } else {
            self.apart(|w| w.put_len(len, marker::MAP16, marker::MAP32));
        }
    }

    #[inline(always)]
    pub(super) fn put_str(&mut self, value: &str) {
        let len = value.len();
        if len < 32 {
            self.out.headed(0xa0 | len as u8, value.as_bytes());
        } else {
            self.put_long(
                value.as_bytes(),
                [marker::STR8, marker::STR16, marker::STR32],
            );
        }
    }

    #[inline(always)]
    pub(super) fn put_bytes(&mut self, value: &[u8]) {
        self.put_long(value, [marker::BIN8, marker::BIN16, marker::BIN32]);
    }

    #[inline(always)]
    fn put_long(&mut self, value: &[u8], [form8, form16, form32]: [u8; 3]) {
        match u8::try_from(value.len()) {
            Ok(len) => self.out.put([form8, len], 2),
            Err(_) => self.apart(|w| w.put_len(value.len(), form16, form32)),
        }
        self.out.short(value);
    }

    /// Runs `body` one level down.
    #[inline(always)]
    pub(super) fn nested(&mut self, body: impl FnOnce(&mut Self)) {
        if self.cx.enter() {
            body(self);
            self.cx.leave();
        } else {
            self.cx.too_deep(Wire::MsgPack, self.out.position());
        }
    }

    /// Writes the fields of a message, and what its slots hold beyond them.
    #[inline(always)]
    pub(super) fn put_fields<M: Codec>(&mut self, message: &M, next: u32, keeps: bool, slots: u32) {
        let outer = (self.next, self.keeps);
        (self.next, self.keeps) = (next, keeps);
        self.apart(|w| w.fields(message));
        if self.next < slots {
            self.apart(|w| w.fill(slots, message.schema().reserved()));
        }
        (self.next, self.keeps) = outer;
    }

    /// Writes the fields of a message: the one place where they are walked.
    fn fields<M: Codec>(&mut self, message: &M) {
        self.apart(|w| message.encode_fields(w));
    }
}

/// The form of a message and the number of its slots: constants, unless its schema is one that is known as the program runs.
#[inline(always)]
pub(super) fn layout<M: Codec>(message: &M) -> (Layout, u32) {
    match const { M::SCHEMA.kind() } {
        Kind::Message(_) => const { (M::SCHEMA.layout(), M::SCHEMA.slots()) },
        _ => (message.schema().layout(), message.schema().slots()),
    }
}

/// Whether an integer is its own marker.
#[inline(always)]
pub(super) const fn is_fixed(value: i64) -> bool {
    (value as u64).wrapping_add(32) < 160
}

/// The marker of an unsigned integer, its bytes at the head of a word, and their number: 1, 2, 4 or 8.
#[inline(always)]
pub(super) const fn wide(value: u64) -> (u8, u64, usize) {
    let class = (value > 0xff) as u8 + (value > 0xffff) as u8 + (value > 0xffff_ffff) as u8;
    let len = 1 << class;
    (marker::U8 + class, value << (64 - 8 * len), len)
}

/// [`wide`] for a signed integer, of which only negative ones have markers of their own.
#[inline(always)]
pub(super) const fn wide_signed(value: i64) -> (u8, u64, usize) {
    let negative = (value < 0) as u8;
    let bound = (value ^ (value >> 63)) as u64 >> (1 - negative);
    let class = (bound > 0x7f) as u8 + (bound > 0x7fff) as u8 + (bound > 0x7fff_ffff) as u8;
    let len = 1 << class;
    let marker = marker::U8 + class + (marker::I8 - marker::U8) * negative;
    (marker, (value as u64) << (64 - 8 * len), len)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The forms of the specification, chosen one by one.
    fn expected(value: i128) -> Vec<u8> {
        if let Ok(value) = u64::try_from(value) {
            return match value {
                0..=0x7f => vec_of(value as u8, &[]),
                0x80..=0xff => vec_of(0xcc, &(value as u8).to_be_bytes()),
                0x100..=0xffff => vec_of(0xcd, &(value as u16).to_be_bytes()),
                0x1_0000..=0xffff_ffff => vec_of(0xce, &(value as u32).to_be_bytes()),
                _ => vec_of(0xcf, &value.to_be_bytes()),
            };
        }
        match value as i64 {
            -32.. => vec_of(value as i8 as u8, &[]),
            -0x80..-32 => vec_of(0xd0, &(value as i8).to_be_bytes()),
            -0x8000..-0x80 => vec_of(0xd1, &(value as i16).to_be_bytes()),
            -0x8000_0000..-0x8000 => vec_of(0xd2, &(value as i32).to_be_bytes()),
            value => vec_of(0xd3, &value.to_be_bytes()),
        }
    }

    fn vec_of(first: u8, rest: &[u8]) -> Vec<u8> {
        let mut bytes = alloc::vec![first];
        bytes.extend_from_slice(rest);
        bytes
    }

    #[test]
    fn integers_take_their_shortest_form() {
        for bits in 0..64 {
            for near in -2..=2 {
                let power = (1_i128 << bits) + near;
                for value in [power, -power] {
                    let mut buffer = Vec::new();
                    let mut wanted = Vec::new();
                    Encoder::write(&mut buffer, &Options::new(), |w| {
                        if let Ok(value) = u64::try_from(value) {
                            w.put_unsigned(value);
                            wanted.extend(expected(i128::from(value)));
                        }
                        if let Ok(value) = i64::try_from(value) {
                            w.put_signed(value);
                            wanted.extend(expected(i128::from(value)));
                        }
                    })
                    .unwrap();
                    assert_eq!(buffer, wanted, "{value}");
                }
            }
        }
    }
}
