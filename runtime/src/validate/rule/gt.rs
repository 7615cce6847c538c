//! `gt`: greater than this. NaN is greater than nothing. [`range`](super::super::range) joins it with the rule for the other end.

use core::cmp::Ordering;

use crate::validate::Literal;
use crate::validate::operand::Operand;

/// The name in ids.
pub(crate) const NAME: &str = "gt";

/// What the value must be, before the end itself.
pub(crate) const MUST: &str = "greater than";

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn holds<V: Operand>(value: V, end: &Literal) -> bool {
    value.compare(end) == Some(Ordering::Greater)
}
