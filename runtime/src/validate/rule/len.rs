//! `len`: exactly so many code points of a string, or bytes of a bytes field.

use crate::validate::{Checker, Kind, Plan, count};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check_text<C: Checker>(value: &str, plan: &Plan, c: &mut C) {
    if let Some(wanted) = plan.len
        && !(count::reaches(value, wanted) && count::fits(value, wanted))
    {
        c.report(|| count::broken(Kind::String, "len", "exactly", wanted, "character"));
    }
}

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check_bytes<C: Checker>(value: &[u8], plan: &Plan, c: &mut C) {
    if let Some(wanted) = plan.len
        && value.len() as u64 != wanted
    {
        c.report(|| count::broken(Kind::Bytes, "len", "exactly", wanted, "byte"));
    }
}
