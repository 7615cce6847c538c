//! What a bool is checked for.

use super::{Checker, Kind, Plan, equal};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn check<C: Checker>(value: bool, plan: &Plan, c: &mut C) {
    equal::check(value, Kind::Bool, plan, c);
}
