//! [`Seen`]: which fields of a message have been read, so that a second occurrence is noticed, and what did not come is made
//! absent.

use super::Decode;

/// How many fields of a message have a bit of their own while it is read.
const BITS: u32 = 256;

/// The fields of a message that have been read, one bit each.
///
/// Fields beyond the 256th have no bit: they are made absent before a message is read anew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    fields: Positions,
    offset: u32,
    late: bool,
}

/// A set of positions in a schema, up to the 256th.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Positions([u64; BITS as usize / 64]);

impl Positions {
    /// None.
    pub const NONE: Self = Self([0; BITS as usize / 64]);

    /// These; those beyond the 256th are left out.
    #[must_use]
    pub const fn of(positions: &[u32]) -> Self {
        let mut set = Self::NONE;
        let mut i = 0;
        while i < positions.len() {
            set.insert(positions[i]);
            i += 1;
        }
        set
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) const fn insert(&mut self, position: u32) {
        if position < BITS {
            self.0[position as usize / 64] |= 1 << (position % 64);
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) const fn contains(&self, position: u32) -> bool {
        position < BITS && self.0[position as usize / 64] & (1 << (position % 64)) != 0
    }

    /// Whether a field need not be made absent before it is read: it came before, or is beyond the 256th.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) const fn has(&self, position: u32) -> bool {
        position >= BITS || self.contains(position)
    }

    /// Whether one of `group` is among these and is not `own`.
    #[inline]
    pub(super) fn has_other(&self, group: &Self, own: u32) -> bool {
        let words = self.0.iter().zip(&group.0).zip(0..);
        words
            .map(|((own, group), word)| (own & group, word * 64))
            .any(|(both, first)| match own.checked_sub(first) {
                Some(bit @ 0..64) => both & !(1 << bit) != 0,
                _ => both != 0,
            })
    }

    /// Those from `offset` on, counted from there; `beyond` stands for those beyond the 256th.
    pub(super) fn from(&self, offset: u32, beyond: bool) -> Self {
        let mut set = Self::NONE;
        for position in 0..BITS {
            let is_beyond = position + offset >= BITS;
            if if is_beyond {
                beyond
            } else {
                self.contains(position + offset)
            } {
                set.insert(position);
            }
        }
        set
    }

    /// Adds those of a set that is counted from `offset`.
    pub(super) fn insert_all(&mut self, set: &Self, offset: u32) {
        for position in (0..BITS).filter(|position| set.contains(*position)) {
            self.insert(position + offset);
        }
    }
}

impl Seen {
    /// None of the first 256.
    pub const NOTHING: Self = Self {
        fields: Positions::NONE,
        offset: 0,
        late: false,
    };

    /// None of the others.
    pub const NOTHING_LATE: Self = Self {
        fields: Positions::NONE,
        offset: 0,
        late: true,
    };

    /// Whether this is about the fields beyond the 256th, and about what no wire carries.
    #[must_use]
    pub const fn is_late(self) -> bool {
        self.late
    }

    /// Makes `value` absent unless the field at `index` was read.
    #[inline]
    pub fn clear<'de, T: Decode<'de>>(self, index: u32, value: &mut T) {
        if self.is_absent(index) {
            value.clear();
        }
    }

    /// Whether the field at `index` is to be made absent.
    #[inline]
    #[must_use]
    pub const fn is_absent(self, index: u32) -> bool {
        let index = index + self.offset;
        if index >= BITS {
            self.late
        } else {
            !self.late && !self.fields.contains(index)
        }
    }

    /// The view of a flattened struct whose first field stands at `offset`.
    #[must_use]
    pub const fn flattened(mut self, offset: u32) -> Self {
        self.offset += offset;
        self
    }

    /// These fields.
    pub(super) const fn these(fields: Positions) -> Self {
        Self {
            fields,
            offset: 0,
            late: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_counted_from_its_start() {
        let whole = Positions::of(&[3, 64, 70, 255]);
        let part = whole.from(64, false);
        assert_eq!(part, Positions::of(&[0, 6, 191]));
        assert!(whole.from(64, true).contains(192));
        let mut back = Positions::of(&[3]);
        back.insert_all(&part, 64);
        assert_eq!(back, whole);
        back.insert_all(&Positions::of(&[200]), 64);
        assert_eq!(back, whole);
    }

    #[test]
    fn a_variant_is_not_its_own_rival() {
        let seen = Positions::of(&[2, 66]);
        assert!(!seen.has_other(&Positions::of(&[2, 3]), 2));
        assert!(seen.has_other(&Positions::of(&[2, 3]), 3));
        assert!(seen.has_other(&Positions::of(&[2, 66]), 2));
        assert!(seen.has_other(&Positions::of(&[2, 66]), 66));
    }
}
