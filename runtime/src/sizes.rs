//! [`Size`]: how long the encodings of a type were lately, so that whoever hands over a buffer can reserve for the next one.
//!
//! A table without locks, in which a type on a wire has a slot. Types that share one forget each other's size: a size is a guess, and what is
//! wrong costs a copy or a little memory, never more.

use core::sync::atomic::{AtomicU32, Ordering};

use crate::codec::Codec;
use crate::dispatch::Wire;

const SLOTS: usize = 1024;

/// How many bits of a slot are its size; the others tell whose it is.
const SIZE_BITS: u32 = 24;

/// What sizes are counted in, in bytes.
const UNIT: usize = 16;

/// How far beyond four times of what was usual a single value moves what is expected.
const LEAP: u32 = (1 << 16) / UNIT as u32;

static TABLE: [AtomicU32; SLOTS] = [const { AtomicU32::new(0) }; SLOTS];

/// The memory of one type on one wire.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    slot: &'static AtomicU32,
    /// Whose it is, in the upper bits.
    owner: u32,
}

impl Size {
    /// That of a type on a wire.
    pub(crate) fn of<T: Codec>(wire: Wire) -> Self {
        let address = core::ptr::from_ref(T::SCHEMA).addr() as u64;
        Self::keyed(address.wrapping_add(wire as u64))
    }

    fn keyed(key: u64) -> Self {
        // Multiplicative hashing: the upper bits of the product depend on all of the key's.
        let hash = key.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let slot = &TABLE[(hash >> 54) as usize % SLOTS];
        let owner = (hash >> 22) as u32 & (u32::MAX << SIZE_BITS);
        Self { slot, owner }
    }

    /// How much room the next encoding is likely to find enough.
    pub(crate) fn expected(self) -> usize {
        let usual = self.usual() as usize * UNIT;
        usual + usual / 16 + 64
    }

    /// Takes note of how much room an encoding needed. More than was usual counts at once, though not as far as one value that is much longer than
    /// all others would take it; less counts step by step, and not before it is less by a quarter.
    pub(crate) fn note(self, room: usize) {
        let usual = self.usual();
        let most = (1 << SIZE_BITS) - 1;
        let room = u32::try_from(room.div_ceil(UNIT)).unwrap_or(most).min(most);
        let next = if room > usual {
            room.min(usual.saturating_mul(4).saturating_add(LEAP))
        } else if room < usual - usual / 4 {
            usual - (usual - room).div_ceil(8)
        } else {
            return;
        };
        self.slot.store(self.owner | next, Ordering::Relaxed);
    }

    /// What was usual, in units; zero if the slot is another's.
    fn usual(self) -> u32 {
        let held = self.slot.load(Ordering::Relaxed);
        match held & (u32::MAX << SIZE_BITS) == self.owner {
            true => held & !(u32::MAX << SIZE_BITS),
            false => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_steady_is_expected_with_some_room() {
        let size = Size::keyed(1);
        assert_eq!(size.expected(), 64);
        for len in [1000, 1000, 990, 1007, 800, 1000] {
            size.note(len);
            assert!(
                (1007..1200).contains(&size.expected()),
                "{}",
                size.expected()
            );
        }
    }

    #[test]
    fn one_long_value_is_not_what_is_expected() {
        let size = Size::keyed(2);
        size.note(100);
        size.note(100 << 20);
        assert!(size.expected() < 80 << 10);
        let steps = (0..100).take_while(|_| {
            size.note(100);
            size.expected() > 400
        });
        assert!(steps.count() < 50);
        (0..10).for_each(|_| size.note(3 << 20));
        assert!(size.expected() > 3 << 20);
    }

    #[test]
    fn the_longest_values_do_not_run_into_what_tells_whose_it_is() {
        let size = Size::keyed(3);
        (0..100).for_each(|_| size.note(usize::MAX));
        assert!(size.expected() > 250 << 20);
        assert_eq!(Size::keyed(4).expected(), 64);
    }

    #[test]
    fn wires_and_types_are_apart() {
        Size::of::<alloc::vec::Vec<i8>>(Wire::Json).note(5000);
        assert!(Size::of::<alloc::vec::Vec<i8>>(Wire::Json).expected() > 5000);
        assert_eq!(
            Size::of::<alloc::vec::Vec<i8>>(Wire::MsgPack).expected(),
            64
        );
        assert_eq!(Size::of::<alloc::string::String>(Wire::Json).expected(), 64);
    }

    #[test]
    fn who_shares_a_slot_forgets() {
        let (a, b) = (
            Size {
                slot: &TABLE[0],
                owner: 1 << 24,
            },
            Size {
                slot: &TABLE[0],
                owner: 2 << 24,
            },
        );
        a.note(5000);
        assert_eq!(b.expected(), 64);
        b.note(10);
        assert_eq!((a.expected(), b.expected()), (64, 81));
    }
}
