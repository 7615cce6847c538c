//! `min_len`: at least so many code points of a string, or bytes of a bytes field.

use crate::validate::{Checker, Kind, Plan, count};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check_text<C: Checker>(value: &str, plan: &Plan, c: &mut C) {
    if let Some(wanted) = plan.min_len
        && !count::reaches(value, wanted)
    {
        c.report(|| count::broken(Kind::String, "min_len", "at least", wanted, "character"));
    }
}

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check_bytes<C: Checker>(value: &[u8], plan: &Plan, c: &mut C) {
    if let Some(wanted) = plan.min_len
        && (value.len() as u64) < wanted
    {
        c.report(|| count::broken(Kind::Bytes, "min_len", "at least", wanted, "byte"));
    }
}
