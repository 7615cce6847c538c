//! [`Output`]: where a wire writes, a cursor over the spare capacity of a `Vec<u8>`, or over what another buffer has to spare.
//!
//! A cursor is two words, itself and a reference to its [`Buffer`], so that the functions of a walk may hand it to each other in
//! registers. What changes seldom lies in the buffer, and so does what the writer holds besides.
//!
//! Invariant: `start <= cursor`, and the cursor does not pass the capacity of `owner`, whose allocation begins at `start`; the
//! bytes between the two are initialised. The owner's length is set when the cursor is given back, so a failed encoding leaves
//! it as it was. Where what is written begins elsewhere than the owner's allocation, the owner is empty, and the bytes are those of
//! a region that something else has to spare, up to its end; what that cannot hold goes on in the owner.
#![allow(unsafe_code, reason = "a cursor file: stores into spare capacity")]

mod run;
#[cfg(feature = "bytes")]
mod spare;
mod target;
#[cfg(test)]
mod tests;

use alloc::vec::Vec;
use core::mem;
use core::ptr;

#[cfg(feature = "bytes")]
pub(crate) use spare::append;
pub use target::Target;

/// How many bytes of a word follow a byte; as a number, how many that makes with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Follow {
    /// None; in a run, the first byte of the word then stands for the byte.
    Zero = 1,
    /// One.
    One = 2,
    /// Two.
    Two = 3,
    /// Four.
    Four = 5,
    /// All eight.
    Eight = 9,
}

/// How many bytes of the capacity lie beyond the limit up to which a few bytes may be stored without a look at how many.
const SLACK: usize = 16;

/// A buffer that is written to, and what its writer holds beside the cursor.
#[derive(Debug)]
pub struct Buffer<'b, C> {
    room: Room<'b>,
    /// What the writer holds.
    pub(super) cx: C,
}

/// Where the capacity of a buffer begins and ends.
#[derive(Debug)]
struct Room<'b> {
    start: *mut u8,
    /// The address [`SLACK`] bytes before the end of the capacity; where that would be before the first address, it wraps.
    limit: usize,
    owner: &'b mut Vec<u8>,
}

/// A cursor that appends to a buffer.
#[derive(Debug)]
pub struct Output<'o, 'b, C> {
    cursor: *mut u8,
    /// That of the room.
    limit: usize,
    buffer: &'o mut Buffer<'b, C>,
}

/// A cursor on its way from one function to another: so few words that it goes in registers, both ways.
#[derive(Debug)]
pub struct Handed<'o, 'b, C> {
    cursor: *mut u8,
    buffer: &'o mut Buffer<'b, C>,
}

impl<'o, 'b, C> Handed<'o, 'b, C> {
    /// The cursor, to write with.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn take(self) -> Output<'o, 'b, C> {
        Output {
            cursor: self.cursor,
            limit: self.buffer.room.limit,
            buffer: self.buffer,
        }
    }
}

impl<'b, C> Buffer<'b, C> {
    /// What is appended to `owner`.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn new(owner: &'b mut Vec<u8>, cx: C) -> Self {
        let (start, limit) = bounds(owner.as_mut_ptr(), owner.capacity());
        Self {
            room: Room {
                start,
                limit,
                owner,
            },
            cx,
        }
    }

    /// A cursor at the end of the buffer.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn output(&mut self) -> Output<'_, 'b, C> {
        Output {
            cursor: self.room.written(),
            limit: self.room.limit,
            buffer: self,
        }
    }
}

