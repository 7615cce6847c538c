//! `max_bytes`: at most so many bytes of a string.

use crate::validate::{Checker, Kind, Plan, count};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check<C: Checker>(value: &str, plan: &Plan, c: &mut C) {
    if let Some(wanted) = plan.max_bytes
        && value.len() as u64 > wanted
    {
        c.report(|| count::broken(Kind::String, "max_bytes", "at most", wanted, "byte"));
    }
}
