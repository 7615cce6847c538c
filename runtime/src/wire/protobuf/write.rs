//! The protobuf driver that writes: one pass forwards, lengths patched into holes.

use alloc::vec::Vec;

use super::place::{Held, Item, Run, is_wrapped};
use super::tag::{END, I32, I64, LEN, START, Tag, VARINT, is_packable, is_root, tag};
use super::varint::{self, zigzag};
use crate::codec::{Codec, Key, Place, Role, Scalar, Value, Writer, info};
use crate::dispatch::Wire;
use crate::error::Error;
use crate::options::Options;
use crate::schema::{Encoding, Presence};
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
    cx: &'c mut Context,
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
    fn put_tag<const WIRE_TYPE: u8, P: Place>(&mut self, at: &P) {
        let tag = tag::<P, WIRE_TYPE>(at);
        match tag.len {
            0 => {}
            1 => self.out.byte(tag.bytes[0]),
            2 => self.out.put([tag.bytes[0], tag.bytes[1]], 2),
            len => self.out.put(tag.bytes, len),
        }
    }

    #[inline(always)]
    fn put_varint<P: Place>(&mut self, at: &P, value: u64) {
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
    fn put_fixed32<P: Place>(&mut self, at: &P, value: u32) {
        self.put_tag::<I32, P>(at);
        self.out.put(value.to_le_bytes(), 4);
    }

    #[inline(always)]
    fn put_fixed64<P: Place>(&mut self, at: &P, value: u64) {
        self.put_tag::<I64, P>(at);
        self.out.put(value.to_le_bytes(), 8);
    }

    #[inline(always)]
    fn put_bytes<P: Place>(&mut self, at: &P, bytes: &[u8]) {
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
    fn nested(&mut self, body: impl FnOnce(&mut Self)) {
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
    fn put_fields<M: Codec>(&mut self, message: &M) {
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
fn is_implicit<P: Place>(at: &P) -> bool {
    matches!(at.presence(), Presence::Implicit)
}

#[inline]
fn needs_wrapper<P: Place>(at: &P) -> bool {
    is_wrapped(&info(at))
}

#[inline]
fn is_packed<P: Place>(list: &P) -> bool {
    let item = info(&Item(*list));
    is_packable(&item.ty) && item.packed
}

impl Writer for Encoder<'_, '_> {
    #[inline(always)]
    fn absent<P: Place>(&mut self, at: P) {
        if at.role() == Role::Element {
            self.put_delimited(&at, |_| {});
        }
    }

    #[inline(always)]
    fn some<P: Place, T: Codec>(&mut self, at: P, value: &T) {
        if matches!(at.role(), Role::Element | Role::Value) {
            return self.nested(|w| w.put_delimited(&at, |w| value.encode(w, Held(at))));
        }
        value.encode(self, Held(at));
    }

    #[inline(always)]
    fn bool<P: Place>(&mut self, at: P, value: bool) {
        if value || !is_implicit(&at) {
            self.put_varint(&at, u64::from(value));
        }
    }

    #[inline(always)]
    fn u64<P: Place>(&mut self, at: P, value: u64) {
        if value == 0 && is_implicit(&at) {
            return;
        }
        match at.encoding() {
            Encoding::Fixed => self.put_fixed64(&at, value),
            _ => self.put_varint(&at, value),
        }
    }

    #[inline(always)]
    fn i64<P: Place>(&mut self, at: P, value: i64) {
        if value == 0 && is_implicit(&at) {
            return;
        }
        match at.encoding() {
            Encoding::Fixed => self.put_fixed64(&at, value as u64),
            Encoding::Zigzag => self.put_varint(&at, zigzag(value)),
            _ => self.put_varint(&at, value as u64),
        }
    }

    #[inline(always)]
    fn u32<P: Place>(&mut self, at: P, value: u32) {
        if value == 0 && is_implicit(&at) {
            return;
        }
        match at.encoding() {
            Encoding::Fixed => self.put_fixed32(&at, value),
            _ => self.put_varint(&at, u64::from(value)),
        }
    }

    #[inline(always)]
    fn i32<P: Place>(&mut self, at: P, value: i32) {
        if value == 0 && is_implicit(&at) {
            return;
        }
        match at.encoding() {
            Encoding::Fixed => self.put_fixed32(&at, value as u32),
            Encoding::Zigzag => self.put_varint(&at, zigzag(i64::from(value))),
            _ => self.put_varint(&at, i64::from(value) as u64),
        }
    }

    fn u128<P: Place>(&mut self, at: P, value: u128) {
        if value != 0 || !is_implicit(&at) {
            self.put_bytes(&at, &value.to_be_bytes());
        }
    }

    fn i128<P: Place>(&mut self, at: P, value: i128) {
        self.u128(at, value as u128);
    }

    #[inline(always)]
    fn f32<P: Place>(&mut self, at: P, value: f32) {
        if value.to_bits() != 0 || !is_implicit(&at) {
            self.put_fixed32(&at, value.to_bits());
        }
    }

    #[inline(always)]
    fn f64<P: Place>(&mut self, at: P, value: f64) {
        if value.to_bits() != 0 || !is_implicit(&at) {
            self.put_fixed64(&at, value.to_bits());
        }
    }

    #[inline(always)]
    fn str<P: Place>(&mut self, at: P, value: &str) {
        self.put_bytes(&at, value.as_bytes());
    }

    fn unverified<P: Place>(&mut self, at: P, value: &[u8]) {
        self.put_bytes(&at, value);
    }

    fn char<P: Place>(&mut self, at: P, value: char) {
        if value != '\0' || !is_implicit(&at) {
            self.put_bytes(&at, value.encode_utf8(&mut [0; 4]).as_bytes());
        }
    }

    #[inline(always)]
    fn bytes<P: Place>(&mut self, at: P, value: &[u8]) {
        self.put_bytes(&at, value);
    }

    fn duration<P: Place>(&mut self, at: P, secs: i64, nanos: i32) {
        self.apart(|w| w.put_time(&at, secs, nanos));
    }

    fn timestamp<P: Place>(&mut self, at: P, secs: i64, nanos: u32) {
        self.apart(|w| w.put_time(&at, secs, nanos as i32));
    }

    fn unit<P: Place>(&mut self, at: P) {
        if !is_root(&at) {
            self.put_delimited(&at, |_| {});
        }
    }

    #[inline(always)]
    fn enumeration<P: Place>(&mut self, at: P, number: i32, _name: Option<&'static str>) {
        if number != 0 || !is_implicit(&at) {
            self.put_varint(&at, i64::from(number) as u64);
        }
    }

    #[inline(always)]
    fn message<P: Place, M: Codec>(&mut self, at: P, message: &M) {
        self.apart(|w| w.message_of(at, message));
    }

    #[inline(always)]
    fn union<P: Place, M: Codec>(&mut self, at: P, union: &M) {
        self.apart(|w| w.union_of(at, union));
    }

    #[inline(always)]
    fn list<'i, P: Place, T: Codec + 'i, I: ExactSizeIterator<Item = &'i T>>(
        &mut self,
        at: P,
        items: I,
    ) {
        self.apart(|w| w.list_of(at, items));
    }

    #[inline]
    fn run<P: Place, T: Scalar>(&mut self, at: P, items: &[T]) {
        if !self.put_run(at, items) {
            self.list(at, items.iter());
        }
    }

    #[inline(always)]
    fn map<'i, P, K, V, I>(&mut self, at: P, entries: I)
    where
        P: Place,
        K: Codec + 'i,
        V: Codec + 'i,
        I: ExactSizeIterator<Item = (&'i K, &'i V)>,
    {
        self.apart(|w| w.map_of(at, entries));
    }

    #[cold]
    fn fail(&mut self, error: Error) {
        self.cx.fail(error);
    }
}

/// What is walked in a function of its own, on a copy of the writer.
impl Encoder<'_, '_> {
    fn message_of<P: Place, M: Codec>(&mut self, at: P, message: &M) {
        self.nested(|w| {
            if is_root(&at) {
                w.put_fields(message);
            } else if matches!(at.encoding(), Encoding::Group) {
                w.put_tag::<START, P>(&at);
                w.put_fields(message);
                w.put_tag::<END, P>(&at);
            } else {
                w.put_delimited(&at, |w| w.put_fields(message));
            }
        });
    }

    fn union_of<P: Place, M: Codec>(&mut self, at: P, union: &M) {
        if union
            .unknown()
            .is_some_and(|unknown| unknown.is_foreign(Wire::Protobuf))
        {
            if !at.may_be_absent() {
                self.fail(Error::foreign_variant(Wire::Protobuf, self.out.position()));
            }
            return;
        }
        self.nested(|w| {
            if is_root(&at) {
                w.put_fields(union);
            } else {
                w.put_delimited(&at, |w| w.put_fields(union));
            }
        });
    }

    fn list_of<'i, P: Place, T: Codec + 'i, I: ExactSizeIterator<Item = &'i T>>(
        &mut self,
        at: P,
        items: I,
    ) {
        if needs_wrapper(&at) {
            return self.nested(|w| w.put_delimited(&at, |w| w.items(at, items)));
        }
        self.items(at, items);
    }

    fn map_of<'i, P, K, V, I>(&mut self, at: P, entries: I)
    where
        P: Place,
        K: Codec + 'i,
        V: Codec + 'i,
        I: ExactSizeIterator<Item = (&'i K, &'i V)>,
    {
        if needs_wrapper(&at) {
            return self.nested(|w| w.put_delimited(&at, |w| w.entries(at, entries)));
        }
        self.entries(at, entries);
    }
}

impl Encoder<'_, '_> {
    /// Seconds and nanoseconds, as google.protobuf.Duration and Timestamp have them.
    fn put_time<P: Place>(&mut self, at: &P, secs: i64, nanos: i32) {
        let body = |w: &mut Self| {
            for (tag, value) in [
                (Tag::new(1, VARINT), secs),
                (Tag::new(2, VARINT), i64::from(nanos)),
            ] {
                if value != 0 {
                    w.out.byte(tag.bytes[0]);
                    varint::write(&mut w.out, value as u64);
                }
            }
        };
        if is_root(at) {
            body(self)
        } else {
            self.put_delimited(at, body)
        }
    }

    /// Writes the elements of a list.
    #[inline]
    fn items<'i, P: Place, T: Codec + 'i, I: ExactSizeIterator<Item = &'i T>>(
        &mut self,
        list: P,
        items: I,
    ) {
        if !is_packed(&list) {
            items.for_each(|item| item.encode(self, Item(list)));
        } else if items.len() > 0 {
            self.put_delimited(&Run(list), |w| {
                items.for_each(|item| item.encode(w, Item(list)))
            });
        }
    }

    /// Writes the entries of a map.
    fn entries<'i, P, K, V, I>(&mut self, map: P, entries: I)
    where
        P: Place,
        K: Codec + 'i,
        V: Codec + 'i,
        I: ExactSizeIterator<Item = (&'i K, &'i V)>,
    {
        self.nested(|w| {
            for (key, value) in entries {
                w.put_delimited(&Item(map), |w| {
                    key.encode(w, Key(map));
                    value.encode(w, Value(map));
                });
            }
        });
    }
}
