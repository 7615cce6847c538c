//! What bytes are checked for, the cheap rules first.

use super::{Checker, Kind, Plan};
use super::{affix, equal, format, length, member, pattern};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn check<C: Checker>(value: &[u8], plan: &Plan, c: &mut C) {
    length::check_bytes(value, plan, c);
    equal::check(value, Kind::Bytes, plan, c);
    member::check(value, Kind::Bytes, plan, c);
    affix::check_bytes(value, plan, c);
    format::check_bytes(value, plan, c);
    pattern::check(value, Kind::Bytes, plan, c);
}
