//! The variants of an enum with data, as generated code looks them up in constants.

use super::{Field, Schema, Type};

impl Schema {
    /// The variant of `number`, as a field of the message that holds this enum as the oneof `oneof`. What has no variants is no
    /// enum with data, or has mistakes of its own, which are told elsewhere.
    ///
    /// # Panics
    ///
    /// At compile time, where there is no such variant.
    #[must_use]
    #[inline]
    pub const fn variant(&self, number: u32, oneof: &'static str) -> Field {
        let variants = self.fields();
        if variants.is_empty() {
            return Field::new(number, "", Type::Unit);
        }
        let mut i = 0;
        while i < variants.len() {
            if variants[i].number() == number {
                return variants[i].in_oneof(oneof);
            }
            i += 1;
        }
        // Generated code asks in a constant: where this is reached, the program does not compile. What is loaded asks `fields`.
        panic!(
            "the list of `oneof(…)` names a number that the enum has no variant for: help: list the numbers of its variants"
        )
    }

    /// The position of the variant of `number`; 0 where there is none, which [`variant`](Self::variant) tells.
    #[must_use]
    #[inline]
    pub const fn position(&self, number: u32) -> usize {
        let variants = self.fields();
        let mut i = 0;
        while i < variants.len() {
            if variants[i].number() == number {
                return i;
            }
            i += 1;
        }
        0
    }

    /// Fails to compile if the enum has more than `count` variants, so that a oneof's list leaves none out.
    ///
    /// # Panics
    ///
    /// At compile time, where it has more.
    pub const fn assert_variants(&self, count: usize) {
        assert!(
            self.fields().len() <= count || self.fields().is_empty(),
            "the list of `oneof(…)` leaves out a variant of the enum: help: list the numbers of all variants"
        );
    }
}
