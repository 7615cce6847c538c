//! Stores the text of numbers and truth values.
#![allow(
    unsafe_code,
    reason = "a cursor file: stores into room that was made for them"
)]

use core::ptr;

use crate::codec::Scalar;
use crate::codec::run::Kind;

/// The most bytes that a scalar takes. An integer: 20 digits, or 19 and a sign, two quotes and a colon. A float: what
/// `zmij` wants.
pub(super) const INTEGER: usize = 24;

/// Stores a scalar, and says how many bytes it takes: at most [`INTEGER`].
///
/// # Safety
///
/// `to` is valid for writes of [`INTEGER`] bytes.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) unsafe fn scalar<T: Scalar>(to: *mut u8, item: T, quoted: bool) -> usize {
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
pub(in crate::wire::json) fn name(value: f64) -> &'static str {
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
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) unsafe fn finite<F: zmij::Float>(to: *mut u8, value: F) -> usize {
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
#[cfg_attr(not(debug_assertions), inline(always))]
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
pub(super) unsafe fn digits(to: *mut u8, mut value: u64) -> usize {
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
