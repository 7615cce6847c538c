//! What the MessagePack writer holds, and how it puts the format's pieces into the output.

use alloc::vec::Vec;

use super::count::is_left_out;
use super::marker;
use crate::codec::{Codec, Info, Place, Role, Writer, info};
use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::options::Options;
use crate::schema::{Kind, Layout};
use crate::unknown::{Key, UnknownFields};
use crate::wire::output::Output;
/// Writes MessagePack. Made and driven by [`Wire::encode`]; public, so that other drivers may be built on it.
#[derive(Debug)]
pub struct Encoder<'a> {
    pub(super) out: Output<'a>,
    pub(super) depth: usize,
    pub(super) max_depth: usize,
    pub(super) frame: Frame,
    pub(super) error: Option<Error>,
}

/// What belongs to the message that is being written.
#[derive(Debug)]
pub(super) struct Frame {
    /// The slot that is next; [`MAP`] in the map form.
    pub(super) next: u32,
    /// The unknown fields of the message, if there are any.
    pub(super) kept: Option<UnknownFields>,
    /// Where in them the search for a slot goes on.
    pub(super) position: usize,
}

impl Frame {
    /// What was kept for a slot. Slots are asked for in ascending order.
    pub(super) fn slot(&mut self, slot: u32) -> Option<&[u8]> {
        self.kept.as_ref()?.slot(slot, &mut self.position)
    }

    /// What was kept for a number; the last one, as readers take it.
    pub(super) fn number(&self, number: u32) -> Option<&[u8]> {
        let kept = self.kept.as_ref()?.iter();
        let values = kept.filter(|(key, _)| *key == Key::Number(number));
        values.last().map(|(_, value)| value)
    }
}

/// No slot: the message is a map keyed by number.
pub(super) const MAP: u32 = u32::MAX;

impl<'a> Encoder<'a> {
    /// An encoder that appends to a buffer.
    pub fn new(buffer: &'a mut Vec<u8>, options: &Options) -> Self {
        let depth = options.limits.depth;
        Self {
            out: Output::new(buffer),
            depth: depth.saturating_add(1),
            max_depth: depth,
            frame: Frame {
                next: 0,
                kept: None,
                position: 0,
            },
            error: None,
        }
    }

    /// Makes what was written part of the buffer.
    ///
    /// # Errors
    ///
    /// The first failure; the buffer's length is then as before.
    pub fn finish(self) -> Result<(), Error> {
        match self.error {
            Some(error) => Err(error),
            None => {
                self.out.finish();
                Ok(())
            }
        }
    }

    /// Writes what stands before the value at a place: nils for the slots up to it, or its number.
    #[inline(always)]
    pub(super) fn prefix<P: Place>(&mut self, at: &P) {
        match info(at).role {
            Role::Field => {
                let slot = info(at).slot;
                if self.frame.next == slot {
                    self.frame.next = slot + 1;
                } else {
                    self.seek(&info(at));
                }
            }
            Role::Variant => self.put_unsigned(u64::from(info(at).number)),
            Role::Root | Role::Element | Role::Key | Role::Value => {}
        }
    }

    /// As [`prefix`](Self::prefix), unless the value is zero and the message a map, which leaves it out: then `true`.
    #[inline(always)]
    pub(super) fn prefix_of<P: Place>(&mut self, at: &P, is_zero: bool) -> bool {
        if self.frame.next == MAP && is_left_out(at, is_zero) {
            return true;
        }
        self.prefix(at);
        false
    }

    #[inline(never)]
    pub(super) fn seek(&mut self, place: &Info) {
        if self.frame.next == MAP {
            self.put_unsigned(u64::from(place.number));
        } else {
            self.fill(place.slot, place.reserved);
            self.frame.next = place.slot + 1;
        }
    }

    #[inline(always)]
    pub(super) fn put_unsigned(&mut self, value: u64) {
        if value < 0x80 {
            self.out.byte(value as u8);
        } else if value <= 0xff {
            self.out.put([marker::U8, value as u8], 2);
        } else if value <= 0xffff {
            let [a, b] = (value as u16).to_be_bytes();
            self.out.put([marker::U16, a, b], 3);
        } else {
            self.put_wide(value);
        }
    }

