//! What a bool is checked for.

use super::rule::r#const;
use super::{Checker, Kind, Plan};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn check<C: Checker>(value: bool, plan: &Plan, c: &mut C) {
    r#const::check(value, Kind::Bool, plan, c);
}
