//! [`Encoder`]: the driver that writes JSON, once for each dialect.

use core::marker::PhantomData;

use super::base64;
use super::dialect::{Dialect, Proto};
use super::emit::Choices;
use super::key::Prefix;
use super::run::run_of;
use super::store;
use super::value::{is_wide, unwritable};
use crate::codec::{
    Codec, Element, Key, Number, Opaque, Place, Role, Scalar, Value, Writer, constant_schema, info,
    stand,
};
use crate::dispatch::Wire;
use crate::error::Error;
use crate::options::Options;
use crate::schema::{Form, Schema};
use crate::time;
use crate::unknown::UnknownFields;
use crate::uuid;
use crate::wire::context::Context;
use crate::wire::known::{TIMELESS, holds_null, may_be_known};
use crate::wire::output::{Handed, Output, Target};

/// What this wire's writer holds of its own.
#[derive(Debug)]
pub(super) struct Own {
    pub(super) options: Options<'static>,
    pub(super) choices: Choices,
}

/// A cursor of this wire's writer, handed over.
pub(super) type Out<'o, 'b> = Handed<'o, 'b, Context<Own>>;

/// The driver that writes JSON, compact and in the dialect `D`.
#[derive(Debug)]
pub struct Encoder<'o, 'b, D> {
    pub(super) out: Output<'o, 'b, Context<Own>>,
    /// How many levels may still be opened.
    pub(super) levels: usize,
    dialect: PhantomData<D>,
}

impl<D: Dialect> Encoder<'_, '_, D> {
    /// Appends what `body` writes to a buffer, with what a program chooses.
    ///
    /// # Errors
    ///
    /// The first failure; the buffer's length is then as before.
    #[inline]
    pub fn write<'t>(
        target: impl Into<Target<'t>>,
        options: &Options,
        choices: Choices,
        body: impl FnOnce(&mut Encoder<'_, '_, D>),
    ) -> Result<(), Error> {
        let own = Own {
            options: options.bare(),
            choices,
        };
        Context::write(target.into(), options, own, |out, levels| {
            Encoder::on(out, options.room.unwrap_or(levels), body)
        })
    }
}

impl<'o, 'b, D: Dialect> Encoder<'o, 'b, D> {
    /// Runs `body` on an encoder at a cursor.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn on(out: Out<'o, 'b>, levels: usize, body: impl FnOnce(&mut Self)) -> Out<'o, 'b> {
        let mut encoder = Self {
            out: out.take(),
            levels,
            dialect: PhantomData,
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

    /// Runs on another encoder at the same cursor what is seldom needed, so that this one may stay in registers.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn seldom(&mut self, body: impl FnOnce(&mut Encoder<'_, 'b, D>)) {
        self.apart(|out, levels| seldom(out, levels, body));
    }
}

#[inline(never)]
fn seldom<'o, 'b, D: Dialect>(
    out: Out<'o, 'b>,
    levels: usize,
    body: impl FnOnce(&mut Encoder<'_, 'b, D>),
) -> Out<'o, 'b> {
    Encoder::on(out, levels, body)
}

