//! What bytes are checked for, the cheap rules first.

use super::rule::{
    r#const, contains, r#in, len, max_len, min_len, not_contains, not_in, pattern, prefix, suffix,
};
use super::{Checker, Kind, Plan, format};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn check<C: Checker>(value: &[u8], plan: &Plan, c: &mut C) {
    len::check_bytes(value, plan, c);
    min_len::check_bytes(value, plan, c);
    max_len::check_bytes(value, plan, c);
    r#const::check(value, Kind::Bytes, plan, c);
    r#in::check(value, Kind::Bytes, plan, c);
    not_in::check(value, Kind::Bytes, plan, c);
    prefix::check_bytes(value, plan, c);
    suffix::check_bytes(value, plan, c);
    contains::check_bytes(value, plan, c);
    not_contains::check_bytes(value, plan, c);
    format::check_bytes(value, plan, c);
    pattern::check_bytes(value, plan, c);
}
