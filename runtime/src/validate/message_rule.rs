//! One rule of a message as a whole, as constant data, and what it asks of the members.

use super::checker::Step;
use super::{Checker, Shallow, Validate, required};

/// A rule of a message as a whole, by protovalidate's name.
///
/// ```
/// use everwire::{Codec, validate::MessageRule};
///
/// #[derive(Codec)]
/// #[codec(rule(oneof(email, phone, required)))]
/// struct Contact {
///     #[codec(1)] email: String,
///     #[codec(2)] phone: String,
/// }
///
/// let rule = MessageRule::Oneof { fields: &["email", "phone"], required: true };
/// assert_eq!(Contact::SCHEMA.rules(), [rule]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum MessageRule {
    /// At most one of these fields is set, or exactly one if `required` (protovalidate's `(buf.validate.message).oneof`). A field
    /// without presence of its own is set where it is not zero and not empty.
    Oneof {
        /// The names of the fields.
        fields: &'static [&'static str],
        /// Whether one must be set.
        required: bool,
    },
    /// A variant of this oneof is set (protovalidate's `(buf.validate.oneof).required`).
    Variant {
        /// The name of the oneof.
        oneof: &'static str,
    },
}

/// Whether a member without presence of its own, or an `Option`, is set.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn is_set<T: Validate + ?Sized>(value: &T) -> bool {
    !value.is_zero()
}

/// How many are.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn count_set(set: &[bool]) -> usize {
    set.iter().filter(|is_set| **is_set).count()
}

/// Checks that a variant of a oneof, which is required, is the one that is set.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn require_variant<C: Checker>(name: &'static str, is_set: bool, c: &mut C) {
    if !is_set {
        c.within(Step::Field(name), required::report);
    }
}

/// Whether a oneof meets what is asked of it while no variant is set.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn accepts_absent<T: Validate>(oneof: &Option<T>) -> bool {
    let mut own = Shallow::new();
    if oneof.is_none() {
        T::check_absent(&mut own);
    }
    own.is_valid()
}
