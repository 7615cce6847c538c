//! Writes constants, integers and text straight into the output's spare room.
#![allow(
    unsafe_code,
    reason = "a cursor file: stores into room that was made for them"
)]

use core::ptr;

use super::key::{Prefix, ROOM};
use super::scan::{Found, WIDTH, is_stop, stops};
use crate::codec::Scalar;
use crate::codec::run::Kind;
use crate::wire::output::Output;

/// The most bytes that a scalar takes. An integer: 20 digits, or 19 and a sign, two quotes and a colon. A float: what
/// `zmij` wants.
const INTEGER: usize = 24;

/// How an integer is dressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dress {
    /// `7`.
    Bare,
    /// `"7"`.
    Quoted,
    /// `"7":`.
    Key,
}

/// Appends a prefix.
#[inline(always)]
pub(super) fn prefix(out: &mut Output<'_>, prefix: &Prefix) {
    if prefix.len() == 0 {
        return;
    }
    let to = out.room(ROOM);
    // SAFETY: there is room for a whole prefix, and its length is initialised. Noticed by
    // `prefixes_and_words_at_every_length`.
    unsafe {
        store(to, prefix);
        out.pass(prefix.len());
    }
}

/// Appends a prefix and an integer.
#[inline(always)]
pub(super) fn integer(
    out: &mut Output<'_>,
    prefix: &Prefix,
    dress: Dress,
    negative: bool,
    magnitude: u64,
) {
    let to = out.room(ROOM + INTEGER);
    // SAFETY: there is room for a whole prefix and the longest integer; every byte that is passed was stored. Noticed by
    // `integers_at_every_length`.
    unsafe {
        store(to, prefix);
        let mut len = prefix.len();
        if dress != Dress::Bare {
            to.add(len).write(b'"');
            len += 1;
        }
        to.add(len).write(b'-');
        len += usize::from(negative);
        len += digits(to.add(len), magnitude);
        if dress != Dress::Bare {
            to.add(len).write(b'"');
            len += 1;
        }
        if dress == Dress::Key {
            to.add(len).write(b':');
            len += 1;
        }
        out.pass(len);
    }
}

/// Appends a prefix and up to eight bytes.
#[inline(always)]
pub(super) fn word(out: &mut Output<'_>, prefix: &Prefix, bytes: [u8; 8], len: usize) {
    let to = out.room(ROOM + 8);
    // SAFETY: there is room for a whole prefix and eight bytes, all of which are initialised. Noticed by
    // `prefixes_and_words_at_every_length`.
    unsafe {
        store(to, prefix);
        to.add(prefix.len())
            .cast::<[u8; 8]>()
            .write_unaligned(bytes);
        out.pass(prefix.len() + len.min(8));
    }
}

/// Appends a prefix and a finite float, as serde_json does.
#[inline(always)]
pub(super) fn float<F: zmij::Float>(out: &mut Output<'_>, prefix: &Prefix, value: F) {
    let to = out.room(ROOM + INTEGER);
    // SAFETY: there is room for a whole prefix and a float, whose bytes are passed. Noticed by
    // `floats_stand_where_they_are_made`.
    unsafe {
        store(to, prefix);
        let len = finite(to.add(prefix.len()), value);
        out.pass(prefix.len() + len);
    }
}

/// Appends scalars, each after a comma. Integers are in quotes if `quoted` says so.
pub(super) fn run<T: Scalar>(out: &mut Output<'_>, items: &[T], quoted: bool) {
    const TOGETHER: usize = 16;
    for items in items.chunks(TOGETHER) {
        let start = out.room(TOGETHER * (1 + INTEGER));
        let mut to = start;
        // SAFETY: there is room for as many commas and elements, and what is passed was stored. Noticed by
        // `runs_are_what_their_elements_are`.
        unsafe {
            for item in items {
                to.write(b',');
                to = to.add(1);
                to = to.add(scalar(to, *item, quoted));
            }
            out.pass(to.offset_from(start) as usize);
        }
    }
}

