//! `min_pairs`: at least so many entries of a map.

use crate::validate::{Checker, Kind, Plan, count};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check<C: Checker>(count: usize, plan: &Plan, c: &mut C) {
    if let Some(wanted) = plan.min_pairs
        && (count as u64) < wanted
    {
        c.report(|| count::broken(Kind::Map, "min_pairs", "at least", wanted, "entry"));
    }
}
