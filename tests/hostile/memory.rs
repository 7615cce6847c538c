//! An allocator that counts what a thread holds, and the most that it held.
#![allow(
    unsafe_code,
    reason = "an allocator is unsafe to implement; this one hands every call on"
)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

/// Hands on to the system's allocator, and counts.
pub struct Counting;

thread_local! {
    static HELD: Cell<isize> = const { Cell::new(0) };
    static PEAK: Cell<isize> = const { Cell::new(0) };
}

fn count(bytes: isize) {
    let _ = HELD.try_with(|held| {
        held.set(held.get() + bytes);
        let _ = PEAK.try_with(|peak| peak.set(peak.get().max(held.get())));
    });
}

// SAFETY: every call goes to the system's allocator with the same arguments. A reallocation counts as if it always moved.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size() as isize);
        // SAFETY: as the caller promises.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        count(-(layout.size() as isize));
        // SAFETY: as the caller promises.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size as isize);
        count(-(layout.size() as isize));
        // SAFETY: as the caller promises.
        unsafe { System.realloc(pointer, layout, size) }
    }
}

/// The most bytes that `run` held at once beyond what was held before, and what it returned.
pub fn peak<T>(run: impl FnOnce() -> T) -> (usize, T) {
    let before = HELD.get();
    PEAK.set(before);
    let value = run();
    ((PEAK.get() - before) as usize, value)
}

#[test]
fn the_peak_is_counted() {
    let (bytes, _) = peak(|| drop(vec![0_u8; 1000]));
    assert_eq!(bytes, 1000);
    let (bytes, list) = peak(|| {
        let mut list = Vec::with_capacity(100);
        list.push(1_u8);
        list.reserve_exact(200);
        list
    });
    assert_eq!((bytes, list.capacity()), (301, 201));
}
