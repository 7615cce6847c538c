//! The MessagePack driver that writes: one method for each word of the schema's vocabulary.

use super::encoder::{Encoder, Out, fields};
use super::kept::with_unknown;
use super::run::run_of;
use super::slots::Slots;
use super::{marker, time};
use alloc::vec::Vec;

use crate::codec::{
    Codec, Element, Info, Key, Number, Opaque, Place, Scalar, Value, Writer, stand, when,
};
use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::wire::output::Follow;

/// What may hold much is walked in a function of its own, at the end of this file.
impl<S: Slots> Writer for Encoder<'_, '_, S> {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn absent<P: Place>(&mut self, at: P) {
        if const { S::LEAVES_OUT } && when!(at: P, Info::is_field => { true } else { false }) {
            return;
        }
        self.prefix(&at);
        self.out.byte(marker::NIL);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn absent_variants<P: Place>(&mut self, first: P, count: u32) {
        if const { S::LEAVES_OUT } {
            return;
        }
        self.prefix(&first);
        S::pass(self, first.slot() + count);
        let mut left = count as usize;
        while left > 8 {
            self.out.put([marker::NIL; 8], 8);
            left -= 8;
        }
        self.out.put([marker::NIL; 8], left);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn bool<P: Place>(&mut self, at: P, value: bool) {
        if self.prefix_of(&at, !value) {
            return;
        }
        self.out
            .byte(if value { marker::TRUE } else { marker::FALSE });
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn u64<P: Place>(&mut self, at: P, value: u64) {
        if self.prefix_of(&at, value == 0) {
            return;
        }
        self.put_unsigned(value);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn i64<P: Place>(&mut self, at: P, value: i64) {
        if self.prefix_of(&at, value == 0) {
            return;
        }
        self.put_signed(value);
    }

    fn u128<P: Place>(&mut self, at: P, value: u128) {
        if self.prefix_of(&at, value == 0) {
            return;
        }
        self.put_bytes(&value.to_be_bytes());
    }

    fn i128<P: Place>(&mut self, at: P, value: i128) {
        self.u128(at, value as u128);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn f32<P: Place>(&mut self, at: P, value: f32) {
        if self.prefix_of(&at, value.to_bits() == 0) {
            return;
        }
        let word = u64::from(value.to_bits()) << 32;
        self.out.tagged(marker::F32, word, Follow::Four);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn f64<P: Place>(&mut self, at: P, value: f64) {
        if self.prefix_of(&at, value.to_bits() == 0) {
            return;
        }
        self.out.tagged(marker::F64, value.to_bits(), Follow::Eight);
    }

    fn number<P: Place>(&mut self, at: P, value: Number<'_>) {
        match (value, value.double()) {
            (Number::Unsigned(value), _) => self.u64(at, value),
            (Number::Negative(value), _) => self.i64(at, value),
            (_, Some(double)) => self.f64(at, double),
            (_, None) => self.fail(Error::new(
                Fault::Unwritable("the number is neither an integer of 64 bits nor a double: help: make it a string"),
                None,
                0,
            )),
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn str<P: Place>(&mut self, at: P, value: &str) {
        if self.prefix_of(&at, value.is_empty()) {
            return;
        }
        self.put_str(value);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn char<P: Place>(&mut self, at: P, value: char) {
        if self.prefix_of(&at, value == '\0') {
            return;
        }
        self.put_str(value.encode_utf8(&mut [0; 4]));
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn bytes<P: Place>(&mut self, at: P, value: &[u8]) {
        if self.prefix_of(&at, value.is_empty()) {
            return;
        }
        self.put_bytes(value);
    }

    fn uuid<P: Place>(&mut self, at: P, value: [u8; 16]) {
        self.u128(at, u128::from_be_bytes(value));
    }

    fn duration<P: Place>(&mut self, at: P, secs: i64, nanos: i32) {
        self.prefix(&at);
        self.out.byte(0x92);
        self.put_signed(secs);
        self.put_signed(i64::from(nanos));
    }

    fn timestamp<P: Place>(&mut self, at: P, secs: i64, nanos: u32) {
        self.prefix(&at);
        time::write(&mut self.out, secs, nanos);
    }

    fn opaque<P: Place, V: Opaque>(&mut self, at: P, value: &V) {
        let mut bytes = Vec::new();
        match value.write(Wire::MsgPack, &mut bytes) {
            Ok(()) => {
                self.prefix(&at);
                self.out.bytes(&bytes);
            }
            Err(error) => self.fail(error),
        }
    }

    fn unit<P: Place>(&mut self, at: P) {
        self.prefix(&at);
        self.out.byte(marker::EMPTY);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn enumeration<P: Place>(&mut self, at: P, number: i32, _name: Option<&'static str>) {
        if self.prefix_of(&at, number == 0) {
            return;
        }
        self.put_signed(i64::from(number));
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn message<P: Place, M: Codec>(&mut self, at: P, message: &M) {
        self.apart(|out, levels, slots| message_of(out, levels, slots, at, message));
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn union<P: Place, M: Codec>(&mut self, at: P, union: &M) {
        self.apart(|out, levels, slots| union_of(out, levels, slots, at, union));
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn list<'i, P: Place, T: Codec + 'i, I: ExactSizeIterator<Item = &'i T>>(
        &mut self,
        at: P,
        items: I,
    ) {
        self.apart(|out, levels, slots| list_of(out, levels, slots, at, items));
    }

    #[inline]
    fn run<P: Place, T: Scalar>(&mut self, at: P, items: &[T]) {
        if self.prefix_of(&at, items.is_empty()) {
            return;
        }
        if items.is_empty() && self.levels > 0 {
            self.out.byte(marker::EMPTY);
        } else {
            self.apart(|out, levels, slots| run_of(out, levels, slots, items));
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn map<'i, P, K, V, I>(&mut self, at: P, entries: I)
    where
        P: Place,
        K: Codec + 'i,
        V: Codec + 'i,
        I: ExactSizeIterator<Item = (&'i K, &'i V)>,
    {
        self.apart(|out, levels, slots| map_of(out, levels, slots, at, entries));
    }

    #[cold]
    fn fail(&mut self, error: Error) {
        self.out.cx_mut().fail(error);
    }
}

fn message_of<'o, 'b, S: Slots, P: Place, M: Codec>(
    out: Out<'o, 'b>,
    levels: usize,
    slots: S,
    at: P,
    message: &M,
) -> (Out<'o, 'b>, S) {
    Encoder::on(out, levels, slots, |w| {
        w.prefix(&at);
        w.nested(|w| {
            if const { M::KEEPS_UNKNOWN }
                && let Some(unknown) = message.unknown()
                && unknown.has(Wire::MsgPack)
            {
                return w.apart(|out, levels, slots| {
                    with_unknown(out, levels, slots, message, unknown)
                });
            }
            w.put_message(message, 0);
        });
    })
}

fn union_of<'o, 'b, S: Slots, P: Place, M: Codec>(
    out: Out<'o, 'b>,
    levels: usize,
    slots: S,
    at: P,
    union: &M,
) -> (Out<'o, 'b>, S) {
    Encoder::on(out, levels, slots, |w| {
        if const { M::KEEPS_UNKNOWN }
            && let Some(unknown) = union.unknown()
        {
            if unknown.is_foreign(Wire::MsgPack) && at.may_be_absent() {
                return w.absent(at);
            }
            w.prefix(&at);
            return w.nested(|w| {
                w.apart(|out, levels, slots| {
                    Encoder::on(out, levels, slots, |w| w.put_unknown_variant(unknown))
                });
            });
        }
        w.prefix(&at);
        w.nested(|w| {
            w.out.byte(0x92);
            w.apart(|out, levels, slots| fields(out, levels, slots, union));
        });
    })
}

fn list_of<'o, 'b, 'i, S: Slots, P: Place, T: Codec + 'i, I: ExactSizeIterator<Item = &'i T>>(
    out: Out<'o, 'b>,
    levels: usize,
    slots: S,
    at: P,
    items: I,
) -> (Out<'o, 'b>, S) {
    Encoder::on(out, levels, slots, |w| {
        if !w.prefix_of(&at, items.len() == 0) {
            w.put_array(items.len());
            stand!(element = Element(at));
            w.nested(|w| items.for_each(|item| item.encode(w, element)));
        }
    })
}

fn map_of<'o, 'b, 'i, S: Slots, P, K, V, I>(
    out: Out<'o, 'b>,
    levels: usize,
    slots: S,
    at: P,
    entries: I,
) -> (Out<'o, 'b>, S)
where
    P: Place,
    K: Codec + 'i,
    V: Codec + 'i,
    I: ExactSizeIterator<Item = (&'i K, &'i V)>,
{
    Encoder::on(out, levels, slots, |w| {
        if !w.prefix_of(&at, entries.len() == 0) {
            w.put_map(entries.len());
            stand!(key_place = Key(at));
            stand!(value_place = Value(at));
            w.nested(|w| {
                for (key, value) in entries {
                    key.encode(w, key_place);
                    value.encode(w, value_place);
                }
            });
        }
    })
}
