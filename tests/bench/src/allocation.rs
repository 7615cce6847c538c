//! A global allocator that counts while it is asked to: one relaxed load and a branch for each call otherwise.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicBool, AtomicIsize, AtomicUsize, Ordering::Relaxed};

use crate::cell::Cell;
use crate::peer::Result;

pub struct Counting;

static ON: AtomicBool = AtomicBool::new(false);
static CALLS: AtomicUsize = AtomicUsize::new(0);
/// What is held beyond what was held at the start; freeing what is older makes it negative.
static HELD: AtomicIsize = AtomicIsize::new(0);
static PEAK: AtomicIsize = AtomicIsize::new(0);

/// What one run of a cell allocates.
#[derive(Clone, Copy)]
pub struct Allocations {
    /// Calls that allocate or grow.
    pub calls: usize,
    /// The most bytes held at once, beyond what was held before.
    pub peak: usize,
}

/// Counts what a run allocates, in the state that runs before have brought about.
///
/// # Errors
///
/// Where the library fails.
pub fn count(cell: &mut Cell) -> Result<Allocations> {
    (cell.run)()?;
    CALLS.store(0, Relaxed);
    HELD.store(0, Relaxed);
    PEAK.store(0, Relaxed);
    ON.store(true, Relaxed);
    let result = (cell.run)();
    ON.store(false, Relaxed);
    result?;
    Ok(Allocations {
        calls: CALLS.load(Relaxed),
        peak: PEAK.load(Relaxed).unsigned_abs(),
    })
}

#[cold]
fn allocated(old: usize, new: usize) {
    CALLS.fetch_add(1, Relaxed);
    let change = new.wrapping_sub(old).cast_signed();
    let held = HELD.fetch_add(change, Relaxed) + change;
    PEAK.fetch_max(held, Relaxed);
}

#[cold]
fn freed(size: usize) {
    HELD.fetch_sub(size.cast_signed(), Relaxed);
}

#[allow(unsafe_code, reason = "a global allocator is unsafe to implement")]
// SAFETY: every call is handed to `System` as it came, and counting neither allocates nor touches the memory.
unsafe impl GlobalAlloc for Counting {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if ON.load(Relaxed) {
            allocated(0, layout.size());
        }
        // SAFETY: the caller's promise is the one that `System` asks for.
        unsafe { System.alloc(layout) }
    }

    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        if ON.load(Relaxed) {
            allocated(0, layout.size());
        }
        // SAFETY: as in `alloc`.
        unsafe { System.alloc_zeroed(layout) }
    }

    #[inline]
    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if ON.load(Relaxed) {
            allocated(layout.size(), size);
        }
        // SAFETY: as in `alloc`.
        unsafe { System.realloc(memory, layout, size) }
    }

    #[inline]
    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        if ON.load(Relaxed) {
            freed(layout.size());
        }
        // SAFETY: as in `alloc`.
        unsafe { System.dealloc(memory, layout) }
    }
}