/// Stores a scalar, and says how many bytes it takes: at most [`INTEGER`].
///
/// # Safety
///
/// `to` is valid for writes of [`INTEGER`] bytes.
#[inline(always)]
unsafe fn scalar<T: Scalar>(to: *mut u8, item: T, quoted: bool) -> usize {
    let bits = item.bits();
    let (negative, magnitude) = match T::KIND {
        Kind::Unsigned(_) => (false, bits),
        Kind::Signed(_) => ((bits as i64) < 0, (bits as i64).unsigned_abs()),
        // SAFETY: so many bytes are there. Noticed by `runs_are_what_their_elements_are`.
        kind => unsafe {
            return match kind {
                Kind::Float32 if f32::from_bits(bits as u32).is_finite() => {
                    finite(to, f32::from_bits(bits as u32))
                }
                Kind::Float32 => special(to, f64::from(f32::from_bits(bits as u32))),
                Kind::Float64 if f64::from_bits(bits).is_finite() => {
                    finite(to, f64::from_bits(bits))
                }
                Kind::Float64 => special(to, f64::from_bits(bits)),
                _ => {
                    let word = if bits == 0 {
                        *b"false   "
                    } else {
                        *b"true    "
                    };
                    to.cast::<[u8; 8]>().write_unaligned(word);
                    5 - usize::from(bits != 0)
                }
            };
        },
    };
    // SAFETY: two quotes, a sign and 20 digits are fewer than `INTEGER` bytes. Noticed by `runs_are_what_their_elements_are`.
    unsafe {
        to.write(b'"');
        let mut len = usize::from(quoted);
        to.add(len).write(b'-');
        len += usize::from(negative);
        len += digits(to.add(len), magnitude);
        to.add(len).write(b'"');
        len + usize::from(quoted)
    }
}

/// The text of a float that is not finite.
pub(super) fn name(value: f64) -> &'static str {
    match (value.is_nan(), value > 0.0) {
        (true, _) => "NaN",
        (false, true) => "Infinity",
        (false, false) => "-Infinity",
    }
}

/// Stores a float that is not finite, and says how many bytes it takes.
///
/// # Safety
///
/// `to` is valid for writes of [`INTEGER`] bytes.
#[cold]
unsafe fn special(to: *mut u8, value: f64) -> usize {
    let name = name(value);
    // SAFETY: no name has more than nine bytes. Noticed by `runs_are_what_their_elements_are`.
    unsafe {
        to.write(b'"');
        ptr::copy_nonoverlapping(name.as_ptr(), to.add(1), name.len());
        to.add(name.len() + 1).write(b'"');
    }
    name.len() + 2
}

/// Stores a finite float, and says how many bytes it takes.
///
/// # Safety
///
/// `to` is valid for writes of [`INTEGER`] bytes.
#[inline(always)]
unsafe fn finite<F: zmij::Float>(to: *mut u8, value: F) -> usize {
    const {
        assert!(align_of::<zmij::Buffer>() == 1 && size_of::<zmij::Buffer>() <= INTEGER);
    }
    // SAFETY: a buffer may stand anywhere and says which of its bytes are initialised, of which the text is copied unless it
    // stands at their start. Noticed by `floats_stand_where_they_are_made`.
    unsafe {
        let buffer = to.cast::<zmij::Buffer>();
        buffer.write(zmij::Buffer::new());
        let text = (*buffer).format_finite(value);
        let (from, len) = (text.as_ptr(), text.len());
        if from != to {
            ptr::copy(from, to, len);
        }
        len
    }
}

/// Appends a prefix and text in quotes, escaped as serde_json does.
#[inline(always)]
pub(super) fn text(out: &mut Output<'_>, prefix: &Prefix, text: &str) {
    self::prefix(out, prefix);
    quoted(out, text.as_bytes());
}

fn quoted(out: &mut Output<'_>, mut bytes: &[u8]) {
    let to = out.room(bytes.len() + 2);
    // SAFETY: there is room for the quotes and the text; `plain` says how much of it was stored. Noticed by
    // `text_is_escaped_as_serde_json_does`.
    unsafe {
        to.write(b'"');
        let len = plain(to.add(1), bytes);
        if len == bytes.len() {
            to.add(len + 1).write(b'"');
            out.pass(len + 2);
            return;
        }
        out.pass(len + 1);
        bytes = bytes.get_unchecked(len..);
    }
    while let Some((&byte, rest)) = bytes.split_first() {
        escape(out, byte);
        let to = out.room(rest.len() + 1);
        // SAFETY: there is room for the text; `plain` says how much of it was stored, which is not more than there is.
        // Noticed by `text_is_escaped_as_serde_json_does`.
        unsafe {
            let len = plain(to, rest);
            out.pass(len);
            bytes = rest.get_unchecked(len..);
        }
    }
    out.byte(b'"');
}

