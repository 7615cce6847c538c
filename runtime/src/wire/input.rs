//! [`Input`]: where a wire reads, a cursor over a slice.
//!
//! Invariant: `start <= cursor <= end <= limit`, all within the slice that the input was made of, which `start` and `limit`
//! delimit. `end` may be moved back for a nested message, and is moved forth again when it is left.
#![allow(
    unsafe_code,
    reason = "a cursor file: reads with one check for a whole value"
)]

use alloc::string::String;
use core::marker::PhantomData;
use core::slice;

use crate::codec::impls::replace;

/// A cursor that reads from a slice.
#[derive(Clone, Copy, Debug)]
pub struct Input<'de> {
    start: *const u8,
    cursor: *const u8,
    end: *const u8,
    limit: *const u8,
    bytes: PhantomData<&'de [u8]>,
}

// SAFETY: an `Input` is a shared slice and positions in it. Noticed by `an_input_crosses_threads`.
unsafe impl Send for Input<'_> {}
// SAFETY: as above; no method changes the bytes. Noticed by `an_input_crosses_threads`.
unsafe impl Sync for Input<'_> {}

/// Where the input ended before a nested message narrowed it.
#[derive(Clone, Copy, Debug)]
pub struct Outer(*const u8);

impl<'de> Input<'de> {
    /// A cursor at the start of `bytes`.
    #[must_use]
    pub fn new(bytes: &'de [u8]) -> Self {
        let range = bytes.as_ptr_range();
        Self {
            start: range.start,
            cursor: range.start,
            end: range.end,
            limit: range.end,
            bytes: PhantomData,
        }
    }

