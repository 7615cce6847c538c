//! What an enum's number is checked for.

use super::{Checker, Kind, Plan};
use super::{defined_only, equal, member};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn check<C: Checker>(number: i32, is_defined: bool, plan: &Plan, c: &mut C) {
    equal::check(number, Kind::Enum, plan, c);
    member::check(number, Kind::Enum, plan, c);
    defined_only::check(is_defined, plan, c);
}
