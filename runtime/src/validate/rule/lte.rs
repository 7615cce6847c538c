//! `lte`: less than or equal to this. NaN is neither. [`range`](super::super::range) joins it with the rule for the other end.

use core::cmp::Ordering;

use crate::validate::Literal;
use crate::validate::operand::Operand;

/// The name in ids.
pub(crate) const NAME: &str = "lte";

/// What the value must be, before the end itself.
pub(crate) const MUST: &str = "at most";

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn holds<V: Operand>(value: V, end: &Literal) -> bool {
    matches!(value.compare(end), Some(Ordering::Less | Ordering::Equal))
}
