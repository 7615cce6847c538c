//! What a string is checked for, the cheap rules first.

use super::{Checker, Kind, Plan};
use super::{affix, equal, format, length, member, pattern};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn check<C: Checker>(value: &str, plan: &Plan, c: &mut C) {
    length::check_text(value, plan, c);
    equal::check(value, Kind::String, plan, c);
    member::check(value, Kind::String, plan, c);
    affix::check_text(value, plan, c);
    format::check_text(value, plan, c);
    pattern::check(value.as_bytes(), Kind::String, plan, c);
}
