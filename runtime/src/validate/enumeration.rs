//! What an enum's number is checked for.

use super::rule::{r#const, defined_only, r#in, not_in};
use super::{Checker, Kind, Plan};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn check<C: Checker>(number: i32, is_defined: bool, plan: &Plan, c: &mut C) {
    r#const::check(number, Kind::Enum, plan, c);
    r#in::check(number, Kind::Enum, plan, c);
    not_in::check(number, Kind::Enum, plan, c);
    defined_only::check(is_defined, plan, c);
}
