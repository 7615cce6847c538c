//! `ignore`: when no rule holds: for the zero value of what has no presence, or always.

use crate::validate::Plan;

/// Whether no rule holds at all, `required` included, and the value is not descended into.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) const fn is_always(plan: &Plan) -> bool {
    plan.ignore_always
}

/// Whether the rules on an element, a key or a value say nothing of this one. Those have no presence.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn skips(is_zero: impl FnOnce() -> bool, plan: &Plan) -> bool {
    is_always(plan) || plan.ignore_if_zero && is_zero()
}