/// Appends the escape of a byte that cannot stand as it is.
#[cold]
fn escape(out: &mut Output<'_>, byte: u8) {
    const HEX: [u8; 16] = *b"0123456789abcdef";
    let short = match byte {
        b'"' | b'\\' => byte,
        0x08 => b'b',
        b'\t' => b't',
        b'\n' => b'n',
        0x0c => b'f',
        b'\r' => b'r',
        _ => {
            let (high, low) = (HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]);
            return out.bytes(&[b'\\', b'u', b'0', b'0', high, low]);
        }
    };
    out.bytes(&[b'\\', short]);
}

/// Stores the text of `prefix`, and up to [`ROOM`] bytes in all.
///
/// # Safety
///
/// `to` is valid for writes of [`ROOM`] bytes.
#[inline(always)]
unsafe fn store(to: *mut u8, prefix: &Prefix) {
    let from = prefix.whole().as_ptr();
    // SAFETY: both are valid for `ROOM` bytes, and no length exceeds that. Noticed by `prefixes_and_words_at_every_length`.
    unsafe {
        match prefix.len() {
            0 => {}
            1..=8 => ptr::copy_nonoverlapping(from, to, 8),
            9..=16 => ptr::copy_nonoverlapping(from, to, 16),
            17..=32 => ptr::copy_nonoverlapping(from, to, 32),
            _ => ptr::copy_nonoverlapping(from, to, ROOM),
        }
    }
}

/// Copies plain text up to the first byte that needs an escape, and says how many bytes that were.
///
/// # Safety
///
/// `to` is valid for writes of `bytes.len()` bytes, and does not overlap `bytes`.
#[inline(always)]
unsafe fn plain(to: *mut u8, bytes: &[u8]) -> usize {
    let (blocks, tail) = bytes.as_chunks::<WIDTH>();
    let mut done = 0;
    for block in blocks {
        // SAFETY: `done + WIDTH <= bytes.len()`. Noticed by `text_is_escaped_as_serde_json_does`.
        unsafe { to.add(done).cast::<[u8; WIDTH]>().write_unaligned(*block) };
        let found = Found::new(block).stops;
        if found != 0 {
            return done + super::scan::lane(found);
        }
        done += WIDTH;
    }
    // SAFETY: the tail is what is left of `bytes`, and so is the room. Noticed by `text_is_escaped_as_serde_json_does`.
    done + unsafe { plain_tail(to.add(done), tail) }
}

/// [`plain`] for fewer than 16 bytes: two words that overlap.
///
/// # Safety
///
/// As for [`plain`].
#[inline(always)]
unsafe fn plain_tail(to: *mut u8, bytes: &[u8]) -> usize {
    let len = bytes.len();
    if let (Some(head), Some(tail)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        if len <= 16 && stops(u64::from_le_bytes(*head)) | stops(u64::from_le_bytes(*tail)) == 0 {
            // SAFETY: `8 <= len`, and `to` is valid for `len` bytes. Noticed by `text_is_escaped_as_serde_json_does`.
            unsafe {
                to.cast::<[u8; 8]>().write_unaligned(*head);
                to.add(len - 8).cast::<[u8; 8]>().write_unaligned(*tail);
            }
            return len;
        }
    } else if let (Some(head), Some(tail)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        let both =
            u64::from(u32::from_le_bytes(*head)) | u64::from(u32::from_le_bytes(*tail)) << 32;
        if stops(both) == 0 {
            // SAFETY: `4 <= len`, and `to` is valid for `len` bytes. Noticed by `text_is_escaped_as_serde_json_does`.
            unsafe {
                to.cast::<[u8; 4]>().write_unaligned(*head);
                to.add(len - 4).cast::<[u8; 4]>().write_unaligned(*tail);
            }
            return len;
        }
    }
    for (at, &byte) in bytes.iter().enumerate() {
        if is_stop(byte) {
            return at;
        }
        // SAFETY: `at < len`. Noticed by `text_is_escaped_as_serde_json_does`.
        unsafe { to.add(at).write(byte) };
    }
    len
}

