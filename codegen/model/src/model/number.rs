//! Integers that have a law: field numbers and slots.

use std::fmt;

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, TokenStreamExt};

/// The number of a field: 1 to 536 870 911, without 19 000 to 19 999, which protobuf keeps for
/// its implementations ("Assigning Field Numbers" in the proto3 language guide).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldNumber(u32);

impl FieldNumber {
    /// The largest field number, 2²⁹ − 1.
    pub const MAX: u32 = 536_870_911;

    /// `number`, where it is one that a field may have.
    pub fn new(number: i128) -> Option<Self> {
        match u32::try_from(number).ok()? {
            0 | 19_000..=19_999 => None,
            number if number > Self::MAX => None,
            number => Some(FieldNumber(number)),
        }
    }

    /// The number as an integer.
    pub fn get(self) -> u32 {
        self.0
    }

    /// The slot that a field of this number has unless it says otherwise.
    pub fn slot(self) -> Slot {
        Slot(self.0 - 1)
    }
}

/// The position of a field in the MessagePack array, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot(u32);

impl Slot {
    /// The last slot of the array form; a message that needs a later one is a map.
    pub const LAST_OF_ARRAY: Slot = Slot(255);

    /// `slot`, where it is between 0 and [`FieldNumber::MAX`] − 1.
    pub fn new(slot: i128) -> Option<Self> {
        u32::try_from(slot)
            .ok()
            .filter(|&slot| slot < FieldNumber::MAX)
            .map(Slot)
    }

    /// The slot as an integer.
    pub fn get(self) -> u32 {
        self.0
    }
}

impl fmt::Display for FieldNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl ToTokens for FieldNumber {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(Literal::u32_unsuffixed(self.0));
    }
}

impl ToTokens for Slot {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(Literal::u32_unsuffixed(self.0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn field_numbers_keep_protobufs_bounds() {
        for good in [1, 18_999, 20_000, 536_870_911] {
            assert_eq!(
                FieldNumber::new(good).map(|n| i128::from(n.get())),
                Some(good)
            );
        }
        for bad in [i128::MIN, -1, 0, 19_000, 19_999, 536_870_912, i128::MAX] {
            assert_eq!(FieldNumber::new(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_slot_is_one_less_than_the_number() {
        assert_eq!(FieldNumber::new(9).map(|n| n.slot().get()), Some(8));
        assert_eq!(Slot::new(-1), None);
        assert_eq!(Slot::new(536_870_911), None);
        assert_eq!(Slot::new(536_870_910).map(Slot::get), Some(536_870_910));
    }
}
