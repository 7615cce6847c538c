//! What other types bring to a message: the fields of flattened structs, the variants of oneofs, and what those reserve.
//!
//! Slots ascend, which tells them apart; numbers may stand in another order.

use super::{Field, Layout, Reserved, Schema, names};
use crate::codec::Codec;

/// The highest slot of a field in the form of an array.
const LAST_OF_ARRAY: u32 = 255;

/// Numbers by their last bits, so that most are compared with none.
const BITS: usize = 4096;

impl Schema {
    /// With the members of a flattened `T`, which is a map in MessagePack where one of them stands behind the slots that arrays have.
    ///
    /// # Panics
    ///
    /// At compile time, if `T` keeps unknown fields: those of the whole message are not its own; or if it has an `upgrade`.
    #[must_use]
    #[inline]
    pub const fn flattening<T: Codec + ?Sized>(mut self) -> Self {
        assert!(
            !T::KEEPS_UNKNOWN,
            "a flattened struct cannot keep unknown fields, which are those of the struct around it: help: put `#[codec(unknown)]` on a \
             field of the outer struct, and take it off the flattened one"
        );
        assert!(
            !T::UPGRADES,
            "a flattened struct cannot have an `upgrade`, since it is no message of its own: help: put `upgrade = …` on the struct around it"
        );
        if let Some(last) = self.fields().last()
            && last.slot() > LAST_OF_ARRAY
        {
            self.layout = Layout::Map;
        }
        self
    }

    /// With members that flattened types and the enums of oneofs bring; told last, since it looks at what is reserved.
    ///
    /// # Panics
    ///
    /// At compile time, if one of them has the number or the name of another member, or what is reserved.
    #[must_use]
    #[inline]
    pub const fn told_apart(self) -> Self {
        assert_own_numbers(self.fields());
        assert_not_reserved(self.fields(), self.reserved);
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

/// Fails to compile if a member has a number, a slot or a name that is reserved.
///
/// # Panics
///
/// At compile time, where one has.
const fn assert_not_reserved(fields: &[Field], reserved: &[Reserved]) {
    let mut i = 0;
    while i < reserved.len() {
        let mut j = 0;
        while j < fields.len() {
            assert!(
                !has_number(&reserved[i], fields[j].number()),
                "a member of this message has a reserved number, and a flattened type brings one of the two: help: use a number that \
                 was never used"
            );
            assert!(
                !has_slot(&reserved[i], fields[j].slot()),
                "a member of this message has a reserved slot, and a flattened type brings one of the two: help: write `slot = …` with \
                 a slot that was never used"
            );
            if let Some(name) = reserved[i].as_name() {
                assert!(
                    !names::has(&fields[j], name),
                    "a member of this message has a reserved name, and a flattened type or the variant of a `oneof` brings it: help: use a \
                     name that no removed field had"
                );
            }
            j += 1;
        }
        i += 1;
    }
}

const fn has_number(reserved: &Reserved, number: u32) -> bool {
    match reserved.as_numbers() {
        Some((first, last)) => first <= number && number <= last,
        None => false,
    }
}

/// A single number stands beside its slot; those of a range have the slots below them.
const fn has_slot(reserved: &Reserved, slot: u32) -> bool {
    match (reserved.as_slot(), reserved.as_numbers()) {
        (Some((gone, _)), _) => gone == slot,
        (None, Some((first, last))) => {
            first < last && first <= slot.saturating_add(1) && slot < last
        }
        (None, None) => false,
    }
}
