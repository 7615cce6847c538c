//! The protobuf driver that writes: one pass forwards, lengths patched into holes.

use super::encoder::{Encoder, Out};
use super::place::{Held, Item, Run, is_wrapped};
use super::tag::{END, I32, I64, LEN, START, Tag, VARINT, is_packed, tag};
use super::varint::{self, zigzag};
use crate::codec::{Codec, Info, Key, Place, Role, Scalar, Value, Writer, stand, when};
use crate::dispatch::Wire;
use crate::error::Error;

#[cfg_attr(not(debug_assertions), inline(always))]
fn is_implicit<P: Place>(at: &P) -> bool {
    when!(at: P, Info::is_implicit => { true } else { false })
}

/// What may hold much is walked in a function of its own, at the end of this file.
impl Writer for Encoder<'_, '_> {
    const GATHERS: bool = true;

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn absent<P: Place>(&mut self, at: P) {
        const fn is_element(info: &Info) -> bool {
            matches!(info.role, Role::Element)
        }
        when!(at: P, is_element => { self.put_delimited(&at, |_| {}) } else {});
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn some<P: Place, T: Codec>(&mut self, at: P, value: &T) {
        when!(at: P, Info::is_member => {
            stand!(held = Held(at));
            self.nested(|w| w.put_delimited(&at, |w| value.encode(w, held)))
        } else {
            stand!(held = Held(at));
            value.encode(self, held)
        });
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn bool<P: Place>(&mut self, at: P, value: bool) {
        if value || !is_implicit(&at) {
            self.put_varint(tag::<P, VARINT>(&at), u64::from(value));
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn u64<P: Place>(&mut self, at: P, value: u64) {
        if value == 0 && is_implicit(&at) {
            return;
        }
        when!(at: P, Info::is_fixed => {
            self.put_fixed64(tag::<P, I64>(&at), value)
        } else {
            self.put_varint(tag::<P, VARINT>(&at), value)
        });
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn i64<P: Place>(&mut self, at: P, value: i64) {
        let bits = when!(at: P, Info::is_zigzag => { zigzag(value) } else { value as u64 });
        self.u64(at, bits);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn u32<P: Place>(&mut self, at: P, value: u32) {
        if value == 0 && is_implicit(&at) {
            return;
        }
        when!(at: P, Info::is_fixed => {
            self.put_fixed32(tag::<P, I32>(&at), value)
        } else {
            self.put_varint(tag::<P, VARINT>(&at), u64::from(value))
        });
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn i32<P: Place>(&mut self, at: P, value: i32) {
        when!(at: P, Info::is_fixed => {
            self.u32(at, value as u32)
        } else {
            self.i64(at, i64::from(value))
        });
    }

    fn u128<P: Place>(&mut self, at: P, value: u128) {
        if value != 0 || !is_implicit(&at) {
            self.bytes_always(at, &value.to_be_bytes());
        }
    }

    fn i128<P: Place>(&mut self, at: P, value: i128) {
        self.u128(at, value as u128);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn f32<P: Place>(&mut self, at: P, value: f32) {
        if value.to_bits() != 0 || !is_implicit(&at) {
            self.put_fixed32(tag::<P, I32>(&at), value.to_bits());
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn f64<P: Place>(&mut self, at: P, value: f64) {
        if value.to_bits() != 0 || !is_implicit(&at) {
            self.put_fixed64(tag::<P, I64>(&at), value.to_bits());
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn str<P: Place>(&mut self, at: P, value: &str) {
        self.bytes(at, value.as_bytes());
    }

    fn unverified<P: Place>(&mut self, at: P, value: &[u8]) {
        self.bytes(at, value);
    }

    fn char<P: Place>(&mut self, at: P, value: char) {
        if value != '\0' || !is_implicit(&at) {
            self.bytes_always(at, value.encode_utf8(&mut [0; 4]).as_bytes());
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn bytes<P: Place>(&mut self, at: P, value: &[u8]) {
        if value.is_empty() && is_implicit(&at) {
            return;
        }
        self.bytes_always(at, value);
    }

    fn uuid<P: Place>(&mut self, at: P, value: [u8; 16]) {
        self.u128(at, u128::from_be_bytes(value));
    }

    fn duration<P: Place>(&mut self, at: P, secs: i64, nanos: i32) {
        self.put_time(&at, secs, nanos);
    }

    fn timestamp<P: Place>(&mut self, at: P, secs: i64, nanos: u32) {
        self.put_time(&at, secs, nanos as i32);
    }

    fn unit<P: Place>(&mut self, at: P) {
        when!(at: P, Info::is_root => {} else { self.put_delimited(&at, |_| {}) });
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn enumeration<P: Place>(&mut self, at: P, number: i32, _name: Option<&'static str>) {
        if number != 0 || !is_implicit(&at) {
            self.put_varint(tag::<P, VARINT>(&at), i64::from(number) as u64);
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn message<P: Place, M: Codec>(&mut self, at: P, message: &M) {
        self.apart(|out, levels| message_of(out, levels, at, message));
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn union<P: Place, M: Codec>(&mut self, at: P, union: &M) {
        self.apart(|out, levels| union_of(out, levels, at, union));
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn list<'i, P: Place, T: Codec + 'i, I: ExactSizeIterator<Item = &'i T>>(
        &mut self,
        at: P,
        items: I,
    ) {
        self.apart(|out, levels| list_of(out, levels, at, items));
    }

    #[inline]
    fn run<P: Place, T: Scalar>(&mut self, at: P, items: &[T]) {
        if !self.put_run(at, items) {
            self.list(at, items.iter());
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
        self.apart(|out, levels| map_of(out, levels, at, entries));
    }

    #[cold]
    fn fail(&mut self, error: Error) {
        self.out.cx_mut().fail(error);
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
        when!(at: P, Info::is_root => { body(self) } else { self.put_delimited(at, body) });
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn bytes_always<P: Place>(&mut self, at: P, value: &[u8]) {
        self.put_bytes(tag::<P, LEN>(&at), value);
    }

    /// Writes the elements of a list.
    #[inline]
    fn items<'i, P: Place, T: Codec + 'i, I: ExactSizeIterator<Item = &'i T>>(
        &mut self,
        list: P,
        items: I,
    ) {
        when!(list: P, is_packed => {
            if items.len() > 0 {
                self.put_delimited(&Run(list), |w| {
                    stand!(item_place = Item(list));
                    items.for_each(|item| item.encode(w, item_place));
                });
            }
        } else {
            stand!(item_place = Item(list));
            items.for_each(|item| item.encode(self, item_place));
        });
    }

    /// Writes the entries of a map.
    fn entries<'i, P, K, V, I>(&mut self, map: P, entries: I)
    where
        P: Place,
        K: Codec + 'i,
        V: Codec + 'i,
        I: ExactSizeIterator<Item = (&'i K, &'i V)>,
    {
        stand!(entry = Item(map));
        stand!(key_place = Key(map));
        stand!(value_place = Value(map));
        self.nested(|w| {
            for (key, value) in entries {
                w.put_delimited(&entry, |w| {
                    key.encode(w, key_place);
                    value.encode(w, value_place);
                });
            }
        });
    }
}

fn message_of<'o, 'b, P: Place, M: Codec>(
    out: Out<'o, 'b>,
    levels: usize,
    at: P,
    message: &M,
) -> Out<'o, 'b> {
    Encoder::on(out, levels, |w| {
        w.nested(|w| {
            when!(at: P, Info::is_root => {
                w.put_fields(message);
            } else {
                when!(at: P, Info::is_group => {
                    w.put_tag(tag::<P, START>(&at));
                    w.put_fields(message);
                    w.put_tag(tag::<P, END>(&at));
                } else {
                    w.put_delimited(&at, |w| w.put_fields(message));
                });
            });
        });
    })
}

fn union_of<'o, 'b, P: Place, M: Codec>(
    out: Out<'o, 'b>,
    levels: usize,
    at: P,
    union: &M,
) -> Out<'o, 'b> {
    Encoder::on(out, levels, |w| {
        let unknown = union.unknown();
        if unknown.is_some_and(|unknown| unknown.is_foreign(Wire::Protobuf)) {
            if !at.may_be_absent() {
                w.fail(Error::foreign_variant(Wire::Protobuf, w.out.position()));
            }
            return;
        }
        w.nested(|w| {
            when!(at: P, Info::is_root => {
                w.put_fields(union);
            } else {
                w.put_delimited(&at, |w| w.put_fields(union));
            });
        });
    })
}

fn list_of<'o, 'b, 'i, P: Place, T: Codec + 'i, I: ExactSizeIterator<Item = &'i T>>(
    out: Out<'o, 'b>,
    levels: usize,
    at: P,
    items: I,
) -> Out<'o, 'b> {
    Encoder::on(out, levels, |w| {
        when!(at: P, is_wrapped => {
            w.nested(|w| w.put_delimited(&at, |w| w.items(at, items)));
        } else {
            w.items(at, items);
        });
    })
}

fn map_of<'o, 'b, 'i, P, K, V, I>(out: Out<'o, 'b>, levels: usize, at: P, entries: I) -> Out<'o, 'b>
where
    P: Place,
    K: Codec + 'i,
    V: Codec + 'i,
    I: ExactSizeIterator<Item = (&'i K, &'i V)>,
{
    Encoder::on(out, levels, |w| {
        when!(at: P, is_wrapped => {
            w.nested(|w| w.put_delimited(&at, |w| w.entries(at, entries)));
        } else {
            w.entries(at, entries);
        });
    })
}
