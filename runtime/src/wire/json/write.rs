//! [`Encoder`]: the driver that writes JSON, once for each dialect.

use core::marker::PhantomData;

use alloc::vec::Vec;

use super::dialect::Dialect;
use super::key::Prefix;
use super::store::{self, Dress};
use super::{base64, kept, time};
use crate::Wire;
use crate::codec::{Codec, Element, Info, Key, Place, Role, Value, Writer, info};
use crate::error::{Error, Fault};
use crate::options::Options;
use crate::schema::{Presence, Type};
use crate::unknown::UnknownFields;
use crate::wire::output::Output;

/// The driver that writes JSON, compact and in the dialect `D`.
#[derive(Debug)]
pub struct Encoder<'a, D> {
    out: Output<'a>,
    /// How many levels may still be opened.
    depth: usize,
    limit: usize,
    error: Option<Error>,
    dialect: PhantomData<D>,
}

/// Whether a value at this place is a field that is absent when it is zero or empty.
#[inline(always)]
fn omits<D: Dialect, P: Place>(at: &P) -> bool {
    let info = info(at);
    D::PROTO
        && matches!(
            (info.role, info.presence),
            (Role::Field, Presence::Implicit)
        )
}

/// How an integer at this place is written.
#[inline(always)]
fn dress<P: Place>(at: &P, quoted: bool) -> Dress {
    match info(at).role {
        Role::Key => Dress::Key,
        _ if quoted => Dress::Quoted,
        _ => Dress::Bare,
    }
}

/// Whether ProtoJSON writes the integers of this place in quotes: those of 64 and 128 bits.
#[inline(always)]
fn is_wide<P: Place>(at: &P) -> bool {
    match info(at).ty {
        Type::Int(int) => int.is_wide() || int.is_128(),
        _ => true,
    }
}

impl<'a, D: Dialect> Encoder<'a, D> {
    /// A driver that appends to `buffer`.
    pub fn new(buffer: &'a mut Vec<u8>, options: &Options) -> Self {
        let depth = options.limits.depth;
        Self {
            out: Output::new(buffer),
            depth,
            limit: depth,
            error: None,
            dialect: PhantomData,
        }
    }

    /// Makes what was written part of the buffer.
    ///
    /// # Errors
    ///
    /// The first one that was recorded; the buffer is then as before.
    pub fn finish(self) -> Result<(), Error> {
        match self.error {
            None => {
                self.out.finish();
                Ok(())
            }
            Some(error) => Err(error),
        }
    }

    /// What stands before the value at `at`, to be stored together with the value. A place that is known only as the
    /// program runs has its prefix written at once.
    #[inline(always)]
    fn prefix<P: Place>(&mut self, at: &P) -> &'static Prefix {
        match const { &Prefix::at::<P>(D::PROTO) } {
            Some(prefix) => prefix,
            None => {
                self.write_prefix(&at.info());
                &Prefix::EMPTY
            }
        }
    }

    #[inline(never)]
    fn write_prefix(&mut self, info: &Info) {
        let name = if D::PROTO { info.json_name } else { info.name };
        match info.role {
            Role::Field if info.tuple && !D::PROTO => self.out.byte(b','),
            Role::Field => self.member(b',', name),
            Role::Variant => self.member(b'{', name),
            Role::Element | Role::Key => self.out.byte(b','),
            Role::Value | Role::Root => {}
        }
    }

    /// Appends `before`, a key and its colon.
    pub(super) fn member(&mut self, before: u8, name: &str) {
        self.out.byte(before);
        store::text(&mut self.out, &Prefix::EMPTY, name);
        self.out.byte(b':');
    }

    #[inline(always)]
    fn begin<P: Place>(&mut self, at: &P) {
        let prefix = self.prefix(at);
        prefix.write(&mut self.out);
    }

    /// Ends a key.
    #[inline(always)]
    fn end<P: Place>(&mut self, at: &P) {
        if matches!(info(at).role, Role::Key) {
            self.out.byte(b':');
        }
    }

    #[inline(always)]
    fn integer<P: Place>(&mut self, at: P, quoted: bool, negative: bool, magnitude: u64) {
        if magnitude == 0 && omits::<D, P>(&at) {
            return;
        }
        let prefix = self.prefix(&at);
        store::integer(
            &mut self.out,
            prefix,
            dress(&at, quoted),
            negative,
            magnitude,
        );
    }

    #[inline(always)]
    fn text<P: Place>(&mut self, at: &P, text: &str) {
        let prefix = self.prefix(at);
        store::text(&mut self.out, prefix, text);
        self.end(at);
    }

    /// Text that needs no escape.
    fn ascii<P: Place>(&mut self, at: &P, text: &[u8]) {
        self.begin(at);
        self.out.byte(b'"');
        self.out.short(text);
        self.out.byte(b'"');
        self.end(at);
    }

    fn big<P: Place>(&mut self, at: P, value: impl itoa::Integer) {
        let mut buffer = itoa::Buffer::new();
        let text = buffer.format(value);
        if text == "0" && omits::<D, P>(&at) {
            return;
        }
        if D::PROTO || matches!(info(&at).role, Role::Key) {
            self.ascii(&at, text.as_bytes());
        } else {
            self.begin(&at);
            self.out.bytes(text.as_bytes());
        }
    }

    /// A float whose text is `finite`, unless it is not.
    #[inline(always)]
    fn float<P: Place>(&mut self, at: &P, value: f64, finite: impl FnOnce(&mut Output<'_>)) {
        if value.is_finite() {
            self.begin(at);
            finite(&mut self.out);
        } else {
            let text: &[u8] = match (value.is_nan(), value > 0.0) {
                (true, _) => b"NaN",
                (false, true) => b"Infinity",
                (false, false) => b"-Infinity",
            };
            self.ascii(at, text);
        }
    }

    /// Opens a level, where there may be one more.
    #[inline(always)]
    fn enter(&mut self) -> bool {
        match self.depth.checked_sub(1) {
            Some(depth) => {
                self.depth = depth;
                true
            }
            None => {
                self.too_deep();
                false
            }
        }
    }

    #[cold]
    fn too_deep(&mut self) {
        self.fail(Error::new(
            Fault::Limit {
                limit: "depth",
                value: self.limit,
            },
            Some(Wire::Json),
            0,
        ));
    }

    /// Closes a level whose first comma, if there is one, becomes the bracket.
    #[inline(always)]
    fn leave(&mut self, start: usize, open: u8, close: u8) {
        if self.out.position() == start {
            self.out.put([open, close], 2);
        } else {
            self.out.patch(start, open);
            self.out.byte(close);
        }
        self.depth += 1;
    }
}