    #[inline]
    pub(super) fn put_wide(&mut self, value: u64) {
        match u32::try_from(value) {
            Ok(value) => {
                let [a, b, c, d] = value.to_be_bytes();
                self.out.put([marker::U32, a, b, c, d], 5);
            }
            Err(_) => {
                let [a, b, c, d, e, f, g, h] = value.to_be_bytes();
                self.out.put([marker::U64, a, b, c, d, e, f, g, h], 9);
            }
        }
    }

    #[inline(always)]
    pub(super) fn put_signed(&mut self, value: i64) {
        if value >= 0 {
            self.put_unsigned(value as u64);
        } else if value >= -32 {
            self.out.byte(value as u8);
        } else {
            self.put_negative(value);
        }
    }

    #[inline]
    pub(super) fn put_negative(&mut self, value: i64) {
        if let Ok(value) = i8::try_from(value) {
            self.out.put([marker::I8, value as u8], 2);
        } else if let Ok(value) = i16::try_from(value) {
            let [a, b] = value.to_be_bytes();
            self.out.put([marker::I16, a, b], 3);
        } else if let Ok(value) = i32::try_from(value) {
            let [a, b, c, d] = value.to_be_bytes();
            self.out.put([marker::I32, a, b, c, d], 5);
        } else {
            let [a, b, c, d, e, f, g, h] = value.to_be_bytes();
            self.out.put([marker::I64, a, b, c, d, e, f, g, h], 9);
        }
    }

    /// A header of a length that has forms of 8 (where there is one), 16 and 32 bits.
    pub(super) fn put_len(&mut self, len: usize, form8: Option<u8>, form16: u8, form32: u8) {
        if let (Ok(len), Some(form8)) = (u8::try_from(len), form8) {
            return self.out.put([form8, len], 2);
        }
        if let Ok(len) = u16::try_from(len) {
            let [a, b] = len.to_be_bytes();
            self.out.put([form16, a, b], 3);
        } else if let Ok(len) = u32::try_from(len) {
            let [a, b, c, d] = len.to_be_bytes();
            self.out.put([form32, a, b, c, d], 5);
        } else {
            self.fail(Error::new(
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
            self.put_len(len, None, marker::ARRAY16, marker::ARRAY32);
        }
    }

    #[inline(always)]
    pub(super) fn put_map(&mut self, len: usize) {
        if len < 16 {
            self.out.byte(0x80 | len as u8);
        } else {
            self.put_len(len, None, marker::MAP16, marker::MAP32);
        }
    }

    #[inline(always)]
    pub(super) fn put_str(&mut self, value: &str) {
        let len = value.len();
        if len < 32 {
            self.out.byte(0xa0 | len as u8);
            self.out.short(value.as_bytes());
        } else {
            self.put_len(len, Some(marker::STR8), marker::STR16, marker::STR32);
            self.out.bytes(value.as_bytes());
        }
    }

    #[inline(always)]
    pub(super) fn put_bytes(&mut self, value: &[u8]) {
        self.put_len(
            value.len(),
            Some(marker::BIN8),
            marker::BIN16,
            marker::BIN32,
        );
        self.out.bytes(value);
    }

    /// Runs `body` one level down.
    #[inline(always)]
    pub(super) fn nested(&mut self, body: impl FnOnce(&mut Self)) {
        match self.depth.checked_sub(1) {
            Some(depth) => {
                self.depth = depth;
                body(self);
                self.depth += 1;
            }
            None => self.fail(Error::new(
                Fault::Limit {
                    limit: "depth",
                    value: self.max_depth,
                },
                Some(Wire::MsgPack),
                self.out.position(),
            )),
        }
    }

    #[inline(always)]
    pub(super) fn put_fields<M: Codec>(
        &mut self,
        message: &M,
        next: u32,
        kept: Option<UnknownFields>,
        slots: u32,
    ) {
        let outer = core::mem::replace(
            &mut self.frame,
            Frame {
                next,
                kept,
                position: 0,
            },
        );
        message.encode_fields(self);
        if self.frame.next < slots {
            self.fill(slots, message.schema().reserved());
        }
        self.frame = outer;
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
