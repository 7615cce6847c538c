//! What the protobuf writer holds, and how it puts the format's pieces into the output.

use super::tag::{LEN, Tag, tag};
use super::varint;
use crate::codec::{Codec, Info, Place, Role, when};
use crate::dispatch::Wire;
use crate::error::Error;
use crate::options::Options;
use crate::unknown::{Key as Kept, UnknownFields};
use crate::wire::context::Context;
use crate::wire::output::{Handed, Output, Target};
use crate::wire::present::{Present, State};

/// A cursor of this wire's writer, handed over.
pub(super) type Out<'o, 'b> = Handed<'o, 'b, Context>;

/// Writes protobuf. Made and driven by [`Wire::encode`]; public, so that other drivers may be built on it.
#[derive(Debug)]
pub struct Encoder<'o, 'b> {
    pub(super) out: Output<'o, 'b, Context>,
    /// How many levels may still be opened.
    levels: usize,
}

impl Encoder<'_, '_> {
    /// Appends what `body` writes to a buffer.
    ///
    /// # Errors
    ///
    /// The first failure; the buffer's length is then as before.
    #[inline]
    pub fn write<'t>(
        target: impl Into<Target<'t>>,
        options: &Options,
        body: impl FnOnce(&mut Encoder<'_, '_>),
    ) -> Result<(), Error> {
        Context::write(target.into(), options, (), |out, levels| {
            Encoder::on(out, levels, body)
        })
    }
}

impl<'o, 'b> Encoder<'o, 'b> {
    /// Runs `body` on an encoder at a cursor.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn on(out: Out<'o, 'b>, levels: usize, body: impl FnOnce(&mut Self)) -> Out<'o, 'b> {
        let mut encoder = Self {
            out: out.take(),
            levels,
        };
        body(&mut encoder);
        encoder.out.hand()
    }

    /// Calls a function that begins with [`on`](Self::on); what it is given, and what it gives back, stays in registers. See
    /// [`Output::apart`].
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn apart(&mut self, call: impl for<'x> FnOnce(Out<'x, 'b>, usize) -> Out<'x, 'b>) {
        let levels = self.levels;
        self.out.apart(|out| (call(out, levels), ()));
    }
}

impl Encoder<'_, '_> {
    /// Writes what stands before a value.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn put_tag(&mut self, tag: Tag) {
        match tag.len {
            0 => {}
            1 => self.out.byte(tag.bytes[0]),
            2 => self.out.put([tag.bytes[0], tag.bytes[1]], 2),
            len => self.out.put(tag.bytes, len),
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn put_varint(&mut self, tag: Tag, value: u64) {
        if tag.len <= 2 && value < 0x80 {
            let word = tag.word() | (value << (8 * tag.len));
            self.out.put((word as u32).to_le_bytes(), tag.len + 1);
        } else {
            self.put_tag(tag);
            varint::write(&mut self.out, value);
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn put_fixed32(&mut self, tag: Tag, value: u32) {
        self.put_tag(tag);
        self.out.put(value.to_le_bytes(), 4);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn put_fixed64(&mut self, tag: Tag, value: u64) {
        self.put_tag(tag);
        self.out.put(value.to_le_bytes(), 8);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn put_bytes(&mut self, tag: Tag, bytes: &[u8]) {
        if tag.len <= 2 && bytes.len() <= 32 {
            let word = tag.word() | ((bytes.len() as u64) << (8 * tag.len));
            self.out.put((word as u32).to_le_bytes(), tag.len + 1);
            self.out.short(bytes);
        } else {
            self.apart(|out, _| long_bytes(out, tag.word(), tag.len, bytes));
        }
    }

    /// Writes what `body` writes, after its length. An empty one is taken back where it is a zero that is absent.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn put_delimited<P: Place>(&mut self, at: &P, body: impl FnOnce(&mut Self)) {
        const fn vanishes(info: &Info) -> bool {
            info.is_implicit() && !matches!(info.role, Role::Field)
        }
        let start = self.out.position();
        self.put_tag(tag::<P, LEN>(at));
        let hole = self.out.position();
        self.out.byte(0);
        body(self);
        let len = self.fill_hole(hole);
        when!(at: P, vanishes => {
            if len == 0 {
                self.out.truncate(start);
            }
        } else {});
    }

    /// Puts the length of what was written behind a hole into it, and says what it is.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn fill_hole(&mut self, hole: usize) -> usize {
        let len = self.out.position() - hole - 1;
        if len < 0x80 {
            self.out.patch(hole, len as u8);
        } else {
            self.apart(|out, _| widen(out, hole, len));
        }
        len
    }

    /// Runs `body` one level down.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn nested(&mut self, body: impl FnOnce(&mut Self)) {
        let levels = self.levels;
        if levels == 0 {
            let position = self.out.position();
            return self.out.cx_mut().too_deep(Wire::Protobuf, position);
        }
        self.levels = levels - 1;
        body(self);
        self.levels = levels;
    }

    /// Writes the fields of a message, and those that it does not know.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn put_fields<M: Codec>(&mut self, message: &M) {
        self.apart(|out, levels| fields(out, levels, message));
        if const { M::KEEPS_UNKNOWN }
            && let Some(unknown) = message.unknown()
            && !unknown.is_empty()
        {
            self.apart(|out, _| put_unknown(out, message, unknown));
        }
    }
}

/// Writes the fields of a message: the one place where they are walked.
fn fields<'o, 'b, M: Codec>(out: Out<'o, 'b>, levels: usize, message: &M) -> Out<'o, 'b> {
    Encoder::on(out, levels, |w| message.encode_fields(w))
}

/// Writes bytes behind a tag, whose length is 8 at most, and theirs.
#[inline(never)]
fn long_bytes<'o, 'b>(out: Out<'o, 'b>, tag: u64, len: usize, bytes: &[u8]) -> Out<'o, 'b> {
    let mut out = out.take();
    out.put(tag.to_le_bytes(), len);
    varint::write(&mut out, bytes.len() as u64);
    out.bytes(bytes);
    out.hand()
}

/// Puts a length of more than a byte into the hole of one that was left for it.
#[inline(never)]
fn widen<'o, 'b>(out: Out<'o, 'b>, hole: usize, len: usize) -> Out<'o, 'b> {
    let mut out = out.take();
    let (bytes, count) = varint::bytes(len as u64);
    out.patch(hole, bytes[0]);
    out.insert(hole + 1, bytes.get(1..count).unwrap_or_default());
    out.hand()
}

/// Appends the unknown fields, but for the value of a field that is known and has another value by now.
#[cold]
#[inline(never)]
fn put_unknown<'o, 'b, M: Codec>(
    out: Out<'o, 'b>,
    message: &M,
    unknown: &UnknownFields,
) -> Out<'o, 'b> {
    let mut out = out.take();
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
            out.bytes(bytes);
        }
    }
    out.hand()
}
