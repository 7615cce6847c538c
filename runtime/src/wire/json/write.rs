//! [`Encoder`]: the driver that writes JSON, once for each dialect.

use core::marker::PhantomData;

use alloc::vec::Vec;

use super::base64;
use super::dialect::Dialect;
use super::emit::Choices;
use super::key::Prefix;
use super::known::holds_null;
use super::store;
use super::value::{is_wide, unwritable};
use crate::codec::{Codec, Element, Key, Place, Role, Scalar, Value, Writer, info};
use crate::error::Error;
use crate::options::Options;
use crate::schema::Form;
use crate::time;
use crate::wire::output::Output;

/// The driver that writes JSON, compact and in the dialect `D`.
#[derive(Debug)]
pub struct Encoder<'a, D> {
    pub(super) out: Output<'a>,
    /// How many levels may still be opened.
    pub(super) depth: usize,
    pub(super) limit: usize,
    pub(super) options: Options,
    pub(super) choices: Choices,
    error: Option<Error>,
    dialect: PhantomData<D>,
}

impl<'a, D: Dialect> Encoder<'a, D> {
    /// A driver that appends to `buffer`.
    pub fn new(buffer: &'a mut Vec<u8>, options: &Options) -> Self {
        let depth = options.limits.depth;
        Self {
            out: Output::new(buffer),
            depth: options.room.unwrap_or(depth.saturating_add(1)),
            limit: depth,
            options: *options,
            choices: Choices::default(),
            error: None,
            dialect: PhantomData,
        }
    }

    /// With what a program chooses.
    pub(super) fn choosing(mut self, choices: Choices) -> Self {
        self.choices = choices;
        self
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
}

impl<D: Dialect> Writer for Encoder<'_, D> {
    #[inline(always)]
    fn absent<P: Place>(&mut self, at: P) {
        let info = info(&at);
        if matches!(info.role, Role::Field) && (D::PROTO || info.oneof || holds_null(&info.ty)) {
            return;
        }
        let prefix = self.prefix(&at);
        store::word(&mut self.out, prefix, *b"null    ", 4);
    }

    #[inline(always)]
    fn bool<P: Place>(&mut self, at: P, value: bool) {
        if !value && self.omits(&at) {
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
        if value.to_bits() == 0 && self.omits(&at) {
            return;
        }
        if !value.is_finite() {
            return self.special(&at, f64::from(value));
        }
        let prefix = self.prefix(&at);
        store::float(&mut self.out, prefix, value);
    }

    #[inline]
    fn f64<P: Place>(&mut self, at: P, value: f64) {
        if value.to_bits() == 0 && self.omits(&at) {
            return;
        }
        if !value.is_finite() {
            return self.special(&at, value);
        }
        let prefix = self.prefix(&at);
        store::float(&mut self.out, prefix, value);
    }

    #[inline(always)]
    fn str<P: Place>(&mut self, at: P, value: &str) {
        if value.is_empty() && self.omits(&at) {
            return;
        }
        self.text(&at, value);
    }

    fn unverified<P: Place>(&mut self, at: P, value: &[u8]) {
        match core::str::from_utf8(value) {
            Ok(text) => self.str(at, text),
            Err(_) => self.fail(unwritable(
                "the text is not UTF-8, which JSON must be: help: clear the field, or make it `bytes` in the schema",
            )),
        }
    }

    #[inline]
    fn char<P: Place>(&mut self, at: P, value: char) {
        if value == '\0' && self.omits(&at) {
            return;
        }
        self.text(&at, value.encode_utf8(&mut [0; 4]));
    }

    #[inline]
    fn bytes<P: Place>(&mut self, at: P, value: &[u8]) {
        if value.is_empty() && self.omits(&at) {
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
        if number == 0 && self.omits(&at) {
            return;
        }
        let has_null = holds_null(&info(&at).ty);
        match name.filter(|_| has_null || !(D::CHOSEN && self.choices.enums_as_integers)) {
            Some(_) if has_null && info(&at).role != Role::Key => {
                let prefix = self.prefix(&at);
                store::word(&mut self.out, prefix, *b"null    ", 4);
            }
            Some(name) => self.text(&at, name),
            None => self.integer(at, false, number < 0, u64::from(number.unsigned_abs())),
        }
    }

    #[inline]
    fn message<P: Place, M: Codec>(&mut self, at: P, message: &M) {
        let form = message.schema().form();
        if form != Form::Plain {
            return self.known(at, form, message);
        }
        self.begin(&at);
        if !self.enter() {
            return;
        }
        let start = self.out.position();
        message.encode_fields(self);
        if let Some(unknown) = message.unknown()
            && !unknown.is_empty()
        {
            self.unknown(start, unknown, message);
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
        if items.len() == 0 && self.omits(&at) {
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
    fn run<P: Place, T: Scalar>(&mut self, at: P, items: &[T]) {
        self.scalars(&at, items);
    }

    #[inline]
    fn map<'i, P, K, V, I>(&mut self, at: P, entries: I)
    where
        P: Place,
        K: Codec + 'i,
        V: Codec + 'i,
        I: ExactSizeIterator<Item = (&'i K, &'i V)>,
    {
        if entries.len() == 0 && self.omits(&at) {
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