const PAIRS: [[u8; 2]; 100] = {
    let mut pairs = [[0; 2]; 100];
    let mut i = 0;
    while i < 100 {
        pairs[i] = [b'0' + (i / 10) as u8, b'0' + (i % 10) as u8];
        i += 1;
    }
    pairs
};

/// Powers of ten, the first one being 0, so that zero has one digit.
const POWERS: [u64; 20] = {
    let mut powers = [0; 20];
    let (mut i, mut power) = (1, 10_u64);
    while i < 20 {
        powers[i] = power;
        power = power.wrapping_mul(10);
        i += 1;
    }
    powers
};

/// How many digits a number has.
#[inline(always)]
fn count(value: u64) -> usize {
    let about = ((64 - (value | 1).leading_zeros() as usize) * 1233) >> 12;
    about + usize::from(value >= POWERS[about.min(19)])
}

/// Stores the digits of a number, and says how many they are: at most 20.
///
/// # Safety
///
/// `to` is valid for writes of 20 bytes.
#[inline]
unsafe fn digits(to: *mut u8, mut value: u64) -> usize {
    if value < 10 {
        // SAFETY: one of 20 bytes. Noticed by `integers_at_every_length`.
        unsafe { to.write(b'0' + value as u8) };
        return 1;
    }
    let len = count(value);
    let mut end = len;
    // SAFETY: `end` counts down from the number of digits, by one for each digit that is stored. Noticed by
    // `integers_at_every_length`.
    unsafe {
        while value >= 10_000 {
            let four = (value % 10_000) as usize;
            value /= 10_000;
            end -= 4;
            to.add(end)
                .cast::<[u8; 2]>()
                .write_unaligned(PAIRS[four / 100]);
            to.add(end + 2)
                .cast::<[u8; 2]>()
                .write_unaligned(PAIRS[four % 100]);
        }
        let mut value = value as usize;
        if value >= 100 {
            end -= 2;
            to.add(end)
                .cast::<[u8; 2]>()
                .write_unaligned(PAIRS[value % 100]);
            value /= 100;
        }
        if value >= 10 {
            to.cast::<[u8; 2]>().write_unaligned(PAIRS[value]);
        } else {
            to.write(b'0' + value as u8);
        }
    }
    len
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;

    fn written(write: impl FnOnce(&mut Output<'_>)) -> String {
        let mut buffer = Vec::new();
        let mut out = Output::new(&mut buffer);
        write(&mut out);
        out.finish();
        String::from_utf8(buffer).unwrap()
    }

    #[test]
    fn integers_at_every_length() {
        let mut values = alloc::vec![0, u64::MAX, u64::MAX - 1];
        for power in 0..20 {
            let ten = 10_u64.pow(power);
            values.extend([ten - 1, ten, ten + 1, ten.wrapping_mul(7)]);
        }
        for bit in 0..64 {
            values.extend([(1_u64 << bit) - 1, 1 << bit]);
        }
        for value in values {
            assert_eq!(
                written(|out| integer(out, &Prefix::EMPTY, Dress::Bare, false, value)),
                value.to_string()
            );
        }
        assert_eq!(
            written(|out| integer(out, &Prefix::EMPTY, Dress::Key, true, 1 << 63)),
            "\"-9223372036854775808\":"
        );
        assert_eq!(
            written(|out| integer(out, &Prefix::EMPTY, Dress::Quoted, false, 7)),
            "\"7\""
        );
    }

    #[test]
    fn floats_stand_where_they_are_made() {
        for value in [
            0.0,
            -0.0,
            1.5,
            -1e300,
            5e-324,
            -2.2250738585072014e-308,
            1e15,
            1e16,
            1e-5,
            1e-6,
            f64::MAX,
        ] {
            let expected = serde_json::to_string(&value).unwrap();
            assert_eq!(written(|out| float(out, &Prefix::EMPTY, value)), expected);
            let (value, prefix) = (
                value as f32,
                crate::codec::Info::root(crate::Type::Float32).element(),
            );
            let prefix = Prefix::of(&prefix, false).unwrap();
            if value.is_finite() {
                let expected = alloc::format!(",{}", serde_json::to_string(&value).unwrap());
                assert_eq!(written(|out| float(out, &prefix, value)), expected);
            }
        }
    }

    fn is_its_elements<T: Scalar + serde::Serialize>(items: &[T], quoted: bool) {
        for len in 0..=items.len() {
            let mut expected = String::new();
            for item in &items[..len] {
                let text = serde_json::to_string(item).unwrap();
                let quotes = if quoted || text == "null" { "\"" } else { "" };
                let text =
                    text.replace("null", name(f64::from(f32::from_bits(item.bits() as u32))));
                expected += &alloc::format!(",{quotes}{text}{quotes}");
            }
            assert_eq!(written(|out| run(out, &items[..len], quoted)), expected);
        }
    }

    #[test]
    fn runs_are_what_their_elements_are() {
        is_its_elements(&[true, false, true], false);
        for quoted in [true, false] {
            is_its_elements(&[0, 7, u64::MAX, 1 << 32, 10_000_000_000], quoted);
            is_its_elements(&[i64::MIN, -1, 0, i64::MAX, -10].repeat(8), quoted);
        }
        is_its_elements(&[i8::MIN, i8::MAX], false);
        is_its_elements(&[u16::MAX; 33], false);
        is_its_elements(
            &[f64::MIN, f64::MAX, -5e-324, 0.1, -0.0, 1e15].repeat(6),
            false,
        );
        is_its_elements(&[f32::MIN, f32::MAX, 0.1, f32::NAN, 1e-45], false);
        is_its_elements(&[f32::INFINITY, f32::NEG_INFINITY], false);
    }

    #[test]
    fn text_is_escaped_as_serde_json_does() {
        for len in 0..60 {
            let mut bytes = alloc::vec![b'x'; len];
            for at in 0..len {
                for byte in (0..0x24).chain([b'\\', 0x7f]) {
                    bytes[at] = byte;
                    let source = core::str::from_utf8(&bytes).unwrap();
                    let expected = serde_json::to_string(source).unwrap();
                    assert_eq!(written(|out| text(out, &Prefix::EMPTY, source)), expected);
                }
                bytes[at] = b'x';
            }
        }
        for source in [
            "",
            "ä",
            "日本語のテキストを少し長めに書く",
            "😀😀😀😀😀\n😀😀😀😀😀\"",
            "\u{2028}\u{7f}\u{80}",
        ] {
            let expected = serde_json::to_string(source).unwrap();
            assert_eq!(written(|out| text(out, &Prefix::EMPTY, source)), expected);
        }
    }

    #[test]
    fn text_of_escapes_only() {
        let source = "\0".repeat(1000);
        assert_eq!(
            written(|out| text(out, &Prefix::EMPTY, &source)),
            alloc::format!("\"{}\"", "\\u0000".repeat(1000))
        );
    }
    #[test]
    fn prefixes_and_words_at_every_length() {
        for len in 0..ROOM {
            let name: &'static str = "n".repeat(len).leak();
            let info = crate::codec::Info::of(
                alloc::boxed::Box::leak(alloc::boxed::Box::new(crate::Field::new(
                    1,
                    name,
                    crate::Type::Bool,
                ))),
                0,
                &[],
            );
            let Some(prefix) = Prefix::of(&info, false) else {
                assert!(len + 4 > ROOM, "{len}");
                continue;
            };
            let expected = alloc::format!(",\"{name}\":");
            assert_eq!(written(|out| self::prefix(out, &prefix)), expected);
            for (word, digits) in [(*b"true    ", 4), (*b"12345678", 8)] {
                let text = core::str::from_utf8(&word[..digits]).unwrap();
                let found = written(|out| self::word(out, &prefix, word, digits));
                assert_eq!(found, expected.clone() + text);
            }
            let found = written(|out| integer(out, &prefix, Dress::Key, true, u64::MAX));
            assert_eq!(found, expected + "\"-18446744073709551615\":");
        }
    }
}
