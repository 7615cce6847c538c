//! `min_items`: at least so many elements of a list.

use crate::validate::{Checker, Kind, Plan, count};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check<C: Checker>(count: usize, plan: &Plan, c: &mut C) {
    if let Some(wanted) = plan.min_items
        && (count as u64) < wanted
    {
        c.report(|| count::broken(Kind::Repeated, "min_items", "at least", wanted, "element"));
    }
}