impl Room<'_> {
    /// The end of what is part of the buffer; nothing of a region is.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn written(&self) -> *mut u8 {
        // SAFETY: the length is not more than the capacity, and zero as long as a region is written to. Noticed by
        // `every_length_fits_every_room`.
        unsafe { self.start.add(self.owner.len()) }
    }

    /// Makes room for `additional` bytes at `cursor`, before which all is initialised; says where the cursor is then.
    #[cold]
    #[inline(never)]
    fn grow(&mut self, cursor: *mut u8, additional: usize) -> *mut u8 {
        #[cfg(feature = "bytes")]
        if self.is_apart() {
            return self.spill(cursor, additional);
        }
        let (before, len) = (self.owner.len(), cursor as usize - self.start as usize);
        if self.owner.capacity() - len >= additional {
            return cursor;
        }
        // SAFETY: everything before the cursor is initialised; the length is taken back below, so that a failure leaves the
        // buffer as it was. Noticed by `every_length_fits_every_room`.
        unsafe { self.owner.set_len(len) };
        let more = grown(self.owner.capacity()) - len;
        self.owner.reserve(additional.max(more));
        (self.start, self.limit) = bounds(self.owner.as_mut_ptr(), self.owner.capacity());
        // SAFETY: `before <= len`, and shrinking the length forgets only bytes. Noticed by `every_length_fits_every_room`.
        unsafe { self.owner.set_len(before) };
        // SAFETY: the capacity is greater than `len` now. Noticed by `every_length_fits_every_room`.
        unsafe { self.start.add(len) }
    }
}

/// What a full capacity grows to at the least. A small one grows to four times its size: a step costs more than the memory.
const fn grown(capacity: usize) -> usize {
    match capacity {
        ..16 => 64,
        16..4096 => 4 * capacity,
        _ => capacity,
    }
}

/// Where a capacity begins, and the limit before its end.
#[cfg_attr(not(debug_assertions), inline(always))]
fn bounds(start: *mut u8, capacity: usize) -> (*mut u8, usize) {
    let end = start as usize + capacity;
    (start, end.wrapping_sub(SLACK))
}

