//! What a string is checked for, the cheap rules first.

use super::rule::{
    r#const, contains, r#in, len, len_bytes, max_bytes, max_len, min_bytes, min_len, not_contains,
    not_in, pattern, prefix, suffix,
};
use super::{Checker, Kind, Plan, format};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn check<C: Checker>(value: &str, plan: &Plan, c: &mut C) {
    len::check_text(value, plan, c);
    min_len::check_text(value, plan, c);
    max_len::check_text(value, plan, c);
    len_bytes::check(value, plan, c);
    min_bytes::check(value, plan, c);
    max_bytes::check(value, plan, c);
    r#const::check(value, Kind::String, plan, c);
    r#in::check(value, Kind::String, plan, c);
    not_in::check(value, Kind::String, plan, c);
    prefix::check_text(value, plan, c);
    suffix::check_text(value, plan, c);
    contains::check_text(value, plan, c);
    not_contains::check_text(value, plan, c);
    format::check_text(value, plan, c);
    pattern::check_text(value, plan, c);
}
