//! [`append`]: an encoding in the memory that a [`BufMut`] has to spare.
//!
//! It is written there, without a copy, as long as it fits what the buffer offers in one piece. From then on it goes on in a
//! `Vec`, which is copied into the buffer when all is done. The buffer is told what it holds only then, so that whatever goes wrong
//! before leaves it as it was.

#[cfg(test)]
mod tests;

use alloc::vec::Vec;
use core::marker::PhantomData;
use core::ptr;

use bytes::BufMut;
use bytes::buf::UninitSlice;

use super::{Buffer, Output, Room, SLACK, Target, bounds, grown};
use crate::error::{Error, Fault};

/// Memory that a buffer has to spare, and how much of it is written.
///
/// Invariant: `start` is valid for writes of `capacity` bytes for as long as the region is reachable, which the [`Spare`] around it
/// sees to; the first `len` of them are initialised.
#[derive(Debug)]
pub(super) struct Region {
    start: *mut u8,
    capacity: usize,
    len: usize,
}

/// A region, for as long as it is borrowed from its buffer, and where what does not fit it goes on.
struct Spare<'c> {
    region: Region,
    spill: Vec<u8>,
    chunk: PhantomData<&'c mut UninitSlice>,
}

impl<'c> Spare<'c> {
    fn new(chunk: &'c mut UninitSlice) -> Self {
        Self {
            region: Region {
                start: chunk.as_mut_ptr(),
                capacity: chunk.len(),
                len: 0,
            },
            spill: Vec::new(),
            chunk: PhantomData,
        }
    }

    fn target(&mut self) -> Target<'_> {
        Target {
            owner: &mut self.spill,
            region: Some(&mut self.region),
        }
    }
}

impl<'b, C> Buffer<'b, C> {
    /// What is written to a region, which is borrowed as long as `owner`, where the rest goes if it does not fit.
    pub(super) fn within(region: &Region, owner: &'b mut Vec<u8>, cx: C) -> Self {
        let (start, limit) = bounds(region.start, region.capacity);
        let room = Room {
            start,
            limit,
            owner,
        };
        Self { room, cx }
    }
}

impl Room<'_> {
    /// Whether a region is written to, not the owner.
    pub(super) fn is_apart(&self) -> bool {
        !ptr::eq(self.start, self.owner.as_ptr())
    }

    /// As [`grow`](Self::grow), out of a region that is too small into the owner.
    #[cold]
    #[inline(never)]
    pub(super) fn spill(&mut self, cursor: *mut u8, additional: usize) -> *mut u8 {
        let start = self.start as usize;
        let (len, capacity) = (
            cursor as usize - start,
            self.limit.wrapping_add(SLACK) - start,
        );
        if capacity - len >= additional {
            return cursor;
        }
        let more = additional.max(grown(capacity).max(2 * capacity) - len);
        self.owner.reserve(len.saturating_add(more));
        // SAFETY: there is room for `len` bytes, which are initialised and lie in a region, not in the owner. Noticed by
        // `every_length_fits_every_spare`.
        unsafe { ptr::copy_nonoverlapping(self.start, self.owner.as_mut_ptr(), len) };
        (self.start, self.limit) = bounds(self.owner.as_mut_ptr(), self.owner.capacity());
        // SAFETY: the capacity is greater than `len` now. Noticed by `every_length_fits_every_spare`.
        unsafe { self.start.add(len) }
    }
}

impl<C> Output<'_, '_, C> {
    /// As [`finish`](Self::finish), where it was begun in that region.
    pub(super) fn finish_within(self, region: &mut Region) {
        if self.buffer.room.is_apart() {
            region.len = self.position();
        } else {
            self.finish();
        }
    }
}

/// Appends to a buffer what `write` writes; how much room would have held it without a copy.
///
/// # Errors
///
/// That of `write`, or that the buffer has too little room; its length is then as before.
pub(crate) fn append<B: BufMut>(
    buffer: &mut B,
    write: impl FnOnce(Target<'_>) -> Result<(), Error>,
) -> Result<usize, Error> {
    let mut spare = Spare::new(buffer.chunk_mut());
    write(spare.target())?;
    let Spare { region, spill, .. } = spare;
    if spill.is_empty() {
        // SAFETY: so many bytes of the buffer's own chunk were initialised. Noticed by `every_length_fits_every_spare`.
        unsafe { buffer.advance_mut(region.len) };
        return Ok(region.len);
    }
    let room = buffer.remaining_mut();
    if spill.len() > room {
        let len = spill.len();
        return Err(Error::new(Fault::NoRoom { len, room }, None, 0));
    }
    buffer.put_slice(&spill);
    // What is written last may ask for more room than it takes.
    let wanted = spill.len().max(region.capacity);
    Ok(wanted + wanted / 8)
}
