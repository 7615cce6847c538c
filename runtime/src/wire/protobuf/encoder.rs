//! What the protobuf writer holds, and how it puts the format's pieces into the output.

use alloc::vec::Vec;

use super::tag::{I32, I64, LEN, VARINT, tag};
use super::varint;
use crate::codec::{Codec, Place, Role};
use crate::dispatch::Wire;
use crate::error::Error;
use crate::options::Options;
use crate::schema::Presence;
use crate::unknown::{Key as Kept, UnknownFields};
use crate::wire::context::Context;
use crate::wire::output::Output;
use crate::wire::present::{Present, State};

/// Writes protobuf. Made and driven by [`Wire::encode`]; public, so that other drivers may be built on it.
#[derive(Debug)]
pub struct Encoder<'o, 'c> {
    pub(super) out: Output<'o>,
    /// How many levels may still be opened.
    depth: usize,
    pub(super) cx: &'c mut Context,
}

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
        Context::write(buffer, options, |out, cx| {
            let depth = cx.levels();
            let mut encoder = Encoder { out, depth, cx };
            body(&mut encoder);
            encoder.out
        })
    }

    /// Runs `body` on a copy of this encoder, so that this one may stay in registers; see [`Output::apart`].
    #[inline(always)]
    pub(super) fn apart<R>(&mut self, body: impl FnOnce(&mut Encoder<'_, '_>) -> R) -> R {
        let (depth, cx) = (self.depth, &mut *self.cx);
        self.out.apart(move |out| {
            let mut copy = Encoder { out, depth, cx };
            let result = body(&mut copy);
            (copy.out, result)
        })
    }

    #[inline(always)]
    pub(super) fn put_tag<const WIRE_TYPE: u8, P: Place>(&mut self, at: &P) {
        let tag = tag::<P, WIRE_TYPE>(at);
        match tag.len {
            0 => {}
            1 => self.out.byte(tag.bytes[0]),
            2 => self.out.put([tag.bytes[0], tag.bytes[1]], 2),
            len => self.out.put(tag.bytes, len),
        }
    }

    #[inline(always)]
    pub(super) fn put_varint<P: Place>(&mut self, at: &P, value: u64) {
        let tag = tag::<P, VARINT>(at);
        if tag.len <= 2 && value < 0x80 {
            let word = tag.word() | (value << (8 * tag.len));
            self.out.put((word as u32).to_le_bytes(), tag.len + 1);
        } else {
            self.put_tag::<VARINT, P>(at);
            varint::write(&mut self.out, value);
        }
    }

    #[inline(always)]
    pub(super) fn put_fixed32<P: Place>(&mut self, at: &P, value: u32) {
        self.put_tag::<I32, P>(at);
        self.out.put(value.to_le_bytes(), 4);
    }

    #[inline(always)]
    pub(super) fn put_fixed64<P: Place>(&mut self, at: &P, value: u64) {
        self.put_tag::<I64, P>(at);
        self.out.put(value.to_le_bytes(), 8);
    }

    #[inline(always)]
    pub(super) fn put_bytes<P: Place>(&mut self, at: &P, bytes: &[u8]) {
        if is_implicit(at) && bytes.is_empty() {
            return;
        }
        let tag = tag::<P, LEN>(at);
        if tag.len <= 2 && bytes.len() < 0x80 {
            let word = tag.word() | ((bytes.len() as u64) << (8 * tag.len));
            self.out.put((word as u32).to_le_bytes(), tag.len + 1);
            self.out.short(bytes);
        } else {
            self.put_tag::<LEN, P>(at);
            varint::write(&mut self.out, bytes.len() as u64);
            self.out.bytes(bytes);
        }
    }

    /// Writes what `body` writes, after its length.
    #[inline(always)]
    pub(super) fn put_delimited<P: Place>(&mut self, at: &P, body: impl FnOnce(&mut Self)) {
        let start = self.out.position();
        self.put_tag::<LEN, P>(at);
        let hole = self.out.position();
        self.out.byte(0);
        body(self);
        let len = self.out.position() - hole - 1;
        if len < 0x80 {
            self.out.patch(hole, len as u8);
            if len == 0 && is_implicit(at) && !matches!(at.role(), Role::Field) {
                self.out.truncate(start);
            }
        } else {
            self.apart(|w| w.widen(hole, len));
        }
    }

    #[inline(never)]
    fn widen(&mut self, hole: usize, len: usize) {
        let (bytes, count) = varint::bytes(len as u64);
        self.out.patch(hole, bytes[0]);
        self.out
            .insert(hole + 1, bytes.get(1..count).unwrap_or_default());
    }

    /// Runs `body` one level down.
    #[inline(always)]
    pub(super) fn nested(&mut self, body: impl FnOnce(&mut Self)) {
        let depth = self.depth;
        if depth == 0 {
            return self.cx.too_deep(Wire::Protobuf, self.out.position());
        }
        self.depth = depth - 1;
        body(self);
        self.depth = depth;
    }

    /// Writes the fields of a message, and those that it does not know.
    #[inline(always)]
    pub(super) fn put_fields<M: Codec>(&mut self, message: &M) {
        self.apart(|w| w.fields(message));
        if let Some(unknown) = message.unknown()
            && !unknown.is_empty()
        {
            self.apart(|w| w.put_unknown(message, unknown));
        }
    }

    /// Writes the fields of a message: the one place where they are walked.
    fn fields<M: Codec>(&mut self, message: &M) {
        self.apart(|w| message.encode_fields(w));
    }

    /// Appends the unknown fields, but for the value of a field that is known and has another value by now.
    #[cold]
    #[inline(never)]
    fn put_unknown<M: Codec>(&mut self, message: &M, unknown: &UnknownFields) {
        let (fields, present) = (message.schema().fields(), Present::of(message));
        let is_stale = |number| {
            fields.iter().enumerate().any(|(index, field)| {
                field.number() == number
                    && !field.ty().is_collection()
                    && present.state(index) == State::Set
            })
        };
        for (key, bytes) in unknown.on(Wire::Protobuf) {
            if !matches!(key, Kept::Number(number) if is_stale(number)) {
                self.out.bytes(bytes);
            }
        }
    }
}

#[inline]
pub(super) fn is_implicit<P: Place>(at: &P) -> bool {
    matches!(at.presence(), Presence::Implicit)
}
