//! What the MessagePack writer holds, and how it puts the format's pieces into the output.

use super::count::Count;
use super::marker;
use super::slots::{Form, InOrder, Keyed, Slots, Sought, fill, form};
use crate::codec::{Codec, Info, Place, when};
use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::options::Options;
use crate::wire::context::Context;
use crate::wire::output::{Follow, Handed, Output, Target};

/// A cursor of this wire's writer, handed over.
pub(super) type Out<'o, 'b> = Handed<'o, 'b, Context>;

/// Writes MessagePack. Made and driven by [`Wire::encode`]; public, so that other drivers may be built on it.
///
/// `S` is how the message that is being written finds the slots of its fields.
#[derive(Debug)]
pub struct Encoder<'o, 'b, S = InOrder> {
    pub(super) out: Output<'o, 'b, Context>,
    /// How many levels may still be opened.
    pub(super) levels: usize,
    pub(super) slots: S,
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
            Encoder::on(out, levels, InOrder, body).0
        })
    }
}

impl<'o, 'b, S: Slots> Encoder<'o, 'b, S> {
    /// Runs `body` on an encoder at a cursor; also what it has come to in the slots.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn on(
        out: Out<'o, 'b>,
        levels: usize,
        slots: S,
        body: impl FnOnce(&mut Self),
    ) -> (Out<'o, 'b>, S) {
        let mut encoder = Self {
            out: out.take(),
            levels,
            slots,
        };
        body(&mut encoder);
        (encoder.out.hand(), encoder.slots)
    }

    /// Calls a function that begins with [`on`](Self::on); what it is given, and what it gives back, stays in registers. See
    /// [`Output::apart`].
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn apart(
        &mut self,
        call: impl for<'x> FnOnce(Out<'x, 'b>, usize, S) -> (Out<'x, 'b>, S),
    ) {
        let (levels, slots) = (self.levels, self.slots);
        self.slots = self.out.apart(|out| call(out, levels, slots));
    }

    /// [`apart`](Self::apart) for a function that needs the cursor alone.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn beside(&mut self, call: impl for<'x> FnOnce(Out<'x, 'b>) -> Out<'x, 'b>) {
        self.out.apart(|out| (call(out), ()));
    }
}

