//! Stores text in quotes, escaped as serde_json does.
#![allow(
    unsafe_code,
    reason = "a cursor file: stores into room that was made for them"
)]

use super::super::scan::{Found, WIDTH, is_stop, lane, stops};
use crate::wire::output::{Handed, Output};

/// Appends text in quotes.
pub(super) fn quoted<'o, 'b, C>(out: Handed<'o, 'b, C>, mut bytes: &[u8]) -> Handed<'o, 'b, C> {
    let mut out = out.take();
    let to = out.room(bytes.len() + 2);
    // SAFETY: there is room for the quotes and the text; `plain` says how much of it was stored. Noticed by
    // `text_is_escaped_as_serde_json_does`.
    unsafe {
        to.write(b'"');
        let len = plain(to.add(1), bytes);
        if len == bytes.len() {
            to.add(len + 1).write(b'"');
            out.pass(len + 2);
            return out.hand();
        }
        out.pass(len + 1);
        bytes = bytes.get_unchecked(len..);
    }
    while let Some((&byte, rest)) = bytes.split_first() {
        escape(&mut out, byte);
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
    out.hand()
}

/// Appends the escape of a byte that cannot stand as it is.
#[cold]
fn escape<C>(out: &mut Output<'_, '_, C>, byte: u8) {
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

/// Copies plain text up to the first byte that needs an escape, and says how many bytes that were.
///
/// # Safety
///
/// `to` is valid for writes of `bytes.len()` bytes, and does not overlap `bytes`.
#[cfg_attr(not(debug_assertions), inline(always))]
unsafe fn plain(to: *mut u8, bytes: &[u8]) -> usize {
    let (blocks, tail) = bytes.as_chunks::<WIDTH>();
    let mut done = 0;
    for block in blocks {
        // SAFETY: `done + WIDTH <= bytes.len()`. Noticed by `text_is_escaped_as_serde_json_does`.
        unsafe { to.add(done).cast::<[u8; WIDTH]>().write_unaligned(*block) };
        let found = Found::new(block).stops;
        if found != 0 {
            return done + lane(found);
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
#[cfg_attr(not(debug_assertions), inline(always))]
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