impl<'o, 'b, C> Output<'o, 'b, C> {
    /// The cursor, to be handed to another function.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn hand(self) -> Handed<'o, 'b, C> {
        Handed {
            cursor: self.cursor,
            buffer: self.buffer,
        }
    }

    /// Runs `body` on a copy of this cursor, and goes on where the copy is then.
    ///
    /// What is called with the address of a cursor makes the compiler keep that cursor in memory, and load it again after each
    /// store. A copy is handed over and comes back in registers, if `body` calls a function that takes it by value. If another
    /// cursor comes back than the copy, this one is at the end of the buffer, as if `body` had unwound.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn apart<R>(
        &mut self,
        body: impl for<'x> FnOnce(Handed<'x, 'b, C>) -> (Handed<'x, 'b, C>, R),
    ) -> R {
        let buffer: *const Buffer<'b, C> = self.buffer;
        let reset = Reset(self);
        let copy = Handed {
            cursor: reset.0.cursor,
            buffer: &mut *reset.0.buffer,
        };
        let (copy, result) = body(copy);
        if ptr::eq(copy.buffer, buffer) {
            reset.0.cursor = copy.cursor;
            reset.0.limit = reset.0.buffer.room.limit;
            mem::forget(reset);
        }
        result
    }

    /// What the writer holds beside the cursor.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn cx(&self) -> &C {
        &self.buffer.cx
    }

    /// What the writer holds beside the cursor, to be changed.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn cx_mut(&mut self) -> &mut C {
        &mut self.buffer.cx
    }

    /// Makes what was written part of the buffer.
    pub fn finish(self) {
        #[cfg(feature = "bytes")]
        debug_assert!(!self.buffer.room.is_apart(), "a region is finished as one");
        let len = self.position();
        // SAFETY: everything before the cursor is initialised, and the cursor never passes the capacity. Noticed by
        // `what_is_not_finished_leaves_no_trace`.
        unsafe { self.buffer.room.owner.set_len(len) }
    }

    /// The offset of the cursor in the buffer.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn position(&self) -> usize {
        self.cursor as usize - self.buffer.room.start as usize
    }

    /// Makes room for `additional` bytes.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn reserve(&mut self, additional: usize) {
        let end = self.limit.wrapping_add(SLACK);
        if end - (self.cursor as usize) < additional {
            self.grow(additional);
        }
    }

    /// Makes room for `N` bytes, where so few need no look at how many there are.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn reserve_few<const N: usize>(&mut self) {
        let before_limit = self.limit.wrapping_sub(self.cursor as usize);
        if N > SLACK {
            self.reserve(N);
        } else if before_limit.cast_signed() < 0 {
            self.grow(N);
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn grow(&mut self, additional: usize) {
        self.cursor = self.buffer.room.grow(self.cursor, additional);
        self.limit = self.buffer.room.limit;
    }

    /// Makes room for `additional` bytes after the cursor, and says where it is.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn room(&mut self, additional: usize) -> *mut u8 {
        self.reserve(additional);
        self.cursor
    }

    /// Passes `len` bytes.
    ///
    /// # Safety
    ///
    /// So many bytes after the cursor have been initialised, in [`room`](Self::room) made for them.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub unsafe fn pass(&mut self, len: usize) {
        // SAFETY: the caller has made room for the bytes. Noticed by `integers_at_every_length` in `json/store.rs`.
        self.cursor = unsafe { self.cursor.add(len) };
    }

    /// Appends the first `len` of `bytes`; all `N` of them may be stored.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn put<const N: usize>(&mut self, bytes: [u8; N], len: usize) {
        self.reserve_few::<N>();
        let len = if len > N { N } else { len };
        // SAFETY: there is room for `N` bytes, and `len <= N` of them become initialised. Noticed by
        // `every_length_fits_every_room`.
        unsafe {
            let cursor = self.cursor;
            self.cursor = cursor.add(len);
            ptr::copy_nonoverlapping(bytes.as_ptr(), cursor, N);
        }
    }

    /// Appends a byte, and the first bytes of a big-endian word, of which all may be stored.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn tagged(&mut self, byte: u8, word: u64, follow: Follow) {
        self.reserve_few::<9>();
        // SAFETY: there is room for nine bytes, which is all that is stored and the most that `follow` is. Noticed by
        // `runs_are_as_their_pieces_one_by_one`.
        unsafe {
            let cursor = self.cursor;
            self.cursor = cursor.add(follow as usize);
            *cursor = byte;
            cursor.add(1).cast::<[u8; 8]>().write(word.to_be_bytes());
        }
    }

    /// Appends a byte before bytes that are mostly short.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn headed(&mut self, head: u8, bytes: &[u8]) {
        self.reserve(1 + bytes.len());
        // SAFETY: there is room for one byte more than `bytes` has. Noticed by `every_length_fits_every_room`.
        unsafe {
            let cursor = self.cursor;
            self.cursor = cursor.add(1);
            *cursor = head;
            self.short_within(bytes);
        }
    }

    /// Appends one byte.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn byte(&mut self, byte: u8) {
        self.put([byte], 1);
    }

    /// Appends bytes.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.reserve(bytes.len());
        // SAFETY: there is room for them, and the buffer is borrowed mutably, so they lie elsewhere. Noticed by
        // `every_length_fits_every_room`.
        unsafe {
            let cursor = self.cursor;
            self.cursor = cursor.add(bytes.len());
            ptr::copy_nonoverlapping(bytes.as_ptr(), cursor, bytes.len());
        }
    }

    /// Appends bytes that are mostly short: up to 32 of them in two overlapping stores.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn short(&mut self, bytes: &[u8]) {
        self.reserve(bytes.len());
        // SAFETY: there is room for `bytes`. Noticed by `every_length_fits_every_room`.
        unsafe { self.short_within(bytes) }
    }

    /// [`short`](Self::short) where there is room.
    ///
    /// # Safety
    ///
    /// There is room for `bytes`.
    #[cfg_attr(not(debug_assertions), inline(always))]
    unsafe fn short_within(&mut self, bytes: &[u8]) {
        let len = bytes.len();
        let (from, to) = (bytes.as_ptr(), self.cursor);
        // SAFETY: there is room for `len` bytes, `bytes` has as many, and each copy stays within both. Noticed by
        // `every_length_fits_every_room`.
        unsafe {
            self.cursor = to.add(len);
            if len > 32 {
                ptr::copy_nonoverlapping(from, to, len);
            } else if len >= 16 {
                let (head, tail) = (
                    from.cast::<[u8; 16]>().read(),
                    from.add(len - 16).cast::<[u8; 16]>().read(),
                );
                to.cast::<[u8; 16]>().write(head);
                to.add(len - 16).cast::<[u8; 16]>().write(tail);
            } else if len >= 8 {
                let (head, tail) = (
                    from.cast::<[u8; 8]>().read(),
                    from.add(len - 8).cast::<[u8; 8]>().read(),
                );
                to.cast::<[u8; 8]>().write(head);
                to.add(len - 8).cast::<[u8; 8]>().write(tail);
            } else if len >= 4 {
                let (head, tail) = (
                    from.cast::<[u8; 4]>().read(),
                    from.add(len - 4).cast::<[u8; 4]>().read(),
                );
                to.cast::<[u8; 4]>().write(head);
                to.add(len - 4).cast::<[u8; 4]>().write(tail);
            } else if len > 0 {
                let (first, middle, last) = (*from, *from.add(len / 2), *from.add(len - 1));
                *to = first;
                *to.add(len / 2) = middle;
                *to.add(len - 1) = last;
            }
        }
    }

    /// Overwrites one byte that was written before. Does nothing if `position` is not such a byte.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn patch(&mut self, position: usize, byte: u8) {
        if position < self.position() {
            // SAFETY: the byte lies before the cursor. Noticed by `appends_patches_inserts_and_truncates`.
            unsafe { *self.buffer.room.start.add(position) = byte }
        }
    }

    /// Makes a hole of `len` bytes at `position`, moving what was written after it; the hole is filled with `with`.
    ///
    /// Does nothing if `position` lies beyond the cursor.
    #[inline]
    pub fn insert(&mut self, position: usize, with: &[u8]) {
        let at = self.position();
        if position > at {
            return;
        }
        self.reserve(with.len());
        // SAFETY: `position <= at`, there is room for `with.len()` bytes after `at`, and `with` lies elsewhere. Noticed by
        // `every_length_fits_every_room`.
        unsafe {
            let cursor = self.cursor;
            self.cursor = cursor.add(with.len());
            let hole = cursor.sub(at - position);
            ptr::copy(hole, hole.add(with.len()), at - position);
            ptr::copy_nonoverlapping(with.as_ptr(), hole, with.len());
        }
    }

    /// Takes back what was written after `position`. Does nothing if `position` lies beyond the cursor.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn truncate(&mut self, position: usize) {
        let at = self.position();
        if position <= at {
            // SAFETY: moves the cursor back over initialised bytes; `position` counts from the start of the buffer. Noticed
            // by `appends_patches_inserts_and_truncates`.
            self.cursor = unsafe { self.cursor.sub(at - position) };
        }
    }

    /// What was written since `position`; empty if `position` lies beyond the cursor.
    #[inline]
    #[must_use]
    pub fn written(&self, position: usize) -> &[u8] {
        let at = self.position();
        if position > at {
            return &[];
        }
        // SAFETY: these bytes lie before the cursor, and are initialised. Noticed by
        // `appends_patches_inserts_and_truncates`.
        unsafe { core::slice::from_raw_parts(self.buffer.room.start.add(position), at - position) }
    }

    /// Room for `N` bytes after the cursor, of which `write` initialises the first; it returns how many.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn fill<const N: usize>(&mut self, write: impl FnOnce(&mut [u8; N]) -> usize) {
        let mut scratch = [0; N];
        let len = write(&mut scratch);
        self.put(scratch, len);
    }
}

/// Sets a cursor to the end of its buffer when what was lent a copy of it unwinds: the copy, which knew where the buffer was,
/// is gone.
struct Reset<'r, 'o, 'b, C>(&'r mut Output<'o, 'b, C>);

impl<C> Drop for Reset<'_, '_, '_, C> {
    fn drop(&mut self) {
        self.0.cursor = self.0.buffer.room.written();
        self.0.limit = self.0.buffer.room.limit;
    }
}