/// What may hold much is walked in a function of its own, at the end of this file.
impl<D: Dialect> Writer for Encoder<'_, '_, D> {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn absent<P: Place>(&mut self, at: P) {
        let info = info(&at);
        // Where nothing has a name, what is absent keeps the place of what follows.
        let is_named = D::PROTO || !info.tuple && (info.oneof || holds_null(&info.ty));
        if matches!(info.role, Role::Field) && is_named {
            return;
        }
        let prefix = self.prefix(&at);
        store::word(&mut self.out, prefix, *b"null    ", 4);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn absent_variants<P: Place>(&mut self, first: P, count: u32) {
        if const { !D::PROTO } && info(&first).tuple {
            for _ in 0..count {
                self.absent(first);
            }
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
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

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn u64<P: Place>(&mut self, at: P, value: u64) {
        self.integer(at, D::PROTO && is_wide(&at), false, value);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn i64<P: Place>(&mut self, at: P, value: i64) {
        self.integer(
            at,
            D::PROTO && is_wide(&at),
            value < 0,
            value.unsigned_abs(),
        );
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn u32<P: Place>(&mut self, at: P, value: u32) {
        self.integer(at, false, false, u64::from(value));
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn i32<P: Place>(&mut self, at: P, value: i32) {
        self.integer(at, false, value < 0, u64::from(value.unsigned_abs()));
    }

    fn u128<P: Place>(&mut self, at: P, value: u128) {
        self.seldom(|w| w.big(at, value));
    }

    fn i128<P: Place>(&mut self, at: P, value: i128) {
        self.seldom(|w| w.big(at, value));
    }

    #[inline]
    fn f32<P: Place>(&mut self, at: P, value: f32) {
        if value.to_bits() == 0 && self.omits(&at) {
            return;
        }
        if !value.is_finite() {
            return self.seldom(|w| w.special(&at, f64::from(value)));
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
            return self.seldom(|w| w.special(&at, value));
        }
        let prefix = self.prefix(&at);
        store::float(&mut self.out, prefix, value);
    }

    fn number<P: Place>(&mut self, at: P, value: Number<'_>) {
        match value {
            Number::Unsigned(value) => self.integer(at, false, false, value),
            Number::Negative(value) => self.integer(at, false, true, value.unsigned_abs()),
            Number::Float(value) => self.f64(at, value),
            Number::Text(text) => self.seldom(|w| {
                w.begin(&at);
                w.out.bytes(text.as_bytes());
            }),
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
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
        self.out.apart(|out| (base64::encode(out, value), ()));
        self.out.byte(b'"');
        self.end(&at);
    }

    fn uuid<P: Place>(&mut self, at: P, value: [u8; 16]) {
        if value != [0; 16] || !self.omits(&at) {
            self.seldom(|w| w.ascii(&at, &uuid::text(&value)));
        }
    }

    fn duration<P: Place>(&mut self, at: P, secs: i64, nanos: i32) {
        self.seldom(|w| w.ascii(&at, time::duration_text(secs, nanos).as_bytes()));
    }

    fn timestamp<P: Place>(&mut self, at: P, secs: i64, nanos: u32) {
        match time::timestamp_text(secs, nanos) {
            Some(text) => self.seldom(|w| w.ascii(&at, text.as_bytes())),
            None => self.fail(unwritable(TIMELESS)),
        }
    }

    fn opaque<P: Place, V: Opaque>(&mut self, at: P, value: &V) {
        let mut text = alloc::vec::Vec::new();
        match value.write(Wire::Json, &mut text) {
            Ok(()) => self.seldom(|w| {
                w.begin(&at);
                w.out.bytes(&text);
            }),
            Err(error) => self.fail(error),
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
        match name
            .filter(|_| has_null || !(D::CHOSEN && self.out.cx().own.choices.enums_as_integers))
        {
            // A number that null has not is null, too: as a number it would be another value.
            _ if has_null && info(&at).role != Role::Key => {
                let prefix = self.prefix(&at);
                store::word(&mut self.out, prefix, *b"null    ", 4);
            }
            Some(name) => self.text(&at, name),
            None => self.integer(at, false, number < 0, u64::from(number.unsigned_abs())),
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn message<P: Place, M: Codec>(&mut self, at: P, message: &M) {
        self.apart(|out, levels| message_of::<D, _, _>(out, levels, at, message));
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn union<P: Place, M: Codec>(&mut self, at: P, union: &M) {
        self.apart(|out, levels| union_of::<D, _, _>(out, levels, at, union));
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn list<'i, P: Place, T: Codec + 'i, I: ExactSizeIterator<Item = &'i T>>(
        &mut self,
        at: P,
        items: I,
    ) {
        self.apart(|out, levels| list_of::<D, _, _, _>(out, levels, at, items));
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn run<P: Place, T: Scalar>(&mut self, at: P, items: &[T]) {
        self.apart(|out, levels| run_of::<D, P, T>(out, levels, &at, items));
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn map<'i, P, K, V, I>(&mut self, at: P, entries: I)
    where
        P: Place,
        K: Codec + 'i,
        V: Codec + 'i,
        I: ExactSizeIterator<Item = (&'i K, &'i V)>,
    {
        self.apart(|out, levels| map_of::<D, _, _, _, _>(out, levels, at, entries));
    }

    #[cold]
    fn fail(&mut self, error: Error) {
        self.out.cx_mut().fail(error);
    }
}

fn message_of<'o, 'b, D: Dialect, P: Place, M: Codec>(
    out: Out<'o, 'b>,
    levels: usize,
    at: P,
    message: &M,
) -> Out<'o, 'b> {
    Encoder::<D>::on(out, levels, |w| {
        if const { may_be_known(constant_schema::<M>()) } {
            let form = message.schema().form();
            if form != Form::Plain {
                return w.seldom(|w| w.known(at, form, message));
            }
        }
        if const { M::KEEPS_UNKNOWN && !D::PROTO && may_be_tuple(constant_schema::<M>()) }
            && message.schema().is_tuple()
            && let Some(unknown) = message.unknown()
            && (unknown.has(Wire::Json) || w.out.cx().own.options.registry.is_some())
        {
            return w.seldom(|w| w.named_tuple(&at, unknown, message));
        }
        let (open, close) = match !D::PROTO && message.schema().is_tuple() {
            true => (b'[', b']'),
            false => (b'{', b'}'),
        };
        w.level(&at, open, close, |w, start| {
            w.apart(|out, levels| fields::<D, M>(out, levels, message));
            if const { M::KEEPS_UNKNOWN }
                && let Some(unknown) = message.unknown()
                && !unknown.is_empty()
            {
                w.seldom(|w| w.unknown(start, unknown, message));
            }
        });
    })
}

/// Whether the values of a schema, if it is known at compile time, are arrays.
const fn may_be_tuple(schema: Option<&'static Schema>) -> bool {
    match schema {
        Some(schema) => schema.is_tuple(),
        None => true,
    }
}

impl<'b, D: Dialect> Encoder<'_, 'b, D> {
    /// A tuple that keeps members, which have names: it is an object then, as ProtoJSON has it.
    #[cold]
    fn named_tuple<P: Place, M: Codec>(&mut self, at: &P, unknown: &UnknownFields, message: &M) {
        self.begin(at);
        self.nested(|w| {
            let start = w.out.position();
            w.apart(|out, levels| fields::<Proto, M>(out, levels, message));
            w.apart(|out, levels| {
                Encoder::<Proto>::on(out, levels, |w| w.unknown(start, unknown, message))
            });
            if w.out.position() == start {
                w.out.byte(b'{');
            } else {
                w.out.patch(start, b'{');
            }
            w.out.byte(b'}');
        });
    }
}

/// Writes the fields of a message: the one place where they are walked.
fn fields<'o, 'b, D: Dialect, M: Codec>(
    out: Out<'o, 'b>,
    levels: usize,
    message: &M,
) -> Out<'o, 'b> {
    Encoder::<D>::on(out, levels, |w| message.encode_fields(w))
}

fn union_of<'o, 'b, D: Dialect, P: Place, M: Codec>(
    out: Out<'o, 'b>,
    levels: usize,
    at: P,
    union: &M,
) -> Out<'o, 'b> {
    Encoder::<D>::on(out, levels, |w| {
        if const { M::KEEPS_UNKNOWN }
            && let Some(unknown) = union.unknown()
        {
            return w.seldom(|w| w.unknown_variant(at, unknown));
        }
        w.begin(&at);
        w.nested(|w| {
            let start = w.out.position();
            w.apart(|out, levels| fields::<D, M>(out, levels, union));
            if w.out.written(start).first() != Some(&b'"') {
                w.out.byte(b'}');
            }
        });
    })
}

fn list_of<'o, 'b, 'i, D: Dialect, P: Place, T: Codec + 'i, I: ExactSizeIterator<Item = &'i T>>(
    out: Out<'o, 'b>,
    levels: usize,
    at: P,
    items: I,
) -> Out<'o, 'b> {
    Encoder::<D>::on(out, levels, |w| {
        if items.len() > 0 || !w.omits(&at) {
            w.level(&at, b'[', b']', |w, _| {
                stand!(element = Element(at));
                items.for_each(|item| item.encode(w, element));
            });
        }
    })
}

fn map_of<'o, 'b, 'i, D: Dialect, P, K, V, I>(
    out: Out<'o, 'b>,
    levels: usize,
    at: P,
    entries: I,
) -> Out<'o, 'b>
where
    P: Place,
    K: Codec + 'i,
    V: Codec + 'i,
    I: ExactSizeIterator<Item = (&'i K, &'i V)>,
{
    Encoder::<D>::on(out, levels, |w| {
        if entries.len() > 0 || !w.omits(&at) {
            w.level(&at, b'{', b'}', |w, _| {
                stand!(key_place = Key(at));
                stand!(value_place = Value(at));
                entries.for_each(|(key, value)| {
                    key.encode(w, key_place);
                    value.encode(w, value_place);
                });
            });
        }
    })
}
