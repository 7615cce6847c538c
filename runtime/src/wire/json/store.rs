//! Writes constants, integers and text straight into the output's spare room.
#![allow(
    unsafe_code,
    reason = "a cursor file: stores into room that was made for them"
)]

mod scalar;
#[cfg(test)]
mod tests;
mod text;

use core::ptr;

use super::key::{Prefix, ROOM};
use crate::codec::Scalar;
use crate::wire::output::Output;
use scalar::{INTEGER, digits, finite, scalar};

pub(super) use scalar::name;

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
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn prefix<C>(out: &mut Output<'_, '_, C>, prefix: &Prefix) {
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
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn integer<C>(
    out: &mut Output<'_, '_, C>,
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
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn word<C>(out: &mut Output<'_, '_, C>, prefix: &Prefix, bytes: [u8; 8], len: usize) {
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
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn float<C, F: zmij::Float>(out: &mut Output<'_, '_, C>, prefix: &Prefix, value: F) {
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
pub(super) fn run<C, T: Scalar>(out: &mut Output<'_, '_, C>, items: &[T], quoted: bool) {
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

/// Appends a prefix and text in quotes, escaped as serde_json does.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn text<C>(out: &mut Output<'_, '_, C>, prefix: &Prefix, text: &str) {
    self::prefix(out, prefix);
    out.apart(|out| (text::quoted(out, text.as_bytes()), ()));
}

/// Stores the text of `prefix`, and up to [`ROOM`] bytes in all.
///
/// # Safety
///
/// `to` is valid for writes of [`ROOM`] bytes.
#[cfg_attr(not(debug_assertions), inline(always))]
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
