//! `len_bytes`: exactly so many bytes of a string.

use crate::validate::{Checker, Kind, Plan, count};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check<C: Checker>(value: &str, plan: &Plan, c: &mut C) {
    if let Some(wanted) = plan.len_bytes
        && value.len() as u64 != wanted
    {
        c.report(|| count::broken(Kind::String, "len_bytes", "exactly", wanted, "byte"));
    }
}