    /// A cursor over the part of `whole` between two offsets; over less where there is less.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn part(whole: &'de [u8], from: usize, to: usize) -> Self {
        let mut input = Self::new(whole);
        input.advance(to);
        input.end = input.cursor;
        input.rewind(from);
        input
    }

    /// The slice that the input was made of.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn whole(&self) -> &'de [u8] {
        // SAFETY: start and limit delimit the slice. Noticed by `a_part_is_within_its_whole`.
        unsafe { slice::from_raw_parts(self.start, self.limit as usize - self.start as usize) }
    }

    /// The next eight bytes of the slice, little-endian, of which those beyond the end are not this input's.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn word(&self) -> Option<u64> {
        if self.limit as usize - (self.cursor as usize) < 8 {
            return None;
        }
        // SAFETY: eight bytes lie between cursor and limit. Noticed by `a_part_is_within_its_whole`.
        Some(u64::from_le_bytes(unsafe {
            self.cursor.cast::<[u8; 8]>().read()
        }))
    }

    /// The offset of the cursor.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn position(&self) -> usize {
        self.cursor as usize - self.start as usize
    }

    /// How many bytes follow.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn remaining(&self) -> usize {
        self.end as usize - self.cursor as usize
    }

    /// Whether no byte follows.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cursor == self.end
    }

    /// The bytes that follow.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn rest(&self) -> &'de [u8] {
        // SAFETY: cursor and end delimit a part of the slice. Noticed by `agrees_with_slices_at_every_length`.
        unsafe { slice::from_raw_parts(self.cursor, self.remaining()) }
    }

    /// The bytes between two offsets, as far as they were passed.
    #[inline]
    #[must_use]
    pub fn between(&self, from: usize, to: usize) -> &'de [u8] {
        if from > to || to > self.position() {
            return &[];
        }
        // SAFETY: `from <= to <= position`, so the range lies within the slice. Noticed by `reads_within_its_bounds`.
        unsafe { slice::from_raw_parts(self.start.add(from), to - from) }
    }

    /// The next byte, which stays.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn peek(&self) -> Option<u8> {
        if self.is_empty() {
            return None;
        }
        // SAFETY: the cursor lies before the end. Noticed by `agrees_with_slices_at_every_length`.
        Some(unsafe { *self.cursor })
    }

    /// The next byte.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn byte(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        // SAFETY: the cursor lies before the end. Noticed by `agrees_with_slices_at_every_length`.
        self.cursor = unsafe { self.cursor.add(1) };
        Some(byte)
    }

    /// The next `N` bytes, which stay.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn peek_array<const N: usize>(&self) -> Option<[u8; N]> {
        if self.remaining() < N {
            return None;
        }
        // SAFETY: `N` bytes follow; an array of bytes has no alignment. Noticed by `agrees_with_slices_at_every_length`.
        Some(unsafe { self.cursor.cast::<[u8; N]>().read() })
    }

    /// The next `N` bytes.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let array = self.peek_array()?;
        // SAFETY: `N` bytes follow. Noticed by `agrees_with_slices_at_every_length`.
        self.cursor = unsafe { self.cursor.add(N) };
        Some(array)
    }

    /// Passes `byte` and the big-endian word of the eight bytes after it, if it is next and they follow.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn behind(&mut self, byte: u8) -> Option<u64> {
        if self.remaining() < 9 {
            return None;
        }
        // SAFETY: nine bytes follow. Noticed by `agrees_with_slices_at_every_length`.
        unsafe {
            if *self.cursor != byte {
                return None;
            }
            let word = self.cursor.add(1).cast::<[u8; 8]>().read();
            self.cursor = self.cursor.add(9);
            Some(u64::from_be_bytes(word))
        }
    }

    /// Passes the next byte if it is one of the `COUNT` from `FIRST` on, and as many bytes after it as two to the power of its
    /// lowest two bits; these are at the head of the word that `accept` sees, and how far they are from its end, in bits, comes
    /// with it. `None`, and nothing is passed, for what is not accepted, for another byte, and where fewer follow; and in an
    /// input of less than eight bytes.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn power<const FIRST: u8, const COUNT: u8>(
        &mut self,
        accept: impl FnOnce(u8, u64) -> bool,
    ) -> Option<(u64, u32)> {
        let remaining = self.remaining();
        // SAFETY: nine bytes follow; or one does, and eight lie before the end of the slice. Up to so many are passed as
        // follow. Noticed by `powers_pass_what_they_read`.
        unsafe {
            let word = if remaining >= 9 {
                u64::from_be_bytes(self.cursor.add(1).cast::<[u8; 8]>().read())
            } else {
                // The last byte of the word is the last of the input.
                if remaining < 2 || self.position() + remaining < 8 {
                    return None;
                }
                if 1 << (*self.cursor & 3) >= remaining {
                    return None;
                }
                let last = u64::from_be_bytes(self.end.sub(8).cast::<[u8; 8]>().read());
                last << (8 * (9 - remaining as u32))
            };
            let byte = *self.cursor;
            if byte.wrapping_sub(FIRST) >= COUNT || !accept(byte, word) {
                return None;
            }
            let len = 1 << (byte & 3);
            self.cursor = self.cursor.add(1 + len);
            Some((word, 64 - 8 * len as u32))
        }
    }

    /// The next `len` bytes.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn take(&mut self, len: usize) -> Option<&'de [u8]> {
        if self.remaining() < len {
            return None;
        }
        // SAFETY: `len` bytes follow. Noticed by `agrees_with_slices_at_every_length`.
        unsafe {
            let bytes = slice::from_raw_parts(self.cursor, len);
            self.cursor = self.cursor.add(len);
            Some(bytes)
        }
    }

    /// The next `len` bytes as text: `None` if they are fewer, `Some(None)` if they are not UTF-8.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn text(&mut self, len: usize) -> Option<Option<&'de str>> {
        self.take(len).map(text)
    }

    /// Passes `len` bytes, or all that follow if they are fewer.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn advance(&mut self, len: usize) {
        let len = len.min(self.remaining());
        // SAFETY: at least `len` bytes follow. Noticed by `agrees_with_slices_at_every_length`.
        self.cursor = unsafe { self.cursor.add(len) };
    }

    /// Goes back to an offset that was passed. Does nothing if it was not.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn rewind(&mut self, position: usize) {
        let at = self.position();
        if position <= at {
            // SAFETY: the offset lies between start and cursor. Noticed by `reads_within_its_bounds`.
            self.cursor = unsafe { self.cursor.sub(at - position) };
        }
    }

    /// Goes on where another cursor over the same slice is, if that is not beyond the end.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn go_on(&mut self, from: &Self) {
        if self.start == from.start && from.cursor <= self.end {
            self.cursor = from.cursor;
        }
    }

    /// Passes `header` if it follows, with one byte after it at least.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn skip_header<const N: usize>(&mut self, header: [u8; N]) -> bool {
        if self.remaining() <= N {
            return false;
        }
        // SAFETY: more than `N` bytes follow. Noticed by `agrees_with_slices_at_every_length`.
        unsafe {
            if self.cursor.cast::<[u8; N]>().read() != header {
                return false;
            }
            self.cursor = self.cursor.add(N);
        }
        true
    }

    /// Passes `expected` if it follows.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn skip_if<const N: usize>(&mut self, expected: [u8; N]) -> bool {
        if self.peek_array::<N>() != Some(expected) {
            return false;
        }
        self.advance(N);
        true
    }

    /// Narrows the input to the next `len` bytes; `None` if they are fewer.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn enter(&mut self, len: usize) -> Option<Outer> {
        if self.remaining() < len {
            return None;
        }
        let outer = Outer(self.end);
        // SAFETY: `len` bytes follow. Noticed by `reads_within_its_bounds`.
        self.end = unsafe { self.cursor.add(len) };
        Some(outer)
    }

    /// Widens the input to what it was before [`enter`](Self::enter).
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn leave(&mut self, outer: Outer) {
        self.end = outer.0;
    }
}

/// Makes a text a copy of bytes, reusing its memory; `false`, with the text as it was, if they are not UTF-8.
#[inline(never)]
pub(crate) fn copy_text(into: &mut String, bytes: &[u8]) -> bool {
    let Some(text) = text(bytes) else {
        return false;
    };
    replace(into, text);
    true
}

/// The text that bytes are, if they are UTF-8.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn text(bytes: &[u8]) -> Option<&str> {
    if is_ascii(bytes) {
        // SAFETY: ASCII is UTF-8. Noticed by `text_is_found_to_be_utf8_at_every_length`.
        return Some(unsafe { core::str::from_utf8_unchecked(bytes) });
    }
    smoothutf8::from_utf8(bytes)
}

/// Whether no byte has its highest bit set: words at a time, the last one overlapping.
#[cfg_attr(not(debug_assertions), inline(always))]
fn is_ascii(bytes: &[u8]) -> bool {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let word = |at: &[u8; 8]| u64::from_ne_bytes(*at);
    if let Some(last) = bytes.last_chunk::<8>() {
        let mut all = word(last);
        for chunk in bytes.as_chunks::<8>().0 {
            all |= word(chunk);
        }
        return all & HIGH == 0;
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        return (u32::from_ne_bytes(*first) | u32::from_ne_bytes(*last)) & HIGH as u32 == 0;
    }
    bytes.iter().fold(0, |all, byte| all | byte) < 0x80
}

#[cfg(test)]
mod tests;