impl<S: Slots> Encoder<'_, '_, S> {
    /// Writes what stands before the value at a place: nils for the slots up to it, or its number.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn prefix<P: Place>(&mut self, at: &P) {
        self.prefix_of(at, false);
    }

    /// As [`prefix`](Self::prefix), unless the value is zero and the message a map, which leaves it out: then `true`.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn prefix_of<P: Place>(&mut self, at: &P, is_zero: bool) -> bool {
        when!(at: P, Info::is_field => {
            S::reach(self, at, is_zero)
        } else {
            when!(at: P, Info::is_variant => { self.put_unsigned(u64::from(at.number())) } else {});
            false
        })
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn put_unsigned(&mut self, value: u64) {
        if value < 0x80 {
            self.out.byte(value as u8);
        } else if value < 0x1_0000 {
            self.put_short(value as u16, value > 0xff, 0);
        } else if value < 0x1_0000_0000 {
            self.put_word(value as u32, 0);
        } else {
            self.out.tagged(marker::U64, value, Follow::Eight);
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn put_signed(&mut self, value: i64) {
        const BIAS: i64 = 0x8000_0000;
        let signed = if value < 0 { SIGNED } else { 0 };
        if is_fixed(value) {
            self.out.byte(value as u8);
        } else if (-0x8000..0x1_0000).contains(&value) {
            self.put_short(value as u16, !(-0x80..0x100).contains(&value), signed);
        } else if (value.wrapping_add(BIAS) as u64) < 0x1_8000_0000 {
            self.put_word(value as u32, signed);
        } else {
            self.out
                .tagged(marker::U64 + signed, value as u64, Follow::Eight);
        }
    }

    /// An integer of one byte or of two, without a jump that would be hard to foresee.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn put_short(&mut self, value: u16, has_two: bool, signed: u8) {
        let bytes = if has_two { value.swap_bytes() } else { value };
        let marker = u32::from(marker::U8 + u8::from(has_two) + signed);
        let word = u32::from(bytes) << 8 | marker;
        self.out.put(word.to_le_bytes(), 2 + usize::from(has_two));
    }

    /// An integer of four bytes.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn put_word(&mut self, value: u32, signed: u8) {
        let [a, b, c, d] = value.to_be_bytes();
        self.out.put([marker::U32 + signed, a, b, c, d], 5);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn put_array(&mut self, len: usize) {
        if len < 16 {
            self.out.byte(0x90 | len as u8);
        } else {
            self.beside(|out| put_len(out, len, marker::ARRAY16, marker::ARRAY32));
        }
    }

    /// The header of an array whose length is mostly a constant.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn put_slots_header(&mut self, slots: u32) {
        match u16::try_from(slots) {
            Ok(slots @ 16..) => {
                let [a, b] = slots.to_be_bytes();
                self.out.put([marker::ARRAY16, a, b], 3);
            }
            _ => self.put_array(slots as usize),
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn put_map(&mut self, len: usize) {
        if len < 16 {
            self.out.byte(0x80 | len as u8);
        } else {
            self.beside(|out| put_len(out, len, marker::MAP16, marker::MAP32));
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
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

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn put_bytes(&mut self, value: &[u8]) {
        self.put_long(value, [marker::BIN8, marker::BIN16, marker::BIN32]);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn put_long(&mut self, value: &[u8], [form8, form16, form32]: [u8; 3]) {
        match u8::try_from(value.len()) {
            Ok(len) => self.out.put([form8, len], 2),
            Err(_) => self.beside(|out| put_len(out, value.len(), form16, form32)),
        }
        self.out.short(value);
    }

    /// Runs `body` one level down.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn nested(&mut self, body: impl FnOnce(&mut Self)) {
        let levels = self.levels;
        if levels == 0 {
            let position = self.out.position();
            return self.out.cx_mut().too_deep(Wire::MsgPack, position);
        }
        self.levels = levels - 1;
        body(self);
        self.levels = levels;
    }

    /// Writes a message but for its unknown fields. Where it is an array, its header tells of `added` slots more than follow.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn put_message<M: Codec>(&mut self, message: &M, added: u32) {
        let (levels, form) = (self.levels, form(message));
        if const { Form::may_be::<M>(Form::InOrder(0)) }
            && let Form::InOrder(slots) = form
        {
            self.put_slots_header(slots + added);
            self.beside(|out| fields(out, levels, InOrder, message).0);
        }
        if const { Form::may_be::<M>(Form::Sought(0)) }
            && let Form::Sought(slots) = form
        {
            self.put_slots_header(slots + added);
            self.beside(|out| sought_fields(out, levels, slots, message));
        }
        if const { Form::may_be::<M>(Form::Keyed) }
            && let Form::Keyed = form
        {
            let mut count = Count::default();
            message.encode_fields(&mut count);
            self.put_map(count.0);
            self.beside(|out| fields(out, levels, Keyed, message).0);
        }
    }
}

/// Writes the fields of a message: the one place where they are walked.
pub(super) fn fields<'o, 'b, M: Codec, S: Slots>(
    out: Out<'o, 'b>,
    levels: usize,
    slots: S,
    message: &M,
) -> (Out<'o, 'b>, S) {
    Encoder::on(out, levels, slots, |w| message.encode_fields(w))
}

/// [`fields`] of a message with slots between them and behind.
fn sought_fields<'o, 'b, M: Codec>(
    out: Out<'o, 'b>,
    levels: usize,
    slots: u32,
    message: &M,
) -> Out<'o, 'b> {
    let (out, sought) = fields(out, levels, Sought::first(message.schema()), message);
    fill(out, levels, sought, slots).0
}

/// A header of a length that has forms of 16 and 32 bits.
#[inline(never)]
fn put_len<'o, 'b>(out: Out<'o, 'b>, len: usize, form16: u8, form32: u8) -> Out<'o, 'b> {
    let mut out = out.take();
    if let Ok(len) = u16::try_from(len) {
        let [a, b] = len.to_be_bytes();
        out.put([form16, a, b], 3);
    } else if let Ok(len) = u32::try_from(len) {
        let [a, b, c, d] = len.to_be_bytes();
        out.put([form32, a, b, c, d], 5);
    } else {
        let error = Error::new(
            Fault::Unwritable("MessagePack has no length of 2^32 or more"),
            Some(Wire::MsgPack),
            out.position(),
        );
        out.cx_mut().fail(error);
    }
    out.hand()
}

/// By how much the markers of signed integers exceed those of unsigned ones.
const SIGNED: u8 = marker::I8 - marker::U8;

/// Whether an integer is its own marker.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) const fn is_fixed(value: i64) -> bool {
    (value as u64).wrapping_add(32) < 160
}

/// How an integer is written behind a marker, or without one.
#[derive(Clone, Copy)]
#[repr(align(4))]
struct Width {
    marker: u8,
    /// How far its bytes are from the head of a word, in bits.
    shift: u8,
    follow: Follow,
}

const fn width(marker: u8, bits: u8, follow: Follow) -> Width {
    Width {
        marker,
        shift: 64 - bits,
        follow,
    }
}

/// The widths of integers that are not negative, and of those that are.
static WIDTHS: [Width; 10] = [
    width(0, 8, Follow::Zero),
    width(marker::U8, 8, Follow::One),
    width(marker::U16, 16, Follow::Two),
    width(marker::U32, 32, Follow::Four),
    width(marker::U64, 64, Follow::Eight),
    width(0, 8, Follow::Zero),
    width(marker::I8, 8, Follow::One),
    width(marker::I16, 16, Follow::Two),
    width(marker::I32, 32, Follow::Four),
    width(marker::I64, 64, Follow::Eight),
];

/// The marker of an unsigned integer, its bytes at the head of a word, and how many of them follow.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn wide(value: u64) -> (u8, u64, Follow) {
    let index = usize::from(value > 0x7f)
        + usize::from(value > 0xff)
        + usize::from(value > 0xffff)
        + usize::from(value > 0xffff_ffff);
    spread(value, index)
}

