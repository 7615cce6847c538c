//! `max_pairs`: at most so many entries of a map.

use crate::validate::{Checker, Kind, Plan, count};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check<C: Checker>(count: usize, plan: &Plan, c: &mut C) {
    if let Some(wanted) = plan.max_pairs
        && count as u64 > wanted
    {
        c.report(|| count::broken(Kind::Map, "max_pairs", "at most", wanted, "entry"));
    }
}
