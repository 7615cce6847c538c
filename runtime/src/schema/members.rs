//! What other types bring to a message: the fields of flattened structs and the variants of oneofs.
//!
//! Slots ascend, which tells them apart; numbers may stand in another order.

use super::{Field, Schema, names};

/// Numbers by their last bits, so that most are compared with none.
const BITS: usize = 4096;

impl Schema {
    /// With members that flattened types and the enums of oneofs bring.
    ///
    /// # Panics
    ///
    /// At compile time, if one of them has the number or the name of another member.
    #[must_use]
    #[inline]
    pub const fn told_apart(self) -> Self {
        assert_own_numbers(self.fields());
        names::assert_told_apart(self.fields());
        self
    }
}

/// Fails to compile unless each number belongs to one member alone.
///
/// # Panics
///
/// At compile time, where two members share one.
const fn assert_own_numbers(fields: &[Field]) {
    let mut seen = [0_u64; BITS / 64];
    let mut i = 0;
    while i < fields.len() {
        let bit = fields[i].number() as usize % BITS;
        if seen[bit / 64] & (1 << (bit % 64)) != 0 {
            let mut j = 0;
            while j < i {
                assert!(
                    fields[j].number() != fields[i].number(),
                    "two members of this message have one number: a flattened field or the variant of a `oneof` has the number of \
                     another member: help: give one of them a number of its own"
                );
                j += 1;
            }
        }
        seen[bit / 64] |= 1 << (bit % 64);
        i += 1;
    }
}