/// [`wide`] for a signed integer, of which only negative ones have markers of their own.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn wide_signed(value: i64) -> (u8, u64, Follow) {
    let sign = value >> 63;
    let magnitude = (value ^ sign) as u64;
    let bits = magnitude + (magnitude & sign as u64);
    let index = usize::from(!is_fixed(value))
        + usize::from(bits > 0xff)
        + usize::from(bits > 0xffff)
        + usize::from(bits > 0xffff_ffff);
    spread(value as u64, index + (sign as usize & 5))
}

/// The integers that [`wide`] gives the marker of this one: the least, and by how much the greatest exceeds it.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) const fn alike(value: u64) -> (u64, u64) {
    match value {
        0..=0x7f => (0, 0x7f),
        0x80..=0xff => (0x80, 0x7f),
        0x100..=0xffff => (0x100, 0xfeff),
        0x1_0000..=0xffff_ffff => (0x1_0000, 0xfffe_ffff),
        _ => (0x1_0000_0000, u64::MAX - 0x1_0000_0000),
    }
}

/// [`alike`] for signed integers, as bits.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) const fn alike_signed(value: i64) -> (u64, u64) {
    const fn range(least: i64, greatest: i64) -> (u64, u64) {
        (least as u64, greatest.abs_diff(least))
    }
    match value {
        0x1_0000_0000.. => range(0x1_0000_0000, i64::MAX),
        0.. => alike(value as u64),
        -0x20..0 => range(-0x20, -1),
        -0x80..-0x20 => range(-0x80, -0x21),
        -0x8000..-0x80 => range(-0x8000, -0x81),
        -0x8000_0000..-0x8000 => range(-0x8000_0000, -0x8001),
        _ => range(i64::MIN, -0x8000_0001),
    }
}

/// Finds no jump but a load: the widths of numbers that follow each other are hard to foresee.
#[cfg_attr(not(debug_assertions), inline(always))]
fn spread(value: u64, index: usize) -> (u8, u64, Follow) {
    let width = WIDTHS[if index < WIDTHS.len() { index } else { 0 }];
    (width.marker, value << (width.shift & 63), width.follow)
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
    fn integers_are_alike_if_they_have_one_marker() {
        let values = (0..64).flat_map(|bits| (-2..=2).map(move |near| (1_i128 << bits) + near));
        let values: Vec<i128> = values.flat_map(|value| [value, -value]).collect();
        let unsigned: Vec<u64> = values.iter().filter_map(|v| (*v).try_into().ok()).collect();
        for one in &unsigned {
            let (least, span) = alike(*one);
            for other in &unsigned {
                let is_alike = other.wrapping_sub(least) <= span;
                assert_eq!(is_alike, wide(*one).0 == wide(*other).0, "{one} {other}");
            }
        }
        let signed: Vec<i64> = values.iter().filter_map(|v| (*v).try_into().ok()).collect();
        for one in &signed {
            let (least, span) = alike_signed(*one);
            for other in &signed {
                let is_alike = (*other as u64).wrapping_sub(least) <= span;
                let zero = is_fixed(*one) && (*one < 0) != (*other < 0);
                let same = wide_signed(*one).0 == wide_signed(*other).0;
                assert_eq!(is_alike, same && !zero, "{one} {other}");
            }
        }
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

    #[test]
    fn an_empty_list_takes_a_level_as_any_other() {
        let lists: [Vec<Vec<u32>>; 2] = [alloc::vec![Vec::new()], alloc::vec![alloc::vec![1]]];
        for list in lists {
            for (depth, fits) in [(0, false), (1, true)] {
                let limits = crate::Limits {
                    depth,
                    ..crate::Limits::default()
                };
                let options = Options::new().limits(limits);
                let written = options.encode(Wire::MsgPack, &list);
                assert_eq!(written.is_ok(), fits, "{list:?} {depth}");
                let bytes = Wire::MsgPack.encode(&list).unwrap();
                let read = options.decode::<Vec<Vec<u32>>>(Wire::MsgPack, &bytes);
                assert_eq!(read.is_ok(), fits, "{list:?} {depth}");
            }
        }
    }
}
