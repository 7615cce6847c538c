//! `max_items`: at most so many elements of a list.

use crate::validate::{Checker, Kind, Plan, count};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check<C: Checker>(count: usize, plan: &Plan, c: &mut C) {
    if let Some(wanted) = plan.max_items
        && count as u64 > wanted
    {
        c.report(|| count::broken(Kind::Repeated, "max_items", "at most", wanted, "element"));
    }
}