impl<D: Dialect> Writer for Encoder<'_, D> {
    #[inline(always)]
    fn absent<P: Place>(&mut self, at: P) {
        let info = info(&at);
        if matches!(info.role, Role::Field) && (D::PROTO || info.oneof) {
            return;
        }
        let prefix = self.prefix(&at);
        store::word(&mut self.out, prefix, *b"null    ", 4);
    }

    #[inline(always)]
    fn bool<P: Place>(&mut self, at: P, value: bool) {
        if !value && omits::<D, P>(&at) {
            return;
        }
        let prefix = self.prefix(&at);
        let (word, len) = match (info(&at).role, value) {
            (Role::Key, true) => (*b"\"true\": ", 7),
            (Role::Key, false) => (*b"\"false\":", 8),
            (_, true) => (*b"true    ", 4),
            (_, false) => (*b"false   ", 5),
        };
        store::word(&mut self.out, prefix, word, len);
    }

    #[inline(always)]
    fn u64<P: Place>(&mut self, at: P, value: u64) {
        self.integer(at, D::PROTO && is_wide(&at), false, value);
    }

    #[inline(always)]
    fn i64<P: Place>(&mut self, at: P, value: i64) {
        self.integer(
            at,
            D::PROTO && is_wide(&at),
            value < 0,
            value.unsigned_abs(),
        );
    }

    #[inline(always)]
    fn u32<P: Place>(&mut self, at: P, value: u32) {
        self.integer(at, false, false, u64::from(value));
    }

    #[inline(always)]
    fn i32<P: Place>(&mut self, at: P, value: i32) {
        self.integer(at, false, value < 0, u64::from(value.unsigned_abs()));
    }

    fn u128<P: Place>(&mut self, at: P, value: u128) {
        self.big(at, value);
    }

    fn i128<P: Place>(&mut self, at: P, value: i128) {
        self.big(at, value);
    }

    #[inline]
    fn f32<P: Place>(&mut self, at: P, value: f32) {
        if value.to_bits() == 0 && omits::<D, P>(&at) {
            return;
        }
        self.float(&at, f64::from(value), |out| {
            out.short(zmij::Buffer::new().format_finite(value).as_bytes())
        });
    }

    #[inline]
    fn f64<P: Place>(&mut self, at: P, value: f64) {
        if value.to_bits() == 0 && omits::<D, P>(&at) {
            return;
        }
        self.float(&at, value, |out| {
            out.short(zmij::Buffer::new().format_finite(value).as_bytes())
        });
    }

    #[inline(always)]
    fn str<P: Place>(&mut self, at: P, value: &str) {
        if value.is_empty() && omits::<D, P>(&at) {
            return;
        }
        self.text(&at, value);
    }

    #[inline]
    fn char<P: Place>(&mut self, at: P, value: char) {
        if value == '\0' && omits::<D, P>(&at) {
            return;
        }
        self.text(&at, value.encode_utf8(&mut [0; 4]));
    }

    #[inline]
    fn bytes<P: Place>(&mut self, at: P, value: &[u8]) {
        if value.is_empty() && omits::<D, P>(&at) {
            return;
        }
        self.begin(&at);
        self.out.byte(b'"');
        base64::encode(&mut self.out, value);
        self.out.byte(b'"');
        self.end(&at);
    }

    fn duration<P: Place>(&mut self, at: P, secs: i64, nanos: i32) {
        self.ascii(&at, time::duration_text(secs, nanos).as_bytes());
    }

    fn timestamp<P: Place>(&mut self, at: P, secs: i64, nanos: u32) {
        match time::timestamp_text(secs, nanos) {
            Some(text) => self.ascii(&at, text.as_bytes()),
            None => self.fail(unwritable(
                "the time lies outside of the years 1 to 9999, which RFC 3339 can write",
            )),
        }
    }

    fn unit<P: Place>(&mut self, at: P) {
        let start = self.out.position();
        self.begin(&at);
        let info = info(&at);
        if D::PROTO {
            self.out.bytes(b"{}");
        } else if info.role == Role::Variant {
            self.out.truncate(start);
            store::text(&mut self.out, &Prefix::EMPTY, info.name);
        } else {
            self.out.bytes(b"null");
        }
    }

    #[inline]
    fn enumeration<P: Place>(&mut self, at: P, number: i32, name: Option<&'static str>) {
        if number == 0 && omits::<D, P>(&at) {
            return;
        }
        match name {
            Some(name) => self.text(&at, name),
            None => self.integer(at, false, number < 0, u64::from(number.unsigned_abs())),
        }
    }

    #[inline]
    fn message<P: Place, M: Codec>(&mut self, at: P, message: &M) {
        self.begin(&at);
        if !self.enter() {
            return;
        }
        let start = self.out.position();
        message.encode_fields(self);
        if let Some(unknown) = message.unknown().and_then(|unknown| unknown.on(Wire::Json)) {
            kept::write::<D>(&mut self.out, start, unknown, message.schema());
        }
        if !D::PROTO && message.schema().is_tuple() {
            self.leave(start, b'[', b']');
        } else {
            self.leave(start, b'{', b'}');
        }
    }

    #[inline]
    fn union<P: Place, M: Codec>(&mut self, at: P, union: &M) {
        if let Some(unknown) = union.unknown() {
            return self.unknown_variant(at, unknown);
        }
        self.begin(&at);
        if !self.enter() {
            return;
        }
        let start = self.out.position();
        union.encode_fields(self);
        if self.out.written(start).first() != Some(&b'"') {
            self.out.byte(b'}');
        }
        self.depth += 1;
    }

    #[inline]
    fn list<'i, P: Place, T: Codec + 'i, I: ExactSizeIterator<Item = &'i T>>(
        &mut self,
        at: P,
        items: I,
    ) {
        if items.len() == 0 && omits::<D, P>(&at) {
            return;
        }
        self.begin(&at);
        if !self.enter() {
            return;
        }
        let start = self.out.position();
        items.for_each(|item| item.encode(self, Element(at)));
        self.leave(start, b'[', b']');
    }

    #[inline]
    fn map<'i, P, K, V, I>(&mut self, at: P, entries: I)
    where
        P: Place,
        K: Codec + 'i,
        V: Codec + 'i,
        I: ExactSizeIterator<Item = (&'i K, &'i V)>,
    {
        if entries.len() == 0 && omits::<D, P>(&at) {
            return;
        }
        self.begin(&at);
        if !self.enter() {
            return;
        }
        let start = self.out.position();
        entries.for_each(|(key, value)| {
            key.encode(self, Key(at));
            value.encode(self, Value(at));
        });
        self.leave(start, b'{', b'}');
    }

    #[cold]
    fn fail(&mut self, error: Error) {
        if self.error.is_none() {
            self.error = Some(error);
        }
    }
}

impl<D: Dialect> Encoder<'_, D> {
    /// A variant that this type does not know: as it came, if it came from JSON.
    #[cold]
    fn unknown_variant<P: Place>(&mut self, at: P, unknown: &UnknownFields) {
        if unknown.is_empty() || unknown.on(Wire::Json).is_some() {
            self.begin(&at);
            kept::write_variant(&mut self.out, unknown);
        } else if info(&at).role == Role::Field {
            self.absent(at);
        } else {
            self.fail(unwritable(
                "an unknown variant that came from another wire cannot be written",
            ));
        }
    }
}

#[cold]
fn unwritable(why: &'static str) -> Error {
    Error::new(Fault::Unwritable(why), Some(Wire::Json), 0)
}
